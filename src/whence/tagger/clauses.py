"""Attributions that syntax alone shows: a listed word of saying or thinking, who says or thinks it, and the clause under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.lexicon.cues import Cue, cue_lemma, load_cues
from whence.tagger.syntaxes import Syntax
from whence.tagger.windows import Range

# A verb's lemma may be a noun in the text ("their demand").
_PARTS = {"verb": ("VERB", "NOUN"), "adjective": ("ADJ",), "noun": ("NOUN",)}
_EMPTY = frozenset(("it", "there", "this", "that", "which", "what"))
_BEING = frozenset("am is are was were be been being 'm 's 're ’m ’s ’re get gets got getting".split())
# Acts whose infinitive is what is said ("want to leave"); after others it is what is done ("declined to comment", "began to shout").
_INFINITIVE = frozenset(("believe", "ask", "demand", "advise", "promise", "threaten", "agree", "warn"))
_TRYING = frozenset(("seek",))
# What is seen or heard is no thought, but "that" makes it one ("saw that the door was open").
_PERCEIVING = frozenset(("see", "hear", "feel", "watch"))
_JUDGING = frozenset(("regard", "view", "consider", "deem", "describe", "brand", "denounce", "dismiss"))
_CAUSED = frozenset(("want", "wish", "like", "prefer", "expect"))


@dataclass(frozen=True, slots=True)
class Clausal:
    """What a cue's clause says, and who says it: None for a passive that does not tell."""

    content: Range
    source: Range | None
    cue: Range


def find_clausal(syntax: Syntax, region: Range) -> list[Clausal]:
    """The attributions in a range of words by syntax, none inside another's content, in the order of the text."""
    part = _Part(syntax, region)
    found = [clausal for word in range(*region) if (cue := _cue(syntax, word)) and (clausal := part.read(word, cue))]
    return [one for one in found if not any(other.content[0] <= one.cue[0] < other.content[1] for other in found)]


def may_attribute(syntax: Syntax, region: Range) -> bool:
    """Whether a range of words is worth reading alone: it holds a clause that completes a word or is put in beside it, or a listed cue
    with what it takes to attribute, a clause below it or a subject of its own.
    """
    for word in range(*region):
        relation, head = syntax.deprels[word], syntax.heads[word]
        if relation in ("ccomp", "parataxis"):
            return True
        if relation in ("xcomp", "acl", "nsubj") and region[0] <= head < region[1]:
            cue = _cue(syntax, head)
            if cue is not None and (relation != "nsubj" or cue.part == "verb"):
                return True
    return False


def find_subject(syntax: Syntax, cue: Range, region: Range) -> Range | None:
    """Who acts in a cue that has no subject of its own: that of the verb which it is joined or added to ("left, saying ...").

    None where the cue is no verb, where the verb above is passive, or where the subject lies outside ``region``.
    """
    part = _Part(syntax, region)
    word = next((word for word in range(*cue) if syntax.upos[word] == "VERB"), None)
    steps = 0
    while word is not None and steps < 4:
        subject = part.subject(word)
        if subject is not None:
            return part.phrase(subject) if subject < cue[0] else None
        word, steps = part.above(word), steps + 1
    return None


def _cue(syntax: Syntax, word: int) -> Cue | None:
    cue = load_cues().get((cue_lemma(syntax.words[word]),))
    return cue if cue and syntax.upos[word] in _PARTS.get(cue.part, ()) else None


