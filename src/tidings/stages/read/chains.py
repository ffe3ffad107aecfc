"""read/chains: the mentions of one thing within a document, whom it acts for, and what stays open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.chains.acts_for import acts_for
from tidings.grammar.chains.also_known import chain_also_known
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.described import chain_described
from tidings.grammar.chains.name_chains import chain_names
from tidings.model import Candidate, Chain, EntityKind, Mention, Reading
from tidings.stage import Stage

__all__ = ["Chains"]


@dataclass(frozen=True)
class Chains(Stage[Reading, Reading]):
    """Join names, roles and pronouns that are one thing; keep weighted candidates where the text leaves it open."""

    name = "read/chains"
    version = 47
    needs = ("analysis", "mentions")
    gives = ("chains", "unresolved")

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Give each reading its chains and what stays open."""
        for reading in batch:
            yield self.chained(reading)

    def chained(self, reading: Reading) -> Reading:
        """One reading with its chains."""
        analysis, mentions = reading.analysis, reading.mentions
        if analysis is None or not mentions:
            return replace(reading, chains=(), unresolved=())
        clusters = Clusters(len(mentions))
        title = next((block for block in reading.document.blocks[:1] if block.kind == "title"), None)
        open_names = chain_names(mentions, clusters, title.end if title is not None else 0)
        described = chain_described(analysis, mentions, clusters)
        left = {i: tuple(found) for i, found in open_names.items()}
        left.update({i: found.candidates for i, found in described.items()})
        chain_also_known(reading.document.text, mentions, clusters, frozenset(left))
        roots = [
            i
            for i in range(len(mentions))
            if clusters.find(i) == i and i not in left and (mentions[i].form != "pronoun" or clusters.size(i) > 1)
        ]
        roots.sort(key=lambda i: mentions[i].span)
        chains: list[Chain] = []
        number: dict[int, int] = {}
        taken: set[str] = set()
        for root in roots:
            number[root] = len(chains)
            chains.append(self.chain(reading, clusters.members(root), taken))
        chains = acts_for(analysis, mentions, chains, reading.document.dateline)
        unresolved = tuple(
            (
                i,
                tuple(
                    Candidate(number[clusters.find(root)], weight)
                    for root, weight in found
                    if clusters.find(root) in number
                ),
            )
            for i, found in sorted(left.items())
        )
        return replace(reading, chains=tuple(chains), unresolved=unresolved)

    def chain(self, reading: Reading, members: Sequence[int], taken: set[str]) -> Chain:
        """The record of one chain, without whom it acts for."""
        mentions = [reading.mentions[i] for i in members]
        names = [m.name for m in mentions if m.form == "name"]
        start, end = mentions[0].span.start, mentions[0].span.end
        key = f"{reading.document.id}/c/{start}"
        key = f"{key}-{end}" if key in taken else key
        taken.add(key)
        roles = list(dict.fromkeys(m.role for m in mentions if m.role is not None))
        return Chain(
            id=key,
            kind=kind_of(mentions),
            name=fullest(names) if names else mentions[0].name,
            named=bool(names),
            mentions=tuple(members),
            roles=tuple(roles),
            confidence=1.0 if names else 0.8,
            origin=self.origin,
        )


def kind_of(mentions: Sequence[Mention]) -> EntityKind:
    """The kind of most names of a chain, else of its first mention."""
    named = [m.kind for m in mentions if m.form == "name"] or [m.kind for m in mentions if m.form != "pronoun"]
    pool = named or [m.kind for m in mentions]
    counted = Counter(pool)
    return max(counted, key=lambda kind: (counted[kind], -pool.index(kind)))


def fullest(names: Sequence[str]) -> str:
    """The name of most words; among those the most frequent, then the first."""
    counted = Counter(names)
    order = {name: -n for n, name in enumerate(counted)}
    return max(counted, key=lambda name: (len(name.split()), counted[name], order[name]))
