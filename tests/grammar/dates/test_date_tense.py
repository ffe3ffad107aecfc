"""Which way a date looks, by trees written by hand."""

import pytest

from tests.grammar.quotes.test_quotes_by_grammar import read
from tidings.grammar.dates.tense import looks
from tidings.model import Analysis, Span, Token

# word tag pos dep head(0-based)
PAST = "They/PRP/PRON/nsubj/1 met/VBD/VERB/ROOT/1 on/IN/ADP/prep/1 Friday/NNP/PROPN/pobj/2"
ADDING = (
    "He/PRP/PRON/nsubj/1 spoke/VBD/VERB/ROOT/1 adding/VBG/VERB/advcl/1 that/IN/SCONJ/mark/6 she/PRP/PRON/nsubj/6 "
    "would/MD/AUX/aux/6 fly/VB/VERB/ccomp/2 on/IN/ADP/prep/6 Friday/NNP/PROPN/pobj/7"
)
HOPED = (
    "They/PRP/PRON/nsubj/2 had/VBD/AUX/aux/2 thought/VBN/VERB/ROOT/2 she/PRP/PRON/nsubj/5 would/MD/AUX/aux/5 "
    "fly/VB/VERB/ccomp/2 on/IN/ADP/prep/5 Friday/NNP/PROPN/pobj/6"
)
FUTURE = "They/PRP/PRON/nsubj/2 will/MD/AUX/aux/2 meet/VB/VERB/ROOT/2 on/IN/ADP/prep/2 Friday/NNP/PROPN/pobj/3"
DUE = "It/PRP/PRON/nsubj/1 was/VBD/AUX/ROOT/1 due/JJ/ADJ/acomp/1 on/IN/ADP/prep/2 Friday/NNP/PROPN/pobj/3"
DUE_THERE = (
    "It/PRP/PRON/nsubj/1 was/VBD/AUX/ROOT/1 due/JJ/ADJ/acomp/1 in/IN/ADP/prep/2 Ostrava/NNP/PROPN/pobj/3 "
    "on/IN/ADP/prep/1 Friday/NNP/PROPN/pobj/5"
)
HAD_BEEN = (
    "It/PRP/PRON/nsubj/2 had/VBD/AUX/aux/2 been/VBN/AUX/ROOT/2 due/JJ/ADJ/acomp/2 on/IN/ADP/prep/3 "
    "Friday/NNP/PROPN/pobj/4"
)
AGREED = (
    "They/PRP/PRON/nsubj/1 agreed/VBD/VERB/ROOT/1 to/TO/PART/aux/3 meet/VB/VERB/xcomp/1 on/IN/ADP/prep/3 "
    "Friday/NNP/PROPN/pobj/4"
)
AGREED_IN = "They/PRP/PRON/nsubj/1 agreed/VBD/VERB/ROOT/1 in/IN/ADP/prep/1 April/NNP/PROPN/pobj/2"
PROGRESSIVE = "They/PRP/PRON/nsubj/2 are/VBP/AUX/aux/2 meeting/VBG/VERB/ROOT/2 on/IN/ADP/prep/2 Friday/NNP/PROPN/pobj/3"
NOUN = "They/PRP/PRON/nsubj/1 signed/VBD/VERB/ROOT/1 the/DT/DET/det/4 March/NNP/PROPN/compound/4 accord/NN/NOUN/dobj/1"
COMING = (
    "They/PRP/PRON/nsubj/2 will/MD/AUX/aux/2 join/VB/VERB/ROOT/2 the/DT/DET/det/4 mission/NN/NOUN/dobj/2 in/IN/ADP/prep/4 "
    "December/NNP/PROPN/pobj/5"
)
PREVIOUS = "The/DT/DET/det/2 previous/JJ/ADJ/amod/2 vote/NN/NOUN/nsubj/5 in/IN/ADP/prep/2 April/NNP/PROPN/pobj/3 failed/VBD/VERB/ROOT/5"
BY = "They/PRP/PRON/nsubj/1 want/VBP/VERB/ROOT/1 it/PRP/PRON/dobj/1 by/IN/ADP/prep/1 March/NNP/PROPN/pobj/3"
HAD_BY = "They/PRP/PRON/nsubj/1 left/VBD/VERB/ROOT/1 it/PRP/PRON/dobj/1 by/IN/ADP/prep/1 March/NNP/PROPN/pobj/3"
SINCE = "It/PRP/PRON/nsubj/2 will/MD/AUX/aux/2 last/VB/VERB/ROOT/2 since/IN/ADP/prep/2 Friday/NNP/PROPN/pobj/3"
FOR = (
    "It/PRP/PRON/nsubj/2 had/VBD/AUX/aux/2 called/VBN/VERB/ROOT/2 a/DT/DET/det/4 strike/NN/NOUN/dobj/2 for/IN/ADP/prep/4 "
    "Friday/NNP/PROPN/pobj/5"
)
MISREAD = (
    "It/PRP/PRON/nsubj/1 ruled/VBN/VERB/ROOT/1 that/IN/SCONJ/mark/5 they/PRP/PRON/nsubjpass/5 be/VB/AUX/auxpass/5 "
    "moved/VBN/VERB/ccomp/1 on/IN/ADP/prep/1 Friday/NNP/PROPN/pobj/6"
)
FROM = (
    "They/PRP/PRON/nsubj/1 met/VBD/VERB/ROOT/1 to/TO/PART/aux/3 rest/VB/VERB/advcl/1 from/IN/ADP/prep/3 "
    "Friday/NNP/PROPN/pobj/4"
)


