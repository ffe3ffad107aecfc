"""Date lines and stated dates in the forms that sites print."""

import pytest

from tidings.grammar.layout.stamps import OpenLine, closing_line, date_line, iso_stamp, open_line

LINES = {
    "March 7, 2024": ("2024-03-07", ""),
    "For immediate release - Tessel, 7 March 2024": ("2024-03-07", ""),
    "FOR IMMEDIATE RELEASE: 7 March 2024": ("2024-03-07", ""),
    "7 March 2024": ("2024-03-07", ""),
    "7th March 2024": ("2024-03-07", ""),
    "13 Mar, 2024 19:40": ("2024-03-13T19:40", ""),
    "Sept. 30, 2022 - 5:00pm": ("2022-09-30T17:00", ""),
    "Friday, 9 September 2022, 4:12 PM MYT": ("2022-09-09T16:12", ""),
    "Published: 2 March 2024, 10:30 GMT": ("2024-03-02T10:30", "published"),
    "Last modified on Tue 7 Feb 2023 12.30 GMT": ("2023-02-07T12:30", "updated"),
    "2023-05-08 | Orla Gazette": ("2023-05-08", ""),
    "14 June 2023 | Reading time: 4 min | Save": ("2023-06-14", ""),
    "08.05.2023 19:20 | 6 comments": ("2023-05-08T19:20", ""),
    "Gazette (21/3/2024)": ("2024-03-21", ""),
    "Posted on July 4, 2020 by admin": ("2020-07-04", "published"),
    "Updated on 03/04/2023": (None, "updated"),
    "05/05/2023": ("2023-05-05", ""),
    "Published Wed, Feb 28 20247:00 AM EST": ("2024-02-28T07:00", "published"),
    "March 4, 202412:45 PM UTCUpdated ago": ("2024-03-04T12:45", ""),
    "March 2 2024, 12:36 p.m.": ("2024-03-02T12:36", ""),
    "March 2, 2024 6:00 am(Updated 6:01 am)": ("2024-03-02T06:00", ""),
    "Society • 17.04.2018. • 18:40 • Source: Agency North": ("2018-04-17", ""),
    "17. april 2018.": ("2018-04-17", ""),
    "Orla Online, 17 April 2018 [translated by J.]": ("2018-04-17", ""),
    "Wednesday, April l8, 1934": ("1934-04-18", ""),
    "VOL. LXXI. No. 88 ORLA COURIER TUESDAY, APRIL 22, 1997 50 CENTS": ("1997-04-22", ""),
    "(as of 22 August 2024)": ("2024-08-22", ""),
    "The Tide, issue 47, 21 March 2024": ("2024-03-21", ""),
    "Publisert 7. mars 2024 kl. 06:30": ("2024-03-07", "published"),
    "7 de marzo de 2024": ("2024-03-07", ""),
    "Thursday, 7 of March of 2024 | Per: Ana Reis": ("2024-03-07", ""),
    "le 7 mars 2024 à 10h22": ("2024-03-07", ""),
    "7 marca 2024 r.": ("2024-03-07", ""),
    "7 марта 2024, 10:30": ("2024-03-07T10:30", ""),
    "2024年3月7日 星期四　記者 / Orla Lin-fay": ("2024-03-07", ""),
    "2024년 3월 7일": ("2024-03-07", ""),
    "2024. March 7., Thursday 08:15": ("2024-03-07", ""),
    "Tuesday, 05/03/2024 09:30 GMT+7 A- A A+": ("2024-03-05T09:30", ""),
    "THE ORLA HERALD Friday, March 7, 2031 orlaherald.example 5": ("2031-03-07", ""),
    "Posted by Ann O. on March 7, 2024 in Rivers, bridges": ("2024-03-07", "published"),
    "March 7, 2024, ORLA. By Ann Oland Berg for The Orla Post": ("2024-03-07", ""),
    "Published in: 13 / 6 / 2024 - Thursday": ("2024-06-13", "published"),
    "Thursday, 13.6.2024, 06:12 o'clock": ("2024-06-13T06:12", ""),
    "13. 6. 2024, 14:20": ("2024-06-13T14:20", ""),
    "13 | 06 | 2024": ("2024-06-13", ""),
    "2024 / 06 / 13": ("2024-06-13", ""),
    "13.VI.2024": ("2024-06-13", ""),
    "13 VI 2024": ("2024-06-13", ""),
    "6-Jun-24": ("2024-06-06", ""),
    "Jun-13-2024": ("2024-06-13", ""),
    "13/Jun/2024": ("2024-06-13", ""),
    "June 13, '24": ("2024-06-13", ""),
    "June 13 (Thursday), 2024": ("2024-06-13", ""),
    "Thu Jun 13 14:20:00 2024": ("2024-06-13", ""),
    "13June 2024": ("2024-06-13", ""),
    "ThursdayJune 13, 2024": ("2024-06-13", ""),
    "By Ann Orla13 June 2024": ("2024-06-13", ""),
    "13 June 2024 year": ("2024-06-13", ""),
    "Date of publication: 13.06.2024": ("2024-06-13", "published"),
    "As of: 13.06.2024 18:40": ("2024-06-13T18:40", ""),
    "13 June 2024, 3 minutes of reading": ("2024-06-13", ""),
    "(dpa/Orla) 13.06.2024": ("2024-06-13", ""),
    "[Tessel Courier, 13 June 2024]": ("2024-06-13", ""),
    "Thursday, June 13, 2024 - 7 Dhu al-Hijjah 1445": ("2024-06-13", ""),
    "Translated from Norwegian, 13 June 2024": ("2024-06-13", ""),
    "13 June 2024 (2 days ago)": ("2024-06-13", ""),
    "by Ann Oland Berg Orla Evening Post, 7.3.2024": ("2024-03-07", ""),
    "Oslo, 13.XI.2023": ("2023-11-13", ""),
    "7-Mar-'98": ("1998-03-07", ""),
    "Nordlys newspaper - provinces - 14/03/2031": ("2031-03-14", ""),
    "ORLA POST - fortnightly in Frisian - number 1,044 - 14 March 2031": ("2031-03-14", ""),
    "The Tessel Review / politics and society / 14 March 2031": ("2031-03-14", ""),
    "Tessel morning newspaper, established 1911 - Friday 14 March 2031": ("2031-03-14", ""),
    "Today's paper - Friday 14 March 2031 - 12 pages": ("2031-03-14", ""),
    "XII year - n. 88 - 14 March 2031": ("2031-03-14", ""),
    "14/03/2031 - 10:22 - politics": ("2031-03-14", ""),
    "Author: the editorial board // 14.03.2031": ("2031-03-14", ""),
    "Number of readings: 312 - 14/03/2031": ("2031-03-14", ""),
    "Entered on the site: 14/03/2031": ("2031-03-14", ""),
    "Date of upload: 14 March 2031": ("2031-03-14", "published"),
    "2031-03-14 16:20  Source: Tessel Morning News  Editor on duty: Ada Holt  Font size: [Big] [Small]": (
        "2031-03-14T16:20",
        "",
    ),
    "The Lark daily, Tessel, 14.03.2031": ("2031-03-14", ""),
    "La Voz de las Islas, Lanza, 4 de mayo de 2031": ("2031-05-04", ""),
    "Lante Weekly of the North, Port Orla, 14 March 2031": ("2031-03-14", ""),
    "The Lante Post, by our northern correspondent Ada Holt. Published 14/03/2031, updated 15/03/2031": (
        "2031-03-14",
        "published",
    ),
    "Ports » 2 May 2031, 07:15 » Words and pictures: A. Holt": ("2031-05-02T07:15", ""),
    "02.05.2031 - Ports/Trade - machine translation from Polish, may be wrong": ("2031-05-02", ""),
    "02/05/2031 07h15": ("2031-05-02", ""),
    "02/05/2031 às 07h15 - Updated at 09h20": ("2031-05-02", ""),
}


