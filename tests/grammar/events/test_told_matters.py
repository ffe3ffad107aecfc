"""What a text tells of the very thing that was asked or offered."""

from types import SimpleNamespace

import pytest

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.told_matters import matters_told
from tidings.model import Anchor, Entity, Span


def found(text):
    names = [name for name in ("Chile", "Ghana", "government") if name in text]
    entities = [
        Entity(n, n, "organization" if n.islower() else "country", (n,), None, None, (Anchor("0", at, at + len(n), n),))
        for n in names
        for at in (text.index(n),)
    ]
    reading = SimpleNamespace(document=SimpleNamespace(id="0", text=text), sentences=(Span(0, len(text)),))
    return [(f.outcome, f.thing) for f in matters_told(StorySides.of(entities, []), reading)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Chile will not free the crew.", [("rejected", "free the crew")], id="will not"),
        pytest.param("Chile said it would not free the crew.", [("rejected", "free the crew")], id="said it would not"),
        pytest.param("Chile agreed to free the crew, saying no more.", [("accepted", "free the crew")], id="agreed to"),
        pytest.param("Chile accepted six observers.", [("accepted", "six observers")], id="accepted a thing"),
        pytest.param("Chile no longer insists on guards.", [("withdrawn", "guards")], id="no longer insists"),
        pytest.param("Chile took the loan off the table.", [("withdrawn", "the loan")], id="off the table"),
        pytest.param("Chile will not free the crew unless it is paid.", [], id="unless"),
        pytest.param("Analysts in Chile will not free the crew.", [], id="who lives there"),
        pytest.param("The government agreed to free the crew.", [], id="a government without a name"),
        pytest.param("Chile could not find the crew.", [], id="could not find"),
        pytest.param("Chile cannot accept six observers.", [("rejected", "accept six observers")], id="cannot accept"),
        pytest.param("Chile agreed to discuss the crew.", [], id="agreed to talk of it"),
        pytest.param("Chile gave up three men.", [], id="gave up men"),
        pytest.param(
            "Chile gave up its claim to the reef.", [("withdrawn", "its claim to the reef")], id="gave up a claim"
        ),
        pytest.param("Chile retreated from the town.", [], id="an army retreats"),
        pytest.param("Chile nearly agreed to free the crew.", [], id="nearly agreed"),
        pytest.param("Chile reportedly accepted six observers.", [], id="reportedly"),
        pytest.param("Chile was rejected by six observers.", [], id="is rejected itself"),
        pytest.param("Chile is not ready to free the crew.", [("rejected", "free the crew")], id="not ready to"),
        pytest.param("It was urged that Chile accept six observers.", [], id="only urged"),
        pytest.param("Chile would not rule out freeing the crew.", [], id="would not rule out"),
        pytest.param("Chile will not hesitate to free the crew.", [], id="will not hesitate"),
        pytest.param("Envoys denied that Chile agreed to free the crew.", [], id="denied by another"),
        pytest.param("Will Chile now accept, as it said it would accept six observers?", [], id="a question"),
        pytest.param("Herders warned that Chile will not free the crew.", [], id="warned of"),
        pytest.param("The storm that struck Chile will not sink the crew.", [], id="what struck it"),
        pytest.param("On Friday Chile conditionally agreed to free the crew.", [], id="conditionally"),
    ],
)
def test_what_is_done_of_it(text, told):
    assert set(found(text)) == set(told)


def test_a_long_run_of_letters_takes_no_time():
    assert found(f"Chile has {'a' * 64_000} agreed") == []
