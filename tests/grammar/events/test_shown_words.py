"""Which words of a report are shown for an event."""

import pytest

from tidings.grammar.events.shown_words import shown
from tidings.model import Span

LONG = (
    "In Bergen, where the fleet of the western harbours has lain idle since the middle of March, "
    "some forty skippers were held, and nobody could say when the next of the trawlers would be allowed to sail"
)
WALL = "The fleet of the western harbours " + "and of the northern ones " * 7 + "went out to protest"


@pytest.mark.parametrize(
    ("text", "clause", "words"),
    [
        pytest.param(LONG, "some forty skippers were held", "some forty skippers were held", id="enough words"),
        pytest.param("Forty skippers came to protest.", "to protest", "Forty skippers came to protest.", id="short"),
        pytest.param(LONG, "were held", "some forty skippers were held", id="between commas"),
        pytest.param(
            "In Bergen, where nobody had thought that it would come to that so early in the long and cold year, held, "
            "as the harbour office put it, were the skippers and all of their mates and cooks",
            "held",
            "where nobody had thought that it would come to that so early in the long and cold year, held",
            id="with the stretch before",
        ),
        pytest.param(WALL, "to protest", "to protest", id="no comma near"),
    ],
)
def test_shown(text, clause, words):
    start = text.index(clause)
    told = Span(start, start + len(clause))
    span = shown(text, [Span(0, len(text))], told, told)
    assert text[span.start : span.end] == words


@pytest.mark.parametrize(
    ("act", "words"),
    [
        pytest.param(
            "held",
            "some forty skippers were held, and nobody could say when the next of the trawlers would be allowed to sail",
            id="what follows",
        ),
        pytest.param(
            "lain",
            "In Bergen, where the fleet of the western harbours has lain idle since the middle of March, "
            "some forty skippers were held",
            id="the shorter stretch first",
        ),
    ],
)
def test_of_a_long_clause(act, words):
    start = LONG.index(act)
    span = shown(LONG, [Span(0, len(LONG))], Span(0, len(LONG)), Span(start, start + len(act)))
    assert LONG[span.start : span.end] == words
