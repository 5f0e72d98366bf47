"""Proper names, without article, title or possessor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from whence.find.capitals import find_capitals
from whence.find.demonyms import find_demonyms, is_people
from whence.find.localities import tell_places
from whence.find.name_kinds import is_event, name_kind, settled_kind
from whence.find.name_runs import find_runs
from whence.find.name_titles import follows_sort, high_title, is_title, low_title, name_start, noun_kind
from whence.find.short_bodies import tell_bodies
from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.name_parts import load_given_names, load_name_words
from whence.lexicon.outlets import load_media_words
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.model.tags import TaggedMention

# Short forms that stand before a noun as adjectives do.
_ADJECTIVAL = frozenset("US U.S. UK U.K. EU UN U.N. UAE USA".split())
# Offices that only firms have.
_CHIEFS = frozenset("CEO CFO COO CTO CIO CMO".split())
_MOST_LETTERS = 5
_COMMON = ("PROPN", "NOUN", "X")


def find_names(tree: Tree, seen: Sequence[TaggedMention]) -> tuple[MentionMark, ...]:
    """The names of a page in order: people without their titles (kept as ``title``), bodies, places.

    ``seen`` is what the tagger marked; its kinds help where no list settles what a name stands for.
    """
    known = list(_with_known(list(_first_pass(tree, seen)), tree, seen))
    return tuple(tell_bodies(tell_places(known, tree), tree))


def _first_pass(tree: Tree, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    for _, group in groupby(range(len(tree.words)), key=lambda word: tree.sentences[word]):
        sentence = range((words := list(group))[0], words[-1] + 1)
        for run in find_runs(tree, sentence, find_capitals(tree, sentence)):
            yield from _marks(tree, run, seen)


def _with_known(marks: Sequence[MentionMark], tree: Tree, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    """The marks; where a first capital or a small word hid one of these names, the whole of it instead of its pieces."""
    known = {tree.words[words.start : words.stop] for mark in marks if len(words := tree.inside(mark.span)) > 1 and not mark.title}
    known |= {name[:-1] for name in known if "and" in name[:-2] and len(name) > 3} | _pairs(tree)
    singles = {tree.words[tree.inside(mark.span).start] for mark in marks if len(tree.inside(mark.span)) == 1 and mark.kind != "place"}
    surnames = {tree.words[tree.inside(mark.span).stop - 1] for mark in marks if mark.kind == "person"}
    taken: dict[int, MentionMark] = {word: mark for mark in marks for word in tree.inside(mark.span)}
    longest = max((len(name) for name in known), default=0)
    at = 0
    while at < len(tree.words):
        size = next((size for size in range(min(longest, len(tree.words) - at), 1, -1) if tree.words[at : at + size] in known), 0)
        mark = taken.get(at)
        if size and not (mark is not None and len(tree.inside(mark.span)) >= size):
            yield _named(tree, range(at, at + size), seen, None)
        elif mark is not None and tree.at(mark.span.start) == at:
            yield from _parted(mark, tree, surnames, seen)
            size = len(tree.inside(mark.span))
        elif mark is None and tree.words[at] in singles | surnames and not tree.is_in(at, "compound", "flat"):
            yield _named(tree, range(at, at + 1), seen, None)
        at += max(size, 1)


def _pairs(tree: Tree) -> set[tuple[str, ...]]:
    """Two names that ``and`` joins wherever they stand, more than once: one name ("Reed and Marsh")."""
    found = [tree.words[at - 1 : at + 2] for at in range(1, len(tree.words) - 1) if tree.words[at] == "and"]
    named = Counter(pair for pair in found if pair[0][0].isupper() and pair[2][0].isupper())
    total = Counter(tree.words)
    return {pair for pair, times in named.items() if times > 1 and total[pair[0]] == total[pair[2]] == times and not _is_known(pair)}


def _is_known(pair: tuple[str, ...]) -> bool:
    lists = (load_country_names(), load_capitals(), load_peoples(), load_adjectives(), load_given_names())
    return any(word in known for word in (pair[0], pair[2]) for known in lists)


def _parted(mark: MentionMark, tree: Tree, surnames: set[str], seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    """The mark, or two where a body's name has run into a person's ("Reed Guard Sayeh")."""
    words = tree.inside(mark.span)
    last = words.stop - 1
    body = len(words) > 2 and load_name_words().get(tree.words[last - 1]) == "organization"
    if body and tree.words[last] in surnames and tree.words[last] not in load_name_words():
        yield _named(tree, range(words.start, last), seen, None)
        yield _named(tree, range(last, words.stop), seen, None)
    else:
        yield mark


def _marks(tree: Tree, run: range, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    """The names inside a run, its titles and adjectives peeled off."""
    first = _posting(tree, run) or _body_before(tree, run)
    if first:
        yield _named(tree, range(run.start, first), seen, None)
        run = range(first, run.stop)
    start = name_start(tree, run)
    yield from (_named(tree, body, seen, None) for body in _bodies_led(tree, range(run.start, start)))
    name = range(start, run.stop)
    words = tree.words[name.start : name.stop]
    if not words or is_event(words) or _is_common(tree, name) or is_people(tree, " ".join(words)):
        return
    if len(words) == 1 and words[0] in _ADJECTIVAL and _modifies(tree, start):
        return
    yield _named(tree, name, seen, high_title(tree, run.start, start) if start > run.start else None)


def _posting(tree: Tree, run: range) -> int:
    """Where a country ends and a name begins, after an office that is held there ("ambassador to Chad Ana Reyl"); 0 elsewhere."""
    office = run.start > 1 and tree.words[run.start - 1] in ("to", "of") and find_agent([tree.words[run.start - 2]])
    for stop in range(run.stop - 1, run.start, -1):
        if office and office.kind == "person" and " ".join(tree.words[run.start : stop]) in load_country_names():
            return stop
    return 0


def _body_before(tree: Tree, run: range) -> int:
    """Where a body's name ends and a person's begins with a given name ("Northern Fleet Erik Solberg"); 0 elsewhere."""
    kinds = load_name_words()
    for at in range(run.start + 1, run.stop - 1):
        if (
            kinds.get(tree.words[at - 1]) == "organization"
            and tree.words[at] in load_given_names()
            and tree.words[run.stop - 1] not in kinds
        ):
            return at
    return 0


def _bodies_led(tree: Tree, title: range) -> Iterator[range]:
    """The bodies that a title says are led or served: by a body's word ("Reed Bank Chairman"), by its letters, or before "CEO"."""
    stop = title.stop
    while stop > title.start and is_title(tree, stop - 1):
        stop -= 1
    led = tree.words[title.start : stop]
    closed = len(led) > 1 and load_name_words().get(led[-1]) == "organization"
    run_by = stop < title.stop and tree.words[stop] in _CHIEFS and not (len(led) == 1 and led[0] in load_adjectives())
    if led and (closed or run_by):
        yield range(title.start, stop)
    else:
        yield from (range(word, word + 1) for word in title if _is_acronym(tree.words[word]) and not is_title(tree, word))


