"""Names of newsrooms, told from other names by what the world's lists hold and by how such names are made."""

from __future__ import annotations

import re

from whence.lexicon.outlets import find_agency, find_newsroom, fold_name, load_media_words, load_sections
from whence.lexicon.page_words import load_page_words

_ENDINGS = re.compile(r"[a-zà-ÿ](?:Wire|News|Press|TV|FM|Today|Post|Times|Online|Mail|Watch)$|^News[A-Z][a-z]+$")
_AGENCY = re.compile(
    r"(?:.+ )?(?:News|Press|Telegraph|Telegraphic|Information) (?:Agency|Association|Service|Bureau)|.+ Newswires?|.+ Wire Service",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?<=\w)\s+(?:newsroom|(?:news|web|online|digital|city|foreign|national) ?desk|desk|staff|(?:news|web|online) team"
    r"|(?:online |staff |web )?report"
    r"|live(?: ?blog)?|english (?:service|edition)|online edition)$",
    re.IGNORECASE,
)
# A frequency is no part of a station's name.
_FREQUENCY = re.compile(r"(?<=\w)[\s,–-]+\d{2,3}[.,]\d{1,2}(?:\s?(?:FM|AM|MHz))?$|(?<=\w)\s+\d{2,4}\s?[MK]Hz$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.’'&+-]*(?:\s+(?:[^\W_a-z][\w.’'&+-]*|of|the|and|in|for|on|at|de|la|le|el|al|&|\d+))*")
_MOST_WORDS = 6
_LONGEST_INITIALS = 4
_CAPITALS = re.compile(r"[^\W\d_a-z][\w’'/-]*(?:\s+[^\W\d_a-z][\w’'/-]*)*")


def name_agency(text: str) -> str | None:
    """The agency that ``text`` names: by the list's usual name, or as printed where the name says that it is an agency."""
    known = find_agency(text)
    if known:
        return known
    return tidy_name(text) if _is_name(text) and _AGENCY.fullmatch(text.strip()) else None


def find_agencies(text: str) -> tuple[str, ...]:
    """The agencies named anywhere in ``text``, a line that thanks those who helped."""
    found: dict[str, None] = {}
    for match in _CAPITALS.finditer(text):
        words = match[0].split()
        for size in range(len(words), 0, -1):
            named = [
                name for start in range(len(words) - size + 1) for name in [name_agency(" ".join(words[start : start + size]))] if name
            ]
            # One word among others with capitals may be somebody's first name.
            if named and (size > 1 or len(words) == 1 or match[0].isupper()):
                found.update(dict.fromkeys(named[:1]))
                break
    return tuple(found)


def name_outlet(text: str) -> str | None:
    """The outlet that ``text`` names, None for an agency and for all that is not plainly an outlet's name."""
    bare = _FREQUENCY.sub("", text.strip(" .,;:|–—-"))
    if not _is_name(bare) or name_agency(bare) or fold_name(bare) in load_sections():
        return None
    bare = _DESK.sub("", bare)
    known = find_newsroom(bare)
    if known:
        return known.spelling if bare.isupper() else bare
    words = fold_name(re.sub(r"\s+(?:of|de|del|di|da|do)\s.*", "", bare)).split()
    made = len(words) > 1 and (words[-1] in load_media_words() or words[0] in load_page_words("newsroom-first"))
    return tidy_name(bare) if made or _ENDINGS.search(bare) else None


def tidy_name(text: str) -> str:
    """``text`` without stray marks; capitals throughout become the usual ones.

    >>> tidy_name("THE BROVIK MERCURY")
    'The Brovik Mercury'
    """
    bare = " ".join(_FREQUENCY.sub("", text.strip(" .,;:|–—-")).split())
    if not bare.isupper():
        return bare
    words = [word if _stays_capital(word) else "-".join(part.capitalize() for part in word.split("-")) for word in bare.split()]
    return " ".join(word.lower() if index and word.lower() in load_page_words("small") else word for index, word in enumerate(words))


def is_title_case(text: str) -> bool:
    """Whether all words of ``text`` but the small ones begin with a capital or a digit, as in a name."""
    return _is_name(text)


def is_initials(text: str) -> bool:
    """Whether ``text`` may be an agency's initials in brackets: three to six capitals that are no time zone."""
    word = text.casefold()
    return bool(re.fullmatch(r"[A-Z]{3,6}", text)) and not any(word in load_page_words(name) for name in ("clock", "label", "pointer"))


def _is_name(text: str) -> bool:
    bare = _FREQUENCY.sub("", text.strip(" .,;:|–—-"))
    return bool(bare) and len(bare.split()) <= _MOST_WORDS and bool(_NAME.fullmatch(bare))


def _stays_capital(word: str) -> bool:
    letters = re.sub(r"\W", "", word)
    unspeakable = len(letters) <= _LONGEST_INITIALS and not re.search(r"[AEIOUY]", letters)
    return unspeakable or bool(re.search(r"\d", letters)) or letters in {"TV", "USA", "UK", "US"}
