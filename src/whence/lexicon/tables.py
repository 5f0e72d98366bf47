"""The loader of word lists: UTF-8 files of tab-separated columns under a header line, ``#`` lines are comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from whence.errors import LexiconInvalid


@cache
def load_table(name: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of ``lexicon/<name>.tsv``, each as long as ``columns``.

    Raises LexiconInvalid where the file is missing, its header differs or a row is too short or too long.
    """
    try:
        content = files("whence.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconInvalid(f"the word list {name}.tsv is missing: install whence again") from error
    lines = [(number, line) for number, line in enumerate(content.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != columns:
        raise LexiconInvalid(f"{name}.tsv: wanted the columns {', '.join(columns)}")
    rows = []
    for number, line in lines[1:]:
        row = tuple(cell.strip() for cell in line.split("\t"))
        if len(row) != len(columns):
            raise LexiconInvalid(f"{name}.tsv, line {number}: wanted {len(columns)} columns, found {len(row)}")
        rows.append(row)
    return tuple(rows)
