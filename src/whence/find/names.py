"""Proper names, without article, title or possessor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from whence.find.name_kinds import is_event, name_kind, settled_kind
from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.name_parts import load_given_names, load_name_words, load_titles
from whence.model.marks import MentionMark
from whence.model.parses import Tree
from whence.model.readings import EntityKind
from whence.model.spans import Span
from whence.model.tags import TaggedMention

_PARTICLES = frozenset(
    "al el bin ibn bint abu abd ad as ash at an de da di del della dos das du van von der den ter la le los las ul ud".split()
)
# Short forms that stand before a noun as adjectives do.
_ADJECTIVAL = frozenset("US U.S. UK U.K. EU UN U.N. UAE USA".split())
_NEVER = frozenset("I Mr Mrs Ms Dr OK TV PM AM".split())
_QUANTITIES = frozenset(
    "many some several other most all more few both such former senior top new local two three four five six seven eight nine ten".split()
)
# Words that take an "of" into the name they open.
_OF = frozenset(
    """Academy Agency Army Assembly Association Bank Bay Board Bureau Cape Chamber Church City College Commission Committee Congress Council Court
    Department Directorate Federation Front Gulf House Institute Isle Kingdom Lake League Ministry Mount Movement Museum Office Order Organisation
    Organization Party Port Province Republic School Sea Society State States Strait Union University Corps Guard Brotherhood Party Faculty Bishop""".split()
)
_EDGES = frozenset(', . ; : ( “ ” " ‘ — – and or but of by for to from with in on at as'.split())
_LOUD_FROM = 0.85
_MARKS_BEFORE = frozenset("“\"‘'«(:–—-•*")


def find_names(tree: Tree, seen: Sequence[TaggedMention]) -> tuple[MentionMark, ...]:
    """The names of a page in order: people without their titles (kept as ``title``), bodies, places, peoples ("Norwegians")."""
    marks = list(_first_pass(tree, seen))
    return tuple(_with_known(marks, tree, seen))


def _first_pass(tree: Tree, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    for _, group in groupby(range(len(tree.words)), key=lambda word: tree.sentences[word]):
        sentence = range((words := list(group))[0], words[-1] + 1)
        capitals = _capitals(tree, sentence)
        for run in _runs(tree, sentence, capitals):
            yield from _marks(tree, run, seen)


def _with_known(marks: Sequence[MentionMark], tree: Tree, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    """The marks, and wherever a sentence hid one of these names behind its first capital or a small word, the whole name instead of its pieces."""
    known = {tree.words[words.start : words.stop] for mark in marks if len(words := tree.inside(mark.span)) > 1 and not mark.title}
    known |= {name[:-1] for name in known if "and" in name[:-2] and len(name) > 3}
    taken: dict[int, MentionMark] = {word: mark for mark in marks for word in tree.inside(mark.span)}
    longest = max((len(name) for name in known), default=0)
    at = 0
    while at < len(tree.words):
        size = next((size for size in range(longest, 1, -1) if tree.words[at : at + size] in known), 0)
        mark = taken.get(at)
        if size and not (mark is not None and len(tree.inside(mark.span)) >= size):
            yield _named(tree, range(at, at + size), seen, None)
        elif mark is not None and tree.at(mark.span.start) == at:
            yield mark
            size = len(tree.inside(mark.span))
        at += max(size, 1)


def _capitals(tree: Tree, sentence: range) -> frozenset[int]:
    """The words of a sentence whose capital tells that they are part of a name or title."""
    long = [word for word in sentence if len(tree.words[word]) > 3 and tree.words[word][0].isalpha()]
    loud = len(long) >= 4 and sum(tree.words[word][0].isupper() for word in long) >= _LOUD_FROM * len(long)
    return frozenset(
        word
        for word in sentence
        if tree.words[word][0].isupper()
        and tree.words[word] not in _NEVER
        and (_is_telling(tree, word) if loud or word == sentence.start or tree.words[word - 1] in _MARKS_BEFORE else True)
    )


def _is_telling(tree: Tree, at: int) -> bool:
    """Whether a word whose capital may come from its place is a name, a title or a country's adjective all the same."""
    word, follows = tree.words[at], tree.words[at + 1] if at + 1 < len(tree.words) else ""
    if any(word in known() for known in (load_country_names, load_capitals, load_adjectives, load_peoples)):
        return True
    if tree.upos[at] == "PROPN" or (len(word) > 1 and word.isupper() and tree.upos[at] in ("X", "NOUN")):
        return True
    if follows[:1].isupper() and (
        word.casefold() in load_titles() or (tree.upos[at] in ("NOUN", "ADJ") and word.casefold() not in _QUANTITIES)
    ):
        return True
    if follows == "and" and tree.upos[at] in ("NOUN", "PROPN") and _closes_body(tree, at + 2):
        return True
    return word in load_given_names() and tree.upos[at] in ("X", "NOUN")