class _Part:
    """A range of words as a tree of its own: what hangs on words outside it does not count."""

    def __init__(self, syntax: Syntax, region: Range) -> None:
        self._syntax, self._words = syntax, range(*region)
        self._below: dict[int, list[int]] = {}
        for word in range(*region):
            self._below.setdefault(syntax.heads[word], []).append(word)

    def read(self, word: int, cue: Cue) -> Clausal | None:
        """The attribution that a cue opens, if it has a clause and somebody to say it."""
        clause = self._clause(word, cue)
        if clause is None:
            return None
        content = self._judged(word, clause) if self._is(clause, "obj") else self._content(word, clause)
        is_noun = self._syntax.upos[word] == "NOUN"
        if self._is_passive(word):
            agent = self._agent(word)
            source = self.phrase(agent) if agent is not None else None
            return Clausal(content, source, self._with_auxiliaries(word, None)) if self._is(clause, "ccomp") and content[0] > word else None
        speaker = self._possessor(word) if is_noun else self._child(word, "nsubj")
        if speaker is None or self._syntax.words[speaker].casefold() in _EMPTY or content[0] <= word or speaker > word:
            return None
        return Clausal(content, self.phrase(speaker), self._with_auxiliaries(word, speaker))

    def subject(self, word: int) -> int | None:
        """A verb's subject, if the verb is active and its subject says who."""
        subject = self._child(word, "nsubj")
        if subject is None or self._is_passive(word) or self._syntax.words[subject].casefold() in _EMPTY:
            return None
        return subject

    def above(self, word: int) -> int | None:
        """The verb that another is joined or added to; a passive one says nothing of who acts."""
        head = self._syntax.heads[word]
        if head not in self._words or not self._is(word, "conj", "advcl", "xcomp", "parataxis") or self._is_passive(word):
            return None
        return head

    def _is(self, word: int, *relations: str) -> bool:
        return self._syntax.deprels[word] in relations

    def _children(self, word: int) -> list[int]:
        return self._below.get(word, [])

    def _child(self, word: int, *relations: str) -> int | None:
        return next((child for child in self._children(word) if self._is(child, *relations)), None)

    def _clause(self, word: int, cue: Cue) -> int | None:
        """The head of the clause that says what: finite after any cue, an infinitive only where the act is one of words."""
        is_noun = self._syntax.upos[word] == "NOUN"
        wanted = ("acl", "ccomp") if is_noun else ("ccomp", "xcomp")
        for child in self._children(word):
            if child > word and self._is(child, *wanted) and self._syntax.upos[child] != "PUNCT":
                if self._is(child, "ccomp"):
                    return child if cue.lemmas[-1] not in _PERCEIVING or self._marked(child, "that") else None
                told = self._child(word, "obj", "iobj") is not None and cue.lemmas[-1] == "tell"
                to = self._marked(child, "to") or (is_noun and self._marked(child, "that"))
                caused = cue.lemmas[-1] in _CAUSED and self._child(word, "obj") is not None
                if (to or caused) and (told or cue.act in _INFINITIVE) and cue.lemmas[-1] not in _TRYING:
                    return child
        judged = self._child(word, "obj")
        return judged if cue.lemmas[-1] in _JUDGING and judged is not None and self._verdict(word, judged) is not None else None

    def _verdict(self, word: int, judged: int) -> int | None:
        """What somebody takes a thing for: "regard X as Y", "consider X to be Y"."""
        for child in self._children(word):
            if child > judged and (self._is(child, "xcomp") or (self._is(child, "obl", "advcl") and self._has_mark(child, "as"))):
                return child
        return None

    def _has_mark(self, word: int, mark: str) -> bool:
        return self._has_case(word, mark) or self._marked(word, mark)

    def _judged(self, word: int, judged: int) -> Range:
        """The thing judged with the verdict on it."""
        verdict = self._verdict(word, judged)
        return min(self._subtree(judged)), max(self._subtree(judged if verdict is None else verdict)) + 1

    def _marked(self, clause: int, mark: str) -> bool:
        return any(self._is(child, "mark") and self._syntax.words[child].casefold() == mark for child in self._children(clause))

    def _content(self, word: int, clause: int) -> Range:
        """The clause's words; what one wants somebody to do has the somebody in it."""
        first, last = min(self._subtree(clause)), max(self._subtree(clause)) + 1
        goal = self._child(word, "obj")
        if goal is not None and word < goal < clause and self._is(clause, "xcomp") and cue_lemma(self._syntax.words[word]) in _CAUSED:
            first = min(self._subtree(goal))
        while last > clause + 1 and self._syntax.upos[last - 1] == "PUNCT":
            last -= 1
        return first, last

    def _is_passive(self, word: int) -> bool:
        """Whether the subject is who was told, not who tells."""
        helped = any(self._is(child, "aux") and self._syntax.words[child].casefold() in _BEING for child in self._children(word))
        return self._syntax.upos[word] == "VERB" and helped and not self._syntax.words[word].casefold().endswith("ing")

    def _agent(self, word: int) -> int | None:
        agents = (child for child in self._children(word) if child > word and self._is(child, "obl") and self._has_case(child, "by"))
        return next(agents, None)

    def _possessor(self, word: int) -> int | None:
        """Who a noun belongs to: "their demand", "the union's demand"."""
        before = (child for child in self._children(word) if child < word and self._is(child, "nmod"))
        owners = (child for child in before if self._syntax.upos[child] == "PRON" or self._has_case(child, "'s", "’s", "'", "’"))
        return next(owners, None)

    def _has_case(self, word: int, *marks: str) -> bool:
        return any(self._is(child, "case") and self._syntax.words[child].casefold() in marks for child in self._children(word))

    def _with_auxiliaries(self, word: int, speaker: int | None) -> Range:
        start = word
        while start - 1 != speaker and start - 1 in self._children(word) and self._is(start - 1, "aux", "cop", "advmod"):
            start -= 1
        return start, word + 1

    def phrase(self, top: int) -> Range:
        """A noun with what belongs to it, up to a comma, a relative clause or a possessive mark."""
        words = sorted(word for word in self._subtree(top, ("acl", "appos", "parataxis")) if self._syntax.words[word] not in ("'s", "’s"))
        last = next((word for word in words if word > top and self._syntax.words[word] in (",", "(", "–", "—")), words[-1] + 1)
        begin = words[0] if not self._is(words[0], "case") else words[1]
        return begin, last

    def _subtree(self, top: int, without: Sequence[str] = ()) -> Iterator[int]:
        pending = [top]
        while pending:
            word = pending.pop()
            yield word
            pending += [child for child in self._children(word) if not self._is(child, *without)]
