"""What a speaker denies, threatens or hangs on a condition by plain words, and what a relative clause is about."""

import pytest

from tests.stages.read.conftest import told


@pytest.mark.parametrize(
    ("text", "dealings"),
    [
        pytest.param("Norway's spokesman said it had no part in the raid.", {"denial"}, id="no-part"),
        pytest.param("Portugal's envoy insisted that Portugal had no links to the firm.", {"denial"}, id="no-links"),
        pytest.param("Analysts said Norway had no role in the talks.", set(), id="said-of-others"),
        pytest.param("Norway's minister said that Norway has no new ships.", set(), id="no-ships"),
        pytest.param("Norway's minister said that Oslo would respond in kind.", {"warning"}, id="in-kind"),
        pytest.param("Norway said it would hit back at Portugal.", {"warning"}, id="hit-back"),
        pytest.param("Norway's minister said that Oslo would respond on Friday.", set(), id="respond-on-a-day"),
        pytest.param(
            "Norway's minister, Cid Rask, said that Oslo had not been consulted.", set(), id="not-consulted-complains"
        ),
        pytest.param('"We have received nothing," minister Cid Rask of Norway said.', set(), id="received-nothing"),
        pytest.param("Norway's spokesman said that Norway had not attacked the ship.", {"denial"}, id="did-not-attack"),
        pytest.param('Norway\'s minister said: "Thank you, but we do not need it."', {"refusal"}, id="need-it"),
        pytest.param("Norway's minister said that Oslo does not need rain.", set(), id="need-no-rain"),
        pytest.param(
            "President Ada Holt's spokeswoman said that Holt would not resign.", {"refusal"}, id="spokeswoman"
        ),
        pytest.param("President Ada Holt's rival Cid Rask said that Holt would not resign.", set(), id="a-rival"),
        pytest.param("President Ada Holt vowed to hunt down the smugglers.", {"warning"}, id="hunt-down"),
        pytest.param("Norway offered a truce, an official said on condition of anonymity.", {"offer"}, id="anonymity"),
    ],
)
def test_what_is_dealt_by_saying_it(text, dealings):
    assert {e.dealing for e in told(text).events if e.dealing is not None} == dealings


def test_what_a_relative_clause_refuses_is_what_it_hangs_on():
    text = "Norway asked for the samples, which Portugal refused."
    (refusal,) = [e for e in told(text).events if e.dealing == "refusal"]
    assert text[refusal.about.start : refusal.about.end] == "the samples"


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        pytest.param("Norway condemned the arrest of two pilots.", {("COERCE", "held")}, id="condemned"),
        pytest.param(
            "Norway's envoy protested against the detention of a tanker.", {("COERCE", "held")}, id="protested"
        ),
        pytest.param("Norway accused Portugal of the murder of two pilots.", set(), id="accused-of"),
        pytest.param("Norway demanded the arrest of two pilots.", {("COERCE", "requested")}, id="demanded"),
    ],
)
def test_what_is_condemned_was_done(text, deeds):
    deeds_told = {(e.type, e.status) for e in told(text).events if e.type in {"COERCE", "ASSAULT"}}
    assert deeds_told == deeds


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param("Norway offered Chile's services as a go-between.", "Chile's services", id="services"),
        pytest.param("Norway offered the owner three million crowns.", "three million crowns", id="to whom and what"),
        pytest.param("Norway offered to mediate.", "to mediate", id="to do what"),
    ],
)
def test_what_is_offered(text, about):
    (offer,) = [e for e in told(text).events if e.dealing == "offer"]
    assert text[offer.about.start : offer.about.end].startswith(about)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("The harbour is shut, said a clerk who requested anonymity.", set(), id="requested anonymity"),
        pytest.param(
            "The harbour is shut, said a clerk who pleaded with us not to name her.", set(), id="not to name her"
        ),
        pytest.param("A pilot who asked not to be identified told of the fog.", set(), id="not to be identified"),
        pytest.param(
            "Norway urged Portugal not to name a general as its envoy.", {"REQUEST"}, id="not to name to a post"
        ),
        pytest.param("Norway asked Portugal to free the pilot.", {"REQUEST"}, id="a request"),
    ],
)
def test_who_asks_to_stay_unnamed_asks_nothing_of_anybody(text, types):
    assert {e.type for e in told(text).events} & {"REQUEST"} == types


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Norway made a bid to secure the release of two pilots.", "requested", id="a bid"),
        pytest.param(
            "Norway had made a bid, in May, to secure the release of the pilots.", "requested", id="a bid weeks ago"
        ),
        pytest.param("Norway made a bid to free two pilots.", "requested", id="a bid to free"),
        pytest.param("Norway's efforts to secure the withdrawal of the troops go on.", "requested", id="efforts"),
        pytest.param("Norway tried to win the release of two pilots.", "requested", id="tried to win"),
        pytest.param("The campaign for the release of two pilots grows.", "requested", id="a campaign for"),
        pytest.param("The release of two pilots is the priority of Norway.", "requested", id="a priority"),
        pytest.param("A deal for the release of two pilots was near.", "announced", id="a deal for"),
        pytest.param("Norway spoke with Portugal about the lifting of the blockade.", None, id="spoke about"),
        pytest.param(
            "Norway will raise two matters: the release of two pilots and the cod treaty.", None, id="two matters"
        ),
        pytest.param("Norway secured the release of two pilots.", "held", id="secured"),
        pytest.param("Norway celebrates the release of two pilots.", "held", id="celebrates"),
    ],
)
def test_what_is_only_worked_for_has_not_come(text, status):
    assert next((e.status for e in told(text).events if e.type == "RETREAT"), None) == status