def tree(spec: str) -> Analysis:
    tokens, at = [], 0
    for i, part in enumerate(spec.split()):
        text, tag, pos, dep, head = part.split("/")
        lemma = {"met": "meet", "agreed": "agree", "was": "be", "been": "be", "had": "have", "are": "be"}.get(
            text, text
        )
        lemma = {"meeting": "meet", "signed": "sign"}.get(lemma, lemma)
        tokens.append(Token(i, at, at + len(text), text, lemma, tag, pos, dep, int(head), "", False, 0))
        at += len(text) + 1
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Analysis(tuple(tokens), ((0, len(tokens)),), tuple(map(tuple, below)))


@pytest.mark.parametrize(
    ("spec", "look"),
    [
        (PAST, "past"),
        (FUTURE, "future"),
        (DUE, "future"),
        (DUE_THERE, "future"),
        (HAD_BEEN, "past"),
        (AGREED, "future"),
        (AGREED_IN, "past"),
        (PROGRESSIVE, "future"),
        (SINCE, "past"),
        (FOR, "future"),
        (FROM, "future"),
        (ADDING, "future"),
        (HOPED, None),
        (MISREAD, "past"),
    ],
    ids=[
        "met",
        "will-meet",
        "was-due",
        "was-due-there",
        "had-been-due",
        "agreed-to-meet",
        "agreed-in",
        "are-meeting",
        "since",
        "had-called-for",
        "to-rest-from",
        "adding-that-she-would",
        "had-thought-she-would",
        "ruled-that-they-be",
    ],
)
def test_date_looks_as_its_verb_tells(spec, look):
    analysis = tree(spec)
    last = analysis.tokens[-1]
    assert looks(analysis, Span(last.start, last.end)) == look


def test_verb_says_nothing_of_the_month_of_a_noun():
    analysis = tree(NOUN)
    march = analysis.tokens[3]
    assert looks(analysis, Span(march.start, march.end), weekday=False) is None


def test_nothing_is_known_without_a_tree():
    assert looks(None, Span(0, 3)) is None


