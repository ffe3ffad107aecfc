"""Events from text to account: read, linked, told."""

import pytest

from tidings.model import Decision, Generator, Given, Raw, Telling
from tidings.run.linking import link
from tidings.run.telling import tell
from tidings.stages import LINK, READ, TELL
from tidings.text.ids import digest

FIRST = """Norway seeks call with Portugal

Norway is seeking a telephone call between Foreign Minister Anna Falk of Norway and Foreign Minister Bela Toth of Portugal, her office said on Thursday. Falk and Toth last spoke by phone on 15 February 2031.

Falk urged Portugal to release three fishermen. Portugal's government rejected the demand on Thursday.
"""
SECOND = """Ministers of Norway and Portugal talk

Foreign Minister Anna Falk of Norway spoke by telephone with Foreign Minister Bela Toth of Portugal on Saturday. During the call Falk warned Toth that Norway would impose sanctions on Portugal.

A trade agreement that the two countries signed on 3 March 2031 was not discussed. Carl Brom, who was arrested in Portugal in April, remains in custody.
"""


def readings(*articles):
    batch = [
        Raw(f"{n}.txt", "text", text, digest(text.encode()), "utf-8", given=Given(published=day))
        for n, (text, day) in enumerate(articles)
    ]
    for stage in READ:
        batch = list(stage.run(batch))
    return sorted(batch, key=lambda r: r.document.id)


@pytest.fixture(scope="module")
def told():
    found = readings((FIRST, "2031-05-01"), (SECOND, "2031-05-04"))
    linked = link(LINK, found)
    return tell(TELL, Telling(tuple(found), linked), Generator("tidings", "0", "none", "none"))


def of_type(account, type_):
    return [event for event in account.events if event.type == type_]


def names(account, ids):
    by_id = {entity.id: entity.name for entity in account.entities}
    return {by_id[i] for i in ids}


def test_a_call_asked_for_and_held_is_one_event_and_the_older_call_another(told):
    calls = sorted(of_type(told, "CONSULT"), key=lambda e: e.date.from_ or "")
    days = [(e.date.from_, e.status) for e in calls if e.date.from_]
    assert ("2031-02-15", "held") in days
    assert ("2031-05-03", "held") in days
    late = next(e for e in calls if e.date.from_ == "2031-05-03")
    assert [p.status for p in late.history] == ["requested", "held"]
    assert late.mode == "phone"
    assert len(late.actors) == 2
    assert late.witnesses == 1  # who asks for a call is no witness that it took place


def test_what_is_said_during_the_call_has_its_day(told):
    warning = next(e for e in of_type(told, "THREATEN"))
    assert warning.date.from_ == "2031-05-03"


def test_a_demand_is_rejected_by_its_refusal(told):
    demand = next(d for d in told.dealings if d.kind == "demand")
    refusal = next(d for d in told.dealings if d.kind == "refusal")
    assert demand.state == "rejected"
    assert refusal.answers == demand.id


def test_an_arrest_without_an_agent_is_done_by_the_country_it_took_place_in(told):
    arrest = next(e for e in of_type(told, "COERCE"))
    assert names(told, arrest.actors) == {"Portugal"}
    assert names(told, arrest.recipients) == {"Carl Brom"}


def test_every_event_stands_on_words_of_its_documents(told):
    texts = {d.id: d.text for d in told.documents}
    assert told.events
    for event in told.events:
        assert event.evidence
        for a in event.evidence:
            assert texts[a.document][a.start : a.end] == a.exact


