"""Which report republishes or cites which outlet, agency or report, with direction and the passages it rests on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from whence.lexicon.outlets import find_agency
from whence.link.copies import Copy
from whence.link.outlets import PARTISAN, is_agency, outlet_key, outlet_name, own_outlet, same_outlet
from whence.model.dates import Period, read_period
from whence.model.holdings import Holdings, member_of
from whence.model.readings import Attribution, Reading
from whence.model.spans import Span
from whence.model.stories import Because, Edge, Passage, Sighting

_NEVER = 3_652_059  # the last day that the calendar knows: an undated report comes after every dated one
_WHOLE = 0.5
_NOBODY = "Agencies"  # a credit to agencies that it does not name is to nobody
_SHOWN = 160
_FROM = re.compile(
    r"(?:interview(?:ed)? (?:with|given to|to|by|on|in)|told|according to|speaking to|spoke to|quoted (?:by|in)|reported (?:by|in)"
    r"|published (?:by|in)|aired (?:by|on)|broadcast (?:by|on)|obtained by|seen by|citing|quoting|statement to"
    r"|\bwe (?:had|have|took) (?:it|that|this) from|dispatch (?:of|from|by)"
    r"|\b(?:drew|drawn|relied|relying) on|\b(?:picked up|lifted) (?:by|from)"
    r"|attribut(?:ed|es|ing) (?:it|that|the (?:claim|information|news|report)|this) to"
    r"|report (?:by|in|from|of)|article (?:by|in|from)|remarks to|reports in) (?:[\w’',]+ ){0,4}$",
    re.I,
)
_ITSELF = re.compile(r"[“\"‘']?(?:it|its|we|our)\b", re.I)
_WITHDRAWN = re.compile(r"\b(?:apologi[sz]ed?|deleted|retract(?:s|ed)?|taken? down|took down|withdr(?:aw|aws|ew|awn))\b", re.I)
_REPORT = r"(?:article|dispatch|item|report|story)\b"
_LATER_VERSION = re.compile(
    rf"\b(?:amended|corrected|later|new|revised|updated?) version of (?:an?|our|the|this) (?:\w+ )?{_REPORT}"
    rf"|\b(?:earlier|first|original|previous) version (?:of (?:our|the|this) (?:\w+ )?{_REPORT}|said\b|stated\b|gave\b)"
    rf"|\b{_REPORT} (?:was|has been) (?:amended|corrected|revised|updated)\b",
    re.I,
)
_PARTY = (PARTISAN - {"confirm"}) | {"ask", "advise"}
_SOME = re.compile(r"citing|quoting", re.I)  # who cites criticism of a station's host has it from nobody
_GIVES = re.compile(
    r"(?: \([A-Z]{2,6}\))?,? (?:\w+ ){0,2}?"
    r"(?:reported|reports|quoted|quotes|cited|cites|revealed|published|wrote|aired|broadcast|is right|is to be believed)\b"
    r"|[’']s (?:account|article|dispatch|interview|report|story),? seen by\b"
)


def link_reports(
    holdings: Holdings, copies: Sequence[Copy], outlets: Mapping[str, str], sightings: Sequence[Sighting] = ()
) -> tuple[Edge, ...]:
    """Every edge, sorted by report; ``outlets`` names the members that are newsrooms or agencies."""
    credited = {report: names for report, reading in holdings.readings.items() if (names := _credits(reading, outlets))}
    publishers = _publishers(holdings)
    edges = _copied(holdings, copies, credited)
    taken = {edge.doc for edge in edges}
    edges += [
        _credit(holdings, report, name, publishers) for report, names in credited.items() if report not in taken for name in names[:1]
    ]
    edges += _cited(holdings, outlets, edges, publishers)
    edges += _mentioned(holdings, outlets, edges, publishers)
    edges += [_seen_again(holdings.readings[one.report], one) for one in sightings if one.report in holdings.readings and one.outlet]
    return tuple(sorted(edges, key=lambda edge: (edge.doc, edge.kind, edge.source)))


def _credits(reading: Reading, outlets: Mapping[str, str]) -> list[str]:
    """Agencies to whom the report credits its text, in the masthead; the fullest of several names for one comes first."""
    report = reading.report
    printed = (*report.credits, *(name for name in report.byline if is_agency(name)))
    names = [outlet_name(name) for name in printed if find_agency(name) != _NOBODY]
    other = sorted({name for name in names if not same_outlet(name, report.outlet)}, key=lambda name: (-len(name), name))
    known = [outlets[member] for one in reading.entities if (member := member_of(report.id, one.id)) in outlets]
    fullest = [max([name, *(one for one in known if same_outlet(one, name))], key=len) for name in other]
    return list(dict.fromkeys(fullest))


def _copied(holdings: Holdings, copies: Sequence[Copy], credited: Mapping[str, list[str]]) -> list[Edge]:
    """One edge for each report that has passages of an earlier one: from the one that it shares most with."""
    best: dict[str, tuple[float, str, Copy]] = {}
    shares = [(name, share) for one in copies for name, share in ((one.left, one.left_coverage), (one.right, one.right_coverage))]
    wires = frozenset(name for name, share in shares if name in credited and share >= _WHOLE)
    agencies = frozenset(agency for wire in wires for agency in credited[wire])
    for copy in copies:
        source, doc = sorted((copy.left, copy.right), key=lambda name: _precedence(holdings.readings[name], wires, agencies, credited))
        share = copy.left_coverage if doc == copy.left else copy.right_coverage
        mine, theirs = holdings.readings[doc], holdings.readings[source]
        if same_outlet(mine.report.outlet, theirs.report.outlet):
            if _tells_of_earlier(theirs) and not _tells_of_earlier(mine):
                doc, source, mine, theirs = source, doc, theirs, mine
                share = copy.left_coverage if doc == copy.left else copy.right_coverage
            if not _is_version(mine, share):
                continue  # a newsroom that tells again what went before takes it from nobody
        if doc not in best or (-share, source) < (-best[doc][0], best[doc][1]):
            best[doc] = (share, source, copy)
    takers: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(best):
        takers[best[doc][1]].append(doc)
    edges = []
    for doc, (share, source, copy) in best.items():
        edges.append(_copy_edge(holdings, doc, source, share, copy, _root(doc, source, best, takers, credited, holdings)))
    return edges


def _precedence(
    reading: Reading, wires: Set[str], agencies: Set[str], credited: Mapping[str, list[str]]
) -> tuple[int, int, bool, int, str]:
    """Who can have it from whom: the agency's own dispatch, then its text under its credit (``wires``) before all who print it without,
    then what was published first, what carries any credit, the longer text.
    """
    name, period, own = reading.report.id, read_period(reading.report.published), reading.report.outlet
    wired = any(same_outlet(own, agency) for agency in agencies)
    rank = 0 if wired else 1 if name in wires else 2
    return (rank, period.first.toordinal() if period else _NEVER, name not in credited, -len(reading.text), name)


def _root(
    doc: str,
    source: str,
    best: Mapping[str, tuple[float, str, Copy]],
    takers: Mapping[str, list[str]],
    credited: Mapping[str, list[str]],
    holdings: Holdings,
) -> str:
    """The agency or outlet at the head of a line of copies; one whose outlet is unknown is of the agency that a copy of it credits.
    ``takers`` are the reports by the one that they share most with.
    """
    crediting = [doc]
    while source not in credited and source in best:
        crediting.append(source)
        source = best[source][1]
    report = holdings.readings[source].report
    if source in credited:
        return credited[source][0]
    crediting += takers.get(source, ())
    return report.outlet or next((credited[name][0] for name in crediting if name in credited), report.id)


def _copy_edge(holdings: Holdings, doc: str, source: str, share: float, copy: Copy, root: str) -> Edge:
    here = [passage.left if doc == copy.left else passage.right for passage in copy.passages]
    there = [passage.right if doc == copy.left else passage.left for passage in copy.passages]
    mine, theirs = holdings.readings[doc], holdings.readings[source]
    version = same_outlet(mine.report.outlet, theirs.report.outlet)
    dated = read_period(mine.report.published), read_period(theirs.report.published)
    rule = f"passages in common cover {share:.0%} of the report's own words; {_say_order(*dated)}"
    spans = tuple(Passage(name, span.start, span.end) for name, part in ((doc, here), (source, there)) for span in part)
    evidence = _shown(max(here, key=lambda span: span.end - span.start), mine)
    return Edge(doc, root, "version" if version else "republishes", evidence, source, share, Because(rule, spans))


def _is_version(reading: Reading, share: float) -> bool:
    """Whether a report that shares words with an earlier one of its own newsroom is that report again, by how much, or as it says."""
    return share >= _WHOLE or _tells_of_earlier(reading)


def _tells_of_earlier(reading: Reading) -> bool:
    """Whether a report says that another version of it went before."""
    return _LATER_VERSION.search(reading.text) is not None


def _say_order(mine: Period | None, theirs: Period | None) -> str:
    if mine is None or theirs is None or mine == theirs:
        return "the order of publication is not told"
    return "the other was published first" if theirs.first < mine.first else "the other credits it to an agency"


def _credit(holdings: Holdings, report: str, name: str, publishers: Mapping[str, list[str]]) -> Edge:
    text = holdings.readings[report].text
    at = max(0, text.find(name))
    spans = (Passage(report, at, at + len(name)),) if name in text else ()
    because = Because("the report credits its text to the agency", spans)
    held = [one for one in publishers.get(outlet_key(name), ()) if one != report]
    return Edge(report, name, "republishes", name, held[0] if len(held) == 1 else None, None, because)


def _seen_again(reading: Reading, sighting: Sighting) -> Edge:
    """The same bytes found with another outlet: which of the two had them first is not told."""
    because = Because(f"the same bytes were found at {sighting.path}", (Passage(reading.report.id, 0, len(reading.text)),))
    return Edge(reading.report.id, sighting.outlet or sighting.path, "republishes", sighting.path, reading.report.id, 1.0, because)


def _publishers(holdings: Holdings) -> Mapping[str, list[str]]:
    """The reports of each newsroom that the story holds."""
    found: dict[str, list[str]] = defaultdict(list)
    for report, reading in holdings.readings.items():
        if reading.report.outlet:
            found[outlet_key(reading.report.outlet)].append(report)
    return found


def _cited(holdings: Holdings, outlets: Mapping[str, str], edges: Sequence[Edge], publishers: Mapping[str, list[str]]) -> list[Edge]:
    known: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        known[edge.doc].append(edge.source)
    found = []
    for report, reading in holdings.readings.items():
        for attribution in reading.attributions:
            name = outlets.get(f"{report}:{attribution.chain[0]}") if attribution.chain else None
            if (
                name is None
                or _is_party(attribution, reading.text)
                or own_outlet(name, reading)
                or any(same_outlet(name, one) for one in known[report])
            ):
                continue
            known[report].append(name)
            found.append(_cite(holdings, reading, name, _told_by(attribution), "it gives what it tells to another outlet", publishers))
    return found


def _mentioned(holdings: Holdings, outlets: Mapping[str, str], edges: Sequence[Edge], publishers: Mapping[str, list[str]]) -> list[Edge]:
    """Outlets that a report takes something from without a mark of speech: an interview with one, what one reported."""
    known: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        known[edge.doc].append(edge.source)
    found = []
    behind = _behind(holdings, outlets)
    for member, name in outlets.items():
        reading = holdings.reading(member)
        report = reading.report.id
        if own_outlet(name, reading) or any(same_outlet(name, one) for one in known[report]):
            continue
        spelt = [mention.span for mention in holdings.entities[member].mentions if mention.form != "pronoun"]
        used = [words for span in spelt if (words := _used(reading.text, span)) is not None]
        used = [words for words in used if not any(words.start == cue.start for cue in behind[report])]
        if used:
            known[report].append(name)
            found.append(_cite(holdings, reading, name, used[0], "it draws on another outlet by name", publishers))
    return found


def _behind(holdings: Holdings, outlets: Mapping[str, str]) -> dict[str, list[Span]]:
    """The words by which outlets that a report has something from quote others: what those have this report did not see."""
    return {
        report: [one.cue for one in reading.attributions if one.cue and len(one.chain) > 1 and member_of(report, one.chain[0]) in outlets]
        for report, reading in holdings.readings.items()
    }


def _used(text: str, name: Span) -> Span | None:
    """The words around an outlet's name where they say that something was taken from it."""
    before = _FROM.search(text[max(0, name.start - 60) : name.start])
    if before and not (_SOME.match(before.group()) and text[name.end : name.end + 2] in ("'s", "’s")):
        return Span(name.start - (len(before.group())), name.end)
    after = _GIVES.match(text[name.end : name.end + 40])
    return Span(name.start, name.end + after.end()) if after else None


