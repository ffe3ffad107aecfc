"""Differences and tempting no-differences, on hand-made tellings of an invented harbour strike and a border river."""

from dataclasses import dataclass

import pytest

from tidings.grammar.disputes import disputes, scene_of
from tidings.grammar.disputes.denying import CUE
from tidings.grammar.disputes.requoted import quoted_otherwise
from tidings.model import (
    Block,
    Chain,
    Document,
    DocumentRecord,
    Entity,
    Linked,
    Mention,
    QuoteRecord,
    Reading,
    Resolved,
    Span,
    Telling,
    Time,
)
from tidings.text.anchors import anchor
from tidings.text.sentences import sentences


@dataclass(frozen=True)
class Report:
    """One report: its text, day, the entities in it by their words, and its days by their words."""

    text: str
    day: str | None = "2031-04-10"
    who: tuple[tuple[str, str], ...] = ()  # words, kind
    days: tuple[tuple[str, str], ...] = ()  # words, ISO day
    said: tuple[tuple[str, str], ...] = ()  # words of a quote, speaker's words


def reading(name: str, report: Report) -> Reading:
    text = report.text
    spans = [(Span(text.index(w), text.index(w) + len(w)), w, k) for w, k in report.who]
    mentions = tuple(Mention(s, "name", k, w) for s, w, k in spans)
    chains = tuple(Chain(f"{name}/c/{i}", k, w, True, (i,)) for i, (_, w, k) in enumerate(spans))
    times = tuple(Time(Span(text.index(w), text.index(w) + len(w)), "DATE", d) for w, d in report.days)
    return Reading(
        Document(name, f"{name}.txt", name, text, (Block(0, len(text), "paragraph"),), published=report.day),
        sentences=tuple(Span(s.start, s.end) for s in sentences(text)),
        mentions=mentions,
        chains=chains,
        times=times,
    )


def telling(*reports: Report, one_witness: bool = False) -> Telling:
    readings = tuple(reading(f"d{i}", report) for i, report in enumerate(reports))
    names = sorted({(w, k) for r in reports for w, k in r.who})
    groups = {c.id: c.name for r in readings for c in r.chains}
    entities = tuple(Entity(w, w, k, (w,), None, None, ()) for w, k in names)
    quotes = tuple(
        quote(r, report, i) for r, report in zip(readings, reports, strict=True) for i in range(len(report.said))
    )
    return Telling(
        readings,
        linked(groups),
        documents=tuple(record(r) for r in readings),
        witness_of=tuple((r.document.id, "d0" if one_witness else r.document.id) for r in readings),
        entities=entities,
        resolved=tuple(
            Resolved(r.document.id, i, t.value, t.value, t.value, "day")
            for r in readings
            for i, t in enumerate(r.times)
        ),
        quotes=quotes,
    )


def linked(groups: dict[str, str]) -> Linked:
    from tidings.model import Group

    members: dict[str, list[str]] = {}
    for chain, name in groups.items():
        members.setdefault(name, []).append(chain)
    return Linked(groups=tuple(Group(name, "entity", tuple(sorted(found))) for name, found in sorted(members.items())))


def quote(reading: Reading, report: Report, i: int) -> QuoteRecord:
    words, speaker = report.said[i]
    at = report.text.index(words)
    place = anchor(reading.document, Span(at, at + len(words)))
    return QuoteRecord(
        f"{reading.document.id}/q/{at}",
        "direct",
        None,
        words,
        speaker,
        speaker,
        (),
        "said",
        None,
        None,
        None,
        0.9,
        place,
    )


def record(reading: Reading) -> DocumentRecord:
    d = reading.document
    return DocumentRecord(d.id, d.path, None, None, d.text, d.published, None, "stated", None, None, (), None, d.digest)


def found(*reports: Report, one_witness: bool = False) -> list[tuple[str, list[str]]]:
    """Kind of each dispute, with the words of its sides."""
    told = telling(*reports, one_witness=one_witness)
    return [(d.kind, [s for s, _ in d.sides]) for d in disputes(scene_of(told))]


SHIP = (("Grey Heron", "vessel"),)
DEAD = Report(
    "Nine people were killed in the 4 April clash near Orsa bridge.", "2031-04-06", days=(("4 April", "2031-04-04"),)
)


