"""Which tellings are of one event: parties, days, status; two calls of different dates stay two."""

from dataclasses import replace

import pytest

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import evidence, likeness
from tidings.grammar.events.match import match
from tidings.grammar.events.topic_words import topic_stems
from tidings.stages.link.events import Events

JOINS = Events.least
A, B, C = "anna", "bert", "cleo"

CALL = EventCard(
    id="1/e/10",
    document="1",
    type="CONSULT",
    mode="phone",
    status="held",
    actors=frozenset({A, B}),
    recipients=frozenset(),
    persons=frozenset({A, B}),
    states=frozenset({"AAA", "BBB"}),
    first="2031-05-04",
    last="2031-05-04",
    reported="2031-05-05",
    words=frozenset({"talks", "border", "fish"}),
    refers=None,
    dealing=None,
    occasion=None,
    month_day="05-04",
    leads=True,
    clause="Anna and Bert spoke by phone about fish at the border",
)
OTHER = replace(CALL, id="2/e/10", document="2")
UNDATED = replace(OTHER, first=None, last=None, month_day=None)
DEMAND = replace(
    CALL,
    type="REQUEST",
    mode=None,
    actors=frozenset({A}),
    recipients=frozenset({B}),
    dealing="demand",
    leads=False,
    clause="Anna called on Bert to open the border for fish",
    about="to open the border for fish",
)

DEATHS = replace(
    CALL,
    type="ASSAULT",
    mode=None,
    actors=frozenset(),
    persons=frozenset(),
    states=frozenset(),
    first=None,
    last=None,
    month_day=None,
    words=frozenset({"guard", "kill", "shoot"}),
    clause="the shooting in which guards were killed",
)


PLAN = replace(
    CALL,
    mode=None,
    status="announced",
    actors=frozenset({A}),
    first="2031-05-05",
    last="2031-05-11",
    month_day=None,
    reported="2031-05-02",
    clause="Anna is to go to Lima next week",
)
DEED = replace(
    PLAN, id="2/e/10", document="2", status="held", first="2031-05-07", last="2031-05-07", reported="2031-05-09"
)


