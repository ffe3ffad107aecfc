"""Who does what to whom, turned round between two wordings."""

import pytest

from tidings.grammar.quotes.rendering import altered, counted_otherwise
from tidings.grammar.quotes.turned_roles import turned


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        pytest.param("The envoy warned us twice", "We had warned the envoy", True, id="pronouns"),
        pytest.param("The bank owes the state money", "It is the state that owes the bank", False, id="relative"),
        pytest.param("The bank owes the state money", "The state owes the bank a lot", True, id="nouns"),
        pytest.param("The envoy warned us", "We were warned by the envoy", False, id="passive"),
        pytest.param("The envoy warned us", "The envoy was warned by us", True, id="passive-turned"),
        pytest.param("We asked them and they asked us", "They asked us, we asked them", False, id="both-ways"),
        pytest.param("The envoy warned us", "The envoy did warn us", False, id="same"),
    ],
)
def test_turned(a: str, b: str, want: bool) -> None:
    """One act, its two parties in each other's place."""
    assert (turned(a, b) is not None) == want


def test_turned_roles_are_told() -> None:
    """A rendering that turns the roles round is altered."""
    (change,) = altered(
        "The council asked me to shut the bridge at once", "I asked the council to shut the bridge at once"
    )
    assert change.startswith("roles:")


def test_paraphrase_with_another_number() -> None:
    """A number is compared with a paraphrase's of the like thing; what a paraphrase leaves out is nothing."""
    said = "We shut the bridge for nine days and lost two boats"
    assert [c.split(":")[0] for c in counted_otherwise(said, "the bridge had been closed for nineteen days")] == [
        "number"
    ]
    assert counted_otherwise(said, "the bridge had been closed for days") == ()
