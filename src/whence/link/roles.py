"""Offices that the story's people hold, with the days on which they begin and end, and the bodies they tie them to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.lexicon.kin import content_stems, find_words, stem
from whence.model.holdings import Holdings, member_of, report_of
from whence.model.readings import Reading, Role
from whence.model.spans import Span
from whence.model.stories import Because, Passage, Relation, StoryEntity, StoryRole

_LEADS = frozenset(
    stem(word)
    for word in """director head chief commander leader chairman chairwoman chair president minister premier secretary governor mayor
    captain boss owner founder chancellor king queen emir sultan commissioner superintendent manager principal rector dean""".split()
)
# A title before a name is an address, no office that is tied to a body.
_ADDRESSES = frozenset(stem(word) for word in "mr mrs ms miss dr sir dame lord lady professor commodore judge".split())


def link_roles(holdings: Holdings, entities: Sequence[StoryEntity]) -> tuple[StoryRole, ...]:
    """Each office once for each holder, by the fullest wording, with the narrowest days that are told."""
    found = []
    for entity in entities:
        told: dict[frozenset[str], list[tuple[str, Role]]] = defaultdict(list)
        for member in entity.members:
            for role in holdings.entities[member].roles:
                told[frozenset(content_stems(role.role))].append((member, role))
        found += [_role(entity, rows, holdings) for _, rows in sorted(told.items(), key=lambda item: sorted(item[0])) if rows]
    return tuple(sorted(found, key=lambda role: (role.entity, role.role)))


def link_relations(holdings: Holdings, entities: Sequence[StoryEntity], entity_of: Mapping[str, str]) -> tuple[Relation, ...]:
    """Who leads or belongs to which body, where the words of an office name the body."""
    found: dict[tuple[str, str, str], list[Passage]] = defaultdict(list)
    for entity in entities:
        for member in entity.members:
            reading = holdings.reading(member)
            for role in holdings.entities[member].roles:
                body = _body_in(reading, role, member)
                if body is not None and entity_of[body] != entity.id:
                    found[entity.id, _tie(role), entity_of[body]].append(holdings.passage(member, role.span))
    because = "the words of the office name the body"
    rows = [(key, tuple(sorted(set(spans)))) for key, spans in sorted(found.items())]
    return tuple(Relation(*key, spans, Because(because, spans)) for key, spans in rows)


def _role(entity: StoryEntity, rows: Sequence[tuple[str, Role]], holdings: Holdings) -> StoryRole:
    words = min((role.role for _, role in rows), key=lambda words: (-len(words), words))
    since = min((role.since for _, role in rows if role.since), default=None)
    until = max((role.until for _, role in rows if role.until), default=None)
    members = tuple(dict.fromkeys(member for member, _ in rows))
    spans = tuple(dict.fromkeys(holdings.passage(member, role.span) for member, role in rows))
    return StoryRole(entity.id, " ".join(words.split()), since, until, members, Because("the reports call the holder so", spans))


def _body_in(reading: Reading, role: Role, member: str) -> str | None:
    """The body whose mention stands within the words of the office, or right before them as their owner."""
    if set(content_stems(role.role)) <= _ADDRESSES:
        return None
    around = Span(max(0, role.span.start - 40), role.span.end + 60)
    best: tuple[int, str] | None = None
    for other in reading.entities:
        if other.kind != "organization" or member_of(report_of(member), other.id) == member:
            continue
        for mention in other.mentions:
            if mention.form != "pronoun" and around.holds(mention.span) and _joined(reading.text, role.span, mention.span):
                best = min(filter(None, (best, (abs(mention.start - role.span.start), other.id))))
    return member_of(reading.report.id, best[1]) if best else None


def _joined(text: str, role: Span, body: Span) -> bool:
    """Within the office's words, before them as a possessor, or after them behind "of", "at", "with"."""
    if role.holds(body):
        return True
    if body.end <= role.start:
        return text[body.end : role.start].strip() in ("’s", "'s", "’", "")
    between = text[role.end : body.start].casefold().split()
    return between[:1] in (["of"], ["at"], ["with"], ["for"]) and between[1:] in ([], ["the"])


def _tie(role: Role) -> str:
    return "commands" if {stem(word) for word in find_words(role.role)} & _LEADS else "member_of"
