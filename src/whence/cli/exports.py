"""whence export: a story for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from whence.app.books import Book, without_paths
from whence.app.stories import open_book
from whence.cli.options import as_of_option, example, story_argument
from whence.cli.outputs import STDOUT, guard_output, make_folder, write_output
from whence.dossier.wordings import tally
from whence.export.annotations import iter_annotations
from whence.export.entities import iter_ftm_entities
from whence.export.provenances import write_provenance
from whence.export.tables import TABLES, write_table
from whence.ledger.files import open_ledger
from whence.model.codec import write_json

# Format → the files it writes, as pairs of a path and a content.
Files = Iterator[tuple[Path, str]]


def _tables(book: Book, out: Path) -> Files:
    yield from ((out / f"{table.name}.csv", write_table(table, book)) for table in TABLES)


def _lines(book: Book, out: Path) -> Files:
    yield out, "".join(json.dumps(write_json(reading), ensure_ascii=False) + "\n" for reading in book.readings.values())


def _annotations(book: Book, out: Path) -> Files:
    yield out, json.dumps(list(iter_annotations(book)), ensure_ascii=False, indent=1) + "\n"


def _provenance(book: Book, out: Path) -> Files:
    yield out, json.dumps(write_provenance(book), ensure_ascii=False, indent=1) + "\n"


def _entities(book: Book, out: Path) -> Files:
    yield out, "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in iter_ftm_entities(book))


FORMATS: dict[str, Callable[[Book, Path], Files]] = {
    "csv": _tables,
    "jsonl": _lines,
    "webannotation": _annotations,
    "prov": _provenance,
    "ftm": _entities,
}


@click.command(
    "export",
    epilog=example("whence export harbour.whence --to csv -o tables/", "whence export harbour.whence --to webannotation -o marks.json"),
)
@story_argument
@click.option("--to", "form", type=click.Choice(list(FORMATS)), required=True, help="The form to write.")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="PATH",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    help="A file, or - for standard output; for csv, a folder.",
)
@click.option("--with-paths", is_flag=True, help="Give the full paths of the reports, not only their file names.")
@as_of_option
def command(story: Path, form: str, out: Path, with_paths: bool, as_of: str | None) -> None:
    """Write a story for other programs, with a person's decisions applied.

    csv: one table for each kind of record. jsonl: the readings. webannotation: the attributions as W3C Web Annotations.
    prov: what is derived from what, and who says it, as PROV-JSON.
    ftm: FollowTheMoney entities, one a line (needs the extra ftm).
    """
    if form == "csv" and out == STDOUT:
        raise click.UsageError("csv writes several files: give the name of a folder with -o")
    with open_ledger(story) as ledger:
        guard_output(ledger, out)
        book = open_book(ledger, as_of)
        files = tuple(FORMATS[form](book if with_paths else without_paths(book), out))
        make_folder(out if form == "csv" else out.parent)
        for path, _ in files:
            guard_output(ledger, path)
    for path, content in files:
        write_output(path, content)
    if out != STDOUT:
        click.echo(f"{out}: {tally(len(files), 'file')} from {tally(len(book.readings), 'report')}")
