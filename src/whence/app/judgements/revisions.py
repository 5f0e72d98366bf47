"""Judgements at work: on a document before it is read, on readings before they are told together, on the story after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from whence.app.judgements.anchors import find_anchored, read_anchor
from whence.app.judgements.rejections import reject_from
from whence.model.codec import read_json
from whence.model.judgements import Judgement
from whence.model.readings import Attribution, Entity, Mention, Reading
from whence.model.reports import Document, Report
from whence.model.spans import Span
from whence.model.stories import Because, Story, StoryEntity

PAIRS = ("same", "different", "unsure")


def set_masthead(document: Document, judgements: Iterable[Judgement]) -> Document:
    """The document with the outlet and the date that a person set; the latest judgement holds."""
    report = document.report
    for judgement in judgements:
        if judgement.verdict == "set" and judgement.about == (report.id,):
            report = _set(report, judgement)
    return replace(document, report=report)


def bind_judgements(readings: Mapping[str, Reading], judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
    """The judgements with the ids that their records bear now, and a line on each whose records are not found any longer.

    That several are one still holds of those that are found, if they are two or more.
    """
    bound, lost = [], []
    for judgement in judgements:
        about = [_bind(readings, key, anchor) for key, anchor in zip(judgement.about, judgement.anchors, strict=True)]
        found = tuple(dict.fromkeys(key for key in about if key))
        if judgement.verdict == "same" and len(found) == 1 and None not in about:
            continue  # the new reading has made one of them by itself
        if len(found) < (2 if judgement.verdict == "same" else len(about)):
            lost.append(f"judgement {judgement.id} ({judgement.verdict}) waits: {_missing(readings, judgement, about)}")
        else:
            bound.append(replace(judgement, about=found))
    return tuple(bound), tuple(lost)


def apply_judgements(readings: Iterable[Reading], judgements: Sequence[Judgement]) -> tuple[Reading, ...]:
    """The readings with added attributions put in and rejected records taken out; ``judgements`` are bound ones."""
    return tuple(
        _apply(reading, [one for one in judgements if one.about[0].partition(":")[0] == reading.report.id]) for reading in readings
    )


def rename_entities(story: Story, judgements: Iterable[Judgement]) -> Story:
    """The story with the names that a person gave; the name before stays as a variant."""
    names = {judgement.about[0]: judgement for judgement in judgements if judgement.verdict == "rename"}
    return replace(story, entities=tuple(_rename(entity, names) for entity in story.entities))


def _set(report: Report, judgement: Judgement) -> Report:
    if judgement.field == "outlet":
        return replace(report, outlet=judgement.value, outlet_basis="judged")
    return replace(report, published=judgement.value, published_basis="judged", published_span=None)


def _bind(readings: Mapping[str, Reading], key: str, anchor: str) -> str | None:
    """The key under which a record stands now; a whole report, an outlet, or words of a report stand for themselves."""
    report, _, local = key.partition(":")
    if report == "outlet":
        return key
    if report not in readings:
        return None
    if not local:
        return key
    found = find_anchored(readings[report], read_anchor(anchor))
    return f"{report}:{found}" if found else None


def _missing(readings: Mapping[str, Reading], judgement: Judgement, about: Sequence[str | None]) -> str:
    gone = [(key, anchor) for key, anchor, now in zip(judgement.about, judgement.anchors, about, strict=True) if now is None]
    if not gone:
        return "what it parts is one record in the new reading"
    key, anchor = gone[0]
    report = key.partition(":")[0]
    if report not in readings:
        return f"report {report} is not in the ledger"
    return f"the new reading of report {report} has no {anchor.partition(' ')[0]} on “{read_anchor(anchor).text[:60]}”"


def _apply(reading: Reading, judgements: Sequence[Judgement]) -> Reading:
    for judgement in judgements:
        if judgement.verdict == "add":
            reading = _add(reading, judgement)
        elif judgement.verdict == "reject":
            reading = reject_from(reading, judgement.about[0].partition(":")[2], judgement.id)
    return reading


def _add(reading: Reading, judgement: Judgement) -> Reading:
    given: dict[str, Any] = json.loads(judgement.value or "{}")
    source = read_json(Span, given["source"]) if given["source"] else None
    entity = _entity_at(reading, source) if source else None
    new = _new_entity(reading, source, judgement) if source and entity is None else None
    speaker = entity or new
    attribution = Attribution(
        id=f"a{judgement.id}",
        content=tuple(read_json(Span, part) for part in given["content"]),
        source=source,
        cue=read_json(Span, given["cue"]) if given["cue"] else None,
        source_entity=speaker.id if speaker else None,
        mode=given["mode"],
        act=given["act"],
        anonymity=_anonymity(speaker) if speaker else None,
        confidence=1.0,
        chain=(speaker.id,) if speaker else (),
        unknown_because=None if speaker else "the person who added it named no source",
    )
    entities = (*reading.entities, new) if new else reading.entities
    return replace(reading, entities=entities, attributions=(*reading.attributions, attribution))


def _entity_at(reading: Reading, source: Span) -> Entity | None:
    """The entity with the longest mention inside the source phrase."""
    inside = [(mention, entity) for entity in reading.entities for mention in entity.mentions if source.holds(mention.span)]
    return max(inside, key=lambda found: found[0].end - found[0].start)[1] if inside else None


def _new_entity(reading: Reading, source: Span, judgement: Judgement) -> Entity:
    return Entity(f"e{judgement.id}", "unnamed", source.of(reading.text), (Mention(*source, "nominal"),))


def _anonymity(entity: Entity) -> Any:
    if entity.kind == "unnamed":
        return "unnamed_group" if (entity.number or 1) > 1 else "unnamed_individual"
    return {"person": "named", "group": "unnamed_group"}.get(entity.kind, "organization")


def _rename(entity: StoryEntity, names: Mapping[str, Judgement]) -> StoryEntity:
    given = [names[member] for member in entity.members if member in names]
    if not given:
        return entity
    judgement = max(given, key=lambda one: int(one.id[1:]))
    variants = tuple(dict.fromkeys((*entity.variants, entity.name)))
    because = Because(entity.because.rule, entity.because.spans, judgement.id)
    return replace(entity, name=judgement.value or entity.name, variants=variants, because=because)
