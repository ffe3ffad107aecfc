"""The question before the answer: "Quizzed by the curator if it was old, he replied …" tells what the curator asked, not he."""

from tidings.grammar.quotes.hearable import is_medium
from tidings.grammar.tree import ancestors, child, children, sentence_of
from tidings.grammar.verbs import passive_agent
from tidings.model import Analysis

__all__ = ["answerer_of", "asker_of", "in_question", "is_asked"]

ASKED = frozenset({"ask", "question", "press", "quiz", "challenge"})
PRESS = frozenset({"reporter", "journalist", "correspondent", "interviewer", "press", "media", "newspaper"})


def is_asked(analysis: Analysis, i: int) -> bool:
    """Whether the verb is the participle of who is asked something: "Asked what had changed, he …"; also where a parse
    takes it for a past that opens the sentence."""
    token = analysis.tokens[i]
    if token.lemma.lower() not in ASKED or children(analysis, i, "nsubj", "aux", "auxpass"):
        return False
    first = sentence_of(analysis, i)[0]
    opens = i == first or (i == first + 1 and analysis.tokens[first].text.lower() in {"when", "if", "also"})
    return token.dep == "advcl" and (token.tag == "VBN" or (token.tag == "VBD" and opens))


def asker_of(analysis: Analysis, i: int) -> int | None:
    """Who asks in "Quizzed by the curator whether …": nobody where only the press does."""
    if not is_asked(analysis, i):
        return None
    who = next(iter(passive_agent(analysis, i)), None)
    if who is None or analysis.tokens[who].lemma.lower() in PRESS or is_medium(analysis, who):
        return None
    return who


def in_question(analysis: Analysis, first: int, verb: int) -> bool:
    """Whether a clause that begins at `first` is what the speaker of a verb behind it was asked."""
    above = (first, *ancestors(analysis, first))
    return any(k != verb and k < first < verb and is_asked(analysis, k) for k in above)


def answerer_of(analysis: Analysis, i: int) -> int | None:
    """Who is asked and answers: the subject of the verb that the participle hangs on."""
    return child(analysis, analysis.tokens[i].head, "nsubj")
