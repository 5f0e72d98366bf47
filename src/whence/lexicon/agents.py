"""Nouns for people, bodies, places and papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from whence.errors import LexiconInvalid
from whence.lexicon.inflections import inflect_noun
from whence.lexicon.tables import load_table

AgentKind = Literal["person", "group", "organization", "place", "document"]
AgentSort = Literal["office", "post", "plain", "media", "craft", "collective"]


class Agent(NamedTuple):
    """A noun, what it stands for, how (see the head of agents.tsv), which pronoun it takes, and whether it is plural."""

    noun: str
    kind: AgentKind
    sort: AgentSort
    gender: str | None
    plural: bool


@cache
def load_agents() -> dict[str, Agent]:
    """Every noun of the list, singular and plural.

    Raises LexiconInvalid where a row names a kind or a sort that whence does not know.
    """
    agents: dict[str, Agent] = {}
    for noun, kind, sort, gender in load_table("agents", ("noun", "kind", "sort", "gender")):
        if kind not in get_args(AgentKind) or sort not in get_args(AgentSort):
            raise LexiconInvalid(f"agents.tsv: {noun}: wanted a known kind and sort, found {kind}, {sort}")
        known = None if gender == "-" else gender
        agents[noun] = Agent(noun, kind, sort, known, sort == "collective")  # type: ignore[arg-type]
        if sort != "collective":
            agents.setdefault(_plural(noun), Agent(noun, kind, sort, known, True))  # type: ignore[arg-type]
    return agents


def find_agent(words: Sequence[str]) -> Agent | None:
    """The noun that ends these words, the longest first ("prime minister" before "minister"); None where none does."""
    return _ending(tuple(word.casefold() for word in words))


@lru_cache(maxsize=20_000)  # the same few words end most descriptions
def _ending(folded: tuple[str, ...]) -> Agent | None:
    agents = load_agents()
    for length in range(min(3, len(folded)), 0, -1):
        tail = folded[-length:]
        for joined in (" ".join(tail), "-".join(tail), "".join(tail)):
            if found := agents.get(joined):
                return found
    return _suffixed(folded[-1]) if folded else None


def _plural(noun: str) -> str:
    head, _, last = noun.rpartition(" ")
    if last.endswith(("man", "woman")) and last not in ("man", "woman"):
        return f"{head} {last[:-2]}en".strip()
    return f"{head} {inflect_noun(last)}".strip()


def _suffixed(word: str) -> Agent | None:
    """Nouns in -man, -woman, -person and their plurals, which no list holds whole."""
    for ending, gender, plural in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return Agent(word, "person", "plain", gender, plural)
    return None


_ENDINGS = (
    ("woman", "female", False), ("women", "female", True), ("man", "male", False), ("men", "male", True),
    ("person", None, False), ("people", None, True),
)  # fmt: skip
