"""Stages that went before what a sentence tells of an act, by its words."""

import pytest

from tidings.grammar.events.earlier_stages import earlier_stages


@pytest.mark.parametrize(
    ("text", "act", "type_", "status", "stages"),
    [
        pytest.param(
            "The twice-postponed meeting opened in Bergen.",
            "meeting",
            "CONSULT",
            "held",
            ("announced", "cancelled"),
            id="put off before",
        ),
        pytest.param("The planned march drew two hundred.", "march", "PROTEST", "held", ("announced",), id="planned"),
        pytest.param(
            "The visit, which had been scheduled for May, is over.",
            "visit",
            "CONSULT",
            "held",
            ("announced",),
            id="scheduled, behind it",
        ),
        pytest.param(
            "The inspectors arrived two days later than planned.",
            "arrived",
            "CONSULT",
            "held",
            ("announced",),
            id="later than planned",
        ),
        pytest.param(
            "The island lifted the ban, as it had promised.",
            "lifted",
            "RETREAT",
            "held",
            ("announced",),
            id="as promised",
        ),
        pytest.param(
            "The harbour was closed, as the union had demanded.",
            "closed",
            "COERCE",
            "held",
            (),
            id="somebody between: not yet read",
        ),
        pytest.param(
            "The court called off the hearing.",
            "hearing",
            "CONSULT",
            "cancelled",
            ("announced",),
            id="only what was set is called off",
        ),
        pytest.param(
            "The ministers did not meet.", "meet", "CONSULT", "cancelled", (), id="nothing says that it was set"
        ),
        pytest.param(
            "The session was to have opened on Friday.",
            "session",
            "CONSULT",
            "cancelled",
            ("announced",),
            id="was to have",
        ),
        pytest.param(
            "The planned talks will be led by Norway.", "talks", "CONSULT", "announced", (), id="still planned"
        ),
        pytest.param(
            "The planned march was denounced by the mayor.", "denounced", "ACCUSE", "held", (), id="words are no stages"
        ),
        pytest.param(
            "The board, which is due to meet, freed the pilot.", "freed", "RETREAT", "held", (), id="another act is due"
        ),
    ],
)
def test_stages_that_went_before(text, act, type_, status, stages):
    start = text.index(act)
    assert earlier_stages(text, start, start + len(act), type_, status) == stages
