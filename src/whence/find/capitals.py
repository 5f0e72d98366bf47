"""Capitals that tell something: words that a name or a title is made of."""

from __future__ import annotations

from whence.lexicon.agents import find_agent
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.name_parts import load_given_names, load_name_words, load_titles
from whence.model.parses import Tree

_NEVER = frozenset("I Mr Mrs Ms Dr OK TV PM AM A.M. P.M.".split())
_PREFIXED = ("Pro-", "Anti-", "Ex-", "Non-", "Post-", "Pre-", "Mid-")
_QUANTITIES = frozenset(
    "many some several other most all more few both such former senior top new local two three four five six seven eight nine ten".split()
)
# What ministers and ministries are for: no name at the head of a sentence ("Energy minister X").
_PORTFOLIOS = frozenset(
    """agriculture aviation border culture defence defense development economy education electricity emergency employment energy
    environment family finance fisheries foreign forestry health home housing immigration industry information infrastructure
    interior justice labor labour migration mining oil petroleum planning police security social sports tax tourism trade transport
    transportation treasury water welfare""".split()
)
_MONTHS = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november
    dec december""".split()
)
_LOUD_FROM = 0.85
_MARKS_BEFORE = frozenset("“\"‘'«(:–—-•*")


def find_capitals(tree: Tree, sentence: range) -> frozenset[int]:
    """The words of a sentence whose capital tells that they are part of a name or a title.

    At the head of a sentence or a quotation, and in a headline in which nearly every word has one, a capital tells nothing by itself.
    """
    long = [word for word in sentence if len(tree.words[word]) > 3 and tree.words[word][0].isalpha()]
    loud = (
        len(long) >= 4
        and tree.words[sentence.stop - 1] != "."
        and sum(tree.words[word][0].isupper() for word in long) >= _LOUD_FROM * len(long)
    )
    return frozenset(
        word
        for word in sentence
        if tree.words[word][0].isupper()
        and (tree.words[word] not in _NEVER or _heads_station(tree, word) or _ends_station(tree, word))
        and not tree.words[word].startswith(_PREFIXED)
        and not _is_dated(tree, word)
        and (_is_telling(tree, word) if loud or word == sentence.start or _is_opened(tree, word) else True)
        and not (loud and _is_noun(tree, word))
    )


def _heads_station(tree: Tree, word: int) -> bool:
    """Whether "TV" opens a station's name, as in "TV Norland"; before a word that is spelt small it is the set or the trade."""
    follows = tree.words[word + 1] if word + 1 < len(tree.words) else ""
    return tree.words[word] == "TV" and follows[:1].isupper() and follows[1:2].islower()


def _ends_station(tree: Tree, word: int) -> bool:
    """Whether "TV" closes a station's name, as in "Norland TV"; before another noun it is the set or the trade ("Norland TV viewers")."""
    before = tree.words[word - 1] if word else ""
    goes_on = word + 1 < len(tree.words) and tree.upos[word + 1] in ("NOUN", "PROPN", "ADJ")
    return tree.words[word] == "TV" and before[:1].isupper() and before not in load_adjectives() and not goes_on


def _is_dated(tree: Tree, word: int) -> bool:
    """Whether a word is a month beside its day ("on 3 May Norland’s fleet sailed", "by Dec 10")."""
    if tree.folded[word].rstrip(".") not in _MONTHS:
        return False
    before, after = tree.words[word - 1] if word else "", tree.words[word + 1] if word + 1 < len(tree.words) else ""
    return any(near.isdigit() and len(near) <= len("31") for near in (before, after))


def _is_noun(tree: Tree, word: int) -> bool:
    """Whether a word of a headline in capitals is a noun for somebody, and no title of the name after it."""
    follows = tree.words[word + 1] if word + 1 < len(tree.words) else ""
    return find_agent([tree.words[word]]) is not None and not follows[:1].isupper()


def _is_opened(tree: Tree, word: int) -> bool:
    """Whether a mark before a word may be what gave it its capital; a hyphen or an apostrophe inside a name gives none."""
    joined = tree.words[word - 1] == "-" and tree.spans[word - 1].end == tree.spans[word].start
    if tree.words[word - 1] in "'’" and word > 1 and tree.spans[word - 2].end == tree.spans[word - 1].start:
        return False
    return tree.words[word - 1] in _MARKS_BEFORE and not joined


def _is_telling(tree: Tree, at: int) -> bool:
    """Whether a word whose capital may come from its place is a name, a title or a country's adjective all the same."""
    word, follows = tree.words[at], tree.words[at + 1] if at + 1 < len(tree.words) else ""
    if word.casefold() in _PORTFOLIOS and follows.islower() and find_agent([follows]) is not None:
        return False
    if any(word in known() for known in (load_country_names, load_capitals, load_adjectives, load_peoples)):
        return True
    if tree.upos[at] == "PROPN" or (len(word) > 1 and word.isupper() and tree.upos[at] in ("X", "NOUN")):
        return True
    if follows[:1].isupper() and word.casefold() in load_titles():
        return True
    if follows[:1].isupper() and tree.upos[at] in ("NOUN", "ADJ") and word.casefold() not in _QUANTITIES:
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
