"""What a dealing is about, in the words of its texts: a short phrase that can be read alone."""

import re
from collections.abc import Iterable, Sequence

from tidings.grammar.events.echoed import echoed, is_echo
from tidings.grammar.events.story import Member
from tidings.model import Span
from tidings.text.quoted import balanced

__all__ = ["about_of", "has_topic", "is_named_only", "is_only_broken", "is_thin", "points_back", "says_behind", "tidy"]

LONGEST = 90  # characters of an "about"
CLAUSE = 7  # rank of the clause that tells it
POOR = 5  # rank from which a topic points back or is the whole clause
EMPTY = re.compile(
    r"(?:all |just |only )?(?:it|that|this|these|those|them|him|her|he|she|they|we|us|i|you|there|what|which|who|one|some|any|"
    r"everything|something|anything|nothing|nobody|everybody|everyone|one thing|the same|so|"
    r"(?:his|her|its|their|the) names?|both (?:\w+)|the (?:two )?(?:parties|sides))",
    re.I,
)
ANAPHOR = re.compile(
    r"(?:the|this|that|these|those|such|any|his|her|its|their) (?:\w+ )?"
    r"(?:accusations?|allegations?|claims?|conditions?|counter-?(?:offer|proposal)s?|deal|demands?|document|idea|"
    r"information|invitation|news|offers?|plan|proposals?|reports?|requests?|requirements?|suggestion|ultimatum)"
    r"(?: (?:(?:late |early |last )?(?:on )?\w+day(?: (?:morning|evening|night|afternoon))?|yesterday|today|at once))?",
    re.I,
)
CONTENT = re.compile(r"[^\W_]+(?:[-.,’'][^\W_]+)*")
CLITIC = re.compile(r"(?:['’]?s|['’](?:re|ve|ll|d|t|m))\s", re.I)
LEAST = 2  # words with a meaning of their own from which a phrase tells alone what it is about
FUNCTION = re.compile(
    r"an?|the|this|that|these|those|such|any|some|all|both|each|other|another|of|to|for|from|with|without|by|in|on|at|as|into|onto|"
    r"over|under|and|or|but|not|no|his|her|its|their|our|your|my|it|he|she|they|we|him|them|us|who|which|what|is|are|was|were|be|"
    r"been|being|has|have|had|do|does|did|so|will|would|should|may|might|can|could|must"
)
STOP = re.compile(r"[;:.]|,\s(?:an?|the)\s|\b(?:when|while|after|before|since|because|who|which)\b")
KNOWN = re.compile(r"\b(?:the|that|this|these|those|such) (?:[\w-]+ )?$", re.I)
# A promise that is only named as what somebody did of it: "broke its promise within a week"
BROKEN = re.compile(
    r"\b(?:broke|broken|breaks|breaking|kept|keeps|keeping|honou?r(?:ed|s|ing)|reneg(?:ed|es|ing) on|(?:went|gone|goes) back on|fulfil(?:led|s)|(?:made|makes) good on) "
    r"(?:its|his|her|their) (?:\w+ )?(?:promises?|pledges?|words?|vows?)\b(?! (?:to|of|that)\b)"
)
NEAR = 30  # characters: "the latest "
OWNER = re.compile(r"\s(?:of|by|from)\s")  # "the request of the Chilean side"
OF_NAME = re.compile(r"\b(?:as|for|of|in|to)\b")  # "offered Faro as a venue", "asked the resignation of Ruiz"
LEADING = re.compile(
    r"(?:and|but|that|when|while|as|if|because|since|although|though|after|before|where|otherwise)\b[ ,]*", re.I
)
WEAK_END = re.compile(
    r"[\s,;:–—-]+(?:(?:and|or|but|for|of|to|with|the|a|an|in|on|at|by|as|that|which|who)\b)?\s*$", re.I
)


def points_back(topic: str) -> bool:
    """Whether a topic only names what was asked or said before: "the demand", "this proposal"."""
    return ANAPHOR.fullmatch(topic) is not None


def about_of(members: Sequence[Member]) -> str:
    """What it is about: the fullest topic that its tellings name, else what was said, else the clause that tells it."""
    found = [(rank, -m.mention.confidence, text) for m in members for rank, text in topics(m) if text]
    best = min(found)[-1] if found else ""
    if is_thin(best):
        return min((f for f in found if f[0] == CLAUSE and not is_thin(f[-1])), default=(0, 0.0, best))[-1]
    return best


