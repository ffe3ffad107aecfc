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