@pytest.mark.parametrize(
    ("text", "actors", "befallen"),
    [
        pytest.param("Bo Lind jailed for nine years in Oslo.", [], ["Bo Lind"], id="a headline's participle"),
        pytest.param("The court jailed Bo Lind for nine years.", ["The court"], ["Bo Lind"], id="a court"),
    ],
)
def test_who_is_jailed_jails_nobody(text, actors, befallen):
    (act,) = [e for e in told(text).events if e.type == "COERCE"]
    assert [text[p.span.start : p.span.end] for p in act.actors] == actors
    assert [text[p.span.start : p.span.end] for p in act.recipients] == befallen


def test_an_agreement_that_was_reached_stands():
    """What befell an agreement is no aim of it."""
    deals = {e.status for e in told("The accord reached in Oslo was praised by Norway.").events if e.type == "SUPPORT"}
    assert deals == {"held"}


@pytest.mark.parametrize(
    ("text", "rejects"),
    [
        pytest.param("Minister Ada Holt said Norway had never refused the loan.", False, id="never refused"),
        pytest.param("Minister Ada Holt said there was no reason to reject the loan.", False, id="no reason to"),
        pytest.param("Minister Ada Holt said it would be wrong to reject it.", False, id="wrong to"),
        pytest.param("Minister Ada Holt argued against rejecting the loan.", False, id="against rejecting"),
        pytest.param("Minister Ada Holt said that Norway had rejected the loan.", True, id="had rejected"),
    ],
)
def test_who_speaks_against_a_refusal_refuses_nothing(text, rejects):
    acts = [e for e in told(text).events if e.type == "REJECT" and e.status == "held"]
    assert bool(acts) == rejects


def test_what_is_only_expected_is_no_refusal():
    events = told("Premier Cid Rask of Norway was expected to reject the loan on Thursday, but accepted it.").events
    assert "refusal" not in {e.dealing for e in events}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        pytest.param(
            "Portugal asked for a survey in May. Norway turned down its request for a survey.",
            "Portugal",
            id="turned down",
        ),
        pytest.param("Norway rejected its offer of talks, Portugal said.", "Portugal", id="rejected"),
    ],
)
def test_whose_request_is_turned_down_is_another(text, asks):
    reading = told(text)
    (act,) = [
        e
        for e in reading.events
        if e.dealing in {"demand", "offer"} and "its" in {text[p.span.start : p.span.end] for p in e.actors}
    ]
    assert [reading.chains[p.chain].name for p in act.actors if p.chain is not None] == [asks]


def test_who_has_until_a_day_to_ask_has_not_asked():
    (act,) = [e for e in told("Senator Ada Holt has until May to ask for a recount.").events if e.type == "REQUEST"]
    assert (act.status, act.dealing) == ("conditional", None)


@pytest.mark.parametrize(
    ("text", "type_", "statuses"),
    [
        pytest.param(
            "Leaders talked about the invasion of Peru by Chile.", "ASSAULT", ["held"], id="an attack talked of"
        ),
        pytest.param(
            "Norway made an effort to free the sailors and freed them.", "RETREAT", ["requested", "held"], id="and did"
        ),
        pytest.param("The police used their authority to arrest Ada Berg.", "COERCE", ["held"], id="a power used"),
        pytest.param(
            "The release of the crew was a condition and took place on Tuesday.",
            "RETREAT",
            ["held"],
            id="a condition met",
        ),
        pytest.param("Norway attacked Peru, a clerk who asked for anonymity said.", "ASSAULT", ["held"], id="unnamed"),
    ],
)
def test_what_is_told_as_done_stays_so_beside_an_aim(text, type_, statuses):
    assert [e.status for e in told(text).events if e.type == type_] == statuses
