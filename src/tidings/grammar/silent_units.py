"""Units in which the encoder has nothing to say: no mark of speech, no word that reports, none that tells an event."""

from functools import cache

from tidings.grammar.events.lexicon import noun_senses, verb_senses
from tidings.lexicon import rows
from tidings.model import Unit

__all__ = ["is_silent"]

MARKS = frozenset('"“”„‟«»‘`:')


def is_silent(unit: Unit) -> bool:
    """Whether nothing in the unit could be a quotation or an event.

    On PolNeAR dev a fifth of the units and 2% of the words are silent; the encoder finds no attribution there.
    """
    return MARKS.isdisjoint(unit.text) and telling().isdisjoint(token.lemma.lower() for token in unit.tokens)


@cache
def telling() -> frozenset[str]:
    """The lemmas that report or tell an event."""
    told = (row[0].split() for row in rows("reporting_verbs.tsv"))
    verbs = (words[1] if words[0] == "be" else words[0] for words in told)  # "be adamant": any text has a "be"
    nouns = (row[0].split()[-1] for row in rows("reporting_nouns.tsv"))
    return frozenset({*verbs, *nouns, "accord", "according", *verb_senses(), *noun_senses()})
