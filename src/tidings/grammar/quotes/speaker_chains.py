"""From a token that speaks, is spoken to or relays, to the chain it belongs to."""

import re
from bisect import bisect_left
from itertools import takewhile

from tidings.grammar.names.name_signs import given_gender, titles
from tidings.grammar.names.roles import office_at
from tidings.grammar.own_people import acts_alone, is_only_whose
from tidings.grammar.quotes.reporting import voice_of
from tidings.grammar.tree import ancestors, child, children, tokens_in
from tidings.lexicon import rows
from tidings.model import Analysis, Candidate, Chain, Mention, Reading, Span
from tidings.text.names import first_letters

__all__ = ["SpeakerChains"]


GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
# "a clerk from the Lund Bank" is not the bank, for which only a spokesman speaks.
ONE_OF = re.compile(
    r"(?:an?|one|two|three|four|several|some|another) (?!.*\b(?:spokes\w+|representatives?|statement|source)\b)"
    r"(?:[\w-]+ ){1,4}(?:from|with|at|in|of|inside|close to|near) ",
    re.IGNORECASE,
)
BEHIND = ("of ", "at ", "from ", "in ", "with ", "(", "who ")


class SpeakerChains:
    """Looks up a reading's chains by token."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.chain_of = {m: n for n, chain in enumerate(reading.chains) for m in chain.mentions}
        self.open = dict(reading.unresolved)
        self.by_head: dict[int, int] = {}
        self.over: dict[int, int] = {}  # the shortest mention over each token
        self.starts = sorted((mention.span.start, m) for m, mention in enumerate(reading.mentions))
        for m, mention in enumerate(reading.mentions):
            held = self.by_head.get(mention.head)
            if held is None or mention.span.length > reading.mentions[held].span.length:
                self.by_head[mention.head] = m
            for k in tokens_in(reading.analysis, mention.span) if reading.analysis is not None else ():
                if k not in self.over or mention.span.length < reading.mentions[self.over[k]].span.length:
                    self.over[k] = m

        self.by_word: dict[str, list[tuple[int, list[str]]]] = {}  # names of people and bodies by their outer words
        for n, chain in enumerate(reading.chains):
            for name in {reading.mentions[m].name for m in chain.mentions} | {chain.name}:
                if chain.kind in {"person", "organization"} and (said := name.split()):
                    for word in {said[0], said[-1]}:
                        self.by_word.setdefault(word, []).append((n, said))

    def mention_at(self, head: int) -> int | None:
        """The longest mention that a token heads, else the shortest that covers it."""
        return self.by_head.get(head, self.over.get(head))

    def at(self, head: int | None) -> tuple[int | None, tuple[Candidate, ...]]:
        """The chain of a token, or the candidates where the text leaves it open."""
        if head is None or self.reading.analysis is None:
            return None, ()
        voice = voice_of(self.reading.analysis, head)
        for token in dict.fromkeys((voice, head)):
            mention = self.mention_at(token)
            if mention is None:
                continue
            if mention in self.chain_of:
                return self.chain_of[mention], ()
            if mention in self.open:
                return None, self.open[mention]
        return None, ()

    def speaker(self, head: int | None, source: Span | None) -> tuple[int | None, tuple[Candidate, ...]]:
        """The chain of who speaks: the person whom the source names beside an office, else the chain of its head."""
        found = self.at(head)
        if head is None or source is None:
            return found
        if self.reading.document.text.startswith("whose ", source.start):  # "the firm, whose director, Ada Holm, said"
            named = self.named_beside(head, source)
            return (None, ()) if named is None else (named, ())
        held = None if found[0] is None else self.reading.chains[found[0]]
        if held is not None and held.kind == "organization" and self.outside(held, source):
            named = self.named_beside(head, source)
            return found if named is None else (named, ())
        if held is not None and (held.named or held.kind not in {"person", "unknown"}):
            return found
        named = self.named_beside(head, source)
        if named is None and held is None and not found[1]:
            named = self.counted_out(head)
        if named is None and held is None and not found[1]:
            named = self.named_by(source, head)
        return found if named is None else (named, ())

    def outside(self, chain: Chain, source: Span) -> bool:
        """Whether a chain is named, but nowhere in a source: "In remarks to Radio Lund, the mayor, Ada Holm, said" has the
        station beside the mayor in a parse."""
        told = (self.reading.mentions[m] for m in chain.mentions)
        return chain.named and not any(source.meets(m.span) and m.form == "name" for m in told)

    def named_beside(self, head: int, source: Span) -> int | None:
        """The one person named in apposition within a source: "its director, Ada Holm", "the head of X, the judge Y"."""
        analysis, text = self.reading.analysis, self.reading.document.text
        found: set[int] = set()
        inside = self.within(source.start, source.end)
        for m in inside:
            mention = self.reading.mentions[m]
            if mention.form != "name" or m not in self.chain_of or analysis is None:
                continue
            before = text[source.start : mention.span.start].rstrip()
            before = before.removesuffix(mention.role or "").rstrip()  # "the Democrat, Representative Ada Berg"
            office = any(
                other.form == "nominal" and other.span.end <= mention.span.start <= other.span.end + 1
                for other in (self.reading.mentions[k] for k in inside)
                if source.covers(other.span)
            )
            aside = any(
                analysis.tokens[k].dep in {"relcl", "acl"} and not is_told_as(analysis, k)
                for k in (mention.head, *ancestors(analysis, mention.head))
                if source.start <= analysis.tokens[k].start < source.end
            )
            aside = aside or is_anothers(analysis, head, mention.head) or is_only_whose(analysis, head, mention.head)
            kind = self.reading.chains[self.chain_of[m]].kind
            set_off = before.endswith(",") or office or self.closes(mention, source)
            body = kind in {"organization", "country"} and analysis.tokens[mention.head].dep == "appos"
            set_off = set_off or (body and analysis.tokens[mention.head].head == head)  # "the carrier Nordic Air"
            if set_off and not aside and (kind == "person" or (body and self.at(head) == (None, ()))):
                found.add(self.chain_of[m])
        return found.pop() if len(found) == 1 else None

    def opening(self, content: Span) -> int | None:
        """The person whose name opens a content."""
        first = next(iter(self.within(content.start, content.start + 1)), None)
        named = first is not None and self.reading.mentions[first].form == "name"
        chain = self.chain_of.get(first) if named and first is not None else None
        return chain if chain is not None and self.reading.chains[chain].kind == "person" else None

    def within(self, start: int, end: int) -> list[int]:
        """The mentions that begin between two code points."""
        first = bisect_left(self.starts, (start, -1))
        return [m for _, m in self.starts[first : bisect_left(self.starts, (end, -1))]]

    def closes(self, name: Mention, source: Span) -> bool:
        """Whether a name ends a source, right behind the noun that says who it is: "the head of the bank Ada Holm";
        what hangs on the name may follow: "the biologist Ada Holm of the institute, who …"."""
        analysis, text = self.reading.analysis, self.reading.document.text
        if analysis is None:
            return False
        after = text[name.span.end : source.end].strip(' ,"”')
        if after and not after.startswith(BEHIND) and not text.startswith(",", name.span.end):
            return False
        if analysis.tokens[name.head].dep == "conj":
            return False
        ahead = self.reading.document.text[source.start : name.span.start].rstrip()
        if name.role and ahead.endswith(name.role) and ahead.removesuffix(name.role).strip().lower() in {"", "the"}:
            return True  # "Minister of Trade Berg"
        first = tokens_in(analysis, name.span)[0]
        before = analysis.tokens[first - 1] if first else None
        if before is None or before.start < source.start:
            return False
        nearer = takewhile(
            lambda token: token.start >= source.start, (analysis.tokens[k] for k in range(before.i - 1, -1, -1))
        )
        held = any(token.pos == "ADP" for token in nearer)
        office = office_at(analysis, before.i) is not None  # "a spokesman for candidate Ada Holm" is not her
        return not held if office else before.pos in {"NOUN", "ADJ"}

    def counted_out(self, head: int) -> int | None:
        """The person behind "one of them, Ada Holm,"."""
        analysis = self.reading.analysis
        if analysis is None or analysis.tokens[head].pos not in {"NUM", "PRON"}:
            return None
        beside = (self.at(k)[0] for k in children(analysis, head, "appos") if analysis.tokens[k].pos == "PROPN")
        return next(beside, None)

    def named_by(self, source: Span, head: int) -> int | None:
        """The one named chain whose name ends in the words of a source that is no mention: "the League", "Holm"."""
        text = self.reading.document.text[source.start : source.end].partition(",")[0].rstrip().removesuffix("'s")
        if ONE_OF.match(text):
            return None
        wanted = [w for w in text.split() if w.lower() not in {"the", "a"}]
        if len(wanted) == 1 and wanted[0].islower() and text.lower().startswith("the "):
            return self.body_called(wanted[0])
        behind = False
        while len(wanted) > 1 and wanted[0].islower():
            behind = behind or wanted[0] in {"of", "for", "from", "with", "against"}
            wanted = wanted[1:]  # "the opposition Front for Renewal"
        if not wanted or any(not w[:1].isupper() or not w.isalpha() for w in wanted):
            return None
        found = {
            n
            for word in {wanted[0], wanted[-1]}
            for n, said in self.by_word.get(word, ())
            if said[-len(wanted) :] == wanted or said[: len(wanted) + 1] == [*wanted, "of"]
        }
        if behind:  # "the guests of Ada Holm", "supporters of the League" speak for themselves
            alone = self.reading.analysis is not None and acts_alone(self.reading.analysis, head)
            found = {n for n in found if not alone and self.reading.chains[n].kind != "person"}
        return found.pop() if len(found) == 1 else None

    def body_called(self, noun: str) -> int | None:
        """The one body whose name begins or ends with a noun: "the fund" is the Nordic Savings Fund."""
        found = {
            n
            for word, held in self.by_word.items()
            for n, said in held
            if word.lower() == noun and len(said) > 1 and self.reading.chains[n].kind == "organization"
        }
        return found.pop() if len(found) == 1 else None

    def relaying(self, head: int | None, relay: Span | None) -> int | None:
        """The chain of who relays: as of who speaks, else as a transcript's label."""
        found = self.speaker(head, relay)[0]
        text = "" if relay is None else self.reading.document.text[relay.start : relay.end + 1]
        return self.labelled(relay) if relay is not None and text.endswith(":") and found is None else found

    def labelled(self, label: Span) -> int | None:
        """The one chain that a transcript's label stands for: "HOLM:" for Ada Holm, "AH:" for her too."""
        said = self.reading.document.text[label.start : label.end]
        words = [word.strip(".,") for word in said.casefold().split()]
        found: set[int] = set()
        for n, chain in enumerate(self.reading.chains):
            name = chain.name.casefold().split()
            if not chain.named or chain.name == said or chain.kind not in {"person", "organization", "unknown"}:
                continue
            initials = len(words) == 1 and said.isupper() and first_letters(name) == words[0]
            if name[-len(words) :] == words or (initials and len(name) > 1):
                found.add(n)
        return found.pop() if len(found) == 1 else None

    def named_over(self, token: int) -> int | None:
        """The chain of the shortest mention over a token."""
        mention = self.over.get(token)
        return None if mention is None else self.chain_of.get(mention)

    def person(self, head: int) -> bool:
        """Whether a token names a person, by its chain."""
        chain = self.at(head)[0]
        return chain is not None and self.reading.chains[chain].kind == "person"

    def may_be(self, head: int | None, chain: int) -> bool:
        """Whether a pronoun can stand for a chain: "he" for a man, "it" for no person."""
        if head is None or self.reading.analysis is None:
            return False
        word = self.reading.analysis.tokens[head].text.lower()
        found = self.reading.chains[chain]
        if word == "it":
            return found.kind != "person"
        if word not in GENDERS:
            return False
        if self.is_many(found):
            return False
        genders = {self.reading.mentions[m].gender for m in found.mentions} - {None}
        return found.kind in {"person", "unknown"} and (not genders or GENDERS[word] in genders)

    def is_many(self, chain: Chain) -> bool:
        """Whether a chain without a name is of several: "reporters"."""
        told = [self.reading.mentions[m] for m in chain.mentions if self.reading.mentions[m].form != "pronoun"]
        return not chain.named and bool(told) and all(m.plural for m in told)

    def alone_since(self, source: Span | None, head: int | None, chain: int) -> bool:
        """Whether "he" can only be the person who has just spoken in the paragraph, though a given name tells otherwise:
        what one country calls its sons another calls its daughters."""
        analysis, text = self.reading.analysis, self.reading.document.text
        if analysis is None or head is None or source is None or not self.is_personal(head):
            return False
        named = self.reading.chains[chain]
        at = analysis.tokens[head].start
        if named.kind != "person" or not named.named or "\n" in text[source.start : at] or source.start > at:
            return False
        told = [self.reading.mentions[m] for m in named.mentions if self.reading.mentions[m].form == "name"]
        titled = any(
            titles().get(word, ("-",))[0] != "-" for m in told for word in text[m.span.start : m.span.end].split()
        )
        others = {
            self.chain_of.get(m)
            for m in self.within(source.start, at)
            if (other := self.reading.mentions[m]).kind == "person" and other.form in {"name", "nominal"}
        } - {chain}
        return bool(told) and not titled and not others and given_gender(told[0].name.split()[0]) is not None

    def names(self, chain: int, content: tuple[Span, ...]) -> bool:
        """Whether words name a chain."""
        told = (self.reading.mentions[m] for m in self.reading.chains[chain].mentions)
        return any(m.form == "name" and any(span.covers(m.span) for span in content) for m in told)

    def is_personal(self, head: int | None) -> bool:
        """Whether the token is "he" or "she"."""
        return (
            head is not None
            and self.reading.analysis is not None
            and self.reading.analysis.tokens[head].text.lower() in GENDERS
        )

    def same(self, a: int, b: int) -> bool:
        """Whether two tokens are known to name one thing."""
        if a == b:
            return True
        first, second = self.at(a)[0], self.at(b)[0]
        return first is not None and first == second


def is_told_as(analysis: Analysis, clause: int) -> bool:
    """Whether a participle tells who somebody is: "a masked man identified as the group's spokesman, Ada Holm"."""
    after = analysis.tokens[clause + 1].text.lower() if clause + 1 < len(analysis.tokens) else ""
    return after == "as" and analysis.tokens[clause].lemma.lower() in {"identify", "name", "introduce", "know"}


def is_anothers(analysis: Analysis, head: int, name: int) -> bool:
    """Whether a name is that of the person for whom somebody without a name speaks: "a lawyer for the detainee, Ada Holm"."""
    token = analysis.tokens[name]
    if any(is_told_as(analysis, k) for k in ancestors(analysis, name)):
        return False
    above = analysis.tokens[token.head]
    det = child(analysis, head, "det")
    if token.dep != "appos" or above.i == head or det is None or analysis.tokens[det].text.lower() not in {"a", "an"}:
        return False
    bodies = {noun for noun, kind in rows("group_nouns.tsv") if kind == "organization"}
    return above.pos == "NOUN" and above.lemma.lower() not in bodies  # "a spokesman for the ministry, Ada Holm"
