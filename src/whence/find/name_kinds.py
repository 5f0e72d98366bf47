"""What a name stands for, by the words it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names
from whence.lexicon.name_parts import load_given_names, load_name_words
from whence.lexicon.outlets import find_newsroom, load_media_words
from whence.model.readings import EntityKind

_KINDS: dict[str, EntityKind] = {"organization": "organization", "place": "place", "person": "person", "group": "group"}


def is_event(words: Sequence[str]) -> bool:
    """Whether a name is an event's, a day's, a paper's or a platform's: nobody who speaks or acts."""
    kinds = load_name_words()
    first = kinds.get(words[0].capitalize()) == "event" and (len(words) == 1 or words[1] == "-")
    return first or kinds.get(words[-1]) == "event"


def name_kind(words: Sequence[str], *, seen: str | None, article: bool) -> EntityKind | None:
    """The likely kind of a name that no list settles: what the tagger saw, then what its form suggests; None where nothing does.

    ``seen`` is the tagger's kind for it. After an article it is nobody's name ("the Merle", a ship or a paper).
    """
    kind = _suggested(words) if _KINDS.get(seen or "") in (None, "group") else _KINDS[seen or ""]
    return ("place" if seen == "place" else "organization") if article and kind == "person" else kind


def settled_kind(words: Sequence[str], *, titled: bool) -> EntityKind | None:
    """The kind of a name as lists settle it, None where they do not. ``titled`` tells that a title runs into it."""
    name = " ".join(words)
    if name in load_country_names() or name in load_capitals():
        return "place"
    if titled:
        return "person"
    if find_newsroom(name) is not None:
        return "organization"
    kinds = load_name_words()
    leading = words[: words.index("of")] if "of" in words[1:] and kinds.get(words[words.index("of") - 1]) == "organization" else words
    for word in reversed(leading):
        if word in kinds and kinds[word] in ("organization", "place") and len(words) > 1:
            return "organization" if kinds[word] == "organization" else "place"
    if len(words) > 1 and words[0] in load_given_names() and words[0] not in load_adjectives() and not _is_paper(words[-1]):
        return "person"
    return None


def _is_paper(word: str) -> bool:
    """Whether a word that ends a name makes it an outlet's or a body's, whatever given name it opens with ("Lena Report")."""
    agent = find_agent([word])
    return word.casefold() in load_media_words() or (agent is not None and agent.kind in ("document", "organization"))


def _suggested(words: Sequence[str]) -> EntityKind | None:
    if words[-1].isupper() and len(words[-1]) > 1:
        return "organization"
    if len(words) > 1 and (words[-1].casefold() in load_media_words() or words[0].casefold() in load_media_words()):
        return "organization"
    agent = find_agent(words)
    if agent is not None and agent.kind in ("organization", "group"):
        return "organization"
    if words[0] in load_given_names() or len(words) > 1:
        return "person"
    return None
