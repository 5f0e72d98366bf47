from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from whence.cli import COMMANDS, commands
from whence.cli.shows import command as show

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
CARD = DOCS.parent / "model-card.md"
README = DOCS.parents[1] / "README.md"
HELP = re.compile(r"^ +whence (.+)$", re.M)
EXAMPLES = re.findall(r"^    whence (.+)$", DOCS.read_text(encoding="utf-8"), re.M)
FIRST = re.findall(r"^    \.venv/bin/whence (.+)$", README.read_text(encoding="utf-8"), re.M)


def test_every_command_has_its_section() -> None:
    assert re.findall(r"^## whence (\w+)$", DOCS.read_text(encoding="utf-8"), re.M) == list(COMMANDS)


def test_every_view_is_in_the_table() -> None:
    assert isinstance(show, click.Group)
    assert set(re.findall(r"^\| `(\w+)", DOCS.read_text(encoding="utf-8"), re.M)) == set(show.commands)


@pytest.mark.parametrize("line", [*EXAMPLES, *FIRST])
def test_every_example_is_a_line_that_the_command_takes(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsed only: an example that fails for want of the file it names is right usage, one with a wrong option is not."""
    words = shlex.split(line.partition(" > ")[0], comments=True)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(commands, words).exit_code == 1


@pytest.mark.parametrize("group", ["show", "judge"])
def test_every_example_in_the_help_of_a_view_or_decision_is_taken(group: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    held = commands.get_command(click.Context(commands), group)
    assert isinstance(held, click.Group)
    for one in held.commands.values():
        for line in HELP.findall(one.epilog or ""):
            assert CliRunner().invoke(commands, shlex.split(line)).exit_code == 1, line


def test_the_readme_says_what_the_model_card_measured() -> None:
    """One in five wrong is a precision of .75 to .85, one in four missed a recall of .7 to .8."""
    found = re.search(r"^\| attribution \| p (0\.\d+), r (0\.\d+)", CARD.read_text(encoding="utf-8"), re.M)
    assert found
    told = README.read_text(encoding="utf-8")
    assert ("about one in five of the attributions it makes" in told) == (0.75 <= float(found[1]) <= 0.85)
    assert ("misses about one in four" in told) == (0.7 <= float(found[2]) <= 0.8)
