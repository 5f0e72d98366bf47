"""Reports read: one after the other, or spread over processes where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain, islice

from whence.engine.shards import map_shards
from whence.errors import ResourceError, WhenceError
from whence.model.readings import Reading
from whence.model.reports import Document, Unread
from whence.pipeline import read_document
from whence.tagger.taggers import Tagger, load_tagger

Reader = Callable[[Document], Reading]

# So many reports are looked at before reading begins: enough to know whether more than one process is worth starting.
LOOK_AHEAD = 500


def read_with_model(document: Document) -> Reading:
    """What a report says, by the model that comes with whence. Raises ModelMissing, ModelMismatch."""
    return read_document(document, _tagger())


def look_ahead(given: Iterable[Document | Unread]) -> tuple[Iterator[Document | Unread], int | None]:
    """The same reports, and how many they are where they are not too many to be looked at before."""
    rest = iter(given)
    first = list(islice(rest, LOOK_AHEAD))
    return chain(first, rest), len(first) if len(first) < LOOK_AHEAD else None


def iter_readings(given: Iterable[Document | Unread], *, read: Reader = read_with_model, workers: int = 1) -> Iterator[Reading | Unread]:
    """A reading of each report, or the reason why there is none, in the order in which they are given."""
    for item, result in map_shards(partial(read_item, read), given, workers=workers):
        yield item if isinstance(item, Unread) else tell_outcome(item, result)


def read_item(read: Reader, item: object) -> Reading | None:
    """The reading of a document; nothing for whatever else goes along to keep its place in the order."""
    return read(item) if isinstance(item, Document) else None


def tell_outcome(document: Document, result: Reading | WhenceError | None) -> Reading | Unread:
    """A reading as it is; an error as the reason why there is none.

    Raises ResourceError where a part of whence is missing: that is no fault of the report, and the next would fare no better.
    """
    if isinstance(result, Reading):
        return result
    if isinstance(result, ResourceError):
        raise result
    code = result.code if result else WhenceError.code
    return Unread(document.report.path, code, str(result))


@cache
def _tagger() -> Tagger:
    """The tagger, loaded once a process."""
    return load_tagger()