@pytest.mark.parametrize(
    ("spec", "word", "look"),
    [
        pytest.param(COMING, "December", "future", id="a noun under a verb to come"),
        pytest.param(PREVIOUS, "April", "past", id="a noun that is called previous"),
        pytest.param(BY, "March", "future", id="a limit"),
        pytest.param(HAD_BY, "March", None, id="a limit of what was done"),
    ],
)
def test_a_month_looks_as_what_stands_over_it_tells(spec, word, look):
    analysis = tree(spec)
    found = next(token for token in analysis.tokens if token.text == word)
    assert looks(analysis, Span(found.start, found.end), weekday=False) == look


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The mayor announced that the vote had been moved to Monday, August 3.", "future", id="just-said"),
        pytest.param("The vote had been moved to Monday, August 3.", "past", id="told-of-then"),
    ],
)
def test_what_is_moved_to_a_day(text: str, want: str) -> None:
    assert [time.look for time in read(text).times] == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("Both crews are to leave the quay by June 22.", "future", id="is to by a day"),
        pytest.param("The crews must leave the quay by June 22.", "future", id="must by a day"),
        pytest.param("They had left the quay by March 22.", None, id="had by a day"),
        pytest.param(
            "The board's deadline of 31 March has passed without an answer.", "past", id="a term that is over"
        ),
        pytest.param("The hearing had been fixed for 21 April and was put off twice.", None, id="had been fixed"),
    ],
)
def test_a_term_or_day_that_was_set(text: str, want: str | None) -> None:
    assert [time.look for time in read(text).times] == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The dockers called a strike for Monday against the cuts.", ["future"], id="called for"),
        pytest.param("The mayor set the vote for Sunday.", ["future"], id="set for"),
        pytest.param("The crews are nonetheless to meet at Tessel on Friday.", ["future"], id="are to"),
        pytest.param("There is talk of a call between the mayors on Sunday.", ["future"], id="talk of"),
        pytest.param("A trip that he had planned for Wednesday was scrapped.", ["future"], id="planned and scrapped"),
        pytest.param(
            "The pilots met on Sunday, after an earlier hearing planned for Friday had been called off.",
            ["past", "past"],
            id="put off before what is told",
        ),
        pytest.param(
            "The board said that talks set for Tuesday had been postponed.", ["future"], id="said to be put off"
        ),
    ],
)
def test_a_weekday_that_was_set(text: str, want: list[str]) -> None:
    assert [time.look for time in read(text).times] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The tuner was invited on Sunday to an abbey in Tessel.", ["past"], id="was invited on"),
        pytest.param("A bell, promised by the abbot on Saturday, is still in its crate.", ["past"], id="promised by"),
        pytest.param("The regattas are on Wednesday.", ["future"], id="are on"),
        pytest.param("The abbey had wanted its organ mended by Monday.", ["past"], id="had wanted by"),
        pytest.param("The abbey wants its organ mended by Monday.", ["future"], id="wants by"),
        pytest.param("She wrote an opera that was to have been staged in October.", [None], id="was to have been held"),
        pytest.param("The new date is Saturday.", ["future"], id="the date is"),
        pytest.param("The deadline became the fifth of July.", [None], id="the date became"),
        pytest.param("The council took until Sunday to reply.", ["past"], id="took until"),
        pytest.param("The offer stands until Sunday.", ["future"], id="stands until"),
        pytest.param("Rebels held the town until Sunday, when the army came.", ["past"], id="until, when"),
        pytest.param("The meeting of the rectors on Thursday has been postponed.", ["future"], id="of what is put off"),
        pytest.param(
            "The meeting of the rectors on Thursday has been moved to Bergen.", ["future"], id="of what is moved"
        ),
        pytest.param("The crew arrested on Thursday has been moved to Bergen.", [None], id="of what befell them"),
        pytest.param(
            "The concert they had planned for Thursday has been scrapped.", ["future"], id="called for, called off"
        ),
        pytest.param("The next round has been fixed for 24 July.", ["future"], id="has been fixed for"),
        pytest.param("The next round was fixed for 24 July.", [None], id="was fixed for"),
        pytest.param(
            "The choir was to have sung in Orla on Monday. It is unclear whether the concert will go ahead.",
            ["future"],
            id="was to have met, in doubt",
        ),
        pytest.param(
            "Bees need no minister, so Abbess Berg on Tuesday at the fair.", ["past"], id="so said, without a verb"
        ),
    ],
)
def test_a_form_that_says_which_way(text: str, want: list[str | None]) -> None:
    assert [time.look for time in read(text).times] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The two guilds have on Thursday agreed to share the quay.", ["past"], id="have on, a participle"),
        pytest.param("The bench will on Thursday hear the miller.", ["future"], id="will on, a verb"),
        pytest.param("The miller was on Thursday freed.", ["past"], id="was on, a participle"),
        pytest.param("The regatta was shifted to Sunday, when the ice broke.", ["past"], id="moved to, when it was"),
        pytest.param(
            "The abbey, which last year mended the organ, offered on Tuesday to lend a bell.",
            ["past", "past"],
            id="offered on, to",
        ),
        pytest.param("The rower had tried to swim ashore on Monday.", ["past"], id="had tried to"),
        pytest.param("The gazette cited the abbot as praising the cooks on Monday.", ["past"], id="cited as praising"),
        pytest.param("The guild must hold Tuesday in Orla a session.", ["future"], id="must, bare"),
        pytest.param("He invited the tuner to Orla on Tuesday to hear the choir.", ["future"], id="invited to a place"),
        pytest.param("The tuner said the fair had been pushed to late August.", ["future"], id="pushed to a month"),
    ],
)
def test_a_turn_that_says_which_way(text: str, want: list[str | None]) -> None:
    assert [time.look for time in read(text).times] == want
