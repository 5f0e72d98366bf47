"""How a report names the paper it stands in: who was told, who has seen the letter, who could not verify."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from whence.intake.newsrooms import name_outlet
from whence.lexicon.outlets import find_newsroom, fold_name, load_media_words

# A full stop ends a name but for those of initials and sites, and a line's end does too.
_WORD = r"(?:(?:[A-Z]\.)+|[^\W\d_a-z][\w’'&-]*(?:\.[\w’'&-]+)*)"
_NAME = rf"((?:[Tt]he\s+)?{_WORD}(?:[^\S\n]+(?:of\s+)?{_WORD}){{0,3}})"
_CUES = tuple(
    re.compile(cue)
    for cue in (
        rf"\b(?:told|tells|informed|(?:revealed|confirmed|explained|said) to|(?:spoke|spoken|speaking) (?:to|with))\s+{_NAME}",
        rf"\b(?:interview|conversation|statement|comments|remarks|an? e-?mail|message|letter) (?:with|to|given to|sent to|for)\s+{_NAME}",
        rf"\b(?:seen|obtained|reviewed|viewed|examined|contacted|reached|approached|verified|received|heard|interviewed) by\s+{_NAME}",
        rf"{_NAME}\s+(?:has|have)\s+(?:(?:now|also|not|since|previously)\s+)?"
        r"(?:learn(?:ed|t)|seen|obtained|reviewed|contacted|approached|asked|spoken|established|been told)\b",
        rf"{_NAME}\s+(?:could|was|were|is|did|has been)\s+(?:not|unable)\s+(?:able )?(?:to )?(?:immediately |independently )?"
        r"(?:verify|confirm|reach|corroborate|authenticate|name|naming)\b",
        rf"\b(?:reply|replied|respond|responded|answer|answered)(?: to)? {_NAME}['’]s?\s+(?:questions|requests|messages|calls|inquiries)\b",
        rf"{_NAME}\s+(?:understands|is not naming|contacted|approached|has chosen)\b",
    )
)
_LEAD_CUE = re.compile(rf"\b(?:has|have)\s+(?:exclusively\s+)?(?:told|revealed to|confirmed to|informed)\s+{_NAME}")
# What a paper says of its own work in its own voice, at the head of a sentence; of another's it says who reported that.
_START = r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"] ))"
_OWN = tuple(
    re.compile(cue, re.MULTILINE)
    for cue in (
        rf"{_START}{_NAME}\s+(?:has|have)\s+(?:(?:since|also|now|independently|exclusively)\s+)*"
        r"(?:reviewed|seen|obtained|examined|viewed|verified|learn(?:ed|t)|been (?:told|shown|given))\b",
        rf"{_START}{_NAME}\s+(?:could|was|were)\s+(?:not|unable)\s+(?:to )?(?:immediately |independently )?"
        r"(?:verify|confirm|corroborate|authenticate|establish)\b",
        rf"\b[Ww]hen {_NAME} (?:visited|toured)\b[^.]*?\b(?:today|yesterday|this (?:week|morning)"
        r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    )
)
_RELAYS = (
    re.compile(rf"{_NAME}\s+(?:reported|reports|quoted|quotes|said|says|wrote|writes|cited|cites|published)\b"),
    re.compile(rf"\b(?:according to|citing|quoted by|reported by)\s+{_NAME}"),
)


def count_selfnames(text: str) -> Counter[str]:
    """How often each name stands where a report names its own paper, folded."""
    return Counter(fold_name(_trim(match[1])) for cue in _CUES for match in cue.finditer(text))


def infer_outlet(paragraphs: Sequence[str]) -> str | None:
    """The paper that the report's opening says was told, or that speaks of its own work, where nothing speaks against it.

    Only a name made as names of newsrooms are. The telling stands in the perfect tense of news (*has told*), in the opening paragraph:
    papers quote one another's interviews in the past tense. None where another newsroom is relayed there, or the name itself is anywhere.
    """
    opening = paragraphs[0] if paragraphs else ""
    names = [_trim(match[1]) for match in _LEAD_CUE.finditer(opening)]
    outlets = {name_outlet(name.removeprefix("the ")) for name in names if not _is_short(name)} - {None}
    text = "\n".join(paragraphs)
    return outlets.pop() if len(outlets) == 1 and not _relays(text) else _infer_own(text)


def _infer_own(text: str) -> str | None:
    """The one paper that tells of its own work; None where it is relayed too."""
    names = [_trim(match[1]) for cue in _OWN for match in cue.finditer(text)]
    outlets = {name_outlet(name.removeprefix("the ")) for name in names if not _is_short(name)} - {None}
    relayed = {fold_name(_trim(match[1])) for pattern in _RELAYS for match in pattern.finditer(text)}
    name = outlets.pop() if len(outlets) == 1 else None
    return name if name and not {fold_name(name), fold_name(name).split()[-1]} & relayed else None


def _is_short(name: str) -> bool:
    """Whether a name is what a paper calls itself for short, as *the Mercury*."""
    return fold_name(name) in load_media_words()


def _relays(text: str) -> bool:
    """Whether the report passes on what some newsroom printed."""
    names = (_trim(match[1]) for pattern in _RELAYS for match in pattern.finditer(text))
    return any(name_outlet(name) or find_newsroom(name) for name in names)


def _trim(name: str) -> str:
    return re.sub(r"['’]s$", "", name.strip())
