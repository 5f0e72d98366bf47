from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.cli.conftest import EXAMPLES, Call
from whence import __version__
from whence.cli import COMMANDS, commands
from whence.cli.consoles import plain

VIEWS = ("timeline", "sources", "claims", "conflicts", "lineage", "forecasts", "reports")


def test_the_version(whence: Call) -> None:
    assert whence("--version").out == f"whence, version {__version__}\n"


def test_every_command_has_help_with_an_example(whence: Call) -> None:
    for name in COMMANDS:
        said = whence(name, "--help").out
        assert f"\n  whence {name} " in said.partition("Example:")[2].replace("    whence", "  whence"), name


@pytest.mark.parametrize("group", ["show", "judge"])
def test_every_view_and_decision_has_help_with_an_example(whence: Call, group: str) -> None:
    held = commands.get_command(click.Context(commands), group)
    assert isinstance(held, click.Group)
    for name in held.commands:
        said = whence(group, name, "-h").out
        assert f"whence {group} harbour.whence {name}" in said.partition("Example:")[2], name


def test_every_command_is_listed_with_its_line(whence: Call) -> None:
    listed = whence("--help").out
    assert all(re.search(rf"^  {name} +{re.escape(line[:20])}", listed, re.M) for name, (_, line) in COMMANDS.items())


def test_reading_the_same_twice_gives_the_same_bytes(whence: Call) -> None:
    first, second = (whence("read", EXAMPLES, "--format", "jsonl") for _ in range(2))
    assert (first.code, len(first.out.splitlines())) == (0, 7)
    assert first.out == second.out


def test_reading_from_standard_input(whence: Call) -> None:
    line = json.dumps({"text": (EXAMPLES / "5_orrin-gazette.txt").read_text(encoding="utf-8"), "id": "mine", "outlet": "Given Outlet"})
    said = whence("read", "-", "--format", "jsonl", given=line + "\n")
    report = json.loads(said.out)["report"]
    assert (said.code, report["given_id"], report["outlet"]) == (0, "mine", "Given Outlet")


def test_what_is_read_for_people_names_speakers_and_days(whence: Call) -> None:
    said = whence("read", EXAMPLES / "5_orrin-gazette.txt")
    assert said.out.startswith("The Orrin Gazette · 23 March 2024 ━")
    assert "Who says what" in said.out
    assert "\x1b" not in said.out


def test_a_second_run_adds_nothing(whence: Call, own_sarveth: Path) -> None:
    before = whence("story", own_sarveth, "--format", "json").out
    assert whence("add", own_sarveth, EXAMPLES).out.endswith(": 7 held already\n")
    assert whence("story", own_sarveth, "--format", "json").out == before


