"""What speaks for a chain as what "the senator", "the agency" or "the city" means, and for nobody whom the text names."""

import math
import re

from tidings.grammar.chains.binding import SUBJECTS, bound, named_in_words, said_by
from tidings.grammar.chains.evidence import Evidence, is_reporter, is_subject, last_speaker
from tidings.grammar.chains.known import Known
from tidings.grammar.chains.office_keys import agree, office_key
from tidings.grammar.chains.role_fit import body_evidence, is_told_so, person_evidence, signs_of_bodies, word_evidence
from tidings.grammar.chains.role_owners import UNKNOWN
from tidings.grammar.chains.role_scene import KINDS, RoleScene
from tidings.grammar.chains.state_evidence import CALLS_IN
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.roles import office_at, singular
from tidings.grammar.tree import ancestors, child, subtree, tokens_in
from tidings.lexicon import words

__all__ = ["is_another", "nobody_named", "role_candidates"]

LOOK_BACK = 80  # mentions
AHEAD = 2  # sentences
RESTRICTS = frozenset({"relcl", "acl", "prep"})
KIN = frozenset({"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow", "family"})
SPOUSES = frozenset({"wife", "husband"})
FITTING = ("office", "said", "again", "beside", "kind of", "of the family")
SUCH = ("office", "said", "again", "beside", "noun in name", "sign", "called")
ANYBODY = frozenset({"man", "woman", "boy", "girl"})
BANKS = frozenset({"bank", "banco", "banque", "reserve", "riksbank", "bundesbank"})
# Words for bodies of which none is one of another row; a congress or a union may be a party.
SORTED = (
    "party",
    "court tribunal",
    "ministry",
    "police",
    "army navy",
    "parliament senate",
    "bank",
    "university",
    "hospital",
    "church",
)
SORTS = {word: row for row in SORTED for word in row.split()}
NEW = frozenset({"a", "an", "one", "another"})
FIRMS = frozenset({"company", "firm", "airline", "carrier", "operator", "manufacturer", "retailer", "supplier"})
# Names whose bearers deal with companies and are none; "Western Union" and "Union Pacific" are.
NO_FIRM = re.compile(
    r"\b(?:Union of|Guild of|Federation|Confederation|Association of|Party|Court|Tribunal|Ministry|Parliament|Senate"
    r"|Commission|Police|Army)\b|(?:s['’]|['’]s|Workers|Drivers|Pilots|Teachers|Trades?|Labou?r) Union\b"
)
ANY = "(any)"  # in place of the words that a name need show


def role_candidates(held: RoleScene, i: int) -> dict[int, Evidence]:
    """The evidence for each named chain that a role may mean, those told of last first."""
    scene, clusters = held.scene, held.scene.clusters
    last: dict[int, int] = {}
    for k in range(i - 1, max(-1, i - LOOK_BACK), -1):
        last.setdefault(clusters.find(k), k)
    if held.is_counted(i):
        return {}
    noun, key = held.noun(i), office_key(scene.mentions[i].role or "")
    owner = held.owners.of(i)

    def is_near(root: int) -> bool:
        """Whether a chain is told of not long before a role, or is told to be such a one."""
        if root in last or held.is_home(root, owner):
            return True
        return is_told_so(held.told.of(root), noun, key) and (root < i or is_next(held, i, root))

    order = [root for root in held.named() if is_near(root) and may_be(held, i, root)]
    order = [root for root in order if held.is_home(root, owner)] or order
    order.sort(key=lambda root: (-last.get(root, -1), root))
    counts = {root: scene.count_before(root, i) for root in order}
    leader = max(counts.values(), default=0)
    acting = subjects_above(held, i)
    spoke = last_speaker(scene, i) if is_reporter(scene, i) else None
    found: dict[int, Evidence] = {}
    for rank, root in enumerate(order):
        known = held.told.of(root)
        fit = (person_evidence if scene.mentions[i].kind == "person" else body_evidence)(known, scene.mentions[i], noun)
        signs = place_evidence(held, i, root, last.get(root)) | fit | word_evidence(known, noun, held.modifiers(i))
        signs |= {
            "rank": float(min(rank, 5)),
            "mentions": math.log1p(counts[root]),
            "leads": float(counts[root] == leader and leader > 2),
            "acting": float(root in acting),
            "spoke last": float(root == spoke),
            "theirs": float(noun in known.said | known.again and owner in held.owners.known_of(root)),
            "of the family": float(noun in SPOUSES and held.is_family(root, owner)),
            "home": float(held.is_home(root, owner)),
            "another's kind": held.share_of_other_kinds(root, scene.mentions[i].kind),
            "outlet": float(any(name.lower() in words("news_outlets.txt") for name in known.names)),
            "whose not met": not_met(held.whose(i), known),
        }
        if scene.mentions[i].kind == "person" and not any(signs.get(sign) for sign in FITTING):
            signs["fits nothing"] = 1.0
            signs["fits nothing, chief"] = float(key is not None and key.sort == "chief")
        found[root] = {name: value for name, value in signs.items() if value}
    return found | alone(found, held, i)


