"""Mapped text: whatever is cut, joined or edited, each piece still points at its own raw words."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Piece
from tidings.text.mapped import Mapped, identity, joined


def holds(mapped: Mapped, raw: str) -> bool:
    """Whether every one-to-one piece gives its own words in the raw text."""
    return all(
        mapped.text[p.start : p.end] == raw[p.raw_start : p.raw_end]
        for p in mapped.pieces
        if p.end - p.start == p.raw_end - p.raw_start
    )


@given(st.text(min_size=1), st.data())
def test_a_part_of_raw_text_points_at_itself(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    part = identity(raw).part(start, end)
    assert part.text == raw[start:end]
    assert part.pieces == ((Piece(0, end - start, start, end),) if end > start else ())


@given(st.lists(st.text(alphabet="ab \n", min_size=1), min_size=1), st.sampled_from(["", " ", "\n\n"]))
def test_joining_parts_keeps_their_pieces(words, separator):
    raw = "|".join(words)
    whole, at, parts = identity(raw), 0, []
    for word in words:
        parts.append(whole.part(at, at + len(word)))
        at += len(word) + 1
    text = joined(parts, separator)
    assert text.text == separator.join(words)
    assert holds(text, raw)
    assert sum(p.end - p.start for p in text.pieces) == sum(map(len, words))


@given(st.text(alphabet="abc", min_size=6, max_size=40))
def test_an_edit_stands_for_the_raw_range_of_the_old_words(raw):
    text = identity(raw).edited([(1, 3, "XYZ"), (4, 5, "")])
    assert text.text == raw[0] + "XYZ" + raw[3] + raw[5:]
    assert text.raw(1, 4) == (1, 3)
    assert text.raw(5, len(text.text)) == (5, len(raw))


def test_text_put_in_has_no_source():
    assert joined([Mapped("Title"), identity("Body")], "\n\n").raw(0, 5) is None


def test_white_space_at_the_ends_goes():
    assert identity("  a b \n").stripped().pieces == (Piece(0, 3, 2, 5),)
