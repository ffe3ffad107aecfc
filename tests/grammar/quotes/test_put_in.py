"""Who says it, put behind or into what is said, on sentences that a parser gets wrong; and what nobody says so."""

import pytest

from tests.grammar.quotes.test_speakers_and_hearers import read, speaker


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "The Government of Norden today sent to the envoy its own draft of the treaty on the port, the Minister of Trade, "
            "Ada Berg, announced at a briefing after a session of the Cabinet.",
            ["The Government of Norden today sent to the envoy its own draft of the treaty on the port"],
            "Ada Berg",
            id="two commas and a briefing",
        ),
        pytest.param(
            "The mill, T. Reyl conceded, closed on 9 March after a flood.",
            ["The mill", "closed on 9 March after a flood"],
            "T. Reyl",
            id="between subject and verb",
        ),
        pytest.param(
            "About 400 of the evacuees have come home since Monday, the Council of Lund estimates.",
            ["About 400 of the evacuees have come home since Monday"],
            "Council of Lund",
            id="a verb taken for a noun",
        ),
        pytest.param(
            "The mayor has resigned, a source in the council told the newspaper Dagen.",
            ["The mayor has resigned"],
            "source in the council",
            id="told a paper",
        ),
        pytest.param(
            "Ada Berg met the owners. Talks could resume, she said, if the board published its figures in full.",
            ["Talks could resume", "if the board published its figures in full"],
            "Ada Berg",
            id="a condition behind",
        ),
        pytest.param(
            "A pause of the works of a duration of six days will begin tomorrow, has announced this Monday the ministry of "
            "Transport.",
            ["A pause of the works of a duration of six days will begin tomorrow"],
            "ministry of Transport",
            id="a day before who says it",
        ),
        pytest.param(
            "The chairman did not agree with this figure: by his words, the loss makes 15 percent.",
            ["the loss makes 15 percent"],
            "chairman",
            id="by his words, behind a colon",
        ),
    ],
)
def test_who_says_it(text: str, said: list[str], who: str) -> None:
    reading = read(("paragraph", text))
    quote = next(q for q in reversed(reading.quotes) if not q.thought)
    assert [text[s.start : s.end] for s in quote.content] == said
    assert speaker(reading, quote) == who


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was a good year, and the company reported on Monday a profit of four million.", id="object"),
        pytest.param("He asked for water, the guard refused.", id="no-verb-of-saying"),
        pytest.param("The ship sank in May, the insurer pays the owners claims.", id="noun"),
        pytest.param("They met in Lund, a town the mayor called small.", id="apposition"),
        pytest.param("He would not say whether the bomb was found.", id="would not say"),
        pytest.param("One recalls that the bridge fell in May.", id="one recalls"),
        pytest.param("The post is held by Norden, shut by nobody according to Ruvania.", id="a participle's few words"),
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert not [q for q in read(("paragraph", text)).quotes if not q.thought]