@pytest.mark.parametrize(("line", "found"), LINES.items(), ids=LINES.keys())
def test_date_line(line, found):
    read = date_line(line)
    assert (read.stamp.value, read.label) == found


@pytest.mark.parametrize(
    "line",
    [
        "The talks on 3 March 2024 failed because nobody came",
        "They met on 3 March 2024.",
        "Copyright March 3, 2024 Gazette",
        "Published in the print edition of the March 11, 2024, issue",
        "As of 3 May 2023",
        "© 2024 Gazette Media",
        "31 February 2024",
        "Oslo, 13.XIII.2023",
        "Version 1.2.3.4",
        "Room 2024, March of the towns",
        "Summit 2024",
        "Talks by Orla Fail Again in Nordia, 3 May 2031",
        "Flood waters rise again - 3 May 2031",
        "Ministers meet in Orla - talks go on - 3 May 2031",
        "The fund pays out - by 3 May 2031",
        "Dockers walked out, ships waited, 3 May 2031",
        "The fund pays out, says Orla, 3 May 2031",
        "The report was written by the board. Published 3 May 2031, it says that the dam holds",
    ],
)
def test_no_date_line(line):
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2024-03-09T06:15:00+01:00", "2024-03-09T06:15+01:00"),
        ("2024-03-09T06:15:00.000Z", "2024-03-09T06:15Z"),
        ("Thu, 28 Jul 2022 10:00:00 GMT", "2022-07-28T10:00"),
        ("20230502", "2023-05-02"),
        ("20230502T101500", "2023-05-02T10:15"),
        ("0000-00-00", None),
        ("0000-01-01", None),
        ("2023-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_stamp(stated, value):
    assert iso_stamp(stated) == value


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("piece", ["1/1/2020 ", "May ", "1", "1 May ", "2020-1-", "12:00 "])
def test_a_megabyte_of_dates_takes_linear_time(piece):
    iso_stamp(piece * (1_000_000 // len(piece)))
    date_line(piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize(
    ("line", "published", "changed"),
    [
        pytest.param("Updated 4 March 2031 | Published 2 March 2031", "2031-03-02", "2031-03-04", id="in a row"),
        pytest.param("2 March 2031, updated 4 March 2031", "2031-03-02", "2031-03-04", id="labelled behind"),
        pytest.param("Updated 4 March 2031, first published 2 March 2031", "2031-03-02", "2031-03-04", id="before"),
        pytest.param("March 4, 2031 6:56 amMarch 2, 2031 9:00 pm", "2031-03-02T21:00", "2031-03-04T06:56", id="bare"),
        pytest.param("Published 2 March 2031 | 4 March 2031", "2031-03-02", None, id="one is labelled"),
    ],
)
def test_two_dates_in_a_line(line, published, changed):
    read = date_line(line)
    assert (read.stamp.value, read.changed and read.changed.value) == (published, changed)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Tuesday, March 4", OpenLine(3, 4, 2), id="weekday"),
        pytest.param("Tessel, 4 March", OpenLine(3, 4, None), id="place"),
        pytest.param("Port Orla, 4 March - From our correspondent", OpenLine(3, 4, None), id="own correspondent"),
        pytest.param(
            "Tessel, March 4 — By our special correspondent", OpenLine(3, 4, None), id="special correspondent"
        ),
        pytest.param("For immediate release, 4 March", OpenLine(3, 4, None), id="for release"),
        pytest.param("TESSEL, March 4 (Delta)", OpenLine(3, 4, None), id="agency"),
        pytest.param("Tessel, 4 March 2031", None, id="with its year"),
        pytest.param("Dockers in Tessel, 4 March to 9 March", None, id="what happened then"),
        pytest.param("Tessel, 4 March - Dockers walked out", None, id="a sentence behind it"),
        pytest.param("Ada Holt | Tessel | Tuesday, 4 March", OpenLine(3, 4, 2), id="behind names in a row"),
        pytest.param("By Ada Holt in Tessel, Tuesday, March 4", OpenLine(3, 4, 2), id="behind a byline"),
        pytest.param("Tug Talks Set For Tuesday, March 4", None, id="a headline"),
        pytest.param("Tug talks, Tuesday, March 4 and after", None, id="words behind it"),
    ],
)
def test_open_line(line, found):
    assert open_line(line) == found


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        pytest.param("The town paid. (13 June 2031)", "2031-06-13", id="behind a sentence"),
        pytest.param("The town paid. (dpa, 13.06.2031)", "2031-06-13", id="with its agency"),
        pytest.param("The town paid the two sides (13 June 2031).", None, id="within a sentence"),
        pytest.param("The town paid. (Talks were held on 13 June 2031)", None, id="a sentence"),
    ],
)
def test_closing_line(paragraph, day):
    found = closing_line(paragraph)
    assert (found and found.stamp.value) == day
