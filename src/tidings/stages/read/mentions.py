"""read/mentions: names with their kinds, roles without a name, demonyms and pronouns."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.names.gazetteer import hits
from tidings.grammar.names.kinds import Votes, decide, inside_words, is_plain_word, small_nouns, votes
from tidings.grammar.names.mention_records import Words, kind_here, name_mention, nominal_mention, pronoun_mention
from tidings.grammar.names.name_runs import is_registry
from tidings.grammar.names.name_signs import first_gender
from tidings.grammar.names.name_splits import names_body
from tidings.grammar.names.names import Name, hit_map, names_in
from tidings.grammar.names.nominals import nominals
from tidings.grammar.names.own_names import with_own_names
from tidings.grammar.names.short_roles import with_short_roles
from tidings.model import EntityKind, Mention, Reading
from tidings.stage import Stage
from tidings.text.name_pairs import legal_forms

__all__ = ["Mentions"]

OUTLET = 5.0  # weight of what the document says of its own outlet
BEGUN = 3.0  # weight for a person of a word that begins a person's name: families that stand first, given names
FAMILY = 5.5  # of one that is no given name, so that a family of a town's name outweighs the town once: an entry of the tables weighs 5
SHOWN = 3.0  # mean weight for a person from which a title, an office or a given name speaks for one


@dataclass(frozen=True)
class Mentions(Stage[Reading, Reading]):
    """Find what the text names, and what it refers to by role, nation or pronoun."""

    name = "read/mentions"
    version = 39
    needs = ("analysis",)
    gives = ("mentions",)

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Give each reading its mentions, by where they start, the longer first."""
        for reading in batch:
            yield replace(reading, mentions=self.mentions(reading))

    def mentions(self, reading: Reading) -> tuple[Mention, ...]:
        """All mentions of one reading."""
        analysis = reading.analysis
        if analysis is None or not analysis.tokens:
            return ()
        hit_at = hit_map(hits(analysis, reading.document.text))
        source = Words(reading.document.text, analysis, hit_at, self.origin)
        inside, small = inside_words(analysis), small_nouns(analysis)
        told = tuple(name for name in names_in(analysis, hit_at) if not is_plain_word(analysis, name, inside, small))
        names = with_own_names(analysis, told, reading.document.outlet)
        kinds = self.kinds(source, names, outlets_of(reading))
        found: list[Mention] = []
        taken: set[int] = set()
        for name, kind in zip(names, kinds, strict=True):
            taken.update(range(name.first, name.end))
            if name.prefix is not None and name.prefix[1] == name.first:
                taken.update(range(*name.prefix))  # "Minister Ada Berg" is one mention, not two …
                if name.prefix_head is not None and analysis.tokens[name.head].head == name.prefix_head:
                    taken.discard(name.prefix_head)  # … unless the sentence hangs on the role: "its envoy Ada Berg"
            if kind != "unknown" and not is_adjective(source, name) and not is_field(source, name):
                found.append(name_mention(source, name, kind))
        found.extend(nominal_mention(source, nominal) for nominal in nominals(analysis, taken))
        pronouns = (pronoun_mention(source, token.i) for token in analysis.tokens)
        found.extend(mention for mention in pronouns if mention is not None)
        found = list(with_short_roles(analysis, found))
        return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.form, m.head)))

    def kinds(self, source: Words, names: Sequence[Name], outlets: frozenset[str]) -> list[EntityKind]:
        """The kind of each name, decided over all places that name the same thing."""
        analysis = source.analysis
        evidence = [votes(analysis, name) for name in names]
        spelt = [tuple(t.text.casefold() for t in analysis.tokens[n.first : n.end]) for n in names]
        together = defaultdict(list)
        for key, votes_here in zip(spelt, evidence, strict=True):
            together[key].append(votes_here)
        for key in together:
            if " ".join(key) in outlets:
                together[key].append({"organization": OUTLET})
        bodies = {key for key, name in zip(spelt, names, strict=True) if names_body(analysis, name.first, name.end - 1)}
        full = {
            key: decide(found + ([] if key in bodies else alone(key, together)))  # no "Bank of Kenya" is Kenya
            for key, found in together.items()
            if len(key) > 1
        }
        for key in full:
            if full[key] == "person" and after_a_place(key, together):
                full[key] = "organization"
        firms = {key[:-1] for key, kind in full.items() if kind == "organization" and (key[-1],) in legal_forms()}
        full |= {key: "organization" for key in full if key in firms}  # "Pesca Norte", which is Pesca Norte SA
        opening = {key: analysis.tokens[n.first].text for key, n in zip(spelt[::-1], names[::-1], strict=True)}
        vessels = (key for key, kind in full.items() if kind == "vessel" and not key[1].isdigit())
        ships = {key[1:] for key in vessels if is_registry(opening[key])}  # "Reed Heron" of "GNS Reed Heron"
        full |= {key: "vessel" for key in full if key in ships and key not in bodies}
        told = [key for key, kind in full.items() if kind == "person" and key not in bodies]
        for key, kind in full.items():
            if kind == "organization" and key not in bodies and any(is_end(key, longer) for longer in told):
                full[key] = "person"  # "Ould Salem", who is Ahmed Ould Salem
        people = {key[-1] for key, kind in full.items() if kind == "person" and key not in bodies}
        begun = {key[0] for key, kind in full.items() if kind == "person" and key not in bodies}
        told_states = Counter(name.hit.entry.country for name in names if name.hit is not None)
        by_key: dict[tuple[str, ...], EntityKind] = dict(full)
        for key, found in together.items():
            if len(key) == 1:
                given = first_gender(key[0].title()) is not None
                weight = BEGUN if given and not is_only_name(key, names, spelt, told_states) else FAMILY
                before = [{"person": weight}] if key[0] in begun else []  # "Lim", who is Lim Su-bin
                by_key[key] = "person" if key[0] in people else decide([*found, *before])  # type: ignore[list-item]
                by_key[key] = "vessel" if key in ships and by_key[key] != "place" else by_key[key]
        return [
            kind_here(analysis, name, by_key[key]) if not is_person(name, by_key[key]) else "person"
            for name, key in zip(names, spelt, strict=True)
        ]


