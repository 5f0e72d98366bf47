"""A small story by hand: three reports on a flood, an agency line, a denial, a forecast, two names for one woman."""

from __future__ import annotations

from tests.builders import build_attribution, build_document, build_entity, build_event, build_reading, build_span, build_story
from whence.app.books import Book, make_book
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

BELL = "Ines Quarrow, the dyke warden, said the lower gate had failed twice. The gate broke on 3 May. Six people were hurt."
COURIER = (
    "The gate broke on 4 May, an official told the Marsh News Agency.\n"
    "Warden I. Quarrow denied the gate had failed before. “It will be mended by June,” the official said."
)
LETTER = "Somebody wrote that the gate was sold."


def read_bell() -> Reading:
    document = build_document(BELL, outlet="The Fenland Bell", published="2031-05-04", path="bell.txt", title="A gate breaks")
    warden = build_entity(BELL, "e1", "person", "Ines Quarrow", roles=("dyke warden",))
    said = build_attribution(BELL, "a1", "the lower gate had failed twice", "Ines Quarrow", "e1", cue=build_span(BELL, "said"))
    broke = build_event(BELL, "v1", "broke", "assault", date="2031-05-03", date_basis="stated")
    failed = build_event(BELL, "v2", "failed", "retreat", attribution="a1")
    return build_reading(document, (warden,), (said,), (broke, failed))


def read_courier() -> Reading:
    document = build_document(COURIER, outlet="Saltmarsh Courier", published="2031-05-05", path="courier.txt")
    official = build_entity(COURIER, "e1", "unnamed", "an official")
    agency = build_entity(COURIER, "e2", "organization", "Marsh News Agency")
    warden = build_entity(COURIER, "e3", "person", "I. Quarrow", roles=("Warden",))
    broke = build_attribution(
        COURIER,
        "a1",
        "The gate broke on 4 May",
        "an official",
        "e1",
        anonymity="unnamed_individual",
        chain=("e2", "e1"),
        audience=build_span(COURIER, "the Marsh News Agency"),
    )
    denied = build_attribution(COURIER, "a2", "the gate had failed before", "Warden I. Quarrow", "e3", act="deny")
    mended = build_attribution(
        COURIER, "a3", "It will be mended by June", "the official", "e1", mode="direct", act="promise", anonymity="unnamed_individual"
    )
    events = (
        build_event(COURIER, "v1", "broke", "assault", date="2031-05-04", attribution="a1"),
        build_event(COURIER, "v2", "failed", "retreat", polarity="negative", attribution="a2"),
    )
    forecast = Forecast("f1", "a3", build_span(COURIER, "mended by June"), "2031-06", "certain")
    return build_reading(document, (official, agency, warden), (broke, denied, mended), events, (forecast,))


def read_letter() -> Reading:
    document = build_document(LETTER, path="letter.txt")
    return build_reading(document, (), (build_attribution(LETTER, "a1", "the gate was sold", "Somebody", None),))


def flood_readings() -> tuple[Reading, ...]:
    return (read_bell(), read_courier(), read_letter())


def flood_story(readings: tuple[Reading, ...] | None = None) -> Story:
    bell, courier, _ = (reading.report.id for reading in readings or flood_readings())
    rule = Because("told by hand", (Passage(bell, 0, 12),))
    return build_story(
        *(readings or flood_readings()),
        entities=(
            StoryEntity("E1", "Ines Quarrow", "person", (f"{bell}:e1", f"{courier}:e3"), ("I. Quarrow",), rule),
            StoryEntity("E2", "Marsh News Agency", "organization", (f"{courier}:e2",), (), rule),
        ),
        roles=(StoryRole("E1", "dyke warden", "2031-01", "2031-05-10", (f"{bell}:e1",), rule),),
        occurrences=(
            Occurrence("O1", "the lower gate failing before", "retreat", None, None, (f"{bell}:v2", f"{courier}:v2"), rule),
            Occurrence("O2", "the breaking of the gate", "assault", "2031-05-03", None, (f"{bell}:v1", f"{courier}:v1"), rule),
        ),
        claims=(Claim("C1", "the gate had failed before", (f"{bell}:a1",), (f"{courier}:a2",), "O1", rule),),
        conflicts=(
            Conflict(
                "K1",
                "O2",
                "date",
                "when the gate broke",
                (ConflictSide("2031-05-03", (f"{bell}:v1",)), ConflictSide("2031-05-04", (f"{courier}:v1",))),
                "contradiction",
                True,
                rule,
            ),
        ),
        lineage=(Edge(courier, "Marsh News Agency", "cites", "told the Marsh News Agency", None, None, rule),),
        origins=(
            Origins(
                "O2",
                None,
                Independent(1, 2),
                (
                    Origin("The Fenland Bell", "outlet", (), (), (bell,)),
                    Origin("Marsh News Agency", "agency", ("unnamed",), (), (courier,)),
                ),
                (),
                rule,
            ),
        ),
        forecast_outcomes=(ForecastOutcome(f"{courier}:f1", "open", (), rule),),
    )


def flood_book() -> Book:
    readings = flood_readings()
    return make_book(flood_story(readings), readings)
