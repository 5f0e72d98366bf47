"""The dossier in a real browser: it asks for nothing, nothing scrolls sideways, the controls do what they say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.dossier.invented import readings, story
from whence.dossier import write_dossier

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine: the dossier was not looked at in a browser")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--allow-file-access-from-files", "--enable-logging=stderr",
    "--virtual-time-budget=2000",
)  # fmt: skip
FRAME = """<!doctype html><body>
<iframe id="f" src="page.html{anchor}" style="width:{width}px;height:900px"></iframe><pre id="out"></pre><script>
document.getElementById("f").onload = () => setTimeout(() => {{
  const page = document.getElementById("f").contentDocument;
  const shown = (selector) => [...page.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length;
  const result = (() => {{ {probe} }})();
  document.getElementById("out").textContent = JSON.stringify(result);
}}, 300);
</script>"""


def ask(folder: Path, probe: str, width: int = 1280, anchor: str = "") -> tuple[Any, list[str]]:
    """What a probe returns from within the page, and what the browser complained of."""
    page = write_dossier(story(), readings(), title="The bridge at Omsel")
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "frame.html").write_text(FRAME.format(width=width, probe=probe, anchor=anchor), encoding="utf-8")
    command = [str(BROWSER), *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", (folder / "frame.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="out">(.+?)</pre>', done.stdout, re.S)
    assert found, done.stdout[-500:]
    return json.loads(unescape(found[1])), [line for line in done.stderr.splitlines() if "CONSOLE" in line]


@pytest.mark.parametrize("width", [390, 720, 1020, 1280])
def test_nothing_scrolls_sideways(tmp_path: Path, width: int) -> None:
    found, _ = ask(tmp_path, "return [page.documentElement.scrollWidth, page.documentElement.clientWidth];", width)
    assert found[0] <= found[1]


def test_the_browser_has_nothing_to_complain_of(tmp_path: Path) -> None:
    found, complaints = ask(tmp_path, "return page.scripts.length;")
    assert found == 1
    assert complaints == []


def test_nothing_is_fetched(tmp_path: Path) -> None:
    probe = 'return document.getElementById("f").contentWindow.performance.getEntriesByType("resource").map((one) => one.name);'
    assert ask(tmp_path, probe)[0] == []


def test_an_earlier_day_hides_what_was_not_yet_reported(tmp_path: Path) -> None:
    probe = """
      const before = [shown("#r-C"), page.querySelector("#o-O2 .n-origins").textContent, shown("#o-O3")];
      const first = page.querySelector("#control input[name=day]");
      first.checked = true;
      first.dispatchEvent(new Event("change", {bubbles: true}));
      return [before, [shown("#r-C"), page.querySelector("#o-O2 .n-origins").textContent, shown("#o-O3")]];
    """
    before, after = ask(tmp_path, probe)[0]
    assert before[0] == 1 and before[2] == 1
    assert after[0] == 0 and after[2] == 0
    assert after[1] == "1 origin"


def test_filters_pick_rows(tmp_path: Path) -> None:
    probe = """
      const rows = () => shown(".rows > li");
      const all = rows();
      const pick = page.querySelector("#control input[value=disputed]");
      pick.checked = true;
      pick.dispatchEvent(new Event("change", {bubbles: true}));
      return [all, rows(), page.querySelector("#control output").textContent];
    """
    every, disputed, spoken = ask(tmp_path, probe)[0]
    assert 0 < disputed < every
    assert spoken.startswith(f"{disputed} of {every} rows")


def test_a_reference_into_a_folded_part_opens_it(tmp_path: Path) -> None:
    assert ask(tmp_path, 'return shown("#m-B2");', anchor="#m-B2")[0] == 1


def test_keys_walk_from_mark_to_mark(tmp_path: Path) -> None:
    probe = """
      const press = (key) => page.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
      press("j"); press("j"); press("k"); press("j");
      return page.querySelector(".current").id;
    """
    assert ask(tmp_path, probe)[0] == "m-A2"
