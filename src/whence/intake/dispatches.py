"""Whether a report is an agency's own dispatch, and no paper's reprint of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.intake.bylines import is_contribution
from whence.intake.chrome import classify_chrome
from whence.intake.copyrights import Copyright
from whence.intake.layouts import Layout
from whence.intake.newsrooms import name_agency, name_outlet
from whence.lexicon.chrome import ChromeKind

_KEYWORDS = re.compile(r"keywords\s*:", re.IGNORECASE)  # the wire's own, for those who sort it
_RELAYED = re.compile(r"\b(?:syndicated|not (?:been )?edited|auto-generated)\b", re.IGNORECASE)
_INITIALS = re.compile(r"\s*\([A-Z]{2,6}\)$")
_SITE: frozenset[ChromeKind | None] = frozenset({"welcome", "sign-up", "share", "list", "tail", "advert"})


def find_dispatcher(layout: Layout, copyrights: Sequence[Copyright], marks: Sequence[str]) -> str | None:
    """The agency that claims the copyright and also stands in dateline or sign-off (``marks``), or thanks its own people at the foot.

    Papers reprint an agency's dateline and thanks; its copyright alone may be a picture's. What they do not print is the name by which
    the wire keeps the story. None where agencies or papers differ, and where a site's menus and buttons stand around the report: an
    agency's wire has none, and the site may be anybody's, unless the agency's name stands at the head of the page.
    """
    headed = _find_headed(layout, marks)
    if headed:
        return headed
    furniture = [line for index, line in enumerate(layout.lines) if index in layout.furniture and not _KEYWORDS.match(line.text)]
    if any(classify_chrome(line) in _SITE for line in furniture):
        return None
    if len(set(marks)) == 1 and any(masthead.of("slug") for masthead in layout.header):
        return marks[0]
    if len(set(marks)) == 1 and not layout.furniture and any(_thanks_own(masthead.line.text, marks[0]) for masthead in layout.footer):
        return marks[0]
    claimed = {name_owner(found, marks) for found in copyrights}
    owners = claimed - {None}
    if len(owners) != 1 or any(name_outlet(found.name) for found in copyrights):
        return None
    owner = owners.pop()
    if marks:
        return owner if set(marks) == {owner} else None
    return owner if any(is_contribution(masthead.line.text) for masthead in layout.footer) else None


def _find_headed(layout: Layout, marks: Sequence[str]) -> str | None:
    """The agency whose name is the page's first line, where dateline or sign-off bears it out and nothing says that the page relays."""
    first = next((line for index, line in enumerate(layout.lines) if index not in layout.furniture), None)
    heads = [masthead for masthead in layout.header if masthead.line is first]
    name = name_agency(_INITIALS.sub("", first.text)) if first and heads else None
    relayed = any(_RELAYED.search(layout.lines[index].text) for index in layout.furniture)
    return name if name and not relayed and set(marks) in ({name}, {get_initials(name)}) else None


def _thanks_own(text: str, agency: str) -> bool:
    """Whether the thanks at the foot speak of the agency's own bureau."""
    return is_contribution(text) and re.search(rf"\b{re.escape(agency)}['’]s?\s", text) is not None


def get_initials(name: str) -> str:
    """The first letters of the words of a name."""
    return "".join(word[0] for word in name.split())


def name_owner(found: Copyright, marks: Sequence[str]) -> str | None:
    """The agency that a note of copyright names, by the list or as dateline and sign-off name it."""
    return name_agency(found.name) or (found.name if found.name in marks else None)
