"""Paragraphs of plain text, with lines broken at a margin joined."""

import pytest

from tidings.text.lines import paragraphs, quote_marks, seams
from tidings.text.mapped import identity

WRAPPED = (
    "The two ministers met on the bridge for the first time since the\n"
    "spring and agreed on a list of forty names, which will be read out\n"
    "in both parliaments on Tuesday."
)

NARROW = (
    "The harbour board met on Monday and agree-\n"
    "ments of three kinds were laid before it,\n"
    "of which none was signed, as the chair had\n"
    "lost the only pen."
)


PAIRED = (
    "The border post on the hill will be open at night from\nthe first of October, the governor of the town said.\n\n"
    "Lorries now wait up to eleven hours. The governor told\nreporters on Monday that forty officers had been hired.\n\n"
    "The other side has not said whether it will do the same\nwith its own post at the bridge."
)
UNEVEN = (
    "    The levy, of seven shillings a litre, took effect on\nMay 15 as part of a package. It\nwill not be collected.\n"
    '    "You could not avoid hearing\nthem," he said.\n    Police used gas in the east of the capital. Nine of the\nhurt were treated. None\nof them spoke.\n'
    "    It was the second such levy."
)
SET_IN = (
    "    ORLA (NW) _ A ferry with 140 people aboard ran aground off the\nislands before dawn on Tuesday, the coast guard said.\n"
    "    The captain was taken in for questioning. Nothing was wrong with\nthe lights, a spokesman said.\n"
    "    It was the second such accident in a month."
)
COLUMN = (
    "   It has told the power company\nto stop generation until January,\nwhen inflows should pick up.\n"
    "   “We wrote to them on Novem-\nber 25 and asked for it,” said\nMunyara Orla, the au-\nthority’s head."
)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("an agree-\nment", "an agreement"),
        ("the far-\nright", "the far-right"),
        ("two\nlines", "two lines"),
        ("one - \ntwo", "one -  two"),
    ],
)
def test_seams(part, whole):
    assert identity(part).edited(seams(part)).text == whole


