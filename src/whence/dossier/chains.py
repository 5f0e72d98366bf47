"""Who says so: the chain from the one who is said to know down to the page that was read, drawn and in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.dossier.days import say_period
from whence.dossier.filings import Filed, plain_outlet
from whence.dossier.records import Records, Ref
from whence.dossier.tellings import Account, How, Telling
from whence.dossier.voices import Voice, entity_voice, outlet_voice
from whence.dossier.wordings import ACTS, clip, conjugate, excerpt, is_plural, surroundings
from whence.model.readings import Attribution

Link = Literal["told", "cited", "copied"]

_WRAP = 30
_LINE, _NODE = 17, 10
_HEADINGS: dict[How, tuple[str, str]] = {
    "told": ("In its own voice", "In its own voice"),
    "claimed": ("Says so", "Say so"),
    "asked": ("Asks for it", "Ask for it"),
    "foretold": ("Foretells it", "Foretell it"),
    "supposed": ("Thinks it possible", "Think it possible"),
    "negated": ("Denies it", "Deny it"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One who holds the words in a chain: sign, name in short lines, and how the words went on from here."""

    voice: Voice
    lines: tuple[str, ...]
    y: int
    link: Link | None
    by: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One way in which an occurrence came to be printed. ``saying`` is the same in words, ``quote`` what was said."""

    heading: str
    denies: bool
    day: int
    steps: tuple[Step, ...]
    height: int
    saying: str
    quote: str
    refs: tuple[Ref, ...]


def trace_chains(records: Records, account: Account) -> tuple[Chain, ...]:
    """The chains behind an occurrence, one for each path, the copies of a report beneath it; what denies it comes last."""
    paths: dict[tuple[str, ...], list[Telling]] = {}
    for telling in account.tellings:
        keys = [voice.key for voice in _voices(records, telling)]
        paths.setdefault((_side(telling), *keys, records.root(telling.report).id), []).append(telling)
    chains = [_chain(records, tellings) for tellings in paths.values()]
    return tuple(sorted(chains, key=lambda chain: (chain.denies, chain.day)))


def _side(telling: Telling) -> str:
    return telling.how


def _voices(records: Records, telling: Telling) -> list[Voice]:
    """The voices of a telling, the innermost first; the report's own outlet is not among them, though the reading may name it."""
    attribution = telling.attribution
    if attribution is None:
        return []
    passed = [entity_voice(records, telling.report, one) for one in attribution.chain if one != attribution.source_entity]
    own = plain_outlet(telling.report.outlet)
    return [voice for voice in (telling.voice, *reversed(passed)) if voice.sign != "out" or plain_outlet(voice.name) != own]


def _chain(records: Records, tellings: Sequence[Telling]) -> Chain:
    first = min(tellings, key=lambda telling: (telling.report.day, bool(telling.report.copies), telling.report.letter))
    voices = _voices(records, first)
    many = bool(voices) and voices[0].many
    copies = {telling.report.id: telling.report for telling in tellings if telling.report.id != first.report.id}
    steps = tuple(_steps(records, first, voices, list(copies.values())))
    refs = {telling.ref.text: telling.ref for telling in tellings}
    return Chain(
        heading=_HEADINGS[first.how][many] if voices or first.how != "negated" else "Tells otherwise",
        denies=first.how == "negated",
        day=first.report.day,
        steps=steps,
        height=steps[-1].y + _LINE * len(steps[-1].lines) + 4,
        saying=_saying(first, voices),
        quote=_quote(first),
        refs=tuple(refs.values()),
    )


def _steps(records: Records, telling: Telling, voices: Sequence[Voice], copies: Sequence[Filed]) -> Iterator[Step]:
    named = {edge.source.casefold(): edge.from_doc for edge in records.story.lineage if edge.doc == telling.report.id and edge.from_doc}
    y = 4
    for at, voice in enumerate(voices):
        held = named.get(voice.name.casefold())
        letter = f"\xa0({records.filed[held].letter})" if held and held in records.filed and voice.sign == "out" else ""
        relay = voices[at + 1].sign if at + 1 < len(voices) else None
        link: Link = "cited" if voice.sign == "out" or relay == "out" else "told"
        by = _passed_on(telling.attribution if at == 0 else None, voice, relay)
        yield (step := Step(voice, _lines(voice.words + letter), y, link, by))
        y = _next(step)
    page = outlet_voice(telling.report)
    yield (step := Step(page, _lines(_printed(records, telling.report)), y, "copied" if copies else None, "copied by"))
    if copies:
        names = ", ".join(f"{copy.outlet} ({copy.letter})" for copy in sorted(copies, key=lambda copy: (len(copy.letter), copy.letter)))
        yield Step(page, _lines(names), _next(step), None, "")


def _next(step: Step) -> int:
    return step.y + _LINE * len(step.lines) + 27


def _passed_on(attribution: Attribution | None, voice: Voice, relay: str | None) -> str:
    if voice.sign == "out":
        return "cited by"
    if relay == "out":
        return "told"
    if attribution is None:
        return "passed on"
    negative = attribution.polarity == "negative" and attribution.act != "decline"
    return f"did not {ACTS[attribution.act][1]}" if negative else ACTS[attribution.act][2]


def _printed(records: Records, report: Filed) -> str:
    day = say_period(report.published, records.year) if report.published else "no date"
    return f"{report.outlet} ({report.letter}), " + (day.replace(" ", "\xa0") if len(day) < _WRAP // 2 + 3 else day)


def _lines(words: str) -> tuple[str, ...]:
    lines = textwrap.wrap(clip(words, 3 * _WRAP), _WRAP)
    return tuple(lines[:3]) or ("",)


def _saying(telling: Telling, voices: Sequence[Voice]) -> str:
    """The chain in words, outermost first: “E says that D says that an official, unnamed, says”."""
    if not voices or telling.attribution is None:
        return f"{telling.report.letter} tells it in its own voice"
    passed = [f"{voice.words} {'say' if voice.many or is_plural(voice.name) else 'says'}" for voice in reversed(voices[1:])]
    last = voices[0]
    negative = telling.attribution.polarity == "negative"
    verb = conjugate(telling.attribution.act, many=last.many or is_plural(last.name), negative=negative)
    comma = "," if "," in last.words else ""
    return " that ".join([f"{telling.report.letter} says", *passed, f"{last.words}{comma} {verb}"])


def _quote(telling: Telling) -> str:
    text, event = telling.report.reading.text, telling.event
    for part in telling.attribution.content if telling.attribution else ():
        if part.holds(event.trigger):
            short = part.end - part.start <= 170
            return excerpt(text, *part, 170) if short else surroundings(text, *event.trigger, *part)
    return surroundings(text, *event.trigger, *telling.report.around(event.trigger))
