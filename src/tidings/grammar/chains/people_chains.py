"""Which names of people in one document are one person's: full names, initials, surnames and given names alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tidings.grammar.chains.bearers import is_label, is_relative, meant, own_words, stands_by, told_gender
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.names.name_signs import given_gender
from tidings.lexicon import words as lexicon_words
from tidings.model import Mention
from tidings.text.names import edits, is_initial, name_words, skeleton

__all__ = ["Open", "chain_people", "without_particles"]

NEAR = 400  # code points within which two names share their company
MOST_PAIRS = 40_000  # of surnames to compare in one text; more is a list, not a story
LATEST = 0.48  # weight of the bearer named last, where two people of a text bear one surname: never enough by itself
SHARED = 0.9  # weight of all bearers together
ENOUGH_LETTERS = 6  # of a surname, for one letter to be a slip

Open = dict[int, list[tuple[int, float]]]
Words = Mapping[int, tuple[str, ...]]


def chain_people(mentions: Sequence[Mention], clusters: Clusters, headline: int) -> Open:
    """Join people: full names that are spellings of one, then initials, surnames and given names to the one that bears them."""
    people = [i for i, m in enumerate(mentions) if m.kind == "person" and m.form == "name"]
    words = undecorated(mentions, {i: without_particles(name_words(mentions[i].name)) for i in people}, headline)
    full = [i for i in people if len(words[i]) > 1]
    single = [i for i in people if len(words[i]) == 1]
    chain_full(full, words, clusters)
    open_ = chain_initials(full, words, mentions, clusters)
    last: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    for i in full:
        if i in open_:
            continue
        for word in words[i][1:]:
            last[skeleton(word)].append(i)
        first[skeleton(words[i][0])].append(i)
    bearing = {i: last.get(bones) or first.get(bones) or [] for i in single for bones in [skeleton(words[i][0])]}
    gender = {i: told_gender(i, {clusters.find(b) for b in bearing[i]}, mentions, clusters) for i in single}
    shown = {(skeleton(words[i][0]), gender[i]) for i in single if gender[i] is not None}
    alone: dict[str, int] = {}
    earliest: dict[str, int] = {}
    for i in single:
        if mentions[i].span.start >= headline:
            earliest.setdefault(skeleton(words[i][0]), i)
    both = {bones for bones, _ in shown if {(bones, "m"), (bones, "f")} <= shown}
    for i in single:
        bones = skeleton(words[i][0])
        fits = fitting(i, bearing[i], gender[i], mentions, clusters)
        if gender[i] is None and earliest.get(bones, i) <= i:  # "Berg left. His sister, Ada Berg, stayed.": two
            fits = [b for b in fits if not is_relative(mentions[b]) or clusters.find(b) < earliest.get(bones, i)]
        bearers = bearers_of(i, fits, clusters)
        other = {"m": "f", "f": "m"}.get(mentions[bearers[0]].gender or "") if len(bearers) == 1 else None
        if len(bearers) == 1 and (gender[i] is not None or ((bones, other) not in shown and bones not in alone)):
            clusters.join(bearers[0], i)
        elif len(bearers) < 2 and bones in both and not bearing[i]:  # "Mr. Berg and Ms. Berg"
            open_ |= parted(i, gender[i], bones, alone, clusters)
        elif len(bearers) < 2:  # "Mr. Berg", where only Ada Berg is named in full
            clusters.join(alone.setdefault(bones, i), i)
        elif (most := meant(i, bearers, mentions, clusters) if bearers[0] < i else None) is not None:
            clusters.join(most, i)
        else:
            open_[i] = weighed(bearers)
    slips(mentions, clusters, alone, last)
    return open_


def parted(i: int, gender: str | None, bones: str, alone: dict[str, int], clusters: Clusters) -> Open:
    """Join a surname that a man and a woman bear, neither named in full, to its own; without a title it may be either's."""
    if gender is not None:
        clusters.join(alone.setdefault(f"{bones} {gender}", i), i)
        return {}
    bearers = [alone[key] for sex in ("m", "f") if (key := f"{bones} {sex}") in alone]
    if len(bearers) == 1:
        clusters.join(bearers[0], i)
    return {i: weighed(bearers)} if len(bearers) > 1 else {}


def chain_full(full: Sequence[int], words: Words, clusters: Clusters) -> None:
    """Join the full names with one spelling of first and last word, whatever stands between, and their tails."""
    heads: dict[tuple[str, str], int] = {}
    for i in full:
        clusters.join(heads.setdefault((skeleton(words[i][0]), skeleton(words[i][-1])), i), i)
    tails(full, words, clusters)


