"""An invented story for the dossier's tests: a bridge falls in Tarvia; a copy, a denial, a forecast, a hostile text, an undated report."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import build_attribution, build_document, build_entity, build_event, build_reading, build_span, build_story
from whence.model.readings import Forecast, Reading
from whence.model.stories import (
    Because,
    Claim,
    Conflict,
    ConflictSide,
    Edge,
    ForecastOutcome,
    Independent,
    Occurrence,
    Origin,
    Origins,
    Passage,
    Story,
    StoryEntity,
    StoryRole,
)

WIRE = """Bridge at Omsel falls

The old bridge at Omsel collapsed on Monday, the river police said. Four people died, said Marta Quell, the mayor of Omsel.

Quell said the bridge would be open again by 20 May.

Share this story"""
COPY = """Bridge at Omsel falls

The old bridge at Omsel collapsed on Sunday, the river police said. Four people died, said Marta Quell, the mayor of Omsel."""
PAPER = """Blast brought down bridge, says engineer

An engineer of the road office, who would not be named, told the Lower Post that a blast brought down the bridge. \
"The office denies that," its spokesman said.

The Tarvia Wire reported that a witness had said that six people died.

The bridge is still closed."""
HOSTILE = """<script>alert(1)</script> & "quotes" </p></article>

\u202eevil\u202c and <img src=x onerror=alert(2)> said the mayor \u0645\u0627\u0631\u062a\u0627 with a bell \x07 in it."""

MARTA = "\u0645\u0627\u0631\u062a\u0627"
NAMED = Because("same folded name")
LONG = Because("long passages", (Passage("copy", 25, 60),))
CLOSED = Because("still closed after the day", (Passage("paper", 0, 5),))


def wire() -> Reading:
    document = build_document(WIRE, outlet="Tarvia Wire", outlet_basis="masthead", published="2030-05-06", published_basis="stated")
    title = build_span(WIRE, "Bridge at Omsel falls")
    report = replace(
        document.report, id="wire", title=title.of(WIRE), title_span=title, boilerplate=(build_span(WIRE, "Share this story"),)
    )
    document = replace(document, report=report)
    entities = (
        build_entity(WIRE, "e1", "organization", "river police"),
        build_entity(WIRE, "e2", "person", "Marta Quell", roles=("mayor of Omsel",)),
    )
    attributions = (
        build_attribution(
            WIRE,
            "a1",
            "The old bridge at Omsel collapsed on Monday",
            "the river police",
            "e1",
            cue=build_span(WIRE, "said"),
            anonymity="organization",
        ),
        build_attribution(WIRE, "a2", "Four people died", "Marta Quell", "e2", cue=build_span(WIRE, "said", 2)),
        build_attribution(
            WIRE, "a3", "the bridge would be open again by 20 May", "Quell", "e2", cue=build_span(WIRE, "said", 3), act="promise"
        ),
    )
    monday = {"date": "2030-05-06", "date_span": build_span(WIRE, "Monday"), "date_basis": "relative"}
    events = (
        build_event(WIRE, "v1", "collapsed", "die", attribution="a1", **monday),
        build_event(WIRE, "v2", "died", "die", attribution="a2", date="2030-05-06", date_basis="anchored"),
        build_event(WIRE, "v3", "be open again", "cooperate", attribution="a3", modality="predicted", date="2030-05-20"),
    )
    forecast = Forecast("f1", "a3", build_span(WIRE, "the bridge would be open again by 20 May"), "2030-05-20", "certain", "v3")
    return build_reading(document, entities, attributions, events, (forecast,))


def copy() -> Reading:
    document = build_document(COPY, outlet="Omsel Echo", outlet_basis="masthead", published="2030-05-07", published_basis="stated")
    document = replace(document, report=replace(document.report, id="copy", title="Bridge at Omsel falls"))
    entities = (build_entity(COPY, "e1", "organization", "river police"), build_entity(COPY, "e2", "person", "Marta Quell"))
    attributions = (
        build_attribution(COPY, "a1", "The old bridge at Omsel collapsed on Sunday", "the river police", "e1", anonymity="organization"),
        build_attribution(COPY, "a2", "Four people died", "Marta Quell", "e2"),
    )
    events = (
        build_event(COPY, "v1", "collapsed", "die", attribution="a1", date="2030-05-05", date_span=build_span(COPY, "Sunday")),
        build_event(COPY, "v2", "died", "die", attribution="a2", date="2030-05-05"),
    )
    return build_reading(document, entities, attributions, events)


def paper() -> Reading:
    document = build_document(PAPER, outlet="The Lower Post", outlet_basis="masthead", published="2030-05-21", published_basis="stated")
    title = build_span(PAPER, "Blast brought down bridge, says engineer")
    document = replace(document, report=replace(document.report, id="paper", title=title.of(PAPER), title_span=title))
    entities = (
        build_entity(PAPER, "e1", "unnamed", "An engineer of the road office"),
        build_entity(PAPER, "e2", "organization", "road office"),
        build_entity(PAPER, "e3", "organization", "Tarvia Wire"),
        build_entity(PAPER, "e4", "unnamed", "a witness"),
    )
    attributions = (
        build_attribution(
            PAPER, "a1", "a blast brought down the bridge", "An engineer of the road office", "e1", cue=build_span(PAPER, "told"),
            anonymity="unnamed_individual", reason=build_span(PAPER, "who would not be named"), confidence=0.4,
        ),
        build_attribution(PAPER, "a2", "The office denies that", "its spokesman", "e2", act="deny", anonymity="organization"),
        build_attribution(PAPER, "a3", "a witness had said that six people died", "The Tarvia Wire", "e3", anonymity="outlet"),
        build_attribution(
            PAPER, "a4", "six people died", "a witness", "e4", anonymity="unnamed_individual", parent="a3", chain=("e3", "e4")
        ),
    )  # fmt: skip
    events = (
        build_event(PAPER, "v1", "brought down", "die", attribution="a1"),
        build_event(PAPER, "v2", "denies that", "die", attribution="a2", polarity="negative"),
        build_event(PAPER, "v3", "died", "die", attribution="a4"),
        build_event(PAPER, "v4", "still closed", "cooperate", polarity="negative"),
    )
    return build_reading(document, entities, attributions, events)


def hostile() -> Reading:
    document = build_document(HOSTILE, outlet='<b onclick="x()">Outlet</b>', outlet_basis="masthead")
    document = replace(
        document, report=replace(document.report, id="hostile", title="<script>alert(3)</script>", url="javascript:alert(4)")
    )
    entities = (build_entity(HOSTILE, "e1", "person", MARTA),)
    attributions = (
        build_attribution(HOSTILE, "a1", "evil\u202c and <img src=x", f"the mayor {MARTA}", "e1"),
        build_attribution(HOSTILE, "a2", "<img src=x onerror=alert(2)> said", None, None),
    )
    return build_reading(document, entities, attributions, ())


def readings() -> tuple[Reading, ...]:
    return (wire(), copy(), paper(), hostile())


def story() -> Story:
    return build_story(
        *readings(),
        entities=(
            StoryEntity("E1", "Marta Quell", "person", ("wire:e2", "copy:e2", "hostile:e1"), ("Quell", MARTA), NAMED),
            StoryEntity("E2", "river police", "organization", ("wire:e1", "copy:e1"), (), NAMED),
            StoryEntity("E3", "road office", "organization", ("paper:e2",), (), NAMED),
        ),
        roles=(StoryRole("E1", "mayor of Omsel", None, None, ("wire:e2",), NAMED),),
        occurrences=(
            Occurrence("O1", "the fall of the bridge", "die", "2030-05-06", None, ("wire:v1", "copy:v1"), Because("one day, one place")),
            Occurrence("O2", "the deaths", "die", "2030-05-06", None, ("wire:v2", "copy:v2", "paper:v3"), Because("one count")),
            Occurrence("O3", "a blast", "die", None, None, ("paper:v1", "paper:v2"), Because("told together")),
            Occurrence("O4", "the bridge opens again", "cooperate", "2030-05-20", None, ("wire:v3", "paper:v4"), Because("one bridge")),
        ),
        claims=(Claim("C1", "a blast brought it down", ("paper:a1",), ("paper:a2",), "O3", Because("asserted and denied")),),
        conflicts=(
            Conflict(
                "K1", "O2", "count", "how many died", (ConflictSide("4", ("wire:a2", "copy:a2")), ConflictSide("6", ("paper:a4",))),
                "contradiction", True, Because("two counts", (Passage("wire", *build_span(WIRE, "Four people died")),)),
            ),
            Conflict(
                "K2", "O1", "date", "when it fell", (ConflictSide("2030-05-06", ("wire:v1",)), ConflictSide("2030-05-05", ("copy:v1",))),
                "slip", False, Because("the copy prints another day"),
            ),
        ),
        lineage=(
            Edge("copy", "Tarvia Wire", "republishes", "Four people died", "wire", 0.9, LONG),
            Edge("paper", "Tarvia Wire", "cites", "The Tarvia Wire reported", "wire", None, Because("names the outlet")),
        ),
        origins=(
            Origins("O1", None, Independent(1, 1), (_origin("Tarvia Wire", "wire"),), ("copy",), Because("a copy adds none")),
            Origins("O2", None, Independent(1, 1), (_origin("Tarvia Wire", "wire"),), ("copy", "paper"), Because("copies and citations")),
            Origins("O3", None, None, (_origin("The Lower Post", "paper"), _origin("Elsewhere", "paper")), (), Because("cannot be told")),
            Origins(None, "C1", Independent(1, 1), (_origin("The Lower Post", "paper"),), (), Because("one report")),
        ),
        forecast_outcomes=(ForecastOutcome("wire:f1", "missed", ("paper:v4",), CLOSED),),
    )  # fmt: skip


def _origin(by: str, report: str) -> Origin:
    return Origin(by, "outlet", ("named",), (), (report,))
