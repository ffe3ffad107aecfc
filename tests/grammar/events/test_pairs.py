"""One sentence, a source and a target: type, status and code."""

import pytest

from tidings.analysis import analyse_units
from tidings.grammar.events.pairs import PairCode, code_pair, vote
from tidings.model import Analysis, Span

SENTENCES = [
    pytest.param("[Ruritania] condemned [Syldavia] on Monday.", "ACCUSE", "held", "ACCUSE", id="condemned"),
    pytest.param("[Syldavia] was condemned by <Ruritania>.", "ACCUSE", "held", "ACCUSE", id="passive"),
    pytest.param("The president of [Ruritania] met the king of [Syldavia].", "CONSULT", "held", "CONSULT", id="met"),
    pytest.param(
        "The president of [Ruritania] will meet the king of [Syldavia].",
        "CONSULT",
        "announced",
        "AGREE",
        id="will meet",
    ),
    pytest.param("[Ruritania] held talks with [Syldavia].", "CONSULT", "held", "CONSULT", id="light verb"),
    pytest.param("[Ruritania] imposed sanctions on [Syldavia].", "SANCTION", "held", "SANCTION", id="sanctions"),
    pytest.param("[Ruritania] launched an attack on [Syldavia].", "ASSAULT", "held", "ASSAULT", id="attack"),
    pytest.param("[Ruritania] urged [Syldavia] to free the pilots.", "REQUEST", "held", "REQUEST", id="urged"),
    pytest.param("[Ruritania] signed a treaty with [Syldavia].", "SUPPORT", "held", "SUPPORT", id="signed"),
    pytest.param("[Ruritania] expelled two diplomats of [Syldavia].", "SANCTION", "held", "SANCTION", id="expelled"),
    pytest.param(
        "[Ruritania] called off its talks with [Syldavia].", "CONSULT", "cancelled", "REJECT", id="called off"
    ),
]


def analysis_of(text):
    unit = analyse_units([text])[0]
    below = [[] for _ in unit.tokens]
    for token in unit.tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Analysis(unit.tokens, unit.sentences, tuple(map(tuple, below)))


def marked(sentence):
    """The text, the source (in <> or the first in []) and the target."""
    text, spans, names = "", [], []
    for c in sentence:
        if c in "[<":
            names.append(c)
            spans.append(len(text))
        elif c in "]>":
            spans[-1] = Span(spans[-1], len(text))
        else:
            text += c
    first = names.index("<") if "<" in names else 0
    return text, spans[first], spans[1 - first]


@pytest.mark.parametrize(("sentence", "type_", "status", "code"), SENTENCES)
def test_code_pair(sentence, type_, status, code):
    text, source, target = marked(sentence)
    found = code_pair(analysis_of(text), source, target)
    assert (found.type, found.status, found.plover) == (type_, status, code)
    assert 0 < found.confidence <= 1


def test_nothing_between_them_gives_no_type():
    text, source, target = marked("[Ruritania] is larger than [Syldavia].")
    assert code_pair(analysis_of(text), source, target).type is None


VOTES = [
    pytest.param(
        PairCode("ACCUSE", "x", "held", "ACCUSE", 0.8), {"ACCUSE": 0.3, "REJECT": 0.6}, "ACCUSE", "x", id="lexicon"
    ),
    pytest.param(
        PairCode("ACCUSE", "x", "held", "ACCUSE", 0.2), {"ACCUSE": 0.3, "REJECT": 0.6}, "REJECT", None, id="encoder"
    ),
    pytest.param(PairCode(None, None, "held", None, 0.0), {"AID": 0.9, "AGREE": 0.1}, "AID", None, id="no-code"),
    pytest.param(PairCode(None, None, "held", None, 0.0), {"YIELD": 0.9}, "CONCEDE", None, id="yield-is-concede"),
    pytest.param(
        PairCode("RETREAT", None, "held", "RETREAT", 0.8), {"YIELD": 0.5, "AID": 0.5}, "RETREAT", None, id="kept-finer"
    ),
    pytest.param(PairCode("AID", "y", "held", "AID", 0.8), {}, "AID", "y", id="no-chances"),
    pytest.param(PairCode(None, None, "held", None, 0.0), {"REJECT": 0.5, "AID": 0.5}, "AID", None, id="tie-by-name"),
]


@pytest.mark.parametrize(("code", "chances", "plover", "mode"), VOTES)
def test_vote(code, chances, plover, mode):
    found = vote(code, chances)
    assert (found.plover, found.mode, found.status) == (plover, mode, code.status)
    assert 0 <= found.confidence <= 1


def test_what_is_to_come_keeps_its_type_and_status():
    found = vote(PairCode("CONSULT", "meet", "announced", "AGREE", 0.7), {"AGREE": 0.7, "CONSULT": 0.3})
    assert (found.type, found.mode, found.status, found.plover) == ("CONSULT", "meet", "announced", "AGREE")
