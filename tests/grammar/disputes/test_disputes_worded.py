"""What reports print in quote marks, how they introduce it and what they call one thing, on invented matters."""

from dataclasses import replace

import pytest
from grammar.disputes.test_disputes import Report, found, telling

from tidings.grammar.disputes import disputes, scene_of
from tidings.grammar.disputes.rendered import SHOWN, candidates, chance, rendered_otherwise
from tidings.grammar.disputes.requoted import altered, translated_otherwise
from tidings.grammar.disputes.spoken import plain_words
from tidings.model import Quote, Reading, Span, Statement, Telling

LIND = (("Odo Lind", "person"),)


def says(words: str, lead: str = "Odo Lind told the harbour board: ") -> Report:
    return Report(f"{lead}“{words}” He left.", who=LIND, said=((words, "Odo Lind"),))


@pytest.mark.parametrize(
    ("one", "two", "other"),
    [
        pytest.param(
            "The old ferry will carry us all to the wreck before summer.",
            "The old ferry will carry us all to the grave before summer.",
            True,
            id="another word",
        ),
        pytest.param(
            "If they don't sign the paper this week the harbour will stall.",
            "To sign the paper this week would make the harbour stall.",
            False,
            id="too far apart to be one sentence",
        ),
        pytest.param(
            "I'm sure it's safe, and we'll open the gate at 2 o'clock.",
            "I am sure it is safe and we will open the gate at two o'clock.",
            False,
            id="contractions and figures",
        ),
        pytest.param(
            "I never said that the captain was asleep on the bridge.",
            "I said that the captain was asleep on the bridge.",
            True,
            id="a never left out",
        ),
        pytest.param(
            "I hope that the mayor joins Ada Brask, Nils Orre and the whole board in saying that the ferry must stay.",
            "I hope that the mayor joins Ada Brask and the whole board in saying that the ferry must stay.",
            True,
            id="a name left out without a sign",
        ),
        pytest.param(
            "This damned ferry has cost the town a good deal more than a bridge.",
            "This d***** ferry has cost the town a good deal more than a bridge.",
            False,
            id="a word not printed",
        ),
        pytest.param(
            "The board has a duty to the men who row the boats.",
            "The board has duties to the men who row the boats.",
            False,
            id="a plural",
        ),
    ],
)
def test_printed(one: str, two: str, other: bool) -> None:
    assert [kind for kind, _ in found(says(one), says(two))] == (["wording"] if other else [])


def test_a_speaker_known_by_two_names() -> None:
    """So many words in one order are nobody else's."""
    reports = (
        says("If they don't sign the paper this week the ferry line will stall and the town will have no bread."),
        Report(
            "Ada Brask said: “To sign the paper this week would mean the ferry line will stall and the town will have no bread.” He left.",
            who=(("Ada Brask", "person"),),
            said=(
                (
                    "To sign the paper this week would mean the ferry line will stall and the town will have no bread.",
                    "Ada Brask",
                ),
            ),
        ),
    )
    assert "wording" in {kind for kind, _ in found(*reports)}


def test_both_were_said() -> None:
    """A report that has both sentences shows that one does not stand for the other."""
    one, two = "Nobody has told me what the town will do without the ferry.", "Nobody has told me what the country will do without the ferry."  # fmt: skip
    both = Report(f"Odo Lind said: “{one}” Later he said: “{two}”", who=LIND, said=((one, "Odo Lind"), (two, "Odo Lind")))  # fmt: skip
    assert found(both, says(two)) == []


@pytest.mark.parametrize(
    ("part", "whole", "other"),
    [
        pytest.param("a calendar, no ransom", "This is not a ransom, it is a calendar", True, id="in another order"),
        pytest.param(
            "the surest road to an empty quay in winter",
            "This rule is the surest road to an empty quay and nobody else has one",
            False,
            id="begins alike and goes on otherwise",
        ),
        pytest.param("the doubt", "I share that doubt", False, id="one telling word"),
    ],
)
def test_altered(part: str, whole: str, other: bool) -> None:
    assert altered(part, whole) is other


def test_plain_words_fold_spellings() -> None:
    one, two = ([w.key for w in plain_words(t)] for t in ("It's O.K. [he said], we can't", "it is okay, we cannot"))
    assert one == two


