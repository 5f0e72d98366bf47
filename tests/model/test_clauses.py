from __future__ import annotations

from tests.trees import build_tree
from whence.model.clauses import find_noun_arguments, find_possessors, find_verb_arguments, is_nominal
from whence.model.parses import Tree
from whence.model.subjects import find_cases, find_subjects, is_passive


def named(tree: Tree, tokens: tuple[int, ...]) -> list[str]:
    return [tree.words[token] for token in tokens]


def test_passive_subject_stands_under_obj_and_agent_under_by() -> None:
    tree = build_tree("Lund/PROPN/3/nsubj was/AUX/3/aux arrested/VERB/0/root by/ADP/5/case soldiers/NOUN/3/obl")
    arguments = find_verb_arguments(tree, 2)
    assert is_passive(tree, 2)
    assert named(tree, arguments["obj"]) == ["Lund"]
    assert named(tree, arguments["by"]) == ["soldiers"]
    assert "subj" not in arguments


def test_participle_after_a_noun_is_passive_and_a_gerund_is_not() -> None:
    tree = build_tree("men/NOUN/3/nsubj arrested/VERB/1/acl fled/VERB/0/root")
    assert is_passive(tree, 1)
    tree = build_tree("men/NOUN/3/nsubj carrying/VERB/1/acl fled/VERB/0/root")
    assert not is_passive(tree, 1)
    assert named(tree, find_subjects(tree, 1)) == ["men"]


def test_infinitive_has_the_object_above_as_subject_and_under_promise_the_subject() -> None:
    urged = build_tree("Kerr/PROPN/2/nsubj urged/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp")
    assert named(urged, find_subjects(urged, 4)) == ["rebels"]
    promised = build_tree("Kerr/PROPN/2/nsubj promised/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp")
    assert named(promised, find_subjects(promised, 4)) == ["Kerr"]


def test_relative_pronoun_stands_for_the_name_before_it() -> None:
    tree = build_tree(
        "parties/NOUN/8/nsubj against/ADP/3/case Ada/PROPN/1/nmod Brandt/PROPN/3/flat ,/PUNCT/7/punct "
        "who/PRON/7/nsubj resigned/VERB/1/acl won/VERB/0/root"
    )
    assert named(tree, find_subjects(tree, 6)) == ["Ada"]


def test_two_subjects_are_sorted_out() -> None:
    tree = build_tree("Moss/PROPN/2/nsubj appointed/VERB/0/root Lund/PROPN/2/nsubj")
    arguments = find_verb_arguments(tree, 1)
    assert (named(tree, arguments["subj"]), named(tree, arguments["obj"])) == (["Moss"], ["Lund"])


def test_coordinated_objects_all_count() -> None:
    tree = build_tree("Police/NOUN/2/nsubj arrested/VERB/0/root Lund/PROPN/2/obj and/CCONJ/5/cc Orr/PROPN/3/conj")
    assert named(tree, find_verb_arguments(tree, 1)["obj"]) == ["Lund", "Orr"]


def test_light_verb_lends_its_subject_and_prepositions_to_the_noun() -> None:
    tree = build_tree("Averna/PROPN/2/nsubj launched/VERB/0/root a/DET/4/det strike/NOUN/2/obj on/ADP/7/case the/DET/7/det port/NOUN/2/obl")
    arguments = find_noun_arguments(tree, 3, frozenset({"launched"}))
    assert (named(tree, arguments["subj"]), named(tree, arguments["on"])) == (["Averna"], ["port"])
    assert "subj" not in find_noun_arguments(tree, 3, frozenset())


def test_measure_word_is_looked_through() -> None:
    tree = build_tree("Averna/PROPN/2/nsubj held/VERB/0/root a/DET/4/det round/NOUN/2/obj of/ADP/6/case talks/NOUN/4/nmod")
    assert named(tree, find_noun_arguments(tree, 5, frozenset({"held"}))["subj"]) == ["Averna"]


def test_possessors_are_pronouns_and_genitives() -> None:
    tree = build_tree("the/DET/2/det junta/NOUN/4/nmod 's/PART/2/case strike/NOUN/0/root")
    assert named(tree, find_possessors(tree, 3)) == ["junta"]
    tree = build_tree("its/PRON/2/nmod strike/NOUN/0/root")
    assert named(tree, find_possessors(tree, 1)) == ["its"]


def test_bound_of_a_number_is_no_preposition_of_its_noun() -> None:
    tree = build_tree("killed/VERB/0/root at/ADP/5/case least/ADJ/4/advmod 19/NUM/5/nummod people/NOUN/1/obl")
    assert find_cases(tree, 4) == ()
    assert named(tree, find_verb_arguments(tree, 0)["obj"]) == ["people"]


def test_gerund_with_of_is_a_noun() -> None:
    tree = build_tree("the/DET/2/det raising/VERB/0/root of/ADP/5/case the/DET/5/det wreck/NOUN/2/nmod")
    assert is_nominal(tree, 1)
    tree = build_tree("raising/VERB/0/root wrecks/NOUN/1/obj")
    assert not is_nominal(tree, 0)
