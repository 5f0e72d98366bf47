"""Events as they are compared: what word tells them, when, where, to whom it happened, in what surroundings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whence.lexicon.kin import content_stems, families, families_at, find_words, says_little, stem, takes_in
from whence.lexicon.numbers import load_numbers
from whence.link.contexts import sentence_around
from whence.link.profiles import head_of, is_anybody, is_country, is_described, nations_of
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, report_of
from whence.model.readings import Entity, EventType
from whence.model.spans import Span

_DEATH = frozenset({"die", "kill"})
_TOLL = frozenset({"toll", "dead", "fatal"})
# Words that count the dead as of a day on which none of them need have died.
_TALLY = frozenset({"toll", "number", "tally", "count", "total", "figur"})
# Words before a noun by which it is no particular one, or one more than those told; an adjective or two may stand between.
# "No such raid" and "any such raid" speak of the one told.
_ANY = re.compile(
    r"(?<!no )(?<!any )\b(?:any(?! such\b)|such|further|additional|more|new|future|daily|frequent|repeated|similar|other)"
    r"(?: [a-z]+){0,2} $",
    re.I,
)
# Who knows of none may mean the one told: "no knowledge of any arrest".
_NONE_KNOWN = re.compile(r"\b(?:no (?:knowledge|record|word|report|sign)|unaware|not aware|nothing) of any (?:[a-z]+ )?$", re.I)
# Who "died since" are no more than a part of those who died.
_SINCE = re.compile(r"(?: \w+)? since[.,;:!?”\"’]")
_COUNT_OF = re.compile(r"\b(?:number|tally|count|total) of (?:the |those |people |persons )*$", re.I)
# "Found dead" and "shot dead" tell of those found and shot, "was dead" of one; "the dead" and "ten dead" count.
_LEFT_DEAD = re.compile(r"\b(?:beaten|declared|found|is|lay|left|lying|pronounced|shot|was) $", re.I)
_THIS = re.compile(r"\b(?:this|that|these|those) (?:[a-z]+ )?$", re.I)
_DEED = frozenset(map(stem, "act action affair crime deed event happening incident move operation step thing tragedy".split()))
_TO_COME = frozenset({"planned", "predicted", "asked", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one report.

    ``actors``, ``recipients`` and ``place`` name story entities, so that they compare across reports; ``marked`` are those of them
    that have a name, ``single`` the people among them that are one each, ``many`` those that are counted; ``firm`` those that tell
    one happening from the next, which a country or a crowd does not; ``at_hand`` those whom the
    sentence itself calls by more than a pronoun; ``nations`` their countries, ``kinds`` what each one is.
    ``guessed`` tells that its date is that of another event beside it, ``back`` that it is done in return, ``vague`` that its word says
    little of what was done ("took place").
    ``toll`` tells that it counts the dead (a count has no day of its own), ``fatal`` that it tells a death, which befalls a person
    once; ``unspecific`` that it is no particular one of its kind, ``pointing`` that a word for any deed points back ("this
    operation"). ``told_by`` is the last day on which it can have happened, since it was told by then; ``told_on`` when its report
    came out.
    """

    member: str
    report: str
    stems: tuple[str, ...]
    families: frozenset[str]
    takes_in: frozenset[str]
    type: EventType
    mode: str | None
    period: Period | None
    guessed: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    marked: frozenset[str]
    single: frozenset[str]
    many: frozenset[str]
    firm: frozenset[str]
    kinds: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, str], ...]
    at_hand: frozenset[str]
    nations: frozenset[str]
    toll: bool
    fatal: bool
    told_by: date | None
    told_on: Period | None
    place: str | None
    counts: frozenset[float]
    sentence: Span
    future: bool
    imagined: bool
    unspecific: bool
    pointing: bool
    vague: bool
    back: bool


