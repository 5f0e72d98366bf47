"""What benchmarks measure on: the shared corpora, or a folder or file that is given; one clear line where it is not there.

Every benchmark is started in the same way, from the checkout, as ``python -m benchmarks.NAME`` or ``python benchmarks/NAME.py``.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("WHENCE_SHARED") or Path(__file__).resolve().parents[2] / "shared")
CORPORA = SHARED / "corpora"


def make_parser(told: str | None) -> argparse.ArgumentParser:
    """A parser of a benchmark's arguments that tells what its docstring tells."""
    return argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """The argument of a benchmark that takes what it needs from the folder of all corpora."""
    parser.add_argument("corpora", nargs="?", type=a_folder, default=str(CORPORA), help="the folder of the corpora [%(default)s]")


def add_folder(parser: argparse.ArgumentParser, below: str, holds: str) -> None:
    """The argument of a benchmark that measures on one folder, by default one of the corpora."""
    told = f"a folder of {holds} [%(default)s]"
    parser.add_argument("folder", nargs="?", type=a_folder, default=str(CORPORA / below), help=told)


def a_folder(given: str) -> Path:
    """A folder that is there."""
    if not Path(given).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {given}: name one, or set WHENCE_SHARED to where the corpora lie")
    return Path(given)


def a_file(given: str) -> Path:
    """A file that is there."""
    if not Path(given).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {given}: name one, or set WHENCE_SHARED to where the corpora lie")
    return Path(given)


def read_splits(corpora: Path) -> dict[str, Any]:
    """What ``splits.json`` says is kept back of each corpus; the end of the run where there is none."""
    path = corpora / "splits.json"
    if not path.is_file():
        raise SystemExit(f"found no splits.json in {corpora}: name the folder of all corpora")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def files_in(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder and of those in it whose names fit, in order; the end of the run where there are none."""
    found = sorted(folder.rglob(pattern))
    if not found:
        raise SystemExit(f"found no {pattern} in {folder}: name a folder that holds some")
    return found
