"""From the words in a role to the mentions that name the parties."""

import pytest

from tidings.grammar.events.roles import by_place, done_to, verb_agents
from tidings.grammar.verbs import subjects


@pytest.mark.parametrize(
    ("sentence", "kinds", "verb", "places", "found"),
    [
        pytest.param(
            "Norway/NNP/nsubj/1 freed/VBD=free/ROOT/1 two/CD/dobj/1 of/IN/prep/2 its/PRP$/poss/5 spies/NNS/pobj/3",
            {0: "country", 5: "person"},
            1,
            ("obj",),
            (5,),
            id="two of its spies",
        ),
        pytest.param(
            "Norway/NNP/nsubj/1 put/VBD=put/ROOT/1 a/DT/det/3 duty/NN/dobj/1 of/IN/prep/3 9/CD/nummod/6 percent/NN/pobj/4 "
            "on/IN/prep/6 Omani/JJ/amod/9 steel/NN/pobj/7",
            {0: "country", 8: "country"},
            1,
            ("on",),
            (8,),
            id="a duty of 9 percent on Omani steel",
        ),
    ],
)
def test_whom_it_is_done_to(grow, sentence, kinds, verb, places, found):
    assert by_place(grow(sentence), kinds, verb, places) == found


def test_a_plural_who_stands_for_all_that_are_joined_before_it(grow):
    told = grow(
        "Ada/NNP/nsubj/6 and/CC/cc/0 Cid/NNP/conj/0 who/WP/nsubj/5 have/VBP/aux/5 met/VBN=meet/relcl/2 "
        "left/VBD=leave/ROOT/6"
    )
    assert verb_agents(told, {0: "person", 2: "person"}, 5) == (0, 2)
    assert subjects(told, 6) == (0, 2)


def test_what_somebody_rejected_where_the_parser_took_it_for_what_the_charge_says(grow):
    told = grow(
        "Oman/NNP/nsubj/1 lied/VBD=lie/ROOT/1 a/DT/det/3 charge/NN/npadvmod/1 that/IN/mark/6 Ada/NNP/nsubj/6 "
        "rejected/VBD=reject/acl/3"
    )
    assert done_to(told, {0: "country", 5: "person"}, 6) == (3,)
