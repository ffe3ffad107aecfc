import pytest

from tidings.text.shares import shares


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a third of the boats", [(31.3, 35.3)], id="a part"),
        pytest.param("two thirds of them", [(64.7, 68.7)], id="several parts"),
        pytest.param("one boat in five is old", [(18.0, 22.0)], id="one in so many"),
        pytest.param("just under half of the guild", [(42.0, 52.0)], id="from below"),
        pytest.param("more than a quarter of the eels", [(23.0, 33.0)], id="from above"),
        pytest.param("at half past six", [], id="a clock"),
        pytest.param("the third boat", [], id="in a row"),
        pytest.param("a quarter century ago", [], id="a span of years"),
    ],
)
def test_shares(text, told):
    assert [(round(q.low, 1), round(q.high, 1)) for q in shares(text)] == told
