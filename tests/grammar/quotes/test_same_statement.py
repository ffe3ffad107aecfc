"""One utterance through two wordings, and two utterances on one topic."""

from dataclasses import replace

import pytest

from tidings.grammar.quotes.rendering import altered, relation_of
from tidings.grammar.quotes.same_statement import Said, compare
from tidings.text.likeness import likeness, root
from tidings.text.meaning import nearness

ONE = Said("d1/q/1", "d1/q/1", "d1", "", "direct", "e1", "person", ("XAA",))
TWO = replace(ONE, id="d2/q/1", quote="d2/q/1", document="d2")


def judged(a: str, b: str, **changes: object) -> str | None:
    """The verdict on two wordings, the second card changed."""
    found = compare(replace(ONE, text=a), replace(TWO, text=b, **changes))  # type: ignore[arg-type]
    return None if found is None else found.relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "We urge the council to accept our offer for the old ferry",
            "I insisted that the council agree to the proposal that we put forward for the old ferry",
            id="back-translation",
        ),
        pytest.param(
            "Such a levy can only worsen the misery of the fishermen and raise the cost of herring",
            "the duty would complicate the suffering of fishermen and increase herring prices",
            id="synonyms",
        ),
        pytest.param("The river is not for sale.", "the river is not for sale", id="reprint"),
        pytest.param(
            "The toll is fair. Nobody in the valley will pay twice for one crossing, that I promise.",
            "nobody in the valley would pay twice for one crossing",
            id="excerpt",
        ),
    ],
)
def test_one_statement(a: str, b: str) -> None:
    """Renderings of one utterance meet."""
    assert judged(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "We will repair the ferry before the winter",
            "The ferry cost the province eleven million crowns",
            id="topic",
        ),
        pytest.param("yes", "yes", id="too-short"),
        pytest.param("He met the miners of Holmsund", "Holmsund has seen many strikes", id="a-name-shared"),
        pytest.param("", "", id="empty"),
    ],
)
def test_two_statements(a: str, b: str) -> None:
    """A shared topic or name does not make one statement."""
    assert judged(a, b) is None


@pytest.mark.parametrize(
    ("said", "told", "want"),
    [
        pytest.param({"day": "2024-05-02"}, {"day": "2024-05-02"}, "same", id="one day"),
        pytest.param(
            {"published": "2024-05-03"},
            {"published": "2024-05-03", "between": ("2024-03-01", "2024-03-31")},
            None,
            id="in March, and in a report of May",
        ),
        pytest.param(
            {"day": "2024-03-09"}, {"between": ("2024-03-01", "2024-03-31")}, "same", id="in March, on a day of it"
        ),
        pytest.param({"day": "2024-04-09"}, {"between": ("2024-03-01", "2024-03-31")}, None, id="in March, in April"),
    ],
)
def test_the_months_in_which_it_was_said(said: dict[str, object], told: dict[str, object], want: str | None) -> None:
    """Words said within a month are not those of a day outside it."""
    a, b = "The gauges are old, but they tell the truth", "The gauges are old but they tell the truth"
    found = compare(replace(ONE, text=a, **said), replace(TWO, text=b, **told))  # type: ignore[arg-type]
    assert (None if found is None else found.relation) == want


@pytest.mark.parametrize(
    ("others", "want"),
    [
        pytest.param((), "same", id="nothing else is as near"),
        pytest.param(("Prosecutors probe the contracts of the harbour",), None, id="another wording may be meant"),
    ],
)
def test_far_ahead_of_all_else(others: tuple[str, ...], want: str | None) -> None:
    """In reports of one time half as near is enough where nothing else that the speaker says comes close."""
    times = {"published": "2024-05-02"}
    a, b = "prosecutors would go on with the case about the harbour contracts", "The probe into harbour deals continues"
    found = compare(replace(ONE, text=a, **times), replace(TWO, text=b, others=others, **times))
    assert (None if found is None else found.relation) == want


def test_words_of_one_sense() -> None:
    """WordNet's kin are near where the vectors are not."""
    pair = ("the report is fiction", "a mere fabrication")
    assert nearness(*pair, kin=True) > nearness(*pair)


def test_another_person_says_the_same() -> None:
    """Two persons never make one statement, even in the same words."""
    text = "Nobody in the valley will pay twice for one crossing"
    assert judged(text, text, speaker="e2") is None


def test_a_ministry_for_its_spokesman() -> None:
    """A body of the same state may be given for its speaker."""
    text = "Nobody in the valley will pay twice for one crossing"
    assert judged(text, text, speaker="e2", speaker_kind="organization") == "same"


def test_other_day() -> None:
    """The same words said on another day are kept apart."""
    text = "Nobody in the valley will pay twice for one crossing"
    a, b = replace(ONE, text=text, day="2031-05-14"), replace(TWO, text=text, day="2031-05-16")
    found = compare(a, b)
    assert found is not None
    assert found.relation == "not_same"


def test_order_does_not_matter() -> None:
    """Comparing b with a is comparing a with b."""
    a = replace(ONE, text="We urge the council to accept our offer for the old ferry")
    b = replace(TWO, text="I insisted that the council agree to the proposal for the old ferry")
    assert compare(a, b) == compare(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("annex", "annexation"), ("multiply", "multiplying"), ("complicate", "complicating"), ("talk", "talks")],
)
def test_root(a: str, b: str) -> None:
    """Forms of one word share their root."""
    assert root(a) == root(b)