def test_the_same_bytes_elsewhere_are_found_again(whence: Call, own_sarveth: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes((EXAMPLES / "5_orrin-gazette.txt").read_bytes())
    assert whence("add", own_sarveth, tmp_path / "copy.txt").out.endswith(": 1 found again in another place\n")
    assert "the same bytes at" in whence("show", own_sarveth, "lineage").out


def test_the_story_has_the_keys_of_the_contract(whence: Call, sarveth: Path) -> None:
    story = json.loads(whence("story", sarveth, "--format", "json").out)
    wanted = {"entities", "roles", "relations", "occurrences", "conflicts", "lineage", "claims", "origins", "forecast_outcomes"}
    assert wanted <= set(story)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_with_and_without_a_day(whence: Call, sarveth: Path, view: str) -> None:
    assert whence("show", sarveth, view).code == 0
    early = whence("show", sarveth, view, "--as-of", "2024-03-05")
    assert (early.code, "as known by 5 March 2024" in early.out) == (0, True)


def test_no_report_is_known_before_its_day(whence: Call, sarveth: Path) -> None:
    early = json.loads(whence("story", sarveth, "--format", "json", "--as-of", "2024-03-05").out)
    whole = json.loads(whence("story", sarveth, "--format", "json").out)
    late = json.loads(whence("story", sarveth, "--format", "json", "--as-of", "2024-12-31").out)
    assert len(early["reports"]) == 2
    assert late["reports"] == whole["reports"]


def test_every_id_that_a_view_shows_can_be_asked_why(whence: Call, sarveth: Path) -> None:
    story = json.loads(whence("story", sarveth, "--format", "json").out)
    ids = [story[kind][0]["id"] for kind in ("entities", "occurrences", "claims")] + story["occurrences"][0]["events"][:1]
    for key in ids:
        said = whence("show", sarveth, "why", key)
        assert (said.code, "sha256" in said.out) == (0, True), key


def test_a_citation_is_one_line_and_holds_its_words(whence: Call, sarveth: Path) -> None:
    story = json.loads(whence("story", sarveth, "--format", "json").out)
    cited = [line for line in whence("show", sarveth, "why", story["claims"][0]["attributions"][0]).out.splitlines() if "sha256" in line]
    found = re.fullmatch(r" +(.+?), (\S+): “(.+)” \((.+), characters (\d+)–(\d+), sha256 [0-9a-f]{64}\)", cited[0])
    assert found is not None
    text = (EXAMPLES.parents[1] / found[4]).read_text(encoding="utf-8") if found[4].endswith(".txt") else None
    assert text is None or text[int(found[5]) : int(found[6])] == found[3]


def test_what_is_new(whence: Call, sarveth: Path) -> None:
    said = whence("show", sarveth, "new", "--since", "2024-04-01").out
    assert "Upland Review" in said
    assert "Meridian Monitor" not in said.partition("Told")[0]


def test_words_are_found_and_shown_where_they_stand(whence: Call, sarveth: Path) -> None:
    said = whence("find", sarveth, "fuel", "depot").out
    assert "fuel depot" in said
    assert whence("find", sarveth, "zeppelin").out == "Nothing holds zeppelin.\n"


def test_what_is_not_shown_of_many_places_is_told(whence: Call, sarveth: Path) -> None:
    said = whence("find", sarveth, "depot", "--limit", "1").out
    assert ("the best 1 place for depot" in said, "--limit" in said) == (True, True)
    assert "the best" not in whence("find", sarveth, "depot", "--limit", "500").out


def test_a_sound_ledger_is_verified(whence: Call, sarveth: Path) -> None:
    assert re.search(r"all is as it was kept \(7 reports, \d+ spans\)", whence("verify", sarveth).out)


@pytest.mark.parametrize("only", [(), ("--excerpts-only",)])
def test_the_dossier_is_written(whence: Call, sarveth: Path, tmp_path: Path, only: tuple[str, ...]) -> None:
    said = whence("report", sarveth, "-o", tmp_path / "page.html", "--title", "A <title>", *only)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert (said.code, "A &lt;title&gt;" in page, "A <title>" in page) == (0, True, False)


@pytest.mark.parametrize("form", ["csv", "jsonl", "webannotation", "prov"])
def test_every_export_is_written_the_same_twice(whence: Call, sarveth: Path, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        assert whence("export", sarveth, "--to", form, "-o", tmp_path / name).code == 0
    written = [
        [file.read_bytes() for file in sorted(path.glob("*"))] if path.is_dir() else path.read_bytes() for path in tmp_path.iterdir()
    ]
    assert written[0] == written[1]
    assert written[0]


def test_colour_is_for_terminals_and_nobody_who_asks_for_none(sarveth: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = CliRunner().invoke(commands, ["show", str(sarveth), "claims"], color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    plain_ = CliRunner().invoke(commands, ["show", str(sarveth), "claims"], color=True).stdout
    assert "\x1b[3" in coloured
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain_)


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    assert plain("a\x1b[31mb\u202ec\r\nd\x9b") == "a\ufffd[31mb\ufffdc d\ufffd"