@pytest.mark.parametrize(
    ("reports", "kinds"),
    [
        pytest.param(
            (
                DEAD,
                Report(
                    "The clash of 4 April near Orsa bridge killed 14 people.",
                    "2031-04-06",
                    days=(("4 April", "2031-04-04"),),
                ),
            ),
            ["number"],
            id="two counts of the dead on one day",
        ),
        pytest.param(
            (
                Report("The ferry Grey Heron lost 4,000 tonnes of salt.", who=SHIP),
                Report("Harbour men put the lost salt of the Grey Heron at 6,500 tonnes.", "2031-04-12", who=SHIP),
            ),
            ["number"],
            id="two counts of what was lost",
        ),
        pytest.param(
            (
                Report(
                    "The Grey Heron has been held at Orsa since 5 April.", who=SHIP, days=(("5 April", "2031-04-05"),)
                ),
                Report(
                    "The Grey Heron, held since 6 April, may sail soon.", who=SHIP, days=(("6 April", "2031-04-06"),)
                ),
            ),
            ["date"],
            id="held since two days",
        ),
        pytest.param(
            (
                Report(
                    "The Grey Heron has been held at Orsa since 5 April.",
                    who=(*SHIP, ("Orsa", "place")),
                    days=(("5 April", "2031-04-05"),),
                ),
                Report(
                    "The Grey Heron, held in Tarn since 5 April, may sail soon.",
                    who=(*SHIP, ("Tarn", "place")),
                    days=(("5 April", "2031-04-05"),),
                ),
            ),
            ["place"],
            id="held at two places",
        ),
        pytest.param(
            (
                Report("Captain Odo Lind waved from the bridge.", who=(("Odo Lind", "person"),)),
                Report("The mechanic, Lieutenant Odo Lind, waved.", who=(("Odo Lind", "person"),)),
            ),
            ["role"],
            id="two ranks",
        ),
        pytest.param(
            (
                Report("Odo Lind, 44, waved from the bridge.", who=(("Odo Lind", "person"),)),
                Report("On the bridge stood Odo Lind, 51, and waved.", who=(("Odo Lind", "person"),)),
            ),
            ["number"],
            id="two ages",
        ),
        pytest.param(
            (Report("A newspaper reported that the Grey Heron might be sold. The harbour board denied it.", who=SHIP),),
            ["denial"],
            id="denied it",
        ),
        pytest.param(
            (
                Report(
                    "The board gave up its demand at last, according to an envoy. The council denied that it had heard of any concession."
                ),
            ),
            ["denial"],
            id="denied any such thing",
        ),
        pytest.param(
            (Report("The minister denied a report that the visit had been cancelled over the aid. He smiled."),),
            ["denial"],
            id="denied a report that",
        ),
        pytest.param(
            (
                Report(
                    "Envoys proposed a new ferry line. The harbour board said the two towns are not negotiating such a matter."
                ),
            ),
            ["denial"],
            id="not negotiating such a matter",
        ),
        pytest.param(
            (Report("Orsa insists its ferry had waited in the bay, while Tarn says it ran the barrier."),),
            ["denial"],
            id="one insists, the other says",
        ),
    ],
)
def test_differences(reports: tuple[Report, ...], kinds: list[str]) -> None:
    assert [kind for kind, _ in found(*reports)] == kinds


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            (
                DEAD,
                Report(
                    "The clash of 4 April near Orsa bridge killed 14 people.",
                    "2031-04-09",
                    days=(("4 April", "2031-04-04"),),
                ),
            ),
            id="a toll that grew",
        ),
        pytest.param(
            (
                DEAD,
                Report(
                    "At least seven people were killed in the clash of 4 April near Orsa bridge.",
                    "2031-04-06",
                    days=(("4 April", "2031-04-04"),),
                ),
            ),
            id="at least",
        ),
        pytest.param(
            (
                DEAD,
                Report(
                    "Two people were killed near Orsa bridge on 9 April.",
                    "2031-04-10",
                    days=(("9 April", "2031-04-09"),),
                ),
            ),
            id="two clashes",
        ),
        pytest.param(
            (
                Report("The Grey Heron lost 38,000 tonnes of salt.", who=SHIP),
                Report("The Grey Heron lost almost 42 thousand short tons of salt.", who=SHIP),
            ),
            id="tonnes and short tons",
        ),
        pytest.param(
            (
                Report("The Grey Heron is worth 18 million euros.", who=SHIP),
                Report("The Grey Heron is worth 19.4 million dollars.", who=SHIP),
            ),
            id="euros and dollars",
        ),
        pytest.param(
            (
                Report(
                    "The Grey Heron was seized on the night of 5 April.", who=SHIP, days=(("5 April", "2031-04-05"),)
                ),
                Report("The Grey Heron was seized early on 6 April.", who=SHIP, days=(("6 April", "2031-04-06"),)),
            ),
            id="around midnight",
        ),
        pytest.param(
            (
                Report("The Grey Heron will be freed on 12 April.", who=SHIP, days=(("12 April", "2031-04-12"),)),
                Report(
                    "The Grey Heron was freed on 11 April.", "2031-04-13", who=SHIP, days=(("11 April", "2031-04-11"),)
                ),
            ),
            id="planned and held",
        ),
        pytest.param(
            (
                Report("Odo Lind, 44, waved from the bridge.", who=(("Odo Lind", "person"),)),
                Report("On the bridge stood Odo Lind, 45, and waved.", who=(("Odo Lind", "person"),)),
            ),
            id="a birthday",
        ),
        pytest.param(
            (
                Report(
                    "The harbour board declined to comment. A spokesman denied that it had threatened to close the port."
                ),
            ),
            id="declined to comment",
        ),
        pytest.param((Report("The families were denied access to the harbour. It rained."),), id="denied access"),
        pytest.param(
            (
                Report(
                    "Four people were hurt at the fair on Tuesday, according to the mayor. The harbour board denied that its boats had spilled oil."
                ),
            ),
            id="denied beside an account of something else",
        ),
        pytest.param(
            (Report("Nobody has commented on the proposal. The board rejected the plan."),), id="a plan rejected"
        ),
    ],
)
def test_no_differences(reports: tuple[Report, ...]) -> None:
    assert found(*reports) == []


