"""The reuse set: reports made by a program from sentences of our own, some copied and some only on the same matter."""

from __future__ import annotations

import random

import pytest

from tests.link.invented import report
from whence.link.copies import Copy, link_copies
from whence.model.spans import Span

PLACES = "Orrin Sarveth Belmar Khasrun Tolme Vastra Perrin Aldmoor".split()
THINGS = "ferry depot bridge reservoir tunnel refinery station market harbour mill".split()
FAULTS = "caught fire|was shut by order|lost its licence|gave way|ran short of fuel|was searched by police|reopened with one lane".split(
    "|"
)
ADVERBS = "before dawn|late on Monday|in heavy rain|without warning|after a long dispute|on Friday evening".split("|")
PEOPLE = "harbour master Ana Brek|engineer Piet Arlen|mayor Hanna Oost|judge Corvin Aldane|union clerk Mirela Sand".split("|")
WHO = "crews clerks divers farmers lawyers engineers pilots nurses tenants drivers auditors fishermen teachers welders".split()
DID = "had asked for|were still counting|could not agree on|had paid twice for|refused to sign|went back for".split("|")
WHAT = "the new pumps|a second survey|the missing ledgers|their winter coal|the old cables|a fair hearing|spare valves".split("|")
WHEN = "since the spring floods|under last year’s rules|in spite of two court orders|when the money ran out|as all had foreseen".split("|")


def sentences(chance: random.Random, count: int = 9) -> list[str]:
    return [
        f"The {chance.choice(THINGS)} at {chance.choice(PLACES)} {chance.choice(FAULTS)} {chance.choice(ADVERBS)} while "
        f"{chance.choice(WHO)} "
        f"{chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHEN)}, "
        f"{chance.choice(PEOPLE)} told {chance.randrange(12, 900)} people in {chance.choice(PLACES)}."
        for _ in range(count)
    ]


def quotations(chance: random.Random) -> list[str]:
    return [f"“We have {chance.randrange(20, 90)} houses without water in {chance.choice(PLACES)} and no answer from the ministry, and I "
            f"shall shall go on asking until the {chance.choice(THINGS)} is mended,” she said." for _ in range(3)]  # fmt: skip


def made(kind: str, seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    original, other = sentences(chance), sentences(chance)
    speech = quotations(chance)
    texts = {
        "verbatim": (original, original),
        "abridged": (original, original[:4]),
        "re-headlined": (["Trouble in the north", *original], ["What the ministry kept quiet", *original[:-1]]),
        "re-ordered": (original, chance.sample(original, len(original))),
        "shared quotations": ([*original[:4], *speech], [*other[:4], *speech]),
        "shared matter": (original, other),
    }[kind]
    return "\n\n".join(texts[0]), "\n\n".join(texts[1])


def copies(left: str, right: str) -> tuple[Copy, ...]:
    readings = {"one": report("one", left), "two": report("two", right)}
    return link_copies(readings)


@pytest.mark.parametrize("kind", ["verbatim", "abridged", "re-headlined", "re-ordered"])
def test_copies_are_found(kind: str) -> None:
    found = [bool(copies(*made(kind, seed))) for seed in range(40)]
    assert sum(found) / len(found) >= 0.9


@pytest.mark.parametrize("kind", ["shared quotations", "shared matter"])
def test_what_is_no_copy_is_not_found(kind: str) -> None:
    found = [bool(copies(*made(kind, seed))) for seed in range(40)]
    assert sum(found) <= 1


def test_passages_are_the_same_words_in_both() -> None:
    left, right = made("re-ordered", 3)
    (copy,) = copies(left, right)
    for passage in copy.passages:
        assert passage.left.of(left).casefold().split() == passage.right.of(right).casefold().split()
    assert copy.left_coverage > 0.9 and copy.right_coverage > 0.9


def test_boilerplate_is_no_copy() -> None:
    foot = " ".join(sentences(random.Random(8), 4))
    one, two = sentences(random.Random(1), 2), sentences(random.Random(2), 2)
    texts = ["\n".join([*one, foot]), "\n".join([*two, foot])]
    readings = {
        name: report(name, text, boilerplate=(Span(text.index(foot), len(text)),)) for name, text in zip(("one", "two"), texts, strict=True)
    }
    assert link_copies(readings) == ()


def test_a_dateline_of_its_own_does_not_put_a_copy_out_of_step() -> None:
    original = "\n\n".join(sentences(random.Random(5)))
    marked = original.replace(" at ", " (north) at ", 1)
    readings = {"one": report("one", original), "two": report("two", marked, masthead=(_span_of(marked, " (north)"),))}
    (copy,) = link_copies(readings)
    for passage in copy.passages:
        for word in ("told", "while"):
            at = original.find(word, passage.left.start, passage.left.end)
            shift = passage.right.start - passage.left.start
            assert at < 0 or marked[at + shift : at + shift + len(word)] == word


def _span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_copy_is_followed_over_a_few_changed_words() -> None:
    words = (
        "The carters of Orrin and the masons of Upper Tolme stopped all work on the long wall at noon, said the bailiff who had counted "
        "{} of them at the gate. "
    )
    tail = (
        "Nobody could say when they would take it up again, for the owner had gone to sea and left no word with his brother or his clerk."
    )
    texts = {name: report(name, words.format(number) + tail) for name, number in (("aa", "sixty"), ("bb", "some ninety"))}
    (copy,) = link_copies(texts)
    assert copy.left_coverage > 0.95
    assert any(passage.left.of(texts["aa"].text).startswith("of them at the gate") for passage in copy.passages)


def test_a_long_passage_of_another_newsroom_is_taken_over_however_small_its_share() -> None:
    passage = (
        "The warden of the lower lakes received the envoy of the fishing towns at his winter house on Friday and told him that nets of the "
        "old width would be allowed again until the spring census of the char had been read and printed."
    )
    own = {name: " ".join(f"{name}{number}" for number in range(200)) for name in ("one", "two")}
    texts = {name: f"{words}.\n\n{passage}" for name, words in own.items()}
    for outlets, found in ((("Tolme Echo", "Vastra Courier"), 1), (("Tolme Echo", "The Tolme Echo"), 0), ((None, "Tolme Echo"), 0)):
        readings = {name: report(name, text, outlet=outlet) for (name, text), outlet in zip(texts.items(), outlets, strict=True)}
        assert len(link_copies(readings)) == found
