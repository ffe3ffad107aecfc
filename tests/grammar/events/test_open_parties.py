"""Who stands behind an open pronoun, "the kidnappers", a capital."""

import pytest

from tidings.grammar.events.open_parties import is_outlaw, land_of, likeliest, the_group
from tidings.model import Candidate, Chain, Document, Reading


def chain(name, kind="person", *, named=True, country=None):
    return Chain(f"d/c/{name}", kind, name, named, (), country=country)


def reading(*chains):
    return Reading(Document("d", "d.txt", "0", "text", ()), chains=chains)


PEOPLE = reading(chain("Ada Brun"), chain("Cid Dahl"), chain("source", named=False), chain("Oslo", "place"))


@pytest.mark.parametrize(
    ("candidates", "found"),
    [
        pytest.param([(0, 0.6), (1, 0.4)], 0, id="the better of two"),
        pytest.param([(0, 0.45), (1, 0.4)], None, id="two about as likely"),
        pytest.param([(2, 0.56), (1, 0.44)], 1, id="the only one with a name"),
        pytest.param([(2, 0.7), (1, 0.3)], None, id="the only one with a name, but faint"),
        pytest.param([(3, 0.9)], None, id="a place speaks to nobody"),
        pytest.param([], None, id="nobody"),
    ],
)
def test_an_open_pronoun(candidates, found):
    assert likeliest(PEOPLE, [Candidate(c, w) for c, w in candidates]) == found


@pytest.mark.parametrize(
    ("chains", "found"),
    [
        pytest.param([chain("Tarn Brigade", "organization")], 0, id="the one group"),
        pytest.param(
            [chain("Tarn Brigade", "organization"), chain("Fell Front", "organization")], None, id="two groups"
        ),
        pytest.param([chain("Tarn Brigade", "organization", country="NOR")], None, id="a state's brigade"),
        pytest.param([chain("Tarn Bank", "organization")], None, id="no armed group"),
    ],
)
def test_the_one_armed_group(chains, found):
    assert the_group(reading(*chains)) == found


def test_nouns_for_armed_people():
    assert is_outlaw("kidnappers")
    assert not is_outlaw("ministers")


def test_a_capital_stands_for_its_state_and_no_other_town_does():
    assert land_of(chain("Oslo", "place")) == "NOR"
    assert land_of(chain("Bergen", "place")) is None
    assert land_of(chain("Ada Brun", country="PRT")) == "PRT"


@pytest.mark.parametrize(
    ("name", "named", "state"),
    [
        pytest.param("opposition in Oslo", False, None, id="an opposition is not its state"),
        pytest.param("Norwegian union", False, None, id="nor is a union"),
        pytest.param("Norwegian ministry", False, "NOR", id="a ministry is"),
        pytest.param("Norwegian delegation", False, "NOR", id="so is whoever it sends"),
        pytest.param("Fell Opposition", True, "NOR", id="who has a name is found by it"),
    ],
)
def test_which_bodies_stand_for_their_state(name, named, state):
    assert land_of(chain(name, "organization", named=named, country="NOR")) == state
