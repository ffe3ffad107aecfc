"""Walking trees built by hand."""

import pytest

from tidings.grammar import tree, verbs
from tidings.model import Span

# "The envoy of Chad , who spoke , met Ada and Ali ."
ENVOY = (
    "The/DT/det/1 envoy/NN/nsubj/8 of/IN/prep/1 Chad/NNP/pobj/2 ,/,/punct/1 who/WP/nsubj/6 spoke/VBD=speak/relcl/1 "
    ",/,/punct/1 met/VBD=meet/ROOT/8 Ada/NNP/dobj/8 and/CC/cc/9 Ali/NNP/conj/9 ././punct/8"
)
TEXT = "The envoy of Chad , who spoke , met Ada and Ali ."


def words(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_noun_phrase_leaves_out_its_relative_clause_unless_whole(grow):
    a = grow(ENVOY)
    assert words(tree.noun_phrase(a, 1)) == "The envoy of Chad"
    assert words(tree.noun_phrase(a, 1, whole=True)) == "The envoy of Chad , who spoke"


def test_a_clause_ends_without_punctuation(grow):
    a = grow(ENVOY)
    assert words(tree.clause_span(a, 8)) == TEXT.removesuffix(" .")
    assert tree.edges(a, 1) == (0, 7)


def test_conjuncts_are_found_from_each_of_them(grow):
    a = grow(ENVOY)
    assert tree.conjuncts(a, 9) == tree.conjuncts(a, 11) == (9, 11)


def test_clause_heads(grow):
    a = grow(ENVOY)
    assert tree.clause_head(a, 5) == 6
    assert tree.clause_head(a, 3) == 8
    assert [tree.is_clause(a, i) for i in (6, 8, 9)] == [True, True, False]


def test_tokens_by_offset(grow):
    a = grow(ENVOY)
    assert tree.token_at(a, 4) == 1
    assert tree.token_at(a, len(TEXT)) is None
    assert list(tree.tokens_in(a, Span(5, 12))) == [1, 2]


def test_subject_of_a_relative_clause_is_its_noun(grow):
    a = grow(ENVOY)
    assert verbs.subjects(a, 6) == (1,)
    assert verbs.subjects(a, 8) == (1,)
    assert verbs.objects(a, 8) == (9, 11)


def test_passive_has_its_agent_after_by_and_its_patient_as_subject(grow):
    a = grow("Ada/NNP/nsubjpass/3 was/VBD=be/auxpass/3 not/RB/neg/3 seen/VBN=see/ROOT/3 by/IN/agent/3 Ali/NNP/pobj/4")
    assert verbs.is_passive(a, 3)
    assert verbs.agents(a, 3) == (5,)
    assert verbs.patients(a, 3) == (0,)
    assert verbs.is_negated(a, 3)
    assert verbs.tense(a, 3) == "past"


def test_shared_and_owed_subjects(grow):
    came = grow("Ada/NNP/nsubj/1 came/VBD=come/ROOT/1 and/CC/cc/1 left/VBD=leave/conj/1")
    assert verbs.subjects(came, 3) == (0,)
    urged = grow("Ada/NNP/nsubj/1 urged/VBD=urge/ROOT/1 Ali/NNP/dobj/1 to/TO/aux/4 go/VB/xcomp/1")
    assert verbs.subjects(urged, 4) == (2,)
    assert verbs.tense(urged, 4) == "infinitive"


BLAMED = (
    "Ada/NNP/nsubj/1 {verb}/VBD={verb}/ROOT/1 Ali/NNP/dobj/1 {prep}/IN/prep/1 hitting/VBG=hit/pcomp/3 it/PRP/dobj/4"
)


@pytest.mark.parametrize(
    ("verb", "prep", "who"),
    [("accuse", "of", 2), ("blame", "for", 2), ("stop", "from", 2), ("greet", "after", 0)],
    ids=["accused of it", "blamed for it", "kept from it", "after it"],
)
def test_who_does_what_another_is_blamed_for(grow, verb, prep, who):
    assert verbs.subjects(grow(BLAMED.format(verb=verb, prep=prep)), 4) == (who,)


def test_blame_that_the_parser_hangs_on_the_object(grow):
    hung = grow("Ada/NNP/nsubj/1 accused/VBD=accuse/ROOT/1 Ali/NNP/dobj/1 of/IN/prep/2 hitting/VBG=hit/pcomp/3")
    assert verbs.subjects(hung, 4) == (2,)


def test_what_follows_from_a_blamed_act_is_done_by_the_blamed(grow):
    told = BLAMED.format(verb="accuse", prep="of") + " ,/,/punct/1 killing/VBG=kill/advcl/1 four/CD/dobj/7"
    assert verbs.subjects(grow(told), 7) == (2,)


def test_modals_and_tenses(grow):
    will = grow("Ada/NNP/nsubj/2 will/MD/aux/2 go/VB/ROOT/2")
    assert (verbs.modal(will, 2), verbs.tense(will, 2)) == ("will", "future")
    has = grow("Ada/NNP/nsubj/2 has/VBZ=have/aux/2 gone/VBN=go/ROOT/2")
    assert verbs.tense(has, 2) == "perfect"
    would = grow("Ada/NNP/nsubj/2 ’d/MD/aux/2 go/VB/ROOT/2")
    assert (verbs.modal(would, 2), verbs.tense(would, 2)) == ("would", "conditional")
