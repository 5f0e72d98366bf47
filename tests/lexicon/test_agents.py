from __future__ import annotations

from whence.lexicon.agents import find_agent, load_agents
from whence.lexicon.alikes import is_like, load_alikes
from whence.lexicon.countries import load_adjectives, load_capitals, load_country_names, load_peoples
from whence.lexicon.name_parts import load_genders, load_titles
from whence.lexicon.wordings import load_wordings


def test_the_longest_noun_at_the_end_counts() -> None:
    agent = find_agent(["the", "prime", "minister"])
    assert agent is not None
    assert (agent.noun, agent.kind, agent.sort) == ("prime minister", "person", "office")


def test_plurals_are_known_and_marked() -> None:
    agent = find_agent(["officials"])
    assert agent is not None
    assert (agent.noun, agent.plural) == ("official", True)


def test_a_noun_in_man_that_no_list_holds_is_a_person() -> None:
    agent = find_agent(["oysterwoman"])
    assert agent is not None
    assert (agent.kind, agent.gender) == ("person", "female")


def test_what_is_nobody_is_no_agent() -> None:
    assert find_agent(["weather"]) is None
    assert find_agent([]) is None


def test_every_collective_is_a_group() -> None:
    assert {agent.kind for agent in load_agents().values() if agent.sort == "collective"} == {"group"}


def test_a_country_is_found_by_each_of_its_words() -> None:
    norway = load_country_names()["Norway"]
    assert load_adjectives()["Norwegian"] is load_capitals()["Oslo"] is load_peoples()["Norwegians"] is norway


def test_titles_and_names_tell_a_pronoun() -> None:
    assert load_titles()["judge"] == "office"
    assert load_genders()["mrs"] == "female"
    assert "sam" not in load_genders() or load_genders()["sam"] == "male"


def test_like_nouns_are_like_both_ways() -> None:
    assert is_like("premier", "prime minister")
    assert is_like("prime minister", "premier")
    assert not is_like("premier", "newspaper")
    assert "newspaper" in load_alikes("media")


def test_wordings_match_whole_words_only() -> None:
    assert load_wordings("hedge").search("it may rain")
    assert not load_wordings("hedge").search("the mayor left")
    assert load_wordings("unverified").search("It could not be independently verified.")
    assert load_wordings("anonymous").search("on condition of anonymity")
