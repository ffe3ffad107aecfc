"""Sentence ends: abbreviations, initials and quotations known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.text.sentences import sentences

CASES = {
    "two": ["He left.", "She stayed."],
    "titles": ["Mr. Orla met Gen. A. B. Tamm on Monday.", "They spoke."],
    "country and office": ["The U.S. Army said so.", "It left."],
    "initial that is no speaker": ["It was read by the envoy I. Tamm on Monday.", "They spoke."],
    "initial behind an office": ["They heard Minister I. Tamm first.", "They spoke."],
    "speaker at the end": ["He went and so did I.", "Tamm stayed."],
    "numeral behind a name": ["It was lost under Otto I.", "Tamm found it."],
    "abbreviation ends a sentence": ["It happened in Washington, D.C.", "The talks go on."],
    "month and number": ["It was signed on Oct. 3 under No. 5 of the list.", "No. 6 failed."],
    "closing quote belongs to its sentence": ["“We go.”", "He said so."],
    "straight quotes": ['"We go."', "He said so."],
    "guillemets": ["«We go.»", "He said so."],
    "question asked by someone named": ["“Why now?” Tamm said.", "He left."],
    "question goes on in small letters": ["“Why now?” asked Tamm.", "He left."],
    "comma and dash": ["“We go”, — he said.", "They went."],
    "quotes without a gap": ["And then?”", "“No idea.”"],
    "glued sentences": ["They signed it.", "Then they left."],
    "dots": ["He waited... and went.", "It was late…", "They slept."],
    "decimals and times": ["Prices rose 3.5 percent by 5 p.m. on Friday.", "They fell later."],
    "brackets": ["(It was not.)", "He went."],
    "exclamation": ["“Stop!”", "The crowd ran."],
}


@pytest.mark.parametrize("parts", CASES.values(), ids=CASES.keys())
def test_where_sentences_end(parts):
    text = " ".join(parts)
    assert [text[s.start : s.end] for s in sentences(text)] == parts


def test_glued_sentences_part_without_a_gap():
    text = "They signed it.Then they left."
    assert [text[s.start : s.end] for s in sentences(text)] == ["They signed it.", "Then they left."]


def test_a_blank_line_always_parts_and_a_margin_does_not():
    text = "A headline without a stop\n\nThe first sentence of the text was broken at a margin of sixty or\nmore characters. It ended."
    assert [text[s.start : s.end].split("\n")[0] for s in sentences(text)] == [
        "A headline without a stop",
        "The first sentence of the text was broken at a margin of sixty or",
        "It ended.",
    ]


@given(st.text(alphabet="Aa .?!\"”“\n'U.S"))
def test_sentences_cover_all_but_white_space_in_order(text):
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    left = set(range(len(text))) - {n for s in found for n in range(s.start, s.end)}
    assert all(text[n].isspace() for n in left)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("piece", ['"', ". ", '."', "A.", "\n", "a\n", " ", '? "', ".", '?" Aa aa aa aa '])
def test_a_long_run_of_marks_takes_linear_time(piece):
    sentences(piece * (100_000 // len(piece)))