def is_thin(words: str) -> bool:
    """Whether a phrase says too little alone: fewer than two words with a meaning of their own, or the tail of a word before it."""
    told = [w for w in CONTENT.findall(words.lower()) if not FUNCTION.fullmatch(w)]
    return len(told) < LEAST or CLITIC.match(words) is not None


def has_topic(members: Iterable[Member]) -> bool:
    """Whether one of the tellings names what it is about by more than a word that points back."""
    return any(rank < POOR for m in members for rank, _ in topics(m))


def says_behind(members: Iterable[Member]) -> bool:
    """Whether a clause tells behind the act what is offered or asked, though nothing of it is a topic: "offered Faro as a venue"."""
    for m in members:
        text, at, clause = m.reading.document.text, m.mention.trigger, m.mention.clause
        behind = STOP.split(text[at.end : clause.end], maxsplit=1)[0]
        told = [w for w in CONTENT.findall(behind) if (w.islower() or w[0].isdigit()) and not FUNCTION.fullmatch(w)]
        names = any(word[:1].isupper() for word in behind.split())
        if not told or (names and OWNER.match(behind)):
            continue
        if len(told) >= LEAST or (names and OF_NAME.search(behind)):
            return True
    return False


def is_named_only(members: Sequence[Member]) -> bool:
    """Whether every telling only names it as known: "bowed to the demand on Thursday", "the offer no longer stands"."""
    before = (m.reading.document.text[: m.mention.trigger.start][-NEAR:] for m in members)
    return not has_topic(members) and (all(KNOWN.search(words) for words in before) or not says_behind(members))


def is_only_broken(members: Sequence[Member]) -> bool:
    """Whether every telling names a promise only to say that it was broken or kept: what it was, another clause tells."""
    texts = ((m.reading.document.text, m.mention) for m in members)
    said = [text[e.clause.start : max(e.clause.end, e.trigger.end + NEAR)] for text, e in texts]
    return bool(said) and not has_topic(members) and all(BROKEN.search(words) for words in said)


def topics(member: Member) -> list[tuple[int, str]]:
    """The phrases that may say what a telling is about, with how poor each is."""
    mention, text = member.mention, member.reading.document.text
    found = [(CLAUSE, phrase(text, mention.clause))]
    source = echoed(member.reading, mention)
    if source is not None and source.about is not None:
        found.append((1, phrase(text, source.about)))
    elif mention.about is not None:
        to = text[max(0, mention.about.start - 3) : mention.about.start] == "to "
        words = phrase(text, mention.about)
        words = f"to {words}" if to and is_name(words) else words
        poor = (
            8
            if EMPTY.fullmatch(words) or is_name(words) or is_echo(words, "")
            else 5
            if ANAPHOR.fullmatch(words)
            else 2 * (" " not in words)
        )
        found.append((poor + (words.endswith("…")), words))
    said = None if mention.quote is None else member.reading.quotes[mention.quote]
    if said is not None and said.cue is not None and said.cue.meets(mention.trigger) and said.content:
        found.append((4, phrase(text, max(said.content, key=len_of))))  # "if it fell, she warned, ships would come"
    return found


def len_of(span: Span) -> int:
    """The length of a span."""
    return span.end - span.start


def is_name(words: str) -> bool:
    """Whether it is one capitalised word, which names a party or place and no matter."""
    return " " not in words and words[:1].isupper()


def phrase(text: str, span: Span) -> str:
    """The words of a span as a phrase, cut where they are many."""
    words = " ".join(text[span.start : span.end].split())
    if len(words) > LONGEST:
        words = WEAK_END.sub("", words[:LONGEST].rsplit(" ", 1)[0])
        return tidy(words) + " …"
    return tidy(words)


def tidy(words: str) -> str:
    """The words without a conjunction before them and without quote marks that have no partner."""
    words = balanced(words.strip(" ,;:.–—"))
    bare = LEADING.sub("", words, count=1)
    words = bare if bare and LEADING.match(words) else words
    return WEAK_END.sub("", balanced(words)).strip(" ,;:.") or words
