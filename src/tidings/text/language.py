"""Which language a text is in, as far as telling English from others needs it."""

import re
from collections import Counter
from collections.abc import Container
from functools import cache
from unicodedata import name

from tidings.lexicon import rows, words
from tidings.text.terms import news_share

__all__ = ["foreign"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LETTER = re.compile(r"[^\W\d_]")
ENDS = (".", "!", "?", '"', "”")
HEAD = 20_000  # characters that decide
MOSTLY, SOME = 0.5, 0.25  # share of words that English news has: other languages reach .16
FEW = 12  # with fewer words nothing is said
SHORT = 60  # words of a text that a name of an outlet and a day in another language can turn
RUNNING = 6  # spaces in a line of running text, at least


def foreign(text: str) -> str | None:
    """The language or script of a text that is not English; None where it is, or is too short to tell."""
    head = text[:HEAD]
    letters = () if head.isascii() else LETTER.findall(head)
    found = [word.casefold().replace("’", "'") for word in WORD.findall(head)]
    other = [c for c in letters if ord(c) > 0x24F and not 0x1E00 <= ord(c) <= 0x1EFF]
    if len(other) > len(letters) / 2:
        script = Counter(name(c, "UNKNOWN").split()[0] for c in other).most_common(1)[0][0]
        return f"{script.capitalize()} script"
    if len(found) < FEW:
        return None
    counted = Counter(found)

    def share(listed: Container[str]) -> float:
        return sum(count for word, count in counted.items() if word in listed) / len(found)

    if len(found) < SHORT and is_english_in_its_sentences(head):
        return None  # its masthead or date line may be in the outlet's own language
    english = share(words("stop_words.txt"))
    shares = {language: share(listed) for language, listed in tables().items()}
    best = max(sorted(shares), key=lambda language: shares[language])
    known = share(news_share())  # tables and lists have no function words
    if shares[best] > max(english, 0.12) and english < 0.25 and known < MOSTLY:
        return best
    return "another language than English" if english < 0.08 and len(found) >= 40 and known < SOME else None


def is_english_in_its_sentences(text: str) -> bool:
    """Whether the lines of running text alone hold more of English's function words than of any other language's."""
    lines = text.splitlines()
    running = [line for line in lines if line.count(" ") >= RUNNING and line.rstrip().endswith(ENDS)]
    if len(running) == len([line for line in lines if line.strip()]):
        return False
    found = [word.casefold() for line in running for word in WORD.findall(line)]
    other = max(sum(word in listed for word in found) for listed in tables().values())
    return sum(word in words("stop_words.txt") for word in found) > other


@cache
def tables() -> dict[str, frozenset[str]]:
    """Language to its commonest function words."""
    return {row[0]: frozenset(row[1].split()) for row in rows("function_words.tsv")}
