"""Quantities: what is counted, and when two numbers can both be right."""

import pytest

from tidings.text.quantities import compatible, number_at, quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("killed 17 soldiers", 17, "soldiers", id="digits"),
        pytest.param("killed seventeen soldiers", 17, "soldiers", id="words"),
        pytest.param("twenty-five lorries crossed", 25, "lorries crossed", id="tens"),
        pytest.param("some 1,240 tons of steel", 1240, "tons", id="thousands"),
        pytest.param("3.5 million people", 3.5e6, "people", id="scale"),
        pytest.param("two hundred prisoners", 200, "prisoners", id="hundred"),
        pytest.param("a fine of $2.5 billion", 2.5e9, "$", id="money"),
        pytest.param("sold at 2,65 francs a sack", 2.65, "francs", id="decimal comma"),
        pytest.param("sold 2,650 sacks", 2650, "sacks", id="thousands with one comma"),
        pytest.param("rose 0,4 percent", 0.4, "%", id="decimal comma, one digit"),
        pytest.param("rose 12 per cent", 12, "%", id="per cent"),
        pytest.param("rose 12% in May", 12, "%", id="sign"),
        pytest.param("drove at 90 km/h", 90, "km", id="short unit"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    found = quantities(text)
    assert [(q.value, q.unit.split()[0]) for q in found] == [(value, unit.split()[0])]


@pytest.mark.parametrize(
    "text",
    ["on 12 March", "on March 12 the", "in 2021 talks", "at 14:30 local", "article 5.", "(29/7/2022)"],
    ids=lambda t: t,
)
def test_days_clock_times_and_bare_numbers_are_no_quantities(text: str) -> None:
    assert not quantities(text)


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        pytest.param("17 soldiers", "seventeen soldiers", True, id="word and digits"),
        pytest.param("17 soldiers", "19 soldiers", False, id="differ"),
        pytest.param("about 20 soldiers", "19 soldiers", True, id="about"),
        pytest.param("roughly $141 million", "$139 million", True, id="about, before a sign"),
        pytest.param("between 35,000 and 60,000 barrels", "40,000 barrels", True, id="in a range"),
        pytest.param("between $19 and $22 million", "$17.1 million", False, id="below a range"),
        pytest.param("between twenty and thirty houses", "26 houses", True, id="a range in words"),
        pytest.param("over a hundred ships", "130 ships", True, id="over a hundred"),
        pytest.param("nearly a dozen ships", "11 ships", True, id="nearly a dozen"),
        pytest.param("40 ships or more", "55 ships", True, id="or more behind"),
        pytest.param("several hundred people", "450 people", True, id="several hundred"),
        pytest.param("three to five weeks", "two weeks", False, id="below a range in words"),
        pytest.param("at least 17 soldiers", "25 soldiers", True, id="at least"),
        pytest.param("at least 17 soldiers", "12 soldiers", False, id="below at least"),
        pytest.param("5,000 tons", "5,240 tons", True, id="rounded"),
        pytest.param("5,000 tons", "8,000 tons", False, id="not rounding"),
        pytest.param("up to 300 men", "120 men", True, id="up to"),
        pytest.param("must hand over 300 crates", "450 crates", False, id="handed over is no more than"),
    ],
)
def test_two_quantities_agree_or_not(a: str, b: str, fits: bool) -> None:
    assert compatible(quantities(a)[0], quantities(b)[0]) is fits
    assert compatible(quantities(b)[0], quantities(a)[0]) is fits


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("piece", ["one hundred and ", "1,"])
def test_a_long_run_of_numbers_takes_linear_time(piece: str) -> None:
    quantities(piece * (400_000 // len(piece)))


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        pytest.param("38,000 tonnes", "almost 42 thousand short tons", True, id="tonnes and short tons"),
        pytest.param("12 kilometres", "7.5 miles", True, id="kilometres and miles"),
        pytest.param("12 kilometres", "9 miles", False, id="too far"),
        pytest.param("3 million dollars", "$3 million", True, id="dollars and their sign"),
        pytest.param("48 hours", "two days", True, id="hours and days"),
        pytest.param("3 million naira", "3.0 million naira", True, id="a currency of its own"),
        pytest.param("2m euros", "two million euros", True, id="m for million"),
    ],
)
def test_measures_agree_in_base_units(a: str, b: str, fits: bool) -> None:
    one, two = quantities(a)[0], quantities(b)[0]
    assert one.dimension == two.dimension != ""
    assert compatible(one, two) is fits


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("On 18 April 142 members voted", ["142"], id="behind a date"),
        pytest.param("On April 12 they voted", [], id="the day of a month"),
        pytest.param("four and a half years", ["4.5"], id="and a half"),
        pytest.param("the number of posts lost at 1,450.", ["1450"], id="bare"),
        pytest.param("from 28 May on", [], id="no bare day"),
    ],
)
def test_numbers_with_bare_ones(text: str, told: list[str]) -> None:
    assert [q.figure for q in quantities(text, bare=True)] == told


@pytest.mark.parametrize(("text", "value"), [("seven.", 7), ("4,000 tonnes", 4000), ("many", None)], ids=str)
def test_number_at(text: str, value: float | None) -> None:
    found = number_at(text, 0)
    assert (found.value if found else None) == value