def is_another(held: RoleScene, i: int, signs: Evidence) -> bool:
    """Whether a wider word for a chain means somebody else: it has words of its own, or somebody without a name was
    last called so: after a minister, "the European diplomat", then "the diplomat"."""
    if not signs.get("kind of") or any(signs.get(sign) for sign in ("office", "said", "again", "beside")):
        return False
    so_called = held.last_so_called(i)
    unnamed = so_called is not None and not held.scene.of(so_called).named
    return unnamed or signs.get("modifiers not met", 0.0) >= 1.0


def not_met(words_of_owner: tuple[str, ...], known: Known) -> float:
    """How many of the names behind a role's "of" a text never has near a chain: "the president of the Norden Council"."""
    told = known.said | known.around | known.words
    return sum(word not in told for word in words_of_owner) / max(1, len(words_of_owner))


def alone(found: dict[int, Evidence], held: RoleScene, i: int) -> dict[int, Evidence]:
    """The candidates that are the only ones with a sign, or that were last called by the role's noun, with that."""
    more: dict[int, Evidence] = {}
    for sign in ("office", "said", "beside", "called", "noun in name"):
        having = [root for root, signs in found.items() if signs.get(sign)]
        if len(having) == 1:
            more[having[0]] = {**found[having[0]], **more.get(having[0], {}), f"{sign}, alone": 1.0}
    such = next((root for root, signs in found.items() if any(signs.get(sign) for sign in SUCH)), None)
    if such is not None:
        more[such] = {**found[such], **more.get(such, {}), "nearest such": 1.0}
    root = held.last_so_called(i)
    if root is not None and root in found:
        more[root] = {**found[root], **more.get(root, {}), "last so called": 1.0}
    return more


def is_next(held: RoleScene, i: int, root: int) -> bool:
    """Whether somebody is named only behind a role: soon, or as who holds that office of its state."""
    mention, tokens = held.scene.mentions[i], held.scene.analysis.tokens
    soon = tokens[held.scene.mentions[root].head].sentence - tokens[mention.head].sentence <= AHEAD
    return soon or (mention.country is not None and mention.country in held.told.of(root).states)


def may_be(held: RoleScene, i: int, root: int) -> bool:
    """Whether kind, number, gender, state, owner and syntax leave room for a chain."""
    scene, mention = held.scene, held.scene.mentions[i]
    traits, owner = scene.of(root), held.owners.of(i)
    if not traits.kinds & KINDS[mention.kind] or (traits.first_plural and mention.kind == "person"):
        return False
    if mention.gender is not None and traits.genders and mention.gender not in traits.genders:
        return False
    if mention.kind == "person" and not may_hold(held, i, root):
        return False
    if mention.kind == "organization" and is_central_bank(held, i) and not is_bank(held, i, root):
        return False
    if mention.kind == "organization" and mention.country and not may_be_of(held, root, mention.country):
        return False
    if mention.kind == "organization" and (
        is_anothers(held, i, root)
        or names_another(held, i, root)
        or is_of_other_sort(held, i, root)
        or is_askers_own(held, i, root)
    ):
        return False
    theirs = held.owners.known_of(root) if owner is not None and owner != UNKNOWN else frozenset()
    if owner == root or (theirs and owner not in theirs):
        return False
    if mention.head in scene.quoted and held.said_by.of(root)[-1] > i:
        return False  # as who says later what stands in no quotation
    for k in (*scene.near_before(root, i, 1), *scene.near_behind(root, i)):
        other = scene.mentions[k]
        if k == i or other.span.covers(mention.span) or mention.span.covers(other.span):
            return False
        back = scene.back(other, mention)
        if back <= 1 and said_by(scene.analysis, other, mention, scene.quoted):
            return False
        if back == 0 and bound(scene.analysis, other, mention):
            return False
    return True


