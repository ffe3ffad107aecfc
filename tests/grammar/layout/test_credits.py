"""Credit lines and words that name a source repeated."""

import pytest

from tidings.grammar.layout.credits import credit_line, credits_in


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Orla Gazette", "Orla Gazette"),
        ("Source orla-gazette.example", "orla-gazette.example"),
        ("Источник orla.example", "orla.example"),
        ("Quelle: Nordwire", "Nordwire"),
        ("via https://www.orla.example/news/1", "orla.example"),
        ("(AP)", "AP"),
        ("Reuters", "Reuters"),
        ("With Delta Press", "Delta Press"),
        ("The newsroom of the Orla Gazette with Agence Delta", "Agence Delta"),
        ("Staff, with reporting by Reuters", "Reuters"),
        ("With love from Paris", None),
        ("Photo: Delta Press", None),
        ("Source close to the minister said nothing", None),
        ("Sources say the talks failed", None),
        ("The Source: a novel about the river and all its people and towns", None),
    ],
)
def test_credit_line(line, source):
    assert credit_line(line) == source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks failed, he said, citing Nordwire.", ["Nordwire"]),
        ("They met, Reuters reported on Monday.", ["Reuters"]),
        ("CNN, citing two officials, reported that they met.", ["CNN"]),
        ("They met, Delta News reported.", ["Delta News"]),
        ("Orla reported to the minister.", []),
        ("He left, citing The rain.", []),
    ],
)
def test_credits_in(text, found):
    assert credits_in(text) == found