def read_one(text, day="2031-05-04"):
    return readings((text, day))[0].events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Did Norway attack the ships of Portugal near the islands on that Friday?", [], id="a question"),
        pytest.param(
            "Foreign Minister Anna Falk of Norway called it vile and wrong.", [("ACCUSE", "held")], id="calling names"
        ),
        pytest.param("Norway demonstrated a lack of will to compromise.", [], id="shown, not marched"),
        pytest.param("Norway may send envoys to Portugal.", [("CONSULT", "rumoured")], id="may"),
        pytest.param("Norway was to have met Portugal on Friday.", [("CONSULT", "cancelled")], id="was to have"),
        pytest.param("Norway is said to have expelled the Portuguese envoy.", [("SANCTION", "rumoured")], id="hearsay"),
        pytest.param(
            "Should parliament agree, Norway will lift its ban on Portuguese fish.",
            [("RETREAT", "conditional")],
            id="an if by its order",
        ),
        pytest.param(
            "Norway demanded that Portugal expel the envoys of France.",
            [("REQUEST", "held"), ("SANCTION", "requested")],
            id="what is demanded waits too",
        ),
        pytest.param(
            "Portugal expelled an envoy in reply to the expulsion of a Portuguese envoy.",
            [("SANCTION", "held"), ("SANCTION", "held")],
            id="what is answered was done",
        ),
        pytest.param("Had Norway signed the treaty, Portugal would have released the crew.", [], id="inverted if"),
        pytest.param(
            "Norway neither accepted nor rejected the proposal of Portugal.",
            [("AGREE", "denied"), ("AGREE", "held"), ("REJECT", "denied")],
            id="neither answer, but the proposal was made",
        ),
        pytest.param("The Portuguese president doubts that Norway will attack the islands.", [], id="doubted"),
        pytest.param(
            "The Portuguese minister stopped short of demanding an apology from Norway.",
            [("REQUEST", "denied")],
            id="short of",
        ),
        pytest.param("If Norway had asked, Portugal would have agreed to the talks.", [], id="what would have been"),
        pytest.param("If Norway attacks Portugal, the prices of fish will rise on all markets.", [], id="only if"),
        pytest.param(
            "The singer Anna Falk met the sister of her friend Bela Toth on Friday in a garden.", [], id="private"
        ),
        pytest.param("Bela Toth hit Minister Anna Falk in the face.", [("ASSAULT", "held")], id="hit in the face"),
        pytest.param("Norway fined the Portuguese captain 400 euros on Friday.", [("SANCTION", "held")], id="fined"),
        pytest.param(
            "Norway called for the port to be opened to Portugal.", [("REQUEST", "held")], id="for it to be done"
        ),
        pytest.param(
            "Norway imposed a series of sanctions on Portugal on Friday.", [("SANCTION", "held")], id="a series"
        ),
        pytest.param("The drivers' strike in Norway goes on.", [("PROTEST", "ongoing")], id="goes on"),
        pytest.param("Norway stopped buying gas from Portugal on Friday.", [("SANCTION", "held")], id="stopped buying"),
        pytest.param(
            "Norway condemned Portugal on Monday over fishing near the islands.", [("ACCUSE", "held")], id="condemned"
        ),
        pytest.param(
            "Norway denied that it had attacked Portugal near the islands on Friday.",
            [("ASSAULT", "denied"), ("REJECT", "held")],
            id="denied",
        ),
        pytest.param("Norway said it would send 40 soldiers to Portugal.", [("MOBILIZE", "announced")], id="would"),
        pytest.param(
            "Norway postponed its talks with Portugal on fishing near the islands.",
            [("CONSULT", "cancelled")],
            id="postponed",
        ),
        pytest.param(
            "Norway reportedly expelled two Portuguese diplomats from its capital on Friday.",
            [("SANCTION", "rumoured")],
            id="reportedly",
        ),
        pytest.param(
            "Norway offered to free the crew of the boat it holds near the islands.",
            [("AGREE", "held"), ("COERCE", "held"), ("RETREAT", "requested")],
            id="what is offered waits for what comes of it",
        ),
        pytest.param(
            "Norway demanded an investigation conducted by France into the sinking of the boat.",
            [("ACCUSE", "requested"), ("REQUEST", "held")],
            id="what is demanded has not begun",
        ),
        pytest.param("Norway and Portugal suspended all direct flights.", [("SANCTION", "held")], id="flights"),
        pytest.param(
            "On March 24, Norway expelled the envoy of Portugal.", [("SANCTION", "held")], id="a month is no march"
        ),
    ],
)
def test_what_counts_and_how_it_stands(text, expected):
    body = f"A day in May\n\n{text}\n\nThe weather was fine in most places, and nothing else of note was told that day."
    assert sorted((e.type, e.status) for e in read_one(body)) == expected


