"""Broken text is mended and still knows where it came from."""

import pytest

from tidings.text.mapped import identity
from tidings.text.repair import lone_surrogate, repaired, tidied


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends"),
        pytest.param("a\u2028b", "a\nb", id="line separator"),
        pytest.param("no\xa0break  and   more", "no break and more", id="spaces"),
        pytest.param("so\xadft \ufeffmark\u200b", "soft mark", id="invisible"),
        pytest.param("safe \u202eevil\u202c text", "safe evil text", id="bidirectional controls"),
        pytest.param("nul\x00 byte\x07", "nul byte", id="controls"),
        pytest.param("Orlaâ€™s plan and cafÃ©", "Orla’s plan and café", id="mojibake"),
        pytest.param("“Fine” – naïve café", "“Fine” – naïve café", id="sound text"),
        pytest.param("", "", id="empty"),
    ],
)
def test_odd_characters_are_tidied(raw, clean):
    assert tidied(identity(raw)).text == clean


def test_repaired_words_point_at_the_broken_ones():
    raw = "In Orlaâ€™s view"
    text = repaired(identity(raw))
    at = text.text.index("’")
    assert raw[slice(*text.raw(at, at + 1))] == "â€™"
    assert raw[slice(*text.raw(at + 1, at + 7))] == "s view"


@pytest.mark.parametrize(("text", "at"), [("fine", None), ("half \ud83d", 5), ("whole 😀", None)])
def test_lone_surrogate(text, at):
    assert lone_surrogate(text) == at
