"""What is measured: a task a gold set, as an explicit tuple."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals import (
    accounts,
    chains,
    clauses,
    copies,
    differences,
    event_days,
    events,
    fields,
    judged_events,
    kinds,
    names,
    piles,
    quote_ways,
    quotes,
    report_differences,
    report_events,
    said,
    statements,
    status,
    stories,
    text,
    timelines,
    times,
    told,
)
from evals.gate import corpus_digest

__all__ = ["TASKS", "Result", "Task", "one"]

Measures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing measured: on which folders of gold, by what, and its worst cases."""

    name: str
    parts: tuple[str, ...]  # below the root that `run` gets
    run: Callable[[Path], Measures]
    worst: Callable[[Path], list[str]]
    gated: tuple[str, ...] = ()  # measures with a floor; all where none is named
    slack: float = 0.0  # floors are set so much below the score: a story has few lines, and one is 0.01
    root: str = "gold"  # below --gold
    peers: Callable[[Path], Measures] | None = None  # other programs, on the same


ACCOUNT = ("score", "text kept", "junk removed", "anchors that hold")
REAL = ("quotes-polnear", "stories-basil", "timelines-timeline17")  # where real reports were judged

TASKS = (
    Task(
        "quotes",
        ("quotes-polnear",),
        quotes.run,
        quotes.worst,
        ("content F1", "source F1", "triple F1", "direct, right source"),
        peers=quote_ways.peers,
    ),
    Task(
        "times",
        ("times-tempeval3", "times-recognizers", "times-timenorm"),
        times.run,
        times.worst,
        ("value F1, held out", "value F1, all", "relaxed span F1, all"),
        peers=times.peers,
    ),
    Task(
        "statements",
        ("tools",),  # the pairs lie in evals/
        statements.run,
        statements.worst,
        ("statements dev, F1", "statements dev, precision"),
        slack=0.02,
        root="",
    ),
    Task("status", ("status-factuality",), status.run, status.worst, ("status Pearson's r", "status sign")),
    Task("clauses", (), clauses.run, clauses.worst, ("status macro-F1, dev", "status events found, dev")),
    Task("timelines", ("timelines-timeline17",), timelines.run, timelines.worst, ("timeline Date-F1",)),
    Task("event_days", ("times-tempeval3",), event_days.run, event_days.worst, ("event days F1, held out",)),
    Task("events", ("events-plover",), events.run, events.worst, ("events accuracy", "events macro-F1")),
    Task(
        "judged",
        REAL,
        judged_events.run,
        judged_events.worst,
        ("right of trusted", "trusted of right"),
        slack=0.02,
    ),
    Task(
        "said",
        REAL,
        said.run,
        said.worst,
        ("dev: of those told, said", "dev: speakers given, right"),
        slack=0.02,
    ),
    Task(
        "report_events",
        ("stories-basil", "timelines-timeline17", "times-tempeval3"),
        report_events.run,
        report_events.worst,
        ("tellings right, trusted", "trusted of right", "labelled tellings read", "main events read"),
        slack=0.02,
    ),
    Task("told", ("stories-basil", "timelines-timeline17", "times-tempeval3"), told.run, told.worst, slack=0.02),
    Task("names", ("names-opensanctions",), names.run, names.worst, ("f1",)),
    Task("kinds", ("stories-basil",), kinds.run, kinds.worst, ("mention F1", "kind accuracy"), slack=0.01),
    Task("chains", ("quotes-polnear",), chains.run, chains.worst, ("precision", "resolved"), slack=0.01),
    Task(
        "text",
        ("text-fundus-evaluation",),
        text.run,
        text.worst,
        ("rouge_f1", "aligned", "crude_body_kept", "crude_junk_cut"),
        peers=text.peers,
    ),
    Task(
        "fields",
        ("text-fundus-evaluation",),
        fields.run,
        fields.worst,
        ("headless: titles", "headless: days", "crude: titles", "crude: days"),
        slack=0.01,
    ),
    Task(
        "copies",
        ("stories-basil", "timelines-timeline17"),
        copies.run,
        copies.worst,
        ("copies, pair F1", "common origin, pair F1"),
        peers=copies.peers,
    ),
    Task("stories", ("stories-basil",), stories.run, stories.worst, ("stories BASIL, BCubed F1",), peers=stories.peers),
    Task(
        "piles",
        ("stories-basil", "timelines-timeline17", "text-fundus-evaluation"),
        piles.run,
        piles.worst,
        peers=piles.peers,
    ),
    Task(
        "real_diffs",
        ("stories-basil", "timelines-timeline17", "times-tempeval3"),
        report_differences.run,
        report_differences.worst,
        ("differences shown",),
        slack=0.01,
    ),
    Task("differences", ("tools",), differences.run, differences.worst, slack=0.02, root=""),
    Task("seeds", ("seeds", "tools"), accounts.run, accounts.worst, ACCOUNT, slack=0.02, root=""),
    Task("examples", ("tools",), accounts.examples, accounts.worst_of_examples, slack=0.02, root=""),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a task measured, on which gold, in how many seconds."""

    measures: Measures
    digest: str
    seconds: float


def one(task: Task, gold: Path) -> Result:
    """Measure one task."""
    started = time.monotonic()
    root = gold / task.root
    measures = task.run(root)
    return Result(measures, corpus_digest(root, task.parts), time.monotonic() - started)
