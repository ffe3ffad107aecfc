"""On which day an act took place, by the signs of its text."""

import pytest

from tidings.grammar.events.days import TABLE, place, weigh
from tidings.grammar.events.scene import Scene
from tidings.grammar.tree import token_at
from tidings.lexicon import weights
from tidings.model import Block, Day, Document, Given, Raw, Reading
from tidings.stages import READ
from tidings.text.ids import digest

REPORT = "2031-05-09"  # a Friday
TEXT = """Norway rejects offer

OSLO, May 9 - Norway on Tuesday rejected an offer by Portugal. It recalled its ambassador.

Portugal had arrested three sailors in April. A Norwegian minister will fly to Lisbon on Monday.
"""


@pytest.fixture(scope="module")
def scene():
    batch = [Raw("a.txt", "text", TEXT, digest(TEXT.encode()), "utf-8", given=Given(published=REPORT))]
    for stage in READ[:5]:
        batch = list(stage.run(batch))
    (reading,) = batch
    return Scene(reading.analysis, reading.times, REPORT), reading


def days(placed, reading):
    """Both ends of what was placed, as values."""
    return tuple(
        reading.times[d.time].value[:10] if d.time is not None else -d.back for d in (placed.first, placed.last)
    )


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        pytest.param("rejected", ("2031-05-06", "2031-05-06"), id="its own time"),
        pytest.param("arrested", ("2031-04", "2031-04"), id="its own time, coarse"),
        pytest.param("fly", ("2031-05-12", "2031-05-12"), id="to come"),
    ],
)
def test_an_act_has_the_day_told_with_it(scene, word, wanted):
    found, reading = scene
    placed = place(found, token_at(reading.analysis, reading.document.text.index(word)))
    assert days(placed, reading) == wanted


def test_what_follows_a_dated_act_is_of_its_day_or_of_days_since(scene):
    found, reading = scene
    placed = place(found, token_at(reading.analysis, reading.document.text.index("recalled")))
    assert days(placed, reading)[0] == "2031-05-06"


def test_shares_sum_to_one_and_each_day_has_signs(scene):
    found, reading = scene
    weighed = weigh(found, token_at(reading.analysis, reading.document.text.index("recalled")), weights(TABLE))
    assert sum(share for _, share in weighed) == pytest.approx(1.0)
    assert all(candidate.signs for candidate, _ in weighed)


def test_a_day_that_does_not_fit_is_no_answer(scene):
    found, reading = scene
    at = token_at(reading.analysis, reading.document.text.index("rejected"))
    tuesday = place(found, at).first
    other = place(found, at, fits=lambda day: day != tuesday)
    assert other is None or tuesday not in {other.first, other.last}
    assert place(found, at, fits=lambda day: False) is None


def test_a_report_without_a_day_still_places_by_weekday():
    text = "Norway on Tuesday rejected an offer by Portugal."
    batch = [Reading(Document("d", "d", "0", text, (Block(0, len(text), "paragraph"),)))]
    for stage in READ[1:5]:
        batch = list(stage.run(batch))
    (reading,) = batch
    found = Scene(reading.analysis, reading.times, None)
    assert place(found, token_at(reading.analysis, text.index("rejected"))).first == Day(0)
