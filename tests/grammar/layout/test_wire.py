"""Lines of an agency's copy that are not for readers, and the stamp under it."""

import pytest

from tidings.grammar.layout.wire import is_control, wire_stamp


@pytest.mark.parametrize(
    ("line", "control"),
    [
        ("ZCZC NTW0417", True),
        ("NNNN", True),
        ("r i BC-ORLA-FERRY 2ndLd-Writethru 06-11 0233", True),
        ("Eds: UPDATES with second death, captain held", True),
        ("(ADDS details, background)", True),
        ("GRAIN-ORLA 3RD TAKE", True),
        ("(more)", True),
        ("The team took the lead", False),
        ("Minister adds to woes with new lead plan", False),
        ("Updates to the port plan were shown to the council on Monday with details", False),
    ],
)
def test_control(line, control):
    assert is_control(line) is control


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("NW-WS-06-11-13 0652GMT", "2013-06-11"),
        ("NW/ORL/03 APR 2008 1420 GMT", "2008-04-03"),
        ("Source: Radio Orla, in English 0610 gmt 9 May 19", "2019-05-09"),
        ("The ship left on 3 April 2008 with 1420 men.", None),
        ("NW-WS-13-11-13 0652GMT", None),
    ],
)
def test_stamp(line, day):
    found = wire_stamp(line)
    assert (found.stamp.value if found else None) == day
