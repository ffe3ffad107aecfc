"""What a text says of a chain: offices, states, the words for it, the words of its names and those around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.chains.clusters import Clusters
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


class Told:
    """What the chains of a text are known to be, worked out anew where one has grown."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.clusters = clusters
        self.kept: dict[int, tuple[int, Known]] = {}
        self.beside = frozenset(
            k for k, m in enumerate(mentions) if m.form == "nominal" and self.is_named(clusters.find(k))
        )

    def is_named(self, root: int) -> bool:
        """Whether a chain has a name by now."""
        return any(self.mentions[k].form == "name" for k in self.clusters.members(root))

    def of(self, root: int) -> Known:
        """What is known of the chain of a root."""
        size = self.clusters.size(root)
        if root not in self.kept or self.kept[root][0] != size:
            self.kept[root] = (size, self.known(root))
        return self.kept[root][1]

    def known(self, root: int) -> Known:
        """What the mentions of a chain say of it."""
        members = self.clusters.members(root)
        shown = [self.mentions[k] for k in members if self.mentions[k].form != "pronoun"]
        named = [m for m in shown if m.form != "nominal"]
        beside = [self.mentions[k] for k in members if k in self.beside]
        roles = dict.fromkeys(m.role for m in (*named, *beside) if m.role is not None)
        heads = {self.noun(m) for m in beside}
        again = {self.noun(self.mentions[k]) for k in members if self.mentions[k].form == "nominal"} - heads
        said = {singular(word) for role in roles for word in name_words(OWNED.split(role)[0])}
        return Known(
            tuple(key for role in roles if (key := office_key(role)) is not None),
            frozenset(m.country for m in shown if m.country is not None),
            frozenset(m.gender for m in shown if m.gender is not None),
            frozenset(said | heads),
            frozenset(again),
            tuple(dict.fromkeys(m.name for m in named)),
            frozenset(word for m in named for word in name_words(m.name)),
            frozenset(noun for m in named for noun in self.nouns_of(m)),
            frozenset(word for m in named for word in self.around(m)),
        )

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
