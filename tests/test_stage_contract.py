"""What every stage and round keeps to: it pickles, minds neither batch size nor order, and writes only what it gives."""

import pickle
from dataclasses import fields

import pytest

from tidings.model import Linked, Raw, Reading, Telling
from tidings.run.linking import link
from tidings.sources import read_inputs
from tidings.stage import Stage, check_plan
from tidings.stages import LINK, READ, TELL

FEW = 3  # documents of the story that each READ stage is run over, in several ways
FROM_THE_ENGINE = ("readings", "linked", "decisions", "as_of", "since", "stale_decisions")


@pytest.fixture(scope="session")
def raws(story_folder):
    return tuple(found for found in read_inputs([str(story_folder)]) if isinstance(found, Raw))


@pytest.fixture(scope="session")
def read_inputs_of(raws):
    """What each READ stage gets: the batch as the stages before it leave it."""
    batches = {}
    batch = raws
    for stage in READ:
        batches[stage.name] = batch
        batch = tuple(stage.run(batch))
    batches["read"] = batch
    return batches


@pytest.fixture(scope="session")
def readings(read_inputs_of):
    return tuple(sorted(read_inputs_of["read"], key=lambda r: r.document.id))


@pytest.fixture(scope="session")
def linked(readings):
    return link(LINK, readings)


@pytest.fixture(scope="session")
def tell_inputs_of(readings, linked):
    """What each TELL stage gets: the whole story, and its first document alone."""
    batch = (Telling(readings, linked), Telling(readings[:1], link(LINK, readings[:1])))
    batches = {}
    for stage in TELL:
        batches[stage.name] = batch
        batch = tuple(stage.run(batch))
    return batches


@pytest.fixture
def batch(request, stage):
    if isinstance(stage, Stage) and stage in READ:
        return request.getfixturevalue("read_inputs_of")[stage.name][:FEW]
    return request.getfixturevalue("tell_inputs_of")[stage.name]


@pytest.fixture(scope="session")
def given():
    """What stages gave for their batch, by name: each is run over it once."""
    return {}


@pytest.fixture
def together(stage, batch, given):
    """What a stage gives for its whole batch."""
    if stage.name not in given:
        given[stage.name] = list(stage.run(batch))
    return given[stage.name]


def named(stages):
    return [pytest.param(stage, id=stage.name) for stage in stages]


@pytest.mark.parametrize("stage", named((*READ, *LINK, *TELL)))
def test_it_pickles_and_says_its_name(stage):
    assert pickle.loads(pickle.dumps(stage)) == stage
    assert stage.name == f"{type(stage).__module__.split('.')[-2]}/{type(stage).__name__.lower()}"
    assert stage.version >= 1
    assert type(stage).__doc__


@pytest.mark.parametrize("stage", named((*READ, *TELL)))
def test_an_empty_batch_gives_nothing(stage):
    assert list(stage.run(())) == []


@pytest.mark.parametrize("stage", named((*READ, *TELL)))
def test_one_by_one_in_any_order_is_all_at_once(stage, batch, together):
    assert [next(iter(stage.run((one,)))) for one in batch] == together
    assert list(stage.run(batch[::-1])) == together[::-1]


@pytest.mark.parametrize("stage", named((*READ, *TELL)))
def test_it_writes_only_what_it_gives(stage, batch, together):
    for before, after in zip(batch, together, strict=True):
        kept = [] if isinstance(before, Raw) else [f.name for f in fields(after) if f.name not in stage.gives]
        assert all(getattr(before, name) == getattr(after, name) for name in kept)


@pytest.mark.parametrize(("act", "record", "given"), [(READ, Reading, ()), (TELL, Telling, FROM_THE_ENGINE)])
def test_needs_and_gives_fit(act, record, given):
    check_plan(act, given)
    names = {field.name for field in fields(record)}
    for stage in act:
        assert set(stage.needs) | set(stage.gives) <= names


@pytest.fixture(scope="session")
def linked_before(readings):
    """What the rounds before each one have linked."""
    return {step.name: link(LINK[:n], readings) for n, step in enumerate(LINK)}


@pytest.mark.parametrize("step", named(LINK))
def test_a_round_minds_no_order(step, readings, linked_before):
    before = linked_before[step.name]
    cards = {step.member(card): card for reading in readings for card in step.cards(reading, before)}
    assert all(list(step.keys(card)) == list(step.keys(card)) for card in cards.values())
    by_key = {}
    for name in sorted(cards):
        for key in step.keys(cards[name]):
            by_key.setdefault(key, []).append(cards[name])
    for group in by_key.values():
        forward = set(step.compare(group))
        assert set(step.compare(group[::-1])) == forward


def test_all_rounds_mind_no_order_of_documents(readings, linked):
    assert link(LINK, readings[::-1]) == linked


@pytest.mark.parametrize("step", named(LINK))
def test_a_round_over_nothing(step):
    assert link((step,), ()) == Linked()
