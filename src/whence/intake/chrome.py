"""What kind of site furniture a line is, if any: menus, sign-ups, share buttons, lists of other stories."""

from __future__ import annotations

import re

from whence.intake.lines import Line
from whence.intake.notices import is_notice
from whence.lexicon.chrome import ChromeKind, load_chrome
from whence.lexicon.outlets import fold_name, load_sections
from whence.lexicon.page_words import load_page_words

# A sentence that happens to begin as an invitation does is longer than the invitation.
_MOST_WORDS = {"picture": 8, "welcome": 8, "link": 30, "list": 30}
_DEFAULT_MOST = 40

_CRUMB = re.compile(r"\s*(?:>|»|›|→|/|\|)\s*")
_CODE = re.compile(r"[A-Z]{2}")  # of a language
_COUNTS = re.compile(
    r"(?:[\d.,]+[km]?\s*(?:shares?|comments?|likes?|views?|reads?|retweets?|tweets?|replies|votes?"
    r"|subscribers?|followers?|members?|readers?|min(?:ute)?s?(?: to)? read(?:ing time)?)"
    r"|(?:reading time|read time|estimated reading time|time to read|views?|shares?|comments|likes)"
    r"\s*[:–-]?\s*[\d.,]+[km]?\s*(?:min(?:ute)?s?)?"
    r"|(?:read|viewed|seen)\s*:?\s*[\d.,]+k?\s*times"
    r"|(?:listen|watch|play|audio|video|duration)\s*[(·•|:–-]?\s*\d+(?::\d\d| ?min(?:ute)?s?)\)?"
    r"|(?:(?:published|posted|updated|last updated)?\s*(?:\d+|an?)\s*(?:[mhdw]|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?"
    r"|days?|weeks?|months?|years?) ago)"
    r"|(?:(?:news|article|story|document|reference)\s*)?(?:id|code|number|no|ref)\.?\s*[:#]\s*[\w-]*\d[\w-]*"
    r"|(?:news|article|story|document|reference) (?:id|code|number|no)\.? \d+|(?:news )?(?:service|desk)\s*:\s*\w+"
    r"|(?:image|photo|slide|picture) \d+ of \d+"
    r"|comments?\s*\(\d+\)|page \d+ of \d+|\d+ of \d+|\d+/\d+|(?:\d+\s*)?[-–]?\s*min(?:ute)?s? read)\.?",
    re.IGNORECASE,
)
# An entry of a list of moments: *3h ago  Divers find a fourth car*.
_AGED = re.compile(r"\d+\s?(?:[mhd]|min(?:ute)?s?|h(?:ou)?rs?|days?) ago\b", re.IGNORECASE)
_THREAD = re.compile(r"(?:\d+|one|two|three|four|five) (?:thoughts?|comments?|responses?|replies) (?:on|to) [“\"‘']")
_WEATHER = re.compile(r"\d\s?°\s?[cf]?\b|\d\s?°", re.IGNORECASE)
_CHANNEL = "|".join(load_page_words("channel"))
_FOLLOW = re.compile(
    rf"(?:you can (?:also )?)?(?:follow|like|find|join|subscribe to|add|get|catch|read|watch)\s.{{1,60}}\bon:? (?:{_CHANNEL})\b"
    rf"|(?:you can (?:also )?)?(?:follow|find|join) .{{1,60}}(?:’s|'s)? (?:{_CHANNEL}) (?:channel|page|group|feed)\b",
    re.IGNORECASE,
)
_FOLLOW_MOST = 16
# What a newsroom has to offer besides: "Get our weekend newsletter", "Follow the Courier on our free app", "Subscribers: listen here".
_OFFER = re.compile(
    r"(?:download|follow|get|join|listen to|read|receive|sign up (?:for|to)|subscribe to|try|watch)\s(?:\S+ ){0,6}"
    r"(?:our|the|your) (?:\S+ ){0,3}(?:alerts|app|bulletin|e-?paper|mailing list|newsletter|podcast)s?\b"
    r"|(?:members|subscribers?)(?: only)?: (?:download|get|listen|log in|read|watch)\b",
    re.IGNORECASE,
)
# The head of a page as browsers print it, a site's address with its motto, labels in a row. Behind a report's own date stand a bar, a
# bracket or its writer.
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: ?[ap]m)?\s+(?![|(•·–—-]|(?:by|updated)\b)\S+\s+\S+\s+\S.*|https?://\S+\s+\d+/\d+",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,12}){1,2}\s*(?:[|:]|[–—-]\s).+", re.IGNORECASE)
_LABELS = re.compile(r"(?:[•·#]\s*\w[\w’'-]*(?: [\w’'-]+){0,2}\s*){2,}|(?:#\w+[\s,]*)+", re.IGNORECASE)
# Who speaks in a sentence: an invitation names nobody who says it.
_SAYS = re.compile(r"\b(?:said|says|told|tells|added|according to|asked)\b")
_RATES = re.compile(r"\b[a-z]{3}\s*=?\s*\d+[.,]\d+|\d+[.,]\d+\s*[a-z]{3}\b", re.IGNORECASE)
# The day by another calendar, which sites of many countries print beside the day of the visit.
_CALENDAR = re.compile(
    r"\W*(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?,?\s+[A-Z][\w’'‘ -]{2,20},?\s+1[34]\d\d(?:\s*(?:AH|A\.H\.|H|SH))?\W*"
)
# A heading over other stories: *More stories for you*, *Latest from Brovik*.
_HEADING = re.compile(
    rf"(?:{'|'.join(load_page_words('heading'))})(?: [\w’'&-]+){{0,2}} (?:{'|'.join(load_page_words('piece'))})"
    r"(?: (?:for|from|on|in|about|by|this|today|now)\b.*)?|(?:more|latest|also|popular) (?:from|in)\b.+"
)
_HEADING_MOST = 6
# What follows the first sentence of a notice and is still the notice.
_NOTICE_ON = re.compile(r"(?:you|read|follow|click|for|see|find|please|all|thank|thanks|it|this|our|we|refresh|new)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=\W?[^\W\d_a-z])")
_NOTICE_MOST = 8
_HANDLE = re.compile(r"@\w+\.?")
_WEATHER_MOST, _BAR_MOST = 8, 16
_FEWEST_POINTED = 2
_ELSEWHERE = re.compile(r"(?:also (?:on|in)|more (?:on|from|in)|elsewhere (?:on|in)|earlier|previously|from our) \S+(?: \S+){0,3}")
# The time of an entry of a live page, with the entry behind it.
_STAMPED = re.compile(r"^\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*(?:gmt|utc|[a-z]{2,4}t))?\s*[:|–—-]?\s+(?=[a-z])")
_SYMBOLS = re.compile(r"[^\w-]+|(?<!\w)-|-(?!\w)")


def classify_chrome(line: Line) -> ChromeKind | None:
    """The kind of furniture that a whole line is, None for a line that may belong to the report."""
    if is_notice(line.text):
        return "link"
    text = _STAMPED.sub("", line.text.casefold()).lstrip("|>»›•*·-–—►▶→+([ ").rstrip(")] ")
    for rule in (_by_phrase, _by_count, _by_networks, _by_crumbs, _by_sections):
        kind = rule(text, line)
        if kind:
            return kind
    return None


def is_pointer(line: Line) -> bool:
    """Whether a line within a report points to another piece, as ``Timeline: how the railcar derailed``: a label and a headline
    without a full stop.
    """
    label, colon, rest = line.text.casefold().partition(":")
    headline = bool(colon) and len(rest.split()) >= _FEWEST_POINTED and not line.ended
    return headline and (label.strip() in load_page_words("pointer") or bool(_ELSEWHERE.fullmatch(label.strip())))


def _by_phrase(text: str, line: Line) -> ChromeKind | None:
    chrome = load_chrome()
    bare = text.rstrip(" .:!>»›→▶►*")
    kind = chrome.whole.get(text) or chrome.whole.get(bare)
    if kind:
        return kind
    for phrase, kind in chrome.starts.get(text[:2], ()):
        fits = text.startswith(phrase) and _is_cut(text, phrase) and line.words <= _MOST_WORDS.get(kind, _DEFAULT_MOST)
        told = line.prose and (kind == "list" or (kind in ("sign-up", "share") and _SAYS.search(text)) or _goes_on(kind, line.text))
        if fits and not told:
            return kind
    held = (kind for phrase, kind in chrome.holds if phrase in text and _is_cut(text[text.index(phrase) :], phrase))
    return next(held, None) if line.words <= _DEFAULT_MOST else None


def _goes_on(kind: ChromeKind, text: str) -> bool:
    """Whether a line begins with a notice of a live page and then tells the news."""
    rest = _SENTENCE_END.split(text)[1:] if kind == "link" else []
    return any(len(sentence.split()) >= _NOTICE_MOST and not _NOTICE_ON.match(sentence) for sentence in rest)


def _is_cut(text: str, phrase: str) -> bool:
    """Whether ``phrase`` ends where a word of ``text`` ends."""
    return not (phrase[-1].isalnum() and text[len(phrase) : len(phrase) + 1].isalnum()) or phrase[-1].isdigit()


def _by_count(text: str, line: Line) -> ChromeKind | None:
    if _THREAD.match(text):
        return "tail"
    if _PRINTED.fullmatch(line.text) or (_SITE.fullmatch(text) and not line.ended) or _LABELS.fullmatch(line.text):
        return "welcome"
    if _CALENDAR.fullmatch(line.text) or _HANDLE.fullmatch(text) or _is_weather(line):
        return "welcome"
    heading = text.rstrip(" :»›>→")
    if line.words <= _HEADING_MOST and heading == text.rstrip(" .!?:»›>→") and _HEADING.fullmatch(heading):
        return "list"
    return "share" if _COUNTS.fullmatch(text) or (_AGED.match(text) and not line.prose) else None


def _is_weather(line: Line) -> bool:
    """Whether a line is a bar with the temperature, or with rates of exchange."""
    most = _BAR_MOST if re.search(r"[|•·]", line.text) else _WEATHER_MOST
    return line.words <= most and not line.prose and bool(_WEATHER.search(line.text) or (most == _BAR_MOST and _RATES.search(line.text)))


def _by_networks(text: str, line: Line) -> ChromeKind | None:
    if line.words <= _FOLLOW_MOST and (_FOLLOW.match(text) or (_OFFER.match(text) and not _SAYS.search(text))):
        return "share"  # no bar of the site: papers print it beside their own date
    words = [word for word in _SYMBOLS.sub(" ", text).split() if not word.isdigit()]
    return "share" if len(words) >= 2 and set(words) <= set(load_page_words("network")) else None


def _by_crumbs(text: str, line: Line) -> ChromeKind | None:
    """A trail of sections, as ``Home > News > Islands``."""
    steps = [step for step in _CRUMB.split(line.text) if step]
    if len(steps) < 2 or line.ended or max(len(step.split()) for step in steps[:-1]) > 4:
        return None
    if all(_CODE.fullmatch(step) for step in steps) and any(step.casefold() in load_page_words("language") for step in steps):
        return "welcome"
    first_known = fold_name(steps[0]) in {"home", "homepage", "front page", "you are here"}
    known = sum(fold_name(step) in load_sections() for step in steps)
    return "welcome" if first_known or known >= max(2, len(steps) - 1) else None


def _by_sections(text: str, line: Line) -> ChromeKind | None:
    """A menu on one line: nothing but names of sections, three at least."""
    words = line.text.replace("|", " ").split()
    if not 3 <= len(words) <= 60 or line.ended:
        return None
    return "welcome" if _cover(words) and len(words) >= 3 else None


def _cover(words: list[str]) -> bool:
    """Whether the words, one to three at a time, are all names of sections, and three names at least."""
    index = names = 0
    while index < len(words):
        size = next((size for size in (3, 2, 1) if fold_name(" ".join(words[index : index + size])) in load_sections()), 0)
        if not size:
            return False
        index, names = index + size, names + 1
    return names >= 3