def introduced(*cues: str) -> Telling:
    """Reports of one saying, each with its own word of saying before it."""
    said = "the lock was open all night"
    reports = [Report(f"Odo Lind {cue} that {said}.", who=LIND, said=((said, "Odo Lind"),)) for cue in cues]
    told = telling(*reports)

    def quoted(reading: Reading, cue: str) -> Reading:
        text = reading.document.text
        words = cue.split()[-1]
        at = text.index(words)
        content = Span(text.index(said), text.index(said) + len(said))
        quote = Quote(f"{reading.document.id}/q/{content.start}", "indirect", (content,), cue=Span(at, at + len(words)))
        return replace(reading, quotes=(quote,))

    ids = tuple(q.id for q in told.quotes)
    statement = Statement("s", "Odo Lind", ids, dict.fromkeys(ids, "paraphrase"), len(ids))
    return replace(
        told,
        readings=tuple(quoted(r, c) for r, c in zip(told.readings, cues, strict=True)),
        quotes=tuple(replace(q, kind="indirect") for q in told.quotes),
        statements=(statement,),
    )


@pytest.mark.parametrize(
    ("cues", "sides"),
    [
        pytest.param(("said", "falsely claimed"), [["said", "falsely claimed"]], id="false and plain"),
        pytest.param(("claimed", "admitted"), [["claimed", "admitted"]], id="doubted and taken for true"),
        pytest.param(
            ("claimed", "said", "falsely claimed"), [["claimed", "said", "falsely claimed"]], id="three ways of it"
        ),
        pytest.param(("said", "added"), [], id="plain and plain"),
        pytest.param(("claimed", "claimed"), [], id="both doubt"),
    ],
)
def test_introductions(cues: tuple[str, str], sides: list[list[str]]) -> None:
    assert [[s for s, _ in d.sides] for d in disputes(scene_of(introduced(*cues)))] == sides


ORSA = (("Orsa Front", "organization"),)


@pytest.mark.parametrize(
    ("reports", "kinds"),
    [
        pytest.param(
            (
                Report("Two illegal immigrants were found in the lock house."),
                Report("Two undocumented immigrants were found in the lock house."),
            ),
            ["wording"],
            id="people without papers",
        ),
        pytest.param(
            (
                Report("Three Orsa Front militants were seen at the lock.", who=ORSA),
                Report("Three Orsa Front fighters were seen at the lock.", who=ORSA),
            ),
            ["wording"],
            id="fighters of one group",
        ),
        pytest.param(
            (
                Report("Some militants were seen at the lock."),
                Report("Three Orsa Front fighters were seen at the lock.", who=ORSA),
            ),
            [],
            id="fighters of no named group",
        ),
        pytest.param(
            (
                Report("Two illegal immigrants and later two undocumented immigrants were found."),
                Report("Two undocumented immigrants were found in the lock house."),
            ),
            [],
            id="a report that uses both",
        ),
    ],
)
def test_loaded(reports: tuple[Report, ...], kinds: list[str]) -> None:
    assert [kind for kind, _ in found(*reports)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Some 400 people came to the quay. Police counted 250.", ["number"], id="police counted"),
        pytest.param("Some 400 people came to the quay. Police counted 30 children.", [], id="children of them"),
        pytest.param("Some 400 workers struck in Larn, and police counted 50 in Orsa.", [], id="each in its town"),
        pytest.param("The union spoke of 400 marchers in Larn. Police counted 250 in Larn.", ["number"], id="one town"),
    ],
)
def test_part_and_whole(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in found(Report(text))] == kinds


@pytest.mark.parametrize(
    ("one", "two", "kinds"),
    [
        pytest.param(
            "Odo Lind read the 47-page report aloud.",
            "Odo Lind signed a 48-page report on the lock.",
            ["number"],
            id="pages",
        ),
        pytest.param(
            "Odo Lind sat through the six-hour meeting.", "Odo Lind left the 6-hour meeting.", [], id="the same"
        ),
        pytest.param("Odo Lind read the 47-page report aloud.", "Somebody signed a 48-page report.", [], id="whose"),
        pytest.param("Odo Lind met a 47-year old captain.", "Odo Lind met a 48-year old sailor.", [], id="ages"),
    ],
)
def test_sizes(one: str, two: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in found(Report(one, who=LIND), Report(two, who=LIND if "Lind" in two else ()))] == kinds


@pytest.mark.parametrize(
    ("one", "two", "other"),
    [
        pytest.param(
            "The wolf counts the sheep at night, and we will count them by day.",
            "By the day the sheep will be calculated by us, the wolf calculates them during the night.",
            True,
            id="hardly a word alike",
        ),
        pytest.param(
            "The wolf counts the sheep at night, and we will count them by day.",
            "The wolf counts the sheep at night and we will count them by daylight.",
            False,
            id="one sentence, which is judged by its words",
        ),
        pytest.param(
            "The wolf counts the sheep at night, and we will count them by day.",
            "Nobody has asked the harbour office what a new pump for the sluice costs.",
            False,
            id="another matter",
        ),
    ],
)
def test_a_translation_words_it_otherwise(one: str, two: str, other: bool) -> None:
    assert translated_otherwise(one, two) is translated_otherwise(two, one) is other


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param(
            "A harbour is no hotel, and nobody books a berth by shouting.",
            "The port is not a hotel where a place is booked with shouts.",
            True,
            id="two translations",
        ),
        pytest.param(
            "A harbour is no hotel, and nobody books a berth by shouting.",
            "A harbour is no hotel.",
            False,
            id="a cut",
        ),
        pytest.param(
            "A harbour is no hotel, and nobody books a berth by shouting.",
            "The fishermen will get their money back before winter.",
            False,
            id="another sentence of the same speaker",
        ),
    ],
)
def test_one_utterance_rendered_otherwise(one: str, two: str, told: bool) -> None:
    scene = scene_of(telling(says(one), says(two), one_witness=True))
    assert bool(list(rendered_otherwise(scene))) == told


