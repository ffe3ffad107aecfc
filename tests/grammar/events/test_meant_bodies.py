"""Which known party a bare noun for a body means."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.meant_bodies import body_acting, body_addressed
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Anchor, Entity, Span


def entity(name, kind, acts_for, text):
    at = [n for n in range(len(text)) if text.startswith(name, n)]
    return Entity(name, name, kind, (name,), acts_for, None, tuple(Anchor("1", n, n + len(name), name) for n in at))


def story(text):
    known = [
        entity("Chile", "country", "CHL", text),
        entity("Peru", "country", "PER", text),
        entity("Tide Relief Fund", "organization", None, text),
        entity("Lake Fund", "organization", None, text),
    ]
    return StorySides.of([e for e in known if e.mentions], [])


def told(text, verb):
    at = text.rindex(verb)
    start = text.rindex(". ", 0, at) + 2
    mention = SimpleNamespace(trigger=Span(at, at + len(verb)), clause=Span(start, len(text)))
    return SimpleNamespace(document="1", reading=SimpleNamespace(document=SimpleNamespace(text=text)), mention=mention)


ACTING = [
    ("Chile paid the Tide Relief Fund. The fund has denied it.", "denied", "Tide Relief Fund", "the-fund"),
    ("Chile waited. The government later denied it.", "denied", "Chile", "the-government"),
    ("Chile waited. The claim was denied by the ministry.", "denied", "Chile", "by-the-ministry"),
    ("Chile met Peru. The government denied it.", "denied", None, "which-government"),
    ("The Tide Relief Fund met the Lake Fund. The fund denied it.", "denied", None, "which-fund"),
    ("Chile waited. The union denied it.", "denied", None, "no-union-named"),
    ("Chile waited. The police command denied it.", "denied", "Chile", "a-command"),
    ("Chile met the Lake Fund. Her group later offered soup.", "offered", "Lake Fund", "her-group"),
    ("The Lake Fund met Chile. Her group later offered soup.", "offered", None, "her-group-of-no-body"),
]
ADDRESSED = [
    ("Chile knows the Tide Relief Fund. Peru urged the fund to wait.", "urged", "Tide Relief Fund", "urged-the-fund"),
    ("Chile mourns. The guild accused the government of having lied.", "accused", "Chile", "accused-the-government"),
    ("Chile mourns. The guild accused the government of the lake towns.", "accused", None, "of-others"),
]


@pytest.mark.parametrize(("text", "verb", "who"), [pytest.param(t, v, w, id=i) for t, v, w, i in ACTING])
def test_who_acts(text, verb, who):
    assert body_acting(story(text), [told(text, verb)]) == who


@pytest.mark.parametrize(("text", "verb", "who"), [pytest.param(t, v, w, id=i) for t, v, w, i in ADDRESSED])
def test_to_whom_it_is_said(text, verb, who):
    assert body_addressed(story(text), "nobody", [told(text, verb)]) == who
