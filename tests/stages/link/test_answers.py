"""Which deed fulfils which demand, and what a bare answer answers."""

from dataclasses import replace

import pytest

from tidings.grammar.events.answering import AnswerCard, fit, fulfils

ASKED = AnswerCard(
    id="1/e/1",
    document="1",
    dealing="demand",
    outcome=None,
    actors=frozenset({"anna"}),
    recipients=frozenset({"bert"}),
    states=frozenset({"AAA"}),
    others=frozenset({"BBB"}),
    words=frozenset({"free", "prisoner", "demand"}),
    about=frozenset({"free", "prisoner"}),
    at=100,
    reported="2031-05-04",
)
DEED = replace(
    ASKED,
    id="2/e/1",
    document="2",
    dealing=None,
    actors=frozenset({"state BBB"}),
    recipients=frozenset(),
    states=frozenset({"BBB"}),
    others=frozenset(),
    about=frozenset(),
    reported="2031-05-08",
    deed=True,
    type="RETREAT",
)
ANSWER = replace(
    DEED,
    id="1/e/9",
    document="1",
    outcome="accepted",
    words=frozenset({"accept"}),
    at=300,
    reported="2031-05-04",
    deed=False,
)


@pytest.mark.parametrize(
    ("deed", "done"),
    [
        pytest.param(DEED, True, id="done later by those it was asked of"),
        pytest.param(replace(DEED, reported="2031-05-02"), False, id="done before"),
        pytest.param(replace(DEED, states=frozenset({"CCC"})), False, id="done by others"),
        pytest.param(replace(DEED, words=frozenset({"visit", "talks"})), False, id="something else"),
        pytest.param(replace(DEED, deed=False), False, id="only said"),
    ],
)
def test_what_came_of_a_demand(deed, done):
    assert (fulfils(deed, ASKED) > 0) is done


def test_a_bare_answer_answers_what_was_asked_just_before():
    assert fit(ANSWER, ASKED)[0] > 0.5
    assert fit(replace(ANSWER, about=frozenset({"visit"})), ASKED)[0] < fit(ANSWER, ASKED)[0]
    assert fit(replace(ANSWER, states=frozenset({"AAA"})), ASKED)[0] == 0.0


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        pytest.param(replace(ANSWER, last="1996-12-31", at=900), ASKED, id="decades before the report"),
        pytest.param(
            replace(ANSWER, first="2031-05-01", last="2031-05-01"), replace(ASKED, first="2031-05-03"), id="days before"
        ),
    ],
)
def test_nothing_is_answered_before_it_is_asked(answer, asked):
    assert fit(answer, asked)[0] == 0.0


DROPPED = replace(ANSWER, outcome="withdrawn", actors=frozenset({"anna"}), states=frozenset({"AAA"}), about=ASKED.about)
THREAT_DROPPED = replace(DROPPED, about=ASKED.about | {"threat"})
BLAME = replace(ASKED, dealing="accusation")
DENIED = replace(ANSWER, dealing="denial", outcome=None, actors=frozenset({"bert"}), about=frozenset({"accus"}))
ELSEWHERE = replace(ANSWER, document="2", outcome="rejected", dealing="refusal", actors=frozenset({"bert"}))


@pytest.mark.parametrize(
    ("answer", "asked", "fits"),
    [
        pytest.param(DROPPED, ASKED, True, id="withdrawn by who asked"),
        pytest.param(
            replace(DROPPED, actors=frozenset({"bert"}), states=frozenset({"BBB"})), ASKED, False, id="not by the other"
        ),
        pytest.param(replace(DROPPED, at=10), ASKED, False, id="not before it was asked"),
        pytest.param(THREAT_DROPPED, replace(ASKED, dealing="warning"), True, id="a threat withdrawn"),
        pytest.param(THREAT_DROPPED, ASKED, False, id="a threat withdrawn is no demand withdrawn"),
        pytest.param(DROPPED, replace(ASKED, dealing="warning"), False, id="what is withdrawn is no threat"),
        pytest.param(DENIED, BLAME, True, id="the accused denies"),
        pytest.param(
            replace(DENIED, actors=frozenset({"cara"}), states=frozenset({"CCC"})),
            BLAME,
            False,
            id="somebody else denies",
        ),
        pytest.param(
            replace(DENIED, actors=frozenset({"cara"}), states=frozenset({"CCC"}), speaks_for=frozenset({"bert"})),
            BLAME,
            True,
            id="the lawyer of the accused denies",
        ),
        pytest.param(
            DENIED,
            replace(BLAME, recipients=frozenset(), others=frozenset(), mode="disapprove"),
            False,
            id="a charge denied is no ruling called hasty",
        ),
        pytest.param(DENIED, ASKED, False, id="a denial answers no demand"),
        pytest.param(replace(ELSEWHERE, about=ASKED.about), ASKED, True, id="refused in another report, in like words"),
        pytest.param(ELSEWHERE, ASKED, False, id="refused in another report, nobody says what"),
        pytest.param(replace(ELSEWHERE, about=ASKED.about, reported="2031-05-01"), ASKED, False, id="refused before"),
    ],
)
def test_who_answers_what(answer, asked, fits):
    assert (fit(answer, asked)[0] >= 0.5) is fits


