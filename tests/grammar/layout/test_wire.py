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
        pytest.param("New lead in Corran case, police say", False, id="a new lead"),
        pytest.param("RAISES stakes with Sarrania", False, id="a headline's first word in capitals"),
        pytest.param("TARN DAM 1ST LEAD", True, id="a slug"),
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
        ("The quake struck the coast at 0610 GMT 9 May 2019, killing nine people.", None),
        ("The ship left on 3 April 2008 with 1420 men.", None),
        ("NW-WS-13-11-13 0652GMT", None),
    ],
)
def test_stamp(line, day):
    found = wire_stamp(line)
    assert (found.stamp.value if found else None) == day
