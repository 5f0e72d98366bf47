"""How a source is said to know, and what the report says of how far it may be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from whence.model.readings import Knowledge
from whence.model.spans import Span

_BASES: tuple[tuple[Knowledge, re.Pattern[str]], ...] = (
    ("eyewitness", re.compile(r"\b(?:eye)?witness(?:es|ed)?\b|\bsaw (?:it|him|her|them|the)\b|\bI saw\b|\bsurvivors?\b", re.IGNORECASE)),
    (
        "present",
        re.compile(
            r"\b(?:who (?:was|were) (?:present|there|in the room|at the (?:meeting|talks|scene))|who (?:attended|took part)|present at|involved in the \w+|participants?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "briefed",
        re.compile(
            r"\b(?:briefed on|(?:with|having) (?:direct |first-hand |intimate )?knowledge of|familiar with|close to the (?:talks|matter|negotiations|investigation)|informed (?:of|about)|aware of)\b[^,.;”]*",
            re.IGNORECASE,
        ),
    ),
    (
        "heard",
        re.compile(r"\b(?:was told|were told|had been told|am told|heard (?:from|that)|hearsay|second-hand|rumou?rs?)\b", re.IGNORECASE),
    ),
    (
        "document",
        re.compile(
            r"\b(?:(?:citing|according to|based on|in) (?:\w+ ){0,3}(?:documents?|records?|letters?|memos?|lists?|logs?|files?|footage|e-?mails?|statements?|reports?|minutes|images|data)|"
            r"(?:document|letter|memo|log|film|footage|recording|video|sheet|file|e-?mail)s? (?:seen|obtained|shows?|showed|shown|reviewed))\b",
            re.IGNORECASE,
        ),
    ),
)
_UNVERIFIED = re.compile(
    r"(?:could|can|had|has|have)(?: not|n['’]t)(?: immediately| yet)?(?: be(?:en)?)?(?: independently| immediately)?(?: be)?\s(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?)"
    r"|was not possible to (?:\w+ )?(?:verify|confirm)|(?:un(?:verified|confirmed))\b|no independent (?:confirmation|verification)",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:appears?|appeared|seems?|seemed|apparently|reportedly|allegedly|purportedly|supposedly|possibly|perhaps|probably|likely|may|might|could|suggests? that|believed to|thought to|understood to|said to be)\b",
    re.IGNORECASE,
)


class Grounds(NamedTuple):
    """How a source knows, with the words that say so; the span that says the content is not verified; a weakening word."""

    knows_by: Knowledge | None = None
    knows_span: Span | None = None
    verification: Span | None = None
    hedge: Span | None = None


def find_grounds(text: str, around: Sequence[Span], content: Sequence[Span], following: Span | None) -> Grounds:
    """The grounds of an attribution.

    ``around`` are the stretches of its sentence outside the content, ``following`` is the sentence after it, where a report
    says that something could not be verified.
    """
    basis = next(
        ((name, Span(*found.span())) for name, form in _BASES for span in around if (found := form.search(text, *span))), (None, None)
    )
    stretches = [*around, *([following] if following else [])]
    unverified = next((Span(*found.span()) for span in stretches if (found := _UNVERIFIED.search(text, *span))), None)
    hedge = next((Span(*found.span()) for span in content if (found := _HEDGES.search(text, *span))), None)
    return Grounds(*basis, unverified, hedge)
