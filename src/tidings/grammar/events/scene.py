"""A document's tree with its times: where each hangs, and how an act and a time hang together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.explicit import RANGES
from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.tree import ancestors, clause_head, tokens_in
from tidings.grammar.verbs import marker
from tidings.model import Analysis, Document, Time

__all__ = ["CLOSE", "VERBS", "Scene", "hours_of", "path", "root"]

ROOT = 5  # letters
OPENING = 5  # sentences that tell a report's news
CLOSE = frozenset({"own", "clause", "over arg"})  # ways in which a time hangs on an act
VERBS = frozenset({"VERB", "AUX"})
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:[ap]m)?")
LIVE = 3  # entries with their hours that make a report a live one
OPENS, CLOSES = frozenset({"“", "``"}), frozenset({"”", "''"})


@dataclass(frozen=True)
class Scene:
    """A document's tree with its times, where each hangs, and which sentence each stands in."""

    analysis: Analysis
    times: Sequence[Time]
    published: str | None
    hours: int = 0  # entries whose hour stands apart from them, as `read/clean` parts it

    @cached_property
    def heads(self) -> dict[int, int]:
        """Each date or clock time to the token of it whose head lies outside it."""
        found: dict[int, int] = {}
        for t, time in enumerate(self.times):
            inside = tokens_in(self.analysis, time.span) if time.type in {"DATE", "TIME"} else range(0)
            for i in inside:
                head = self.analysis.tokens[i].head
                if head not in inside or head == i:
                    found[t] = i
                    break
        return found

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[int, ...]]:
        """Sentence to its times."""
        found: dict[int, tuple[int, ...]] = {}
        for t, at in self.heads.items():
            sentence = self.analysis.tokens[at].sentence
            found[sentence] = (*found.get(sentence, ()), t)
        return found

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """Each sentence to the number of sentences that open a paragraph up to it."""
        count, found = 0, []
        end = -1
        for first, _ in self.analysis.sentences:
            start = self.analysis.tokens[first].start
            count += start - end > 1
            found.append(count)
            end = self.analysis.tokens[first].end
        return tuple(found)

    @cached_property
    def by_root(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Verbs and nouns, by root, each with a time of its sentence that hangs close to it."""
        found: dict[str, list[tuple[int, int]]] = {}
        for token in self.analysis.tokens:
            if token.pos in {"VERB", "NOUN"}:
                near = (t for t in self.by_sentence.get(token.sentence, ()) if path(self, token.i, t) in CLOSE)
                found.setdefault(root(token.lemma), []).extend((token.i, t) for t in near)
        return found

    @cached_property
    def first_with(self) -> Mapping[str, int]:
        """Each day, or what else times say without their hour, to the first time that says it."""
        found: dict[str, int] = {}
        for t, time in enumerate(self.times):
            found.setdefault((time.value or "").partition("T")[0], t)
        return found

    @cached_property
    def tells_of_the_day_before(self) -> bool:
        """Whether the report opens with news of the day before its own, and nowhere names its own day for what was done."""
        if self.published is None:
            return False
        day = self.published[:10]
        told = [t for t in self.heads if self.times[t].look != "future" and self.side(t) in {"same", "earlier"}]
        opening = [t for t in told if self.analysis.tokens[self.heads[t]].sentence < OPENING]
        if not opening or any(self.side(t) == "same" for t in told):
            return False
        return day_before(day) == (self.times[opening[0]].value or "")[:10]

    @cached_property
    def news_time(self) -> int | None:
        """The first day that the report opens with, told as past, which is its own or the one before; of an undated one its first such weekday.

        None where the opening names first an older day and then both, and where all is told minute by minute.
        """
        if self.is_live:
            return None
        opening = sorted((self.heads[t], t) for t in self.heads if self.is_day_in_opening(t))
        if self.published is None:
            return next((t for _, t in opening if self.times[t].value is None), None)
        near = {self.published[:10], day_before(self.published[:10])}
        days = [((self.times[t].value or "").partition("T")[0], t) for _, t in opening]
        fresh = [(day, t) for day, t in days if day in near]
        sure = fresh and (days[0] == fresh[0] or len({day for day, _ in fresh}) == 1)
        return fresh[0][1] if sure else None

    @cached_property
    def is_live(self) -> bool:
        """Whether the report tells minute by minute: most of its paragraphs open with a clock time."""
        firsts = [self.analysis.tokens[first] for n, (first, _) in enumerate(self.analysis.sentences) if self.opens(n)]
        clocks = self.hours + sum(CLOCK.fullmatch(token.text) is not None for token in firsts)
        return clocks >= LIVE and 2 * clocks > len(firsts)

    def opens(self, sentence: int) -> bool:
        """Whether a sentence opens its paragraph."""
        return sentence == 0 or self.paragraphs[sentence] != self.paragraphs[sentence - 1]

    def is_day_in_opening(self, t: int) -> bool:
        """Whether a time is a day of the opening that is not told as coming."""
        time = self.times[t]
        early = self.analysis.tokens[self.heads[t]].sentence <= OPENING
        return early and time.look != "future" and time.anchored_on is None and time_grain(time) == "day"

    @cached_property
    def in_marks(self) -> frozenset[int]:
        """The tokens that stand in double quote marks, counted paragraph by paragraph."""
        found: set[int] = set()
        inside, paragraph = False, 0
        for token in self.analysis.tokens:
            if self.paragraphs[token.sentence] != paragraph:
                inside, paragraph = False, self.paragraphs[token.sentence]
            if token.text in OPENS | CLOSES | {'"'}:
                inside = token.text in OPENS or (token.text == '"' and not inside)
            elif inside:
                found.add(token.i)
        return frozenset(found)

    def governor(self, t: int) -> int:
        """The verb or noun that a time hangs on, past its preposition and the times beside it."""
        at = self.heads[t]
        if self.analysis.tokens[at].dep == "attr":
            return self.analysis.tokens[at].head
        for above in ancestors(self.analysis, at):
            token = self.analysis.tokens[above]
            if token.pos in VERBS or (token.pos in {"NOUN", "PROPN"} and token.ent not in {"DATE", "TIME"}):
                return above
        return at

    def ends(self, t: int) -> tuple[int, int] | None:
        """The first and the last time of a range that a time belongs to: "from March 3 to 5", "between Monday and Friday"."""
        for first in (t, t - 1):
            if not 0 <= first < len(self.times) - 1:
                continue
            one, two = (tokens_in(self.analysis, self.times[n].span) for n in (first, first + 1))
            if not one or not two or two[0] - one[-1] != 2:
                continue
            word, opener = (self.analysis.tokens[i].text.lower() for i in (one[-1] + 1, max(0, one[0] - 1)))
            if word in RANGES - {"to"} or (word, opener) in {("to", "from"), ("and", "between")}:
                return first, first + 1
        return None

    def side(self, t: int) -> str:
        """Where a time lies by the report: its very day, the day before, earlier, later, or open."""
        time = self.times[t]
        days = days_of(time.value.partition("T")[0]) if time.value is not None else None
        if days is not None and self.published is not None:
            first, last, day = days.first.isoformat(), days.last.isoformat(), self.published[:10]
            if first <= day <= last:
                return "same" if first == last else "around"
            return "earlier" if last < day else "later"
        offset = time.offset
        if offset is None or time.anchored_on is not None:
            return "open"
        if offset.unit == "day" and offset.amount == 0 and offset.weekday is None and offset.month is None:
            return "same"
        way = offset.amount or {"past": -1, "future": 1}.get(offset.tense or "", 0)
        return "earlier" if way < 0 else "later" if way > 0 else "open"


def day_before(day: str) -> str:
    """The day before an ISO day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def root(lemma: str) -> str:
    """What words of one act share: the first letters."""
    return lemma.lower()[:ROOT]


def path(scene: Scene, at: int, t: int) -> str:
    """How the act and the time hang together in the tree."""
    analysis = scene.analysis
    over = scene.governor(t)
    if over == at:
        return "own"
    up = [at, *ancestors(analysis, at)]
    if over in up:
        steps = [short(analysis, i) for i in up[: up.index(over)]]
        return f"over {' '.join(dict.fromkeys(steps))}" if len(steps) < 4 else "over far"
    down = [over, *ancestors(analysis, over)]
    if at in down:
        steps = [short(analysis, i) for i in down[: down.index(at)]]
        return f"under {' '.join(dict.fromkeys(steps))}" if len(steps) < 3 else "under far"
    if clause_head(analysis, over) == clause_head(analysis, at):
        return "clause"
    meet = next((i for i in up if i in set(down)), None)
    if meet is None:
        return "apart"
    climb = [short(analysis, i) for i in up[: up.index(meet)]]
    return f"across {climb[-1]} {short(analysis, down[down.index(meet) - 1])}"


def short(analysis: Analysis, i: int) -> str:
    """The label by which a token hangs, with the word that opens its clause."""
    dep = analysis.tokens[i].dep
    opened = marker(analysis, i) if dep == "advcl" else None
    if dep in {"dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "agent", "dative"}:
        return "arg"
    return dep if opened is None else f"{dep}-{opened}"


def hours_of(document: Document) -> int:
    """How many entries of a document have their hour before them, parted from their words."""
    apart = (document.text[block.start : block.end] for block in document.blocks if block.kind == "dateline")
    return sum(CLOCK.match(text) is not None for text in apart)
