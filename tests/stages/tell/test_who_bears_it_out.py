"""What counts as a witness of an event as it stands."""

from tests.stages.test_two_of_a_kind import account


def test_a_plea_is_no_witness_of_the_deed():
    told = account(
        (
            'Gunmen kidnapped four nurses in Chad on Sunday. "Let them go," director Ada Holt said on Monday.\n',
            "2031-05-06",
        ),
        (
            'Two nurses kidnapped in Chad last week were freed on Saturday. "They let us go," one of them, Rui Sarr, said.\n',
            "2031-05-11",
        ),
    )
    freed = [e for e in told.events if e.type == "RETREAT"]
    assert freed
    assert all(e.witnesses == 1 for e in freed if e.status == "held")
