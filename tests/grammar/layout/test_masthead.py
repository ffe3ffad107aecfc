"""The outlet that a plain page opens with, where its text knows it too."""

import pytest

from tidings.grammar.layout.masthead import masthead


@pytest.mark.parametrize(
    ("lines", "text", "outlet"),
    [
        pytest.param(
            ["THE NORDEN LANTERN"], "She told the Lantern so.", "The Norden Lantern", id="its last word in the text"
        ),
        pytest.param(["Amber Evening | Ferries"], "He told Amber Evening so.", "Amber Evening", id="before a menu"),
        pytest.param(["QZNA - Politics - Economy"], "Lund (QZNA) - It rained.", "QZNA", id="letters of a dateline"),
        pytest.param(["lundside.no - news"], "He told lundside.no so.", "lundside.no", id="address"),
        pytest.param(["Lund Courier"], "It rained.", "Lund Courier", id="an outlet by its words"),
        pytest.param(["Kenya | World | Sport"], "Kenya said so.", None, id="a state is a section"),
        pytest.param(["Politics | World"], "Politics is dull.", None, id="section"),
        pytest.param(["Lund Voice"], "It rained in Lund.", None, id="unknown to the text"),
        pytest.param([], "It rained.", None, id="nothing above"),
    ],
)
def test_masthead(lines, text, outlet):
    assert masthead(lines, text) == outlet
