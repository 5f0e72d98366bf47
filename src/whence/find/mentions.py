"""Mentions: every phrase of a page that stands for a person, a body, a group or a place."""

from __future__ import annotations

from collections.abc import Iterable

from whence.find.appositions import tie_appositions
from whence.find.names import find_names
from whence.find.nominals import find_nominals, lengthen_titles
from whence.find.pronouns import find_pronouns
from whence.find.source_phrases import find_source_phrases, lengthen_sources
from whence.model.marks import MentionMark
from whence.model.pages import Page
from whence.model.parses import grow_tree
from whence.model.spans import Span
from whence.model.tags import Tags


def find_mentions(page: Page, tags: Tags) -> tuple[MentionMark, ...]:
    """The mentions of ``page`` in order of their start, the longer first; spans are code points of ``page.text``, half-open.

    Names stand without article, title and possessor, descriptions whole; pronouns are marked too. Mentions nest
    ("members of the Reed Guard" holds "Reed Guard"); no two have the same span.
    """
    tree = grow_tree(page, tags)
    names = tuple(lengthen_titles(tree, find_names(tree, tags.mentions)))
    sources = [tag.source for tag in tags.attributions if tag.source is not None]
    described = find_nominals(tree, names, tags.mentions, [*sources, *([page.title] if page.title else [])])
    nominals = lengthen_sources(tree, described, sources)
    titled = {Span(name.title.start, name.span.end) for name in names if name.title is not None}
    apart = (nominal for nominal in nominals if nominal.span not in titled)
    found = _without_doubles((*names, *apart, *find_pronouns(tree)))
    return tie_appositions(_without_doubles((*found, *find_source_phrases(tree, found, sources, tags.mentions))), tree)


def _without_doubles(marks: Iterable[MentionMark]) -> tuple[MentionMark, ...]:
    kept: dict[Span, MentionMark] = {}
    for mark in marks:
        kept.setdefault(mark.span, mark)
    return tuple(sorted(kept.values(), key=lambda mark: (mark.span.start, -mark.span.end)))
