"""What a pronoun is weighed against: the trees, the mentions, the chains so far, what stands in quote marks."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.chains.clusters import Clusters, Gathered
from tidings.model import Analysis, Mention

__all__ = ["Scene", "Traits", "quoted_tokens", "scene_of"]

LONGEST = 150  # tokens that an unclosed quote mark reaches


def quoted_tokens(analysis: Analysis) -> frozenset[int]:
    """Tokens that stand in quote marks; a mark left open closes after `LONGEST`."""
    found: set[int] = set()
    inside = False
    since = 0
    for token in analysis.tokens:
        side = side_of(analysis, token.i, inside=inside)
        if side == "opens":
            inside, since = True, token.i
        elif side == "closes":
            inside = False
        elif inside:
            if token.i - since > LONGEST:
                inside = False
            else:
                found.add(token.i)
    return frozenset(found)


def side_of(analysis: Analysis, i: int, *, inside: bool) -> str | None:
    """Whether a token opens or closes a quotation; a straight mark by the word that it touches, else by turns."""
    tokens = analysis.tokens
    word = tokens[i].text
    if word in {"“", "``", "„", "«"}:
        return "opens"
    if word in {"”", "''", "»"}:
        return "closes"
    if word != '"':
        return None
    before = i > 0 and tokens[i - 1].end == tokens[i].start
    after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    if before != after:
        return "closes" if before else "opens"
    return "closes" if inside else "opens"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a chain's names and roles show: kinds, number, genders."""

    kinds: frozenset[str]
    first_plural: bool
    any_plural: bool
    named: bool
    genders: frozenset[str]

    def with_gender(self, gender: str | None) -> "Traits":
        """The same with the gender that a pronoun shows, where none was known."""
        return self if gender is None or self.genders else replace(self, genders=frozenset({gender}))

    def agrees(self, pronoun: Mention) -> bool:
        """Whether a chain's kind, number and gender allow the pronoun."""
        if pronoun.gender is not None:
            gender = not self.genders or pronoun.gender in self.genders
            return "person" in self.kinds and not self.first_plural and gender
        if pronoun.plural:
            return self.any_plural and "person" in self.kinds
        return bool(self.kinds & {"organization", "country", "vessel"}) and not self.first_plural


@dataclass(frozen=True, slots=True)
class Scene:
    """A text as its pronouns see it, from the first on; chains grow while they are settled."""

    analysis: Analysis
    mentions: Sequence[Mention]
    clusters: Clusters
    quoted: frozenset[int]
    told: tuple[int, ...]  # of each sentence, how many up to it are not quoted as a whole
    known: dict[int, Traits]
    heads: frozenset[int]  # the head of each mention
    members: Gathered[list[int]]  # of each chain, in order

    def of(self, root: int) -> Traits:
        """The traits of a chain, worked out once."""
        if root not in self.known:
            members = self.clusters.members(root)
            shown = [self.mentions[k] for k in members if self.mentions[k].form != "pronoun"]
            self.known[root] = Traits(
                frozenset(m.kind for m in shown),
                self.mentions[members[0]].plural,
                any(m.plural for m in shown),
                any(m.form == "name" for m in shown),
                frozenset(m.gender for m in shown if m.gender is not None),
            )
        return self.known[root]

    def settle(self, i: int, root: int) -> None:
        """Make a pronoun a member of a chain."""
        traits = self.of(root).with_gender(self.mentions[i].gender)
        self.clusters.join(root, i)
        self.known[self.clusters.find(i)] = traits

    def count_before(self, root: int, i: int) -> int:
        """How many mentions of a chain stand before one."""
        return bisect_left(self.members.of(root), i)

    def near_before(self, root: int, i: int, most: int) -> Iterator[int]:
        """The mentions of a chain before one, the nearest first, until all others lie more than so many sentences back."""
        members, here = self.members.of(root), self.told_at(i)
        for at in range(bisect_left(members, i) - 1, -1, -1):
            if here - self.told_at(members[at]) > most:
                return
            yield members[at]

    def near_behind(self, root: int, i: int) -> Iterator[int]:
        """The mentions of a chain from one on to the end of its sentence and of quotations that follow."""
        members, here = self.members.of(root), self.told_at(i)
        for at in range(bisect_left(members, i), len(members)):
            if self.told_at(members[at]) > here:
                return
            yield members[at]

    def told_at(self, i: int) -> int:
        """How many sentences up to that of a mention are not quoted as a whole: never more than lie between two."""
        return self.told[self.analysis.tokens[self.mentions[i].head].sentence]

    def back(self, other: Mention, pronoun: Mention) -> int:
        """How many sentences a mention lies before a pronoun; quotations do not part what is told around them."""
        mine, its = self.analysis.tokens[pronoun.head], self.analysis.tokens[other.head]
        if mine.i in self.quoted or its.i in self.quoted:
            return mine.sentence - its.sentence
        return self.told[mine.sentence] - self.told[its.sentence]


def scene_of(analysis: Analysis, mentions: Sequence[Mention], clusters: Clusters) -> Scene:
    """The scene of a text before any of its pronouns is settled."""
    quoted = quoted_tokens(analysis)
    told: list[int] = []
    for first, end in analysis.sentences:
        inside = all(i in quoted or analysis.tokens[i].pos == "PUNCT" for i in range(first, end))
        told.append((told[-1] if told else 0) + (not inside))
    gathered = Gathered[list[int]](clusters, list, insort)
    return Scene(analysis, mentions, clusters, quoted, tuple(told), {}, frozenset(m.head for m in mentions), gathered)
