"""What is said though no clause hangs on a verb of saying: denied hearsay, charges, what others are to do, terms behind a colon,
verbs of saying put between, and what only looks said."""

import pytest

from tests.grammar.quotes.test_hearers_and_denials import hearers, speakers
from tests.grammar.quotes.test_quotes_by_grammar import read, told, words


@pytest.mark.parametrize(
    ("text", "who", "want"),
    [
        pytest.param(
            "The mill's director, Jon Ruhl, dismissed rumours that the dam had been sold.",
            "Jon Ruhl",
            "the dam had been sold",
            id="dismissed-rumours",
        ),
        pytest.param(
            "A report that the council was about to close the school was denied by the mayor, Ada Berg.",
            "Ada Berg",
            "the council was about to close the school",
            id="was-denied-by",
        ),
        pytest.param(
            "Jon Ruhl, the harbour master, denied the information that the ferry had run aground twice.",
            "Jon Ruhl",
            "the ferry had run aground twice",
            id="denied-the-information",
        ),
        pytest.param(
            "Ada Berg, who denied press reports that her shop was for sale, went on holiday.",
            "Ada Berg",
            "her shop was for sale",
            id="who-denied",
        ),
    ],
)
def test_hearsay_is_denied_by_who_denies_it(text: str, who: str, want: str) -> None:
    (quote,) = [q for q in read(text).quotes if not q.thought]
    assert (speakers(read(text)), words(read(text), *quote.content), quote.negated) == ([who], want, True)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Ada Berg accused the treasurer of contempt of the court.", ["contempt of the court"], id="of-noun"
        ),
        pytest.param("Ada Berg accused the miners of having cut the cable.", ["having cut the cable"], id="of-having"),
        pytest.param(
            "The minister Ada Berg sharply accused Lund that it has watered the milk.",
            ["it has watered the milk"],
            id="accused-that",
        ),
        pytest.param("Norria called the verdict a hostile act.", ["the verdict a hostile act"], id="called-a-noun"),
        pytest.param("The minister Ada Berg called the delay regrettable.", [], id="called-an-adjective"),
        pytest.param(
            "Mr Ruhl expects the barns to fill up by Sunday.", ["the barns to fill up by Sunday"], id="expects"
        ),
        pytest.param("The fishers' union wants a new pier.", [], id="wants-a-thing"),
        pytest.param("Jon Ruhl, a clerk, asked not to be named.", [], id="asked-not-to-be-named"),
        pytest.param("Norria made an offer, to which both towns replied with silence.", [], id="an-offer-to-which"),
        pytest.param(
            "The spokesman, Jon Ruhl, rejected this and set a new deadline: if the wagons are not moved before "
            "Friday, the licence will be taken back.",
            ["if the wagons are not moved before Friday, the licence will be taken back"],
            id="condition-behind-a-colon",
        ),
        pytest.param(
            "Lina Ost, the minister of trade, threatened with new fines next week.",
            ["new fines next week"],
            id="threatened-with",
        ),
        pytest.param(
            "A study paid by the port found that every third lamp along the pier was dark.",
            ["every third lamp along the pier was dark"],
            id="an-audit-found",
        ),
    ],
)
def test_what_is_told_without_a_clause_of_saying(text: str, want: list[str]) -> None:
    assert [content for _, _, content in told(read(text))] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Jon Ruhl kept the keys, but he let it be understood this week that the orchard could be rented.",
            ("he", "the orchard could be rented"),
            id="let-it-be-understood",
        ),
        pytest.param(
            "The gardener, a cousin, lets understand that pears will be dear this autumn.",
            ("The gardener, a cousin,", "pears will be dear this autumn"),
            id="lets-understand",
        ),
        pytest.param(
            "The new meeting will be held on Monday in Lund, she made known.",
            ("she", "The new meeting will be held on Monday in Lund"),
            id="made-known-last",
        ),
        pytest.param(
            "Ruhl transmitted that the lighthouse wanted a second keeper.",
            ("Ruhl", "the lighthouse wanted a second keeper"),
            id="transmitted-that",
        ),
        pytest.param(
            "The weavers defend that the loom was theirs.", ("The weavers", "the loom was theirs"), id="defend-that"
        ),
        pytest.param(
            "The opposition group means that the mayor paid for it.",
            ("The opposition group", "the mayor paid for it"),
            id="somebody-means",
        ),
        pytest.param(
            "The organ of Lund has been tuned for the first time this century, informs the ministry of culture.",
            ("the ministry of culture", "The organ of Lund has been tuned for the first time this century"),
            id="informs-the-ministry",
        ),
        pytest.param(
            "Norria suspended on Friday the patrols, announced in Lund the minister of trade, Ada Berg.",
            ("the minister of trade, Ada Berg", "Norria suspended on Friday the patrols"),
            id="announced-in-a-town",
        ),
    ],
)
def test_verbs_as_translations_have_them(text: str, want: tuple[str, str]) -> None:
    assert [(source, content) for _, source, content in told(read(text))] == [want]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The new law means that nobody may fish.", id="a-thing-means"),
        pytest.param("Her lawyer, Ada Berg, appealed on Monday, as she had announced.", id="as-she-had-announced"),
        pytest.param("Norria left the talks at noon, as it had threatened to do.", id="as-it-had-threatened"),
        pytest.param("Norria gave up its demand that the pears be peeled.", id="gave-up-its-demand"),
        pytest.param("Norria dropped its demand that the pears be peeled.", id="dropped-its-demand"),
        pytest.param("The minister of trade, Ada Berg, ruled it out at supper.", id="ruled-that-out"),
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert told(read(text)) == []


def test_what_is_still_to_come_is_said_by_who_had_announced_it() -> None:
    want = [("indirect", "the union", "Trains will stand still on Monday")]
    assert told(read("Trains will stand still on Monday, as the union had announced.")) == want


def test_which_thing_a_noun_stands_for_is_nothing_said() -> None:
    text = (
        "Readers have chosen a mascot, the library's committee announced on Monday after a ballot that the mayor had "
        "forbidden and that many boycotted."
    )
    assert [content for _, _, content in told(read(text))] == ["Readers have chosen a mascot"]


def test_who_quotes_her_is_not_her() -> None:
    text = (
        "Her lawyer, Ada Berg, rose.\nLena Holm would skate again “once the ice is honest”, Berg quoted her as saying."
    )
    quote = next(q for q in read(text).quotes if q.parts)
    chains = [None if n is None else read(text).chains[n].name for n in (quote.speaker, quote.relayed_by_chain)]
    assert chains == ["Lena Holm", "Ada Berg"]


def test_let_know_by_a_spokesman() -> None:
    reading = read("Ada Berg let know by her spokesman, Jon Ruhl, that the choir would need a larger hall.")
    assert [words(reading, q.relayed_by) for q in reading.quotes if not q.thought] == ["her spokesman, Jon Ruhl"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("“They heard shots,” Ada Berg told a briefing in Vela.", ["a briefing"], id="briefing"),
        pytest.param(
            "“Bring your own chairs,” Ada Berg told a crowd of some 400 in Port Vela.", ["a crowd"], id="crowd"
        ),
        pytest.param("“We wait,” Ada Berg told the families of the crew.", ["families of the crew"], id="families"),
    ],
)
def test_hearers_without_where_and_how_many(text: str, want: list[str]) -> None:
    assert hearers(read(text)) == want
