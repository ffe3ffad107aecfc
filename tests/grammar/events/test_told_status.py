"""How an act stands where grammar takes it for held and the encoder doubts it."""

from dataclasses import replace

import pytest

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import Sense
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.told_acts import Told
from tidings.grammar.events.told_status import settle
from tidings.model import Block, Document, Reading, TokenScore

FREED = "Ost/NNP/nsubj/1 freed/VBD=free/ROOT/1 prisoners/NNS/dobj/1"
TEXT = "Ost freed prisoners"


@pytest.mark.parametrize(
    ("type_", "happened", "status"),
    [
        pytest.param("RETREAT", 2.8, "held", id="sure"),
        pytest.param("RETREAT", 1.5, "held", id="at-the-bound"),
        pytest.param("RETREAT", 1.4, "conditional", id="doubted"),
        pytest.param("RETREAT", 0.0, "conditional", id="nought"),
        pytest.param("RETREAT", -1.0, None, id="did-not-come-off"),
        pytest.param("CONSULT", -1.0, "conditional", id="nobody-says-that-it-was-called-off"),
        pytest.param("SANCTION", -1.0, None, id="did-not-happen"),
        pytest.param("ACCUSE", -1.0, "held", id="words-are-no-deed"),
        pytest.param("RETREAT", None, "held", id="no-encoder"),
    ],
)
def test_doubt(grow, type_, happened, status):
    analysis = grow(FREED)
    if happened is not None:
        analysis = replace(analysis, scores=tuple(TokenScore("O", 1.0, h) for h in (0.0, happened, 0.0)))
    reading = Reading(Document("d", "d", "d", TEXT, (Block(0, len(TEXT), "paragraph"),)), analysis=analysis)
    frame = Frame(Sense(type_, None), (1,), 1, "held", (0,), (2,))
    assert settle(Cast(reading, analysis), Told(frame), None)[0] == status