def test_whole() -> None:
    """The shorter's words in one run are seen as such."""
    assert likeness("patient and careful", "They were patient and careful all along the way").whole


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        pytest.param(
            "We have 40 inspectors on the river bridge",
            "We have 14 inspectors on the river bridge",
            "number",
            id="number",
        ),
        pytest.param("We will close the river bridge", "We will not close the river bridge", "negation", id="negation"),
        pytest.param(
            "We will call Lindqvist about the bridge", "We will call Moreau about the bridge", "name", id="name"
        ),
    ],
)
def test_altered(a: str, b: str, want: str) -> None:
    """A rendering that changes a number, a negation or a name is told."""
    assert [change.split(":")[0] for change in altered(a, b)] == [want]


def test_not_altered() -> None:
    """Other words for the same are no alteration."""
    assert altered("We will close the bridge at once", "We will close the bridge immediately") == ()


def test_relations() -> None:
    """Quoted words render, a small part of them is an excerpt, a reported clause paraphrases."""
    full = "Nobody in the valley will pay twice for one crossing, and nobody will wait for a ferry"
    assert relation_of("direct", full, full) == "rendering"
    assert relation_of("direct", "pay twice for one crossing", full) == "excerpt"
    assert relation_of("indirect", "nobody will pay twice", full) == "paraphrase"


@pytest.mark.parametrize(
    ("a", "b", "day", "want"),
    [
        pytest.param(
            "Any ship without a licence will be chained up",
            "Vessels that lack a permit are to be tied to the quay",
            "2031-05-14",
            "same",
            id="no-word-shared-on-one-day",
        ),
        pytest.param(
            "The herring fleet stays at home", "Our schools need more teachers", "2031-05-14", None, id="topics"
        ),
        pytest.param(
            "Any ship without a licence will be chained up",
            "Vessels that lack a permit are to be tied to the quay",
            None,
            None,
            id="no-day-known",
        ),
    ],
)
def test_by_meaning(a: str, b: str, day: str | None, want: str | None) -> None:
    """Where a translation left no word, meaning joins what one speaker said on one day, and not without a day."""
    found = compare(replace(ONE, text=a, day=day), replace(TWO, text=b, day=day))
    assert (None if found is None else found.relation) == want


def test_a_better_counterpart() -> None:
    """A wording is not joined where something else that the speaker says there is nearer."""
    text = "Vessels that lack a permit are to be tied to the quay"
    a = replace(ONE, text="Any ship without a licence will be chained up", day="2031-05-14")
    b = replace(TWO, text=text, day="2031-05-14", others=("Ships without a licence will be chained",))
    assert compare(a, b) is None


def test_a_number_changed_in_other_words() -> None:
    """A number that two translations give otherwise is told, though what it counts is named otherwise."""
    (change,) = altered("We lost nine boats and the harbour is shut", "Nineteen vessels are gone and the port closed")
    assert change.startswith("number")


@pytest.mark.parametrize(
    ("named", "called", "want"),
    [
        pytest.param({"described": ("official", "two")}, {"described": ("official", "two")}, "same", id="one-sort"),
        pytest.param(
            {"described": ("official", "harbour")}, {"described": ("official", "court")}, None, id="two-sorts"
        ),
        pytest.param({"described": ("official",)}, {"described": ("engineer",)}, None, id="two-nouns"),
        pytest.param(
            {"speaker": "e1", "speaker_name": "Ada Berg", "offices": (("minister", "farm"),)},
            {"described": ("minister", "farm")},
            "same",
            id="office",
        ),
        pytest.param(
            {"speaker": "e1", "speaker_name": "Ada Berg", "offices": (("minister", "farm"),)},
            {"described": ("minister", "finance")},
            None,
            id="another-office",
        ),
        pytest.param(
            {"speaker": "e1", "speaker_name": "Ada Bergs"},
            {"speaker": None, "described": ("berg", "ada")},
            "same",
            id="name",
        ),
    ],
)
def test_sources_by_what_they_are_called(named: dict[str, object], called: dict[str, object], want: str | None) -> None:
    """Sources that no entity joins are one by their description, their office or their bare name, in reports of a day."""
    text = "the ferry would be sold to the harbour company for 38 million crowns"
    one = replace(ONE, text=text, **{"speaker": "x1", "published": "2031-05-14", **named})  # type: ignore[arg-type]
    two = replace(TWO, text=text, **{"speaker": "x2", "published": "2031-05-15", **called})  # type: ignore[arg-type]
    found = compare(replace(one, states=()), replace(two, states=()))
    assert (None if found is None else found.relation) == want


BELL, CORDS = (
    "A bell with two ropes rings for nobody",
    "For no one rings the bell on which do not hang two cords",
)


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        pytest.param({"text_of": "d1"}, {"text_of": "d1"}, "same", id="a report and its translation"),
        pytest.param({"text_of": "d1"}, {"text_of": "d3"}, None, id="other reports"),
        pytest.param({"text_of": "d1"}, {"text_of": "d1", "speaker": None}, "same", id="a speaker not known"),
        pytest.param({"text_of": "d1"}, {"text_of": "d1", "speaker": "e2"}, None, id="another speaker"),
        pytest.param(
            {"text_of": "d1", "others": ("Two cords hang on the bell, which sounds",)},
            {"text_of": "d1"},
            None,
            id="a better counterpart",
        ),
        pytest.param(
            {"text_of": "d1", "day": "2024-05-01"}, {"text_of": "d1", "day": "2024-05-02"}, None, id="two days"
        ),
    ],
)
def test_in_reports_of_one_origin(one: dict[str, object], other: dict[str, object], want: str | None) -> None:
    """A translation leaves few words and turns what is denied; who speaks may be lost in it."""
    found = compare(replace(ONE, text=BELL, **one), replace(TWO, text=CORDS, **other))  # type: ignore[arg-type]
    assert (None if found is None else found.relation) == want
