"""Names that the tables know."""

import pytest

from tidings.grammar.names.gazetteer import entry


@pytest.mark.parametrize(
    ("name", "sort", "country"),
    [
        pytest.param("Byelorussia", "country", "BLR", id="old-name"),
        pytest.param("Tunesia", "country", "TUN", id="foreign-spelling"),
        pytest.param("Roumanian", "demonym", "ROU", id="demonym"),
        pytest.param("Dacca", "capital", "BGD", id="old-capital"),
        pytest.param("Galați", "place", "ROU", id="another-accent"),
        pytest.param("Bogotá", "capital", "COL", id="accent-that-the-table-lacks"),
    ],
)
def test_spellings(name, sort, country):
    found = entry(name)
    assert found is not None
    assert (found.sort, found.country) == (sort, country)


@pytest.mark.parametrize("name", ["Siam", "Riad", "Berg"])
def test_other_names(name):
    assert entry(name) is None
