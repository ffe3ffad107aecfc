"""Deeds and dealings of one kind that are two, and those who deal together."""

import pytest

from tidings.model import Generator, Given, Raw, Telling
from tidings.run.linking import link
from tidings.run.telling import tell
from tidings.stages import LINK, READ, TELL
from tidings.text.ids import digest


def account(*articles):
    """The account of texts with their days."""
    batch = [
        Raw(f"{n}.txt", "text", text, digest(text.encode()), "utf-8", given=Given(published=day))
        for n, (text, day) in enumerate(articles)
    ]
    for stage in READ:
        batch = list(stage.run(batch))
    found = tuple(sorted(batch, key=lambda r: r.document.id))
    return tell(TELL, Telling(found, link(LINK, found)), Generator("tidings", "0", "none", "none"))


def names(account, ids):
    by_id = {entity.id: entity.name for entity in account.entities}
    return [by_id[i] for i in ids]


def test_two_attacks_of_one_day_are_two():
    told = account(
        ("Gunmen attacked the village of Tarsk in Norway on Friday, killing 12 people, police said.\n", "2031-05-04"),
        ("Gunmen attacked the village of Velm in Norway on Friday, killing four people, police said.\n", "2031-05-04"),
    )
    attacks = [e for e in told.events if e.type == "ASSAULT"]
    assert [e.witnesses for e in attacks] == [1, 1]


def test_the_dead_of_two_attacks_are_no_difference():
    told = account(
        ("Rebels killed 12 people in an attack on Tarsk on Friday, the police of Norway said.\n", "2031-05-04"),
        ("Four people were killed in a rebel attack on Velm on Friday, Norway said.\n", "2031-05-04"),
    )
    assert not told.differences


def test_a_smaller_payment_is_not_the_offer_that_was_refused():
    told = account(
        (
            "Norway offered on Wednesday to pay Portugal 40 million euros for the sunken ship. "
            "Portugal rejected the offer on Thursday.\n",
            "2031-05-01",
        ),
        ("Norway paid Portugal 5 million euros on Friday for the sunken ship.\n", "2031-05-09"),
    )
    (paid,) = [e for e in told.events if e.type == "AID" and e.status == "held"]
    assert paid.witnesses == 1
    assert [p.status for p in paid.history] == ["held"]


def test_a_demand_on_two_goes_to_both():
    told = account(("Sweden demanded that Norway and Portugal withdraw their ships from the strait.\n", "2031-05-04"))
    (demand,) = [d for d in told.dealings if d.kind == "demand"]
    assert sorted(names(told, demand.to_all)) == ["Norway", "Portugal"]
    assert demand.from_all == ()


def test_who_ask_together_do_not_ask_each_other():
    told = account(
        (
            "Norway and Portugal held talks in Oslo on Friday. Norway and Portugal asked for more time.\n",
            "2031-05-04",
        )
    )
    (demand,) = [d for d in told.dealings if d.kind == "demand"]
    assert demand.to is None
    assert sorted(names(told, demand.from_all)) == ["Norway", "Portugal"]


def test_a_denial_is_by_who_denies():
    told = account(
        (
            "Portugal said Norway had evicted 12 families from the island. Norway said it had evicted none.\n",
            "2031-05-04",
        )
    )
    (denial,) = [d for d in told.dealings if d.kind == "denial"]
    assert names(told, [denial.from_]) == ["Norway"]


def test_two_people_taken_on_two_days_are_two():
    told = account(
        ("Police arrested a baker, Ada Holt, in Oslo on Sunday, the mayor's office said.\n", "2031-05-07"),
        (
            "The tram driver Rui Sarr was arrested on Tuesday, the daily Fjordbladet said. The mayor denied it.\n",
            "2031-05-08",
        ),
    )
    assert [e.witnesses for e in told.events if e.type == "COERCE"] == [1, 1]
    assert not [d for d in told.differences if d.kind == "date"]


@pytest.mark.parametrize(
    ("type_", "first", "second"),
    [
        pytest.param(
            "REJECT",
            "Ada Holt refused on Monday to lend the crane.",
            "Asked to paint the tower, Ada Holt refused.",
            id="refusals",
        ),
        pytest.param(
            "REJECT",
            "Ada Holt, the choir's new leader, refused to sing and went home.",
            "Rui Sarr asked the choir on Monday to leave the hall. Ada Holt, the new leader, refused.",
            id="refusals by one who is described alike",
        ),
        pytest.param(
            "AGREE",
            "Ada Holt offered on Monday to mediate between the bakers and the mill.",
            "The mayor's office said Ada Holt had invited both sides to supper in Oslo on Friday.",
            id="offers",
        ),
    ],
)
def test_what_is_said_weeks_apart_of_other_things_is_two(type_, first, second):
    told = account((f"{first}\n", "2031-05-06"), (f"{second}\n", "2031-06-11"))
    assert [e.witnesses for e in told.events if e.type == type_] == [1, 1]


