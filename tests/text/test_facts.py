"""Names and numbers of a text in their order."""

import pytest

from tidings.text.facts import fact_runs, facts, skeleton


@pytest.mark.parametrize(
    ("a", "b"),
    [("Petrenko", "Pétrénko"), ("Yelena", "Yolena")],
    ids=lambda w: w,
)
def test_spellings_meet(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)


def test_facts_leave_out_what_opens_a_sentence() -> None:
    assert facts("The envoy Lind met 12 men. Boats of Alder sailed.") == ["lnd", "12", "aldr"]


def test_runs_hold_two_things_at_least() -> None:
    assert fact_runs("of Lind Lind Lind and Alder") == {("lnd", "lnd", "aldr")}


@pytest.mark.usefixtures("watched")
def test_a_megabyte_of_names_and_numbers_takes_linear_time() -> None:
    facts("Aa 1,1 " * 150_000)
