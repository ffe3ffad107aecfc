"""A place's name with the small noun for what it is: "Tarn valley", "valley of Tarn", "Tarn palace"."""

import re

from tidings.lexicon import word_classes
from tidings.model import Mention

__all__ = ["BUILT", "featured"]

FEATURE = re.compile(r" ([a-z]+)\b")
FEATURE_OF = re.compile(r"\b([a-z]+) of (?:the )?$")
REACH = 24  # code points of "peninsula of the"
BUILT = frozenset(
    {"dam", "bridge", "port", "harbour", "harbor", "canal", "crossing", "palace", "airport", "camp", "base"}
)
SETTLED = frozenset({"village", "town"})
FEATURES = (word_classes("word_classes.tsv")["landform"] | BUILT) - SETTLED


def featured(text: str, mention: Mention) -> tuple[str, str] | None:
    """The name with the small noun for a feature behind it, or before its "of", and the noun."""
    behind = FEATURE.match(text, mention.span.end)
    before = FEATURE_OF.search(text, max(0, mention.span.start - REACH), mention.span.start)
    if behind is not None and behind[1] in FEATURES:
        return f"{mention.name} {behind[1]}", behind[1]
    if before is not None and before[1] in FEATURES:
        return f"{before[1]} of {mention.name}", before[1]
    return None