@pytest.mark.parametrize(
    ("plan", "deed", "due"),
    [
        pytest.param(PLAN, DEED, True, id="on a day of its week"),
        pytest.param(PLAN, replace(DEED, status="cancelled"), True, id="called off"),
        pytest.param(replace(PLAN, status="requested"), DEED, True, id="a meeting asked for by then"),
        pytest.param(replace(PLAN, status="requested", type="AID"), DEED, False, id="a gift asked for is another act"),
        pytest.param(PLAN, replace(DEED, status="announced"), False, id="nothing came of it yet"),
        pytest.param(PLAN, replace(DEED, first="2031-05-12", last="2031-05-12"), False, id="the week after"),
        pytest.param(PLAN, replace(DEED, reported="2031-05-01"), False, id="reported before"),
        pytest.param(replace(PLAN, last="2031-05-31"), DEED, False, id="some time this month"),
        pytest.param(replace(PLAN, mode="visit"), replace(DEED, mode="phone"), False, id="of another kind"),
        pytest.param(PLAN, replace(DEED, document="1"), False, id="one report"),
        pytest.param(PLAN, replace(DEED, first="2031-05-13", last="2031-05-13", off_its_day=True), True, id="late"),
        pytest.param(
            PLAN, replace(DEED, first="2031-09-13", last="2031-09-13", off_its_day=True), False, id="too late"
        ),
    ],
)
def test_a_plan_come_due(plan, deed, due):
    assert ("a plan come due" in evidence(plan, deed)) is due
    assert ("a plan come due" in evidence(deed, plan)) is due


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(CALL, OTHER, "same", id="same people, same day"),
        pytest.param(
            CALL,
            replace(OTHER, first="2031-02-15", last="2031-02-15", month_day="02-15"),
            "not_same",
            id="two calls of different dates stay two",
        ),
        pytest.param(
            CALL, replace(UNDATED, status="announced", reported="2031-05-02"), "same", id="announced, then held"
        ),
        pytest.param(
            CALL, replace(UNDATED, status="requested", reported="2031-05-03"), "same", id="requested, then held"
        ),
        pytest.param(
            replace(CALL, first="2031-02-15", last="2031-02-15", month_day="02-15", leads=False),
            replace(UNDATED, status="announced", reported="2031-05-02"),
            "not_same",
            id="a coming call is not the one of February",
        ),
        pytest.param(
            CALL,
            replace(UNDATED, status="conditional", dealing="condition"),
            "not_same",
            id="a condition is an event of its own",
        ),
        pytest.param(
            CALL, replace(OTHER, actors=frozenset({A, C}), persons=frozenset({A, C})), "not_same", id="other people"
        ),
        pytest.param(CALL, replace(OTHER, type="REQUEST"), None, id="another type"),
        pytest.param(
            replace(CALL, refers=None), replace(UNDATED, document="1", refers="1/e/10"), "same", id="it points back"
        ),
        pytest.param(DEMAND, replace(DEMAND, id="2/e/1", document="2"), "same", id="one demand twice"),
        pytest.param(
            replace(DEATHS, numbers=frozenset({"26 guard"})),
            replace(DEATHS, id="2/e/20", document="2", numbers=frozenset({"2 student"})),
            "not_same",
            id="nobody named, no day, far other tolls",
        ),
        pytest.param(
            replace(DEATHS, numbers=frozenset({"26 guard"})),
            replace(DEATHS, id="2/e/20", document="2", numbers=frozenset({"23 guard"})),
            "same",
            id="nobody named, no day, near tolls",
        ),
        pytest.param(
            replace(DEMAND, numbers=frozenset({"1700000000 $"})),
            replace(DEMAND, id="1/e/20", numbers=frozenset({"15000000000 yuan line"})),
            "not_same",
            id="one report, two sums",
        ),
        pytest.param(
            replace(DEMAND, numbers=frozenset({"1700000000 $"})),
            replace(DEMAND, id="1/e/20", numbers=frozenset({"1680000000 $", "36 month"})),
            "same",
            id="one report, one sum rounded",
        ),
        pytest.param(
            DEMAND,
            replace(
                DEMAND,
                id="2/e/1",
                document="2",
                words=frozenset({"prisoner", "release", "visit"}),
                clause="she told him that the teachers must get their wages",
                about="their wages",
                month_day=None,
                first=None,
                last=None,
                reported="2031-05-20",
            ),
            None,
            id="another demand",
        ),
        pytest.param(
            DEMAND,
            replace(DEMAND, id="2/e/1", document="2", actors=frozenset({C}), persons=frozenset({B, C})),
            "not_same",
            id="another speaker",
        ),
    ],
)
def test_match(a, b, relation):
    for found in (match(a, b), match(b, a)):
        assert (
            found.relation if found and (found.weight >= JOINS or found.relation == "not_same") else None
        ) == relation


def test_a_telling_that_names_nobody_joins_by_its_day_and_its_words():
    nobody = replace(OTHER, actors=frozenset(), persons=frozenset(), states=frozenset())
    other_day = replace(nobody, first="2031-05-09", last="2031-05-09", month_day="05-09")
    assert match(CALL, nobody).weight >= JOINS
    assert match(CALL, other_day).relation == "not_same"


def test_the_reason_names_what_speaks_for_it():
    assert match(CALL, OTHER).why.startswith("like meaning, met, ")


def test_few_words_say_little():
    assert likeness(frozenset({"fish"}), frozenset({"fish"})) < 0.5
    assert likeness(frozenset(), frozenset({"fish"})) == 0.0


def test_what_one_state_did_to_another_is_not_what_that_one_did_to_it():
    out = replace(
        DEMAND,
        type="SANCTION",
        dealing=None,
        actors=frozenset({"state AAA"}),
        recipients=frozenset({"state BBB"}),
        persons=frozenset(),
        doing=frozenset({"AAA"}),
        suffering=frozenset({"BBB"}),
    )
    back = replace(
        out,
        id="2/e/1",
        document="2",
        actors=out.recipients,
        recipients=out.actors,
        doing=out.suffering,
        suffering=out.doing,
    )
    assert match(out, replace(out, id="2/e/1", document="2")) is not None
    assert match(out, back).relation == "not_same"


