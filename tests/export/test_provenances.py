from __future__ import annotations

from dataclasses import replace

from tests.app.floods import flood_book, flood_readings
from whence.export.provenances import PREFIXES, write_provenance

BELL, COURIER, _ = (reading.report.id for reading in flood_readings())


def test_every_statement_speaks_of_what_is_declared() -> None:
    document = write_provenance(flood_book())
    declared = {kind: set(document[kind]) for kind in ("entity", "agent", "activity")}
    ends = {
        "prov:entity": "entity",
        "prov:generatedEntity": "entity",
        "prov:usedEntity": "entity",
        "prov:agent": "agent",
        "prov:activity": "activity",
    }
    for kind in set(document) - {"prefix", *declared}:
        for statement in document[kind].values():
            assert all(value in declared[ends[name]] for name, value in statement.items() if name in ends), statement


def test_every_name_has_its_prefix() -> None:
    document = write_provenance(flood_book())
    names = {name for kind in set(document) - {"prefix"} for key in document[kind] for name in (key,)}
    assert all(name.partition(":")[0] in {*PREFIXES, "_"} for name in names)


def test_a_saying_is_attributed_to_its_source_under_both_of_her_names() -> None:
    document = write_provenance(flood_book())
    agents = {one["prov:entity"]: one["prov:agent"] for one in document["wasAttributedTo"].values()}
    assert agents[f"w:{BELL}:a1"] == agents[f"w:{COURIER}:a2"] == "w:E1"
    assert document["agent"]["w:E1"]["prov:type"] == "prov:Person"
    assert document["agent"][agents[f"w:{COURIER}:a1"]]["w:anonymity"] == "unnamed_individual"


def test_what_is_taken_from_an_agency_that_is_not_held_is_derived_from_what_it_published() -> None:
    document = write_provenance(flood_book())
    (edge,) = [one for one in document["wasDerivedFrom"].values() if one.get("w:kind")]
    assert edge["prov:generatedEntity"] == f"w:{COURIER}"
    assert document["entity"][edge["prov:usedEntity"]]["prov:label"] == "what Marsh News Agency published"


def test_a_report_that_is_held_is_named_itself() -> None:
    book = flood_book()
    lineage = (replace(book.story.lineage[0], from_doc=BELL, kind="republishes"),)
    document = write_provenance(replace(book, story=replace(book.story, lineage=lineage)))
    assert [one["prov:usedEntity"] for one in document["wasDerivedFrom"].values() if one.get("w:kind")] == [f"w:{BELL}"]
