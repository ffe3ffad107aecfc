"""What a text says of a chain: offices, states, the words for it, the words of its names and those around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tidings.grammar.chains.clusters import Clusters, Gathered
from tidings.grammar.chains.office_keys import OfficeKey, office_key
from tidings.grammar.names.roles import singular
from tidings.model import Analysis, Mention
from tidings.text.names import name_words

__all__ = ["Known", "Told"]

AROUND = 5  # tokens before and behind a name
OWNED = re.compile(r" (?:of|for|to|at|in|on|with|from)\b")
BESIDE = frozenset({"compound", "nmod", "appos", "amod"})
IS = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one chain."""

    offices: tuple[OfficeKey, ...]
    states: frozenset[str]
    genders: frozenset[str]
    said: frozenset[str]  # the words of the roles beside its names
    again: frozenset[str]  # the nouns of the roles without a name that were found to mean it
    names: tuple[str, ...]
    words: frozenset[str]  # of its names
    nouns: frozenset[str]  # that its names are joined to as what it is: before them, in apposition, after "is"
    around: frozenset[str]  # within `AROUND` tokens of its names, in the same sentence


@dataclass
class Gathering:
    """What becomes `Known`, gathered mention by mention."""

    roles: set[str] = field(default_factory=set)  # beside names
    states: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)  # nouns of the roles beside names
    called: set[str] = field(default_factory=set)  # nouns of the other roles
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


class Told:
    """What the chains of a text are known to be, worked out anew where one has grown."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.clusters = clusters
        self.kept: dict[int, tuple[int, Known]] = {}
        self.gathered = Gathered[Gathering](clusters, Gathering, self.take)
        named = {clusters.find(k) for k, m in enumerate(mentions) if m.form == "name"}
        self.beside = frozenset(k for k, m in enumerate(mentions) if m.form == "nominal" and clusters.find(k) in named)

    def of(self, root: int) -> Known:
        """What is known of the chain of a root."""
        size = self.clusters.size(root)
        if root not in self.kept or self.kept[root][0] != size:
            self.kept[root] = (size, self.known(root))
        return self.kept[root][1]

    def known(self, root: int) -> Known:
        """What the mentions of a chain say of it."""
        found = self.gathered.of(root)
        roles = (office_key(role) for role in sorted(found.roles))
        return Known(
            tuple(dict.fromkeys(key for key in roles if key is not None)),
            frozenset(found.states),
            frozenset(found.genders),
            frozenset(found.said | found.heads),
            frozenset(found.called - found.heads),
            tuple(sorted(found.names)),
            frozenset(found.words),
            frozenset(found.nouns),
            frozenset(found.around),
        )

    def take(self, found: "Gathering", k: int) -> None:
        """Add what one mention says of its chain."""
        mention = self.mentions[k]
        if mention.form == "pronoun":
            return
        named = mention.form != "nominal"
        if mention.country is not None:
            found.states.add(mention.country)
        if mention.gender is not None:
            found.genders.add(mention.gender)
        if mention.role is not None and (named or k in self.beside) and mention.role not in found.roles:
            found.roles.add(mention.role)
            found.said.update(singular(word) for word in name_words(OWNED.split(mention.role)[0]))
        if not named:
            (found.heads if k in self.beside else found.called).add(self.noun(mention))
            return
        found.names.add(mention.name)
        found.words.update(name_words(mention.name))
        found.nouns.update(self.nouns_of(mention))
        found.around.update(self.around(mention))

    def noun(self, mention: Mention) -> str:
        """The head noun of a mention, in the singular."""
        return singular(self.analysis.tokens[mention.head].text.lower())

    def nouns_of(self, mention: Mention) -> Iterator[str]:
        """The nouns that say what a name is."""
        tokens, children = self.analysis.tokens, self.analysis.children
        name = tokens[mention.head]
        found = [c for c in children[name.i] if tokens[c].dep in BESIDE]
        if name.dep in BESIDE:
            found.append(name.head)
        if name.dep == "nsubj" and tokens[name.head].lemma in IS:
            found += [c for c in children[name.head] if tokens[c].dep == "attr"]
        return (singular(tokens[k].text.lower()) for k in found if tokens[k].pos in {"NOUN", "PROPN", "ADJ"})

    def around(self, mention: Mention) -> list[str]:
        """The words beside a name."""
        tokens = self.analysis.tokens
        first, end = self.analysis.sentences[tokens[mention.head].sentence]
        near = range(max(first, mention.head - AROUND), min(end, mention.head + AROUND + 1))
        return [singular(tokens[k].text.lower()) for k in near]
