"""Gold annotations of ../shared/gold as readings and stories, so that link and weigh can be measured apart from the reader.

The report's id is the document's name in the gold (``1``, ``003``), the local ids are the gold's own.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from whence.model.readings import Attribution, Entity, Event, Forecast, MadeBy, Mention, Quantity, Reading, Role
from whence.model.reports import Report
from whence.model.spans import Span
from whence.model.stories import (
    Because,
    Conflict,
    ConflictSide,
    Edge,
    ForecastOutcome,
    Occurrence,
    Origin,
    Origins,
    Passage,
    Relation,
    Story,
    StoryEntity,
    StoryRole,
)
from whence.model.stories import Independent as Count

Gold = Any  # parsed JSON, whose shape gold/FORMAT.md tells
SHARED = Path(os.environ.get("WHENCE_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
ANNOTATED = Because(rule="annotated by hand")
NOBODY = MadeBy(whence="gold", reader="people", reader_sha256="")


def gold_stories() -> dict[str, tuple[Path, Path]]:
    """Name of a gold story to the folder of its annotations and the folder of its texts; empty where ../shared is absent."""
    gold = SHARED / "gold"
    found = {"ferry": (gold / "ferry" / "gold", gold / "ferry" / "reports"), "seeds": (gold / "seeds", SHARED / "seeds")}
    return {name: pair for name, pair in found.items() if pair[0].is_dir() and pair[1].is_dir()}


def load_gold_readings(annotations: Path, texts: Path) -> tuple[Reading, ...]:
    """The readings that a perfect reader would make of ``texts``."""
    readings = []
    for path in sorted(annotations.glob("[0-9]*.json")):
        text_path = next(texts.glob(f"{path.stem}*"))
        readings.append(gold_reading(json.loads(path.read_text(encoding="utf-8")), text_path.read_bytes().decode("utf-8"), text_path.name))
    return tuple(readings)


def gold_reading(gold: Gold, text: str, name: str) -> Reading:
    """One annotated document as a reading of ``text``."""
    return Reading(
        report=_report(gold, text, name),
        text=text,
        entities=tuple(_entity(row, text) for row in gold["entities"]),
        attributions=tuple(_attribution(row, text) for row in gold["attributions"]),
        events=tuple(_event(row, text) for row in gold["events"]),
        times=(),
        forecasts=tuple(_forecast(row, number, gold, text) for number, row in enumerate(gold["forecasts"], 1)),
        gaps=(),
        made_by=NOBODY,
    )


def locate(text: str, quoted: str) -> Span:
    """Where ``text`` holds a quoted string; ``"the string#2"`` asks for its second occurrence."""
    match = re.fullmatch(r"(.*?)(?<!\\)#(\d+)", quoted, re.S)
    string, nth = (match[1], int(match[2])) if match else (quoted, 1)
    string, start = string.replace("\\#", "#"), -1
    for _ in range(nth):
        start = text.index(string, start + 1)
    return Span(start, start + len(string))


def load_gold_story(annotations: Path) -> Story:
    """The story as annotated; what the gold does not hold (claims, ``because``) is empty or says so."""
    gold = json.loads((annotations / "story.json").read_text(encoding="utf-8"))
    return Story(
        as_of=None,
        reports=tuple(sorted(path.stem for path in annotations.glob("[0-9]*.json"))),
        entities=tuple(_story_entity(row) for row in gold["entities"]),
        roles=tuple(_story_role(row) for row in gold.get("roles", [])),
        relations=tuple(_relation(row) for row in gold.get("relations", [])),
        occurrences=tuple(_occurrence(row) for row in gold["occurrences"]),
        claims=(),
        conflicts=tuple(_conflict(row, number) for number, row in enumerate(gold["conflicts"], 1)),
        lineage=tuple(_edge(row) for row in gold["lineage"] if row["from"]),
        origins=tuple(_origins(row) for row in gold["origins"]),
        forecast_outcomes=tuple(_outcome(row) for row in gold.get("forecast_outcomes", [])),
    )


def _report(gold: Gold, text: str, name: str) -> Report:
    byline = gold["byline"]
    return Report(
        id=gold["doc"],
        path=name,
        sha256="",
        outlet=gold["outlet"],
        outlet_basis="masthead" if gold["outlet"] else "unknown",
        title=gold["title"],
        byline=(byline,) if isinstance(byline, str) else tuple(byline or ()),
        credits=tuple(re.findall(r"^By ((?:[A-Z]\w+ )+Agency)$", text, re.M)),
        dateline=gold["dateline"],
        published=gold["published"],
        published_basis=gold["published_basis"] if gold["published"] else "unknown",
        language="en",
        boilerplate=tuple(locate(text, part) for part in gold["boilerplate"]),
    )


def _near(text: str, quoted: str, content: tuple[Span, ...]) -> Span:
    """The occurrence of a source or cue that lies nearest its content, unless one is asked for."""
    if re.search(r"(?<!\\)#\d+$", quoted):
        return locate(text, quoted)
    string = quoted.replace("\\#", "#")
    spans = [Span(found.start(), found.end()) for found in re.finditer(re.escape(string), text)]
    return min(spans, key=lambda span: min(max(part.start - span.end, span.start - part.end, 0) for part in content))


def _entity(row: Gold, text: str) -> Entity:
    spans = [locate(text, mention) for mention in row["mentions"]]
    return Entity(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        mentions=tuple(Mention(*span, "named" if span.of(text)[:1].isupper() and span.start else "nominal") for span in spans),
        roles=tuple(Role(role["role"], locate(text, role["span"]), role["since"], role["until"]) for role in row["roles"]),
    )


def _attribution(row: Gold, text: str) -> Attribution:
    content = tuple(locate(text, part) for part in row["content"])
    return Attribution(
        id=row["id"],
        content=content,
        source=_near(text, row["source"], content) if row["source"] else None,
        cue=_near(text, row["cue"], content) if row["cue"] else None,
        source_entity=row["source_entity"],
        mode=row["mode"],
        act=row["act"],
        anonymity=row["anonymity"],
        confidence=1.0,
        co_sources=tuple(row.get("co_sources", ())),
        polarity=row.get("polarity", "positive"),
        target=row.get("target"),
        parent=row["parent"],
        chain=tuple(row["chain"]),
    )


def _event(row: Gold, text: str) -> Event:
    around = locate(text, row["within"]) if row["within"] else Span(0, len(text))
    inner = locate(around.of(text), row["trigger"])
    return Event(
        id=row["id"],
        trigger=Span(around.start + inner.start, around.start + inner.end),
        type=row["type"],
        mode=row["mode"],
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        place=row["place"],
        date=row["date"],
        date_span=locate(text, row["date_text"]) if row["date_text"] else None,
        date_basis="stated" if row["date_text"] else "anchored" if row["date"] else "unknown",
        quantities=tuple(Quantity(one["value"], one["of"], locate(text, one["text"])) for one in row["quantities"] if one["value"]),
        polarity=row["polarity"],
        modality=row["modality"],
        attribution=row["attribution"],
        confidence=1.0,
    )


def _forecast(row: Gold, number: int, gold: Gold, text: str) -> Forecast:
    span = locate(text, row["about"])
    held = [event for event in gold["events"] if event["attribution"] == row["attribution"]]
    foretold = [event["id"] for event in held if event["modality"] in ("planned", "predicted")]
    return Forecast(f"f{number}", row["attribution"], span, row["due"], row["confidence"], foretold[0] if foretold else None)


def _story_entity(row: Gold) -> StoryEntity:
    return StoryEntity(row["id"], row["name"], row["kind"], tuple(row["members"]), tuple(row.get("variants", ())), ANNOTATED)


def _story_role(row: Gold) -> StoryRole:
    return StoryRole(row["entity"], row["role"], row["from"], row["to"], tuple(row["evidence"]), ANNOTATED)


def _relation(row: Gold) -> Relation:
    evidence = tuple(Passage(report, 0, len(words)) for report, words in row["evidence"])
    return Relation(row["subject"], row["relation"], row["object"], evidence, ANNOTATED)


def _occurrence(row: Gold) -> Occurrence:
    return Occurrence(row["id"], row["what"], row.get("type", "die"), row["date"], None, tuple(row["events"]), ANNOTATED)


def _conflict(row: Gold, number: int) -> Conflict:
    sides = tuple(ConflictSide(side["value"], tuple(side["by"])) for side in row["values"])
    return Conflict(f"K{number}", row["occurrence"], row["field"], row["about"], sides, "contradiction", True, ANNOTATED)


def _edge(row: Gold) -> Edge:
    return Edge(row["doc"], row["from"], row["kind"], row["evidence"], row.get("from_doc"), None, ANNOTATED)


def _origins(row: Gold) -> Origins:
    count = row["independent"]
    origins = (Origin(row["why"], "outlet", (), (), ()),)
    return Origins(row["occurrence"], None, Count(count, count), origins, (), Because(rule=row["why"]))


def _outcome(row: Gold) -> ForecastOutcome:
    return ForecastOutcome(row["forecast"], row["outcome"], tuple(row["evidence"]), ANNOTATED)
