"""Interviews: which paragraphs ask and which answer."""

import re
from collections.abc import Sequence

__all__ = ["turns"]

ASKS = re.compile(
    r"(?:Q|Question|Interviewer|Journalist|Reporter|Correspondent|Host|Moderator|Presenter)(?:\s\([^()]{1,40}\))?\s?[:.–—-]\s",
    re.IGNORECASE,
)
ANSWERS = re.compile(r"(?:A|Answer)\s?[:.–—-]\s", re.IGNORECASE)
LABEL = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]{0,30}(?:\s[^\W\d_a-z][\w.’'-]{0,30}){0,3}):\s")
NOTE = re.compile(
    r"(?:The|This|Our) (?:interview|conversation|transcript)\b.{0,80}\b(?:held|conducted|edited|shortened|condensed|translated)\b"
)
OWN = re.compile(r"\b(?:I|we|We|my|My|our|Our)\b")
YOU = re.compile(r"\b(?:you|You|your|Your)\b")
QUOTED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")
LEAST = 3  # questions that make an interview
# Of the answers, those that say "I", or of the questions, those that say "you": six interviews have .67 and more of the
# one, five of them .5 of the other; a column with questions of its own has .33 and none.
OWN_SHARE, YOUR_SHARE = 0.6, 0.4


def turns(paragraphs: Sequence[str], bold: Sequence[bool] = ()) -> list[str]:
    """For each paragraph "question", "answer" or "": all "" where the text is no interview.

    `bold` says which paragraphs a page sets in bold from end to end: often those that ask.
    """
    said = labelled(paragraphs)
    if said is None:
        said = emboldened(paragraphs, bold) or unlabelled(paragraphs)
        said = said if is_talk(paragraphs, said) else [""] * len(said)
    if said.count("question") < max(LEAST, len(said) / 8) or said.count("answer") < LEAST:
        return [""] * len(paragraphs)
    said = ["" if NOTE.match(p) else turn for p, turn in zip(paragraphs, said, strict=True)]
    first = next(n for n, turn in enumerate(said) if turn == "question")
    for n in range(first + 1, len(said)):
        if not said[n] and said[n - 1] and not NOTE.match(paragraphs[n]):
            said[n] = "answer" if said[n - 1] == "answer" or not paragraphs[n].rstrip().endswith("?") else said[n - 1]
    return said


def labelled(paragraphs: Sequence[str]) -> list[str] | None:
    """Turns by their labels: Q and A, or two to four names that come back, of whom the one who asks ends on "?"."""
    plain = ["question" if ASKS.match(p) else "answer" if ANSWERS.match(p) else "" for p in paragraphs]
    if plain.count("question") >= LEAST and plain.count("answer") >= LEAST:
        return plain
    names = [m["name"] if (m := LABEL.match(p)) else "" for p in paragraphs]
    often = sorted({name for name in names if name and names.count(name) >= LEAST})[:20]
    if not often:
        return None
    asked = {
        name: sum(n == name and p.rstrip(' "”»').endswith("?") for n, p in zip(names, paragraphs, strict=True))
        / names.count(name)
        for name in often
    }
    asking = max(often, key=lambda name: (asked[name], name)) if max(asked.values()) >= 0.5 else None
    if asking is None and plain.count("question") < LEAST:
        return None
    return [
        "" if not name and not turn else turn or ("question" if name == asking else "answer")
        for name, turn in zip(names, plain, strict=True)
    ]


def emboldened(paragraphs: Sequence[str], bold: Sequence[bool]) -> list[str] | None:
    """Turns by bold type, where most paragraphs in bold are questions and most are not in bold."""
    asking = [n for n, heavy in enumerate(bold) if heavy]
    asked = sum(paragraphs[n].rstrip(' "”»').endswith("?") for n in asking)
    if asked < LEAST or asked < len(asking) / 2 or len(asking) > 0.6 * len(paragraphs):
        return None
    return ["question" if bold[n] else "answer" if n > asking[0] else "" for n in range(len(paragraphs))]


def unlabelled(paragraphs: Sequence[str]) -> list[str]:
    """Turns by form: short paragraphs that are a question, each followed by paragraphs that are none."""
    return [
        "question"
        if is_question(p) and n + 1 < len(paragraphs) and not is_question(paragraphs[n + 1])
        else "answer"
        if n and is_question(paragraphs[n - 1])
        else ""
        for n, p in enumerate(paragraphs)
    ]


def is_talk(paragraphs: Sequence[str], said: Sequence[str]) -> bool:
    """Whether two people talk: those who answer say "I", or those who ask say "you". An article that asks and goes on
    to tell what it knows has its own questions, and none of it is anybody's answer."""
    bare = [QUOTED.sub("", p) for p in paragraphs]
    asked = [p for p, turn in zip(bare, said, strict=True) if turn == "question"]
    told = [p for p, turn in zip(bare, said, strict=True) if turn == "answer"]
    spoken = sum(OWN.search(p) is not None for p in told)
    addressed = sum(YOU.search(p) is not None for p in asked)
    return spoken >= OWN_SHARE * len(told) or addressed >= YOUR_SHARE * len(asked)


def is_question(paragraph: str) -> bool:
    """Whether a paragraph asks and quotes nobody."""
    text = paragraph.rstrip()
    return text.endswith("?") and len(text) <= 500 and not text.startswith(("“", '"', "«", "‘"))
