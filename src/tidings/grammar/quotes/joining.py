"""Each stretch in quote marks goes to the clause, the cue or the speaker whose words it is; else to nobody."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tidings.grammar.quotes.any_verb import any_verb, gives_words, was_how
from tidings.grammar.quotes.attribution import DENIALS, Attribution, from_cue, reaches, within
from tidings.grammar.quotes.carried_on import carry_on, goes_on
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.quote_source import (
    beside,
    cue_above,
    cue_after,
    cue_before,
    is_complement,
    is_governed,
    is_sentence,
    is_utterance,
    names_something,
    noun_above,
)
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.quotes.signed_quotes import answer_of_colon, cue_of_colon, signature
from tidings.grammar.tree import noun_phrase, sentence_of, sentence_span, span_of, tokens_in
from tidings.grammar.verbs import FINITE, modal
from tidings.model import Analysis, Span

__all__ = ["Joining"]
SHORT = 4  # tokens
CALLS = 0.7  # strength of the verbs that call something by a name


class Joining:
    """The attributions found so far, by sentence, while quoted words are given to them."""

    def __init__(
        self,
        analysis: Analysis,
        text: str,
        paragraphs: Sequence[Span],
        cues: Mapping[int, Cue],
        clauses: Sequence[Attribution],
    ) -> None:
        self.analysis, self.text, self.paragraphs, self.cues = analysis, text, paragraphs, cues
        self.found: list[Attribution] = []
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for clause in clauses:
            self.add(clause)

    def join(self, tops: Sequence[Quoted]) -> list[Attribution]:
        """Give away the quoted stretches, outermost ones in text order, and return all attributions."""
        homes = [self.home(piece) for piece in tops]
        self.relay_by_accounts(zip(tops, homes, strict=True))
        for piece, home in zip(tops, homes, strict=True):
            if home is not None and self.holder(piece) is None and not self.is_title(piece):
                after = cue_after(self.analysis, piece, self.cues, home.end)
                after = after or any_verb(self.analysis, self.text, piece, home.end)
                if after is not None:
                    self.speak(beside(self.analysis, after, piece), piece, self.led_by(piece))
        before: int | None = None  # index of the attribution that the last quoted stretch went to
        for piece, home in zip(tops, homes, strict=True):
            if home is None or self.is_relays(piece) or self.is_aside(piece):
                continue
            at = self.place(piece, home)
            if at is None and piece.continues and before is not None:
                self.put(before, replace(self.found[before], content=(*self.found[before].content, piece.span)))
                at = before
            said = self.just_said(piece, home) if at is None else None
            whole = said is not None and is_sentence(self.analysis, piece, self.text)
            if at is None and (whole or is_utterance(self.analysis, piece, self.text)):
                last = None if before is None else self.found[before]
                at = self.add(goes_on(said, piece) if said else carry_on(self.analysis, self.text, home, piece, last))
            if at is not None and self.found[at].content != (piece.span,) and names_something(self.analysis, piece):
                continue
            if at is not None:
                parts = tuple(sorted({*self.found[at].parts, piece.span}))
                self.found[at] = replace(self.found[at], parts=parts)
                before = at
        return self.found

    def relay_by_accounts(self, pieces: Iterable[tuple[Quoted, Span | None]]) -> None:
        """Give “…,” a pilot ordered, according to X, to the pilot, whom X relays, where a parse gave all of it to X; and
        “…” was how Y described it, the agency reported, to Y."""
        for piece, home in pieces:
            if home is None:
                continue
            holder = self.holder(piece)
            found = None if holder is None else self.found[holder]
            how = was_how(self.analysis, piece)
            if (given := gives_words(self.analysis, piece)) is not None and holder is None:
                self.add(from_cue(given, (piece.span,), how="quote", confidence=piece.confidence))
                continue
            if how is None and found is not None and found.how == "according" and found.cue is not None:
                limit = min(home.end, found.cue.start)
                after = cue_after(self.analysis, piece, self.cues, limit)
                after = after or any_verb(self.analysis, self.text, piece, limit)
                how = None if after is None else beside(self.analysis, after, piece)
                how = how if how is not None and how.source is not None and within(how.span, found.content) else None
            if how is None:
                continue
            inner = from_cue(how, (piece.span,), how="quote", confidence=0.9 * piece.confidence)
            if holder is None or found is None:
                self.add(inner)
            else:
                self.put(holder, replace(inner, relay=found.source, relay_head=found.source_head))

    def is_relays(self, piece: Quoted) -> bool:
        """Whether words in marks are the name of who relays: the agency “Interfor”."""
        relays = (self.found[at].relay for at in self.near(piece.span))
        start, end = piece.outer.start, piece.span.end
        return any(relay is not None and relay.start < end and start <= relay.end + 1 for relay in relays)

    def is_aside(self, piece: Quoted) -> bool:
        """Whether a term in marks stands in what is so "according to" somebody, whose word it need not be."""
        holder = self.holder(piece)
        return holder is not None and self.found[holder].how == "according" and self.is_term(piece)

    def just_said(self, piece: Quoted, home: Span) -> Attribution | None:
        """What the sentence right before quoted words attributes at its end, in the same paragraph: "…, X says. “…”"."""
        first = tokens_in(self.analysis, piece.outer)[0]
        begin = sentence_of(self.analysis, first)[0]
        if not home.start < piece.outer.start or self.analysis.tokens[begin].start < piece.outer.start or begin == 0:
            return None
        sentence = sentence_span(self.analysis, self.analysis.tokens[begin - 1].sentence)
        for at in sorted(self.by_sentence[self.analysis.tokens[begin - 1].sentence], reverse=True):
            found = self.found[at]
            own = [s for s in (found.cue, found.source) if s is not None and sentence.covers(s)]
            late = len(own) == 2 and all(s.start >= found.content[-1].end for s in own) and found.kind == "say"
            ahead = len(own) == 2 and found.verb is not None and found.kind == "say" and self.leads(found.verb)
            if (late or ahead) and sentence.start >= home.start and found.how in {"clause", "quote"}:
                return found
        return None

    def leads(self, verb: int) -> bool:
        """Whether the cue is the main verb of its sentence: "X said he blamed the firm. “…”"."""
        return self.analysis.tokens[verb].dep == "ROOT"

    def home(self, piece: Quoted) -> Span | None:
        """The paragraph that the quoted words begin in, where tokens stand in them."""
        n = bisect_right(self.paragraphs, piece.outer.start, key=lambda p: p.start) - 1
        inside = n >= 0 and piece.outer.start < self.paragraphs[n].end and len(tokens_in(self.analysis, piece.span)) > 0
        return self.paragraphs[n] if inside else None

    def sentences(self, spans: Sequence[Span]) -> range:
        """The sentences that these spans reach over."""
        first = tokens_in(self.analysis, spans[0])
        last = tokens_in(self.analysis, spans[-1])
        if not first or not last:
            return range(0)
        tokens = self.analysis.tokens
        return range(tokens[first[0]].sentence, tokens[last[-1]].sentence + 1)

    def add(self, attribution: Attribution) -> int:
        """Keep one more attribution; its index."""
        self.found.append(attribution)
        at = len(self.found) - 1
        for sentence in self.sentences(attribution.content):
            self.by_sentence[sentence].append(at)
        return at

    def put(self, at: int, attribution: Attribution) -> int:
        """Keep an attribution in another's place."""
        self.found[at] = attribution
        for sentence in self.sentences(attribution.content):
            if at not in self.by_sentence[sentence]:
                self.by_sentence[sentence].append(at)
        return at

    def near(self, *spans: Span) -> list[int]:
        """The attributions with content in the sentences of these spans."""
        return sorted({at for sentence in self.sentences(spans) for at in self.by_sentence[sentence]})

    def place(self, piece: Quoted, home: Span) -> int | None:
        """The index of the attribution that the quoted words belong to; one may be added for them."""
        if (at := self.holder(piece)) is not None:
            inner = self.called(at, piece)
            if inner is None:
                return self.fit(at, piece)
            opens = -1 if inner.cue is None else inner.cue.start
            alone = self.found[at].how == "according" and self.found[at].content[0].start == opens
            return self.put(at, inner) if alone else self.add(inner)
        for at in self.near(piece.span):
            if (told := self.told_inside(self.found[at], piece)) is not None:
                return self.add(told)
        if (at := self.broken_off(piece)) is not None:
            found = self.found[at]
            if self.behind_colon(piece) and self.is_whole(found.content[0], piece):
                return self.add(replace(found, content=(piece.span,), how="quote"))
            return self.put(at, reaches(found, Span(found.content[-1].start, piece.outer.end)))
        if (signed := signature(self.analysis, self.text, piece, home.end)) is not None:
            return self.add(signed)
        if (answer := answer_of_colon(self.analysis, piece)) is not None:
            return self.add(answer)
        if piece.outer.start - home.start <= 2 and (led := self.led_by_colon(piece)) is not None:
            return self.speak(led, piece, piece.span)
        lead = cue_before(self.analysis, piece, self.cues, home.start)
        above = cue_above(self.analysis, piece, self.cues)
        if lead is not None and self.leads_up(lead, piece):
            if lead.reporter.lemma in DENIALS and self.text[: piece.outer.start].rstrip().endswith(":"):
                lead = replace(lead, negated=not lead.negated)  # the denial's own words are not denied
            return self.speak(lead, piece, piece.span)
        if lead is not None and lead.reporter.kind == "say" and (begin := self.after_that(lead, piece)) is not None:
            return self.speak(lead, piece, Span(begin, piece.outer.end))
        for cue in (above, lead) if not self.is_title(piece) else ():
            doubted = cue is not None and cue.reporter.frames <= {"quoted"} and self.is_term(piece)
            if cue is not None and cue.source is not None and cue.reporter.kind != "think" and not doubted:
                return self.speak(cue, piece, piece.span)
        if (noun := noun_above(self.analysis, piece)) is not None:
            word, owner = noun
            source = noun_phrase(self.analysis, owner)
            cue_span = span_of(self.analysis, word, word)
            return self.add(Attribution((piece.span,), cue_span, word, source, owner, confidence=0.6, how="noun"))
        return None

    def called(self, at: int, piece: Quoted) -> Attribution | None:
        """Whose words they are where somebody else named within the clause calls something so: "Y said X called it “…”".

        Who speaks around it relays where it is what they say; not in "…, a figure that X called “…”", which the outlet tells.
        """
        outer, cue = self.found[at], cue_above(self.analysis, piece, self.cues)
        if (told := self.told_inside(outer, piece)) is not None:
            return told
        if cue is None or cue.source is None or cue.source_head is None or cue.negated:
            return None
        if outer.verb is None or outer.verb >= cue.verb or modal(self.analysis, cue.verb) is not None:
            return None
        named = self.analysis.tokens[cue.source_head].pos in {"NOUN", "PROPN"} and cue.reporter.strength >= CALLS
        account = outer.how == "according"  # "men who, according to X, cited “orders”"
        apart = within(cue.span, outer.content) and (account or within(cue.source, outer.content))
        if not named or not apart or not is_complement(self.analysis, piece, cue.verb):
            return None
        found = from_cue(cue, (piece.span,), how="quote", confidence=0.8 * piece.confidence)
        token = self.analysis.tokens[cue.verb]
        inner = token.dep == "ccomp" and token.head == outer.verb
        relays = inner or account
        return replace(found, relay=outer.source, relay_head=outer.source_head) if relays else found

    def told_inside(self, outer: Attribution, piece: Quoted) -> Attribution | None:
        """Whose words they are behind a colon and a verb of telling somebody within what another says: "his sister says he
        told her on the pier: “…”"."""
        home = self.home(piece) if self.behind_colon(piece) else None
        cue = None if home is None else cue_before(self.analysis, piece, self.cues, home.start)
        if cue is None or cue.source_head is None or cue.verb == outer.verb or cue.negated or outer.how == "according":
            return None
        within_it = within(cue.span, outer.content) and cue.source is not None and within(cue.source, outer.content)
        told = cue.reporter.lemma in {"tell", "write", "ask"} and cue.addressee is not None
        if not within_it or not told or cue.source_head == outer.source_head:
            return None
        found = from_cue(cue, (piece.span,), how="quote", confidence=0.8 * piece.confidence)
        return replace(found, relay=outer.source, relay_head=outer.source_head)

    def is_title(self, piece: Quoted) -> bool:
        """Whether words in marks are a title that hangs on a preposition: "a series on “Women in Power”"."""
        return names_something(self.analysis, piece) and is_governed(self.analysis, piece)

    def is_term(self, piece: Quoted) -> bool:
        """Whether a few words in marks are none that the encoder takes for said: "close the “loophole”"."""
        inside = tokens_in(self.analysis, piece.span)
        scores = self.analysis.scores[inside.start : inside.stop]
        return len(inside) < SHORT and bool(scores) and not any(s.role.endswith("content") for s in scores)

    def led_by_colon(self, piece: Quoted) -> Cue | None:
        """The cue that ends the paragraph before with a colon."""
        n = bisect_right(self.paragraphs, piece.outer.start, key=lambda p: p.start) - 1
        return cue_of_colon(self.analysis, self.text, piece, self.cues, self.paragraphs[max(0, n - 1) : n + 1])

    def fit(self, at: int, piece: Quoted) -> int:
        """Let the content and the quoted words that it meets end together."""
        found = self.found[at]
        if found.how == "clause" and self.behind_colon(piece):
            if not found.parts and self.is_whole(found.content[0], piece):
                before = self.text[: piece.outer.start].rstrip(" :")
                self.put(at, replace(found, content=(Span(found.content[0].start, len(before)),)))
                return self.add(replace(found, content=(piece.span,), how="quote"))
            return self.put(at, replace(found, content=(piece.span,)))
        if piece.span.start <= found.content[0].start and len(found.content) == 1:
            if found.content[0].end <= piece.outer.end:
                return self.put(at, replace(found, content=(piece.span,)))
            return self.put(at, reaches(found, piece.outer))
        if not all(c.covers(piece.span) for c in found.content if c.meets(piece.span)):
            return self.put(at, reaches(found, piece.outer))
        return at

    def behind_colon(self, piece: Quoted) -> bool:
        """Whether a colon stands right before the opening mark."""
        return self.text[max(0, piece.outer.start - 3) : piece.outer.start].rstrip()[-1:] == ":"

    def is_whole(self, content: Span, piece: Quoted) -> bool:
        """Whether a clause with a subject and a finite verb stands before a colon and the quoted words behind it."""
        inside = [self.analysis.tokens[k] for k in tokens_in(self.analysis, content)]
        ahead = [t for t in inside if t.end < piece.outer.start]
        subject = any(t.dep in {"nsubj", "nsubjpass", "expl"} for t in ahead)
        begins = self.text[piece.span.start].isupper() and self.text[piece.span.end - 1] in ".!?…"
        return subject and begins and any(t.tag in FINITE for t in ahead)

    def holder(self, piece: Quoted) -> int | None:
        """The innermost attribution whose content the quoted words stand in or cover."""
        best: tuple[int, int] | None = None
        for at in self.near(piece.span):
            content = self.found[at].content
            for span in content:
                shared = min(span.end, piece.span.end) - max(span.start, piece.span.start)
                if shared * 2 > min(span.length, piece.span.length):
                    best = min(best or (1 << 60, at), (sum(c.length for c in content), at))
        return None if best is None else best[1]

    def led_by(self, piece: Quoted) -> Span:
        """The quoted words with what leads up to them in their sentence: X will “…,” Y said."""
        tokens = self.analysis.tokens
        inside = tokens_in(self.analysis, piece.outer)
        lead = range(sentence_of(self.analysis, inside[0])[0], inside[0])
        words = [k for k in lead if tokens[k].pos not in {"PUNCT", "SPACE", "CCONJ"}]
        spoken = any(k in self.cues and self.cues[k].source is not None for k in words)
        if not words or spoken or any(tokens[k].text in {":", ";"} for k in lead):
            return piece.span
        return Span(tokens[words[0]].start, piece.outer.end)

    def leads_up(self, cue: Cue, piece: Quoted) -> bool:
        """Whether only a comma, a colon or nothing stands between the cue and the opening mark, or a colon before it."""
        between = self.text[cue.span.end : piece.outer.start].strip()
        return between in {"", ",", ":", "that", ", that", "—", "–"} or between.endswith((":", ","))

    def broken_off(self, piece: Quoted) -> int | None:
        """The clause that a parse broke off just before the quoted words: only commas and short words stand between."""
        tokens = self.analysis.tokens
        first = tokens_in(self.analysis, piece.outer)[0]
        begin = sentence_of(self.analysis, first)[0]
        for at in self.near(piece.span):
            found = self.found[at]
            end = found.content[-1].end
            if (
                found.verb is None
                or not begin <= found.verb < first
                or end > piece.outer.start
                or found.how != "clause"
            ):
                continue
            gap = [k for k in range(max(begin, first - 4), first) if tokens[k].start >= end]
            ahead = found.content[-1].start < tokens[found.verb].start
            if not ahead and len(gap) < 4 and all(tokens[k].pos not in {"VERB", "AUX"} for k in gap):
                return at
        return None

    def after_that(self, cue: Cue, piece: Quoted) -> int | None:
        """Where the clause begins that "that" opens between the cue and the quoted words."""
        first = tokens_in(self.analysis, piece.outer)[0]
        for k in range(cue.verb + 1, first - 1):
            token = self.analysis.tokens[k]
            if token.text.lower() == "that" and token.tag in {"IN", "WDT"}:
                return self.analysis.tokens[k + 1].start
        return None

    def speak(self, cue: Cue, piece: Quoted, content: Span) -> int:
        """Let the cue report these words: as a further part of what it reports already, or as its content."""
        for at in self.near(*sorted((piece.span, cue.span))):
            found = self.found[at]
            if found.verb != cue.verb or found.cue != cue.span:
                continue
            last = found.content[-1]
            if last.end < content.start and self.behind_colon(piece) and self.is_whole(last, piece):
                continue
            beside = not last.end <= cue.span.start < content.start
            if last.end < content.start and beside and self.one_sentence(last, content):
                marked = any(p.start == last.start for p in found.parts)  # take its opening mark in
                content = Span(last.start - marked, piece.outer.end)
            return self.put(at, reaches(found, content))
        return self.add(from_cue(cue, (content,), how="quote", confidence=piece.confidence))

    def one_sentence(self, a: Span, b: Span) -> bool:
        """Whether the second span begins in the sentence in which the first ends."""
        tokens = self.analysis.tokens
        last, first = tokens_in(self.analysis, a), tokens_in(self.analysis, b)
        return bool(last) and bool(first) and tokens[last[-1]].sentence == tokens[first[0]].sentence