def _is_party(attribution: Attribution, text: str) -> bool:
    """Whether an outlet speaks of itself or as one of those whom the matter concerns, and tells nothing that could be had from it."""
    told = _told_by(attribution)
    if _WITHDRAWN.search(text, told.start, max(told.end, attribution.content[0].start)):
        return True
    of_itself = _ITSELF.match(attribution.content[0].of(text)) is not None
    return len(attribution.chain) == 1 and (attribution.act in _PARTY or attribution.polarity == "negative" or of_itself)


def _told_by(attribution: Attribution) -> Span:
    """The words that name the source and say that it spoke; the content where there are none."""
    spans = sorted(span for span in (attribution.source, attribution.cue) if span)
    return Span(spans[0].start, spans[-1].end) if spans else attribution.content[0]


def _cite(holdings: Holdings, reading: Reading, name: str, words: Span, rule: str, publishers: Mapping[str, list[str]]) -> Edge:
    report = reading.report.id
    others = [one for one in publishers.get(outlet_key(name), ()) if one != report]
    called = _called(name, holdings.readings[others[0]] if others else None, reading.text)
    held = others[0] if len(others) == 1 else None
    return Edge(report, called, "cites", _shown(words, reading), held, None, Because(rule, (Passage(report, *words),)))


def _called(name: str, publisher: Reading | None, text: str) -> str:
    """What an outlet is called: as it prints its name itself, unless in capitals throughout, else with an article where a sentence of
    the report (``text``) makes that a part of the name.
    """
    masthead = publisher.report.outlet if publisher else None
    if masthead and publisher and masthead in publisher.text:
        return masthead
    before = {match[1] for match in re.finditer(rf"(?<=[\w,] )([Tt]he)\s+{re.escape(name)}\b", text)}
    if before:
        return f"The {name}" if "The" in before else name
    return masthead or name


def _shown(span: Span, reading: Reading) -> str:
    words = " ".join(span.of(reading.text).split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
