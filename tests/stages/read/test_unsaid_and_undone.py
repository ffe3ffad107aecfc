"""What a sentence takes back, denies, refuses or only reports is told as nobody's deed, or as a refusal or threat."""

import pytest

from tests.stages.read.conftest import names, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Minister Anna Falk denied that Norway would expel the Portuguese envoy if the ship was kept.",
            {("REJECT", "held"), ("SANCTION", "denied")},
            id="a-denied-threat-threatens-nothing",
        ),
        pytest.param(
            '"We never said we would expel the envoy if the ship was kept," Norway said.',
            set(),
            id="what-nobody-said",
        ),
        pytest.param(
            "Norway's spokesman, Peter Holm, took back his denial on Tuesday.",
            {("CONCEDE", "held")},
            id="a-denial-taken-back",
        ),
        pytest.param(
            "Norway's spokesman, Peter Holm, retracted his earlier denial in a letter sent on Tuesday.",
            {("CONCEDE", "held")},
            id="a-denial-retracted",
        ),
        pytest.param(
            "Minister Anna Falk of Norway denied, however, having dropped the demand for an inquiry.",
            {("REJECT", "held"), ("CONCEDE", "denied")},
            id="denied-however-having-done-it",
        ),
        pytest.param(
            "Minister Anna Falk is tipped to expel the Peruvian envoy.",
            {("SANCTION", "rumoured")},
            id="only-tipped-to-do-it",
        ),
        pytest.param(
            "Norway's minister Peter Holm told friends that he would resign tomorrow. "
            "Asked about it, he said he had said nothing of the kind.",
            {("RETREAT", "denied")},
            id="says-he-never-said-so",
        ),
        pytest.param(
            "Norway's spokesman, Peter Holm, confirmed the call but said that it had been about other matters.",
            set(),
            id="a-call-confirmed-asks-for-nothing",
        ),
        pytest.param(
            "Anna Falk's father, Peter Holm, said he did not care who was to blame.",
            set(),
            id="does-not-care-who-did-it",
        ),
        pytest.param(
            "The ministers of Norway and Peru signed a treaty on Tuesday, subject to ratification by parliament.",
            {("SUPPORT", "conditional")},
            id="subject-to-ratification",
        ),
        pytest.param(
            "Minister Anna Falk of Norway denied having left the talks with Peru.",
            {("REJECT", "held")},
            id="who-denies-having-left-has-only-denied",
        ),
        pytest.param(
            "Norway's president had invited her Portuguese colleague to Oslo in March; that visit never took place.",
            {("AGREE", "held")},
            id="what-came-of-an-invitation-is-no-refusal",
        ),
        pytest.param(
            "Norwegian sanctions on Portugal, threatened last week, are off the table.",
            {("THREATEN", "held")},
            id="off-the-table",
        ),
        pytest.param(
            "Norwegian sanctions on Portugal, threatened last week, would hurt.",
            {("SANCTION", "conditional"), ("THREATEN", "held")},
            id="only-threatened",
        ),
        pytest.param(
            "Minister Anna Falk of Norway is due in Lima on Monday to sign a treaty with Peru.",
            {("CONSULT", "announced"), ("SUPPORT", "announced")},
            id="due-somewhere-to-sign",
        ),
        pytest.param(
            "Minister Anna Falk of Norway will fly to Lima to sign a treaty with Peru.",
            {("CONSULT", "announced"), ("SUPPORT", "announced")},
            id="will-fly-to-sign",
        ),
        pytest.param(
            "Norway would release the second tranche only after the board approves the plan, Minister Anna Falk said.",
            {("AID", "conditional")},
            id="only-after",
        ),
        pytest.param(
            "The World Bank will not release the money until parliament approves the budget, Minister Anna Falk of Norway said.",
            {("AID", "conditional")},
            id="not-until",
        ),
        pytest.param(
            "The minister of Portugal said that Norway's navy opened fire on a trawler. "
            '"This is not true," Minister Anna Falk of Norway said.',
            {("ASSAULT", "denied"), ("REJECT", "held")},
            id="called-untrue-right-after",
        ),
        pytest.param(
            '"We did not agree on what happened," Minister Anna Falk of Norway said.', set(), id="of-two-minds"
        ),
        pytest.param(
            '"I gave him soup," he blasted. Minister Anna Falk of Norway resigned.',
            {("RETREAT", "held")},
            id="blasted-nobody",
        ),
        pytest.param("Norway's health ministry warned of the water in the Tarsk.", set(), id="warned-of-water"),
        pytest.param(
            "President Carl Brom of Norway stressed that Norway is not for sale and that nobody shall dictate to it.",
            set(),
            id="asks-nothing-of-its-own-side",
        ),
        pytest.param(
            "The Norwegian rescue team landed in Tarsk on Friday but was sent back, an official in Portugal said.",
            set(),
            id="sent-back-no-aid",
        ),
        pytest.param("It was not the army of Norway that attacked the village of Tarsk.", set(), id="not-them"),
        pytest.param("It was not Portugal that Norway accused of the attack.", set(), id="not-of-them"),
        pytest.param(
            '"We will not leave anyone behind," President Carl Brom of Norway said.', set(), id="nothing-refused"
        ),
        pytest.param('"We will not rest," President Carl Brom of Norway said.', set(), id="no-rest"),
        pytest.param(
            '"We will not withdraw our troops," President Carl Brom of Norway said.', {("REJECT", "held")}, id="refused"
        ),
        pytest.param(
            '"We will not pay Portugal," President Carl Brom of Norway said.', {("REJECT", "held")}, id="not-paid"
        ),
        pytest.param(
            "Portugal called for President Carl Brom of Norway to step down.",
            {("REQUEST", "held"), ("RETREAT", "requested")},
            id="for-them-to-go",
        ),
        pytest.param("Ministers spoke of a Portuguese-style raid on the ports of Norway.", set(), id="only-likened"),
        pytest.param(
            "Norway spoke of the slated visit of Minister Bela Toth of Portugal.",
            {("CONSULT", "announced")},
            id="slated",
        ),
        pytest.param(
            "The text would have condemned Norway's crackdown on Portugal.",
            {("COERCE", "held")},
            id="what-would-have-been-blamed-was-done",
        ),
        pytest.param(
            "Norway agreed to releasing the crew.", {("AGREE", "held"), ("RETREAT", "announced")}, id="to-releasing"
        ),
        pytest.param(
            "The loan that Norway agreed on in May will not be paid to Portugal after all.",
            {("AGREE", "held"), ("AID", "cancelled")},
            id="after-all",
        ),
        pytest.param("Norway said it would fight rather than withdraw its troops.", set(), id="rather-than"),
        pytest.param(
            "Norway said that its ships are ready to be deployed.",
            {("MOBILIZE", "conditional")},
            id="things-stand-ready",
        ),
        pytest.param(
            "Norway agreed to a plan, pledging to pull its troops from Portugal, set prisoners free and start talks "
            "with Portugal.",
            {("AGREE", "held"), ("RETREAT", "announced")},
            id="a-list-of-pledges",
        ),
        pytest.param(
            "If it did not, Minister Anna Falk said, Norway would attack Portugal.",
            {("THREATEN", "held"), ("ASSAULT", "conditional")},
            id="a-threat-round-who-makes-it",
        ),
        pytest.param(
            "The two ministers are meeting in Oslo tomorrow, Norway said.",
            {("CONSULT", "announced")},
            id="meeting-tomorrow",
        ),
        pytest.param(
            "Portugal will lift the ban when the court of Norway has ruled.",
            {("RETREAT", "conditional")},
            id="when-it-has-ruled",
        ),
        pytest.param(
            "Free the men and we will lift the ban, the Portuguese minister told Norway.",
            {("REQUEST", "held"), ("RETREAT", "requested"), ("RETREAT", "conditional")},
            id="do-this-and-we-will",
        ),
        pytest.param(
            "Norway offered to withdraw its troops in exchange for the release of the sailors of Portugal.",
            {("AGREE", "held"), ("RETREAT", "conditional"), ("RETREAT", "announced")},
            id="in-exchange-for",
        ),
        pytest.param(
            "Portugal shelved plans to expel the Norwegian ambassador.",
            {("CONCEDE", "held"), ("SANCTION", "cancelled")},
            id="plans-that-are-dropped",
        ),
        pytest.param(
            "Norway is thinking of expelling the Portuguese ambassador.",
            {("SANCTION", "rumoured")},
            id="thinking-of",
        ),
        pytest.param(
            "Norway has yet to condemn Portugal.",
            {("ACCUSE", "denied")},
            id="has-yet-to",
        ),
        pytest.param(
            "Ministers of Norway and Portugal were still negotiating on Friday.",
            {("CONSULT", "ongoing")},
            id="were-still",
        ),
        pytest.param(
            "Norwegian and Portuguese envoys are locked in talks over the strait.",
            {("CONSULT", "ongoing")},
            id="locked-in-talks",
        ),
        pytest.param(
            "Plans for a summit of Norway and Portugal came to nothing.",
            {("CONSULT", "cancelled")},
            id="came-to-nothing",
        ),
        pytest.param(
            "A visit by the Norwegian king to Portugal is under consideration, officials said.",
            {("CONSULT", "rumoured")},
            id="under-consideration",
        ),
        pytest.param(
            "It is time for Norway to release the sailors, Portuguese Minister Anna Falk said.",
            {("RETREAT", "requested")},
            id="it-is-time",
        ),
        pytest.param(
            "The joint exercise of Norway and Portugal will not go ahead, Norway said.",
            {("COOPERATE", "cancelled")},
            id="will-not-go-ahead",
        ),
        pytest.param(
            "Police are looking into payments to the Norwegian minister.",
            {("ACCUSE", "ongoing")},
            id="looking-into",
        ),
        pytest.param(
            "The coach Cid Rask attacked his players after the match.",
            set(),
            id="in-sports",
        ),
        pytest.param(
            "Nordic Motors shipped 300 cars to Portugal in May.",
            set(),
            id="shipped-goods",
        ),
        pytest.param(
            "The airline regrets the delays.",
            set(),
            id="regrets-delays",
        ),
        pytest.param(
            "The king of Norway went to the International Court of Justice to open an exhibition.",
            set(),
            id="went-to-court-to-visit-it",
        ),
        pytest.param(
            "Minister Anna Falk told the Norwegian ambassador that Portugal would leave the pact.",
            {("RETREAT", "announced")},
            id="told-the-envoy-who-leaves",
        ),
    ],
)
def test_how_it_stands(text, expected):
    assert {(e.type, e.status) for e in told(text).events} == expected


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        pytest.param("Norway reported an attack, killing two guards.", "ASSAULT", [], id="who-reports-killed-nobody"),
        pytest.param(
            "Norway reported on Friday an attack on its consulate that, her ministry said, killed two guards.",
            "ASSAULT",
            [],
            id="nor-where-its-ministry-says-so",
        ),
        pytest.param(
            "Norway said nothing had been agreed with Portugal, and accused Lisbon of stalling.",
            "ACCUSE",
            ["Norway"],
            id="who-said-nothing-was-agreed-accuses",
        ),
        pytest.param(
            "Ambassador Anna Falk of Norway rejected claims that its forces had fired and accused Portugal of lies.",
            "ACCUSE",
            ["Anna Falk"],
            id="who-rejects-goes-on-to-accuse",
        ),
        pytest.param("Norway promised Portugal to release the crew.", "RETREAT", ["Norway"], id="who-promises-does-it"),
        pytest.param(
            "Norway is committed to withdrawing its troops.", "AGREE", ["Norway"], id="who-is-committed-promises"
        ),
        pytest.param(
            "The ministers of Norway and Portugal met in Lima on Sunday and agreed to set up a commission, Peru's foreign ministry said.",
            "AGREE",
            ["ministers of Norway and Portugal"],
            id="who-met-agreed-not-who-says-so",
        ),
        pytest.param(
            "The runner's lawyer Cid Rask rejected an offer by Norway.", "REJECT", ["Cid Rask"], id="somebodys-lawyer"
        ),
        pytest.param(
            '"We were ready to receive President Carl Brom of Norway," said Rosa Vidal, a spokeswoman for the government of Chile.',
            "AGREE",
            ["Chile"],
            id="we-of-a-spokeswoman",
        ),
        pytest.param("Norwegian army deserters killed seven soldiers of Norway.", "ASSAULT", [], id="deserters"),
        pytest.param(
            "The Solna Liberation Front agreed to a truce with Norway. Extremists opposed to the truce killed two guards of Norway.",
            "ASSAULT",
            [],
            id="extremists-are-not-the-group",
        ),
    ],
)
def test_who_did_it(text, type_, actors):
    reading = told(text)
    found = [names(reading, e.actors) for e in reading.events if e.type == type_]
    assert found
    assert all(one == actors for one in found)


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        pytest.param(
            '"President Carl Brom of Norway asked us for more time," said Rosa Vidal, an adviser to Chile\'s prime minister.',
            "REQUEST",
            ["Chile"],
            id="us-of-an-adviser",
        ),
        pytest.param(
            "Norway's sports boss Cid Rask was branded a liar by the runner Ada Holt.",
            "ACCUSE",
            ["Cid Rask"],
            id="a-name-behind-what-somebody-is",
        ),
    ],
)
def test_to_whom(text, type_, recipients):
    reading = told(text)
    assert [names(reading, e.recipients) for e in reading.events if e.type == type_] == [recipients]


