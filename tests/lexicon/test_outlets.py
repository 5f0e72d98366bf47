from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from whence.errors import LexiconInvalid
from whence.lexicon.chrome import load_chrome
from whence.lexicon.outlets import find_agency, find_newsroom, find_outlet_of_host, fold_name, load_sections
from whence.lexicon.page_words import load_page_words
from whence.lexicon.tables import load_table


def test_no_host_and_no_agency_stands_twice() -> None:
    hosts = Counter(
        host.strip() for _, _, cell in load_table("outlets", ("name", "aliases", "hosts")) for host in cell.split(";") if host.strip()
    )
    names = Counter(fold_name(name) for name, _ in load_table("agencies", ("name", "aliases")))
    assert [name for name, count in (hosts + names).items() if count > 1] == []


def test_case_article_and_marks_do_not_count() -> None:
    assert fold_name("THE  Brovik-Mercury.") == "brovik mercury"
    assert fold_name("The") == "the"
    assert find_agency("the associated press") == find_agency("AP") == "AP"


def test_an_agency_goes_before_an_outlet_of_the_same_name() -> None:
    found = find_newsroom("Reuters")
    assert found is not None
    assert (found.name, found.trade) == ("Reuters", "agency")
    assert find_newsroom("The Brovik Mercury") is None


def test_a_host_is_found_by_the_domain_above_it() -> None:
    assert find_outlet_of_host("www.lemonde.fr") == "Le Monde"
    assert find_outlet_of_host("blogs.lemonde.fr") == "Le Monde"
    assert find_outlet_of_host("fr") is None


def test_phrases_of_furniture_are_lower_case_and_longest_first() -> None:
    chrome = load_chrome()
    phrases = [*chrome.whole, *(row[0] for rows in chrome.starts.values() for row in rows), *(row[0] for row in chrome.holds)]
    assert all(phrase == phrase.casefold() for phrase in phrases)
    assert all(len(one[0]) >= len(two[0]) for rows in chrome.starts.values() for one, two in pairwise(rows))


def test_sections_and_classes() -> None:
    assert "world news" in load_sections()
    assert load_page_words("month")[:2] == ("january", "february")
    with pytest.raises(KeyError):
        load_page_words("no such class")
    with pytest.raises(LexiconInvalid):
        load_table("outlets", ("name",))
