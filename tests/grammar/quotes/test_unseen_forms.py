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
            "On Friday a luthier from the Velm Conservatory testified that the cello was a fake. Who had varnished it he could "
            "not tell. Asked by the magistrate if a buyer should have doubted it, he answered that “any moth should have”.",
            [
                "a luthier from the Velm Conservatory: the cello was a",
                "magistrate > he: if a buyer should",
                "a luthier from the Velm Conservatory > the magistrate: any moth should have",
            ],
            id="asked-by-the-magistrate",
        ),
        pytest.param(
            "Asked how the orchestra would travel, the conductor answered that the double basses “have seen worse buses”.",
            ["the conductor: the double basses “have"],
            id="what-he-was-asked-he-did-not-say",
        ),
        pytest.param(
            "A beekeeper confided to the Gazette that Chancellor Ruhl had been warned by letter in June that “no hive was "
            "going to swarm for him”.",
            [
                "A beekeeper > the Gazette: Chancellor Ruhl had been",
                "None > Chancellor Ruhl < A beekeeper: no hive was going",
            ],
            id="a-letter-says-nothing",
        ),
        pytest.param(
            "Minister Ada Ivers repeated that the tram drivers “slept at the switch”. “Rails are cheap, nerves cost more”, "
            "summarized.",
            ["Ada Ivers: the tram drivers “slept", "Ada Ivers: Rails are cheap, nerves"],
            id="verb-without-a-subject",
        ),
        pytest.param(
            "In statements to Radio Lund, the mayor, Olof Brandt, said the lighthouse is sold.",
            ["Olof Brandt > Radio Lund: the lighthouse is sold"],
            id="not-the-station-spoken-to",
        ),
        pytest.param(
            "It puzzles the Slate Guild, whose director, Mr Olof Brandt, insisted on Friday that the "
            "blasting was over.",
            ["Olof Brandt: the blasting was over"],
            id="whose-head-repeated",
        ),
        pytest.param(
            "From Velm, a ferry brought thirty harps, informed the stage manager Ada Ivers.",
            ["Ada Ivers: From Velm, a ferry"],
            id="informed-the-stage-manager",
        ),
        pytest.param(
            "“The bridge is safe,” Norpress cited Olof Brandt as saying.",
            ["Olof Brandt < Norpress: The bridge is safe,"],
            id="cited-as-saying",
        ),
        pytest.param(
            "The apprentices, relayed by the choir’s secretary, Ada Ivers, insist that no bell was cracked.",
            ["The apprentices < the choir’s secretary, Ada Ivers: no bell was cracked"],
            id="relayed-by",
        ),
        pytest.param(
            "A diver with the Lund Harbour Trust told the Gazette that the hull was whole. The Lund Harbour Trust trains "
            "divers.",
            ["A diver with the Lund Harbour Trust > the Gazette: the hull was whole"],
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
            "Ivers told the Gazette she would sing again in May: “Nobody retires from a choir.”",
            ["Ivers > the Gazette: she would sing again", "Ivers > the Gazette: Nobody retires from a"],
            id="clause-and-words-behind-a-colon",
        ),
        pytest.param(
            "Captain Ivo Sand spoke at noon. Sand said the boats could sail. Mr Ruhl had assured her, she added, that “every "
            "lamp has been trimmed”.",
            ["Ivo Sand: the boats could sail", "Ruhl > her < she: every lamp has been"],
            id="had-assured-her-she-added",
        ),
        pytest.param(
            "The Norrian guild described the rehearsal as “brisk”; Brandt had assured his oboist, it added, that an encore "
            "was extra.",
            ["The Norrian guild: the rehearsal as “brisk”", "Brandt > his oboist < it: an encore was extra"],
            id="had-assured-it-added",
        ),
        pytest.param(
            "Culture Minister Olof Brandt, who had boasted that the goats “aimed for the bell”, said that he might buy the "
            "meadow.",
            ["Olof Brandt: the goats “aimed for", "Olof Brandt: he might buy the"],
            id="who-had-boasted-said",
        ),
        pytest.param(
            "The retired pilot Olof Brandt answered the jubilee with a long letter that a secretary, Ada Ivers, read on the pier: "
            "“No lamp has kept me from sleeping”.",
            ["The retired pilot < a secretary, Ada Ivers: No lamp has kept"],
            id="letter-that-a-secretary-read",
        ),
        pytest.param(
            "One of them, Ada Ivers Lund, said the ballet had “taught the goats to limp.”",
            ["Ada Ivers Lund: the ballet had “taught"],
            id="one-of-them",
        ),
        pytest.param(
            "The tram company attributed the noise to “wet leaves”; a conductor, who did not want his number printed, "
            "blamed square wheels.",
            ["tram company: the noise to “wet"],
            id="behind-a-semicolon-another",
        ),
        pytest.param(
            "Abbess Ada Ivers arrived at dusk and met the beekeepers. She told them, a novice said, that the wax was paid for.",
            ["Ada Ivers > the beekeepers < a novice: the wax was paid"],
            id="them-is-whom-she-met",
        ),
        pytest.param(
            "The quarryman let slip to the Gazette that the pit was flooded.",
            ["The quarryman > the Gazette: the pit was flooded"],
            id="let-slip-to",
        ),
        pytest.param(
            "The organist recalled before the guests that the pipes came from a brewery.",
            ["The organist > the guests: the pipes came from"],
            id="before-the-guests",
        ),
        pytest.param(
            "“A hive keeps no diary,” Brandt told journalists, and described the honey as “a summer in a jar”.",
            ["Brandt > journalists: A hive keeps no", "Brandt > journalists: the honey as “a"],
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
        pytest.param("It is worth noting here how the bank had closed in May.", [], id="worth-mentioning"),
        pytest.param("It should be added that the bridge was built in 1951.", [], id="should-be-added"),
        pytest.param("It will be remembered that the council voted twice.", [], id="will-be-remembered"),
        pytest.param("The tuner was to have explained to us where the harps went.", [], id="was-to-have-explained"),
        pytest.param("Ada Ivers stopped short of promising the dancers new shoes.", [], id="stopped-short"),
        pytest.param("The orchestra had called for this very evening in Velm a vote.", [], id="called-for-a-day"),
        pytest.param("The troupe must vow in a letter that its lions would be fed.", [], id="must-vow"),
        pytest.param(
            "Brandt was adamant, though, that no harp had been tuned.", ["no harp had been tuned"], id="adamant"
        ),
        pytest.param("A tuner would merely volunteer that his fork was bent.", ["his fork was bent"], id="volunteer"),
        pytest.param(
            "She insinuated that a rival had salted the hives.", ["a rival had salted the hives"], id="insinuated"
        ),
        pytest.param("Ivers regretted that the council had not met.", ["the council had not met"], id="regretted"),
        pytest.param("The curator, Ada Ivers, rejected all talk of moths.", ["all talk of moths"], id="suggestion"),
        pytest.param(
            "Forester Olof Brandt put the blame on “poets with wet matches”.",
            ["poets with wet matches"],
            id="blame",
        ),
        pytest.param(
            "Ruhl discovered in spring that the tuba was “rather shy of water”.",
            ["the tuba was “rather shy of water”"],
            id="words-in-marks-are-said",
        ),
        pytest.param(
            "The bellfounder Olof Brandt considered in a chat with our magazine that the bronze is tired.",
            ["the bronze is tired"],
            id="considered-that",
        ),
    ],
)
def test_what_is_said(text: str, want: list[str]) -> None:
    """What an outlet remarks, and what was not said, is nobody's words."""
    reading = read(("paragraph", text))
    told = [quote for quote in reading.quotes if is_told(quote)]
    assert [reading.document.text[q.content[0].start : q.content[-1].end] for q in told] == want
