"""What a desk says of its own text: what a new version of a dispatch changes, that an interview was cut, who a columnist is."""

from __future__ import annotations

import re

from whence.lexicon.page_words import load_page_words

_VERBS = "|".join(load_page_words("revision"))
# (Adds comment, background) · [Refiles to fix spelling in headline]
_REVISION = re.compile(rf"[(\[]\s*(?:eds?\.?:?\s+)?(?:{_VERBS})\b(?:(?![.!?] )[^()\[\]“”\"]){{3,200}}[)\]]\.?", re.IGNORECASE)
_EDITORS = re.compile(
    r"[(\[*\s]*(?:eds\.?|attn\.?:? editors?|attention(?: all)?:? editors"
    r"|(?:note|advisory) to (?:all )?(?:editors|subscribers|clients))\s*[:–—-].*",
    re.IGNORECASE,
)
_WORK = "|".join(load_page_words("edited"))
_EDITED = re.compile(
    r"(?:this|the|our|these|both|all) (?:[\w’'-]+ )?"
    r"(?:interviews?|conversations?|exchanges?|discussions?|transcripts?|answers|remarks|extracts?|excerpts?|letters?|text|article|essay"
    rf"|piece|column) (?:has|have|was|were|is|are) (?:been )?(?:\w+ly )?(?:{_WORK})"
    rf"(?:(?:,| and|, and) (?:\w+ly )?(?:{_WORK}))*(?: (?:for|to|from|by|in|with|out of|because of) [^.!?]{{2,80}})?[.!]?",
    re.IGNORECASE,
)
# What may stand behind such a note: where to write, what to read on.
_BEHIND = re.compile(
    r"(?:letters|see|write|read|more|send|next|the full|to (?:read|hear|comment)|please|contact|turn|continued)\b"
    r"(?:[^.!?]|[.](?=\S)){0,80}[.!]?",
    re.IGNORECASE,
)
_MOST_WORDS = 40
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+")


def is_notice(text: str) -> bool:
    """Whether a whole line is a note of the desk to its clients or readers, and tells nothing of the story."""
    if _REVISION.fullmatch(text) or (_EDITORS.fullmatch(text) and len(text.split()) <= _MOST_WORDS):
        return True
    first, *others = _SENTENCE_END.split(text.strip("()[]*_ "))
    return bool(_EDITED.fullmatch(first)) and all(_BEHIND.fullmatch(sentence) or _EDITED.fullmatch(sentence) for sentence in others)
