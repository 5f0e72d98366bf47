"""Entities as they are compared between reports: by their fullest name, or by how they are described."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicon.bodies import leading_stems, load_body_names
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.kin import content_stems, find_words, stem, weighty_words
from whence.link.lands import NO_LANDS, Lands
from whence.link.names import fold_name
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, report_of
from whence.model.readings import Entity, EntityKind, Reading
from whence.model.spans import Span

_POSSESSOR = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})[’']s? (?:[a-z]+ ){0,2}$")
_ADJECTIVE = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)?) (?:[a-z]+ ){0,1}$")
_AFTER = re.compile(
    r"\s(?:of|in|into|at|on|over|about|against|between|from|with|for|by|who|that|which|whose|under|near|inside|outside|close|loyal|to)"
    r"\s.*$"
)
_PROPER = r"((?:[A-Z][\w’'-]*)(?: (?:of |and |the )?[A-Z][\w’'-]*){0,4})"
_ALSO = (
    re.compile(rf",? (?:which is |who is )?(?:\w+ )?(?:known|called|referred to) as (?:the )?{_PROPER}"),
    re.compile(rf",? as (?:the )?{_PROPER} (?:is|was) (?:also )?(?:called|known)"),
    re.compile(rf" \((?:formerly|previously|then|now|later|born) (?:the )?{_PROPER}\)"),
)
_PERSONAL = frozenset("he she him her his hers himself herself who".split())
_ARTICLES = frozenset("the a an his her its their our my your this that these those some many several most other another both all".split())
_COUNTED = re.compile(
    r"^(?:(?:at least|more than|about|around|nearly|some|up to|over|almost|(?:hundred|dozen|thousand)s of|\d[\d,.]*)\s+)+", re.I
)
# Who goes by such a word alone may be anybody: it is never a reason to take two for one.
_ANYBODY = frozenset(
    stem(word)
    for word in """official source people person man woman resident witness member spokesman spokeswoman spokesperson diplomat analyst
    expert observer individual other someone somebody everybody nobody reporter journalist leader doctor lawyer figure party side group
    everyone anyone victim colleague relative friend neighbour neighbor aide adviser advisor""".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """``names`` holds the folded name and aliases, fullest first, none for one that is only described; ``described`` the stems of a
    description without article, number and country; ``countries`` those that its name or possessor tells, ``served`` those that its
    offices tell; ``personal`` whether
    more than its name makes a person of it, ``anybody`` whether its description fits people who are legion, or a source without a
    name; ``offices`` holds the nouns of its roles.
    """

    member: str
    report: str
    kind: EntityKind
    names: tuple[tuple[str, ...], ...]
    country: str | None
    described: frozenset[str]
    head: str
    countries: frozenset[str]
    served: frozenset[str]
    roles: frozenset[str]
    initials: frozenset[str]
    personal: bool
    anybody: bool
    offices: frozenset[str]
    published: Period | None

    @property
    def named(self) -> bool:
        """Whether the report gives it a name."""
        return bool(self.names)


def profile(member: str, holdings: Holdings, lands: Lands = NO_LANDS) -> Profile:
    """How an entity of a reading compares; ``lands`` are those of the story that no list knows."""
    entity, text = holdings.entities[member], holdings.reading(member).text
    name = " ".join(entity.name.split())
    named = _is_named(entity, name, text, lands)
    countries = _countries_in(name, lands) | _countries_before(entity, text, lands)
    usual = load_body_names().get(name.casefold())
    bare = usual or (_without_countries(name, NO_LANDS if entity.kind == "place" else lands) if entity.kind != "person" else name)
    names = tuple(dict.fromkeys(fold_name(_usual(one)) for one in (bare or name, *entity.aliases, *_called(entity, text)))) if named else ()
    phrase = _COUNTED.sub("", " ".join(word for word in name.split() if word.casefold() not in _ARTICLES))
    described = _drop_countries(phrase, lands)
    return Profile(
        member=member,
        report=report_of(member),
        kind=entity.kind,
        names=names,
        country=None if entity.kind == "person" else _country_called(entity, name, text),
        described=frozenset(leading_stems(" ".join(weighty_words(described)))),
        head=head_of(described),
        countries=countries,
        served=frozenset().union(*(_countries_in(role.role, lands) for role in entity.roles)),
        roles=frozenset(one for role in entity.roles for one in content_stems(role.role)),
        initials=frozenset(_initials(one) for one in (name, *entity.aliases)) if named else frozenset(),
        anybody=_fits_anybody(entity, described, holdings.reading(member)),
        offices=frozenset(head_of(role.role) for role in entity.roles),
        published=read_period(holdings.reading(member).report.published),
        personal=bool(entity.roles) or any(Span(*mention[:2]).of(text).casefold() in _PERSONAL for mention in entity.mentions),
    )


def nations_of(name: str) -> frozenset[str]:
    """The countries that a name or description holds, or is."""
    return _countries_in(" ".join(name.split()), NO_LANDS)


def is_country(name: str) -> bool:
    """Whether a name is a country's or a people's, and of nothing in it."""
    plain = name.removeprefix("the ").removeprefix("The ").strip()
    return _country(plain) is not None or plain in load_peoples()


def is_anybody(head: str) -> bool:
    """Whether a description with this head names a kind of people who are legion."""
    return not head or head in _ANYBODY


def is_described(name: str) -> bool:
    """Whether a name is a description, whatever names it holds: its own noun is written small."""
    phrase = _AFTER.sub("", f"{' '.join(name.split())} ").split()
    return bool(phrase) and phrase[-1][:1].islower()


def _fits_anybody(entity: Entity, described: str, reading: Reading) -> bool:
    if entity.kind in ("group", "unnamed") and any(entity.id in (one.source_entity, *one.co_sources) for one in reading.attributions):
        return True
    return is_anybody(head_of(described)) and len(content_stems(described)) < 2


def _is_named(entity: Entity, name: str, text: str, lands: Lands) -> bool:
    """A proper name, not a description that holds one: its own noun is written with a capital, a country's apart, and not elsewhere
    without one, as a headline's first word is.
    """
    if entity.kind == "unnamed" or not any(mention.form == "named" for mention in entity.mentions):
        return False
    phrase = _AFTER.sub("", f"{name} ").split()
    if _country(name) is not None or name in lands.names:
        return True
    head = phrase[-1] if phrase else ""
    if not (head[:1].isupper() or head[:1].isdigit()) or _countries_in(head, lands):
        return False
    small = head.casefold()
    return len(phrase) > 1 or small not in text or not re.search(rf"\b{re.escape(small)}\b", text)


def _usual(name: str) -> str:
    return load_body_names().get(name.casefold(), name)


def _called(entity: Entity, text: str) -> list[str]:
    """Other names that the words right after a mention give it."""
    mentions = [mention for mention in entity.mentions if mention.form == "named"]
    found = [match for mention in mentions for pattern in _ALSO if (match := pattern.match(text[mention.end : mention.end + 80]))]
    return [match[1] for match in found]


def _country_called(entity: Entity, name: str, text: str) -> str | None:
    """The country that one of its names is; "the Norwegians", with the article, are their state as often as not."""
    mentions = [mention for mention in entity.mentions if mention.form == "named"]
    definite = [mention.span.of(text) for mention in entity.mentions if text[mention.start - 4 : mention.start] in ("the ", "The ")]
    people = [load_peoples().get(one) for one in definite]
    found = [_country(one) for one in (name, *entity.aliases, *(mention.span.of(text) for mention in mentions))]
    return next(filter(None, (*found, *(one.names[0] for one in people if one and one.names))), None)


def _country(name: str) -> str | None:
    plain = name.removeprefix("the ").removeprefix("The ")
    found = load_country_names().get(plain)
    return found.names[0] if found else None


@lru_cache(maxsize=50_000)
def _countries_in(name: str, lands: Lands) -> frozenset[str]:
    words = [word.strip(",.()[]") for word in name.replace("’s", "").replace("'s", "").split()]
    found = {land for word in words if (land := lands.names.get(word) or lands.called.get(word))}
    for table in (load_country_names(), load_adjectives(), load_peoples()):
        for length in (1, 2):
            for start in range(len(words) - length + 1):
                country = table.get(" ".join(words[start : start + length]))
                found.update(country.names[:1] if country else ())
    return frozenset(found)


def _countries_before(entity: Entity, text: str, lands: Lands) -> frozenset[str]:
    """The country or land of a possessor or adjective that stands right before a mention, its name left out of the span."""
    found: set[str] = set()
    for mention in entity.mentions:
        before = text[max(0, mention.start - 40) : mention.start]
        for pattern, tables, unlisted in (
            (_POSSESSOR, (load_country_names(), load_capitals()), lands.names),
            (_ADJECTIVE, (load_adjectives(),), lands.called),
        ):
            match = pattern.search(before) if mention.form != "pronoun" else None
            words = match[1].removeprefix("The ") if match else ""
            last = words.rpartition(" ")[2]
            for table in tables:
                country = table.get(words) or table.get(last)
                found.update(country.names[:1] if country else ())
            found.update({unlisted[last]} if last in unlisted else ())
    return frozenset(found)


def _without_countries(name: str, lands: Lands) -> str:
    """The name without the countries in it, but for a country's own name and names that would be left empty."""
    return "" if _country(name) else _drop_countries(name, lands)


@lru_cache(maxsize=50_000)
def _drop_countries(phrase: str, lands: Lands) -> str:
    kept = [word for word in phrase.split() if not _countries_in(word, lands)]
    return " ".join(kept)


@lru_cache(maxsize=50_000)
def head_of(phrase: str) -> str:
    """The stem of the noun that a name or description turns on, empty where there is none."""
    words = find_words(_AFTER.sub("", f"{phrase} "))
    stems = leading_stems(" ".join(words))
    return stems[-1] if stems else ""


def _initials(name: str) -> str:
    words = [word for word in find_words(name) if word[:1].isupper()]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else "".join(words).casefold()
