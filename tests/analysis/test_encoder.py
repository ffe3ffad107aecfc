"""The encoder with its real weights: the same bytes for a text wherever it stands, and nothing it cannot take."""

import numpy as np
import pytest

from tidings.analysis import EXACT, analyse_units, encode_units, encoder_digest, root_scores, scored_units
from tidings.analysis.encoder import BELOW, encoder, regions, run
from tidings.errors import ModelError
from tidings.grammar.events.plover import STANDINGS, TYPES
from tidings.model import Span

SAID = "The envoy Mara Lund said on Tuesday that her country would never sign the paper."
TEXTS = (SAID, "The talks did not take place.", "Rain fell on the coast.", "“We are ready,” he added.", "")


def test_a_text_is_scored_the_same_alone_and_among_others() -> None:
    units = analyse_units(TEXTS)
    together = encode_units(units)
    assert [encode_units([u])[0] for u in units] == together
    assert encode_units(units[::-1])[::-1] == together


def test_roles_of_a_plain_report() -> None:
    unit = analyse_units([SAID])[0]
    roles = {t.text: s.role.partition("-")[2] for t, s in zip(unit.tokens, encode_units([unit])[0], strict=True)}
    assert (roles["Lund"], roles["said"], roles["sign"]) == ("source", "cue", "content")


def test_what_did_not_happen_scores_below_what_did() -> None:
    units = analyse_units(["The ministers met in Oslo.", "The ministers did not meet in Oslo."])
    scores = encode_units(units)
    met, not_met = (
        next(s.happened for t, s in zip(u.tokens, row, strict=True) if t.lemma == "meet")
        for u, row in zip(units, scores, strict=True)
    )
    assert met > 1 > -1 > not_met


@pytest.mark.parametrize(
    "text",
    ["word " * 900, "a\ud800b said so", "\u202e said \x00 x", "“" * 500, " ", "\u200b\ufe0f"],
    ids=["long", "surrogate", "controls", "marks", "blank", "no word piece"],
)
def test_takes_any_text(text: str) -> None:
    unit = analyse_units([text])[0]
    scores = encode_units([unit])[0]
    assert len(scores) == len(unit.tokens)
    assert all(0 <= s.sure <= 1 for s in scores)


def test_roots_of_a_pair() -> None:
    text = "Norland condemned Sudria over the raid."
    found = root_scores(text, [(Span(0, 7), Span(18, 24))])[0]
    assert max(found, key=lambda k: found[k]) == "ACCUSE"
    assert sum(found.values()) == pytest.approx(1, abs=1e-4)


def test_full_precision_says_what_is_missing() -> None:
    with pytest.raises(ModelError, match="training/"):
        encode_units(analyse_units([SAID]), "no-such-weights.onnx")
    assert encoder_digest() != EXACT


def test_regions_of_a_pair() -> None:
    assert regions(7, [[1], [4, 5]]) == [0, 1, 2, 2, 4, 4, 5]
    assert regions(7, [[4, 5], [1]]) == [0, 4, 3, 3, 1, 1, 5]
    assert regions(3, [[], []]) == [0, 0, 0]


def test_the_odds_of_acts_are_as_many_as_the_types():
    net = encoder().acts
    assert net.first["bias"].shape == (len(TYPES) + 1,)
    odds, standing = net.closer.get_outputs()
    assert (odds.shape[-1], standing.shape[-1]) == (len(TYPES), len(STANDINGS))


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("The minister condemned the raid on Monday.", "condemned", "ACCUSE"),
        ("Police arrested nine protesters in the capital.", "arrested", "COERCE"),
        ("The talks between the two presidents ended.", "talks", "CONSULT"),
    ],
    ids=["accused", "arrested", "met"],
)
def test_which_act_a_word_tells(text: str, word: str, type_: str):
    unit = analyse_units([text])[0]
    acts = next(s.acts for t, s in zip(unit.tokens, encode_units([unit])[0], strict=True) if t.text == word)
    assert TYPES[max(range(len(acts)), key=lambda n: acts[n])] == type_


@pytest.mark.parametrize(
    ("text", "word", "standing"),
    [
        ("Police arrested nine protesters in the capital.", "arrested", "held"),
        ("The union plans to strike on Friday.", "strike", "announced"),
        ("The envoy urged the army to release the hostages.", "release", "requested"),
    ],
    ids=["held", "announced", "requested"],
)
def test_how_an_act_stands(text: str, word: str, standing: str):
    unit = analyse_units([text])[0]
    seen = next(s.standing for t, s in zip(unit.tokens, encode_units([unit])[0], strict=True) if t.text == word)
    assert STANDINGS[max(range(len(seen)), key=lambda n: seen[n])] == standing


def test_a_closer_look_is_taken_where_the_first_sees_a_chance():
    net = encoder()
    text = "Rain fell on the coast. The minister condemned the raid on Monday."
    (unit,) = analyse_units([text])
    found = [t.text for t, s in zip(unit.tokens, encode_units([unit])[0], strict=True) if s.acts]
    assert "condemned" in found
    assert "coast" not in found
    assert run(net, text).below.shape[1:] == (len(BELOW), 384)


def test_what_a_unit_is_about_lies_nearer_its_like_than_another() -> None:
    texts = (
        "The central bank raised its rate as inflation grew.",
        "Prices climbed, and the monetary authority made credit dearer.",
        "A ferry sank off the coast, and twelve sailors were rescued.",
        "",
    )
    *told, empty = (np.array(unit.gist, np.float64) for unit in scored_units(analyse_units(texts)))
    near = [[a @ b / np.sqrt(a @ a * (b @ b)) for b in told] for a in told]
    assert near[0][1] > near[0][2] + 0.2
    assert not len(empty)
