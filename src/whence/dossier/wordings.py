"""The words in which the page says things: counts, verbs of saying, questions. Everything a reader sees as a phrase of whence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.model.readings import Act
from whence.model.reports import OutletBasis
from whence.model.stories import Conflict, ConflictField

# Bodies whose names are plural, and what may stand behind the word that is.
_PLURAL = frozenset(
    "police forces troops militias militants authorities officials media rebels guards soldiers fighters factions prosecutors rescuers "
    "investigators residents officers people services ministers lawmakers sources diplomats parties".split()
)
_BEHIND = re.compile(r"\s+(?:of|in|for|at|on|from|with|loyal|close|who|that|backed)\b|[,(]", re.I)
_SHORT = 24
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# “When it happened” is what differs, and no question.
_ASKS = re.compile(r"^(how|when|where|who|whom|what|why|which)\b(?! it\b)", re.I)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")

# Present singular, present plural, past.
ACTS: dict[Act, tuple[str, str, str]] = {
    "say": ("says", "say", "said"),
    "deny": ("denies", "deny", "denied"),
    "decline": ("does not comment", "do not comment", "did not comment"),
    "claim_responsibility": ("claims responsibility", "claim responsibility", "claimed responsibility"),
    "accuse": ("accuses", "accuse", "accused"),
    "threaten": ("threatens", "threaten", "threatened"),
    "warn": ("warns", "warn", "warned"),
    "demand": ("demands", "demand", "demanded"),
    "ask": ("asks", "ask", "asked"),
    "advise": ("advises", "advise", "advised"),
    "promise": ("promises", "promise", "promised"),
    "predict": ("predicts", "predict", "predicted"),
    "believe": ("believes", "believe", "believed"),
    "confirm": ("confirms", "confirm", "confirmed"),
    "announce": ("announces", "announce", "announced"),
    "agree": ("agrees", "agree", "agreed"),
}

OUTLET_BASES: dict[OutletBasis, str] = {
    "masthead": "",
    "credit": "from its credit line",
    "address": "from its address",
    "inferred": "inferred from the text",
    "judged": "set by a person",
    "unknown": "",
}

# What differs, as the subject of “is disputed”.
FIELDS: dict[ConflictField, str] = {
    "date": "the day",
    "count": "the number",
    "place": "the place",
    "actor": "who did it",
    "recipient": "whom it befell",
    "means": "the means",
    "nature": "what it was",
    "extent": "its extent",
    "motive": "the motive",
    "cause": "the cause",
    "outcome": "the outcome",
    "happened": "whether it happened",
    "said": "what was said",
    "role": "the office",
}


# Who is meant by these is told by the words round them, which are not shown with them.
_PRONOUNS = frozenset("i we us you he him she her it they them that this these those who one some others many".split())
_SEVERAL = frozenset("we us you they them these those some others many".split())
_UNNAMED = re.compile(r"\b(?:unnamed|unidentified|anonymous|not (?:be )?(?:named|identified))\b", re.I)
_ARTICLES = frozenset(
    "a an the one two three four five six seven eight nine ten some several many most few another other both all its their his her our "
    "officials sources people residents witnesses police".split()
)


def say_unnamed(name: str, *, by_office: bool = False) -> str:
    """A description of somebody whom nobody names, with the word that says so; of a pronoun, that we are not told who it is."""
    if is_pronoun(name):
        return f"{within(name)}, not told who"
    if _UNNAMED.search(name):
        return name
    return f"{name}, {'not named' if by_office else 'unnamed'}"


def is_pronoun(name: str) -> bool:
    """Whether all that stands for one who speaks is a word that means somebody else in every sentence."""
    return name.strip("“”").casefold() in _PRONOUNS


def takes_plural(name: str, *, group: bool) -> bool:
    """Whether the verb of one who speaks is plural: that of several people, but for a pronoun that means one."""
    return name.strip("“”").casefold() in _SEVERAL if is_pronoun(name) else group or is_plural(name)


def within(description: str) -> str:
    """A description as it stands within a sentence: an article or number word that began one is small again, a pronoun in quotes."""
    if is_pronoun(description) and not description.startswith("“"):
        return f"“{description if description == 'I' else description.lower()}”"
    begins = description.partition(" ")[0].casefold() in _ARTICLES
    return description[:1].lower() + description[1:] if begins else description


def ask_question(conflict: Conflict, what: str | None) -> str:
    """What accounts answer differently, as a question where it reads as one; ``what`` happened is told beside it."""
    question = clip(conflict.about.removesuffix(f": {what}") if what else conflict.about, 90) or FIELDS[conflict.field]
    return opened(question) + ("?" if _ASKS.match(question) and not {"?", ":"} & set(question) else "")


def is_plural(name: str) -> bool:
    """Whether a body's name takes a plural verb: “the police say”, “the armed forces believe”."""
    head = _BEHIND.split(name, maxsplit=1)[0].split()
    return bool(head) and head[-1].casefold().strip(",.;:’'\"”") in _PLURAL


def conjugate(act: Act, *, many: bool, negative: bool = False) -> str:
    """The verb of an act in the present: “denies”, “deny”, “does not deny”."""
    if negative and act != "decline":
        return f"{'do' if many else 'does'} not {ACTS[act][1]}"
    return ACTS[act][many]


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, small numbers in words: “two reports”."""
    word = _SMALL[number] if 0 <= number < len(_SMALL) else str(number)
    return f"{word} {one if number == 1 else many or one + 's'}"


def tally(number: int, one: str) -> str:
    """A number in figures with its noun: “2 origins”."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def listed(words: Sequence[str]) -> str:
    """Words in a row, the last after “and”."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def opened(words: str) -> str:
    """The same words with a capital first letter."""
    return words[:1].upper() + words[1:]


def single(words: str) -> str:
    """The words with every stretch of white space made one space; spaces that must not break stay."""
    return _SPACE.sub(" ", words)


def clip(words: str, most: int) -> str:
    """At most about ``most`` characters, cut at a space, with an ellipsis where something is left out.

    White space is made single.
    """
    words = single(words).strip(" ")
    if len(words) <= most:
        return words
    return words[: most + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")[:most] + " …"


def excerpt(text: str, start: int, end: int, most: int) -> str:
    """The words of ``text`` from ``start`` to ``end``, or their beginning, clipped at ``most`` characters."""
    return clip(text[start:end], most)


def surroundings(text: str, start: int, end: int, low: int, high: int, most: int = 150) -> str:
    """A span with some words on either side, within ``low`` and ``high``, whole words only."""
    room = max(0, most - (end - start)) // 2
    first, last = max(low, start - room), min(high, end + room)
    while low < first and not text[first - 1].isspace():
        first -= 1
    while last < high and not text[last].isspace():
        last += 1
    return ("… " if first > low else "") + " ".join(text[first:last].split()) + (" …" if last < high else "")


def show_evidence(words: str, text: str, start: int, end: int, most: int) -> str:
    """The words that an edge rests on; a name or credit, which says little by itself, with the words of its line round it."""
    if len(words) >= _SHORT:
        return clip(words, most)
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return surroundings(text, start, end, low, high if high >= 0 else len(text), most)


def printable(text: str) -> str:
    """The text with every character that a page may not hold replaced by U+FFFD, one for one."""
    return _CONTROLS.sub("\ufffd", text)
