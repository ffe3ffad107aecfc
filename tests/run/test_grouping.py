import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Formerly, Group, Link
from tidings.run.grouping import former_ids, group, resolve

MEMBERS = "abcdef"


def same(a, b, weight=0.9, origin="link/entities@1"):
    return Link("entity", a, b, "same", weight, "same name", origin)


def apart(a, b, origin="link/entities@1"):
    return Link("entity", a, b, "not_same", 0.9, "two persons", origin)


def sets(groups):
    return [g.members for g in groups]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([], [("a",), ("b",), ("c",), ("d",)], id="nothing-joins-alone"),
        pytest.param([same("a", "b"), same("b", "c")], [("a", "b", "c"), ("d",)], id="joined-through-a-third"),
        pytest.param([same("a", "b", 0.4)], [("a",), ("b",), ("c",), ("d",)], id="too-light"),
        pytest.param([same("a", "b"), apart("b", "a")], [("a",), ("b",), ("c",), ("d",)], id="not-same-wins"),
        pytest.param(
            [same("a", "b", 0.9), same("b", "c", 0.8), apart("a", "c")],
            [("a", "b"), ("c",), ("d",)],
            id="never-through-a-third",
        ),
        pytest.param(
            [same("a", "b", 0.7), same("c", "d", 0.9), same("b", "c", 0.8), apart("a", "d")],
            [("a",), ("b", "c", "d")],
            id="heaviest-first",
        ),
        pytest.param(
            [same("a", "b", 0.1, "decision@1"), apart("a", "b")], [("a", "b"), ("c",), ("d",)], id="a-person-joins"
        ),
        pytest.param(
            [same("a", "b", 1.0), apart("a", "b", "decision@1")],
            [("a",), ("b",), ("c",), ("d",)],
            id="a-person-parts",
        ),
        pytest.param(
            [same("a", "b", 1.0), same("b", "c", 0.0, "decision@1"), apart("a", "c")],
            [("a",), ("b", "c"), ("d",)],
            id="a-decision-goes-first",
        ),
        pytest.param([Link("event", "a", "b", "same", 1.0, "")], [("a",), ("b",), ("c",), ("d",)], id="another-kind"),
        pytest.param([same("a", "z")], [("a",), ("b",), ("c",), ("d",)], id="a-member-that-is-gone"),
    ],
)
def test_groups(links, expected):
    assert sets(group("entity", "abcd", links)) == expected


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([same("a", "b", 0.3)], [("a", "b"), ("c",), ("d",)], id="the-mean-of-one"),
        pytest.param(
            [same("a", "b", 0.9), same("b", "c", 0.5)], [("a", "b"), ("c",), ("d",)], id="not-through-one-of-two"
        ),
        pytest.param(
            [same("a", "b", 0.9), same("b", "c", 0.5), same("a", "c", 0.2)],
            [("a", "b", "c"), ("d",)],
            id="the-mean-of-two",
        ),
        pytest.param([same("a", "b", 0.9), apart("a", "b")], [("a",), ("b",), ("c",), ("d",)], id="apart"),
        pytest.param(
            [same("a", "b", 0.0, "decision@1"), same("b", "c", 0.6), same("a", "c", 0.2)],
            [("a", "b", "c"), ("d",)],
            id="a-decision-goes-first",
        ),
    ],
)
def test_groups_by_the_mean_between_them(links, expected):
    assert sets(group("entity", "abcd", links, 0.3, average=True)) == expected
    assert sets(group("entity", "dcba", links[::-1], 0.3, average=True)) == expected


links = st.lists(
    st.builds(
        lambda a, b, relation, weight, by: Link("entity", a, b, relation, weight, "", by),
        st.sampled_from(MEMBERS),
        st.sampled_from(MEMBERS),
        st.sampled_from(["same", "not_same"]),
        st.sampled_from([0.3, 0.6, 0.9]),
        st.sampled_from(["link/entities@1", "link/entities@1", "decision@1"]),
    ),
    max_size=14,
)


@given(links, st.randoms(), st.booleans())
def test_order_means_nothing_and_every_member_has_one_group(found, random, average):
    first = group("entity", MEMBERS, found, average=average)
    members = list(MEMBERS)
    random.shuffle(found)
    random.shuffle(members)
    assert group("entity", members, found, average=average) == first
    assert sorted(m for g in first for m in g.members) == list(MEMBERS)
    assert all(g.id == min(g.members) for g in first)


@given(links, st.booleans())
def test_no_group_holds_two_that_are_kept_apart(found, average):
    by_hand = {frozenset((k.a, k.b)) for k in found if k.relation == "same" and k.origin == "decision@1"}
    for g in group("entity", MEMBERS, found, average=average):
        for link in found:
            if link.relation == "not_same" and link.a != link.b and frozenset((link.a, link.b)) not in by_hand:
                assert not {link.a, link.b} <= set(g.members)


def made(*members):
    return Group(min(members), "entity", tuple(members))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([made("b")], [made("a", "b")], [("b", "a", "entity: joined with another")], id="joined"),
        pytest.param([made("a", "b", "c")], [made("a"), made("b", "c")], [("a", "b", "entity: split off")], id="split"),
        pytest.param(
            [made("a", "b")], [made("b")], [("a", "b", "entity: its first member was taken out")], id="first-gone"
        ),
        pytest.param([made("a")], [], [("a", "", "entity: what it stood on was taken out")], id="gone"),
        pytest.param([made("a", "c")], [made("a", "b", "c")], [], id="grown"),
    ],
)
def test_former_ids(old, new, expected):
    assert former_ids(old, new) == tuple(Formerly(*row) for row in expected)


@given(st.lists(st.lists(st.integers(0, 2), min_size=6, max_size=6), min_size=2, max_size=5))
def test_old_ids_resolve_as_long_as_a_member_is_there(history):
    states = []
    for colours in history:
        by_colour = {}
        for member, colour in zip(MEMBERS, colours, strict=True):
            by_colour.setdefault(colour, []).append(member)
        states.append([made(*members) for members in by_colour.values()])
    formerly = [step for old, new in itertools.pairwise(states) for step in former_ids(old, new)]
    current = {g.id for g in states[-1]}
    for state in states:
        for g in state:
            assert resolve(g.id, formerly, current) in current
