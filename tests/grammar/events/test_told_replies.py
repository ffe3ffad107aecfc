"""Answers and deeds that name no offer or demand."""

import pytest

from tidings.grammar.events.told_outcomes import found_in


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        pytest.param("Ghana sent the boats, as promised.", ["kept"], id="as promised"),
        pytest.param("Ghana sent the boats as agreed in May.", ["kept"], id="as agreed"),
        pytest.param("Ghana cut the cable, as it had threatened to do.", ["kept"], id="as threatened to do"),
        pytest.param("Ghana shut the mine, as Chile had demanded for weeks.", ["accepted"], id="as demanded for weeks"),
        pytest.param("Ghana failed to send the boats as promised.", [], id="failed to"),
        pytest.param("Ghana refused to send the boats, as promised in May.", [], id="refused to"),
        pytest.param("Ghana has yet to send the boats as promised.", [], id="has yet to"),
        pytest.param("Ghana stopped short of closing the mine as demanded.", [], id="stopped short"),
        pytest.param("The police did nothing as asked.", [], id="did nothing"),
        pytest.param("No boats came as promised.", [], id="no boats"),
        pytest.param("Chile urged Ghana to send the boats as promised.", [], id="only urged"),
        pytest.param("Ghana sold the boats instead of sending them as agreed.", [], id="instead of"),
        pytest.param("Ghana denied having cut the cable as threatened.", [], id="denied"),
        pytest.param("The price was as agreed.", [], id="no act"),
        pytest.param("Both praised the text as agreed in May.", [], id="a text as agreed"),
        pytest.param("Ghana paid twice as promised.", [], id="twice as promised"),
        pytest.param("Boats came late as promised rice rotted.", [], id="rice that was promised"),
        pytest.param("Ghana hoarded rice, as Chile had promised a blockade.", [], id="a reason"),
        pytest.param("Ghana left, as nobody had asked.", [], id="as nobody asked"),
        pytest.param("Ghana accepted, but only for a month.", [], id="but only"),
        pytest.param("Rice came as agreed.", ["kept"], id="agreed is no answer behind as"),
    ],
)
def test_what_is_answered_or_done(text, outcomes):
    assert [outcome for outcome, *_ in found_in(text)] == outcomes
