"""What one side tells and another denies, over sentences and reports."""

import pytest

from tests.stages.test_two_of_a_kind import account, names


def standing(type_, *articles):
    """Status, history and deniers of the one event of a type."""
    told = account(*articles)
    (event,) = [e for e in told.events if e.type == type_]
    return event.status, [p.status for p in event.history], names(told, event.denied_by)


@pytest.mark.parametrize(
    ("type_", "text", "expected"),
    [
        pytest.param(
            "AID",
            "According to anonymous sources, Norway gave Portugal 5 million euros in aid in May. "
            "Norwegian Foreign Minister Ada Holt rejected the report as nonsense.\n",
            ("denied", ["rumoured", "denied"], ["Ada Holt"]),
            id="a rumour",
        ),
        pytest.param(
            "ASSAULT",
            "Portuguese Defence Minister Rui Sarr said that Norway had shelled the port of Velm on Friday. "
            "Norway denied it.\n",
            ("held", ["denied", "held"], ["Norway"]),
            id="by one side's word",
        ),
        pytest.param(
            "ASSAULT",
            "Norway shelled the port of Velm on Friday. Norwegian Foreign Minister Ada Holt praised the weather.\n",
            ("held", ["held"], []),
            id="denied by nobody",
        ),
        pytest.param(
            "COERCE",
            "The Norwegian embassy said that the pilot Rui Sarr had been arrested on Monday. "
            "It later withdrew the statement, saying that nobody had been arrested.\n",
            ("denied", ["denied", "held"], ["Norwegian embassy"]),
            id="taken back by who told it",
        ),
    ],
)
def test_denied_in_another_sentence(type_, text, expected):
    assert standing(type_, (text, "2031-05-04")) == expected
