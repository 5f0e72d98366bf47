"""Names inside one report: which of them name the same."""

from __future__ import annotations

from collections.abc import Sequence

from whence.lexicon.countries import Country, load_capitals, load_country_names
from whence.lexicon.outlets import load_media_words
from whence.resolve.clusters import Clusters
from whence.resolve.name_forms import are_spellings, fold_name, is_short_name

_BODIES = frozenset({"organization", "group", "place"})
# What may be left off an outlet's name ("BBC News", "Sky Television").
_STATIONS = frozenset("news tv television radio media broadcasting online newspapers wire fm network".split())


def join_names(clusters: Clusters) -> None:
    """Joins the mentions of one name: repeated, shortened to a surname or to a part of it, its initials, a country's other names."""
    named = [index for index, mark in enumerate(clusters.marks) if mark.form == "named" or _country(clusters, index)]
    for place, index in enumerate(named):
        government = _government(clusters, index)
        if government is not None:
            clusters.join(government, index)
            continue
        match = _match(clusters, index, named[:place])
        if match is None:
            match = _longer_later(clusters, index, named[place + 1 :])
        if match is not None:
            clusters.join(match, index)


def _government(clusters: Clusters, index: int) -> int | None:
    """For a capital that acts, the government of its country, if the report speaks of it by that word."""
    country = load_capitals().get(" ".join(clusters.words[index]))
    if country is None or not _acts(clusters, index):
        return None
    names = {*country.adjectives, *country.names, *country.capitals}
    for other, agent in enumerate(clusters.agents):
        if agent is not None and agent.noun == "government" and names & set(clusters.words[other]):
            return other
    return None


def _match(clusters: Clusters, index: int, earlier: Sequence[int]) -> int | None:
    """The mention before this one that bears the same name: a full match first, then the latest that it is short for.

    Whoever is spelt like it goes before whoever only sounds like it: Orlan is Ivo Orlan, though Eva Orlen was the last to be named.
    """
    own = fold_name(clusters.words[index])
    same = [other for other in earlier if fold_name(clusters.words[other]) == own and _stands_alike(clusters, other, index)]
    if same:
        return same[-1]
    people = [] if clusters.marks[index].sure or len(own) != 1 else [o for o in earlier if _is_surname(clusters, o, index)]
    people = [other for other in people if not clusters.clash(other, index)]
    short = people or [
        other
        for other in earlier
        if _short_for(clusters, other, index)
        and _alike(clusters, other, index)
        and not clusters.clash(other, index)
        and not _is_of_another(clusters, other, index)
    ]
    return max(short, key=lambda other: (own[-1:] == fold_name(clusters.words[other])[-1:], other), default=None)


def _is_of_another(clusters: Clusters, one: int, other: int) -> bool:
    """Whether a bare "Ministry" that stands for one body is the opening of another's name ("Ministry of Health", "Ministry of Justice")."""
    short, long = fold_name(clusters.words[one]), fold_name(clusters.words[other])
    if len(short) != 1 or len(long) < 2 or long[0] != short[0]:
        return False
    names = (fold_name(clusters.words[member]) for member in clusters.of(one).members if clusters.marks[member].form == "named")
    return any(len(name) > 1 and name[0] == long[0] and name[: len(long)] != long[: len(name)] for name in names)


def _is_surname(clusters: Clusters, one: int, other: int) -> bool:
    """Whether the second name is the bare surname of the first, a person's."""
    long, short = fold_name(clusters.words[one]), fold_name(clusters.words[other])
    a, b = clusters.of(one), clusters.of(other)
    if a.genders and b.genders and not a.genders & b.genders:
        return False
    return a.kinds == {"person"} and len(short) == 1 and len(long) > 1 and are_spellings(long[-1], short[0])


