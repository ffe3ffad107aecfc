"""Between which days temporal links put an event."""

import pytest

from evals.event_windows import FIRST, LAST, windows

TIMES = '<TIMEX3 tid="t0" type="DATE" value="2031-05-09" > <TIMEX3 tid="t1" type="DATE" value="2031-05-06" >'
ONE = '<MAKEINSTANCE eventID="e1" eiid="ei1" /> <MAKEINSTANCE eventID="e2" eiid="ei2" />'


def link(relation, a, b):
    return f'<TLINK relType="{relation}" eventInstanceID="{a}" {b} />'


@pytest.mark.parametrize(
    ("links", "window"),
    [
        pytest.param([link("IS_INCLUDED", "ei1", 'relatedToTime="t1"')], ("2031-05-06", "2031-05-06"), id="within"),
        pytest.param([link("BEFORE", "ei1", 'relatedToTime="t0"')], (FIRST, "2031-05-09"), id="before"),
        pytest.param([link("AFTER", "ei1", 'relatedToTime="t1"')], ("2031-05-06", LAST), id="after"),
        pytest.param(
            [
                link("SIMULTANEOUS", "ei1", 'relatedToEventInstance="ei2"'),
                link("IS_INCLUDED", "ei2", 'relatedToTime="t1"'),
            ],
            ("2031-05-06", "2031-05-06"),
            id="by another event",
        ),
        pytest.param(
            [link("AFTER", "ei1", 'relatedToTime="t1"'), link("BEFORE", "ei1", 'relatedToTime="t0"')],
            ("2031-05-06", "2031-05-09"),
            id="between",
        ),
        pytest.param(
            [
                link("IS_INCLUDED", "ei1", 'relatedToTime="t1"'),
                link("IS_INCLUDED", "ei1", 'relatedToTime="t0"'),
            ],
            ("2031-05-06", "2031-05-06"),
            id="a contradiction is left out",
        ),
    ],
)
def test_windows(links, window):
    assert windows(" ".join([TIMES, ONE, *links]))["e1"] == window
