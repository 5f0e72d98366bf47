"""Who is said to be behind an attack: blame, claims of responsibility and denials of any part in it, side by side.

They seldom tell the deed again ("Norrland blames infiltrators", "denied any role"): they are of the attack that their report is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.agents import find_agent
from whence.lexicon.kin import content_stems
from whence.model.holdings import member_of, report_of
from whence.model.readings import Attribution, Event, Reading
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account

_BLAME = re.compile(r"\bblam", re.I)
_BLAMED = re.compile(r"blame[ds]\b", re.I)
_NO_PART = re.compile(r"(?:any|all|every) (?:hand|involvement|part|responsibility|role)\b", re.I)
# What is blamed for something, or for what something is blamed, names the deed itself.
_FOR = re.compile(r"\b(?:for|on)\b", re.I)
_WORK = re.compile(
    r"\b(?:was|were|is|are|be|been) the work of ((?:[\w’'-]+ ){0,5}?[\w’'-]+)(?=[.,;:”\"]|$| (?:and|or|but|who|that|from|in)\b)", re.I
)
_BACK = re.compile(r"\b(?:the|this|that)\s+$", re.I)
_AFTER_NOUN = re.compile(r" (?:at|by|from|in|of|paid|that|which|who|with)\b")
_DOERS = re.compile(r"(?:ants|ers|ents|eurs|ians|ists|(?<!fact)ors)$")  # nouns for people, which no list holds whole
_KINDS = ("person", "group", "organization")
_ANSWER = 250
Disputed = tuple[Claim, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one record says of who did it: ``doer`` as named, whether it is ``denied``, and where it stands."""

    doer: str
    denied: bool
    member: str
    report: str
    start: int

    @property
    def value(self) -> str:
        return f"not {self.doer}" if self.denied else self.doer


def find_responsibility_conflicts(accounts: Sequence[Account], disputed: Mapping[str, Sequence[Disputed]]) -> Iterator[Conflict]:
    """Attacks of which several are said to be the doer, or of which somebody who is blamed denies it; ``disputed`` holds the
    claims of a part in an occurrence that somebody denies, with the denials.
    """
    home = {member: account for account in accounts for member in account.occurrence.events}
    found: dict[str, list[_Side]] = defaultdict(list)
    holdings = accounts[0].holdings if accounts else None
    for report, reading in holdings.readings.items() if holdings else ():
        lead = _lead(report, reading, home)
        if lead is None:
            continue
        for attribution in reading.attributions:
            side = _stated(report, reading, attribution, lead)
            if side is not None:
                found[_of(report, reading, attribution, home, lead).occurrence.id].append(side)
        for event in reading.events:
            denied = event.negated and event.actors and home.get(member_of(report, event.id)) is lead
            blamed = not event.negated and event.recipients and event.attribution is None and _BLAMED.match(event.trigger.of(reading.text))
            if denied or blamed:
                doer = _name(report, (event.actors if denied else event.recipients)[0], lead)
                found[lead.occurrence.id].append(_Side(doer, bool(denied), member_of(report, event.id), report, event.trigger.start))
    for account in accounts:
        if account.occurrence.type == "assault":
            of_who = disputed.get(account.occurrence.id, ())
            found[account.occurrence.id] += [side for claim, denials in of_who for side in _sides_of(account, claim, denials)]
        sides = found.get(account.occurrence.id, [])
        if _differ(sides):
            rows: dict[str, list[str]] = defaultdict(list)
            for side in sides:
                rows[side.value].append(side.member)
            yield account.conflict("actor", f"who did it: {account.occurrence.what}", rows, "one is blamed or claims it, another denies it")


def is_of_who(account: Account, claim: Claim) -> bool:
    """Whether only a claim says who did it: others tell the deed without these, so that who denies the claim denies a part in it."""
    within = _told_in(account, claim)
    doers = {who for member, event in within for who in account.those(member, event.actors)}
    others = [pair for pair in account.told if pair not in within]
    return bool(doers and others) and not any(doers & account.those(member, event.actors) for member, event in others)


def _told_in(account: Account, claim: Claim) -> list[tuple[str, Event]]:
    return [(member, event) for member, event in account.told if account.behind(member)[-1] in claim.attributions]


