"""Which names in one document are one thing: surname and full name, acronym and long form, state and metonym."""

from collections import defaultdict
from collections.abc import Sequence

from tidings.grammar.chains.clusters import Clusters
from tidings.grammar.chains.people_chains import Open, chain_people
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.name_runs import is_registry
from tidings.grammar.names.name_signs import body_kind, is_common
from tidings.model import Mention
from tidings.text.name_pairs import legal_forms
from tidings.text.names import acronym, name_words

__all__ = ["chain_names", "ministry_state", "ministry_states"]


SPELT_OUT = frozenset({"organization", "place"})  # what a name may be taken for whose letters follow in brackets


def chain_names(mentions: Sequence[Mention], clusters: Clusters, headline: int = 0) -> Open:
    """Join the mentions that are names (and nations' sides, and ministries in lower case) of one thing.

    `headline` is where the headline ends. Gives the surnames that two people of the text bear, each with whom it may stand for.
    """
    chain_keys(mentions, clusters)
    chain_acronyms(mentions, clusters)
    chain_last_words(mentions, clusters)
    chain_first_words(mentions, clusters)
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
            name = without_letters(mention) if mention.kind == "vessel" else mention.name
            by_key[f"{mention.kind}:{' '.join(name_words(known.name if known else name))}"].append(i)
    for _, members in sorted(by_key.items()):
        clusters.join_all(members)


def without_letters(ship: Mention) -> str:
    """A ship's name without the letters of her navy or kind: "Reed Heron" for "GNS Reed Heron", but "GA 2231" as it is."""
    first, _, rest = ship.name.partition(" ")
    return rest if is_registry(first) and rest[:1].isalpha() else ship.name


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
    firm = len(words) > 2 and (words[-1],) in legal_forms() and not mention.name.endswith(words[-1])
    return f"name:{' '.join(words[:-1] if firm else words)}"  # "Pesca Norte" and "Pesca Norte SA" are one


def ministry_states(mentions: Sequence[Mention]) -> dict[str, str | None]:
    """For each kind of ministry, the one state that the document gives such a ministry; None if several."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.country is None:
            continue
        if mention.kind == "organization":
            kind = ministry_kind(mention.name)
            if kind is not None and is_ministry(mention.name):
                found[kind].add(mention.country)
    return {kind: next(iter(states)) if len(states) == 1 else None for kind, states in sorted(found.items())}


def is_ministry(name: str) -> bool:
    """Whether a name says "ministry": a State Department is no hint whose "foreign ministry" is meant."""
    return "ministr" in name.lower()


def ministry_state(mention: Mention, states: dict[str, str | None]) -> str | None:
    """The state whose ministry a mention is, by its own words or by the document's."""
    kind = ministry_kind(mention.name)
    return mention.country or (states.get(kind) if kind else None)


def chain_last_words(mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join "the Brigades" to the one body of the document named before whose longer name ends so."""
    bodies = [i for i, m in enumerate(mentions) if m.kind == "organization" and m.form == "name"]
    for i in bodies:
        name = mentions[i].name.removeprefix("the ").removeprefix("The ")
        if " " in name or not name.istitle():
            continue
        longer = {clusters.find(k) for k in bodies if k < i and mentions[k].name.endswith(f" {name}")}
        if len(longer) == 1:
            clusters.join(longer.pop(), i)


def chain_first_words(mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join "Kestrel" to the one body of the document named before whose longer name begins so."""
    bodies = [i for i, m in enumerate(mentions) if m.kind == "organization" and m.form == "name"]
    for i in bodies:
        name = mentions[i].name
        if not name.isalpha() or not name.istitle() or entry(name) is not None or is_common(name) or body_kind(name):
            continue
        longer = {clusters.find(k) for k in bodies if k < i and mentions[k].name.startswith(f"{name} ")}
        if len(longer) == 1:
            clusters.join(longer.pop(), i)


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
            if i and mentions[i - 1].kind in SPELT_OUT and is_in_brackets(mentions[i - 1], mention):
                clusters.join(i - 1, i)  # whatever the language whose words it spells
                continue
            spelt = {clusters.find(j) for j in long_forms.get(mention.name, ())} - {clusters.find(i)}
            if len(spelt) == 1:
                clusters.join(spelt.pop(), i)


def is_in_brackets(name: Mention, short: Mention) -> bool:
    """Whether a short form stands right behind a body's full name, where only a bracket may open: "the Lake Union (UDL)"."""
    return name.form != "pronoun" and " " in name.name and short.span.start - name.span.end == len(" (")
