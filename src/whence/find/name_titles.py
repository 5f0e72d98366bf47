"""What runs into a name from the left and is no part of it."""

from __future__ import annotations

from whence.find.demonyms import find_demonyms
from whence.find.name_runs import FIELDS
from whence.lexicon.agents import find_agent
from whence.lexicon.alikes import load_alikes
from whence.lexicon.countries import load_adjectives, load_country_names
from whence.lexicon.name_parts import load_given_names, load_name_words, load_titles
from whence.model.parses import Tree
from whence.model.readings import EntityKind
from whence.model.spans import Span

_EDGES = frozenset(', . ; : ( “ ” " ‘ — – and or but of by for to from with in on at as'.split())
_BEFORE = frozenset("former ex then acting late retired deputy vice interim senior assistant".split())
_ARTICLES = frozenset("the a an its his her their".split())
_PEERAGE = frozenset("Lady Lord Queen King Prince Princess Duke Duchess".split())
_SIDES = frozenset("Foreign Internal External National".split())
_MODIFIERS = frozenset("NOUN ADJ PROPN PUNCT PART DET PRON X".split())


def name_start(tree: Tree, run: range) -> int:
    """Where the name begins in a run of capitalised words: after the last title that a name follows, or after adjectives.

    ``run.stop`` where the run is all title. A body's name keeps all its words, and "the Lady Merle" is no lady.
    """
    words, kinds = tree.words[run.start : run.stop], load_name_words()
    if " ".join(words) in load_country_names():
        return run.start
    if kinds.get(words[-1]) in ("organization", "event") and words[-1].casefold() not in load_titles():
        return run.start
    if words[1:2] == ("of",) and kinds.get(words[0]) == "organization" and not any(_is_rank(tree, at) for at in run):
        return run.start
    if run.start > 0 and tree.words[run.start - 1].casefold() == "the" and len(words) == 2 and words[0] in _PEERAGE:
        return run.start
    for at in range(run.stop - 2, run.start - 1, -1):
        if is_title(tree, at):
            return at + 1
    if len(words) > 2 and _opens(tree, run.start) and (agent := find_agent(words[:1])) and agent.kind == "person" and not agent.plural:
        return run.start + 1
    if len(words) > 1 and is_title(tree, run.stop - 1) and words[0] not in load_given_names():
        return run.stop
    start, adjectives = run.start, load_adjectives().keys() | find_demonyms(tree).adjectives
    while start < run.stop and tree.words[start] in adjectives and tree.words[start] not in load_country_names():
        start += 1
    return start


def _opens(tree: Tree, at: int) -> bool:
    """Whether a word opens its sentence or stands after a mark or a time, so that its capital tells nothing."""
    return at == 0 or tree.sentences[at - 1] != tree.sentences[at] or tree.upos[at - 1] in ("PUNCT", "NUM")


def is_title(tree: Tree, at: int) -> bool:
    """Whether a word is in the list of titles."""
    return tree.words[at].casefold() in load_titles()


def _is_rank(tree: Tree, at: int) -> bool:
    """Whether a word is a title by itself, and no field that a ministry is in charge of ("Defence")."""
    return is_title(tree, at) and tree.words[at] not in FIELDS | _SIDES


def high_title(tree: Tree, first: int, name: int) -> Span:
    """The title made of the capitalised words from ``first`` to the name, with "former" and its like before them.

    It goes back over the office that its first words are the field of ("Minister of *Defence General* Ana Reyl").
    """
    office = first > 1 and tree.words[first - 1] == "of" and tree.sentences[first - 2] == tree.sentences[name]
    if office and tree.words[first - 2][0].isupper() and is_title(tree, first - 2) and tree.words[first] in FIELDS | _SIDES:
        first -= 2
    while first > 0 and tree.words[first - 1].casefold() in _BEFORE and tree.sentences[first - 1] == tree.sentences[name]:
        first -= 1
    return Span(tree.spans[first].start, tree.spans[name - 1].end)


def low_title(tree: Tree, name: int) -> Span | None:
    """The title in small letters that ends just before the name in a noun for a person ("army commander Ana Reyl")."""
    at = name - 1
    if at < 0 or (agent := find_agent(tree.words[max(0, at - 1) : at + 1])) is None or agent.kind != "person" or agent.plural:
        return None
    if agent.noun in load_alikes("either") and _is_one_word(tree, name):
        return None
    first = at
    while first > 0 and tree.words[first - 1] not in _EDGES and tree.upos[first - 1] in _MODIFIERS:
        first -= 1
        if tree.words[first].casefold() in _ARTICLES:
            break
    return Span(tree.spans[first].start, tree.spans[at].end)


def follows_sort(tree: Tree, name: range) -> bool:
    """Whether an article and a noun in small letters round a name make it a body's ("the Bright Morning party")."""
    article = name.start > 0 and tree.words[name.start - 1].casefold() == "the"
    follows = tree.words[name.stop : name.stop + 2]
    return article and follows[:1] != () and follows[0] in load_alikes("sort") and not follows[-1][0].isupper()


def _is_one_word(tree: Tree, name: int) -> bool:
    """Whether the name that begins here is one word, and no given name: a firm's, after a noun that may be said of a firm."""
    return tree.words[name] not in load_given_names() and not any(word[:1].isupper() for word in tree.words[name + 1 : name + 2])


def noun_kind(tree: Tree, name: int) -> EntityKind | None:
    """The kind that a noun just before the name gives it ("the broadcaster X", "the ferry X")."""
    agent = find_agent(tree.words[max(0, name - 2) : name]) if name > 0 and tree.words[name - 1].islower() else None
    if agent is not None and agent.noun in load_alikes("either") and not agent.plural and _is_one_word(tree, name):
        return "organization"
    return agent.kind if agent is not None and not agent.plural and agent.kind in ("organization", "place") else None
