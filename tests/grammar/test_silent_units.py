"""Where the encoder need not look."""

import pytest

from tidings.analysis import analyse_units
from tidings.grammar.silent_units import is_silent


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        pytest.param("Fog is likely on the coast tomorrow.", True, id="nothing"),
        pytest.param("Photo by Ada Berg", True, id="credit"),
        pytest.param("She said so.", False, id="report"),
        pytest.param("A statement came later.", False, id="reporting-noun"),
        pytest.param("According to Berg, rain is likely.", False, id="according"),
        pytest.param("“Rain is likely.”", False, id="marks"),
        pytest.param("Berg: rain is likely", False, id="colon"),
        pytest.param("Soldiers attacked the port.", False, id="event-verb"),
        pytest.param("The ceasefire of March was short.", False, id="event-noun"),
    ],
)
def test_silent(text, silent):
    assert is_silent(analyse_units([text])[0]) == silent
