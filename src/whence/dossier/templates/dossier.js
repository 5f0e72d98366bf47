(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const control = document.getElementById("control");
  const rows = all(".tl > li");
  const glance = all(".cols li").map((item) => [item, item.closest("details") ? "details ul" : "div > ul"]);
  const columns = all(".cols > div");
  const plural = (number, word) => number + " " + word + (number === 1 ? "" : "s");

  // A count follows from the strokes still shown; where it does not, the page says of which day it is.
  const recount = (box) => {
    const origins = all(".or .o", box).filter((stroke) => !stroke.hasAttribute("data-off")).length;
    const relays = all(".or .i", box).filter((stroke) => !stroke.hasAttribute("data-off")).length;
    all(".on", box).forEach((word) => { word.textContent = plural(origins, "origin"); });
    all(".rl", box).forEach((word) => { word.textContent = relays ? ", " + plural(relays, "relay") : ""; });
    box.classList.toggle("one", origins === 1);
  };

  const sort = (day) => glance.forEach(([item, list]) => {
    const disputed = item.dataset.x !== "" && Number(item.dataset.x) <= day;
    const count = item.querySelector(".count");
    const calm = "recounts" in count.dataset ? (count.classList.contains("one") ? 2 : 0) : Number(item.dataset.c);
    const column = disputed ? 1 : calm;
    all(list === "div > ul" ? ":scope > ul" : list, columns[column])[0].append(item);
  });

  const pick = { all: () => true, dis: (of) => of.includes("dis"), one: (of) => of.includes("one"), not: (of) => of.includes("fo") || of.includes("as") };

  const draw = () => {
    const day = Number(control.elements.day ? control.elements.day.value : control.dataset.last);
    const last = Number(control.dataset.last);
    const show = control.elements.show.value;
    all("[data-d]").forEach((part) => part.toggleAttribute("data-off", Number(part.dataset.d) > day));
    all(".count[data-recounts]").forEach(recount);
    sort(day);
    rows.forEach((row) => { row.hidden = !pick[show](row.dataset.k.split(" ")); });
    const shown = rows.filter((row) => !row.hidden && !row.hasAttribute("data-off")).length;
    const fixed = day < last ? " · lead, register and doubtful counts are of the last day" : "";
    control.querySelector("output").textContent = shown + " of " + rows.length + " rows shown" + fixed;
  };

  const reveal = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };

  let at = -1;
  const walk = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[jk]$/.test(event.key) || event.target.closest("select")) return;
    const marks = all(".tx .c[id], .head .c[id]").filter((mark) => mark.offsetParent);
    if (!marks.length) return;
    at = Math.max(0, Math.min(marks.length - 1, at + (event.key === "j" ? 1 : -1)));
    all(".current").forEach((mark) => mark.classList.remove("current"));
    marks[at].classList.add("current");
    const number = marks[at].querySelector("a.n");
    if (number) number.focus({ preventScroll: true });
    marks[at].scrollIntoView({ block: "center" });
  };

  control.hidden = false;
  control.addEventListener("change", draw);
  addEventListener("hashchange", reveal);
  addEventListener("keydown", walk);
  addEventListener("beforeprint", () => all("details:not(.tbl, .cols details)").forEach((part) => { part.open = true; }));
  draw();
  reveal();
})();
