"""A clause that stands by itself: its ties off, parties named in brackets."""

import pytest

from tidings.grammar.events.self_contained import Known, named_in, self_contained
from tidings.model import Anchor, Entity, Span

TEXT = (
    "Ada Lind left the hall. On Monday, when she asked Imre Tull for the keys, he refused. "
    "The minister told Imre Tull, who was fined later, that “he is late” and that it rained. "
    "Lind said the boat was his, and even as he denied it she sailed."
)


def mention(words: str, nth: int = 0) -> Anchor:
    """The n-th place of words that stand whole."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Anchor("d", at, at + len(words), words)


LIND = Entity(
    "lind", "Ada Lind", "person", ("Ada Lind", "Lind"), None, "minister",
    (mention("Ada Lind"), mention("she"), mention("The minister"), mention("Lind", 1), mention("she", 1)),
)  # fmt: skip
TULL = Entity(
    "tull", "Imre Tull", "person", ("Imre Tull",), None, None,
    (mention("Imre Tull"), mention("he refused"), mention("Imre Tull", 1), mention("he is late"), mention("his"), mention("he denied")),
)  # fmt: skip
TULL = Entity(
    TULL.id, TULL.name, TULL.kind, TULL.aliases, None, None,
    tuple(Anchor("d", m.start, m.start + 2, "he") if m.exact.startswith("he ") else m for m in TULL.mentions),
)  # fmt: skip
NAMED = named_in((TULL, LIND))


@pytest.mark.parametrize(
    ("clause", "actors", "parties", "told"),
    [
        pytest.param(
            "On Monday, when she asked Imre Tull for the keys",
            ("lind",),
            ("lind", "tull"),
            "[Ada Lind] asked Imre Tull for the keys",
            id="a tie and a pronoun",
        ),
        pytest.param("he refused", ("tull",), ("tull",), "[Imre Tull] refused", id="a pronoun"),
        pytest.param("he refused", ("lind",), ("lind",), "he refused", id="of no party"),
        pytest.param(
            "who was fined later", (), ("tull",), "[Imre Tull] was fined later", id="a relative clause beside its party"
        ),
        pytest.param(
            "The minister told Imre Tull",
            ("lind",),
            ("lind", "tull"),
            "The minister [Ada Lind] told Imre Tull",
            id="an office",
        ),
        pytest.param("that “he is late”", (), ("tull",), "that “he is late”", id="another's wording"),
        pytest.param("Lind said the boat was his", ("lind",), ("lind", "tull"), "Lind said the boat was [Imre Tull’s]", id="his"),
        pytest.param("Ada Lind left the hall. On Monday, when", (), (), "Ada Lind left the hall. On Monday, when", id="a tail that is no tie"),
        pytest.param("Lind said the boat was his, and", ("lind",), ("lind",), "Lind said the boat was his", id="a tie behind"),
        pytest.param("even as he denied it", ("tull",), ("tull",), "[Imre Tull] denied it", id="even as"),
    ],
)  # fmt: skip
def test_self_contained(clause, actors, parties, told):
    start = TEXT.index(clause)
    assert self_contained(TEXT, Span(start, start + len(clause)), Known(NAMED["d"], actors, parties)) == told


@pytest.mark.parametrize("tie", ["if", "unless", "before", "until", "whether"])
def test_what_may_not_have_happened_stays_so(tie):
    """A tie that says that it may not have happened is no ornament."""
    text = f"{tie} the boats sailed"
    assert self_contained(text, Span(0, len(text)), Known((), (), ())) == text


@pytest.mark.parametrize(
    "clause",
    [
        "because of the frost the port closed",
        "that evening the goats were sold",
        "that barge was towed in",
        "after a meal in Brod, Norva signed",
        "just after midnight the goats were sold",
        "where possible the herdsmen slept",
        "but for the dog nobody was bitten",
        "when she sings of goats again",
    ],
)
def test_what_ties_nothing_stays(clause):
    assert self_contained(clause, Span(0, len(clause)), Known((), (), ())) == clause


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("While the herdsmen slept", "the herdsmen slept"),
        ("when the herdsmen slept and woke up", "when the herdsmen slept and woke up"),
        ("when the herdsmen had slept", "the herdsmen had slept"),
        ("in which the herdsmen were fined, and", "the herdsmen were fined"),
    ],
)
def test_ties_are_off(clause, told):
    assert self_contained(clause, Span(0, len(clause)), Known((), (), ())) == told