THREAT = replace(ASKED, dealing="warning")
STRIKE = replace(DEED, actors=frozenset({"anna"}), states=frozenset({"AAA"}), type="SANCTION")


@pytest.mark.parametrize(
    ("deed", "asked", "done"),
    [
        pytest.param(STRIKE, THREAT, True, id="a threat carried out"),
        pytest.param(replace(STRIKE, type="AID"), THREAT, False, id="a gift is no threat carried out"),
        pytest.param(DEED, THREAT, False, id="by those who were threatened"),
        pytest.param(replace(STRIKE, type="AID"), replace(ASKED, dealing="offer"), True, id="an offer kept"),
        pytest.param(DEED, replace(ASKED, restraint=True), True, id="a withdrawal may end what should stop"),
        pytest.param(replace(DEED, type="AID"), replace(ASKED, restraint=True), False, id="asked not to"),
    ],
)
def test_deeds(deed, asked, done):
    assert (fulfils(deed, asked) > 0) is done


LOWERED = replace(DEED, type="CONCEDE", about=frozenset({"demand"}))
UNSAID = replace(ASKED, recipients=frozenset(), others=frozenset())


@pytest.mark.parametrize(
    ("deed", "asked", "done"),
    [
        pytest.param(LOWERED, ASKED, False, id="a demand lowered or discussed"),
        pytest.param(replace(LOWERED, meets=True), ASKED, True, id="a demand met"),
        pytest.param(DEED, UNSAID, True, id="done by known others, nobody says who was asked"),
        pytest.param(
            replace(DEED, actors=frozenset(), states=frozenset()), UNSAID, False, id="nobody says who did it either"
        ),
        pytest.param(replace(DEED, actors=frozenset({"anna"}), states=frozenset()), UNSAID, False, id="by who asked"),
        pytest.param(DEED, replace(UNSAID, addressed=True), False, id="asked of somebody without a name"),
    ],
)
def test_a_demand_is_kept_by_those_it_was_put_to(deed, asked, done):
    assert (fulfils(deed, asked) > 0) is done


REFUSED = replace(ANSWER, outcome="rejected", dealing="refusal")
BY_ANOTHER = replace(REFUSED, actors=frozenset({"cara"}), states=frozenset())


@pytest.mark.parametrize(
    ("answer", "asked", "fits"),
    [
        pytest.param(replace(REFUSED, actors=frozenset({"bert"})), ASKED, True, id="by whom it was put to"),
        pytest.param(BY_ANOTHER, ASKED, False, id="by another, who names nothing"),
        pytest.param(replace(BY_ANOTHER, about=ASKED.about), ASKED, True, id="by another, who names it"),
        pytest.param(BY_ANOTHER, UNSAID, True, id="put to nobody"),
        pytest.param(replace(REFUSED, view=True), ASKED, False, id="only disagrees"),
        pytest.param(
            replace(REFUSED, after=frozenset({"send", "dog", "harbour"})), ASKED, False, id="refuses another thing"
        ),
        pytest.param(replace(BY_ANOTHER, echoes=ASKED.id), ASKED, True, id="points at it"),
        pytest.param(replace(REFUSED, at=50), replace(UNSAID, echoes=REFUSED.id), True, id="as she had asked him to"),
    ],
)
def test_a_refusal_is_of_what_was_put_to_the_refuser_or_named(answer, asked, fits):
    assert (fit(answer, asked)[0] >= 0.5) is fits


@pytest.mark.parametrize(
    ("guest", "came"),
    [
        pytest.param(DEED, True, id="the guest"),
        pytest.param(replace(DEED, actors=frozenset({"cleo"}), states=frozenset({"CCC"})), False, id="somebody else"),
    ],
)
def test_an_invitation_is_answered_by_coming(guest, came):
    asked = replace(ASKED, dealing="offer", words=frozenset({"invite", "anna", "talks"}), invites=True)
    guest = replace(guest, type="CONSULT", words=frozenset({"travel", "anna", "talks"}))
    guest = replace(guest, actors=guest.actors if not came else frozenset({"bert"}))
    assert (fulfils(guest, asked) > 0) is came


@pytest.mark.parametrize(
    ("about", "weighs"),
    [
        pytest.param({"pact"}, True, id="the pact"),
        pytest.param({"boat"}, False, id="boats under it"),
    ],
)
def test_an_accord_is_withdrawn_only_by_name(about, weighs):
    asked = replace(ASKED, dealing="agreement", words=frozenset({"pact", "boat"}), about=frozenset({"pact", "boat"}))
    answer = replace(ANSWER, outcome="withdrawn", about=frozenset(about), words=frozenset(about), actors=asked.actors)
    assert (fit(answer, asked)[0] > 0) is weighs


@pytest.mark.parametrize(
    ("nameless", "at", "answers"),
    [
        pytest.param(True, 200, True, id="a group without a name"),
        pytest.param(True, 900, False, id="far behind"),
        pytest.param(False, 200, False, id="somebody else is charged"),
    ],
)
def test_a_denial_right_behind_a_charge(nameless, at, answers):
    charge = replace(
        ASKED, dealing="accusation", recipients=frozenset({"strikers"}), others=frozenset(), nameless=nameless
    )
    denial = replace(ANSWER, dealing="denial", outcome=None, words=frozenset({"deni"}), about=frozenset(), at=at)
    assert (fit(denial, charge)[0] > 0) is answers