def is_anothers(held: RoleScene, i: int, root: int) -> bool:
    """Whether a role's name for whose it is stands nowhere near a body: "the Baltic board" is none of Togo's boards."""
    mention, known = held.scene.mentions[i], held.told.of(root)
    tokens, first = held.scene.analysis.tokens, mention.head
    own = [tokens[k] for k in tokens_in(held.scene.analysis, mention.span) if k < first]
    told = known.words | known.said | known.around
    members = (t for t in own if t.dep == "poss" and t.tag == "NNS")
    if any(not told & {t.text.lower(), singular(t.text)} for t in members):
        return True  # "the dockers' union" is no union of exporters
    return mention.country is None and any(
        t.text[:1].isupper() and t.dep != "poss" and not told & {t.text.lower(), singular(t.text)}
        for t in own
        if t.pos in {"ADJ", "PROPN"} and t.start > mention.span.start
    )


def names_another(held: RoleScene, i: int, root: int) -> bool:
    """Whether a union or newspaper, which no word of a body's name shows, speaks of that body: "the union said Brandt had known"."""
    known, noun = held.told.of(root), held.noun(i)
    table, scene = signs_of_bodies().get(noun, frozenset({ANY})), held.scene
    if ANY in table or known.words & table or is_told_so(known, noun, None):
        return False
    near = (k for k in range(i + 1, min(i + 4, len(scene.mentions))) if scene.mentions[k].form == "name")
    return any(
        scene.clusters.find(k) == root and named_in_words(scene.analysis, scene.mentions[i], scene.mentions[k])
        for k in near
    )


def is_askers_own(held: RoleScene, i: int, root: int) -> bool:
    """Whether a body is only told of beside who does something to a union or the like: "Holm, who runs Tarn Paper, sued the union"."""
    known, noun, scene = held.told.of(root), held.noun(i), held.scene
    if ANY in signs_of_bodies().get(noun, frozenset({ANY})) or noun in known.words or is_told_so(known, noun, None):
        return False
    analysis, head = scene.analysis, scene.mentions[i].head
    above = (child(analysis, up, *SUBJECTS) for up in ancestors(analysis, head))
    beside = {k for s in above if s is not None and s < head for k in subtree(analysis, s) if k != s}
    return any(
        scene.clusters.find(k) == root and scene.mentions[k].head in beside for k in scene.near_before(root, i, 1)
    )


def is_of_other_sort(held: RoleScene, i: int, root: int) -> bool:
    """Whether a body's name says that it is a court or the like and a role that it is a party: neither is ever the other."""
    noun, known = held.noun(i), held.told.of(root)
    if noun in FIRMS and not is_told_so(known, noun, None) and any(NO_FIRM.search(name) for name in known.names):
        return True
    if noun not in SORTS or is_told_so(known, noun, None):
        return False
    return any(SORTS.get(singular(name.split()[-1]).lower(), noun) != SORTS[noun] for name in known.names)


def is_central_bank(held: RoleScene, i: int) -> bool:
    """Whether a role is "the central bank", which is no fund or other body that the text names."""
    return held.noun(i) == "bank" and "central" in held.modifiers(i)


def is_bank(held: RoleScene, i: int, root: int) -> bool:
    """Whether a body's name or what is told of it shows a bank."""
    known = held.told.of(root)
    return bool(BANKS & known.words) or is_told_so(known, held.noun(i), None)


def may_be_of(held: RoleScene, root: int, state: str) -> bool:
    """Whether a body may be a state's: none of another state, no agency that serves the world: "Syria's news agency"."""
    known = held.told.of(root)
    tabled = [found for name in known.names if (found := entry(name)) is not None and found.body is not None]
    if any(found.country != state and found.kind in {"", "media", "international"} for found in tabled):
        return state in known.states
    return not known.states or state in known.states


def may_hold(held: RoleScene, i: int, root: int) -> bool:
    """Whether a person's states, offices and family leave room for a role."""
    mention, known, noun = held.scene.mentions[i], held.told.of(root), held.noun(i)
    if held.owners.of(i) == UNKNOWN or (mention.country and known.states and mention.country not in known.states):
        return False
    if noun in KIN and noun not in known.said | known.nouns | known.again:
        return noun in SPOUSES and held.is_family(root, held.owners.of(i))
    if is_called_in(held, i) and noun not in known.said | known.nouns:
        return False
    key = office_key(mention.role or "")
    told = mention.country is not None and held.first_of.get(mention.country, root) < root
    if mention.country and key is not None and key.sort == "chief" and not known.states and not told:
        return False  # "Prime Minister Sato … China's premier": another's
    alike = [office for office in known.offices if key is not None and office.base == key.base]
    return not alike or any(agree(office, key) for office in alike if key is not None)


