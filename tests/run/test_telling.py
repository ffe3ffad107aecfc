from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from light import LIGHT, LightTell

from tidings.model import Bound, Given, Group, Link, Linked, Raw, SetAside, StoryRecord, Telling
from tidings.run.reading import ReadBatch
from tidings.run.telling import published_by, stories, tell
from tidings.stage import Stage
from tidings.text.ids import digest


@dataclass(frozen=True)
class Broken(Stage[Telling, Telling]):
    name: ClassVar[str] = "tell/broken"

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        raise KeyError("lost")


def readings(*days):
    raws = [
        Raw(f"{n}.txt", "text", f"Day {n}", digest(str(n).encode()), "utf-8", Given(published=day))
        for n, day in enumerate(days)
    ]
    return tuple(sorted(ReadBatch(LIGHT.read)(tuple(raws)).done, key=lambda r: r.document.id))


def test_a_stage_that_fails_leaves_its_part_untold_and_says_so():
    account = tell((Broken(), LightTell()), Telling(readings("2030-01-01"), Linked()), LIGHT.generator())
    assert len(account.documents) == 1
    assert account.set_aside == (SetAside("(story)", "tell/broken", "left untold: KeyError: 'lost'"),)


def test_what_linking_left_out_is_in_the_account():
    linked = Linked(overflow=("link/copies: 900 share 'x'; compared 400 at a time",))
    account = tell((LightTell(),), Telling((), linked), LIGHT.generator())
    assert account.set_aside == (SetAside("(story)", "link/copies", "900 share 'x'; compared 400 at a time"),)


def test_what_came_later_is_left_out():
    told = readings("2030-01-01", "2030-01-02T10:00:00", "2030-01-03", None)
    undated = next(r.document.id for r in told if r.document.published is None)
    later = Bound(undated, "not_before", "2030-01-03", "it tells of that day", ((undated, 0, 1),))
    assert len(published_by(told, (), "2030-01-02")) == 3
    assert len(published_by(told, (later,), "2030-01-02")) == 2
    assert len(published_by(told, (later,), None)) == 4


def test_a_story_is_named_by_its_first_report():
    told = readings("2030-01-02", "2030-01-01")
    ids = tuple(r.document.id for r in told)
    first = next(r.document for r in told if r.document.published == "2030-01-01")
    linked = Linked(
        (Link("story", ids[0], ids[1], "same", 0.8, "shared terms"),), groups=(Group(ids[0], "story", ids),)
    )
    assert stories(Telling(told, linked)) == (StoryRecord(ids[0], first.title, ids, ("shared terms",)),)
    assert stories(replace(Telling(told, linked), readings=told[:1]))[0].documents == ids[:1]