def test_copies_do_not_differ() -> None:
    one = Report("The Grey Heron has been held at Orsa since 5 April.", who=SHIP, days=(("5 April", "2031-04-05"),))
    two = Report("The Grey Heron, held since 6 April, may sail soon.", who=SHIP, days=(("6 April", "2031-04-06"),))
    assert found(one, two, one_witness=True) == []


def test_one_saying_two_speakers() -> None:
    people = (("Odo Lind", "person"), ("Ada Brask", "person"))
    reports = (
        Report(
            "“The ferry is late, not lost,” Odo Lind said.",
            who=people[:1],
            said=(("The ferry is late, not lost,", "Odo Lind"),),
        ),
        Report(
            "“The ferry was late and not lost,” Ada Brask said.",
            who=people[1:],
            said=(("The ferry was late and not lost,", "Ada Brask"),),
        ),
    )
    assert [kind for kind, _ in found(*reports)] == ["attribution"]


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        pytest.param("We keep a small lamp here", "We keep a little lamp here", True, id="a word"),
        pytest.param("a bridge, not a wall", "This is not a wall, it is a bridge", True, id="the order"),
        pytest.param(
            "the attorney has disclosed its intent",
            "After two years the attorney has disclosed its intent",
            False,
            id="a cut",
        ),
        pytest.param("these e-mails were misread by them", "these emails were misread by them", False, id="a hyphen"),
        pytest.param("a meeting between this man and Lind", "a meeting between Odo Brask and Lind", False, id="a name"),
    ],
)
def test_other_words(a: str, b: str, other: bool) -> None:
    assert quoted_otherwise(a, b) is other


def test_order_does_not_matter() -> None:
    one = Report("The Grey Heron lost 4,000 tonnes of salt.", who=SHIP)
    two = Report("The Grey Heron lost 6,500 tonnes of salt.", who=SHIP)
    assert [k for k, _ in found(one, two)] == [k for k, _ in found(two, one)]


@pytest.mark.usefixtures("watched")
def test_a_megabyte_of_denials_takes_linear_time() -> None:
    text = "denied that the report rejected the " * 28_000
    sum(1 for _ in CUE.finditer(text))
    found(Report("killed 3 people, held since dead. " * 3_000))
