"""Remains of markup inside a line, and what is none."""

import pytest

from tidings.grammar.layout.leftovers import entities, leftovers

LONG = "The bridge over the river will open to lorries before the end of the spring, an envoy said on Monday at noon."


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param(
            "The bridge opens jpg” alt=”The bridge opens soon” />", "The bridge opens ", id="end of a picture's tag"
        ),
        pytest.param(
            'It opens img/bridge.png" alt="A bridge" width="90"/> on Monday.',
            "It opens  on Monday.",
            id="straight quotes",
        ),
        pytest.param('It <b>opens</b> on <a href="/x">Monday</a>.', "It opens on Monday.", id="whole tags"),
        pytest.param('It opens. [caption id="a" width="9"]A bridge[/caption]', "It opens. A bridge", id="shortcode"),
        pytest.param("It opens ![a bridge](http://x.example/b.jpg) soon.", "It opens  soon.", id="picture link"),
        pytest.param(
            f"{LONG} Like our news? Buy the Gazette a coffee", f"{LONG} ", id="a call at the end of a paragraph"
        ),
        pytest.param(f"{LONG} Follow us on Telegram", f"{LONG} ", id="a call without a question"),
        pytest.param(f"{LONG} Join us, he said.", f"{LONG} Join us, he said.", id="a sentence"),
        pytest.param("Free to read. Support us", "Free to read. Support us", id="a line of the site's"),
        pytest.param(
            "Two < three and a = b, he said “as is”.",
            "Two < three and a = b, he said “as is”.",
            id="nothing of the kind",
        ),
        pytest.param(
            "He called [the bridge] “open” and left.",
            "He called [the bridge] “open” and left.",
            id="brackets of an editor",
        ),
    ],
)
def test_leftovers(line, left):
    for start, end in reversed(leftovers(line)):
        line = line[:start] + line[end:]
    assert line == left


def test_entities():
    assert entities("Tom &amp; Co&nbsp;AT&T &bogus;") == [(4, 9, "&"), (12, 18, " ")]


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("piece", ["[", "alt=”", 'a="', "jpg” ", "<b ", "[caption ", "![", 'alt="x" ', "/> "])
def test_a_megabyte_of_remains_takes_linear_time(piece):
    leftovers(piece * (1_000_000 // len(piece)))
