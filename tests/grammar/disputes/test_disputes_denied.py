"""Charges and the answers to them, and what a denial that names little takes up, on invented matters."""

import pytest
from grammar.disputes.test_disputes import Report, telling

from tidings.grammar.disputes import scene_of
from tidings.grammar.disputes.charges import charges
from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.denials import denials
from tidings.grammar.disputes.narrowed import narrowed
from tidings.model import Span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Norway blamed Denmark for the oil on its beaches. The Danish envoy replied that its tankers were dry.",
            True,
            id="named as whom the charge is against",
        ),
        pytest.param(
            "The Danish minister called the fee a violation. Her Swedish counterpart countered that a stamp was no fee.",
            True,
            id="a counterpart",
        ),
        pytest.param(
            "The guild blamed the mayor for the flood. It had rained for a week. The bishop replied that he was tired.",
            False,
            id="somebody else, farther on",
        ),
        pytest.param(
            "Denmark blamed Norway for the dead seals. The Danish minister replied that he had proof.",
            False,
            id="the side that charges",
        ),
        pytest.param(
            "Norway was not blamed for the smoke. The Norwegian envoy replied that he was glad.",
            False,
            id="nobody is charged",
        ),
        pytest.param(
            "Norway pointed the finger at Denmark over the smoke. Copenhagen would hear nothing of any guilt.",
            True,
            id="by the capital, and without a verb of saying",
        ),
        pytest.param(
            "Norway accused Denmark of a breach of the herring treaty. The Danish envoy replied that he was sorry.",
            False,
            id="an apology",
        ),
        pytest.param(
            "Norway blamed Denmark for the torn nets. The Danish envoy responded that Copenhagen would pay for them.",
            False,
            id="who will pay",
        ),
        pytest.param(
            "The abbess accused the miller of stealing flour. The miller answered that he was guilty.",
            False,
            id="a confession",
        ),
        pytest.param(
            "The abbess accused the miller of stealing flour. The miller replied that he was not guilty.",
            True,
            id="no confession",
        ),
        pytest.param(
            "Norway accused Denmark of a breach. Asked about the price of tar, the Danish envoy replied that it was high.",
            False,
            id="an answer to another question",
        ),
        pytest.param(
            "The miller blamed the frost for the dear flour. The baker countered that rye had never been better.",
            False,
            id="nobody is blamed",
        ),
        pytest.param(
            "The abbess blamed the miller for the dear flour. The ferryman retorted that the river was low.",
            False,
            id="an answer by somebody else, right behind",
        ),
    ],
)
def test_charges(text: str, *, told: bool) -> None:
    assert [d.kind for d in charges(scene_of(telling(Report(text))))] == ["denial"] * told


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        pytest.param(
            "A clerk told the paper that the abbot had promised nine barrels. The abbot said he knew of no such sum.",
            "A clerk told the paper that the abbot had promised nine barrels.",
            id="no such sum",
        ),
        pytest.param(
            "The smith was shoeing the mare, but a groom claimed the smith had sold her twice. The forge denied that any such deal had been struck.",
            "a groom claimed the smith had sold her twice",
            id="the last clause of the sentence before",
        ),
        pytest.param(
            "The sexton denied this and said that the bell had been rung at four. The mayor denied that the bell had been rung.",
            "the bell had been rung at four",
            id="a denial that goes on with its own account",
        ),
        pytest.param(
            "The choir sang, but a verger said the pews were all taken. The bishop denied having been bankrupt.",
            None,
            id="a last clause of something else",
        ),
        pytest.param(
            "A verger said the pews were all taken. The bishop denied having been bankrupt.",
            None,
            id="a sentence of something else",
        ),
        pytest.param(
            "The guild accused the government of hiding the bell. It was raining. A government clerk denied the accusation.",
            "The guild accused the government of hiding the bell.",
            id="one word for who is accused and who denies",
        ),
    ],
)
def test_what_a_denial_takes_up(text: str, answered: str | None) -> None:
    told = {
        text[c.span.start : c.span.end]
        for d in denials(scene_of(telling(Report(text))))
        for c in dict(d.sides)["asserted"]
    }
    assert told == ({answered} if answered else set())


def test_a_clause_of_a_few_words_is_not_cut_out_of_its_sentence() -> None:
    text = "Ferry Sorrel 12, on its way from Larn to Ostrel with ninety pilgrims and a brass band, was kept in port for a whole day."
    scene = scene_of(telling(Report(text)))
    whole = Claim("d0", Span(0, len(text)))
    assert narrowed(scene, whole, "Ferry Sorrel 12 had been seized") == whole