def test_who_spoke_after_talks_had_met_and_supporters_are_not_whom_they_support():
    body = (
        "A day in May\n\nMinister Anna Falk of Norway spoke after talks with Portugal's president, Bela Toth.\n\n"
        "Supporters of Bela Toth threw stones at the embassy of Norway."
    )
    (found,) = readings((body, "2031-05-04"))
    parties = {
        (e.type, side): [found.chains[p.chain].name for p in who if p.chain is not None]
        for e in found.events
        for side, who in (("actors", e.actors), ("recipients", e.recipients))
    }
    assert parties["CONSULT", "actors"] == ["Anna Falk", "Bela Toth"]
    assert parties["PROTEST", "actors"] == []


def test_a_headline_that_repeats_its_lead_gives_no_second_event():
    found = read_one(
        "Norway condemns Portugal over fishing\n\nNorway condemned Portugal on Friday over fishing near the islands."
    )
    assert [e.type for e in found] == ["ACCUSE"]


def test_a_person_decides_the_status():
    found = readings((SECOND, "2031-05-04"))
    document = found[0].document
    clause = next(e for e in found[0].events if e.type == "COERCE").clause
    exact = document.text[clause.start : clause.end]
    decision = Decision(
        "d1", "status", (document.digest, clause.start, exact), None, "denied", "a mix-up", "2031-05-05", "an editor"
    )
    telling = Telling(tuple(found), link(LINK, found), decisions=(decision,))
    account = tell(TELL, telling, Generator("tidings", "0", "none", "none"))
    assert [e.status for e in of_type(account, "COERCE")] == ["denied"]


def test_whoever_says_what_will_be_done_if_threatens_with_it():
    text = """Norway warns Portugal

Foreign Minister Anna Falk of Norway said on Thursday that Norway would ban Portuguese fish from 31 May unless Portugal released the crew. The ministers of both countries have not met since the trawler was stopped off Bergen in April.
"""
    (found,) = readings((text, "2031-05-03"))
    threat = next(e for e in found.events if e.type == "THREATEN" and e.trigger.start > len("Norway warns Portugal"))
    assert (threat.status, threat.dealing) == ("held", "warning")
    assert threat.time is not None
    assert text[found.times[threat.time].span.start :].startswith("Thursday")


def test_a_bare_answer_is_by_whom_the_clause_before_asked():
    text = """President invited to Oslo

President Anna Falk of Norway invited President Bela Toth of Portugal to Oslo in June, and she accepted. In a letter published
on Monday, Falk thanked the ambassador of Portugal, Carl Brom, and his wife, Dora Lund, for their help with the preparations.
"""
    (found,) = readings((text, "2031-05-03"))
    answer = next(e for e in found.events if text[e.trigger.start : e.trigger.end] == "accepted")
    assert [found.chains[p.chain].name for p in answer.actors] == ["Bela Toth"]


