(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const control = document.getElementById("control");
  const rows = all(".rows > li");
  const columns = all(".columns > div");
  const glance = all(".columns li").map((item) => [item, item.closest("details") ? "details ul" : ":scope > ul"]);
  const plural = (number, word) => number + " " + word + (number === 1 ? "" : "s");
  const shown = (marks) => marks.filter((mark) => !mark.hasAttribute("data-later")).length;

  // A count follows from the strokes still shown; where it does not, the page says of which day it is.
  const recount = (box) => {
    const origins = shown(all(".strokes .origin", box));
    const relays = shown(all(".strokes .relay", box));
    all(".n-origins", box).forEach((word) => { word.textContent = plural(origins, "origin"); });
    all(".n-relays", box).forEach((word) => { word.textContent = relays ? ", " + plural(relays, "relay") : ""; });
    box.classList.toggle("one", origins === 1);
  };

  // Columns: 0 several origins, 1 disputed, 2 one origin.
  const home = (item, day) => {
    if (item.dataset.disputed !== "" && Number(item.dataset.disputed) <= day) return 1;
    const count = item.querySelector(".count");
    if (!("recounts" in count.dataset)) return Number(item.dataset.home);
    return count.classList.contains("one") ? 2 : 0;
  };

  const picks = {
    all: () => true,
    disputed: (kinds) => kinds.includes("disputed"),
    one: (kinds) => kinds.includes("one"),
    ahead: (kinds) => kinds.includes("foretold") || kinds.includes("asked"),
  };

  const draw = () => {
    const last = Number(control.dataset.last);
    const day = control.elements.day ? Number(control.elements.day.value) : last;
    const pick = picks[control.elements.show.value];
    all("[data-day]").forEach((part) => part.toggleAttribute("data-later", Number(part.dataset.day) > day));
    all(".count[data-recounts]").forEach(recount);
    glance.forEach(([item, list]) => columns[home(item, day)].querySelector(list).append(item));
    rows.forEach((row) => { row.hidden = !pick(row.dataset.kinds.split(" ")); });
    const seen = shown(rows.filter((row) => !row.hidden));
    const of = day < last ? " · opening, register and doubtful counts are those of the last day" : "";
    control.querySelector("output").textContent = seen + " of " + rows.length + " rows" + of;
  };

  const reveal = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target) target.scrollIntoView();
  };

  let at = -1;
  const walk = (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
    const marks = all(":is(.text, .head) .said[id]").filter((mark) => mark.offsetParent);
    if (!marks.length) return;
    at = Math.max(0, Math.min(marks.length - 1, at + step));
    all(".current").forEach((mark) => mark.classList.remove("current"));
    marks[at].classList.add("current");
    marks[at].querySelector("a.num")?.focus({ preventScroll: true });
    marks[at].scrollIntoView({ block: "center" });
  };

  control.hidden = false;
  control.addEventListener("change", draw);
  addEventListener("hashchange", reveal);
  addEventListener("keydown", walk);
  addEventListener("beforeprint", () => all("details:not(.table, .columns details)").forEach((part) => { part.open = true; }));
  draw();
  reveal();
})();
