"""The parties of a reading's events: mentions by their head token, and which of them are political."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from tidings.grammar.chains.landscape import state_of_place
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.open_parties import is_outlaw, is_the_band, likeliest, the_group
from tidings.grammar.events.rivals import is_other, other_than
from tidings.grammar.events.roles import party
from tidings.grammar.events.scene import Scene, hours_of
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.tree import children, tokens_in
from tidings.grammar.verbs import prepositional
from tidings.lexicon import words
from tidings.model import Analysis, Block, Candidate, Chain, Participant, Quote, Reading, Span

__all__ = ["Cast"]

OF_WHAT = re.compile(r"\s(?:of|at|for|with)\s")  # "analysts at the Delta Institute"
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
MOUTHPIECES = frozenset({"spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide"})
VOICES = MOUTHPIECES | {"ambassador", "attorney", "embassy", "government", "lawyer", "minister", "ministry"}
POLITICAL = frozenset({"country", "organization", "vessel"})
LEADING = 3  # mentions of one of whom a text tells
MOSTLY = 2.5  # times as often as the next that a text speaks of its own state; set on the example stories
SECOND = 0.3  # mentions of the second of two whom a text is about, by those of the first
RANKS = frozenset({"fighter", "member", "gunman", "commander", "officer", "official", "representative", "leadership"})
SENT = noun_class("sent")
STATE_NOUNS = noun_class("forces") | noun_class("envoy") | noun_class("state")


@dataclass(frozen=True)
class Cast:
    """Who is on stage in a reading, by head token."""

    reading: Reading
    analysis: Analysis

    @cached_property
    def mention_at(self) -> dict[int, int]:
        """Head token to mention; of two with one head, the longer."""
        found: dict[int, int] = {}
        for n, mention in enumerate(self.reading.mentions):
            held = found.get(mention.head)
            if held is None or mention.span.length > self.reading.mentions[held].span.length:
                found[mention.head] = n
        return found

    @cached_property
    def ending_at(self) -> dict[int, tuple[int, int]]:
        """Where a mention ends to its head token and itself."""
        return {self.reading.mentions[m].span.end: (head, m) for head, m in sorted(self.mention_at.items())}

    @cached_property
    def chain_of(self) -> dict[int, int]:
        """Mention to chain."""
        return {m: c for c, chain in enumerate(self.reading.chains) for m in chain.mentions}

    @cached_property
    def speaker_at(self) -> dict[int, int]:
        """Token of an "I" or "we" to the quote whose speaker it is."""
        found: dict[int, int] = {}
        for q, quote in enumerate(self.reading.quotes):
            if quote.speaker is None and quote.source is None:
                continue
            for span in quote.parts or quote.content:
                for i in tokens_in(self.analysis, span):
                    own = self.chain_of.get(self.mention_at.get(i, -1)) is None
                    if self.analysis.tokens[i].text.lower() in FIRST_PERSON and own:
                        found[i] = q
        return found

    @cached_property
    def settled(self) -> dict[int, int]:
        """Mention of the pronoun that speaks ("She said …") to the chain that its quote has as speaker."""
        said = ((self.mention_of.get(q.source), q.speaker) for q in self.reading.quotes if q.source is not None)
        known = {m: s for m, s in said if m is not None and s is not None}
        return {m: s for m, s in known.items() if self.reading.mentions[m].form == "pronoun"}

    @cached_property
    def kinds(self) -> dict[int, str]:
        """Head token to the kind of what stands there: its chain's where it has one."""
        found = dict.fromkeys(self.speaker_at, "person")
        for head, mention in self.mention_at.items():
            chain = self.chain_of.get(mention)
            found[head] = self.reading.chains[chain].kind if chain is not None else self.reading.mentions[mention].kind
        return found | dict.fromkeys(self.outlaws, "organization") | dict.fromkeys(self.rivals, "country")

    @cached_property
    def outlaws(self) -> dict[int, int]:
        """Head token of "kidnappers" and the like, where no mention is made of it, to the one group that is meant."""
        found: dict[int, int] = {}
        for token in self.analysis.tokens if self.group is not None else ():
            common = token.tag in {"NN", "NNS"} and token.dep != "compound" and token.i not in self.mention_at
            if common and is_the_band(self.analysis, token.i):
                found[token.i] = self.group or 0
        return found

    @cached_property
    def rivals(self) -> dict[int, int]:
        """Head token of "its neighbour" or "the other side" to the other of the two countries that the text speaks of most."""
        others = [t.i for t in self.analysis.tokens if t.pos == "NOUN" and is_other(self.analysis, t.i)]
        two = [c for p in self.main_parties(Span(0, 1)) if (c := p.chain) is not None] if others else []
        found: dict[int, int] = {}
        for head in others if len(two) == 2 else ():
            lands = {self.land_at(i) for i in other_than(self.analysis, head)} - {None}
            one = [c for c in two if self.reading.chains[c].country in lands]
            if len(one) == 1 and not self.is_known(head):
                found[head] = two[0] if one[0] == two[1] else two[1]
        return found

    def land_at(self, head: int) -> str | None:
        """The state that what stands at a token is or acts for."""
        chain = self.chain_of.get(self.mention_at.get(head, -1))
        held = None if chain is None else self.reading.chains[chain]
        return None if held is None or held.kind == "place" else held.country

    @cached_property
    def quote_at(self) -> dict[int, int]:
        """Token to the innermost quote that tells it."""
        said = [(q, quote) for q, quote in enumerate(self.reading.quotes) if quote.parts or not quote.thought]
        pieces = [(s, q) for q, quote in said for s in (*quote.content, *quote.parts)]
        found: dict[int, int] = {}
        for span, q in sorted(pieces, key=lambda p: (-p[0].length, p)):
            found.update(dict.fromkeys(tokens_in(self.analysis, span), q))
        return found

    @cached_property
    def scene(self) -> Scene:
        """The reading's times in its tree, for what dates an act."""
        document = self.reading.document
        return Scene(self.analysis, self.reading.times, (document.published or "")[:10] or None, hours_of(document))

    @cached_property
    def mention_of(self) -> dict[Span, int]:
        """Span to mention."""
        return {mention.span: n for n, mention in enumerate(self.reading.mentions)}

    @cached_property
    def by_weight(self) -> tuple[int, ...]:
        """The named chains, those with most mentions first."""
        chains = self.reading.chains
        return tuple(
            sorted((c for c in range(len(chains)) if chains[c].named), key=lambda c: (-len(chains[c].mentions), c))
        )

    def block_at(self, offset: int) -> Block | None:
        """The block that covers a place of the text."""
        return self.reading.document.block_at(offset)

    def participant(self, head: int) -> Participant:
        """The party whose mention has this head token."""
        if head in self.speaker_at:
            said, at = self.reading.quotes[self.speaker_at[head]], Span(*self.place(head))
            land = self.spoken_for(said) if self.analysis.tokens[head].text.lower() in {"we", "us"} else None
            return self.speaker(said, at) if land is None else Participant(at, land)
        mention = self.mention_at.get(head)
        if head in self.rivals:
            return Participant(Span(*self.place(head)), self.rivals[head])
        if mention is None:
            return Participant(Span(*self.place(head)), self.outlaws.get(head))
        return Participant(self.reading.mentions[mention].span, self.behind(head, mention))

    def behind(self, head: int, mention: int) -> int | None:
        """The chain of a mention, or whom its text most likely means by it."""
        chain = self.settled.get(mention, self.chain_of.get(mention))
        if chain is None:
            found = likeliest(self.reading, self.open.get(mention, ()))
            return self.who_says_it(head) if found is None else found
        known = self.reading.chains[chain]
        if known.named or known.country is not None:
            return chain
        group = self.group if is_the_band(self.analysis, head) else self.owner(head)
        group = self.home(head) if group is None else group
        return chain if group is None else group

    def home(self, head: int) -> int | None:
        """The state whose "government" or "police" are meant: the speaker's in reported words, else the one the text is about."""
        token = self.analysis.tokens[head]
        if token.lemma.lower() not in noun_class("home") or children(
            self.analysis, head, "poss", "amod", "nmod", "compound"
        ):
            return None
        if prepositional(self.analysis, head, "of", "in"):
            return None
        speaker = self.reading.quotes[self.quote_at[head]].speaker if head in self.quote_at else None
        if speaker is not None and (land := self.reading.chains[speaker].country) is not None:
            return self.lands.get(land)
        if speaker is not None and self.reading.chains[speaker].states:
            return (
                None  # an official of one of two states: whose government is meant is as open as whose minister speaks
            )
        return self.own_land

    @cached_property
    def own_land(self) -> int | None:
        """The state that a text speaks of most of all, None where it speaks of two about as much."""
        counts: Counter[str] = Counter()
        for chain in self.reading.chains:
            if chain.country is not None:
                counts[chain.country] += len(chain.mentions)
        first, second = (*(n for _, n in counts.most_common(2)), 0, 0)[:2]
        written = state_of_place(self.reading.document.dateline)
        if first < 2 or first < MOSTLY * second or (written is not None and written not in counts):
            return None
        land = min(counts, key=lambda c: (-counts[c], c))
        return None if len(self.towns) == 1 and land not in self.towns else self.lands.get(land)

    @cached_property
    def towns(self) -> frozenset[str]:
        """The states of the towns that a text names: where all is told of one other's, "police" are not of the state named most."""
        found = (entry(c.name) for c in self.reading.chains if c.kind == "place" and c.named)
        return frozenset(known.country for known in found if known is not None and known.country)

    def who_says_it(self, head: int) -> int | None:
        """The speaker, for an open "it" or "she" that opens what is reported of them: "the bank said it would pay"."""
        token = self.analysis.tokens[head]
        quote = self.reading.quotes[self.quote_at[head]] if head in self.quote_at else None
        if quote is None or quote.speaker is None or token.dep not in {"nsubj", "nsubjpass"}:
            return None
        if any(part.start <= token.start < part.end for part in quote.parts):
            return None
        person = self.reading.chains[quote.speaker].kind == "person"
        return quote.speaker if token.text.lower() in ({"he", "she"} if person else {"it"}) else None

    def spoken_for(self, quote: Quote) -> int | None:
        """The state that a spokesman or adviser means by "we"."""
        chain = None if quote.speaker is None else self.reading.chains[quote.speaker]
        if chain is None or chain.kind != "person":
            return None
        if not any(MOUTHPIECES & set(role.lower().split()) for role in chain.roles):
            return None
        own = [self.reading.mentions[m].span for m in chain.mentions]  # "an adviser to Chile's president"
        named = {c.country for n, c in self.chains_at if any(s.start <= n.start and n.end <= s.end for s in own)}
        lands = {chain.country} if chain.country is not None else named - {None}
        return self.lands.get(next(iter(lands)) or "") if len(lands) == 1 else None

    def speaks_for(self, quote: Quote, chain: int) -> bool:
        """Whether a quote's source is a party's own mouthpiece: "Rask's spokeswoman", "an aide to Rask", "its minister"."""
        if quote.source is None:
            return False
        said = self.reading.document.text[quote.source.start : quote.source.end].lower()
        named = any(quote.source.covers(self.reading.mentions[n].span) for n in self.reading.chains[chain].mentions)
        return named and bool(VOICES & set(re.findall(r"[a-z]+", said)))

    @cached_property
    def chains_at(self) -> tuple[tuple[Span, Chain], ...]:
        """The span of each mention with its chain."""
        return tuple((self.reading.mentions[m].span, c) for c in self.reading.chains for m in c.mentions)

    @cached_property
    def group(self) -> int | None:
        """The one armed group that the text names."""
        return the_group(self.reading)

    @cached_property
    def lands(self) -> dict[str, int]:
        """State to the chain that is it."""
        chains = self.reading.chains
        return {c.country: n for n, c in reversed(list(enumerate(chains))) if c.kind == "country" and c.country}

    def owner(self, head: int) -> int | None:
        """The state or body whose government, troops or envoys these are: "his government", "two of its diplomats", "the Union's monitors"."""
        noun = self.analysis.tokens[head].lemma.lower()
        if noun not in STATE_NOUNS and noun not in SENT:
            return self.ranks_of(head)
        for poss in children(self.analysis, head, "poss", "compound"):
            whose = self.participant(poss).chain if poss in self.kinds else None
            chain = None if whose is None else self.reading.chains[whose]
            land = self.open_land(poss) if chain is None else chain.country
            if land is not None and noun in STATE_NOUNS:
                return self.lands.get(land, whose)
            if chain is not None and chain.named and chain.kind == "organization" and noun in SENT:
                return whose
        return self.ranks_of(head)

    def ranks_of(self, head: int) -> int | None:
        """The named body or state that nameless people are of: "fighters of the Red Falcons", "the council of the Union"."""
        noun = self.analysis.tokens[head].lemma.lower()
        if noun not in SENT | RANKS and not is_outlaw(noun):
            return None
        for of in prepositional(self.analysis, head, "of", "from"):
            whose = self.participant(of).chain if of in self.kinds else None
            if whose is not None and self.reading.chains[whose].named:
                return whose if self.reading.chains[whose].kind in {"organization", "country"} else None
        return None

    def open_land(self, head: int) -> str | None:
        """The state of "her" ministry where the text leaves open who she is, but all who may be meant act for one state."""
        candidates = self.open.get(self.mention_at.get(head, -1), ())
        lands = {self.reading.chains[c.chain].country for c in candidates}
        return next(iter(lands)) if len(lands) == 1 else None

    @cached_property
    def open(self) -> dict[int, tuple[Candidate, ...]]:
        """Mention to the chains it may belong to, where the text does not decide."""
        return dict(self.reading.unresolved)

    def place(self, head: int) -> tuple[int, int]:
        """Where a token stands in the text."""
        return self.analysis.tokens[head].start, self.analysis.tokens[head].end

    @staticmethod
    def speaker(quote: Quote, fallback: Span) -> Participant:
        """The speaker of a quote as a party."""
        return Participant(quote.source or fallback, quote.speaker)

    def is_political(self, who: Participant) -> bool:
        """Whether a party is a country, body or vessel, or a person who has an office or acts for one."""
        if who.chain is not None:
            chain = self.reading.chains[who.chain]
            office = any(is_office(role) for role in chain.roles)
            return chain.kind in POLITICAL or office or bool((chain.country or chain.body) and chain.kind != "place")
        if who.span not in self.mention_of:
            return False
        mention = self.reading.mentions[self.mention_of[who.span]]
        office = mention.role is not None and is_office(mention.role)
        return mention.kind in POLITICAL or office or bool(mention.country or mention.body)

    def is_many(self, who: Participant) -> bool:
        """Whether one mention stands for several parties: "the ministers of A and B", "the two sides"."""
        return who.span in self.mention_of and self.reading.mentions[self.mention_of[who.span]].plural

    def is_named(self, who: Participant) -> bool:
        """Whether the text names the party somewhere."""
        return who.chain is not None and self.reading.chains[who.chain].named

    def is_leading(self, who: Participant) -> bool:
        """Whether a party is a named person whom the text comes back to."""
        if who.chain is None or not self.is_named(who):
            return False
        chain = self.reading.chains[who.chain]
        return chain.kind == "person" and len(chain.mentions) >= LEADING

    def main_parties(self, at: Span) -> tuple[Participant, ...]:
        """The two countries that the text speaks of most."""
        return self.two_most("country", at)

    def two_most(self, kind: str, at: Span, office: str = "") -> tuple[Participant, ...]:
        """The two chains of a kind (and office) with most mentions, () where it is not clear which."""
        chains = self.reading.chains
        fit = (c for c in self.by_weight if chains[c].kind == kind)
        known = list(islice((c for c in fit if not office or any(office in r.lower() for r in chains[c].roles)), 3))
        most = known[:2]
        if len(most) < 2 or (len(known) > 2 and len(chains[known[2]].mentions) == len(chains[most[1]].mentions)):
            return ()
        if len(chains[most[1]].mentions) < SECOND * len(chains[most[0]].mentions):
            return ()
        return tuple(Participant(at, c) for c in sorted(most))

    def is_known(self, head: int) -> bool:
        """Whether the text names who stands here, or the state that they act for."""
        chain = self.chain_of.get(self.mention_at.get(head, -1))
        return chain is not None and (
            self.reading.chains[chain].named or self.reading.chains[chain].country is not None
        )

    def below(self, head: int) -> tuple[int, ...]:
        """Adjectives that name a country: "the Ruritanian side" is one side."""
        return tuple(c for c in children(self.analysis, head, "amod") if c in self.kinds)

    def party(self, head: int) -> int | None:
        """The mention that names the party in a noun phrase."""
        return party(self.analysis, self.kinds, head)


def is_office(role: str) -> bool:
    """Whether a role is more than kinship or a private trade."""
    head = OF_WHAT.split(role.lower(), maxsplit=1)[0].split()
    return bool(head) and head[-1].removesuffix("s") not in words("private_roles.txt")
