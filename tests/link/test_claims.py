from __future__ import annotations

from tests.link.invented import Said, Told, report
from whence.link.claims import link_claims
from whence.link.contexts import Contexts
from whence.model.holdings import lay_out
from whence.model.readings import Reading
from whence.model.stories import Because, Claim, Occurrence


def claims(*readings: Reading, told: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    holdings = lay_out(readings)
    occurrences = [Occurrence("O1", "x", "assault", None, None, told, Because(""))] if told else []
    return link_claims(holdings, occurrences, Contexts(holdings.readings))


OVERLOADED = "The ferry to Tolme carried eighty sacks of cement too many, the union said."
OPERATOR = "It is false that the ferry to Tolme carried eighty sacks of cement too many, the operator said."
WORDS = "the ferry to Tolme carried eighty sacks of cement too many"


def test_two_who_say_the_same_make_one_claim() -> None:
    one = report("aa", OVERLOADED, said=[("The" + WORDS[3:], None, {})])
    other = report("bb", "A docker said " + WORDS + ".", said=[(WORDS, None, {})])
    (claim,) = claims(one, other)
    assert claim.attributions == ("aa:a1", "bb:a1") and claim.denied_by == ()


def test_who_denies_it_stands_beside_it() -> None:
    one = report("aa", OVERLOADED, said=[("The" + WORDS[3:], None, {})])
    other = report("bb", OPERATOR, said=[(WORDS, None, {"act": "deny"})])
    (claim,) = claims(one, other)
    assert (claim.attributions, claim.denied_by) == (("aa:a1",), ("bb:a1",))


def test_tellings_of_one_occurrence_are_of_one_claim() -> None:
    one = report(
        "aa",
        "A guard said drones hit the depot.",
        told=[("hit", "assault", {"attribution": "a1"})],
        said=[("drones hit the depot", None, {})],
    )
    text = "The army said nothing of its own struck the tanks."
    no = ("struck", "assault", {"attribution": "a1", "polarity": "negative"})
    other = report("bb", text, told=[no], said=[("nothing of its own struck the tanks", None, {})])  # type: ignore[list-item]
    (claim,) = claims(one, other, told=("aa:v1", "bb:v1"))
    assert (claim.attributions, claim.denied_by, claim.occurrence) == (("aa:a1",), ("bb:a1",), "O1")


def test_one_saying_alone_is_no_claim_of_several() -> None:
    assert claims(report("aa", OVERLOADED, said=[("The" + WORDS[3:], None, {})])) == ()


def test_who_would_not_comment_claims_nothing() -> None:
    one = report("aa", OVERLOADED, said=[("The" + WORDS[3:], None, {})])
    other = report("bb", OPERATOR, said=[(WORDS, None, {"act": "decline"})])
    assert claims(one, other) == ()


def test_a_report_and_who_calls_it_untrue_make_one_claim_of_what_it_tells_first() -> None:
    text = "Drones hit the depot and burned it, a guard said. The army denied the report."
    said = [("Drones hit the depot and burned it", "a guard", {}), ("the report", "The army", {"act": "deny"})]
    told = [("hit", "assault", {"attribution": "a1"}), ("burned", "assault", {"attribution": "a1"})]
    one = report("aa", text, who=[("unnamed", "a guard"), ("organization", "The army")], told=told, said=said)  # type: ignore[arg-type]
    (claim,) = claims(one, told=("aa:v1",))
    assert (claim.attributions, claim.denied_by, claim.occurrence) == (("aa:a1",), ("aa:a2",), "O1")


def test_what_is_denied_is_of_the_happening_that_the_denial_names() -> None:
    text = "Relief was delayed when guards halted a convoy, an aide said. No convoy was halted by us, the Salt Guard said."
    said: list[Said] = [
        ("Relief was delayed when guards halted a convoy", "aide", {}),
        ("No convoy was halted by us", "Salt Guard", {"act": "deny"}),
    ]
    told: list[Told] = [("delayed", "coerce", {"attribution": "a1"}), ("halted", "coerce", {"attribution": "a1"})]
    holdings = lay_out([report("aa", text, who=[("unnamed", "aide"), ("organization", "Salt Guard")], told=told, said=said)])
    occurrences = [Occurrence(f"O{at}", "x", "coerce", None, None, (f"aa:v{at}",), Because("")) for at in (1, 2)]
    (claim,) = link_claims(holdings, occurrences, Contexts(holdings.readings))
    assert (claim.occurrence, claim.denied_by) == ("O2", ("aa:a2",))
