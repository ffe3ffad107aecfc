"""Which dealing an act is by the terms around it."""

import pytest

from tidings.model import Given, Raw
from tidings.stages import READ
from tidings.text.ids import digest


def reading(text):
    batch = [Raw("0.txt", "text", text, digest(text.encode()), "utf-8", given=Given(published="2031-05-04"))]
    for stage in READ:
        batch = list(stage.run(batch))
    return batch[0]


@pytest.mark.parametrize(
    ("text", "act", "dealing"),
    [
        pytest.param(
            "Norway agreed on Friday to the plan for a truce, but only if Portugal first moves its ships.",
            "agreed",
            "condition",
            id="agreed, but only if",
        ),
        pytest.param("Norway agreed on Friday to the plan for a truce.", "agreed", None, id="agreed"),
        pytest.param(
            "Norway insists that the fee be paid before any ship leaves port.",
            "insists",
            "condition",
            id="before any",
        ),
        pytest.param(
            "Norway insists that the complaint be withdrawn.", "insists", "demand", id="what is only insisted on"
        ),
        pytest.param(
            "Norway offered to finance ten schools for Portugal instead of the money.",
            "offered",
            "counter_offer",
            id="instead of",
        ),
        pytest.param("Norway will only accept tubas tuned by a monk.", "accept", "condition", id="only accept"),
        pytest.param("Norway ruled out that its pilots had lied.", "ruled", "denial", id="ruled out what was"),
        pytest.param("Norway ruled out that pilots would be sent.", "ruled", "refusal", id="ruled out what may be"),
        pytest.param("Norway contested that its pilots had ever lied.", "contested", "denial", id="contested that"),
        pytest.param("Norway countered with a fee of 5 percent.", "countered", "counter_offer", id="countered with"),
        pytest.param("The Norwegian team tabled a 10 percent cut.", "tabled", "offer", id="tabled a cut"),
        pytest.param("The Norwegian king vowed to take reprisals.", "vowed", "warning", id="vowed reprisals"),
        pytest.param("The Norwegian king promised to respond in kind.", "promised", "warning", id="promised an answer"),
        pytest.param("The Norwegian minister mocked the offer.", "mocked", "refusal", id="mocked an offer"),
        pytest.param("The Norwegian minister gave Chile a week to release the crew.", "gave", "demand", id="a week to"),
        pytest.param("Norway refused to sign the treaty without an audit.", "refused", "condition", id="without an"),
        pytest.param(
            "Norway has refused to open the port until Chile pays.", "refused", "condition", id="refused until"
        ),
        pytest.param("Norway refused to open the port until Friday.", "refused", "refusal", id="refused until a day"),
        pytest.param(
            "Norway asked Chile to free the crew, failing which it would close the port.",
            "close",
            "warning",
            id="failing which",
        ),
        pytest.param(
            "The Norwegian minister hinted that Norway might recall its trams.",
            "hinted",
            "warning",
            id="hinted that it might",
        ),
        pytest.param(
            "Norway does not surrender its guests, the Norwegian minister said.",
            "surrender",
            "refusal",
            id="what one does not do",
        ),
        pytest.param("In Oslo the request was turned down at breakfast.", "turned", "refusal", id="in a capital"),
    ],
)
def test_terms_make_a_condition(text, act, dealing):
    found = reading(f"A day in May\n\n{text} The weather was fine in most places on Friday.")
    told = [e for e in found.events if found.document.text[e.trigger.start : e.trigger.end].startswith(act)]
    assert [e.dealing for e in told] == [dealing]


def test_what_comes_or_else_is_told_alike_in_the_first_quotation_and_later_ones():
    words = "“Free the crew, or else Norway will close the port,” Ada Holt said."
    first, later = (reading(f"A day in May\n\n{before}{words}") for before in ("", "“It is late,” Per Lund said. "))
    told = [
        [(e.type, e.status, e.dealing) for e in r.events if r.document.text[e.trigger.start :].startswith("close")]
        for r in (first, later)
    ]
    assert told[0] == told[1] != []
