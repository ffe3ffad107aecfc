"""Names of one outlet, however a page writes them."""

import pytest

from tidings.grammar.layout.credits import credit_line, outlet_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Delta Press", "the Delta Press Agency", id="with its kind"),
        pytest.param("Agence Delta", "delta.example", id="by its address"),
        pytest.param("https://www.delta-hill.example/", "Delta Hill News", id="address of two words"),
        pytest.param("News Agency", "news agency", id="nothing but its kind"),
    ],
)
def test_one_outlet(one: str, other: str) -> None:
    """Both have one key."""
    assert outlet_key(one) == outlet_key(other)


def test_lent_material_names_a_source_by_itself() -> None:
    """What lends material to a desk is a medium, whatever it is called."""
    assert credit_line("By our Larnport desk, with material from Argenta") == "Argenta"
    assert credit_line("With friends from Argenta") is None