def _longer_later(clusters: Clusters, index: int, later: Sequence[int]) -> int | None:
    """For a surname or a body's short name, as headlines use them, the full name that comes later, if there is only one."""
    if len(fold_name(clusters.words[index])) > 1:
        return None
    longer = {
        fold_name(clusters.words[other]): other
        for other in reversed(later)
        if len(fold_name(clusters.words[other])) > 1 and _alike(clusters, other, index) and _short_for(clusters, other, index)
    }
    return next(iter(longer.values())) if len(longer) == 1 else None


def _alike(clusters: Clusters, one: int, other: int) -> bool:
    """Whether two names may belong to one kind of thing."""
    a, b = clusters.of(one), clusters.of(other)
    if a.genders and b.genders and not a.genders & b.genders:
        return False
    if not (clusters.marks[one].sure and clusters.marks[other].sure) and "person" in a.kinds | b.kinds and len(a.kinds | b.kinds) > 1:
        sure = clusters.marks[one] if clusters.marks[one].sure else clusters.marks[other] if clusters.marks[other].sure else None
        return sure is None or sure.kind == "person"
    return not a.kinds or not b.kinds or bool(a.kinds & b.kinds) or (a.kinds | b.kinds) <= _BODIES


def _short_for(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one of two names is short for the other."""
    if (country := _country(clusters, one)) is not None:
        return country == _country(clusters, other)
    long, short = sorted((fold_name(clusters.words[one]), fold_name(clusters.words[other])), key=len, reverse=True)
    if long[:1] and long[1:] == short and long[0] in load_media_words():
        return False  # the Voice of Varna is not Varna
    if not short or len(long) == len(short) == 1:
        return bool(short) and are_spellings(long[0], short[0]) and long[0] != short[0]
    if "person" in clusters.of(one).kinds | clusters.of(other).kinds:
        return is_short_name(long, short)
    return _is_acronym(clusters, one, other) or (
        _may_shorten(clusters, one, other)
        and ((long[: len(short)] == short and not _is_paper_of(long, short)) or long[-len(short) :] == short)
    )


def _is_paper_of(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether the longer name is a paper's and the shorter one its town's: the Varna Courier is the Courier, and never Varna."""
    return len(long) == len(short) + 1 and long[-1] in load_media_words() and long[-1] not in _STATIONS


def _may_shorten(clusters: Clusters, one: int, other: int) -> bool:
    """Whether the shorter of two names can be part of the longer one's: a place's name is not its airport's or its bank's."""
    short = min(one, other, key=lambda index: len(clusters.words[index]))
    return clusters.marks[short].kind != "place" or (
        clusters.marks[one].kind == clusters.marks[other].kind == "place" and not clusters.marks[short].sure
    )


def _is_acronym(clusters: Clusters, one: int, other: int) -> bool:
    for short, long in ((one, other), (other, one)):
        letters = "".join(clusters.words[short]).replace(".", "")
        initials = "".join(word[0] for word in clusters.words[long] if word[0].isupper())
        if len(letters) > 1 and letters.isupper() and letters == initials:
            return True
    return False


def _country(clusters: Clusters, index: int) -> Country | None:
    """The country that a name stands for: its own, or that of a capital that acts and is not merely where something is."""
    name = " ".join(clusters.words[index])
    if name in load_country_names():
        return load_country_names()[name]
    return load_capitals().get(name) if name in load_capitals() and _acts(clusters, index) else None


def _stands_alike(clusters: Clusters, one: int, other: int) -> bool:
    """Whether a capital stands for its government in both places or in neither."""
    name = " ".join(clusters.words[one])
    return name not in load_capitals() or name in load_country_names() or _acts(clusters, one) == _acts(clusters, other)


def _acts(clusters: Clusters, index: int) -> bool:
    """Whether a place is spoken of as its government: subject, object, owner, or after ``by`` and ``with``."""
    head = clusters.tree.head_of(clusters.marks[index].span)
    if head is None:
        return False
    case = clusters.tree.child(head, "case")
    if clusters.tree.is_in(head, "nsubj", "obj", "iobj"):
        return True
    return case is not None and clusters.tree.words[case].casefold() in ("by", "with", "against", "between")
