"""Where the number of a file puts a report among dated ones."""

import pytest

from tidings.grammar.dates.numbered_files import number_of, place_of


@pytest.mark.parametrize(
    ("path", "number"),
    [
        pytest.param("tessel/03_ferry.txt", 3, id="before a stroke"),
        pytest.param("12. Ferry.html", 12, id="before a full stop"),
        pytest.param("report 7 ferry.txt", 7, id="behind a word"),
        pytest.param("2031-05-02-ferry.txt", None, id="a year"),
        pytest.param("ferry_0502.txt", None, id="a day"),
        pytest.param("ferry.txt", None, id="none"),
        pytest.param("b-6.txt", 6, id="behind a letter"),
        pytest.param("7 hurt on pier.txt", None, id="a count of people"),
        pytest.param("7_hurt_on_pier.txt", None, id="a count, strokes"),
        pytest.param("4 ferries sail.txt", None, id="a count of things"),
        pytest.param("04 ferries sail.txt", 4, id="a number with a nought"),
        pytest.param("ferry 16 april.txt", None, id="a day of a month"),
        pytest.param("april 16.txt", None, id="a month and its day"),
    ],
)
def test_number_of_a_file(path, number):
    assert number_of(path) == number


DAYS = ((1, "2031-05-02"), (2, "2031-05-06"), (4, "2031-05-12"))


@pytest.mark.parametrize(
    ("own", "others", "between"),
    [
        pytest.param(3, DAYS, ("2031-05-06", "2031-05-12"), id="between two"),
        pytest.param(5, DAYS, ("2031-05-12", ""), id="behind all"),
        pytest.param(0, DAYS, ("", "2031-05-02"), id="before all"),
        pytest.param(4, DAYS, None, id="a number twice"),
        pytest.param(3, DAYS[:2], None, id="too few"),
        pytest.param(5, (*DAYS, (3, "2031-05-01")), None, id="not in the order of their days"),
        pytest.param(5, (*DAYS, (None, "2031-05-09")), None, id="one without a number"),
        pytest.param(None, DAYS, None, id="no number of its own"),
    ],
)
def test_place_among_numbered_files(own, others, between):
    place = place_of(own, others)
    assert (place and (place.first, place.last)) == between