def test_marks_of_a_quoted_mail():
    text = "> One\n>> two\n>\nthree"
    assert identity(text).edited(quote_marks(text)).text == "One\ntwo\n\nthree"
    assert quote_marks("> One\ntwo") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a line each"),
        pytest.param("One.\n\n  Two. \n", ["One.", "Two."], id="blank lines"),
        pytest.param(WRAPPED, [WRAPPED], id="broken at a margin"),
        pytest.param(f"Headline\n\n{WRAPPED}\n\nEnd.", ["Headline", WRAPPED, "End."], id="a margin among others"),
        pytest.param(NARROW, [NARROW], id="a narrow column, with a broken word"),
        pytest.param("They ask:\n- a pier;\n- a road.", ["They ask:", "- a pier;", "- a road."], id="a list"),
        pytest.param(
            "Ferry fares rise again\nPort tax is put off\nPilots go on strike",
            ["Ferry fares rise again", "Port tax is put off", "Pilots go on strike"],
            id="headlines",
        ),
        pytest.param(PAIRED, PAIRED.split("\n\n"), id="two lines to a paragraph"),
        pytest.param(SET_IN, [part.strip() for part in SET_IN.split("\n    ")], id="first lines set in"),
        pytest.param(
            UNEVEN, [part.strip() for part in UNEVEN.split("\n    ")], id="lines broken anywhere, first ones set in"
        ),
        pytest.param(COLUMN, [part.strip() for part in COLUMN.split("\n   ")], id="a column with first lines set in"),
        pytest.param(
            "Border post on the hill to open at\nOctober's end\n\nOrla Post",
            ["Border post on the hill to open at\nOctober's end", "Orla Post"],
            id="a headline of two lines",
        ),
        pytest.param(
            "Lake level falls below\nturbine mark at Orla\nBy T. Moyo",
            ["Lake level falls below\nturbine mark at Orla", "By T. Moyo"],
            id="a narrow headline",
        ),
        pytest.param(
            "Bus firms park across the ring road in fuel protest\nfrom Orla Today by Ann Orla",
            ["Bus firms park across the ring road in fuel protest", "from Orla Today by Ann Orla"],
            id="an outlet and a byline",
        ),
        pytest.param(
            "RIVER CRESTS AT 54 FEET;\nTHOUSANDS IN SHELTERS\nBy ANN ORLA",
            ["RIVER CRESTS AT 54 FEET;\nTHOUSANDS IN SHELTERS", "By ANN ORLA"],
            id="a headline in capitals",
        ),
        pytest.param(
            "Ferry fares rise again for the third time in one year\nhttps://orla.example/?p=41\nports and piers",
            ["Ferry fares rise again for the third time in one year", "https://orla.example/?p=41", "ports and piers"],
            id="an address in a line of its own",
        ),
        pytest.param(
            "Ferries to the islands stop after the storm of the week\nBy Staff Writers, Larn News Agency\nBergen, 6 March 2025, 10.40",
            [
                "Ferries to the islands stop after the storm of the week",
                "By Staff Writers, Larn News Agency",
                "Bergen, 6 March 2025, 10.40",
            ],
            id="a headline, its author, place and day",
        ),
        pytest.param(
            "02/05/2031 07h15 - Updated at 09h20\nSend by mail  Send by telegraph  Copy the link\nNewsroom, with Larn",
            [
                "02/05/2031 07h15 - Updated at 09h20",
                "Send by mail  Send by telegraph  Copy the link",
                "Newsroom, with Larn",
            ],
            id="a day over a row of buttons",
        ),
        pytest.param(
            "North Line - Ports - Fares - Weather - Photo - Video\nFerries to the islands stop after the storm of the week\nTuesday, 05/03/2024 09:30 GMT+7 A- A+",
            [
                "North Line - Ports - Fares - Weather - Photo - Video",
                "Ferries to the islands stop after the storm of the week",
                "Tuesday, 05/03/2024 09:30 GMT+7 A- A+",
            ],
            id="a menu, a headline and a day",
        ),
        pytest.param(
            "Harbour Dispatch is free for pupils of all schools\nFerry master gets his papers back after a month\nAda Holt-Brand | Lund | Monday, 3rd March, 2031",
            [
                "Harbour Dispatch is free for pupils of all schools",
                "Ferry master gets his papers back after a month",
                "Ada Holt-Brand | Lund | Monday, 3rd March, 2031",
            ],
            id="a headline and a row that ends on the day",
        ),
        pytest.param(
            "Harbour Dispatch is free for pupils of all schools\nFerry master gets his papers back after a month\nLund | March 3rd, 2031 | Ada Holt-Brand",
            [
                "Harbour Dispatch is free for pupils of all schools",
                "Ferry master gets his papers back after a month",
                "Lund | March 3rd, 2031 | Ada Holt-Brand",
            ],
            id="a headline and a row with the day",
        ),
        pytest.param(
            "Old quay closed to the ferries after worms eat its piles\nPublished: Mon 3 Mar 2031 10.20 GMT\nReading time: 3 min",
            [
                "Old quay closed to the ferries after worms eat its piles",
                "Published: Mon 3 Mar 2031 10.20 GMT",
                "Reading time: 3 min",
            ],
            id="a headline and a labelled day",
        ),
        pytest.param(
            "Old quay closed to the ferries after worms eat its piles\nMonday, March 3\nReading time: 3 min",
            ["Old quay closed to the ferries after worms eat its piles", "Monday, March 3", "Reading time: 3 min"],
            id="a headline and a day without its year",
        ),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n \n", [], id="blank"),
    ],
)
def test_lines_are_joined_to_paragraphs(text, found):
    assert [text[start:end] for start, end in paragraphs(text)] == found
