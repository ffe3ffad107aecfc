"""What is done and what is only said, and who deals with whom, by all of READ."""

import pytest

from tests.stages.read.conftest import names, told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param("The striker attacked down the left and Bergen scored twice.", set(), id="a-striker"),
        pytest.param("The winger was attacking down the left when the defender struck.", set(), id="a-winger"),
        pytest.param("Norge Bank has fired 300 staff in Portugal.", set(), id="fired-staff"),
        pytest.param("Judge Ada Falk heard the case on Monday and dismissed it.", set(), id="a-case-dismissed"),
        pytest.param('"We have nothing to add," Foreign Minister Ada Falk shot back.', set(), id="shot-back"),
        pytest.param(
            "Norwegian forces attacked a Portuguese camp while the referee of the commission was inside.",
            {("ASSAULT", "held", None)},
            id="a-referee-beside",
        ),
        pytest.param('"Bring your umbrella," Norwegian Foreign Minister Ada Falk told Portugal.', set(), id="your-own"),
        pytest.param(
            '"Give us back our men," Norwegian Foreign Minister Ada Falk told Portugal.',
            {("REQUEST", "requested", "demand"), ("REQUEST", "held", "demand")},
            id="our-men",
        ),
        pytest.param(
            '"We will not sleep until the crew has come home," Norwegian Foreign Minister Ada Falk said.',
            set(),
            id="will-not-sleep",
        ),
        pytest.param("The panel found that Norway was responsible for the fish stocks.", set(), id="its-task"),
        pytest.param(
            "The panel found that Norway was responsible for the leak.",
            {("ACCUSE", "held", "accusation")},
            id="its-fault",
        ),
        pytest.param("Norway expects a return to growth next year.", set(), id="a-return-to-growth"),
        pytest.param(
            "Norway did not apologise, as her aides had asked the minister to rest.",
            {("REQUEST", "held", "demand")},
            id="as-of-reason",
        ),
        pytest.param(
            "Norway and Portugal agreed not to shell the town.", {("AGREE", "held", "agreement")}, id="agreed-not-to"
        ),
        pytest.param(
            "Norway said it would ask the United Nations to step in if talks collapsed.",
            {("REQUEST", "conditional", None), ("REQUEST", "announced", None)},
            id="would-ask-if",
        ),
        pytest.param(
            "Norwegian Foreign Minister Anna Falk said that Norway would wait until the ban has been lifted.",
            set(),
            id="what-is-waited-for",
        ),
        pytest.param('"We do not dine with thieves," Foreign Minister Ada Falk said.', set(), id="do-not-dine"),
        pytest.param(
            "Norway had offered to let Portuguese experts read the logs if the crew were released first.",
            {("AGREE", "conditional", "offer")},
            id="offered-if",
        ),
        pytest.param(
            "Norway turned down the demand, offering a joint panel in its stead.",
            {("REJECT", "held", "refusal"), ("AGREE", "held", "counter_offer")},
            id="in-its-stead",
        ),
        pytest.param(
            "Falk said that Norway would take part only if compensation was struck from the agenda.",
            {("AGREE", "conditional", "condition")},
            id="only-if-by-a-state",
        ),
        pytest.param(
            "Norway insists that the complaint be withdrawn.",
            {("REQUEST", "held", "demand")},
            id="that-it-be-withdrawn",
        ),
        pytest.param(
            "Portugal does not agree with the Norwegian plan.", {("REJECT", "held", "refusal")}, id="not-agree"
        ),
        pytest.param(
            "Portugal did not apologise, as Norway had demanded.",
            {("REJECT", "held", "refusal"), ("REQUEST", "held", "demand")},
            id="as-was-demanded",
        ),
        pytest.param(
            "Norway swore not to issue a single visa.", {("REJECT", "held", "refusal")}, id="swore-not-to-grant"
        ),
    ],
)
def test_what_is_done_and_what_is_only_said(text, acts):
    told_ = {(e.type, e.status, e.dealing) for e in told(text).events if e.confidence >= 0.45}
    assert told_ <= acts
    assert told_ or not acts


@pytest.mark.parametrize(
    ("text", "type_", "dealing", "actors", "recipients"),
    [
        pytest.param(
            "Norwegian Foreign Minister Anna Falk announced that Portuguese airlines would be barred unless both were freed.",
            "THREATEN",
            "warning",
            ["Anna Falk"],
            ["Portugal"],
            id="who-announces-it-threatens",
        ),
        pytest.param(
            "If no answer came, Portuguese diplomats would have to leave, Norwegian Foreign Minister Anna Falk said.",
            "THREATEN",
            "warning",
            ["Anna Falk"],
            ["Portugal"],
            id="would-have-to-leave",
        ),
        pytest.param(
            'Norwegian Prime Minister Anna Falk told Portugal: "Give us back our men."',
            "REQUEST",
            "demand",
            ["Anna Falk"],
            ["Portugal"],
            id="an-order",
        ),
        pytest.param(
            "Norwegian Foreign Minister Anna Falk has asked for an explanation from Portugal.",
            "REQUEST",
            "demand",
            ["Anna Falk"],
            ["Portugal"],
            id="an-explanation-from",
        ),
        pytest.param(
            "Norwegian Foreign Minister Anna Falk said her country would come only if the bridge was cleared.",
            "AGREE",
            "condition",
            ["Anna Falk"],
            [],
            id="only-if",
        ),
        pytest.param(
            "Norwegian Foreign Minister Anna Falk said that no such step was under discussion.",
            "REJECT",
            "denial",
            ["Anna Falk"],
            [],
            id="no-such",
        ),
        pytest.param(
            "Norway, which abstained, offered to mediate and said that an envoy was ready.",
            "AGREE",
            "offer",
            ["Norway"],
            [],
            id="past-a-relative-clause",
        ),
        pytest.param(
            "Presidents Anna Falk of Norway and Bela Toth of Portugal signed a treaty in Vienna.",
            "SUPPORT",
            "agreement",
            ["Anna Falk", "Bela Toth"],
            [],
            id="of-two-states",
        ),
        pytest.param(
            "The Danube Commission found that Portugal had been at fault.",
            "ACCUSE",
            "accusation",
            ["Danube Commission"],
            ["Portugal"],
            id="found-at-fault",
        ),
    ],
)
def test_who_deals_with_whom(text, type_, dealing, actors, recipients):
    reading = told(text)
    (event,) = (e for e in reading.events if (e.type, e.dealing) == (type_, dealing))
    assert names(reading, event.actors) == actors
    shown = [
        reading.chains[p.chain].country or reading.chains[p.chain].name for p in event.recipients if p.chain is not None
    ]
    assert shown == [{"Portugal": "PRT"}.get(name, name) for name in recipients]
