"""Who is said to be behind an attack: blame, claims of responsibility and denials of any part in it, side by side.

They seldom tell the deed again ("Norrland blames infiltrators", "denied any role"): they are of the attack that was told just before them,
else of the one that their report is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.lexicon.agents import find_agent
from whence.lexicon.kin import content_stems
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Attribution, Event, Reading
from whence.model.stories import Claim, Conflict
from whence.weigh.accounts import Account
from whence.weigh.charges import BLANK, NEAR, SENTENCE, find_charge

_BLAME = re.compile(r"\bblam", re.I)
_BLAMED = re.compile(r"blame[ds]\b", re.I)
_NO_PART = re.compile(r"(?:(?:any|all|every) )?(?:hand|involvement|part|responsibility|role)\b", re.I)
# What is blamed for something, or for what something is blamed, names the deed itself.
_FOR = re.compile(r"\b(?:for|on)\b", re.I)
_WORK = re.compile(
    r"\b(?:was|were|is|are|be|been) (?:the work of|(?:carried out|led|masterminded|ordered|organi[sz]ed|perpetrated|planned|staged) by) "
    r"((?:[\w’'-]+ ){0,5}?[\w’'-]+)(?=[.,;:”\"]|$| (?:and|or|but|who|that|from|in)\b)",
    re.I,
)
_BACK = re.compile(r"\b(?:the|this|that)\s+$", re.I)
_AFTER_NOUN = re.compile(r" (?:at|by|from|in|of|paid|that|which|who|with)\b")
_DOERS = re.compile(r"(?:ants|ers|ents|eurs|ians|ists|(?<!fact)ors)$")  # nouns for people, which no list holds whole
_KINDS = ("person", "group", "organization")
_ANSWER, _OPENING = 250, 800
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


def find_responsibility_conflicts(
    accounts: Sequence[Account], disputed: Mapping[str, Sequence[Disputed]], rejecting: Mapping[str, Sequence[str]]
) -> Iterator[Conflict]:
    """Attacks of which several are said to be the doer, or of which somebody who is blamed denies it; ``disputed`` holds the
    claims of a part in an occurrence that somebody denies, with the denials, ``rejecting`` who denies what a saying says.
    """
    home = {member: account for account in accounts for member in account.occurrence.events}
    found: dict[str, list[_Side]] = defaultdict(list)
    holdings = accounts[0].holdings if accounts else None
    for reading in holdings.readings.values() if holdings else ():
        for deed, sides in _stated_in(reading, accounts[0], home, rejecting):
            found[deed.occurrence.id] += sides
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


def _stated_in(
    reading: Reading, any_account: Account, home: Mapping[str, Account], rejecting: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Account, list[_Side]]]:
    """The sides that the sayings and events of a report take, each with the deed of which it is."""
    report, lead = reading.report.id, _lead(reading, home)
    for attribution in reading.attributions:
        side = _stated(report, reading, attribution, any_account)
        charge = find_charge(reading, attribution, home) if side is not None and side.denied else None
        if side is not None and charge is not None:
            doer = _name(report, charge.accused, any_account)
            yield charge.account, [*(_Side(doer, False, one, report, charge.start) for one in charge.members), side]
        elif side is not None and (deed := _of(report, reading, attribution, home, lead)):
            yield deed, [side, *_rejected(side, rejecting, any_account.holdings)]
    for event in reading.events:
        member = member_of(report, event.id)
        own = home.get(member)
        if event.negated and event.actors and own is not None and own.occurrence.type == "assault":
            yield own, [_Side(_name(report, event.actors[0], own), True, member, report, event.trigger.start)]
        elif _is_blame(event, reading) and (deed := _told_before(report, reading, event.trigger.start, home) or lead):
            yield deed, [_Side(_name(report, event.recipients[0], deed), False, member, report, event.trigger.start)]


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


def _is_blame(event: Event, reading: Reading) -> bool:
    """Whether somebody is blamed in the report's own words, which no saying holds."""
    if event.negated or not event.recipients or event.attribution is not None or not _BLAMED.match(event.trigger.of(reading.text)):
        return False
    return not any(one.cue is not None and one.cue.meets(event.trigger) for one in reading.attributions)


def _rejected(side: _Side, rejecting: Mapping[str, Sequence[str]], holdings: Holdings) -> Iterator[_Side]:
    """Those who answer one side in its own report that it was not so, and who name no part of their own."""
    for denial in rejecting.get(side.member, ()):
        bare = denial in holdings.attributions and not _NO_PART.match(_words(holdings.attributions[denial], holdings.reading(denial)))
        if bare and not side.denied and report_of(denial) == side.report:
            yield _Side(side.doer, True, denial, side.report, side.start + 1)


def _told_before(report: str, reading: Reading, start: int, home: Mapping[str, Account]) -> Account | None:
    """The attack told last before in the same block of text, with little between; of two words for what befell the same, in one
    sentence ("the killing of X, who was shot at home"), the first.
    """
    attacks = [
        event
        for event in sorted(reading.events, key=lambda one: one.trigger)
        if not event.negated and (account := home.get(member_of(report, event.id))) and account.occurrence.type == "assault"
    ]
    near = [one for one in attacks if 0 <= start - one.trigger.end <= NEAR]
    if not near or BLANK.search(reading.text, near[-1].trigger.end, start):
        return None
    last = near[-1]
    alike = (
        one
        for one in near
        if set(one.recipients) & set(last.recipients) and not SENTENCE.search(reading.text, one.trigger.end, last.trigger.start)
    )
    return home[member_of(report, next(alike, last).id)]


def _lead(reading: Reading, home: Mapping[str, Account]) -> Account | None:
    """The attack that a report opens with, if any: what it says of responsibility is of this one."""
    for event in sorted(reading.events, key=lambda one: one.trigger):
        account = home.get(member_of(reading.report.id, event.id))
        done = event.type == "assault" and event.polarity == "positive" and event.modality in ("actual", "ongoing")
        if done and account is not None and account.occurrence.type == "assault":
            return account if event.trigger.start <= _OPENING else None
    return None


def _of(report: str, reading: Reading, attribution: Attribution, home: Mapping[str, Account], lead: Account | None) -> Account | None:
    """The attack of which a saying is: the one that it tells itself, unless that is "the raid", which is what the report is about; else
    the one told just before.
    """
    kinds = ("assault", "die") if attribution.act == "claim_responsibility" else ("assault",)
    events = [one for one in reading.events if one.attribution == attribution.id and one.type in kinds]
    told = [(one, account) for one in events if (account := home.get(member_of(report, one.id))) and account.occurrence.type in kinds]
    own = next((account for one, account in told if not _points_back(one, reading)), None)
    if own is not None:
        return own
    if told:
        return lead or told[0][1]
    return _told_before(report, reading, attribution.content[0].start, home) or lead


def _points_back(event: Event, reading: Reading) -> bool:
    return bool(_BACK.search(reading.text, max(0, event.trigger.start - 12), event.trigger.start))


def _stated(report: str, reading: Reading, one: Attribution, lead: Account) -> _Side | None:
    """The side that an attribution takes: blame of a bare name, a claim of responsibility, a denial of any part."""
    words = _words(one, reading)
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


def _words(one: Attribution, reading: Reading) -> str:
    return " ".join(one.content[0].of(reading.text).split()).strip("“”\"'‘’.,;")


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
