"""What single expressions say, before any date they are counted from is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.grammar.dates.numeric import day_order
from tidings.grammar.dates.phrases import phrases
from tidings.grammar.dates.words import Found, Line, scan
from tidings.model import Offset


def line_of(text: str) -> Line:
    line = scan(text)
    return Line(line.words, day_order(line))


def read(text: str) -> list[tuple[str, Found]]:
    line = line_of(text)
    return [(text[line.words[i].start : line.words[f.end - 1].end], f) for i, f in phrases(line)]


def one(text: str) -> tuple[str, Found]:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("signed on July 22, 2019", "July 22, 2019", "DATE", "2019-07-22"),
        ("signed on 22nd of July 2019", "22nd of July 2019", "DATE", "2019-07-22"),
        ("signed on 22. July 2019", "22. July 2019", "DATE", "2019-07-22"),
        ("on 2019-07-22 they met", "2019-07-22", "DATE", "2019-07-22"),
        ("on Monday (22/7/2019) they met", "Monday (22/7/2019)", "DATE", "2019-07-22"),
        ("Friday, Oct. 4, 2019", "Friday, Oct. 4, 2019", "DATE", "2019-10-04"),
        ("in July 2019", "July 2019", "DATE", "2019-07"),
        ("since 2012 it has grown", "2012", "DATE", "2012"),
        ("in nineteen ninety-six", "nineteen ninety-six", "DATE", "1996"),
        ("during the 1980s", "the 1980s", "DATE", "198"),
        ("in the '80s", "the '80s", "DATE", "198"),
        ("in the 19th century", "the 19th century", "DATE", "18"),
        ("in the third quarter of 2019", "the third quarter of 2019", "DATE", "2019-Q3"),
        ("the winter of 1994", "the winter of 1994", "DATE", "1994-WI"),
        ("the week of March 6, 2019", "the week of March 6, 2019", "DATE", "2019-W10"),
        ("at 5 p.m. on July 22, 2019", "5 p.m. on July 22, 2019", "TIME", "2019-07-22T17:00"),
        ("the night of July 22, 2019", "the night of July 22, 2019", "TIME", "2019-07-22TNI"),
        ("2019-07-22T08:30:00", "2019-07-22T08:30:00", "TIME", "2019-07-22T08:30"),
        ("the last days of February 2019", "the last days of February 2019", "DATE", "2019-02"),
        ("the Sept. 11 attacks", "Sept. 11", "DATE", "2001-09-11"),
        ("New Year's Day 2019", "New Year's Day 2019", "DATE", "2019-01-01"),
        ("a 25-minute call", "a 25-minute", "DURATION", "PT25M"),
        ("for two and a half years", "two and a half years", "DURATION", "P2Y6M"),
        ("for the past three weeks", "the past three weeks", "DURATION", "P3W"),
        ("in the next few days", "the next few days", "DURATION", "PXD"),
        ("every Tuesday", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("every other week", "every other week", "SET", "P2W"),
        ("each July", "each July", "SET", "XXXX-07"),
        ("it flies daily", "daily", "SET", "P1D"),
        ("twice a week", "a week", "SET", "P1W"),
        ("they now hold", "now", "DATE", "PRESENT_REF"),
        ("it was recently told", "recently", "DATE", "PAST_REF"),
        ("several years ago", "several years ago", "DATE", "PAST_REF"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_expression_has_its_value(text, words, type_, value):
    found_words, found = one(text)
    assert (found_words, found.type, found.value) == (words, type_, value)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("yesterday", Offset("day", -1)),
        ("the day before yesterday", Offset("day", -2)),
        ("on yesterday Friday", Offset("day", 0, weekday=5, tense="past")),
        ("Today, Friday, they met", Offset("day", 0, weekday=5, tense="past")),
        ("tomorrow Friday", Offset("day", 0, weekday=5, tense="future")),
        ("this morning", Offset("day", 0, part="TMO")),
        ("last night", Offset("day", -1, part="TNI")),
        ("last week", Offset("week", -1)),
        ("a fortnight ago", Offset("week", -2)),
        ("on the twelfth.", Offset("day", 0, day=12)),
        ("since the 15th.", Offset("day", 0, day=15)),
        ("they said so on the eve.", Offset("day", -1)),
        ("The eve, he had refused.", Offset("day", -1)),
        ("it was held on the 11th instead.", Offset("day", 0, day=11)),
        ("closed since the 15th as before.", Offset("day", 0, day=15)),
        ("in the night of the 3rd.", Offset("day", 0, day=3)),
        ("he has until the day 15 to leave.", Offset("day", 0, day=15)),
        ("raised on Friday 14: it is gone.", Offset("day", 0, weekday=5, day=14)),
        ("on Friday 14, when it rained.", Offset("day", 0, weekday=5, day=14)),
        ("On Friday 20 were shot by them.", Offset("day", 0, weekday=5)),
        ("On Monday 12, mostly boys, were found.", Offset("day", 0, weekday=1)),
        ("On Monday 12 in all were found.", Offset("day", 0, weekday=1)),
        ("on Saturday (24/2).", Offset("day", 0, weekday=6, month=2, day=24)),
        ("on Saturday (2/24).", Offset("day", 0, weekday=6, month=2, day=24)),
        ("on coming Wednesday.", Offset("day", 1, weekday=3)),
        ("this same weekend.", Offset("weekend", 0)),
        ("this very morning.", Offset("day", 0, part="TMO")),
        ("the evening before, he said.", Offset("day", -1, part="TEV")),
        ("The Monday 13 the court sat.", Offset("day", 0, weekday=1, day=13)),
        ("three weeks ago", Offset("week", -3)),
        ("on Friday", Offset("day", 0, weekday=5)),
        ("last Friday", Offset("day", -1, weekday=5)),
        ("Friday last week", Offset("week", -1, weekday=5)),
        ("next week on Friday", Offset("week", 1, weekday=5)),
        ("in July", Offset("day", 0, month=7)),
        ("last July", Offset("day", -1, month=7)),
        ("July last year", Offset("year", -1, month=7)),
        ("July 22", Offset("day", 0, month=7, day=22)),
        ("the 20th of next month", Offset("month", 1, day=20)),
        ("signed on the twenty-first of last month.", Offset("month", -1, day=21)),
        ("The bench threw out on Monday 13 the appeal.", Offset("day", 0, weekday=1, day=13)),
        ("The bench heard this Monday 13 the appeal.", Offset("day", 0, weekday=1, day=13)),
        ("On this Monday 13 were shot.", Offset("day", 0, weekday=1)),
        ("Yesterday, Monday 13, the bench sat.", Offset("day", 0, weekday=1, day=13, tense="past")),
        ("a round of talks on Tuesday next.", Offset("day", 1, weekday=2)),
        ("on Tuesday next to the mill.", Offset("day", 0, weekday=2)),
        ("He fled a fortnight ago on Sunday night.", Offset("week", -2, weekday=7)),
        ("the third quarter", Offset("day", 0, part="Q3")),
        ("last year's third quarter", Offset("year", -1, part="Q3")),
        ("noon Saturday", Offset("day", 0, weekday=6, part="T12:00")),
        ("Christmas Eve", Offset("day", 0, month=12, day=24)),
        ("the day before", Offset("day", -1)),
        ("that evening", Offset("day", 0, part="TEV")),
        ("three days later", Offset("day", 3)),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_relative_expression_is_kept_as_an_offset(text, offset):
    _, found = one(text)
    assert found.value is None
    assert found.offset == offset


@pytest.mark.parametrize(
    "text", ["a day earlier", "the following week", "the next day", "that day", "the same month", "two years later"]
)
def test_narrative_expression_hangs_on_the_one_before(text):
    assert one(text)[1].base == "narrative"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early March", "START"),
        ("at the end of 2019", "END"),
        ("mid-2019", "MID"),
        ("about two years", "APPROX"),
        ("more than two years", "MORE_THAN"),
        ("less than an hour", "LESS_THAN"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("up to 30 days", "EQUAL_OR_LESS"),
    ],
)
def test_modifier_bends_what_follows(text, mod):
    assert one(text)[1].mod == mod


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from March 3 to March 5, 2022", "2022-03-03", "2022-03-05"),
        ("from 3 March to 5 April 2022", "2022-03-03", "2022-04-05"),
        ("3-5 June 2021", "2021-06-03", "2021-06-05"),
        ("March 3 and 5, 2022", "2022-03-03", "2022-03-05"),
    ],
)
def test_two_days_share_month_and_year(text, first, last):
    assert [found.value for _, found in read(text)] == [first, last]


def test_over_before_an_article_is_no_modifier():
    assert one("agreed over a 25-minute call")[1].mod is None


@pytest.mark.parametrize(
    "text",
    [
        "they may march on",
        "the second half-hearted reply",
        "on the third, on the twelfth attempt, on the eve of the vote",
        "on the 11th floor, for the 20th time, since the 3rd attempt",
        "by the day 5 percent were left",
        "a 44-year-old engineer, 44 years old",
        "1,989 people, 2000 soldiers, $1998",
        "flight 1999",
        "one of three-quarters of them",
        "at 29/13/2019x",
        "the sun sat down",
    ],
)
def test_what_is_no_time_is_left_alone(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["31 February 2020", "Feb. 30", "30/30/2020", "12/31/0000", "2020-02-31", "July 4, 2900"]
)
def test_impossible_date_has_no_value_and_says_why(text):
    _, found = one(text)
    assert (found.value, found.offset) == (None, None)
    assert found.reasons


def test_weekday_that_does_not_fit_is_reported_not_guessed():
    _, found = one("Monday (23/7/2019)")
    assert found.value == "2019-07-XX"
    assert found.reasons == ("2019-07-23 is Tuesday, the text says Monday",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3/4/2019", "2019-XX-XX"),
        ("on 03.04.2019", "2019-04-03"),
        ("on 3/4/2019 and 23/4/2019", "2019-04-03"),
        ("on 3/4/2019 and 4/23/2019", "2019-03-04"),
        ("on 4/4/2019", "2019-04-04"),
        ("on Wednesday (3/4/2019)", "2019-04-03"),
        ("on Monday (3/4/2019)", "2019-03-04"),
        ("on Sunday (3/4/2019)", "2019-XX-XX"),
    ],
)
def test_day_and_month_by_the_other_dates_of_the_text(text, value):
    assert read(text)[0][1].value == value


def test_expression_does_not_cross_a_blank_line():
    assert [words for words, _ in read("in July\n\n2019 was")] == ["July", "2019"]


@given(st.text(alphabet="0123456789/.-:' ,()aeghlmnorstuyJFMA\n½’", max_size=60))
def test_any_text_gives_spans_in_order_inside_it(text):
    line = line_of(text)
    last = 0
    for first, found in phrases(line):
        start, end = line.words[first].start, line.words[found.end - 1].end
        assert last <= start < end <= len(text)
        last = end
