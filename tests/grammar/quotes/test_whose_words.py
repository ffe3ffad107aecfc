"""Whose words they are where another is named nearby: all that is told of a text's quotes, in one row each; names are
invented."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker
from tidings.model import Quote, Reading


def row(reading: Reading, quote: Quote) -> str:
    """A quote as "speaker > hearer denies: the first words"."""
    text = reading.document.text[quote.content[0].start : quote.content[-1].end]
    heard = "" if quote.addressee_chain is None else f" > {reading.chains[quote.addressee_chain].name}"
    said = "denies" if quote.negated else ""
    return f"{speaker(reading, quote)}{heard}{said and ' ' + said}: {' '.join(text.split()[:4])}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Arvid Ruhl said he stood by his words.", ["Arvid Ruhl: he stood by his"], id="who-stands-by-words"
        ),
        pytest.param(
            "Arvid Ruhl met Karen Holt in Oslo. Karen Holt said she went by her own account.",
            ["Karen Holt: she went by her"],
            id="who-goes-by-an-account",
        ),
        pytest.param(
            "Arvid Ruhl told city radio that the port operator, Nordwind Terminals, had offered a rise on Monday and "
            "that “a sensible man would take it”.",
            ["Arvid Ruhl: the port operator, Nordwind"],
            id="and-that-is-the-sayers",
        ),
        pytest.param(
            "Karen Holt said the ministry had promised a new bridge and that “nobody believes it”.",
            ["Karen Holt: the ministry had promised"],
            id="promised-a-thing-and-that",
        ),
        pytest.param(
            "Norway denied on Monday reports that it had shelled Denmark.",
            ["Norway denies: it had shelled Denmark"],
            id="reports-is-a-noun",
        ),
        pytest.param(
            "Norwegian Foreign Minister Karen Holt met her Danish counterpart on Monday and President Arvid Ruhl said the "
            "talks went well.",
            ["Arvid Ruhl: the talks went well"],
            id="another-speaks-to-nobody-met",
        ),
        pytest.param(
            "The Nordpress agency reported, citing the heat, that the talks had been moved to Friday.",
            ["Nordpress agency: the talks had been"],
            id="citing-the-heat",
        ),
        pytest.param(
            "The Daily Fjord wrote, quoting Ibsen, that Norway was a wild duck.",
            ["Daily Fjord: Norway was a wild"],
            id="quoting-an-author",
        ),
        pytest.param(
            "The Daily Fjord wrote, quoting Karen Holt, that Norway was a wild duck.",
            ["Karen Holt: Norway was a wild"],
            id="quoting-somebody",
        ),
    ],
)
def test_who_speaks_to_whom(text, want):
    reading = read(("paragraph", text))
    assert [row(reading, quote) for quote in reading.quotes if not quote.thought] == want