def tell(member: str, holdings: Holdings, entity_of: Mapping[str, str]) -> Telling:
    """The telling that an event is; ``entity_of`` maps members to story entities."""
    event, reading = holdings.events[member], holdings.reading(member)
    report = report_of(member)
    words = event.trigger.of(reading.text)
    before = reading.text[max(0, event.trigger.start - 40) : event.trigger.start]
    after = reading.text[event.trigger.end : event.trigger.end + 40]
    kin = families_at(words, after)
    stems = content_stems(words)
    sentence = sentence_around(reading.text, event.trigger)
    counted = bool(kin & _DEATH and _COUNT_OF.search(before))
    numbered = bool(event.quantities) or _ends_in_number(before)

    def among(ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(entity_of.get(f"{report}:{one}", f"{report}:{one}") for one in ids)

    present = [one for one in reading.entities if one.id in event.actors or one.id in event.recipients]
    published, future = read_period(reading.report.published), event.modality in _TO_COME
    return Telling(
        member=member,
        report=report,
        stems=stems,
        families=kin,
        takes_in=takes_in(words),
        type=event.type,
        mode=event.mode,
        period=None if counted or (kin & _DEATH and _TALLY & set(stems)) else read_period(event.date),
        guessed=event.date_basis == "anchored",
        actors=among(event.actors),
        recipients=among(event.recipients),
        marked=among(tuple(one.id for one in present if any(mention.form == "named" for mention in one.mentions))),
        single=among(tuple(one.id for one in present if one.kind in ("person", "unnamed") and (one.number or 1) == 1)),
        many=among(tuple(one.id for one in present if (one.number or 1) > 1)),
        firm=among(tuple(one.id for one in present if _is_firm(one))),
        kinds=tuple(sorted((entity_of.get(f"{report}:{one.id}", f"{report}:{one.id}"), one.kind) for one in present)),
        heads=tuple(sorted((one, noun) for entity in present for one in among((entity.id,)) if (noun := _noun_of(entity)))),
        at_hand=among(tuple(one.id for one in present if _is_called(one, sentence))),
        nations=frozenset().union(*(nations_of(one.name) for one in present)),
        toll=counted or bool(kin & _DEATH and (numbered or _names_a_toll(stems, before))),
        fatal=event.type in ("die", "assault") and bool(kin & _DEATH),
        told_on=published,
        told_by=published.last if published and not future else None,
        place=next(iter(among((event.place,))), None) if event.place else None,
        counts=frozenset(float(quantity.value) for quantity in event.quantities),
        sentence=sentence,
        future=future,
        imagined=event.modality == "hypothetical",
        pointing=bool(stems) and stems[-1] in _DEED and bool(_THIS.search(before)),
        vague=says_little(words),
        back=words.casefold().endswith(" back") and kin - {"back"} == families(words[: -len(" back")]),
        unspecific=(bool(_ANY.search(before)) and not _NONE_KNOWN.search(before)) or bool(kin & _DEATH and _SINCE.match(after)),
    )


def _names_a_toll(stems: tuple[str, ...], before: str) -> bool:
    """Whether a word counts the dead without a number."""
    if not _TOLL & set(stems):
        return False
    return "dead" not in stems or bool(_TALLY & set(stems)) or (len(stems) == 1 and not _LEFT_DEAD.search(before))


def _ends_in_number(before: str) -> bool:
    """Whether a number stands last; a year is none, nor is no one."""
    words = find_words(before)
    last = words[-1].casefold() if words and before.endswith(f"{words[-1]} ") else ""
    return (last.isdigit() and len(last) < 4) or (last != "one" and last in load_numbers())


def _is_called(entity: Entity, sentence: Span) -> bool:
    return any(mention.form != "pronoun" and sentence.holds(mention.span) for mention in entity.mentions)


def _noun_of(entity: Entity) -> str:
    """The stem of the noun that a description turns on; empty for what has a name, and for a noun that fits anybody."""
    noun = head_of(entity.name) if is_described(entity.name) else ""
    return "" if is_anybody(noun) else noun


def _is_firm(entity: Entity) -> bool:
    """Whether an entity is one body or person, and no country, place or crowd."""
    return entity.kind in ("person", "organization", "unnamed") and (entity.number or 1) == 1 and not is_country(entity.name)
