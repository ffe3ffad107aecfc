"""Datelines: place, agency, day; and openings that look like one."""

import pytest

from tidings.grammar.layout.datelines import dateline

REST = "The two sides met."


@pytest.mark.parametrize(
    ("opening", "place", "agency", "day"),
    [
        ("OSLO — ", "Oslo", None, None),
        (" ASTANA - ", "Astana", None, None),
        ("Vilnius, 4 February 2020. ", "Vilnius", None, "2020-02-04"),
        ("SFAX, Tunisia (NW) _ ", "Sfax, Tunisia", "NW", None),
        ("TESSEL, Ghana, Sept 19, 2031 (Nordwire) - ", "Tessel, Ghana", "Nordwire", "2031-09-19"),
        ("Tessel, Ghana, 13 June 2031 - ", "Tessel, Ghana", None, "2031-06-13"),
        ("OSLO, Norway (Nordwire) - ", "Oslo", "Nordwire", None),
        ("KUALA LUMPUR: ", "Kuala Lumpur", None, None),
        ("ORLA (North Press), 4 March 2031 — ", "Orla", "North Press", "2031-03-04"),
        ("ORLA — 4 Mar 2031: ", "Orla", None, "2031-03-04"),
        ("ORLA, Tuesday, March 4, 2031 — ", "Orla", None, "2031-03-04"),
        ("BRUSSELS (Nordwire) — ", "Brussels", "Nordwire", None),
        ("Porto (Nordwire) - ", "Porto", "Nordwire", None),
        ("PORTO, March 3 (Nordwire) - ", "Porto", "Nordwire", None),
        ("SINGAPORE, Sept 30, 2022 (Nordwire) - ", "Singapore", "Nordwire", "2022-09-30"),
        ("Minsk. July 28. NORDWIRE - ", "Minsk", "NORDWIRE", None),
        ("RIGA. 7 March 2031. NORD-WIRE - ", "Riga", "NORD-WIRE", "2031-03-07"),
        ("Riga. 7 March 2031. ", "Riga", None, "2031-03-07"),
        ("MINSK, July 28. /NORD/. ", "Minsk", "NORD", None),
        ("(Nordwire) - ", None, "Nordwire", None),
        ("CAIRO, Delta Press – ", "Cairo", "Delta Press", None),
        ("CAIRO/Delta Press/ ", "Cairo", "Delta Press", None),
        ("Delta Press — ", None, "Delta Press", None),
        ("(Nordwire) OSLO, 12 Sept 2024 — ", "Oslo", "Nordwire", "2024-09-12"),
        ("OSLO, 12 September – ", "Oslo", None, None),
        ("OSLO, Norway, and PORTO, Portugal – October 22, 2024 – ", "Oslo", None, "2024-10-22"),
        ("OSLO, Oct. 22, 2024 /Nordwire/ -- ", "Oslo", "Nordwire", "2024-10-22"),
        ("GENEVA (3 March 2022) – ", "Geneva", None, "2022-03-03"),
        ("For immediate release - OSLO, 22 October 2024 - ", "Oslo", None, "2024-10-22"),
        ("FOR IMMEDIATE RELEASE: Riga, 7 March 2031. ", "Riga", None, "2031-03-07"),
        ("Tessel - 13.06.2031 - ", "Tessel", None, "2031-06-13"),
        ("Tessel, Friday 13/6/2031 - ", "Tessel", None, "2031-06-13"),
        ("(Delta Wire, Tessel, 13 June 2031) ", "Tessel", "Delta Wire", "2031-06-13"),
        ("[TESSEL, 2031-06-13] ", "Tessel", None, "2031-06-13"),
        ("13 June 2031, Tessel – ", "Tessel", None, "2031-06-13"),
        ("13 June 2031. Tessel. ", "Tessel", None, "2031-06-13"),
        ("13.06.2031 (Delta) -- ", None, "Delta", "2031-06-13"),
        ("Tessel/Norby, 13 June 2031 (Delta) - ", "Tessel/Norby", "Delta", "2031-06-13"),
        ("Tessel, 13 June 2031. /Corr. Delta A. Orla/. ", "Tessel", "Delta A. Orla", "2031-06-13"),
        ("TESSEL, 13 Jun 2031 14:20 GMT: ", "Tessel", None, "2031-06-13T14:20"),
        ("OSLO | Mon Jun 13, 2022 1:23 pm BST OSLO (Nordwire) - ", "Oslo", "Nordwire", "2022-06-13T13:23"),
        ("Friday 13 June - ", None, None, None),
        ("Friday, June 13: ", None, None, None),
        ("Tessel, Friday, 13 June (Delta) – ", "Tessel", "Delta", None),
        ("PORT ORLA. 06/05/2031. ", "Port Orla", None, None),
    ],
)
def test_dateline(opening, place, agency, day):
    found = dateline(opening + REST)
    assert (found.place, found.agency, found.published) == (place, agency, day)
    assert (opening + REST)[found.end :] == REST


@pytest.mark.parametrize(
    "paragraph",
    [
        "Friday 13 June - the two sides met.",
        "NATO — the alliance of thirty states — said so.",
        "13 June 2031: The two sides met.",
        "On 13 June 2031 - the two sides met.",
        "Treaties of 13 June 2031: The two sides met.",
        "Ann Orla (13 June 2031) The two sides met.",
        "The accord, 13 June 2031 - The two sides met.",
        "EXCLUSIVE - The two sides met.",
        "CLAIM: The two sides met.",
        "“We go” - he said.",
        "The river - wide and cold - froze.",
        "OSLO — ",
        "Orla (left) - who came late - spoke.",
        "",
    ],
)
def test_no_dateline(paragraph):
    assert dateline(paragraph) is None


@pytest.mark.parametrize(
    ("opening", "day", "either"),
    [
        ("Friday 13 June - ", (6, 13), ()),
        ("PORT ORLA. 06/05/2031. ", None, ("2031-06-05", "2031-05-06")),
        ("OSLO, 12 September – ", (9, 12), ()),
    ],
)
def test_dateline_that_leaves_its_day_open(opening, day, either):
    found = dateline(opening + REST)
    assert (found.day, set(found.either)) == (day, set(either))