def test_who_would_ask_has_not_asked():
    events = told("Minister Anna Falk of Norway said she would ask the World Bank for a loan.").events
    assert [(e.status, e.dealing) for e in events if e.type == "REQUEST"] == [("announced", None)]


def test_a_semicolon_ends_what_tells_it():
    text = (
        "President Ada Holt of Norway will receive President Ruiz of Peru in Oslo on Friday; "
        "a meeting planned for last Thursday in Lima did not take place."
    )
    (off,) = [e for e in told(text).events if e.status == "cancelled"]
    assert text[off.clause.start : off.clause.end].startswith("a meeting")


def test_who_denies_that_force_was_used_did_not_use_it():
    reading = told("Norway's police chief Peter Holm denied on Tuesday that tear gas had been used against the crowd.")
    (used,) = [e for e in reading.events if e.type == "ASSAULT"]
    assert (used.status, names(reading, used.actors)) == ("denied", [])


def test_who_pleads_does_not_give_way():
    reading = told(
        "Malian minister Peter Holm rejected the ultimatum. His Spanish counterpart, Anton Berg, pleaded with him to reconsider."
    )
    pleas = [(e.type, e.status) for e in reading.events if "Anton Berg" in names(reading, e.actors)]
    assert pleas == [("REQUEST", "held")]