@pytest.mark.parametrize(
    ("marked", "other", "told"),
    [
        pytest.param(
            "not a hotel for eels", "A harbour is not an inn where eels sleep.", True, id="other words in the marks"
        ),
        pytest.param(
            "not a hotel for eels", "A harbour is really not a hotel for eels.", False, id="the words of the marks"
        ),
    ],
)
def test_a_clause_told_with_words_in_marks(marked: str, other: str, told: bool) -> None:
    whole = f"a harbour is “{marked}”"
    one = Report(f"Odo Lind said {whole}.", who=LIND, said=((whole, "Odo Lind"), (marked, "Odo Lind")))
    plain = telling(one, says(other))
    clause, inner, *rest = plain.quotes
    quotes = (replace(clause, kind="indirect"), replace(inner, within=clause.id), *rest)
    assert bool(list(rendered_otherwise(scene_of(replace(plain, quotes=quotes))))) == told


def test_of_too_many_quotations_those_with_most_words_in_common_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidings.grammar.disputes.rendered.MOST", 1)
    one = "The port is not a hotel where a place is booked with shouts."
    two = "A harbour is no hotel, and nobody books a berth by shouting."
    far = "The hotel will get its money back before the winter storms come to the town."
    scene = scene_of(telling(says(one), says(two), says(far), one_witness=True))
    assert [{a.text, b.text} for _, a, b in rendered_otherwise(scene)] == [{one, two}]


LEFT_OUT_EARLY = (
    "An orchard is no barracks where one lines up pears by whistling.",
    "An orchard is not a barracks, and nobody lines up pears with a whistle.",
    "The pears will be weighed on Friday before the council of the valley.",
    "On Friday the council of the valley will have all the pears weighed.",
    "Nobody in the valley was ever asked about the weir.",
    "No one has asked the people of the valley about that weir.",
    "We will not pay for a weir that nobody wanted.",
)


@pytest.mark.parametrize("one_witness", [True, False], ids=["of one origin", "of two"])
def test_what_is_not_laid_in_order_could_not_be_told(one_witness: bool) -> None:
    scene = scene_of(telling(*map(says, LEFT_OUT_EARLY), one_witness=one_witness))
    everything, sifted = list(candidates(scene)), list(candidates(scene, SHOWN))
    assert len(sifted) < len(everything)
    assert [c for c in everything if round(chance(c.signs), 3) >= SHOWN] == [
        c for c in sifted if round(chance(c.signs), 3) >= SHOWN
    ]


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param("Marit Haldorsdatter", "Marit Haldorsdotter", True, id="spelt another way"),
        pytest.param("Marit Haldorsen", "Warden Marit Haldorsen", True, id="an office before it"),
        pytest.param("Marit Haldorsen", "Petra Solum", False, id="another person"),
    ],
)
def test_names_that_were_not_joined(one: str, two: str, told: bool) -> None:
    first = "A chapel is no bakery where a loaf is ordered by whistling."
    second = "A chapel is not a bakery where one orders a loaf by whistling."
    reports = [
        Report(f"{name} told the board: “{words}”", who=((name, "person"),), said=((words, name),))
        for name, words in ((one, first), (two, second))
    ]
    assert bool(list(rendered_otherwise(scene_of(telling(*reports))))) == told


def test_a_clause_in_the_same_words_hides_no_other_words_in_its_marks() -> None:
    one = "The harbour does not hide its leaking ferries behind the festival lamps."
    marked = "not hide the leaking ferries of the harbour behind the lamps of a festival"
    whole = f"a town would “{marked}”"
    clause = Report(f"Odo Lind said {whole}.", who=LIND, said=((whole, "Odo Lind"), (marked, "Odo Lind")))
    plain = telling(clause, says(one), one_witness=True)
    outer, inner, *rest = plain.quotes
    quotes = (replace(outer, kind="indirect"), replace(inner, within=outer.id), *rest)
    found_ones = list(rendered_otherwise(scene_of(replace(plain, quotes=quotes))))
    assert [{a.text, b.text} for _, a, b in found_ones] == [{one, marked}]
