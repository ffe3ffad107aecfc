"""On which day an act is told to have taken place: its own, that of a plan, the report's or the day before."""

from datetime import date, timedelta

import pytest

from tests.stages.read.conftest import REPORT, told
from tidings.model import Day, Reading


def value(reading: Reading, day: Day) -> str | None:
    if day.time is not None:
        return (reading.times[day.time].value or "")[:10]
    return None if day.back is None else (date.fromisoformat(REPORT) - timedelta(day.back)).isoformat()


def days(text: str, word: str, *, as_is: bool = True) -> tuple[str | None, ...] | None:
    """The day, or both ends, of the act told by a word of the text."""
    reading = told(text, as_is=as_is)
    text = reading.document.text
    event = next(e for e in reading.events if text[e.trigger.start : e.trigger.end] == word)
    if event.time is not None:
        return (value(reading, Day(event.time)),)
    if event.placed is None:
        return None
    return tuple(dict.fromkeys(value(reading, day) for day in (event.placed.first, event.placed.last)))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "The visit of Norway to Slovenia, which was agreed in January and set for May 14, has been called off.",
            "visit",
            ("2031-05-14",),
            id="set for a day",
        ),
        pytest.param(
            "The bank's chief, Anna Falk, welcomed the ruling and invited the union of Norway to new talks on Sunday.",
            "welcomed",
            ("2031-05-09",),
            id="the day of what somebody is invited to is not that of the deed before",
        ),
        pytest.param(
            "The ministers of Norway and Peru were invited to a meeting on Sunday.",
            "meeting",
            ("2031-05-11",),
            id="invited to a meeting on a day ahead",
        ),
        pytest.param(
            "Minister Anna Falk invited Norway on Tuesday to new talks.",
            "invited",
            ("2031-05-06",),
            id="invited on a day gone by",
        ),
        pytest.param(
            "Minister Anna Falk denied ever lending money to Peter Holm, the jockey whose trial on 3 April opened the matter.",
            "denied",
            ("2031-05-09",),
            id="the day of whose deed opens a clause",
        ),
        pytest.param(
            "Anna Falk, her voice lower than on Tuesday, accused Norway of theft.",
            "accused",
            ("2031-05-09",),
            id="laid beside another day",
        ),
        pytest.param(
            "Anna Falk, who owns the dairy, said the rent would be paid by May 25 and asked the guild to end the boycott.",
            "end",
            None,
            id="the last day of another clause",
        ),
        pytest.param(
            "The guild of Norway will call off the boycott it had announced for Sunday.",
            "boycott",
            None,
            id="the day of what is called off",
        ),
        pytest.param(
            "Norway accused the guild of breaking the pact that the two signed last month. The guild denied it.",
            "denied",
            ("2031-05-09",),
            id="no month of what was signed before",
        ),
        pytest.param(
            "The paper withdrew its report of Tuesday that the minister Anna Falk had been arrested.",
            "arrested",
            None,
            id="the day of the report that tells it",
        ),
        pytest.param(
            "Minister Anna Falk assured Peter Holm that the nine men arrested last Tuesday would be freed.",
            "assured",
            ("2031-05-09",),
            id="the day of a participle is not that of what is said",
        ),
        pytest.param(
            "Norway released the nine sailors seized on Monday.",
            "released",
            None,
            id="nor that of what is done after",
        ),
        pytest.param(
            "Norway's spokesman, Peter Holm, rejected the demand in a letter sent on Tuesday.",
            "rejected",
            ("2031-05-06",),
            id="but that of the letter in which it is said",
        ),
        pytest.param(
            "Norway and Peru agreed on a truce at talks held on Tuesday.",
            "agreed",
            ("2031-05-06",),
            id="and that of the talks at which it is agreed",
        ),
        pytest.param(
            "The summit of Norway and Slovenia that was to open in Oslo on Sunday has been cancelled.",
            "summit",
            ("2031-05-11",),
            id="was to open",
        ),
        pytest.param(
            "A meeting of Norway and Portugal set for Saturday was postponed on Thursday.",
            "meeting",
            ("2031-05-10",),
            id="set for a day ahead of the one it was put off on",
        ),
        pytest.param(
            "Nine sailors of Portugal have been held by Norway since Tuesday, officials said.",
            "held",
            ("2031-05-06",),
            id="held since a day",
        ),
        pytest.param(
            "Norway has shelled Portugal since Tuesday, officials said.", "shelled", None, id="no day of what goes on"
        ),
        pytest.param(
            "Norway summoned the ambassador of Portugal for Saturday.", "summoned", ("2031-05-10",), id="summoned for"
        ),
        pytest.param(
            "Portugal recalled its envoy on Monday. Norway at once expelled two diplomats of Portugal.",
            "expelled",
            ("2031-05-05",),
            id="at once after another",
        ),
        pytest.param(
            "On May 5 the lake board had let Norway fish until Friday. The board expelled at the same time a diver of Portugal.",
            "expelled",
            ("2031-05-05",),
            id="at the same time, past a limit",
        ),
        pytest.param(
            "Norway sent guards on Thursday, three days after Portugal seized a trawler.",
            "seized",
            ("2031-05-05",),
            id="so many days before what came after it",
        ),
        pytest.param(
            "Norway sent guards to Tessel, three days after Portugal seized a trawler.",
            "seized",
            None,
            id="counted back from no known day",
        ),
        pytest.param(
            "The deadline of Norway for the return of the cranes ran out on Saturday.",
            "deadline",
            None,
            id="a deadline is set on another day than it runs out",
        ),
        pytest.param(
            "The meeting of Norway and Portugal was moved to Sunday because of fog.",
            "meeting",
            ("2031-05-11",),
            id="moved to a day",
        ),
        pytest.param(
            "Minister Anna Falk of Norway is due in Lima on Monday to sign a treaty with Peru.",
            "sign",
            ("2031-05-12",),
            id="due on a day",
        ),
        pytest.param(
            "Brazil has offered to host a meeting of Norway and Portugal on Sunday, officials said.",
            "offered",
            ("2031-05-08", "2031-05-09"),
            id="offered before the day of what is offered",
        ),
        pytest.param(
            "Portugal, whose king visited the fair on May 3, praised the accord of Norway and Peru.",
            "praised",
            ("2031-05-09",),
            id="no day told by the way of who acts",
        ),
        pytest.param(
            "Norway would sign the treaty with Peru only if the sailors were home by Sunday.",
            "sign",
            None,
            id="no day of its condition",
        ),
        pytest.param(
            "The letter was handed to Norway on Monday by the envoy, who was asked by Peru in March to mediate.",
            "asked",
            ("2031-03",),
            id="told by the way with a day of its own",
        ),
        pytest.param(
            "Norway banned the march of miners, which the union had called for last Sunday.",
            "march",
            ("2031-05-04",),
            id="told by the way of itself",
        ),
        pytest.param(
            "The bishop of Norway, Per Holm, offered on Sunday, at the end of the fair, his house to the envoys of Peru.",
            "offered",
            ("2031-05-04",),
            id="a day between what is done and what is offered",
        ),
        pytest.param(
            "Norway on Monday sent two tugs to Lima, three days after a Peruvian patrol boarded and towed away a ferry.",
            "towed",
            ("2031-05-02",),
            id="counted back, the second of two joined",
        ),
        pytest.param(
            "Norway on Monday recalled its envoy, two days after Peru's expulsion of its consul.",
            "expulsion",
            ("2031-05-03",),
            id="counted back, told by a noun",
        ),
        pytest.param(
            "Peru praised on Thursday a formula that Norway had at first turned down.",
            "turned",
            None,
            id="at first",
        ),
        pytest.param(
            "Norway seized nine sailors of Peru on Monday. Six have since been released by Norway, Peru said.",
            "released",
            None,
            id="on some day since then",
        ),
        pytest.param(
            "Norway slammed the door on Peru last Wednesday, and the fleet sailed home.",
            "slammed",
            ("2031-05-07",),
            id="a turn of phrase with its day",
        ),
        pytest.param(
            "Foreign Minister Anna Falk called off the visit to Norway which she was to have made on Sunday.",
            "visit",
            ("2031-05-11",),
            id="which was to have been made",
        ),
        pytest.param(
            "Norway called off the talks with Peru which were due to open on Sunday.",
            "talks",
            ("2031-05-11",),
            id="which were due to open",
        ),
        pytest.param(
            "Norway had offered on Monday to let experts of Peru in if the crew were freed first.",
            "offered",
            ("2031-05-05",),
            id="an offer with a condition was made on its day",
        ),
        pytest.param(
            "On May 4, a meeting of the heads of the navies of Norway and Peru was to take place, but Norway cancelled it.",
            "meeting",
            ("2031-05-04",),
            id="was to take place",
        ),
        pytest.param(
            "Norway said on Wednesday it would release the sailors of Peru.",
            "release",
            None,
            id="to come, no day gone by",
        ),
        pytest.param(
            "Norway decided on Friday, May 2, to send a team to Peru to learn how a plane came to land at Lima last Sunday.",
            "send",
            None,
            id="no day of what it is for",
        ),
        pytest.param(
            "Nearly 300 protesters had gathered at the Norwegian consulate after the shooting on March 10.",
            "gathered",
            None,
            id="after what was done on a day",
        ),
        pytest.param(
            "Norway and Portugal signed a treaty in 2012 and the war ended on May 3 that year.",
            "signed",
            ("2012",),
            id="its own year, no day of the verb beside it",
        ),
        pytest.param(
            "Carl Brom, an opposition leader, was sentenced in 2017 to two years in prison and pardoned on May 3, 2019.",
            "sentenced",
            ("2017",),
            id="a year before a length of years",
        ),
        pytest.param(
            "Norway has expelled three diplomats of Slovenia.", "expelled", ("2031-05-08", "2031-05-09"), id="perfect"
        ),
        pytest.param(
            "Norway recalled its ambassador from Slovenia on Thursday. It accused Slovenia of spying.",
            "accused",
            ("2031-05-08",),
            id="news of the day before",
        ),
        pytest.param(
            "Norway recalled its ambassador from Slovenia on Friday.\nPortugal condemned the recall.",
            "condemned",
            ("2031-05-09",),
            id="said in its own right in a report that opens with its own day",
        ),
        pytest.param(
            "The text was handed to Portugal on Thursday by an envoy whom Norway sent to Slovenia in March.",
            "sent",
            ("2031-03",),
            id="its own month, no day of the verb over it",
        ),
        pytest.param(
            "Norway, which has accused Slovenia of spying, recalled its ambassador on Friday.",
            "accused",
            None,
            id="told by the way",
        ),
        pytest.param(
            '"We asked Portugal for proof three times, in January, in February and in March," Foreign Minister Anna Falk '
            "of Norway said on Thursday.",
            "asked",
            None,
            id="not the day of speaking: a speaker tells of what was before",
        ),
        pytest.param(
            '"We rejected the offer of Portugal in March," Foreign Minister Anna Falk of Norway said on Thursday.',
            "rejected",
            ("2031-03",),
            id="its own month within quoted words",
        ),
        pytest.param(
            '"We reject the offer of Portugal," Foreign Minister Anna Falk of Norway said on Thursday.',
            "reject",
            ("2031-05-08",),
            id="done by saying it",
        ),
        pytest.param(
            "17.40 The strike in Norway is over under a deal reached late on Thursday.\n12.10 A shop steward is angry.\n"
            "10.20 Energy Minister Anna Falk of Portugal criticised Slovenia.",
            "criticised",
            ("2031-05-09",),
            id="told minute by minute",
        ),
    ],
)
def test_day_of_an_act(text, word, expected):
    assert days(text, word) == expected


def test_what_holds_at_any_time_has_no_day():
    reading = told("Norway does not recognise the border of Slovenia.")
    assert all(e.time is None and e.placed is None for e in reading.events)


def test_a_live_page_whose_hours_were_parted_from_its_entries():
    text = (
        "Strike live\n\n17.40 The strike in Norway is over under a deal reached late on Thursday.\n\n"
        "12.10 A shop steward is angry at how it went.\n\n"
        "10.20 Energy Minister Anna Falk of Portugal criticised Slovenia."
    )
    assert days(text, "criticised", as_is=False) == ("2031-05-09",)
