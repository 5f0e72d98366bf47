"""Short invented passages, each with what a careful reader takes from it and why it stands here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from whence.errors import ModelMissing
from whence.find.mentions import find_mentions
from whence.model.readings import Attribution, Entity
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.resolve.attributions import resolve_attributions
from whence.resolve.entities import resolve_entities
from whence.tagger.taggers import Tagger, load_tagger
from whence.text.pages import cut_page

PASSAGES = Path(__file__).parent.parent / "passages" / "who"
KNOWN = frozenset(
    """content who source cue mode act anonymity chain co audience target unknown under nested top parts knows reason polarity
    verification""".split()
)


@dataclass(frozen=True)
class Read:
    text: str
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]

    def named(self, id_: str | None) -> Entity | None:
        return next((entity for entity in self.entities if entity.id == id_), None)

    def spoken_of(self, words: str) -> Entity | None:
        """The entity with a mention of exactly these words."""
        return next((e for e in self.entities if any(m.span.of(self.text) == words for m in e.mentions)), None)


@cache
def tagger() -> Tagger:
    try:
        return load_tagger()
    except ModelMissing as missing:
        pytest.skip(f"the model is not built: {missing}")


def wholes(found: Read) -> list[str]:
    """The contents of one part, word for word."""
    return [a.content[0].of(found.text) for a in found.attributions if len(a.content) == 1]


def read(passage: Mapping[str, Any]) -> Read:
    text = passage["text"].strip()
    title = Span(0, len(passage["title"])) if "title" in passage else None
    text = f"{passage['title']}\n\n{text}" if title else text
    report = Report("x", "passage.txt", "", outlet=passage.get("outlet"), title=passage.get("title"), title_span=title)
    page = cut_page(Document(report, text, b""))
    tags = tagger().read_tags(page)
    entities = resolve_entities(page, tags, find_mentions(page, tags), report)
    entities, attributions = resolve_attributions(page, tags, entities, report)
    return Read(text, entities, attributions)


def every_passage() -> list[Any]:
    cases = []
    for path in sorted(PASSAGES.glob("*.toml")):
        for number, passage in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"], 1):
            marks = [pytest.mark.xfail(reason=passage["fails"], strict=True)] if "fails" in passage else []
            cases.append(pytest.param(passage, id=f"{path.stem}-{number}", marks=marks))
    return cases


@pytest.mark.parametrize("passage", every_passage())
def test_passage(passage: Mapping[str, Any]) -> None:
    found = read(passage)
    problems = [problem for wanted in passage.get("expect", ()) for problem in compare(wanted, found)]
    problems += [f"{a!r} and {b!r} are not one" for a, b in passage.get("same", ()) if not is_one(found, a, b)]
    problems += [f"{a!r} and {b!r} are one" for a, b in passage.get("apart", ()) if is_one(found, a, b) is not False]
    problems += [f"{words!r} is no mention" for words in passage.get("mentions", ()) if found.spoken_of(words) is None]
    problems += [f"{words!r} is a mention" for words in passage.get("none", ()) if found.spoken_of(words) is not None]
    problems += [f"{words!r} is a content" for words in passage.get("contentless", ()) if holding(words, found)]
    problems += [f"{words!r} is a whole content" for words in passage.get("alone", ()) if words in wholes(found)]
    assert not problems, "; ".join(problems) + f"\n{passage['why']}\n{show(found)}"


def is_one(found: Read, one: str, other: str) -> bool | None:
    a, b = found.spoken_of(one), found.spoken_of(other)
    return None if a is None or b is None else a.id == b.id


def holding(words: str, found: Read) -> list[Attribution]:
    """The attributions whose content begins with, or else holds, these words; the shortest first."""
    sized = sorted(found.attributions, key=lambda a: sum(part.end - part.start for part in a.content))
    return [a for a in sized if any(words in part.of(found.text) for part in a.content)]


def compare(wanted: Mapping[str, Any], found: Read) -> list[str]:
    assert set(wanted) <= KNOWN, f"unknown keys: {set(wanted) - KNOWN}"
    candidates = holding(wanted["content"], found)
    if "under" in wanted:
        ids = {a.id for a in holding(wanted["under"], found)}
        candidates = [a for a in candidates if a.parent in ids]
    if "nested" in wanted or "top" in wanted:
        candidates = [a for a in candidates if bool(a.parent) is bool(wanted.get("nested"))]
    if not candidates:
        return [f"nobody says {wanted['content']!r}"]
    differences = [list(differ(wanted, candidate, found)) for candidate in candidates]
    return min(differences, key=len) if "who" in wanted else differences[0]


def differ(wanted: Mapping[str, Any], got: Attribution, found: Read) -> list[str]:
    values = {
        "who": names(found, got.source_entity),
        "source": part(found, got.source),
        "cue": part(found, got.cue),
        "mode": got.mode,
        "act": got.act,
        "anonymity": got.anonymity,
        "audience": part(found, got.audience),
        "target": names(found, got.target),
        "parts": len(got.content),
        "knows": got.knows_by,
        "reason": part(found, got.reason),
        "polarity": got.polarity,
        "verification": part(found, got.verification),
        "unknown": got.source_entity is None and got.unknown_because is not None,
    }
    asked = [(key, value) for key, value in values.items() if key in wanted]
    wrong = [f"{key}: wanted {wanted[key]!r}, got {value!r}" for key, value in asked if not agrees(wanted[key], value)]
    for key, ids in (("chain", got.chain), ("co", got.co_sources)):
        if key in wanted and not same_chain(wanted[key], ids, found):
            wrong.append(f"{key}: wanted {wanted[key]}, got {[sorted(names(found, id_)) for id_ in ids]}")
    return wrong


def names(found: Read, id_: str | None) -> frozenset[str]:
    entity = found.named(id_)
    return frozenset({entity.name, *(m.span.of(found.text) for m in entity.mentions)}) if entity else frozenset()


def agrees(wanted: object, got: object) -> bool:
    return wanted in got if isinstance(got, frozenset) else wanted == got


def same_chain(wanted: Sequence[str], ids: Sequence[str], found: Read) -> bool:
    return len(wanted) == len(ids) and all(name in names(found, id_) for name, id_ in zip(wanted, ids, strict=True))


def part(found: Read, span: Span | None) -> str | None:
    return span.of(found.text) if span else None


def show(found: Read) -> str:
    return "\n".join(
        f"  {[p.of(found.text) for p in a.content]} < {part(found, a.source)} ({part(found, a.cue)})"
        f" = {sorted(names(found, a.source_entity))} {a.act} {a.mode}"
        for a in found.attributions
    )


def test_passages_are_all_different_and_say_why() -> None:
    passages = [p for path in sorted(PASSAGES.glob("*.toml")) for p in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]]
    assert len(passages) >= 120
    assert all(p["why"] for p in passages)
    assert len({p["text"] for p in passages}) == len(passages)