TRIP = replace(
    CALL,
    mode="visit",
    status="announced",
    actors=frozenset({A}),
    recipients=frozenset({"state BBB"}),
    persons=frozenset({A}),
    reported="2031-04-20",
)
OFF = replace(
    TRIP,
    id="2/e/10",
    document="2",
    status="cancelled",
    first=None,
    last=None,
    month_day=None,
    reported="2031-05-02",
    put_off=True,
)
LATER = replace(
    TRIP,
    id="3/e/10",
    document="3",
    status="held",
    first="2031-06-01",
    last="2031-06-01",
    month_day="06-01",
    reported="2031-06-02",
)
FREED = replace(
    DEMAND, type="RETREAT", mode="release", dealing=None, first="2031-05-04", last="2031-05-04", month_day="05-04"
)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(TRIP, OFF, "same", id="announced, then put off"),
        pytest.param(OFF, LATER, "same", id="put off, then held"),
        pytest.param(TRIP, LATER, "same", id="the day it was planned for does not part them"),
        pytest.param(
            replace(TRIP, doing=frozenset({"AAA"})),
            replace(OFF, actors=frozenset({C}), persons=frozenset({C}), doing=frozenset({"BBB"})),
            "not_same",
            id="a visit there is not one from there",
        ),
        pytest.param(replace(OFF, put_off=False), LATER, "not_same", id="called off, and another held"),
        pytest.param(
            FREED,
            replace(FREED, id="2/e/1", document="2", first="2031-05-05", last="2031-05-05", month_day="05-05"),
            "same",
            id="a deed of one night, by two reports",
        ),
        pytest.param(
            FREED,
            replace(FREED, id="2/e/1", document="2", first="2031-05-07", last="2031-05-07", month_day="05-07"),
            "not_same",
            id="a deed of three days later",
        ),
    ],
)
def test_days_that_part_and_days_that_do_not(a, b, relation):
    found = match(a, b)
    assert (None if found is None else found.relation) == relation


def weight(a, b):
    """The chance that two tellings are of one event."""
    found = match(a, b)
    return 0.0 if found is None or found.relation != "same" else found.weight


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        pytest.param({}, {"placed": ("2031-04-20", "2031-04-21"), "placed_weight": 0.9}, id="likely on another day"),
        pytest.param({"act": "calling"}, {"act": "sailed"}, id="the same word tells it"),
        pytest.param({"of_type": 1}, {"of_type": 30}, id="the only one of its type"),
        pytest.param({"quoted": True}, {"quoted": False}, id="both quoted"),
    ],
)
def test_what_makes_it_likelier(likelier, less):
    one = replace(CALL, act="called", quoted=True, clause="Anna and Bert spoke")
    other = replace(UNDATED, clause="a conversation of Bert with Anna", reported="2031-05-09")
    assert weight(one, replace(other, **likelier)) > weight(one, replace(other, **less)) > 0.0


@pytest.mark.parametrize(
    ("status", "kept_apart"),
    [
        pytest.param("announced", True, id="what was due that day is past"),
        pytest.param("requested", False, id="the day is that of the asking"),
    ],
)
def test_a_day_that_has_passed(status, kept_apart):
    dated = replace(CALL, type="RETREAT", mode=None, status=status)
    asked = replace(UNDATED, type="RETREAT", mode=None, status="requested", reported="2031-05-09")
    assert (match(dated, asked).relation == "not_same") == kept_apart


ARREST = replace(CALL, type="COERCE", mode="arrest", actors=frozenset(), recipients=frozenset({A}), states=frozenset())
GONE = replace(CALL, type="RETREAT", mode="resign", actors=frozenset({A}), states=frozenset())


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        pytest.param(ARREST, replace(ARREST, id="2/e/1", document="2", recipients=frozenset({B})), True, id="arrests"),
        pytest.param(ARREST, replace(ARREST, id="2/e/1", document="2"), False, id="one-arrest"),
        pytest.param(GONE, replace(GONE, id="2/e/1", document="2", actors=frozenset({B})), True, id="two-resign"),
    ],
)
def test_acts_of_different_people_are_two(a, b, apart):
    found = match(a, b)
    assert (found is not None and found.relation == "not_same") is apart


