"""Wordings that cannot tell one act: one says no where the other says yes, one was done by those it befell, one is another of its kind."""

import re
from functools import cache, lru_cache

from tidings.text.terms import stem

__all__ = ["is_another", "is_opposite", "is_same_word", "other_rescuers", "says_no"]

WORD = re.compile(r"[\w’']+|[^\w\s]")
NO = frozenset(
    {"not", "never", "no", "nobody", "none", "nothing", "neither", "nor", "without", "cannot"}
    | {"denied", "denies", "deny", "denying", "refused", "refuses", "refusing", "declined", "failed"}
)
DENYING = frozenset({"denied", "denies", "deny", "denying", "dismissed", "dismisses", "rejected", "rejects", "refuted"})
CLAIMS = frozenset({"that", "claim", "claims", "report", "reports", "rumour", "rumours", "rumor", "rumors"})
CLAIMS |= {"information", "allegation", "allegations", "suggestion", "suggestions", "account", "accounts"}
SOON = 4  # words behind who denies, among which it is told that what follows is a claim
PARTS = frozenset(",.;:!?—–()")  # behind which a no says nothing of what follows
BEFORE = 4  # words by which a no stands before its verb: "did not want to agree"
YES_NO = {"yes": False, "no": True}
# Words of which the one side undoes the other; a wording that has words of both may tell either.
UNDONE: tuple[tuple[str, str], ...] = (
    ("close closing closure shut seal sealed blocked", "open reopen"),
    ("impose", "lift"),
    ("suspend halt", "resume"),
    ("arrest detain jail", "release free"),
    ("agree accept", "refuse reject"),
)
SELF = re.compile(r"(?:my|your|him|her|it|our|them)sel(?:f|ves)\b", re.IGNORECASE)
AFTER = 2  # words after an act, among which it is told who did it or suffered it
KINDS = r"(?:a|an)\s+(?:second|third|fourth|fifth|further|new|fresh|follow-up)|(?:yet\s+)?another|one\s+more"
AGAIN = r"\s+(?:\S+\s+){0,2}?(?:again|anew|(?:for\s+)?a\s+(?:second|third|fourth)\s+time|once\s+more)\b"

ANY_MORE = re.compile(rf"\b(?:{KINDS})\s|\s(?:again|anew|time|more)\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def says_no(text: str, act: str) -> bool | None:
    """Whether an act is told with a no, by each place where its word stands; None where it stands nowhere or both ways."""
    tokens = [t.lower() for t in WORD.findall(text)]
    wanted = root(act.lower())
    found = {negated(tokens, at) for at, token in enumerate(tokens) if root(token) == wanted}
    return found.pop() if len(found) == 1 else None


def root(word: str) -> str:
    """The stem of a small word, without the e that its forms lose: "agree", "agreed"."""
    return stem(word).rstrip("e")


def negated(tokens: list[str], at: int) -> bool:
    """Whether a no stands before a word or is what is said there: "did not agree", "said no"."""
    answer = YES_NO.get(tokens[at + 1]) if at + 1 < len(tokens) else None
    if answer is not None and (
        at + 2 == len(tokens) or not tokens[at + 2].isalpha() or tokens[at + 2] in {"and", "to"}
    ):
        return answer
    if is_in_denied_claim(tokens, at):
        return True
    for token in reversed(tokens[max(0, at - BEFORE) : at]):
        if token in PARTS:
            return False
        if token in NO or token.endswith(("n't", "n’t")):
            return True
    return False


def is_in_denied_claim(tokens: list[str], at: int) -> bool:
    """Whether a word stands in what is denied: "denies the report according to which a captain was held"."""
    for verb in range(at - 1, -1, -1):
        if tokens[verb] in PARTS:
            return False
        if tokens[verb] in DENYING:
            return bool(CLAIMS & set(tokens[verb + 1 : min(at, verb + SOON)]))
    return False


def is_same_word(act: str, other: str) -> bool:
    """Whether two acts are told by forms of one word."""
    return bool(act) and root(act.lower()) == root(other.lower())


def is_opposite(clause: str, act: str, other: str) -> bool:
    """Whether another wording has the word of an act, and says no where its clause says yes, or the reverse; or tells only what undoes it."""
    if is_undone(act, other):
        return True
    one = says_no(clause, act)
    return one is not None and says_no(other, act) is (not one)


@lru_cache(maxsize=1 << 14)
def is_undone(act: str, other: str) -> bool:
    """Whether a wording has a word for what undoes an act, and none for the act: "shut", and "reopened the port"."""
    own = root(act.lower())
    pairs = [(ours, theirs) for ours, theirs in undoing() if own in ours]
    said = {root(token.lower()) for token in WORD.findall(other)} if pairs else set()
    return any(said & theirs and not said & ours for ours, theirs in pairs)


@cache
def undoing() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words that undo each other, both ways, as their roots."""
    sides = [[frozenset(map(root, side.split())) for side in pair] for pair in UNDONE]
    return tuple(way for one, two in sides for way in ((one, two), (two, one)))


def other_rescuers(clause: str, act: str, other: str, other_act: str) -> bool:
    """Whether one tells that those whom it befell did it themselves, the other that it was done by others."""
    one, two = done_by(clause, act), done_by(other, other_act)
    return {one, two} == {"themselves", "others"}


@lru_cache(maxsize=1 << 14)
def done_by(clause: str, act: str) -> str | None:
    """By whom an act was done, as far as the words right behind it tell: "freed themselves", "freed by soldiers"."""
    near = clause.partition(act)[2].split()[:AFTER] if act else []
    if not near:
        return None
    if SELF.match(near[0]):
        return "themselves"
    return "others" if "by" in near else None


def is_another(clause: str, act: str) -> bool:
    """Whether an act is told as one more of its kind: "a second call", "another meeting", "spoke again"."""
    return bool(act) and may_tell_another(clause) and one_more_of(act).search(clause) is not None


@lru_cache(maxsize=1 << 14)
def may_tell_another(clause: str) -> bool:
    """Whether a clause has any words for one more of a kind: few have, and a pattern for each act takes long to make."""
    return ANY_MORE.search(clause) is not None


@lru_cache(maxsize=4096)
def one_more_of(act: str) -> re.Pattern[str]:
    """The forms that tell one more act of a word."""
    word = re.escape(act)
    more = rf"\b(?:{KINDS})\s+(?:round\s+of\s+)?(?:[\w-]+\s+){{0,2}}?{word}\b|\b{word}{AGAIN}"
    return re.compile(more, re.IGNORECASE)