def test_an_agreement_that_waits_for_a_vote_is_one_still_open():
    reading = told(
        "The ministers of Norway and Peru reached a deal on fishing on Tuesday, pending approval by parliament."
    )
    assert {(e.dealing, e.status) for e in reading.events if e.dealing} == {("agreement", "conditional")}


def test_what_the_own_state_did_is_denied_to_nobody():
    reading = told("Foreign Minister Anna Falk of Norway denied that Norway would attack Portugal.")
    (denial,) = [e for e in reading.events if e.dealing == "denial"]
    assert names(reading, denial.recipients) == ["Portugal"]


def test_large_states_are_not_the_two_told_of():
    text = "Norway and Portugal met in Oslo. Norway and Portugal signed a pact. President Carl Brom accused large states of lies."
    (blame,) = [e for e in told(text).events if e.type == "ACCUSE"]
    assert len(blame.recipients) == 1


def test_a_claim_that_is_denied_is_no_demand_that_is_refused():
    (denial, denied) = told("Norway denied a Portuguese claim that it had rejected a swap of two pilots.").events
    assert (denial.dealing, denied.status) == ("denial", "denied")


def test_a_deal_that_says_what_it_is_about_is_not_the_one_told_before():
    text = (
        "Nord Air of Norway signed a deal with Aerowerk of Portugal for 11 planes.\n"
        "Rui Sousa of Slovenia, who brokered the deal for the release of two pilots, said nobody had paid."
    )
    assert [e.refers for e in told(text).events if text[e.trigger.start : e.trigger.end] == "deal"] == [None]


def test_a_denial_goes_to_nobody_whom_it_only_calls_it():
    text = "Nord Air of Norway signed a deal with Aerowerk.\nIts chief, Bela Toth, denied it was in talks with banks."
    denial = next(e for e in told(text).events if e.dealing == "denial")
    assert "Aerowerk" not in [text[p.span.start : p.span.end] for p in denial.recipients]
    assert "it" not in [text[p.span.start : p.span.end] for p in denial.recipients]
