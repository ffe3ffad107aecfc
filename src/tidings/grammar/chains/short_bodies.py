"""Whether a body's name leaves out words of a longer one: "the Harbour Council" for "the Northern Harbour Council"."""

from collections.abc import Iterable

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.retold_bodies import content, tells
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.name_signs import body_kind
from tidings.lexicon import word_classes

__all__ = ["is_shortened", "one_long_form"]

LEFT_OUT = 2  # words at most that a short form lacks
# Words that tell a body from the one it has left or rivals, and so are no words to leave out.
RIVAL = frozenset(word_classes("word_classes.tsv")["rival_body"])


def is_shortened(short: str, full: str) -> bool:
    """Whether all words of one name are among the other's, what kind of body it is too, with one that tells which it is."""
    if any(ministry_kind(name) or of_every_state(name) for name in (short, full)):
        return False
    one, two = content(short), content(full)
    rest = set(two) - set(one)
    if not set(one) < set(two) or len(one) < 2 or len(rest) > LEFT_OUT or rest & RIVAL:
        return False
    told = [word for word in one if tells(word) and not word.isupper()]
    kinds = [word for word in full.split() if body_kind(word) == "organization"]
    if not kinds or not told:
        return False
    return set(content(kinds[-1])) <= set(one) or set(content(kinds[0])) <= set(one)


def one_long_form(short: str, names: Iterable[str]) -> str | None:
    """The one longer name among those of a pile that a short one may stand for; None where two could be meant."""
    longer = sorted({name for name in names if is_shortened(short, name)}, key=lambda n: (len(content(n)), n))
    if not longer:
        return None
    least = set(content(longer[0]))
    return longer[0] if all(least <= set(content(name)) for name in longer) else None