def test_who_demands_and_to_whom_a_denial_goes_is_not_guessed():
    body = (
        "A day in May\n\n“Our envoy was asked to leave and he left,” a spokeswoman of Norway said on Friday. "
        "Portugal denied that it had bought the ships.\n\n"
        "Norway and Portugal share a sea. The weather was fine in Norway and in Portugal, and nothing else was told."
    )
    found = readings((body, "2031-05-04"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    sides = {(d.kind, d.from_ is None, d.to is None) for d in account.dealings}
    assert ("demand", False, True) not in sides
    assert all(to for kind, _, to in sides if kind == "denial")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("Sten Dahl was fired on the orders of Minister Anna Falk.", "ASSAULT", id="fired from an office"),
        pytest.param("Norway fired two ministers at a meeting in Oslo on Friday.", "ASSAULT", id="fired at a meeting"),
        pytest.param("Minister Anna Falk called Bela Toth reckless.", "CONSULT", id="called a name"),
        pytest.param(
            'Minister Anna Falk called it "a good day for both coasts".', "CONSULT", id="what is called a name"
        ),
        pytest.param("Minister Anna Falk limped after injuring her foot in Norway.", "ASSAULT", id="hurts oneself"),
        pytest.param("Minister Anna Falk fought poverty in Norway.", "ASSAULT", id="fights a thing"),
        pytest.param("The earthquake that struck Portugal killed Minister Bela Toth.", "ASSAULT", id="a quake"),
        pytest.param("Minister Bela Toth was killed in a plane crash in Norway.", "ASSAULT", id="a crash"),
        pytest.param("Anna Falk said that Bela Toth should be fit to travel.", "REQUEST", id="expected, not asked"),
        pytest.param("Anna Falk called Bela Toth on his mobile phone.", "REQUEST", id="called on a phone"),
        pytest.param("Anna Falk is challenging Bela Toth in the vote of May.", "ACCUSE", id="stands against somebody"),
        pytest.param("The army of Norway defended itself.", "SUPPORT", id="defends oneself"),
        pytest.param("Minister Anna Falk swore that she was innocent.", "AGREE", id="swears to be innocent"),
        pytest.param("Norway let pass a Friday deadline to free the envoys.", "REQUEST", id="lets a deadline pass"),
        pytest.param("The forces of Norway had returned fire after an attack.", "RETREAT", id="returns fire"),
        pytest.param("Minister Anna Falk leaned on Bela Toth's arm.", "REQUEST", id="leans on an arm"),
    ],
)
def test_other_senses_of_a_verb_are_no_such_event(text, type_):
    (reading,) = readings((f"A day in Oslo\n\nThe cabinet met on Friday. {text}", "2031-05-04"))
    assert type_ not in {
        e.type for e in reading.events if "cabinet" not in reading.document.text[e.clause.start : e.clause.end]
    }


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        pytest.param("Norway's invasion by Oman was condemned by Malta.", ["Oman"], id="X's invasion by Y"),
        pytest.param("Malta condemned the invasion of Norway by Oman.", ["Oman"], id="the invasion of X by Y"),
        pytest.param("Malta condemned Oman's invasion of Norway.", ["Oman"], id="Y's invasion of X"),
        pytest.param("Malta condemned the invasion of Norway.", [], id="the invasion of X"),
        pytest.param("Malta condemned President Bela Toth's arrest.", [], id="X's arrest"),
        pytest.param("Malta condemned Norway.", ["Norway"], id="X itself"),
    ],
)
def test_who_suffers_a_deed_is_not_accused_of_it(text, accused):
    (reading,) = readings((f"A day in May\n\n{text} Nothing else was told on Friday.", "2031-05-04"))
    found = next(e for e in reading.events if e.type == "ACCUSE")
    assert [reading.chains[p.chain].name for p in found.recipients if p.chain is not None] == accused