def _named(tree: Tree, name: range, seen: Sequence[TaggedMention], title: Span | None) -> MentionMark:
    words = tree.words[name.start : name.stop]
    span = Span(tree.spans[name.start].start, tree.spans[name.stop - 1].end)
    tagged = next((mention.kind for mention in seen if mention.span.holds(span) and not mention.nominal), None)
    title = title or low_title(tree, name.start)
    titled = title is not None and (is_title(tree, name.start - 1) or find_agent([tree.words[name.start - 1]]) is not None)
    article = title is None and name.start > 0 and tree.words[name.start - 1].casefold() == "the"
    sorted_as: EntityKind | None = "organization" if follows_sort(tree, name) and " ".join(words) not in load_country_names() else None
    settled = sorted_as or settled_kind(words, titled=titled) or (noun_kind(tree, name.start) if title is None else None)
    kind = settled or name_kind(words, seen=tagged, article=article)
    if settled is None and title is None and _tells_person(tree, name, kind):
        settled = kind = "person"
    elif settled is None and kind == "person" and title is None and (_is_phrase(tree, name) or _are_letters(tree, name)):
        kind = "organization"
    return MentionMark(span, kind, "named", span, title=title if kind == "person" else None, sure=settled is not None)


def _is_phrase(tree: Tree, name: range) -> bool:
    """Whether a name is built as a noun with what modifies it ("Bright Morning"), as people's names are not."""
    if len(name) < 2 or tree.words[name.start] in load_given_names() or tree.upos[name.stop - 1] != "NOUN":
        return False
    return all(tree.is_in(word, "amod", "compound") and tree.heads[word] == name.stop - 1 for word in name[:-1])


def _tells_person(tree: Tree, name: range, kind: EntityKind | None) -> bool:
    """Whether "who" after a name of two words or three makes it somebody's, even one taken for a place's ("Ana Reyl, who mends nets")."""
    return kind in ("person", "place") and 2 <= len(name) <= 3 and tree.words[name.stop : name.stop + 2] == (",", "who")


def _are_letters(tree: Tree, name: range) -> bool:
    """Whether a name is a body's letters: three to five capitals that are nobody's name in capitals in this report."""
    word = tree.words[name.start]
    if len(name) > 1 or not _is_acronym(word) or len(word) > _MOST_LETTERS or word.capitalize() in load_given_names():
        return False
    return tree.words[name.stop : name.stop + 1] != (":",) and word.capitalize() not in tree.words


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha() and word not in _ADJECTIVAL


def _modifies(tree: Tree, at: int) -> bool:
    """Whether a word stands before a noun as its modifier."""
    follows = tree.upos[at + 1] if at + 1 < len(tree.words) else ""
    bare = follows == "X" and tree.words[at + 1][0].islower()
    return tree.deprels[at] in ("compound", "amod", "nmod", "") and (bare or follows in ("NOUN", "ADJ", "PROPN"))


def _is_common(tree: Tree, name: range) -> bool:
    """Whether a single capitalised word is a common noun, an adjective or a title after all."""
    if len(name) > 1:
        return False
    word = tree.words[name.start]
    if word in load_country_names() or word in load_capitals():
        return False
    agent = find_agent([word])
    paper = agent is not None and agent.kind == "document" and word.casefold() not in load_media_words()
    adjective = word in load_adjectives() or word in find_demonyms(tree).adjectives
    return paper or tree.upos[name.start] not in _COMMON or adjective or is_title(tree, name.start)
