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
EXAMPLES = re.findall(r"^    whence (.+)$", DOCS.read_text(encoding="utf-8"), re.M)


def test_every_command_has_its_section() -> None:
    assert re.findall(r"^## whence (\w+)$", DOCS.read_text(encoding="utf-8"), re.M) == list(COMMANDS)


def test_every_view_is_in_the_table() -> None:
    assert isinstance(show, click.Group)
    assert set(re.findall(r"^\| `(\w+)", DOCS.read_text(encoding="utf-8"), re.M)) == set(show.commands)


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_is_a_line_that_the_command_takes(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsed only: an example that fails for want of the file it names is right usage, one with a wrong option is not."""
    words = shlex.split(line.partition(" > ")[0])
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(commands, words).exit_code == 1