def _closes_body(tree: Tree, at: int) -> bool:
    """Whether capitalised words from ``at`` end in a word for a body ("Reed and *Marsh Brewers*")."""
    end = at
    while end < len(tree.words) and tree.words[end][0].isupper():
        end += 1
    return end - at > 1 and load_name_words().get(tree.words[end - 1]) == "organization"


def _runs(tree: Tree, sentence: range, capitals: frozenset[int]) -> Iterator[range]:
    """Stretches of words that may hold one name."""
    at = sentence.start
    while at < sentence.stop:
        end = at + _opening(tree, at, capitals)
        if end == at:
            at += 1
            continue
        while end < sentence.stop and (step := _step(tree, range(at, end), sentence.stop, capitals)):
            end += step
        yield range(at, end)
        at = end


def _opening(tree: Tree, at: int, capitals: frozenset[int]) -> int:
    """How many words open a name at ``at``: one with a capital, or a particle with a hyphen and its word ("al-Sayeh")."""
    if at in capitals:
        return 1
    hyphened = tree.words[at].casefold() in _PARTICLES and tree.words[at + 1 : at + 2] == ("-",)
    return 3 if hyphened and at + 2 in capitals else 0


def _step(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> int:
    """How many words after the run go on with it; 0 where it ends."""
    at = run.stop
    touching = tree.spans[at].start == tree.spans[at - 1].end
    if at in capitals:
        return 1 if not touching or tree.words[at - 1] in "-’'." else 0
    if at + 1 >= stop:
        return 0
    word = tree.words[at].casefold()
    if word == "-" and touching and tree.spans[at + 1].start == tree.spans[at].end:
        return 2 if at + 1 in capitals or tree.words[at + 1][0].isdigit() else 0
    if word in _PARTICLES and word not in ("as", "at", "an"):
        skip = 2 if tree.words[at + 1] == "-" else 1
        return skip + 1 if at + skip in capitals else 0
    return _bridge(tree, run, stop, capitals)


def _bridge(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> int:
    """How many words a small word takes with it where it joins two parts of one name ("Bank of", "Seafarers’")."""
    at, kinds = run.stop, load_name_words()
    word, before = tree.words[at].casefold(), tree.words[at - 1]
    after = at + 2 if word == "of" and tree.words[at + 1].casefold() == "the" else at + 1
    if after not in capitals:
        return 0
    joined = {
        "of": before in _OF,
        "for": before in kinds,
        "’": before.endswith("s") and kinds.get(tree.words[after]) == "organization",
        "'": before.endswith("s") and kinds.get(tree.words[after]) == "organization",
        "’s": find_agent([before]) is not None and tree.words[after] in kinds,
        "'s": find_agent([before]) is not None and tree.words[after] in kinds,
        "&": True,
        "and": _is_one_body(tree, run, stop, capitals),
    }
    return after - at + 1 if joined.get(word, False) else 0


def _is_one_body(tree: Tree, run: range, stop: int, capitals: frozenset[int]) -> bool:
    """Whether ``and`` stands inside one name: a body's word closes it, and what stands before is no name by itself."""
    left, kinds = " ".join(tree.words[run.start : run.stop]), load_name_words()
    closed = len(run) > 1 and tree.words[run.stop - 1] in kinds
    if closed or left in load_country_names() or left in load_capitals() or left in load_adjectives():
        return False
    end = run.stop + 1
    while end < stop and end in capitals:
        end += 1
    return end - run.stop > 2 and kinds.get(tree.words[end - 1]) == "organization"


def _marks(tree: Tree, run: range, seen: Sequence[TaggedMention]) -> Iterator[MentionMark]:
    """The names inside a run, its titles and adjectives peeled off."""
    start = _name_start(tree, run)
    yield from (_named(tree, range(word, word + 1), seen, None) for word in range(run.start, start) if _is_acronym(tree.words[word]))
    name = range(start, run.stop)
    words = tree.words[name.start : name.stop]
    if not words or is_event(words) or _is_common(tree, name) or " ".join(words) in load_peoples():
        return
    if words[0] in _ADJECTIVAL and len(words) == 1 and _modifies(tree, start):
        return
    title = Span(tree.spans[run.start].start, tree.spans[start - 1].end) if start > run.start else None
    yield _named(tree, name, seen, title)


def _named(tree: Tree, name: range, seen: Sequence[TaggedMention], title: Span | None) -> MentionMark:
    words = tree.words[name.start : name.stop]
    span = Span(tree.spans[name.start].start, tree.spans[name.stop - 1].end)
    tagged = next((mention.kind for mention in seen if mention.span.holds(span) and not mention.nominal), None)
    title = title or _low_title(tree, name.start)
    titled = title is not None and (_is_titled(tree, name.start - 1) or find_agent([tree.words[name.start - 1]]) is not None)
    article = title is None and name.start > 0 and tree.words[name.start - 1].casefold() == "the"
    kind = settled_kind(words, titled=titled) or (_noun_kind(tree, name.start) if title is None else None)
    seen_kind = name_kind(words, seen=tagged, article=article) if kind is None else kind
    return MentionMark(span, seen_kind, "named", span, title=title if seen_kind == "person" else None, sure=kind is not None)


def _noun_kind(tree: Tree, start: int) -> EntityKind | None:
    """The kind that a noun before the name gives it ("the broadcaster X", "the ferry X")."""
    agent = find_agent(tree.words[max(0, start - 2) : start]) if start > 0 and tree.words[start - 1].islower() else None
    return agent.kind if agent is not None and not agent.plural and agent.kind in ("organization", "place") else None  # type: ignore[return-value]


def _low_title(tree: Tree, start: int) -> Span | None:
    """What runs into a name from the left in small letters and ends in a noun for a person ("army commander Ana Reyl")."""
    at = start - 1
    if at < 0 or (agent := find_agent(tree.words[max(0, at - 1) : at + 1])) is None or agent.kind != "person" or agent.plural:
        return None
    first = at
    while (
        first > 0
        and tree.words[first - 1] not in _EDGES
        and tree.upos[first - 1] in ("NOUN", "ADJ", "PROPN", "PUNCT", "PART", "DET", "PRON", "X")
    ):
        first -= 1
        if tree.words[first].casefold() in ("the", "a", "an", "its", "his", "her", "their"):
            break
    return Span(tree.spans[first].start, tree.spans[at].end)


def _name_start(tree: Tree, run: range) -> int:
    """Where the name begins in a run: after the last title that a name follows, or after adjectives before a person."""
    words, kinds = tree.words[run.start : run.stop], load_name_words()
    if kinds.get(words[-1]) in ("organization", "event") and words[-1].casefold() not in load_titles():
        return run.start
    article = run.start > 0 and tree.words[run.start - 1].casefold() == "the"
    for at in range(run.stop - 2, run.start - 1, -1):
        if tree.words[at].casefold() in load_titles() and not (
            article and at == run.start and len(words) == 2 and words[0] in ("Lady", "Lord", "Queen", "King", "Prince", "Princess")
        ):
            return at + 1
    if words[-1].casefold() in load_titles() and len(words) > 1:
        return run.stop
    start = run.start
    while start < run.stop and tree.words[start] in load_adjectives() and tree.words[start] not in load_country_names():
        start += 1
    return start if start == run.stop or start - run.start < len(words) - 1 or len(words) == 1 else start


def _is_titled(tree: Tree, at: int) -> bool:
    return tree.words[at].casefold() in load_titles()


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha() and word not in _ADJECTIVAL


def _modifies(tree: Tree, at: int) -> bool:
    """Whether a word stands before a noun as its modifier."""
    follows = tree.upos[at + 1] if at + 1 < len(tree.words) else ""
    return tree.deprels[at] in ("compound", "amod", "nmod", "") and (
        follows in ("NOUN", "ADJ", "PROPN") or (follows == "X" and tree.words[at + 1][0].islower())
    )


def _is_common(tree: Tree, name: range) -> bool:
    """Whether a single capitalised word is a common noun, an adjective or a title after all."""
    if len(name) > 1:
        return False
    word = tree.words[name.start]
    known = word in load_country_names() or word in load_capitals() or word in load_peoples()
    return not known and (
        tree.upos[name.start] not in ("PROPN", "NOUN", "X") or word in load_adjectives() or word.casefold() in load_titles()
    )
