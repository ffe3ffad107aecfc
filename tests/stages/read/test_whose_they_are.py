"""Who acts where a noun tells of people by whose they are: the noun does, not its owner. By READ, on sentences of this project."""

import pytest

from tests.stages.read.conftest import names, told


def actors(text, kind):
    """The names of those who act in the first event of a type."""
    reading = told(text)
    return next(names(reading, event.actors) for event in reading.events if event.type == kind)


def speakers(text):
    """The names of those who speak, "" where nobody named does."""
    reading = told(text)
    return ["" if q.speaker is None else reading.chains[q.speaker].name for q in reading.quotes]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        pytest.param(
            "The captors of the engineer Ines Falk have demanded a ransom of two million euros.",
            "REQUEST",
            [],
            id="captors of the engineer",
        ),
        pytest.param(
            "The kidnappers of Ines Falk and Tom Oker have lowered their demand to one million euros.",
            "CONCEDE",
            [],
            id="kidnappers of two",
        ),
        pytest.param(
            "Ines Falk is ill. Falk's employer, the old paper mill, demanded that the ministry publish the file.",
            "REQUEST",
            [],
            id="her employer",
        ),
        pytest.param(
            "The parents of Ines Falk have asked the ministry for help.", "REQUEST", [], id="parents of a hostage"
        ),
        pytest.param(
            "Ivo Sand's successor, Ada Holm, refused to sign the treaty.", "REJECT", ["Ada Holm"], id="named beside"
        ),
        pytest.param(
            "The government of Norway offered talks to the union.",
            "AGREE",
            ["government of Norway"],
            id="a government acts for its state",
        ),
        pytest.param(
            "Mayor Ada Holm told reporters that the dam was unsafe and demanded that Norway pay for repairs.",
            "REQUEST",
            ["Ada Holm"],
            id="a dam demands nothing",
        ),
        pytest.param(
            "Mayor Ada Holm told parliament that the body of Ivo Sand bore traces of rope and demanded that Norway hand "
            "over the guards.",
            "REQUEST",
            ["Ada Holm"],
            id="nor do the dead",
        ),
        pytest.param("Ivo Sand said yes and Ada Holm said no.", "AGREE", ["Ivo Sand"], id="one said yes, one said no"),
    ],
)
def test_who_acts(text, kind, who):
    assert actors(text, kind) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            'The captors of Ines Falk said: "We will free her on Friday if the money is paid."', [""], id="captors"
        ),
        pytest.param("The bosses of Ines Falk said that she was well.", [""], id="bosses"),
        pytest.param("The supporters of Ivo Sand said that the vote was unfair.", [""], id="supporters"),
        pytest.param(
            "Ivo Sand's successor, Ada Holm, said that the treaty was dead.", ["Ada Holm"], id="a successor with a name"
        ),
    ],
)
def test_who_speaks(text, who):
    assert speakers(text) == who


def test_the_dead_are_people():
    reading = told("Divers found the body of Zeno Kalabi on Monday. The guards had beaten him.")
    assert [chain.kind for chain in reading.chains if chain.name == "Zeno Kalabi"] == ["person"]


def test_two_who_answer_side_by_side_answer_somebody_else():
    reading = told("Ivo Sand said yes and Ada Holm said no.")
    got = [(event.type, names(reading, event.actors), event.recipients) for event in reading.events]
    assert got == [("AGREE", ["Ivo Sand"], ()), ("REJECT", ["Ada Holm"], ())]


def test_who_assures_to_a_paper_is_not_assured():
    reading = told("The mother of the pilot, Clara Ruhl, assured to the newspaper that nobody had called her.")
    assert [event for event in reading.events if event.type == "AGREE" and not event.actors] == []
