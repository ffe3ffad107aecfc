"""The parser as a function of one text, whatever stands beside it."""

import pytest

from tidings.analysis import PINNED, analyse_units, model_digest, pipelines, verify
from tidings.codec.units import decode_unit, encode_unit
from tidings.errors import ModelError

TEXTS = ["Ada Berg met Ali Nur in Nairobi. They spoke for an hour.", "Nothing was signed, she said.", "Ada Berg left."]


def test_a_unit_does_not_depend_on_its_batch_or_its_order():
    together = analyse_units(TEXTS)
    assert analyse_units(TEXTS[::-1])[::-1] == together
    assert [analyse_units([text])[0] for text in TEXTS] == together


def test_tokens_are_the_words_of_the_text_and_sentences_those_of_the_rules():
    unit = analyse_units(["The U.N. envoy, Mr. Nur, left.  He was tired.\nShe stayed."])[0]
    assert all(unit.text[t.start : t.end] == t.text for t in unit.tokens)
    assert [unit.tokens[first].text for first, _ in unit.sentences] == ["The", "He", "She"]
    assert all(t.head in range(len(unit.tokens)) for t in unit.tokens)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="white-space"),
        pytest.param("a\ud800b said so.", id="lone-surrogate"),
        pytest.param("\x00\x01\u200b", id="control"),
        pytest.param("🇰🇪👩‍👩‍👧‍👦 said.", id="emoji"),
        pytest.param("x" * 2000, id="long-token"),
        pytest.param("(" * 2000, id="brackets"),
    ],
)
def test_odd_texts_are_read(text):
    unit = analyse_units([text])[0]
    assert all(text[t.start : t.end] == t.text for t in unit.tokens)


@pytest.mark.usefixtures("watched")
def test_two_thousand_brackets_take_no_time():
    analyse_units(["(" * 2000] * 3)


def test_the_memo_keeps_a_unit_whole_and_takes_no_rubbish():
    unit = analyse_units(TEXTS[:1])[0]
    assert decode_unit(encode_unit(unit)) == unit
    assert decode_unit(b"\xc1 rubbish") is None


def test_the_pinned_files_are_there_and_their_digest_is_stable():
    verify()
    assert model_digest() == model_digest(PINNED)
    assert len(model_digest()) == 16


def test_a_missing_pipeline_says_how_to_get_one():
    with pytest.raises(ModelError, match="pip install"):
        analyse_units(["x"], "no_such_pipeline")


def test_a_changed_file_is_named(monkeypatch):
    monkeypatch.setitem(pipelines.DIGESTS, "ner/model", "0" * 32)
    with pytest.raises(ModelError, match="ner/model differs"):
        verify()
