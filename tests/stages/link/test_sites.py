"""Which places and ships of different documents are one by the sound of their names."""

import pytest

from tests.stages.link.test_entities import links, reading
from tidings.stages.link.sites import Sites

SCENE = [
    ("Ada Berg", "person", None, None),
    ("Oruk Tamal", "person", None, None),
    ("Kenya", "country", None, "KEN"),
    ("Drovna", "place", None, None),
]
STATES = [(name, "country", None, code) for name, code in (("Kenya", "KEN"), ("Togo", "TGO"), ("Chad", "TCD"))]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(("Tuvre", "place"), ("Tovre", "place"), True, id="vowels"),
        pytest.param(("Tuvre", "place"), ("Tovre", "person"), True, id="taken for a person"),
        pytest.param(("Karawmbue", "place"), ("Karawmbwe", "organization"), True, id="a letter"),
        pytest.param(("Koh Lamai", "place"), ("Ko Lamai", "place"), True, id="two words"),
        pytest.param(("Selma-Ota", "place"), ("Selmota", "place"), True, id="joined or apart"),
        pytest.param(("Nova Terska", "vessel"), ("Nova Tierska", "vessel"), True, id="a ship"),
        pytest.param(("Tamba", "place"), ("Tamba N'Dour", "place"), True, id="first word"),
        pytest.param(("Tamba", "organization"), ("Tamba Sea", "place"), True, id="the sea"),
        pytest.param(("Tamba", "place"), ("Tamba Province", "place"), False, id="a town is not its province"),
        pytest.param(("Lindva", "place"), ("Landora", "place"), False, id="other sounds"),
        pytest.param(("Bamako", "place"), ("Baba Mago", "person"), False, id="nobody of two words"),
        pytest.param(("Varna", "place"), ("Verona", "place"), False, id="two that tables know"),
    ],
)
def test_places_and_ships_as_two_languages_write_them(a, b, same):
    readings = reading("d1", (*a, None, None), *SCENE), reading("d2", (*b, None, None), *SCENE)
    found = links(*readings, step=Sites()).get(frozenset({a[0], b[0]}), set())
    assert ("same" in found) == same


@pytest.mark.parametrize(
    ("documents", "want"),
    [
        pytest.param((("d1", "Tuvre", SCENE), ("d2", "Tovre", SCENE[:1])), set(), id="another scene"),
        pytest.param((("d1", "Tuvre", SCENE), ("d2", "Tovre", SCENE[2:3])), set(), id="a state alone is no scene"),
        pytest.param((("d1", "Tuvre", STATES), ("d2", "Tovre", STATES)), set(), id="nor are three states"),
        pytest.param((("d1", "Serullah", SCENE[:1]), ("d2", "Serula", ())), {"same"}, id="clear by itself"),
    ],
)
def test_places_of_two_stories_that_sound_alike_stay_two(documents, want):
    made = [reading(d, (name, "place", None, None), *scene) for d, name, scene in documents]
    assert links(*made, step=Sites()).get(frozenset({documents[0][1], documents[1][1]}), set()) == want


def test_two_places_of_one_text_that_sound_alike_are_two():
    one = reading("d1", ("Tuvre", "place", None, None), ("Tovre", "place", None, None), *SCENE)
    assert links(one, step=Sites())[frozenset({"Tuvre", "Tovre"})] == {"not_same"}


def test_a_state_and_its_neighbour_that_one_text_names_stay_two():
    both = reading("d1", ("Pelmar", "person", None, None), ("Pelmaria", "place", None, None), *SCENE)
    other = reading("d2", ("Pelmaria", "place", None, None), *SCENE)
    assert links(both, other, step=Sites())[frozenset({"Pelmar", "Pelmaria"})] == {"not_same"}
