"""What a sentence tells, by all of READ."""

import pytest

from tests.stages.read.conftest import names, told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param("Senator Ada Holt attacked Governor Cid Rask over his tax plan.", {"ACCUSE"}, id="at-words"),
        pytest.param("The candidates Ada Holt and Cid Rask are locked in a battle for votes.", set(), id="a-contest"),
        pytest.param("Norwegian troops attacked Portugal on Monday.", {"ASSAULT"}, id="at-arms"),
        pytest.param("Ada Holt was attacked by Cid Rask. Holt was wounded and a gunman fled.", {"ASSAULT"}, id="hurt"),
        pytest.param("Asked for her view, President Ada Holt smiled.", set(), id="asked-by-reporters"),
        pytest.param('"Is it true?" President Ada Holt asked Senator Cid Rask.', set(), id="a-question"),
        pytest.param("President Ada Holt declined to say who will run.", set(), id="declined-to-say"),
        pytest.param("President Ada Holt declined to sign the treaty with Norway.", {"REJECT"}, id="declined-to-do"),
        pytest.param('"Senator Cid Rask should have won," said President Ada Holt.', set(), id="had-been-better"),
        pytest.param("Gunmen in Norway took two aid workers captive.", {"ASSAULT"}, id="taken captive"),
        pytest.param("President Ada Holt took Norway's worries seriously.", set(), id="taken seriously"),
        pytest.param("Senator Ada Holt fired back on Monday.", set(), id="back-at-words"),
        pytest.param("A Norwegian mission landed in Chile on Monday.", {"CONSULT"}, id="landed"),
        pytest.param("Norway will hand back the ship on Friday.", {"RETREAT"}, id="handed-back"),
        pytest.param("All three hostages were handed over on Friday.", {"RETREAT"}, id="nobody-named"),
        pytest.param("The border with Chile reopened on Friday.", {"RETREAT"}, id="reopened"),
        pytest.param("The curfew was lifted on Friday.", {"RETREAT"}, id="lifted"),
        pytest.param("All three boxes were handed over on Friday.", set(), id="boxes"),
        pytest.param("President Ada Holt's aide Cid Rask was arrested for insulting her.", {"COERCE"}, id="what-for"),
        pytest.param("Police in Norway detained two men suspected of killing a guard.", {"COERCE"}, id="suspected-of"),
        pytest.param(
            "Senator Ada Holt faced calls from Norway for a ceasefire.", {"REQUEST", "RETREAT"}, id="calls-for"
        ),
    ],
)
def test_what_is_an_act(text, types):
    assert {e.type for e in told(text).events} == types


def test_who_enjoys_support_does_not_give_it():
    reading = told("Senator Ada Holt has the support of President Cid Rask.")
    (event,) = reading.events
    assert event.type == "SUPPORT"
    assert names(reading, event.actors) == ["Cid Rask"]
    assert names(reading, event.recipients) == ["Ada Holt"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        pytest.param(
            "It was not Norway but Portugal that expelled Cid Rask.",
            "COERCE",
            ["Portugal"],
            ["Cid Rask"],
            id="not-a-but-b",
        ),
        pytest.param("It was Portugal who attacked Norway.", "ASSAULT", ["Portugal"], ["Norway"], id="it-was-b"),
        pytest.param(
            "President Ada Holt apologised to Norway, not to Portugal.",
            "CONCEDE",
            ["Ada Holt"],
            ["Norway"],
            id="not-to",
        ),
    ],
)
def test_who_did_it_to_whom(text, type_, actors, recipients):
    reading = told(text)
    (event,) = (e for e in reading.events if e.type == type_)
    assert (names(reading, event.actors), names(reading, event.recipients)) == (actors, recipients)


def test_where_force_is_used_nobody_does_it():
    reading = told("Senator Ada Holt mourned the victims of the Manchester bombing on Monday.")
    assert [names(reading, e.actors) for e in reading.events if e.type == "ASSAULT"] in ([], [[]])


def test_what_neither_did_is_not_held():
    reading = told("Sweden offered a truce, but neither Norway nor Portugal accepted.")
    assert [e.status for e in reading.events if e.actors and names(reading, e.actors) != ["Sweden"]] in ([], ["denied"])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("On Monday President Ada Holt spoke. She has long opposed Norway.", "opposed", id="habit"),
        pytest.param("Norway has been criticised by Portugal since Monday.", "criticised", id="since"),
        pytest.param("By Sunday President Ada Holt is to meet Senator Cid Rask.", "meet", id="a-term-gone-by"),
        pytest.param("Senator Cid Rask, who has accused Norway, said so on Monday.", "accused", id="of-who-spoke"),
    ],
)
def test_a_day_that_is_not_the_acts(text, word):
    reading = told(text)
    at = text.index(word)
    assert [(e.time, e.placed) for e in reading.events if e.trigger.start == at] in ([], [(None, None)])


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("Farmers in Norway blocked the port from 2 to 6 May.", ("2031-05-02", "2031-05-06"), id="from-to"),
        pytest.param("Norway shelled Portugal between April 28 and May 3.", ("2031-04-28", "2031-05-03"), id="between"),
        pytest.param("Norway shelled Portugal on May 3 and on May 5.", None, id="two-days"),
    ],
)
def test_a_range_gives_both_its_ends(text, ends):
    reading = told(text)
    (event,) = reading.events
    days = event.placed and tuple(reading.times[d.time].value for d in (event.placed.first, event.placed.last))
    assert days == ends


