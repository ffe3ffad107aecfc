"""Which names in one document are one thing: surname and full name, acronym and long form, state and metonym."""

from collections import defaultdict
from collections.abc import Sequence

from tidings.grammar.chains.bearers import is_label, meant, own_words, stands_by, told_gender
from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.name_signs import given_gender
from tidings.lexicon import words as lexicon_words
from tidings.model import Mention
from tidings.text.names import acronym, edits, name_words, skeleton

__all__ = ["chain_names", "ministry_state", "ministry_states", "organization_key"]

NEAR = 400  # code points within which two names share their company
MOST_PAIRS = 40_000  # of surnames to compare in one text; more is a list, not a story
LATEST = 0.5  # weight of the bearer named last, where two people of a text bear one surname
ENOUGH_LETTERS = 6  # of a surname, for one letter to be a slip


Open = dict[int, list[tuple[int, float]]]


def chain_names(mentions: Sequence[Mention], clusters: Clusters, headline: int = 0) -> Open:
    """Join the mentions that are names (and nations' sides, and ministries in lower case) of one thing.

    `headline` is where the headline ends. Gives the surnames that two people of the text bear, each with whom it may stand for.
    """
    chain_keys(mentions, clusters)
    chain_acronyms(mentions, clusters)
    return chain_people(mentions, clusters, headline)


def chain_keys(mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join states by code, bodies by what the tables or their ministry call them, places by name."""
    states = ministry_states(mentions)
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        if mention.kind == "country" and mention.country is not None and mention.form in {"name", "demonym"}:
            by_key[f"country:{mention.country}"].append(i)
        elif mention.kind in {"organization", "country"} and mention.form in {"name", "nominal"}:
            key = organization_key(mention, states)
            if key is not None:
                by_key[key].append(i)
        elif mention.kind in {"place", "vessel"} and mention.form == "name":
            known = entry(mention.name)
            by_key[f"{mention.kind}:{' '.join(name_words(known.name if known else mention.name))}"].append(i)
    for _, members in sorted(by_key.items()):
        clusters.join_all(members)


def organization_key(mention: Mention, states: dict[str, str | None]) -> str | None:
    """What a body is known by within a document; None for a nominal that names none."""
    ministry = ministry_kind(mention.name)
    if ministry is not None and not mention.plural:
        state = mention.country or states.get(ministry)
        return f"ministry:{ministry}:{state or '?'}"
    if mention.form != "name":
        return None
    known = entry(mention.name)
    if mention.body is not None and (known is None or known.body is None):
        return f"body:{mention.body}:"
    if known is not None and known.body is not None:
        return f"body:{known.body}:{known.country or ''}"
    words = [w for w in name_words(mention.name) if w != "the"]
    return f"name:{' '.join(words)}"


def ministry_states(mentions: Sequence[Mention]) -> dict[str, str | None]:
    """For each kind of ministry, the one state that the document gives such a ministry or its head; None if several."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.country is None:
            continue
        if mention.kind == "organization":
            kind = ministry_kind(mention.name)
            if kind is not None and is_ministry(mention.name):
                found[kind].add(mention.country)
        elif mention.role is not None:
            key = office_key(mention.role)
            if (
                key is not None
                and key.base == "minister"
                and key.field is not None
                and "minist" in mention.role.lower()
            ):
                found[key.field].add(mention.country)
    return {kind: next(iter(states)) if len(states) == 1 else None for kind, states in sorted(found.items())}


def is_ministry(name: str) -> bool:
    """Whether a name says "ministry": a State Department is no hint whose "foreign ministry" is meant."""
    return "ministr" in name.lower()


def ministry_state(mention: Mention, states: dict[str, str | None]) -> str | None:
    """The state whose ministry a mention is, by its own words or by the document's."""
    kind = ministry_kind(mention.name)
    return mention.country or (states.get(kind) if kind else None)


def chain_acronyms(mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join "ABC" to the one body of the document whose capitals spell it."""
    long_forms: dict[str, set[int]] = defaultdict(set)
    for i, mention in enumerate(mentions):
        if mention.kind == "organization" and mention.form == "name" and " " in mention.name:
            long_forms[acronym(mention.name)].add(clusters.find(i))
    for i, mention in enumerate(mentions):
        if (
            mention.form == "name"
            and mention.kind == "organization"
            and len(mention.name) > 2
            and mention.name.isupper()
        ):
            spelt = {clusters.find(j) for j in long_forms.get(mention.name, ())} - {clusters.find(i)}
            if len(spelt) == 1:
                clusters.join(spelt.pop(), i)


def chain_people(mentions: Sequence[Mention], clusters: Clusters, headline: int) -> Open:
    """Join people: full names that are spellings of one, then surnames and given names to the one that bears them."""
    open_: Open = {}
    people = [i for i, m in enumerate(mentions) if m.kind == "person" and m.form == "name"]
    words = undecorated(mentions, {i: without_particles(name_words(mentions[i].name)) for i in people}, headline)
    full = [i for i in people if len(words[i]) > 1]
    single = [i for i in people if len(words[i]) == 1]
    heads: dict[tuple[str, str], int] = {}
    for i in full:  # one spelling of first and last word, whatever stands between
        key = (skeleton(words[i][0]), skeleton(words[i][-1]))
        if key in heads:
            clusters.join(heads[key], i)
        heads.setdefault(key, i)
    tails(full, words, clusters)
    last: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    for i in full:
        for word in words[i][1:]:
            last[skeleton(word)].append(i)
        first[skeleton(words[i][0])].append(i)
    alone: dict[str, int] = {}
    bearing = {i: last.get(bones) or first.get(bones) or [] for i in single for bones in [skeleton(words[i][0])]}
    gender = {i: told_gender(i, {clusters.find(b) for b in bearing[i]}, mentions, clusters) for i in single}
    shown = {(skeleton(words[i][0]), gender[i]) for i in single if gender[i] is not None}
    for i in single:
        bones = skeleton(words[i][0])
        others = {b for b in {clusters.find(b) for b in bearing[i]} if stands_by(b, i, mentions, clusters)}
        fits = [b for b in bearing[i] if not at_odds(mentions[b].gender, gender[i]) and clusters.find(b) not in others]
        bearers = bearers_of(i, fits, clusters)
        other = {"m": "f", "f": "m"}.get(mentions[bearers[0]].gender or "") if len(bearers) == 1 else None
        if len(bearers) == 1 and (gender[i] is not None or ((bones, other) not in shown and bones not in alone)):
            clusters.join(bearers[0], i)
        elif len(bearers) == 1 or (not bearers and last.get(bones)):  # "Mr. Berg", where only Ada Berg is named in full
            clusters.join(alone.setdefault(bones, i), i)
        elif (most := meant(i, bearers, mentions, clusters) if bearers and bearers[0] < i else None) is not None:
            clusters.join(most, i)
        elif bearers:  # the one named last is a little likelier
            open_[i] = [(b, LATEST if n == 0 else (0.9 - LATEST) / (len(bearers) - 1)) for n, b in enumerate(bearers)]
        elif not last.get(bones):
            clusters.join(alone.setdefault(bones, i), i)
    slips(mentions, clusters, alone, last)
    return open_


def undecorated(
    mentions: Sequence[Mention], words: dict[int, tuple[str, ...]], headline: int
) -> dict[int, tuple[str, ...]]:
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


def tails(full: Sequence[int], words: dict[int, tuple[str, ...]], clusters: Clusters) -> None:
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


def at_odds(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


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
