"""Nouns that may be said of one and the same office, body or thing."""

from __future__ import annotations

ANONYMOUS = frozenset({"official", "source", "individual", "person", "man", "woman", "insider", "figure", "officer", "diplomat", "aide"})
MEDIA = frozenset(
    """newspaper,paper,daily,weekly,outlet,publication,tabloid,broadsheet,magazine,journal,broadcaster,channel,station,network,agency,newswire,wire,
    website,site,portal,blog,news agency,news site,news outlet,news website,news channel,tv channel,television channel,tv station,radio station""".replace(
        "\n    ", ""
    ).split(",")
)
# Names that end so are bodies that speak through others, never the paper that quotes them.
CARRIERS = frozenset("ministry union party government council committee police army force forces court commission parliament".split())
_ALIKE = (
    frozenset({"prime minister", "premier", "pm"}),
    frozenset(
        {
            "leader",
            "chief",
            "head",
            "commander",
            "director",
            "boss",
            "chairman",
            "chairwoman",
            "president",
            "general secretary",
            "secretary-general",
            "secretary",
        }
    ),
    ANONYMOUS,
    frozenset({"lawyer", "counsel", "attorney", "solicitor", "barrister"}),
    frozenset({"driver", "lorry driver"}),
    frozenset({"newspaper", "paper", "daily", "outlet", "publication", "tabloid", "broadsheet", "magazine", "weekly"}),
    frozenset({"broadcaster", "channel", "station", "network", "outlet", "television"}),
    frozenset({"agency", "news agency", "newswire", "wire", "outlet"}),
    frozenset({"website", "site", "outlet", "portal", "blog"}),
    frozenset({"company", "firm", "corporation", "operator", "group", "contractor", "business", "manufacturer", "maker", "owner"}),
    frozenset({"ship", "vessel", "boat", "ferry", "tanker", "freighter", "trawler", "wreck"}),
    frozenset({"plane", "aircraft", "jet", "airliner", "jetliner"}),
    frozenset({"army", "military"}),
    frozenset({"union", "federation"}),
    frozenset({"court", "tribunal"}),
    frozenset({"inquiry", "panel", "commission"}),
    frozenset({"party", "movement"}),
    frozenset(
        {"company", "ferry", "airline", "line", "shipping", "airway", "motor", "ltd", "inc", "corp", "plc", "group", "holding", "industry"}
    ),
    frozenset(
        {"firm", "ferry", "airline", "line", "shipping", "airway", "motor", "ltd", "inc", "corp", "plc", "group", "holding", "industry"}
    ),
)


def is_like(one: str, other: str) -> bool:
    """Whether two nouns, in small letters, may be said of one thing."""
    return one == other or any(one in words and other in words for words in _ALIKE)