def test_years_ago_on_a_weekday_is_not_last_week():
    reading = told("Twenty years ago on Wednesday Norway invaded Portugal.")
    (event,) = reading.events
    assert event.time is not None
    assert reading.times[event.time].value == "2011"


def test_what_a_request_is_about_is_not_requested():
    events = told("President Ada Holt of Norway called for an investigation into the shooting in Lisbon.").events
    assert [e.type for e in events if e.status == "requested"] in ([], ["ACCUSE"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "The vote came two days before talks between Norway and Portugal.", "announced", id="before-talks"
        ),
        pytest.param(
            "The vote came two days before the talks between Norway and Portugal.", "held", id="the-known-talks"
        ),
    ],
)
def test_what_something_came_before(text, status):
    assert [e.status for e in told(text).events if e.type == "CONSULT"] == [status]


@pytest.mark.parametrize(
    ("text", "dealings"),
    [
        pytest.param(
            "Norway could expel Portuguese diplomats if the envoy is not freed, analysts at the Delta Institute said.",
            set(),
            id="analysts-threaten-nobody",
        ),
        pytest.param(
            "Norway will expel Portuguese diplomats if the envoy is not freed, Norwegian Foreign Minister Ada Holt said.",
            {"warning"},
            id="a-minister-does",
        ),
        pytest.param(
            "If elected, senator Ada Holt would withdraw Norwegian troops from Portugal.", set(), id="if-elected"
        ),
        pytest.param(
            "Norway would withdraw its troops if Portugal released the crew, Foreign Minister Ada Holt said.",
            {"condition"},
            id="if-others-do",
        ),
    ],
)
def test_who_threatens_and_who_sets_a_condition(text, dealings):
    assert {e.dealing for e in told(text).events if e.dealing is not None} == dealings


def test_a_threat_may_be_withdrawn():
    events = told("Norway on Thursday withdrew its threat to close the port of Bergen to Portugal's ships.").events
    assert ("CONCEDE", "held") in {(e.type, e.status) for e in events}
    assert not [e for e in events if e.type == "THREATEN" or e.dealing == "warning"]


def test_a_denial_is_not_of_the_week_that_the_sentence_before_tells_of():
    reading = told("Norway met Portugal in Lisbon last year. Minister Ada Holt denied that the officials were spies.")
    weeks = {reading.times[e.placed.first.time].value for e in reading.events if e.placed and e.placed.first.time}
    assert all(len(week) == 10 for week in weeks)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("Norway told two Portuguese diplomats to leave within 48 hours.", "SANCTION", id="told-to-leave"),
        pytest.param("Norway gave the Portuguese envoy three days to leave the country.", "SANCTION", id="days-to-go"),
        pytest.param("Norway called in the Portuguese ambassador over the remarks.", "ACCUSE", id="called-in"),
        pytest.param("Portugal took the dispute to the International Court of Justice.", "ACCUSE", id="to-court"),
        pytest.param("Norway pulled out of the summit in Lisbon.", "REJECT", id="out-of-the-summit"),
        pytest.param("Norway turned its back on the offer.", "REJECT", id="turned-its-back"),
        pytest.param("The parliament of Norway voted down the treaty with Portugal.", "REJECT", id="voted-down"),
        pytest.param("Norway has moved five ships to the strait since Monday.", "MOBILIZE", id="moved-ships"),
        pytest.param("A bomb went off outside the Norwegian embassy.", "ASSAULT", id="went-off"),
        pytest.param("Thousands took to the streets of Oslo against the government.", "PROTEST", id="to-the-streets"),
        pytest.param("People gathered outside the Portuguese embassy in Oslo.", "PROTEST", id="outside-the-embassy"),
        pytest.param("Students occupied the education ministry of Norway.", "PROTEST", id="students-occupied"),
        pytest.param("Norway wants Portugal to pay damages.", "REQUEST", id="wants-others-to"),
        pytest.param("Norway dropped its plan to shut the bridge to Portuguese lorries.", "CONCEDE", id="dropped-plan"),
        pytest.param("Norway handed over two prisoners to Portugal.", "RETREAT", id="handed-over"),
        pytest.param("Norway declared a state of emergency.", "COERCE", id="emergency"),
        pytest.param("Norway held a Portuguese vessel responsible for the blast.", "ACCUSE", id="held-responsible"),
        pytest.param("Norwegian troops were sent to the border.", "MOBILIZE", id="were-sent"),
        pytest.param("The strike by dockers in Norway entered its second week.", "PROTEST", id="strike-by-dockers"),
        pytest.param("Portugal is to blame for the crisis, Norway's president said.", "ACCUSE", id="is-to-blame"),
        pytest.param("Norway and Portugal held joint patrols in the strait.", "COOPERATE", id="joint-patrols"),
        pytest.param("Norway bought twelve boats from Portugal.", "COOPERATE", id="bought"),
        pytest.param("Norway ended its siege of the Portuguese town.", "RETREAT", id="ended-the-siege"),
        pytest.param("Norway took back its accusation against Portugal.", "CONCEDE", id="took-back"),
        pytest.param("Norway broke off the talks with Portugal.", "REJECT", id="broke-off-talks"),
        pytest.param("Norway forced a Portuguese airliner to land.", "COERCE", id="forced-to-land"),
        pytest.param("Foreign Minister Ada Holt said the accusation was false.", "REJECT", id="said-it-was-false"),
    ],
)
def test_turns_of_news_english(text, type_):
    assert type_ in {e.type for e in told(text).events}


