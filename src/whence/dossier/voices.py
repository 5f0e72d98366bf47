"""Who speaks: a sign, a name, and whether we are told who it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.dossier.filings import Filed
from whence.dossier.records import Records
from whence.dossier.wordings import clip, is_pronoun, say_unnamed, takes_plural, within
from whence.model.readings import Anonymity, Attribution, Entity

Sign = Literal["nam", "org", "out", "ind", "grp", "unk"]

_SIGNS: dict[Anonymity, Sign] = {
    "named": "nam",
    "organization": "org",
    "outlet": "out",
    "unnamed_individual": "ind",
    "unnamed_group": "grp",
}
_KINDS: dict[str, Sign] = {"person": "nam", "organization": "org", "place": "org", "group": "grp"}

SIGN_WORDS: dict[Sign, str] = {
    "nam": "named person",
    "org": "institution",
    "out": "outlet",
    "ind": "unnamed person",
    "grp": "unnamed people",
    "unk": "source not told",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks.

    ``key`` is the same for the same speaker throughout the story; ``many`` tells that the verb is plural; ``role`` is an
    office or description the report gives, None where the name says it all; ``by_office`` tells of a person whom the report
    names by an office alone.
    """

    key: str
    sign: Sign
    name: str
    role: str | None = None
    many: bool = False
    by_office: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether we are not told who it is."""
        return self.sign in ("ind", "grp", "unk") and not self.by_office

    @property
    def words(self) -> str:
        """The name, with the role, or with “unnamed”."""
        if self.sign in ("ind", "grp") or is_pronoun(self.name):
            return say_unnamed(self.name, by_office=self.by_office)
        return f"{self.name}, {self.role}" if self.role else self.name


def voice_of(records: Records, report: Filed, attribution: Attribution) -> Voice:
    """Who says an attribution: its entity, else its source phrase, else somebody of whom we are not told who it is."""
    sign: Sign = _SIGNS[attribution.anonymity] if attribution.anonymity else "unk"
    if attribution.source_entity:
        return entity_voice(records, report, attribution.source_entity, sign)
    if attribution.source:
        phrase = clip(attribution.source.of(report.reading.text), 60)
        many = takes_plural(phrase, group=sign == "grp")
        return Voice(f"{report.id}:{attribution.id}", "unk" if is_pronoun(phrase) else sign, within(phrase), many=many)
    return Voice(f"{report.id}:{attribution.id}", "unk", "somebody, not told who")


def entity_voice(records: Records, report: Filed, entity_id: str, sign: Sign | None = None) -> Voice:
    """An entity of a report as one who speaks; its sign follows from its kind where none is given. Raises RecordUnknown."""
    key = f"{report.id}:{entity_id}"
    entity = records.entities.get(key)
    if entity is None:
        return Voice(key, "unk", "somebody, not told who")
    joined = records.entity_of.get(key)
    sign = sign or ("out" if key in records.outlets else _sign(entity))
    by_office = sign == "nam" and entity.kind == "person" and not _is_named(records, key)
    sign = "ind" if by_office else sign
    name = within(entity.name) if sign in ("ind", "grp") else joined.name if joined else entity.name
    return Voice(joined.id if joined else key, sign, clip(name, 70), _role(entity, sign), _is_many(entity, sign), by_office)


def _is_named(records: Records, key: str) -> bool:
    """Whether a report of the story gives the name of an entity."""
    joined = records.entity_of.get(key)
    members = (records.entities.get(member) for member in (joined.members if joined else (key,)))
    return any(mention.form == "named" for member in members if member for mention in member.mentions)


def outlet_voice(report: Filed) -> Voice:
    """The outlet of a report as one who speaks."""
    return Voice(f"outlet {report.outlet}", "out", report.outlet)


def _sign(entity: Entity) -> Sign:
    if entity.kind == "unnamed":
        return "grp" if _is_many(entity, "ind") else "ind"
    return _KINDS[entity.kind]


def _is_many(entity: Entity, sign: Sign) -> bool:
    return sign == "grp" or (entity.number or 1) > 1


def _role(entity: Entity, sign: Sign) -> str | None:
    if sign != "nam" or not entity.roles:
        return None
    role = clip(entity.roles[0].role, 44)
    return None if role.casefold() in entity.name.casefold() else role
