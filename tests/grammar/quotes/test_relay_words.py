"""Who passes words on by the words around them, and who speaks by a name right beside."""

import pytest

from tests.stages.read.conftest import told
from tidings.model import Quote, Reading


def quote_of(reading: Reading, words: str) -> Quote:
    text = reading.document.text
    return next(q for q in reading.quotes if any(words in text[s.start : s.end] for s in (*q.content, *q.parts)))


@pytest.mark.parametrize(
    ("text", "words", "relay"),
    [
        pytest.param(
            "He met the miller, who according to the clerk Eva Rojas said to the mayor that the hives were empty.",
            "the hives were empty",
            "the clerk Eva Rojas",
            id="between-subject-and-verb",
        ),
        pytest.param(
            "Odd Lien rang the mill and, as Ms Quint remembers it, told her that the flour was damp.",
            "the flour was damp",
            "Ms Quint",
            id="as-she-remembers-it",
        ),
        pytest.param(
            "“Nobody touches my bees,” declared the mayor, Odd Lien, quoted by the daily Harbour Post.",
            "Nobody touches my bees",
            "the daily Harbour Post",
            id="quoted-by-behind-the-speaker",
        ),
        pytest.param(
            "Odd Lien had described the harvest, in an interview aired by Radio Lund, as middling: “half a jar a hive”, he said.",
            "half a jar a hive",
            "Radio Lund",
            id="in-an-interview-aired-by",
        ),
        pytest.param(
            "Odd Lien, in a recording circulated on Sunday, told farmers that the hives were safe.",
            "the hives were safe",
            None,
            id="a-day-carries-nothing",
        ),
    ],
)
def test_who_passes_it_on(text, words, relay):
    reading = told(text)
    held = quote_of(reading, words).relayed_by
    assert (None if held is None else reading.document.text[held.start : held.end]) == relay


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "In Lund the baker Ada Quint, who owns the mill, repeated her plea that the flour be dried.",
            "the flour be dried",
            "Ada Quint",
            id="her-own-plea",
        ),
        pytest.param(
            "Ada Quint fears that the old wheel has cost them a harvest and has warned that the mill may close.",
            "the mill may close",
            "Ada Quint",
            id="a-wheel-warns-nobody",
        ),
        pytest.param(
            "The mill is shut. For the miller Ada Quint, who pays the dues, “a leak is a leak and a debt a debt”. The guild is silent.",
            "a leak is a leak",
            "Ada Quint",
            id="for-whom-it-is-so",
        ),
        pytest.param(
            "The chair of the guild Odd Lien called the tax “a cold bath” and left.",
            "a cold bath",
            "Odd Lien",
            id="a-name-right-behind-the-office",
        ),
    ],
)
def test_who_speaks(text, words, speaker):
    reading = told(text)
    chain = quote_of(reading, words).speaker
    assert chain is not None
    assert reading.chains[chain].name == speaker
