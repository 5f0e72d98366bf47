"""Whether a report is an agency's own dispatch, and no paper's reprint of one."""

from __future__ import annotations

from collections.abc import Sequence

from whence.intake.bylines import is_contribution
from whence.intake.chrome import classify_chrome
from whence.intake.copyrights import Copyright
from whence.intake.layouts import Layout
from whence.intake.newsrooms import name_agency, name_outlet
from whence.lexicon.chrome import ChromeKind

_SITE: frozenset[ChromeKind | None] = frozenset({"welcome", "sign-up", "share", "list", "tail", "advert"})


def find_dispatcher(layout: Layout, copyrights: Sequence[Copyright], marks: Sequence[str]) -> str | None:
    """The agency that claims the copyright and also stands in dateline or sign-off (``marks``), or thanks its own people at the foot.

    Papers reprint an agency's dateline and thanks; its copyright alone may be a picture's. None where agencies or papers differ, and
    where a site's menus and buttons stand around the report: an agency's wire has none, and the site may be anybody's.
    """
    if any(classify_chrome(layout.lines[index]) in _SITE for index in layout.furniture):
        return None
    claimed = {name_owner(found, marks) for found in copyrights}
    owners = claimed - {None}
    if len(owners) != 1 or any(name_outlet(found.name) for found in copyrights):
        return None
    owner = owners.pop()
    if marks:
        return owner if set(marks) == {owner} else None
    return owner if any(is_contribution(masthead.line.text) for masthead in layout.footer) else None


def name_owner(found: Copyright, marks: Sequence[str]) -> str | None:
    """The agency that a note of copyright names, by the list or as dateline and sign-off name it."""
    return name_agency(found.name) or (found.name if found.name in marks else None)