def test_the_same_refused_again_in_other_words_soon_after_is_one():
    told = account(
        ("Ada Holt refused on Monday to lend the crane.\n", "2031-05-06"),
        ("Ada Holt refused to lend the port its crane.\n", "2031-05-07"),
    )
    assert [e.witnesses for e in told.events if e.type == "REJECT"] == [2]


@pytest.mark.parametrize(
    ("texts", "states"),
    [
        pytest.param(
            ["Rui Sarr promised on Monday to mend the roof. Ada Holt rejected on Tuesday his offer to lease the barn."],
            {"to mend the roof": "open", "to lease the barn": "rejected"},
            id="another offer is named",
        ),
        pytest.param(
            [
                "Halden Mills promised on Monday to mend the roof. "
                "Earlier the Bakers' Union had turned down a second offer, of 4 percent, from Halden Mills."
            ],
            {"to mend the roof": "open", "a second offer, of 4 percent, from Halden Mills": "rejected"},
            id="a second offer",
        ),
        pytest.param(
            [
                "Norway's king, Rui Sarr, had proposed moving the talks to Bergen. "
                "Portugal's president, Ada Holt, turned the proposal down.",
                "President Ada Holt of Portugal and King Rui Sarr of Norway met on Monday in Madrid.",
            ],
            {"moving the talks to Bergen": "rejected"},
            id="another town for the talks",
        ),
    ],
)
def test_only_what_is_refused_stays_refused(texts, states):
    told = account(*((f"{text}\n", f"2031-05-{6 + 7 * n:02}") for n, text in enumerate(texts)))
    assert {d.about: d.state for d in told.dealings if d.kind == "offer"} == states


def test_a_breach_that_is_denied_is_no_fact():
    told = account(
        ("The Bakers' Union and Halden Mills on Monday signed an agreement on the price of flour.\n", "2031-05-07"),
        (
            "The Bakers' Union accused Halden Mills on Tuesday of breaking the flour agreement the two sides signed last month. "
            "Halden Mills denied that the agreement had been violated.\n",
            "2031-06-11",
        ),
    )
    assert {d.state for d in told.dealings if d.kind == "agreement"} == {"signed"}
    assert not {d.date for d in told.events if d.type == "REJECT"} & {"2031-05-01"}


def test_the_day_of_a_report_is_not_that_of_the_deed():
    told = account(
        ("According to the newspaper Fjordbladet, the tram driver Rui Sarr was arrested on Tuesday.\n", "2031-05-08"),
        (
            "The daily Fjordbladet retracted its story of Wednesday that the tram driver Rui Sarr had been arrested.\n",
            "2031-05-10",
        ),
    )
    assert not [d for d in told.differences if d.kind == "date"]
    (arrest,) = [e for e in told.events if e.type == "COERCE"]
    assert (arrest.status, arrest.date.from_) == ("denied", "2031-05-06")


@pytest.mark.parametrize(
    ("paper", "text"),
    [
        pytest.param(
            "Fjordbladet", "The daily Fjordbladet withdrew its report that Rui Sarr had been arrested.", id="withdrew"
        ),
        pytest.param(
            "Havn Post",
            "The weekly Havn Post retracted its report of Monday that the tram driver Rui Sarr had been arrested.",
            id="of a day",
        ),
        pytest.param(
            "Fjordbladet", "The daily Fjordbladet took back its claim that Rui Sarr had been arrested.", id="took back"
        ),
    ],
)
def test_what_a_paper_takes_back_is_denied(paper, text):
    told = account(
        (f"According to the newspaper {paper}, the tram driver Rui Sarr was arrested on Tuesday.\n", "2031-05-08"),
        (f"{text}\n", "2031-05-10"),
    )
    (arrest,) = [e for e in told.events if e.type == "COERCE"]
    assert (arrest.status, names(told, arrest.recipients)) == ("denied", ["Rui Sarr"])


def test_who_denied_a_report_that_was_taken_back_does_not_deny_the_taking_back():
    told = account(
        (
            "The daily Fjordbladet withdrew its report that Rui Sarr had been arrested. Sarr was never held, the daily said; "
            "he was at sea. The mayor had denied the report the same night.\n",
            "2031-05-10",
        )
    )
    assert not told.differences


def test_who_will_not_go_does_not_visit():
    told = account(
        ("Foreign Minister Ada Holt said on Thursday she would visit Bergen on 2 June.\n", "2031-05-17"),
        ("Ada Holt will not go to Bergen on 2 June, her spokesman said on Tuesday.\n", "2031-05-21"),
    )
    (visit,) = [e for e in told.events if e.type == "CONSULT"]
    assert (visit.status, [p.status for p in visit.history]) == ("cancelled", ["announced", "cancelled"])


def test_a_decimal_comma_is_a_number_of_its_own():
    told = account(
        ("Norway and Chile agreed on Monday in Oslo to cut the fee to $2.60 a sack.\n", "2031-05-06"),
        ("They met yesterday in Oslo and agreed to lower the fee to 2,65 dollars per sack.\n", "2031-05-06"),
    )
    (found,) = [d for d in told.differences if d.kind == "number"]
    assert sorted(side.says for side in found.sides) == ["2,65 dollars", "2.60"]