def _sides_of(account: Account, claim: Claim, denials: Sequence[str]) -> Iterator[_Side]:
    """Those who are said to have done it, and their denial."""
    for member, event in _told_in(account, claim):
        said = account.holdings.attributions.get(account.behind(member)[-1])
        owner = said.source_entity if said is not None and said.act == "claim_responsibility" else None
        for actor in (owner,) if owner else event.actors[:1]:
            doer = _name(report_of(member), actor, account)
            for part in account.behind(member):
                yield _Side(doer, False, part, report_of(member), event.trigger.start)
            for denial in denials:
                yield _Side(doer, True, denial, report_of(denial), account.holdings.attributions[denial].content[0].start)


def _lead(report: str, reading: Reading, home: Mapping[str, Account]) -> Account | None:
    """The first attack that a report tells as done: what it says of responsibility is of this one."""
    for event in sorted(reading.events, key=lambda one: one.trigger):
        account = home.get(member_of(report, event.id))
        done = event.type == "assault" and event.polarity == "positive" and event.modality in ("actual", "ongoing")
        if done and account is not None and account.occurrence.type == "assault":
            return account
    return None


def _of(report: str, reading: Reading, attribution: Attribution, home: Mapping[str, Account], lead: Account) -> Account:
    """The attack of which a saying is: the one that it tells itself, unless that is "the raid", which is what the report is about."""
    told = [one for one in reading.events if one.attribution == attribution.id and one.type == "assault"]
    own = next((account for one in told if (account := home.get(member_of(report, one.id))) and not _points_back(one, reading)), None)
    return own if own is not None and own.occurrence.type == "assault" else lead


def _points_back(event: Event, reading: Reading) -> bool:
    return bool(_BACK.search(reading.text, max(0, event.trigger.start - 12), event.trigger.start))


def _stated(report: str, reading: Reading, one: Attribution, lead: Account) -> _Side | None:
    """The side that an attribution takes: blame of a bare name, a claim of responsibility, a denial of any part."""
    words = " ".join(one.content[0].of(reading.text).split()).strip("“”\"'‘’.,;")
    cue = one.cue.of(reading.text) if one.cue else ""
    member, start = member_of(report, one.id), one.content[0].start
    if one.polarity == "negative":
        return None
    if one.act == "accuse" and _BLAME.search(cue) and not _FOR.search(words) and _names_somebody(one, reading, words):
        return _Side(words, False, member, report, start)
    work = _WORK.search(words)
    if work and one.act != "deny" and _names_somebody(one, reading, work[1]):
        return _Side(work[1], False, member, report, start)
    if one.source_entity is None:
        return None
    if one.act == "claim_responsibility" and _owns_up(one, reading, words):
        return _Side(_name(report, one.source_entity, lead), False, member, report, start)
    if one.act == "deny" and _NO_PART.match(words):
        return _Side(_name(report, one.source_entity, lead), True, member, report, start)
    return None


def _names_somebody(one: Attribution, reading: Reading, words: str) -> bool:
    """Whether what is blamed is people or a body, by name or by noun."""
    head = _AFTER_NOUN.split(words, maxsplit=1)[0].split()
    agent = find_agent(head[-3:]) if head else None
    if head and (_DOERS.search(head[-1]) or (agent is not None and agent.kind in _KINDS and agent.sort != "media")):
        return True
    named = (
        mention.span for entity in reading.entities for mention in entity.mentions if mention.form == "named" and entity.kind != "place"
    )
    return any(span.start - one.content[0].start in range(2) and len(words) - (span.end - span.start) <= 2 for span in named)


def _owns_up(one: Attribution, reading: Reading, words: str) -> bool:
    return "responsibility" in words or any(event.attribution == one.id and event.type == "assault" for event in reading.events)


def _name(report: str, entity: str, account: Account) -> str:
    member = member_of(report, entity)
    return account.names.get(account.entity_of.get(member, member), account.holdings.entities[member].name)


def _differ(sides: Sequence[_Side]) -> bool:
    """Whether two are said to have done it, or somebody denies it of whom, or right after, another says so."""
    doers = {frozenset(content_stems(side.doer)) for side in sides if not side.denied}
    if any(not one <= other and not other <= one for one in doers for other in doers):
        return True
    said = [side for side in sides if not side.denied]
    return any(_answers(side, other) for side in sides if side.denied for other in said)


def _answers(denial: _Side, other: _Side) -> bool:
    beside = denial.report == other.report and 0 < denial.start - other.start <= _ANSWER
    return beside or bool(frozenset(content_stems(denial.doer)) & frozenset(content_stems(other.doer)))
