"""Who wrote a report: lines as ``By Jane Roe`` and ``Reporting by ...``, and the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whence.intake.newsrooms import is_title_case, name_agency, name_outlet

_BY = re.compile(
    r"(?:(?:story|report|words|text|article|analysis|authored|written|posted|published|reported|compiled|submitted"
    r"|exclusive|interview|investigation|feature|review|profile|column|commentary|dispatch|an? \w+ (?:report|analysis))\s+)?"
    r"by\s*:?\s+(?P<who>\S.*)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^by:?\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:byline|story|words|text|authors?|reporters?|writers?|correspondents?|journalists?)\s*[:–-]\s*(?P<who>\S.*)", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"[(\[]?\s*(?:(?:with )?(?:additional|further)?\s*(?:reporting|writing|editing|input|files|contributions?)\s+(?:by|from)\b.{3,300}"
    r"|.{3,160}\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article|piece)|from (?-i:[A-Z])).{0,120}"
    r"|with (?:files|inputs?|reporting|agency inputs?|inputs from agencies).{3,120})",
    re.IGNORECASE,
)
_FROM = re.compile(r"from (?:our|a) (?:own |special )?correspondents?\b.{0,40}", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|staff|bureau|chief|analyst|columnist|contributor|producer|fellow|desk editor|special to|"
    r"journalist|photographer|team)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:our|the|a|an)?\s*(?:own\s+)?(?:staff|admin|editors?|reporters?|staff (?:writers?|reporters?)|correspondents?|web ?master|author)",
    re.IGNORECASE,
)
_STAFF = re.compile(r"\b(?:staff|team|reporters?|correspondents?)$", re.IGNORECASE)
_PLACE_TAIL = re.compile(r"\s+(?:in|at|from)\s+[^\W\d_a-z][\w.’' -]*(?:(?:,|\s+and)\s+[^\W\d_a-z][\w.’' -]*)*$")
# One of several writers with the place or the hours of each.
_PLACED = re.compile(
    r"(?:[Bb]y\s+)?(?P<name>[^\W\d_a-z][\w.’'-]+(?:\s+[^\W\d_a-z][\w.’'-]*){1,3})"
    r"\s+(?:(?i:in|at|from)\s+(?:the\s+)?[^\W\d_a-z][^,;.]{1,40}|\((?:now|earlier|and earlier|until [^()]{1,12})\))"
)
_DECK = re.compile(
    r"[.!?”\"’]\s+(?P<credit>(?:[Ww]ords|[Ii]nterview|[Tt]ext|[Ss]tory|[Rr]eport|WORDS|TEXT)(?:\s+(?i:by)|:)\s+(?P<who>[^\W\d_a-z][^.:;|\n]{3,60}?)"
    r"(?:[.;,|]?\s*(?:[Aa]nd\s+)?(?i:photo(?:graph)?|picture|illustration|image)s?(?:\s+by|:)\s+.{3,40})?\.?)$"
)
_REPORTED = re.compile(
    r"[(\[]?\s*(?:reporting|writing|story|report) by\s+(?P<who>[^;()\[\]]+?)"
    r"(?=[;)\]]|\.?$|[.,]\s+(?:additional|writing|editing|further)\b)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:for|of|via)\s+(?P<house>.+)$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*")
_PICTURES = re.compile(r"\s*[/|,;]\s*(?:photos?|pictures?|images?|video|graphics?)\s*(?:by|:).*$", re.IGNORECASE)
_MOST_WORDS = 18


@dataclass(frozen=True, slots=True)
class Byline:
    """The writers that a line names, the agencies and papers it credits beside them, the outlet it says they wrote it for."""

    writers: tuple[str, ...]
    credits: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


def read_byline(text: str) -> Byline | None:
    """What ``text``, a line or a part of one, says of who wrote the report; None where it is no byline."""
    match = _BY.fullmatch(text.strip()) or _LABEL.fullmatch(text.strip())
    if not match or len(text.split()) > _MOST_WORDS:
        return None
    return read_writers(match["who"])


def read_names(fields: Iterable[str]) -> Byline:
    """The writers and credits in fields that are to hold a byline; what is no name that can be told is kept as it stands."""
    bare = [_OPENING.sub("", field.strip()) for field in fields if field.strip()]
    bylines = [read_writers(field) or Byline((field,)) for field in bare]
    writers = dict.fromkeys(writer for byline in bylines for writer in byline.writers)
    return Byline(tuple(writers), tuple(dict.fromkeys(house for byline in bylines for house in byline.credits)))


def read_writers(who: str) -> Byline | None:
    """The writers in the part of a byline that follows its ``By``; None where the words are no names."""
    who = _PICTURES.sub("", who).strip(" .|–—-")
    if _NOBODY.fullmatch(who):
        return Byline(())
    whole, team = name_agency(who), read_team(who)
    if whole or team:
        return Byline((who,), (whole,)) if whole else team
    house = _FOR.search(who)
    outlet = name_outlet(house["house"]) if house else name_outlet(_STAFF.sub("", who)) if _STAFF.search(who) else None
    agency = name_agency(house["house"]) if house else None
    people = _PLACE_TAIL.sub("", _FOR.sub("", who))
    writers, houses = _sort_names(people)
    known = writers or houses or outlet or agency or _STAFF.search(people)
    credited = (*houses, *([agency] if agency else []))
    return Byline(tuple(writers), credited, (outlet,) if outlet else ()) if known else None


def find_deck_byline(text: str) -> tuple[int, Byline] | None:
    """Where the writer's credit behind the last sentence of a deck begins, and whom it names: ``... Then it fell. Words by Ines Moll``."""
    match = _DECK.search(text)
    byline = read_writers(match["who"].strip()) if match else None
    return (match.start("credit"), byline) if match and byline and byline.writers else None


def read_team(text: str) -> Byline | None:
    """Two writers or more, each with a place or hours: ``Ines Moll in Brovik and Piet Sandor in Port Hale``; None for anything else."""
    parts = [_PLACED.fullmatch(part) for part in re.split(r"\s*(?:,|;|\band\b)\s*", text.strip(" ."))]
    names = [part["name"] for part in parts if part and is_title_case(part["name"])]
    return Byline(tuple(map(_person, names))) if 1 < len(names) == len(parts) and len(text.split()) <= _MOST_WORDS else None


def read_reporters(text: str) -> tuple[str, ...]:
    """Those whom the thanks at a report's end name first: its reporters, not those who helped."""
    match = _REPORTED.match(text)
    byline = read_writers(match["who"].strip()) if match else None
    return byline.writers if byline else ()


def is_contribution(text: str) -> bool:
    """Whether a line at the end of a report thanks those who helped: ``Reporting by ...; Editing by ...``."""
    return bool(_CONTRIBUTED.fullmatch(text.strip(" )].")) or _FROM.fullmatch(text)) and len(text.split()) <= 50


def _sort_names(people: str) -> tuple[list[str], list[str]]:
    """The writers, and the agencies and papers that stand among them, by the commas and conjunctions between."""
    writers: list[str] = []
    houses: list[str] = []
    for name in filter(None, _AND.split(people)):
        if _ROLE.search(name) and (writers or houses or _STAFF.search(name)):
            continue
        house = name_agency(name) or name_outlet(name)
        if house:
            houses.append(house)
        elif is_title_case(name) and not _NOBODY.fullmatch(name):
            writers.append(_person(name))
    return writers, houses


def _person(name: str) -> str:
    return " ".join(part.capitalize() for part in name.split()) if name.isupper() and len(name) > 4 else name
