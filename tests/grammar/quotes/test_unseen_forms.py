"""Forms of reported speech as news of all lands has them, one a row: who says, who hears, who relays; names are invented."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker
from tidings.grammar.quotes.quote_pieces import is_told
from tidings.model import Quote, Reading


def row(reading: Reading, quote: Quote) -> str:
    """A quote as "speaker > hearer < relay: the first words"; a speaker without a chain by the words for them."""
    text = reading.document.text

    def words(span):
        return None if span is None else text[span.start : span.end]

    heard = "" if quote.addressee is None else f" > {words(quote.addressee)}"
    passed = "" if quote.relayed_by is None else f" < {words(quote.relayed_by)}"
    said = words(quote.content[0]) or ""
    return f"{speaker(reading, quote) or words(quote.source)}{heard}{passed}: {' '.join(said.split()[:4])}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "On Monday a clerk from the Lund Savings Bank testified that the ledger was a copy. He could not say whose "
            "hand it was. Asked by the judge if a careful auditor would have noticed, he replied that “a careful cat "
            "would have”.",
            [
                "a clerk from the Lund Savings Bank: the ledger was a",
                "judge: if a careful auditor",
                "a clerk from the Lund Savings Bank > the judge: a careful cat would",
            ],
            id="asked-by-the-judge",
        ),
        pytest.param(
            "Asked what would happen if it rained, the minister replied that the gate “opens in both directions”.",
            ["minister: the gate “opens in"],
            id="what-he-was-asked-he-did-not-say",
        ),
        pytest.param(
            "A clerk confided to the Courier that President Ruhl had been told by telephone on Wednesday that “the "
            "neighbours would not be holding the rope”.",
            [
                "A clerk > the Courier: President Ruhl had been",
                "None > President Ruhl < A clerk: the neighbours would not",
            ],
            id="a-telephone-says-nothing",
        ),
        pytest.param(
            "Minister Ada Ivers repeated that the clerks “fell over a rope”. “We do not want tears, we want numbers”, "
            "summarized.",
            ["Ada Ivers: the clerks “fell over", "Ada Ivers: We do not want"],
            id="verb-without-a-subject",
        ),
        pytest.param(
            "In statements to Radio Lund, the mayor, Olof Brandt, said the bridge is safe.",
            ["Olof Brandt > Radio Lund: the bridge is safe"],
            id="not-the-station-spoken-to",
        ),
        pytest.param(
            "That contradicts the Port Office, whose deputy head, Capt Olof Brandt, repeated on Tuesday that four of the "
            "boats were found outside.",
            ["Olof Brandt: four of the boats"],
            id="whose-head-repeated",
        ),
        pytest.param(
            "In Oslo, the government freed the first nine millions, informed the ambassador Ada Ivers.",
            ["Ada Ivers: In Oslo, the government"],
            id="informed-the-ambassador",
        ),
        pytest.param(
            "“The bridge is safe,” Norpress cited Olof Brandt as saying.",
            ["Olof Brandt < Norpress: The bridge is safe,"],
            id="cited-as-saying",
        ),
        pytest.param(
            "The sailors’ families, relayed by the union’s chairwoman, Ada Ivers, insist that the two are well.",
            ["sailors’ families < the union’s chairwoman: the two are well"],
            id="relayed-by",
        ),
        pytest.param(
            "A diver with the Lund Harbour Trust told the Courier that the hull was whole. The Lund Harbour Trust trains "
            "divers.",
            ["A diver with the Lund Harbour Trust > the Courier: the hull was whole"],
            id="a-diver-is-not-the-trust",
        ),
        pytest.param(
            "A clerk from the bank told reporters that the ledger was lost. “It was gone by noon,” he added.",
            [
                "A clerk from the bank > reporters: the ledger was lost",
                "A clerk from the bank > reporters: It was gone by",
            ],
            id="he-is-not-several",
        ),
        pytest.param(
            "Ivers told the Courier that she would come every day: “A mother does not stay away.”",
            ["Ivers > the Courier: she would come every", "Ivers > the Courier: A mother does not"],
            id="clause-and-words-behind-a-colon",
        ),
        pytest.param(
            "Captain Ivo Sand spoke at noon. Sand said the boats could sail. Mr Ruhl had told him, he said, that “the road "
            "is longer than the quarrel”.",
            ["Ivo Sand: the boats could sail", "Ruhl > him < he: the road is longer"],
            id="had-told-him-he-said",
        ),
        pytest.param(
            "The Norrian ministry described the call as “calm”; Brandt had reminded her colleague, it said, that the "
            "coast was no beach.",
            ["Norrian ministry: the call as “calm”", "Brandt > her colleague < it: the coast was no"],
            id="had-reminded-it-said",
        ),
        pytest.param(
            "Interior Minister Olof Brandt, who had maintained that his men “aimed at the moon”, said that he would study "
            "the report.",
            ["Olof Brandt: his men “aimed at", "Olof Brandt: he would study the"],
            id="who-had-maintained-said",
        ),
        pytest.param(
            "The ex minister Olof Brandt thanked the gesture with a letter that his advocate, Ada Ivers, read in front of "
            "the fence: “I have not fled from law but from its owner”.",
            ["Olof Brandt < his advocate, Ada Ivers: I have not fled"],
            id="letter-that-his-advocate-read",
        ),
        pytest.param(
            "One of them, Ada Ivers Lund, said the minister had “turned a street into a cage.”",
            ["Ada Ivers Lund: the minister had “turned"],
            id="one-of-them",
        ),
        pytest.param(
            "The customs service attributed the delay to “a renewal of the software”; a border guard, who had no leave to "
            "speak to the press, called it a blockade.",
            ["customs service: the delay to “a"],
            id="behind-a-semicolon-another",
        ),
        pytest.param(
            "Judge Ada Ivers landed on Sunday and briefed the ministers. She told them, a delegate said, that her team had "
            "pictures of every sheet.",
            ["Ada Ivers > the ministers < a delegate: her team had pictures"],
            id="them-is-whom-she-briefed",
        ),
        pytest.param(
            "She let slip to this newspaper that Oslo would be glad.",
            ["She > this newspaper: Oslo would be glad"],
            id="let-slip-to",
        ),
        pytest.param(
            "The minister recalled before the attendees that Lund had asked for a hill.",
            ["minister > the attendees: Lund had asked for"],
            id="before-the-attendees",
        ),
        pytest.param(
            "“An embassy is not a laundry,” Brandt told reporters, and described the flight as “a confession on foot”.",
            ["Brandt > reporters: An embassy is not", "Brandt > reporters: the flight as “a"],
            id="told-reporters-and-described",
        ),
    ],
)
def test_who_says_hears_and_relays(text: str, want: list[str]) -> None:
    """Each form gives its speaker, its hearer and who passes it on."""
    reading = read(("paragraph", text))
    assert [row(reading, quote) for quote in reading.quotes if is_told(quote)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("It is worth mentioning that the bank had closed in May.", [], id="worth-mentioning"),
        pytest.param("It should be added that the bridge was built in 1951.", [], id="should-be-added"),
        pytest.param("It will be remembered that the council voted twice.", [], id="will-be-remembered"),
        pytest.param("Captain Brandt was to have told the judge how the ledger was lost.", [], id="was-to-have-told"),
        pytest.param("Ada Ivers stopped short of announcing a long strike.", [], id="stopped-short"),
        pytest.param("The union had called for that same day in Lund a meeting.", [], id="called-for-a-day"),
        pytest.param("Lund must undertake in writing that the man would be tried.", [], id="must-undertake"),
        pytest.param(
            "Brandt was adamant, however, that the vault had been locked.", ["the vault had been locked"], id="adamant"
        ),
        pytest.param("An aide would only volunteer that it had been short.", ["it had been short"], id="volunteer"),
        pytest.param("He insinuated besides that the ledger was changed.", ["the ledger was changed"], id="insinuated"),
        pytest.param("Ivers regretted that the council had not met.", ["the council had not met"], id="regretted"),
        pytest.param(
            "The chairwoman, Ada Ivers, rejected any suggestion of fraud.", ["any suggestion of fraud"], id="suggestion"
        ),
        pytest.param(
            "Colonel Olof Brandt laid the blame on “men in borrowed boots”.", ["men in borrowed boots"], id="blame"
        ),
        pytest.param(
            "Ruhl discovered on Sunday that a passport was “not so foreign after all”.",
            ["a passport was “not so foreign after all”"],
            id="words-in-marks-are-said",
        ),
        pytest.param(
            "The envoy Olof Brandt considered in a call with the newspaper that the repair is over.",
            ["the repair is over"],
            id="considered-that",
        ),
    ],
)
def test_what_is_said(text: str, want: list[str]) -> None:
    """What an outlet remarks, and what was not said, is nobody's words."""
    reading = read(("paragraph", text))
    told = [quote for quote in reading.quotes if is_told(quote)]
    assert [reading.document.text[q.content[0].start : q.content[-1].end] for q in told] == want
