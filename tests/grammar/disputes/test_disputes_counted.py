"""Distances of a craft and numbers of one deed, craft, whole or sentence, on invented matters."""

import pytest
from grammar.disputes.test_disputes import Report, telling

from tidings.grammar.disputes import scene_of
from tidings.grammar.disputes.distances import distances
from tidings.grammar.disputes.slips import slips
from tidings.grammar.disputes.tallies import tallies


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param(
            "The ferry sank four miles off Cape Horsten.",
            "The ship went down some 20 kilometres north of Cape Horsten.",
            True,
            id="two distances from a cape",
        ),
        pytest.param(
            "The yacht was three miles outside Danish waters when it was stopped.",
            "The boat was stopped five miles inside Danish waters.",
            True,
            id="outside and inside",
        ),
        pytest.param(
            "The helicopter was 10 kilometres outside Danish airspace.",
            "The aircraft was in the airspace of Denmark, 10 kilometres from the border.",
            True,
            id="inside, and counted from the border",
        ),
        pytest.param(
            "The ferry sank four miles off Cape Horsten.",
            "The ferry sank about 6.5 kilometres off Cape Horsten.",
            False,
            id="another unit",
        ),
        pytest.param(
            "The mill stands four miles from Horsten.",
            "The chapel lies 20 miles from Horsten.",
            False,
            id="no craft",
        ),
        pytest.param(
            "The ferry sank four miles off Cape Horsten.",
            "The ship, now towed away, lies 20 miles off Cape Horsten.",
            False,
            id="moved since",
        ),
        pytest.param(
            "The ferry sank four miles off Cape Horsten.",
            "The ferry sank 20 miles off Tunby.",
            False,
            id="from another place",
        ),
        pytest.param(
            "The ferry sank four miles off Cape Horsten. A pilot boat lay 20 miles off Cape Horsten.",
            "The ferry sank 20 miles off Cape Horsten.",
            False,
            id="a report that has both",
        ),
        pytest.param(
            "A trawler was seized four miles off Cape Horsten.",
            "A frigate was seized 20 miles off Cape Horsten.",
            False,
            id="a trawler is no frigate",
        ),
        pytest.param(
            "The ferry sank four miles off Cape Horsten.",
            "The ferry lay 20 miles off Cape Horsten.",
            False,
            id="one sank, one lay there",
        ),
        pytest.param(
            "A trawler was seized four miles off Cape Horsten.",
            "Another trawler was seized 20 miles off Cape Horsten.",
            False,
            id="another trawler",
        ),
    ],
)
def test_distances(one: str, two: str, told: bool) -> None:
    found = list(distances(scene_of(telling(Report(one), Report(two)))))
    assert [d.kind for d in found] == ["place"] * told


def test_distances_of_one_matter_are_told_together() -> None:
    reports = [Report(f"The ferry sank {n} miles off Cape Horsten.") for n in ("four", "nine", "20", "four")]
    (found,) = distances(scene_of(telling(*reports)))
    assert [says for says, _ in found.sides] == ["four miles off", "nine miles off", "20 miles off"]


def test_no_more_than_six_sides_are_shown() -> None:
    reports = [Report(f"The ferry sank {n} miles off Cape Horsten.") for n in range(20, 160, 2)]
    (found,) = distances(scene_of(telling(*reports)))
    assert len(found.sides) == 6


BRASK = (("Ada Brask", "person"),)


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "Police in Tunby are holding five Danish divers.",
            True,
            id="taken, told the other way round",
        ),
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "Five Swedish divers were arrested at Tunby.",
            False,
            id="of another people",
        ),
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "Five Danish divers were freed at Tunby.",
            False,
            id="another deed",
        ),
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "Another five Danish divers were arrested at Tunby.",
            False,
            id="others",
        ),
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "At least three Danish divers were arrested at Tunby.",
            False,
            id="at least",
        ),
        pytest.param(
            "The ferry had 61 people aboard.",
            "The ferry sank with 64 people on board.",
            True,
            id="aboard",
        ),
        pytest.param(
            "A ferry with 61 people aboard sank off Tunby.",
            "A ferry with 64 people aboard sailed past the pier of Tunby.",
            False,
            id="aboard another that did something else",
        ),
        pytest.param(
            "Nine of the 14 members backed the dyke.",
            "Four of the 14 members are farmers.",
            False,
            id="another part of one whole",
        ),
        pytest.param(
            "Four Danish divers were arrested at Tunby.",
            "Five Danish divers were arrested at Tunby a year earlier.",
            False,
            id="long ago",
        ),
        pytest.param(
            "Ada Brask was sentenced to six years in prison for arson.",
            "Ada Brask served four years in prison for arson.",
            False,
            id="years served",
        ),
        pytest.param(
            "The ferry had 61 people aboard.",
            "The ferry sank with a crew of 12.",
            False,
            id="the crew and all aboard",
        ),
        pytest.param(
            "Nine of the council's 14 members backed the dyke.",
            "Ten of the 14 members voted for the dyke, which the council had long wanted.",
            True,
            id="of one whole",
        ),
        pytest.param(
            "Nine of the council's 14 members backed the dyke.",
            "Ten of the 16 members voted for the dyke, which the council had long wanted.",
            False,
            id="of another whole",
        ),
        pytest.param(
            "Ada Brask was sentenced to six years in prison for arson.",
            "Ada Brask got eight years in jail for arson.",
            True,
            id="a sentence",
        ),
        pytest.param(
            "Ada Brask was sentenced to six years in prison for arson.",
            "Ada Brask faces up to eight years in prison for arson.",
            False,
            id="a sentence that may come",
        ),
    ],
)
def test_tallies(one: str, two: str, told: bool) -> None:
    who = [BRASK if "Brask" in text else () for text in (one, two)]
    reports = [Report(text, who=w) for text, w in zip((one, two), who, strict=True)]
    assert [d.kind for d in tallies(scene_of(telling(*reports)))] == ["number"] * told


def test_a_later_report_may_have_more_of_a_whole() -> None:
    one, two = "Nine of the 14 wells near Tunby were mended.", "Ten of the 14 wells near Tunby were mended."
    assert not list(tallies(scene_of(telling(Report(one), Report(two, day="2031-04-12")))))


DYKE = "The guild said that the dyke at Tunby had been closed for {} by the storm."


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param(
            "The storm put 46,000 acres of orchard at Tunby under water.",
            "At Tunby 64,000 acres of orchard are under water from the storm.",
            True,
            id="figures turned round",
        ),
        pytest.param(DYKE.format("nine hours"), DYKE.format("six hours"), True, id="hours"),
        pytest.param(DYKE.format("nine hours"), DYKE.format("six hours a day"), False, id="each day"),
        pytest.param(DYKE.format("two days"), DYKE.format("48 hours"), False, id="another unit"),
        pytest.param(
            "The dyke at Tunby was closed for nine hours, the guild said.",
            "A baker in Orsa sleeps six hours.",
            False,
            id="another sentence",
        ),
        pytest.param(
            "The storm put 46,000 acres of orchard and nine barns at Tunby under water.",
            "At Tunby 46,000 acres of orchard are under water from the storm.",
            False,
            id="a number left out",
        ),
    ],
)
def test_slips_between_reports_of_one_origin(one: str, two: str, told: bool) -> None:
    reports = (Report(one), Report(two))
    assert [d.kind for d in slips(scene_of(telling(*reports, one_witness=True)))] == ["number"] * told
    assert not list(slips(scene_of(telling(*reports))))
