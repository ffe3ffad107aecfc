"""Whose a deed is, to whom a demand goes and who is only told of beside, in accounts of a report or two."""

import pytest

from tests.stages.test_two_of_a_kind import account, names

DAY = "2031-05-09"


def parties(told, *types):
    return [
        (e.type, names(told, e.actors), names(told, e.recipients)) for e in told.events if not types or e.type in types
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Norway deported three Portuguese sailors on Friday, a week after police detained a lighthouse keeper, Odd "
            "Fjelde. Portugal called the deportations absurd.\n",
            id="after",
        ),
        pytest.param(
            "Ghana expelled two Togolese envoys on Monday, a day after troops arrested a miller, Kofi Adjei. Togo called "
            "the step unfriendly.\n",
            id="troops",
        ),
    ],
)
def test_who_holds_somebody_at_home_is_not_the_state_whose_people_are_expelled(text):
    told = account((text, DAY))
    held = [who for _, who, whom in parties(told, "COERCE") if whom in (["Odd Fjelde"], ["Kofi Adjei"])]
    assert len(held) == 1
    assert held[0] not in (["Portugal"], ["Togo"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Berit Aas, who heads Velm Cement, asked the union on Monday to end the blockade.\n", id="who"),
        pytest.param("Berit Aas, the head of Velm Cement, urged the union on Monday to end the blockade.\n", id="head"),
    ],
)
def test_a_demand_on_a_union_does_not_go_to_the_firm_of_who_asks(text):
    told = account((text, DAY))
    assert [(names(told, [d.from_]), names(told, [d.to] if d.to else [])) for d in told.dealings] != []
    assert all("Velm Cement" not in names(told, [d.to]) for d in told.dealings if d.to)


def test_the_subject_of_a_second_clause_is_no_recipient_of_the_first():
    told = account(
        (
            "The Norway rejected the seizure of its trawlers and its spokeswoman Berit Aas affirmed that help comes.\n",
            DAY,
        )
    )
    assert parties(told) == [("REJECT", ["Norway"], [])]


def test_who_walks_out_of_a_jail_refuses_nothing():
    told = account(("Berit Aas walked out of Tarsk jail on Friday after a judge dropped the case against her.\n", DAY))
    assert not [d for d in told.dealings if d.kind == "refusal"]


def test_who_speaks_behind_its_verb_is_not_accused():
    told = account(
        (
            "The firm Velm has not repaired the mast that it had broken, it denounced yesterday the treasurer Odd Fjelde.\n",
            DAY,
        )
    )
    assert all("Odd Fjelde" not in whom for _, _, whom in parties(told, "ACCUSE"))


def test_members_unions_and_firms_by_their_wares_sign_together():
    told = account(("The Glassmen's Union and Velm Timber signed an accord on Friday.\n", DAY))
    kinds = {e.name: e.kind for e in told.entities}
    assert kinds == {"Glassmen's Union": "organization", "Velm Timber": "organization"}
    (signed,) = parties(told)
    assert sorted(signed[1]) == ["Glassmen's Union", "Velm Timber"]


def test_one_union_by_straight_and_curved_marks():
    told = account(
        ("The Velm Lamp Makers' Union called a strike on Friday.\n", DAY),
        ("The Velm Lamp Makers’ Union rejected on Friday an offer that came from Tarsk Metals last week.\n", DAY),
    )
    assert sum("Lamp Makers" in e.name for e in told.entities) == 1


def test_a_paper_that_withdraws_its_story_is_it():
    told = account(
        (
            "The Tarsk Tidende withdrew its report that Odd Fjelde had fled from Portugal. Fjelde never left, it said.\n",
            DAY,
        )
    )
    said = [q for q in told.quotes if q.cue == "said"]
    assert [names(told, [q.speaker]) if q.speaker else None for q in said] == [["Tarsk Tidende"]]


def test_nobody_is_asked_for_his_own_release():
    told = account(
        ("Police in Oslo arrested a Ghanaian sailor, Kofi Adjei, on Friday. Ghana demanded his release.\n", DAY)
    )
    (demand,) = [d for d in told.dealings if d.kind == "demand"]
    assert demand.to is None or names(told, [demand.to]) != ["Kofi Adjei"]


def test_whoever_claims_that_somebody_was_deported_was_not_deported():
    told = account(("The Tarsk Tidende withdrew its claim that Odd Fjelde had been deported from Portugal.\n", DAY))
    assert [whom for _, _, whom in parties(told, "COERCE")] in ([["Odd Fjelde"]], [])


def test_a_ministry_that_tells_of_a_counterpart_is_not_his_states():
    told = account(
        (
            "President Ama Boateng of Ghana has asked her Togolese counterpart, Koffi Mensan, to a dinner in Tarsk on May 20, "
            "the foreign ministry said on Monday.\n",
            "2031-05-06",
        ),
        (
            "The dinner of the presidents of Ghana and Togo, due in Tarsk on May 20, was called off on Saturday because of "
            "snow, the ministry said.\n",
            "2031-05-19",
        ),
    )
    assert all("Togo" not in names(told, e.attributed_to) for e in told.events)
