"""Two short reports of one invented occasion: a number, a day, an hour, a place or a denial, in words of their own."""

import pytest
from grammar.disputes.test_disputes import Report, found

WRECK = "The Orlinda sank off Brenvik on Monday. "
DIFFERENT = {
    "number: other words": (
        "number",
        Report(WRECK + "Nine sailors lost their lives."),
        Report("Divers from Brenvik searched the Orlinda. A count names 14 crew members who died."),
    ),
    "number: what it comes to": (
        "number",
        Report("The Brenvik mill in Orlinda shuts. The owner confirmed 410 redundancies."),
        Report("Orlinda loses its mill, Brenvik hears. The number of posts lost stands at 350."),
    ),
    "number: how long": (
        "number",
        Report("Brenvik and Orlinda agreed on a truce of three days."),
        Report("The ceasefire between Orlinda and Brenvik is to hold for 48 hours."),
    ),
    "date": (
        "date",
        Report("The Brenvik pact was signed on Monday, Orlinda said.", days=(("Monday", "2031-04-07"),)),
        Report("Orlinda and Brenvik signed it on Tuesday.", days=(("Tuesday", "2031-04-08"),)),
    ),
    "hour": (
        "date",
        Report("A blast shook Brenvik market near Orlinda. The impact came at 6.40 in the morning."),
        Report("The Orlinda road was closed. In Brenvik the missile landed after 1 p.m."),
    ),
    "place": (
        "place",
        Report("Envoy Brenvik spoke for Orlinda. The next round will take place in Dunmar."),
        Report("Orlinda agreed, said Brenvik. Both delegations are to travel to Castova."),
    ),
    "denial": (
        "denial",
        Report("Brenvik got its captain Orlinda back. The owner paid a million for him."),
        Report("Captain Orlinda is home in Brenvik. Not a cent of ransom was paid, his firm said."),
    ),
    "denial: did not": (
        "denial",
        Report("Orlinda met the Brenvik envoy for three hours."),
        Report("Mr Orlinda has not met anyone from Brenvik, his office said."),
    ),
}
THE_SAME = {
    "part of a count": (
        Report(WRECK + "Fourteen people were hurt."),
        Report("The Orlinda went down near Brenvik. Three officers were hurt."),
    ),
    "grown since": (
        Report(WRECK + "Nine sailors died.", day="2031-04-08"),
        Report("The Orlinda lies off Brenvik. Fourteen sailors died.", day="2031-04-10"),
    ),
    "one plant": (
        Report("Brenvik cuts deep at Orlinda. In all 3,300 jobs will go."),
        Report("Orlinda workers heard from Brenvik. The plant is losing 1,200 jobs."),
    ),
    "two groups arrested": (
        Report("Three engineers from Orlinda were arrested in Brenvik on Monday.", days=(("Monday", "2031-04-07"),)),
        Report("Eleven guards from Orlinda were arrested near Brenvik on Tuesday.", days=(("Tuesday", "2031-04-08"),)),
    ),
    "other names": (
        Report("The Orlinda sank. Nine sailors died."),
        Report("A bus fell from a bridge in Castova. Fourteen people died."),
    ),
    "half a year between": (
        Report(WRECK + "Nine sailors died.", day="2031-04-10"),
        Report("The Orlinda, a ferry, burned at Brenvik. Three sailors died.", day="2031-10-10"),
    ),
    "the place stands in both": (
        Report("Envoy Brenvik spoke for Orlinda. The next round will take place in Dunmar."),
        Report("Orlinda agreed, said Brenvik. The talks will take place in Castova, a suburb of Dunmar."),
    ),
    "moved since": (
        Report(
            "Envoy Brenvik spoke for Orlinda. The talks will be held on 17 June.", days=(("17 June", "2031-06-17"),)
        ),
        Report("Orlinda asked Brenvik for time. The talks were moved to 1 July.", days=(("1 July", "2031-07-01"),)),
    ),
    "another than the one told of": (
        Report("At Brenvik near Orlinda, acid escaped into the river."),
        Report("Orlinda looked on from Brenvik. In all its years Castova has not spilled a drop."),
    ),
    "not yet, and then": (
        Report("Mr Orlinda has not met anyone from Brenvik.", day="2031-04-08"),
        Report("Orlinda met the Brenvik envoy.", day="2031-04-10"),
    ),
}


@pytest.mark.parametrize(("kind", "reports"), [(k, r) for k, *r in DIFFERENT.values()], ids=list(DIFFERENT))
def test_one_occasion(kind: str, reports: list[Report]) -> None:
    """Each is found, as its kind."""
    assert kind in {k for k, _ in found(*reports)}


@pytest.mark.parametrize("reports", list(THE_SAME.values()), ids=list(THE_SAME))
def test_nothing_told(reports: tuple[Report, ...]) -> None:
    """A part, growth, another occasion or a plan that moved is no difference."""
    assert found(*reports) == []