def test_who_no_longer_insists_does_not_insist():
    events = told("Portugal no longer insists on an apology, Foreign Minister Cid Rask said.").events
    assert not [e for e in events if e.type == "REQUEST" and e.status == "held"]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param("Norway denied bombing the village in Portugal.", "ASSAULT", "denied", id="denied-bombing"),
        pytest.param(
            "The army of Norway dismissed reports that it had shelled the town.", "ASSAULT", "denied", id="dismissed"
        ),
        pytest.param(
            "Rumours that envoy Bela Toth had been seized by the police of Norway were denied by Ada Holt.",
            "COERCE",
            "denied",
            id="rumours that were denied",
        ),
        pytest.param(
            "Speculation that Norway would expel the envoy of Portugal grew on Friday.",
            "SANCTION",
            "rumoured",
            id="speculation",
        ),
        pytest.param(
            "Unconfirmed reports that Norwegian troops had shelled the village spread on Friday.",
            "ASSAULT",
            "rumoured",
            id="unconfirmed",
        ),
        pytest.param("Norway is about to deliver four helicopters to Portugal.", "AID", "announced", id="is-about-to"),
        pytest.param(
            "Portugal will sign the treaty provided that the islands are left out.",
            "SUPPORT",
            "conditional",
            id="provided-that",
        ),
        pytest.param(
            "Norway would withdraw its troops only after a ceasefire, Foreign Minister Ada Holt said.",
            "RETREAT",
            "conditional",
            id="only-after",
        ),
        pytest.param(
            "Fighting between Norwegian troops and rebels continues in the north.", "ASSAULT", "ongoing", id="fighting"
        ),
    ],
)
def test_how_it_stands(text, type_, status):
    assert {e.status for e in told(text).events if e.type == type_} == {status}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param("President Ada Holt dismissed Health Minister Cid Rask.", {("SANCTION", "held")}, id="sacked"),
        pytest.param("Norway attacked Portugal for its treatment of prisoners.", {("ACCUSE", "held")}, id="with-words"),
        pytest.param("The opposition in Norway shot down the budget.", {("REJECT", "held")}, id="shot-down-a-budget"),
        pytest.param("Norway has recalled 20,000 cars from Portugal.", set(), id="recalled-cars"),
        pytest.param(
            "President Ada Holt had been due to visit Portugal on Friday.",
            {("CONSULT", "cancelled")},
            id="had-been-due",
        ),
        pytest.param("Norway was given a week to release the pilots.", set(), id="given-a-week"),
        pytest.param("Norway refused to deny shelling Portugal.", {("REJECT", "held")}, id="refused-to-deny"),
        pytest.param("Norway vowed to respond to Portugal.", {("THREATEN", "held")}, id="vowed-to-respond"),
        pytest.param(
            "A Norwegian drone crashed into a market in Portugal, killing nine.", {("ASSAULT", "held")}, id="a-drone"
        ),
        pytest.param("Norway pledged to answer Portugal.", {("AGREE", "held")}, id="pledged-to-answer"),
        pytest.param("A bus plunged into a ravine in Norway on Monday, killing 14 people.", set(), id="accident"),
    ],
)
def test_what_was_told_wrongly(text, acts):
    assert {(e.type, e.status) for e in told(text).events} == acts