def test_what_is_criticised_is_what_the_accusation_is_about():
    body = "A day in May\n\nMinister Anna Falk of Norway criticised the new treaty as a gift to Portugal on Friday."
    found = readings((body, "2031-05-04"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    assert [d.about for d in account.dealings if d.kind == "accusation"] == ["the new treaty"]


def test_those_who_refuse_together_do_not_refuse_each_other():
    body = "A day in May\n\nNorway and Portugal refused to sign the treaty on fish on Friday. France has signed it."
    found = readings((body, "2031-05-04"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    assert [d.to for d in account.dealings if d.kind == "refusal"] == [None]


def test_who_is_warned_is_who_is_not_to_do_it_and_not_the_own_side():
    text = "If Portugal closes the crossing, Norway will cut off the gas, Minister Anna Falk warned on Friday."
    (reading,) = readings((f"A day in Oslo\n\n{text} The cabinet met on Friday.", "2031-05-04"))
    threat = next(e for e in reading.events if e.type == "THREATEN")
    assert [reading.chains[p.chain].name for p in threat.recipients if p.chain is not None] == ["Portugal"]


def test_what_somebody_does_not_deny_is_not_denied():
    text = "Minister Bela Toth of Portugal did not deny that Portugal had offered talks to Norway."
    (reading,) = readings((f"A day in Oslo\n\n{text} The cabinet met on Friday.", "2031-05-04"))
    assert not [e for e in reading.events if e.type == "AGREE" and e.status == "denied"]


@pytest.mark.parametrize(
    "text",
    [
        "A United Nations panel found no evidence that Norway had shelled a camp in May, killing 35 people.",
        "It is not true that Norway threatened Portugal, President Anna Falk said.",
        "It would be wrong to say that Norway attacked Portugal, he said.",
        "Reports of Norway's attack on Portugal were fabricated, a spokesman said.",
        "Norway was cleared by a court in The Hague of arming the rebels in Portugal.",
        "Norway almost signed the treaty with Portugal.",
        "Norway has yet to condemn Portugal.",
        "Norway is far from condemning Portugal.",
        "Norway was close to expelling the ambassador of Portugal.",
        "An earlier version of this article said that Norway had arrested Bela Toth.",
        "We wrongly wrote that Norway had asked for the release of Bela Toth.",
    ],
)
def test_what_the_words_around_it_take_back_is_no_event(text):
    (reading,) = readings((f"A day in Oslo\n\n{text} The weather was fine in most places on Friday.", "2031-05-04"))
    assert [e.type for e in reading.events if e.status != "denied" and e.dealing != "denial"] == []


def test_who_denies_a_breach_accuses_nobody():
    text = "Foreign Minister Bela Toth denied that Portugal had broken any promise."
    (reading,) = readings((f"A day in Oslo\n\n{text} The weather was fine in most places on Friday.", "2031-05-04"))
    assert [e.type for e in reading.events] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        pytest.param(
            "Norway and Oman, but not Malta, backed Portugal.",
            "SUPPORT",
            ["Norway", "Oman"],
            ["Portugal"],
            id="but not",
        ),
        pytest.param(
            "The police of Norway arrested the bodyguard of Prime Minister Bela Toth.",
            "COERCE",
            None,
            [],
            id="a bodyguard",
        ),
        pytest.param(
            "Norway wants the sailors it accuses of attacking Portugal.",
            "ACCUSE",
            ["Norway"],
            ["sailors"],
            id="who is accused, without a pronoun",
        ),
    ],
)
def test_who_is_excepted_or_only_near_takes_no_part(text, type_, actors, recipients):
    (reading,) = readings((f"A day in Oslo\n\n{text} The weather was fine in most places on Friday.", "2031-05-04"))
    found = next(e for e in reading.events if e.type == type_)

    def of(parties):
        return [reading.chains[p.chain].name for p in parties if p.chain is not None]

    assert actors is None or of(found.actors) == actors
    assert of(found.recipients) == recipients


def test_who_warns_of_anothers_plan_does_not_threaten_in_its_place():
    text = "Norway said it would be attacked by Portugal."
    (reading,) = readings((f"A day in Oslo\n\n{text} The weather was fine in most places on Friday.", "2031-05-04"))
    assert not [e for e in reading.events if e.dealing == "warning"]


FIGHT = (
    """Clash at the border

OSLO, May 5, 2031 - Norwegian soldiers attacked Portuguese guards near the village of Brun on Sunday, killing three guards, the government in Lisbon said. Norway denied that its soldiers had fired on the Portuguese guards. Foreign Minister Bela Toth of Portugal said that Norway would pay for the attack.
""",
    """Fight near Brun

LISBON, May 5, 2031 - Portuguese guards attacked Norwegian soldiers near the village of Brun on Sunday, the government in Oslo said. Portugal denied that its guards had fired on the Norwegian soldiers. Three guards were killed. Defence Minister Anna Falk of Norway said nobody had fired first.
""",
)


@pytest.fixture(scope="module")
def fight():
    found = readings(*((text, "2031-05-05") for text in FIGHT))
    return tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))


