"""The command line as a person calls it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from whence.cli import commands

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarveth"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


def call_whence(*words: str | Path, given: str | bytes | None = None) -> Said:
    result = CliRunner().invoke(commands, [str(word) for word in words], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def whence() -> Call:
    return call_whence


@pytest.fixture(scope="session")
def sarveth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example story in a ledger; tests that change it work on a copy."""
    path = tmp_path_factory.mktemp("sarveth") / "sarveth.whence"
    said = call_whence("add", path, EXAMPLES)
    assert said.code == 0, said.err
    return path


@pytest.fixture
def own_sarveth(sarveth: Path, tmp_path: Path) -> Path:
    """The same, for one test alone."""
    path = tmp_path / "own.whence"
    path.write_bytes(sarveth.read_bytes())
    return path