LEFT = replace(DEATHS, type="RETREAT", mode="resign", actors=frozenset({A}), persons=frozenset({A}))
CHARGE = replace(DEATHS, type="ACCUSE", mode="investigate", recipients=frozenset({B}), persons=frozenset({B}))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param(LEFT, {"unnamed": {"mother"}, "status": "requested"}, True, id="somebody's mother is no director"),
        pytest.param(LEFT, {"unnamed": {"director"}, "status": "requested"}, False, id="a director may be"),
        pytest.param(CHARGE, {"mode": None, "act": "said"}, True, id="a charge and a word on it"),
        pytest.param(CHARGE, {"mode": None, "act": "charged"}, False, id="a charge and a charge"),
    ],
)
def test_what_is_told_of_others_or_only_said(one, other, apart):
    changed = {k: frozenset(v) if isinstance(v, set) else v for k, v in other.items()}
    nobody = {"actors": frozenset()} if "unnamed" in other else {"actors": frozenset({A})}
    found = match(one, replace(one, id="9/e/1", document="9", **nobody, **changed))
    assert (found is not None and found.relation == "not_same") is apart


SECOND = replace(UNDATED, clause="Anna named the day after a second call with Bert", act="call")
NO = replace(
    DEMAND, type="REJECT", dealing="denial", act="denied", first=None, last=None, month_day=None, recipients=frozenset()
)
NO = replace(NO, clause="Anna denied the account", about="the account", words=topic_stems(["Anna denied the account"]))
TURNED_DOWN = replace(
    NO, id="2/e/10", document="2", dealing="refusal", clause="Anna denied the ferry", about="the ferry"
)
OF_OTHERS = replace(
    NO,
    id="2/e/10",
    document="2",
    actors=frozenset({C}),
    states=frozenset(),
    about="",
    clause="Cleo denied that the pilot had left",
    words=topic_stems(["denied that the pilot had left"]),
)
FREED = replace(DEATHS, type="AID", clause="miners freed by firemen", act="freed")
BY_THEMSELVES = replace(FREED, id="1/e/90", clause="We freed ourselves", act="freed")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(CALL, SECOND, id="a second call, without a day"),
        pytest.param(CALL, replace(SECOND, id="1/e/90", document="1"), id="a second call in the same report"),
        pytest.param(NO, TURNED_DOWN, id="an account denied, a thing refused"),
        pytest.param(NO, OF_OTHERS, id="denials by others of other things"),
        pytest.param(FREED, BY_THEMSELVES, id="freed by others, freed by themselves"),
    ],
)
def test_what_cannot_be_one(a, b):
    for one, other in ((a, b), (b, a)):
        found = match(one, other)
        assert found is not None and found.relation == "not_same"


TOLD = replace(
    FREED, type="COERCE", mode="arrest", clause="that a pilot had been arrested", act="arrested", quoted=True
)
NOBODY = replace(TOLD, id="1/e/90", status="denied", clause="nobody had been arrested")


@pytest.mark.parametrize(
    ("no", "joined"),
    [
        pytest.param(NOBODY, True, id="nobody was"),
        pytest.param(replace(NOBODY, quoted=False), False, id="not said by anybody"),
        pytest.param(replace(NOBODY, act="detained"), False, id="in another word"),
        pytest.param(replace(NOBODY, recipients=frozenset({C})), False, id="of somebody else"),
    ],
)
def test_what_is_taken_back(no, joined):
    found = match(TOLD, no)
    assert (found is not None and found.relation == "same" and found.weight >= 0.85) is joined


@pytest.mark.parametrize(
    ("tellings", "document", "compared"),
    [
        pytest.param(401, "1", 200, id="of a report that tells one thing over and over"),
        pytest.param(401, "2", 401, id="with another report's"),
        pytest.param(400, "1", 400, id="of a report no longer than a key holds"),
    ],
)
def test_how_many_tellings_of_a_report_are_compared(tellings: int, document: str, compared: int) -> None:
    others = [
        replace(CALL, id=f"{document}/e/{n:03}", document=document, of_type=tellings, nth=n)
        for n in range(1, tellings + 1)
        if document != "1" or n != 201
    ]
    one = replace(CALL, of_type=tellings, nth=201)
    assert len(list(Events().beside(one, others))) == min(compared, len(others))