def is_only_name(
    key: tuple[str, ...], names: Sequence[Name], spelt: Sequence[tuple[str, ...]], states: Mapping[str | None, int]
) -> bool:
    """Whether a given name is a capital's too, of a state that the text tells of by no other name."""
    own = [name.hit.entry for name, words in zip(names, spelt, strict=True) if words == key and name.hit is not None]
    return any(entry.sort == "capital" and states[entry.country] == len(own) for entry in own)


def alone(key: tuple[str, ...], together: Mapping[tuple[str, ...], list[Votes]]) -> list[Votes]:
    """What the places of a name's last word alone speak for; no place or state, where a title, an office or a given name shows
    a person: "Minister Ada Perth", whose surname a table knows as a town."""
    last = together.get(key[-1:], [])
    if shown_person(together[key]) < SHOWN:
        return last
    return [{kind: w for kind, w in here.items() if kind not in {"place", "country"}} for here in last]


def shown_person(found: Sequence[Votes]) -> float:
    """How much the places of a name speak for a person, on the mean."""
    return sum(here.get("person", 0.0) for here in found) / len(found)


def is_end(key: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a name is the end of a longer one."""
    return len(key) < len(longer) and longer[-len(key) :] == key


def after_a_place(key: tuple[str, ...], together: Mapping[tuple[str, ...], list[Votes]]) -> bool:
    """Whether a name that hardly anything shows to be a person's begins with a place of the text: "Tarn Hydro", in Tarn."""
    place = together.get(key[:1])
    unshown = shown_person(together[key]) < SHOWN
    return place is not None and decide(place) == "place" and key[-1:] not in together and unshown


def outlets_of(reading: Reading) -> frozenset[str]:
    """The names of the outlets that the document says it comes from."""
    document = reading.document
    return frozenset(name.casefold() for name in (document.outlet, *document.credited_to) if name)


def is_adjective(source: Words, name: Name) -> bool:
    """Whether a name is the adjective of a faith, region or people that the tables do not know: "Western leaders"."""
    token = source.analysis.tokens[name.head]
    alone = name.end - name.first == 1 and name.hit is None
    return alone and token.ent == "NORP" and (token.tag == "JJ" or token.dep in {"amod", "compound", "nmod"})


def is_field(source: Words, name: Name) -> bool:
    """Whether one word that no table knows is what a ministry is for: "the minister of Promotion"."""
    tokens = source.analysis.tokens
    if name.end - name.first > 1 or name.hit is not None or name.first < 2:
        return False
    before = tokens[name.first - 2].lemma.lower()
    return tokens[name.first - 1].text in {"of", "for"} and before in {"minister", "ministry"}


def is_person(name: Name, kind: EntityKind) -> bool:
    """Whether a name that the tables know as a state or place is a person's here: "Mr. Jordan"."""
    return kind == "person" and (name.hit is None or name.hit.entry.sort != "people")