def chain_initials(full: Sequence[int], words: Words, mentions: Sequence[Mention], clusters: Clusters) -> Open:
    """Join "A. Berg" to the one full name that it fits; open where it fits two people's."""
    bearing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in full:
        if not is_initial(words[i][0]):
            bearing[words[i][0][0], skeleton(words[i][-1])].append(i)
    open_: Open = {}
    for i in full:
        if not is_initial(words[i][0]):
            continue
        fits = [b for b in bearing[words[i][0], skeleton(words[i][-1])] if not odd(mentions[b], mentions[i].gender)]
        bearers = sorted({clusters.find(b) for b in fits})
        if len(bearers) == 1:
            clusters.join(bearers[0], i)
        elif bearers:
            open_[i] = [(b, min(LATEST, SHARED / len(bearers))) for b in bearers]
    return open_


def fitting(
    i: int, bearing: Sequence[int], gender: str | None, mentions: Sequence[Mention], clusters: Clusters
) -> list[int]:
    """The full names that a surname's gender and office allow."""
    others = {b for b in {clusters.find(b) for b in bearing} if stands_by(b, i, mentions, clusters)}
    return [b for b in bearing if not odd(mentions[b], gender) and clusters.find(b) not in others]


def weighed(bearers: Sequence[int]) -> list[tuple[int, float]]:
    """The people of one surname, the one named last a little likelier."""
    rest = (SHARED - LATEST) / (len(bearers) - 1)
    return [(b, LATEST if n == 0 else rest) for n, b in enumerate(bearers)]


def undecorated(mentions: Sequence[Mention], words: Words, headline: int) -> dict[int, tuple[str, ...]]:
    """The words of each name, without what a headline or a label puts beside a name that the text has elsewhere."""
    bones = {i: tuple(skeleton(w) for w in held) for i, held in words.items()}
    below = {i: b for i, b in bones.items() if mentions[i].span.start >= headline}
    given = {b for i, b in below.items() if len(b) > 1 and given_gender(mentions[i].name.split()[0]) is not None}
    full = {b for i, b in below.items() if len(b) > 1 and not is_label(mentions[i].name.split()[0])}
    known = given | {b[-1:] for b in full} | {b for b in below.values() if len(b) == 1}
    return {
        i: own_words(mentions[i].name, held, known, headline=mentions[i].span.start < headline)
        for i, held in words.items()
    }


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that are not particles; all where nothing else is left."""
    return tuple(w for w in words if w not in lexicon_words("name_particles.txt")) or words


def tails(full: Sequence[int], words: Words, clusters: Clusters) -> None:
    """Join a name of several words to the one longer name that ends with them."""
    ends: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i in full:
        for start in range(1, min(len(words[i]) - 1, 5)):
            ends[tuple(skeleton(w) for w in words[i][start:])].add(i)
    for i in full:
        longer = ends.get(tuple(skeleton(w) for w in words[i]), set())
        if len({clusters.find(k) for k in longer}) == 1:
            clusters.join(min(longer), i)


def bearers_of(i: int, fits: Sequence[int], clusters: Clusters) -> list[int]:
    """The full names that a surname may stand for, one a person: those named before it, the latest first, else all."""
    before = [b for b in fits if b < i]
    latest: dict[int, int] = {}
    for b in reversed(before or fits):
        latest.setdefault(clusters.find(b), b)
    return list(latest.values())


def odd(mention: Mention, gender: str | None) -> bool:
    """Whether a mention is of another gender than the one told."""
    return mention.gender is not None and gender is not None and mention.gender != gender


def slips(mentions: Sequence[Mention], clusters: Clusters, alone: dict[str, int], last: dict[str, list[int]]) -> None:
    """Join a surname without a bearer to one a letter away, where both stand in the same company."""
    if len(alone) * len(last) > MOST_PAIRS:
        return
    for bones, i in sorted(alone.items()):
        word = name_words(mentions[i].name)[0]
        if len(word) < ENOUGH_LETTERS:
            continue
        near = {
            clusters.find(b)
            for other, bearers in sorted(last.items())
            if f"{other}a" != bones and f"{bones}a" != other  # "Petrov" and "Petrova" are two
            if other[:1] == bones[:1] and min(len(other), len(bones)) >= ENOUGH_LETTERS - 1 and edits(other, bones) == 1
            for b in bearers
            if company(mentions, clusters, i) & company(mentions, clusters, b)
        }
        if len(near) == 1:
            clusters.join(near.pop(), i)


def company(mentions: Sequence[Mention], clusters: Clusters, i: int) -> set[int]:
    """The other people named near any mention of the chain that `i` is in."""
    found: set[int] = set()
    own = clusters.find(i)
    for k in clusters.members(i)[:20]:
        at = mentions[k].span.start
        for j in range(max(0, k - 12), min(len(mentions), k + 13)):
            other = mentions[j]
            if other.kind == "person" and other.form == "name" and abs(other.span.start - at) < NEAR:
                found.add(clusters.find(j))
    return found - {own}
