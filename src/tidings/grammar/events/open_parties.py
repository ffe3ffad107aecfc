"""Who stands behind words that the chains of a text leave open: "she", "I" in what is said, "the kidnappers"."""

from collections.abc import Sequence

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.tree import children
from tidings.lexicon import words
from tidings.lexicon.sectors import STATE, sector
from tidings.model import Analysis, Candidate, Chain, Participant, Reading

__all__ = ["is_outlaw", "is_private", "is_the_band", "land_of", "likeliest", "party_state", "the_group"]

SURE = 0.5  # weight that the best named candidate needs; tuned on the three stories in examples/
ALONE = 0.4  # of the only named one


def likeliest(reading: Reading, candidates: Sequence[Candidate]) -> int | None:
    """The named chain that an open pronoun or role most likely stands for, None where two are about as likely."""
    chains = reading.chains
    named = [c for c in candidates if chains[c.chain].named and chains[c.chain].kind != "place"]
    best = max(named, key=lambda c: (c.weight, -c.chain), default=None)
    if best is None:
        return None
    alone = len(named) == 1 and best.weight >= ALONE
    return best.chain if alone or best.weight >= SURE else None


def land_of(chain: Chain) -> str | None:
    """The state that a party is or acts for; a capital that is a party stands for its state: "came to Vienna".

    A body that nobody names does not act for the state that it lives in where its word says so: "the opposition in Vienna".
    """
    if is_private(chain):
        return None
    if chain.kind != "place":
        return chain.country
    known = entry(chain.name)
    return known.country if known is not None and known.sort == "capital" else None


def party_state(reading: Reading, party: Participant) -> str | None:
    """The state that a party of an event is or acts for, None where it has no chain."""
    return None if party.chain is None else land_of(reading.chains[party.chain])


def is_private(chain: Chain) -> bool:
    """Whether it is a body without a name that acts for no state, by its word: an opposition, a union, a firm."""
    return chain.kind == "organization" and not chain.named and sector(chain.name) not in {None, *STATE}


def the_group(reading: Reading) -> int | None:
    """The one armed group that a text names, whom "the kidnappers" stands for; None where it names none or several."""
    found = [n for n, chain in enumerate(reading.chains) if is_band(chain)]
    return found[0] if len(found) == 1 else None


def is_outlaw(noun: str) -> bool:
    """Whether a common noun is one for armed people who act for no state."""
    return noun.lower() in words("outlaw_words.txt") or noun.lower().removesuffix("s") in words("outlaw_words.txt")


def is_the_band(analysis: Analysis, head: int) -> bool:
    """Whether "the kidnappers" are pointed at, as those told of; not "extremists", "X's militia", "Sunni militants"."""
    told = {analysis.tokens[c].text.lower() for c in children(analysis, head, "det", "poss", "amod", "compound")}
    return told in ({"the"}, {"these"}, {"those"}) and is_outlaw(analysis.tokens[head].text)


def is_band(chain: Chain) -> bool:
    """Whether a chain is a named group that acts for no state: by the tables, or by a word like "front" in its name."""
    if not chain.named or chain.kind != "organization" or chain.country is not None:
        return False
    known = entry(chain.name)
    if known is not None:
        return known.kind == "armed group"
    return bool(noun_class("band") & {word.lower() for word in chain.name.split()})