def is_called_in(held: RoleScene, i: int) -> bool:
    """Whether a role is an ambassador summoned or expelled: he is accredited there, and no mediator or special envoy."""
    token = held.scene.analysis.tokens[held.scene.mentions[i].head]
    return token.dep in {"dobj", "nsubjpass"} and held.scene.analysis.tokens[token.head].lemma.lower() in CALLS_IN


def place_evidence(held: RoleScene, i: int, root: int, near: int | None) -> dict[str, float]:
    """Where a chain was told of last, and as what."""
    scene, mention = held.scene, held.scene.mentions[i]
    tokens, head = scene.analysis.tokens, scene.analysis.tokens[mention.head]
    found = {"opens": float(tokens[scene.mentions[root].head].sentence <= 1)}
    if near is None:
        return found | {"ahead": float(root > i), "far": float(root < i)}
    back = scene.back(scene.mentions[near], mention)
    found[f"back {back}" if back < 4 else "back 4" if back < 8 else "back 8"] = 1.0
    before = [k for k in scene.near_before(root, i, 3) if scene.back(scene.mentions[k], mention) <= 3]
    subject = min((scene.back(scene.mentions[k], mention) for k in before if is_subject(scene, k)), default=None)
    if subject is not None:
        found[f"subject {subject}"] = 1.0
        found["subject near, subject"] = float(subject <= 1 and head.dep in SUBJECTS)
    other = tokens[scene.mentions[near].head]
    return found | {
        "times near": float(min(3, len(before))),
        "where": float(other.dep == "pobj" and mention.kind == "organization"),
        "part": float(other.dep in {"compound", "npadvmod", "poss", "nmod"}),
        "in quote": float(other.i in scene.quoted and head.i not in scene.quoted),
        "out of quote": float(other.i not in scene.quoted and head.i in scene.quoted),
    }


def subjects_above(held: RoleScene, i: int) -> frozenset[int]:
    """The chains of the subjects of the clauses that a role stands in: they do or say what it is part of."""
    analysis, head = held.scene.analysis, held.scene.mentions[i].head
    above = (child(analysis, up, *SUBJECTS) for up in ancestors(analysis, head))
    at_head = held.owners.at_head
    return frozenset(
        held.scene.clusters.find(at_head[s]) for s in above if s is not None and s != head and s in at_head
    )


def nobody_named(held: RoleScene, i: int) -> Evidence:
    """What speaks for a role whose bearer the text does not name, or that means anybody."""
    scene, mention = held.scene, held.scene.mentions[i]
    analysis, noun = scene.analysis, held.noun(i)
    below = [analysis.tokens[c] for c in analysis.children[mention.head]]
    office, key, owner = office_at(analysis, mention.head), office_key(mention.role or ""), held.owners.of(i)
    end = mention.head + 1 if office is None else office.end
    so_called = held.last_so_called(i)
    unnamed = so_called is not None and not scene.of(so_called).named
    first = scene.mentions[so_called] if so_called is not None else mention
    article = child(analysis, first.head, "det")
    new = article is not None and analysis.tokens[article].text.lower() in NEW
    found = {
        "nobody": 1.0,
        f"nobody, {'organization' if mention.kind == 'vessel' else mention.kind}": 1.0,
        f"nobody: {noun}": 1.0,
        "nobody, restricted": float(any(t.dep in RESTRICTS and t.i >= end for t in below)),
        "nobody, of a state": float(mention.country is not None),
        "nobody, of a body": float(mention.body is not None),
        "nobody, owned": float(owner is not None),
        "nobody, whose": float(owner == UNKNOWN),
        "nobody, kin": float(noun in KIN),
        "nobody, anybody": float(noun in ANYBODY),
        "nobody, home": float(noun in words("home_bodies.txt")),
        "nobody, source": float(noun in words("anonymous_sources.txt")),
        "nobody, chief": float(key is not None and key.sort == "chief"),
        "nobody, nature": float(key is not None and key.sort == "nature"),
        "nobody, speaker": float(key is not None and key.sort == "speaker"),
        "nobody, quoted": float(mention.head in scene.quoted),
        "nobody, modified": float(bool(held.modifiers(i))),
        "nobody, that": float(any(t.text.lower() in {"this", "that"} for t in below)),
        "nobody, before": float(unnamed),
        "nobody, brought in": float(unnamed and new),
        "nobody, subject": float(analysis.tokens[mention.head].dep in SUBJECTS),
    }
    return {name: value for name, value in found.items() if value}
