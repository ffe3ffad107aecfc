"""Deeds and dealings of one kind that are two, and those who deal together."""

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
