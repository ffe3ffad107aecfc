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
        pytest.param(
            "A court sat on Tuesday. Norway's Voren said nobody had been held. “They were guests of the port,” she said.",
            ["Voren: nobody had been held", "Voren: They were guests of"],
            id="a-surname-is-she",
        ),
        pytest.param(
            "Lim Su-bin came. Lim said he had never asked. “I waited for an hour,” he said.",
            ["Lim Su-bin: he had never asked", "Lim Su-bin: I waited for an"],
            id="a-family-name-stands-first",
        ),
        pytest.param(
            "Norway's ambassador to Qatar, Karen Holt, said that the offer stood. Defence Minister Holt said it lapsed.",
            ["Karen Holt: the offer stood", "Holt: it lapsed"],
            id="an-envoy-is-no-minister",
        ),
        pytest.param(
            "Only 15 sailors had been allowed to board, the agency Nordpress had reported on Friday; that turned out to be "
            "false.",
            ["Nordpress: Only 15 sailors had"],
            id="the-reports-own-remark",
        ),
        pytest.param(
            "Mayor Arvid Ruhl left Norway on Monday, according to a statement from his office. It did not say why he left.",
            ["office: Mayor Arvid Ruhl left", "office denies: why he left"],
            id="it-is-the-statement",
        ),
        pytest.param(
            "Karl Ruhl was called in. He emerged to say that it was all “a cheap novel” and vowed his side would answer.",
            ["Karl Ruhl: it was all “a", "Karl Ruhl: his side would answer"],
            id="who vows behind a clause about it",
        ),
        pytest.param(
            "The owner, Lund-based Argus Metals, denied that it had paid.",
            ["Argus Metals denies: it had paid"],
            id="an owner that is a firm",
        ),
        pytest.param(
            "“The road is open again,” stormed Mayor Ada Berg yesterday, according to the Lund Post.",
            ["Ada Berg: The road is open"],
            id="a rare verb, according to a paper",
        ),
        pytest.param(
            "“The road is open again”, told to the newspaper the mayor of Lund, Ada Berg.",
            ["Ada Berg > newspaper: The road is open"],
            id="who hears between verb and speaker",
        ),
        pytest.param(
            "“The road is open again”, commented with irony the spokesman of the mine Karl Ruhl.",
            ["Karl Ruhl: The road is open"],
            id="how between verb and speaker",
        ),
        pytest.param(
            "The sum is “a first part of the price”, as declared Ruhl to the reporters.",
            ["Ruhl: The sum is “a"],
            id="as declared he",
        ),
    ],
)
def test_who_speaks_to_whom(text, want):
    reading = read(("paragraph", text))
    assert [row(reading, quote) for quote in reading.quotes if not quote.thought] == want


def test_an_owner_in_a_headline_does_not_speak():
    reading = read(
        ("title", "Norway's Ruhl: no dam halt"),
        ("paragraph", "Arvid Ruhl said on Thursday that the dam would be built."),
    )
    assert {speaker(reading, quote) for quote in reading.quotes} == {"Arvid Ruhl"}