def test_a_deed_rests_on_the_word_of_who_tells_who_did_it(fight):
    by = {
        tuple(sorted(names(fight, e.actors))): names(fight, e.attributed_to)
        for e in of_type(fight, "ASSAULT")
        if e.actors and e.recipients
    }
    assert by.keys() == {("Norway",), ("Portugal",)}
    assert all(who and set(side).isdisjoint(who) for side, who in by.items())


def test_a_denial_is_set_against_the_same_deed_and_not_against_its_reverse(fight):
    for d in (d for d in fight.differences if d.kind == "denial"):
        asserted, denied = (side.evidence[0].exact for side in d.sides)
        assert asserted.startswith("Norwegian soldiers attacked") == ("Norway denied" in denied)


def test_a_report_denies_two_things():
    text = (
        "Minister Anna Falk of Norway denied receiving a letter from the guild. Falk denied calling the pilot a thief."
    )
    found = readings((f"A day in Oslo\n\n{text}", "2031-05-04"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    assert sorted(d.about for d in account.dealings if d.kind == "denial") == [
        "calling the pilot a thief",
        "receiving a letter from the guild",
    ]


def test_who_would_go_if_and_went():
    texts = (
        (
            "A vow\n\nMinister Anna Falk of Norway said she would resign if anyone in her ministry had known.",
            "2031-05-01",
        ),
        ("She goes\n\nMinister Anna Falk of Norway resigned on Tuesday over a lost letter.", "2031-05-07"),
    )
    found = readings(*texts)
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    assert [(e.date.from_, e.status) for e in account.events if e.mode == "resign"] == [("2031-05-06", "held")]
    assert [(d.kind, d.date, d.state) for d in account.dealings if d.kind == "condition"] == [
        ("condition", None, "kept")
    ]


def test_what_was_done_on_no_told_day_is_not_of_the_day_of_the_vow():
    texts = (
        (
            "A vow\n\nMinister Anna Falk of Norway said she would resign if anyone in her ministry had known.",
            "2031-05-01",
        ),
        ("She goes\n\nThe letter was found. Minister Anna Falk of Norway handed in her resignation.", "2031-05-27"),
    )
    found = readings(*texts)
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    for event in (e for e in account.events if e.mode == "resign" and e.status == "held"):
        assert event.date.from_ is None or event.date.from_ > "2031-05-01"
        assert "would" not in event.summary


def test_what_tells_an_act_opens_with_who_did_it():
    text = "The foreign ministers of Norway and Portugal met in Lima on Sunday and agreed to set up a commission, Peru said."
    (reading,) = readings((f"A day in Lima\n\n{text}", "2031-05-04"))
    (agreed,) = [e for e in reading.events if e.type == "AGREE"]
    assert reading.document.text[agreed.clause.start : agreed.clause.end].startswith("The foreign ministers")


def test_a_parent_is_not_the_victim():
    text = "The report had the support of one parent: Bela Toth, whose 6-year-old son, Karl, was killed."
    (reading,) = readings((f"A day in Oslo\n\n{text} The cabinet met on Friday.", "2031-05-04"))
    killed = next(e for e in reading.events if e.type == "ASSAULT")
    assert [reading.document.text[p.span.start : p.span.end] for p in killed.recipients] == ["Karl"]


def test_what_is_prevented_is_denied_by_nobody():
    text = (
        "“The only way to stop a monster from attacking our ships is to be ready,” Minister Anna Falk of Norway said."
    )
    (reading,) = readings((f"A day in Oslo\n\n{text} The cabinet met on Friday.", "2031-05-04"))
    assert not [e for e in reading.events if e.dealing == "denial"]


def test_what_is_demanded_is_the_object_and_not_the_reason_behind_a_colon():
    text = "Minister Anna Falk of Norway demanded his release: he had done nothing, she said on Friday."
    (reading,) = readings((f"A day in Oslo\n\n{text}", "2031-05-04"))
    about = next(e.about for e in reading.events if e.type == "REQUEST")
    assert about is not None
    assert reading.document.text[about.start : about.end] == "his release"


def test_a_deed_told_plainly_is_trusted_more_than_what_a_speaker_wishes():
    text = "Norway expelled two diplomats of Portugal on Friday. “We hope to help them fight,” Anna Falk said."
    (reading,) = readings((f"A day in Oslo\n\n{text}", "2031-05-04"))
    by_type = {e.type: e.trust for e in reading.events}
    assert by_type["SANCTION"] > 0.6
    assert all(trust < by_type["SANCTION"] for type_, trust in by_type.items() if type_ != "SANCTION")


def test_a_correction_takes_the_place_of_what_it_corrects():
    first = "Anna Falk of Norway met Bela Toth of Portugal in Lima on Monday, her ministry said."
    second = "Anna Falk of Norway did not meet Bela Toth of Portugal in Lima on Monday, her ministry said."
    batch = [
        Raw(
            f"{n}.txt", "text", f"Ministers in Lima\n\n{text}\n", digest(text.encode()), "utf-8",
            given=Given(url="https://a.example/1", published=day),
        )
        for n, (text, day) in enumerate([(first, "2031-05-06"), (second, "2031-05-07")])
    ]  # fmt: skip
    for stage in READ:
        batch = list(stage.run(batch))
    found = tuple(sorted(batch, key=lambda r: r.document.id))
    account = tell(TELL, Telling(found, link(LINK, list(found))), Generator("tidings", "0", "none", "none"))
    assert [d.revises_basis for d in account.documents if d.revises] == ["stated"]
    assert [e.status for e in of_type(account, "CONSULT") if e.status == "held"] == []


RAID = (
    """Raid at the border

OSLO, May 5, 2031 - The Norwegian army said that it had attacked the village of Brun near the river on Sunday, killing three guards.
""",
    """Raid near Brun

LIMA, May 6, 2031 - Peru's foreign minister, Bela Toth, said that the village of Brun had been attacked on Sunday, and that five guards had been killed.
""",
)


def test_a_deed_does_not_rest_on_one_word_alone_where_another_tells_it_without_who_did_it():
    found = readings(*zip(RAID, ("2031-05-05", "2031-05-06"), strict=True))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    both = [e for e in of_type(account, "ASSAULT") if len({p.document for p in e.history}) > 1]
    assert both
    assert all(names(account, e.attributed_to) != ["Norway"] for e in both)


def test_an_event_is_told_by_the_clause_of_the_deed_and_not_by_its_name():
    by_noun = "Aid\n\nChad condemned the bombing of the depot at Kola on Sunday.\n"
    by_verb = "Fire\n\nIt was before dawn. A depot at Kola in Chad was bombed on Sunday, 1 June 2031, burning rice.\n"
    found = readings((by_noun, "2031-06-02"), (by_verb, "2031-06-02"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    (bombing,) = of_type(account, "ASSAULT")
    assert len({a.document for a in bombing.evidence}) == 2
    assert bombing.summary.startswith("A depot at Kola in Chad was bombed")


def test_an_event_is_not_told_in_the_first_person_where_a_report_tells_it_too():
    own = "Exit\n\n“I resigned on Monday, 2 June 2031,” former transport minister Ada Falk of Peru told a committee.\n"
    plain = "Change\n\nThe rains have come. Transport Minister Ada Falk of Peru resigned on Monday, 2 June 2031.\n"
    found = readings((own, "2031-06-04"), (plain, "2031-06-03"))
    account = tell(TELL, Telling(tuple(found), link(LINK, found)), Generator("tidings", "0", "none", "none"))
    (resigned,) = [e for e in of_type(account, "RETREAT") if e.mode == "resign"]
    assert len({a.document for a in resigned.evidence}) == 2
    assert resigned.summary.startswith("Transport Minister Ada Falk")
