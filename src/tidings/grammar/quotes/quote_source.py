"""Which cue a quoted stretch belongs to: the verb behind it, before it, or above it in the tree."""

from collections.abc import Mapping
from dataclasses import replace

from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.relays import QUOTING, quoted_as
from tidings.grammar.quotes.reporting import Cue, party
from tidings.grammar.quotes.reporting_verbs import saying_nouns
from tidings.grammar.quotes.subject_behind import subject_behind
from tidings.grammar.tree import child, children, sentence_of, tokens_in
from tidings.grammar.verbs import FINITE
from tidings.model import Analysis

__all__ = [
    "beside",
    "cue_above",
    "cue_after",
    "cue_before",
    "is_governed",
    "is_utterance",
    "names_something",
    "noun_above",
]

FAR = 30  # tokens
NEXT = 2  # tokens from the closing mark to a verb right behind it, a comma between
TERMINAL = frozenset(".!?…")
QUALIFIES = frozenset({"qualify", "treat", "tax"})  # "of “…”", as Romance tongues have it
NAMING = frozenset({"call", "dub", "label", "brand", "term"})
ENDS = frozenset(",.!?…")
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "nor",
        "with",
        "by",
        "from",
        "as",
        "is",
        "vs",
    ]
)


def cue_after(analysis: Analysis, piece: Quoted, cues: Mapping[int, Cue], limit: int) -> Cue | None:
    """The cue that follows the closing mark: “…,” X said; “…” – said X. `limit` is the paragraph's end."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.outer)
    if tokens[inside[0] - 1].text.lower() == "as" and tokens[inside[0] - 2].tag in FINITE and inside[0] - 2 in cues:
        return None  # what the mayor described as “a trap”, and asked …
    ended = analysis.tokens[inside[-1]].text[-1:] in TERMINAL or tokens[inside[-1] - 1].text[-1:] in "."
    for k in range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + FAR)):
        token = tokens[k]
        abbreviated = token.text == "." and k + 1 < len(tokens) and tokens[k + 1].text == ")"  # "(N-Lund.)"
        stops = len(token.text) == 1 and token.text in ".!?;" and not abbreviated
        if token.start >= limit or stops or token.tag in {"``", "WRB"}:  # “stand firm” that night, when X said
            return None
        cue = cues.get(k)
        if cue is not None and token.tag == "VBN" and tokens[min(k + 1, len(tokens) - 1)].text.lower() in {"as", "by"}:
            continue  # "X was quoted as saying"
        if cue is not None and saying_behind(analysis, k):
            continue  # "X cited Y as saying"
        if cue is not None and token.tag == "VBG" and quoted_as(analysis, k) is not None:
            return None if ended and own_content_after(analysis, cue) else cue
        if cue is not None and token.tag in FINITE | {"VBN", "VBG"} and cue.reporter.kind != "think":
            if token.tag == "VBG" and k - inside[-1] > 4:
                return None
            if token.tag == "VBN" and child(analysis, k, "aux") is None and cue.source is None:
                return cue if k - inside[-1] <= NEXT and subject_behind(analysis, cue) is not cue else None
            if shows_else(analysis, piece, k):
                return None
            if tokens[inside[-1] + 1].text == ":" and own_content_after(analysis, cue):
                return None  # which X called “a trap”: he said …
            if tokens[k - 1].text == "," and tokens[min(k + 1, len(tokens) - 1)].text.lower() == "that":
                return None  # spoke of “…”, said that …
            return None if ended and own_content_after(analysis, cue) else cue
        if token.tag in FINITE and not side_clause(analysis, k) and token.dep not in {"aux", "auxpass"}:
            return None
        if (
            k == inside[-1] + 1
            and token.pos in {"ADP", "CCONJ", "SCONJ"}
            and not ended
            and token.text.lower() not in {"as"}
        ):
            return None
    return None


def saying_behind(analysis: Analysis, verb: int) -> bool:
    """Whether it is "as saying" behind a verb of quoting that the words belong to: "the agency cited the mayor as saying"."""
    below = (c for prep in children(analysis, verb, "prep") for c in children(analysis, prep, "pcomp"))
    return analysis.tokens[verb].lemma.lower() in QUOTING and any(quoted_as(analysis, c) is not None for c in below)


def shows_else(analysis: Analysis, piece: Quoted, verb: int) -> bool:
    """Whether the verb behind the words tells something else, in a clause that says when or why: "was called a “crook” as
    a letter showed he knew"."""
    tokens = analysis.tokens
    mark = child(analysis, verb, "mark")
    return (
        mark is not None
        and tokens[mark].text.lower() in {"as", "after", "while", "because"}
        and tokens_in(analysis, piece.outer)[-1] < mark
        and any(c > verb for c in children(analysis, verb, "ccomp"))
    )


def beside(analysis: Analysis, cue: Cue, piece: Quoted) -> Cue:
    """The cue with the noun phrase between mark and verb, or right behind the verb, as its source where it has none."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.outer)
    if cue.verb - inside[-1] <= NEXT and (found := subject_behind(analysis, cue)) is not cue:
        return found
    if cue.source_head is not None:
        return cue
    between = [k for k in range(inside[-1] + 1, cue.verb) if tokens[k].pos in {"NOUN", "PROPN", "PRON"}]
    head = between[-1] if between else None
    while head is not None and tokens[head].dep == "appos" and tokens[head].head in between:
        head = tokens[head].head  # “…,” Ann Ivers, the mayor, said
    end = sentence_of(analysis, cue.verb)[1]
    k = cue.verb + 1
    while (
        head is None and k < min(end, cue.verb + 12) and tokens[k].pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP"}
    ):
        dated = tokens[k].ent in {"DATE", "TIME"}  # "replied on Thursday the minister"
        if (
            not dated
            and tokens[k].pos in {"NOUN", "PROPN", "PRON"}
            and (k + 1 == end or tokens[k + 1].pos not in {"NOUN", "PROPN"})
        ):
            head = k
        k += 1
    return cue if head is None else replace(cue, source=party(analysis, head), source_head=head)


def own_content_after(analysis: Analysis, cue: Cue) -> bool:
    """Whether the cue reports something that follows it: a clause, or other words in quote marks."""
    tokens, end = analysis.tokens, sentence_of(analysis, cue.verb)[1]
    marks = (k for k in range(cue.verb + 2, end) if tokens[k].tag == "``")
    return any(tokens[k - 1].pos in {"NOUN", "PROPN", "ADP"} and k - 1 != cue.source_head for k in marks) or any(
        analysis.tokens[c].dep in {"ccomp", "xcomp"} or analysis.tokens[c].text == ":"
        for c in analysis.children[cue.verb]
        if c > cue.verb
    )


def side_clause(analysis: Analysis, i: int) -> bool:
    """Whether the verb stands in a relative clause or a participle's: "X, who leads the party, said"."""
    token = analysis.tokens[i]
    return token.dep in {"relcl", "acl"} or (
        token.dep in {"aux", "auxpass", "conj"} and analysis.tokens[token.head].dep in {"relcl", "acl"}
    )


def cue_before(analysis: Analysis, piece: Quoted, cues: Mapping[int, Cue], begin: int) -> Cue | None:
    """The cue that leads up to the opening mark: X said: “…”; X told Y that “…”. `begin` is the paragraph's start."""
    tokens = analysis.tokens
    first = tokens_in(analysis, piece.outer)[0]
    colon = first > 0 and tokens[first - 1].text == ":"  # "denied a report that a bomb had been found: “…”"
    for k in range(first - 1, max(-1, first - 1 - FAR), -1):
        token = tokens[k]
        if token.start < begin or token.text in {".", "!", "?", ";"} or token.tag == "''":
            return None
        cue = cues.get(k)
        if cue is not None and not (
            colon and token.dep != "ROOT" and (cue.source is None or cue.reporter.kind == "think")
        ):
            return cue
        if token.tag in FINITE and not side_clause(analysis, k) and token.dep not in {"aux", "auxpass"}:
            return None
    return None


def cue_above(analysis: Analysis, piece: Quoted, cues: Mapping[int, Cue]) -> Cue | None:
    """The reporting verb above the quoted words in the tree: “thanked Y for “…””, “noted “the …””."""
    inside = tokens_in(analysis, piece.span)
    for head in path_up(analysis, piece):
        if (cue := cues.get(head)) is not None:
            parted = any(analysis.tokens[k].text == ";" for k in range(inside[-1] + 1, head))
            return None if parted else cue  # "gave it as “…”; another called it a trap"
    return None


def path_up(analysis: Analysis, piece: Quoted) -> list[int]:
    """Tokens above the quoted words, nearest first, as far as their own clause goes; a subject's verb is not above it."""
    inside = tokens_in(analysis, piece.span)
    tokens = analysis.tokens
    tops = [k for k in inside if tokens[k].head not in inside and tokens[k].pos != "PUNCT"]
    found: list[int] = []
    i = tops[0] if tops else None
    while i is not None and len(found) < 9:
        head = tokens[i].head
        if head == i or tokens[i].dep in {"nsubj", "nsubjpass", "csubj"}:
            break
        if head not in inside and not is_beside(analysis, i, head):
            found.append(head)
        own = tokens[head].tag in FINITE and child(analysis, head, "nsubj", "nsubjpass") is not None
        if own and tokens[head].dep not in {"ccomp", "relcl", "advcl"}:
            break
        i = head
    return found


def is_beside(analysis: Analysis, clause: int, head: int) -> bool:
    """Whether a clause with a "that" of its own stands beside the clause that a parse joins it to, below one verb of saying:
    "said that the firm had offered a rise and that “…”"."""
    tokens = analysis.tokens
    mark = child(analysis, clause, "mark")
    opened = mark is not None and tokens[mark].text.lower() == "that"
    return opened and tokens[clause].dep == "conj" and tokens[head].dep == "ccomp" and head < clause


def noun_above(analysis: Analysis, piece: Quoted) -> tuple[int, int] | None:
    """A reporting noun above the quoted words, and its owner: "his promise of “…”"."""
    for head in path_up(analysis, piece)[:4]:
        if analysis.tokens[head].lemma.lower() in saying_nouns():
            owner = child(analysis, head, "poss")
            if owner is not None:
                return head, owner
    return None


def names_something(analysis: Analysis, piece: Quoted) -> bool:
    """Whether words in marks are a title in capitals, or a nickname between the parts of a name."""
    tokens = analysis.tokens
    inside = tokens_in(analysis, piece.outer)
    spoken = [tokens[k] for k in tokens_in(analysis, piece.span) if tokens[k].pos not in {"PUNCT", "SPACE"}]
    before, after = tokens[max(0, inside[0] - 1)], tokens[min(len(tokens) - 1, inside[-1] + 1)]
    if before.pos == after.pos == "PROPN" and before.sentence == after.sentence and len(spoken) < 3:
        return True
    big = [t.text[:1].isupper() or t.text.lower() in SMALL or t.text in {"'s", "’s", "-"} for t in spoken]
    return len(spoken) > 1 and all(big) and spoken[0].text[:1].isupper() and not any(t.tag in FINITE for t in spoken)


def governor(analysis: Analysis, piece: Quoted) -> int | None:
    """The token right above the words in marks."""
    inside = tokens_in(analysis, piece.outer)
    tops = [k for k in inside if analysis.tokens[k].head not in inside and analysis.tokens[k].pos != "PUNCT"]
    return analysis.tokens[tops[0]].head if tops else None


def is_governed(analysis: Analysis, piece: Quoted) -> bool:
    """Whether words in marks hang on a preposition, as a title does: "a series on “…”", "the inclusion of it in “…”"."""
    above = governor(analysis, piece)
    return (
        above is not None and analysis.tokens[above].pos == "ADP" and analysis.tokens[above].text not in {"as", "for"}
    )


def is_complement(analysis: Analysis, piece: Quoted, verb: int) -> bool:
    """Whether the words in marks are what a verb calls something: "called it “…”", "described it as “…”"."""
    above = governor(analysis, piece)
    if above == verb:
        return not is_adverbial(analysis, piece)
    if above is None or analysis.tokens[above].head != verb:
        return False
    names = analysis.tokens[verb].lemma.lower() in NAMING and analysis.tokens[above].dep in {"dobj", "nsubj"}
    of = analysis.tokens[above].text == "of" and analysis.tokens[verb].lemma.lower() in QUALIFIES
    return names or of or analysis.tokens[above].text == "as"


def is_adverbial(analysis: Analysis, piece: Quoted) -> bool:
    """Whether words in marks only tell how, when or where: "had responded “in the strongest terms”"."""
    inside = tokens_in(analysis, piece.outer)
    top = next((k for k in inside if analysis.tokens[k].head not in inside and analysis.tokens[k].pos != "PUNCT"), None)
    if top is None or analysis.tokens[top].text.lower() == "as":
        return False
    return analysis.tokens[top].dep in {"prep", "advmod", "npadvmod", "advcl", "mark"}


def is_utterance(analysis: Analysis, piece: Quoted, text: str) -> bool:
    """Whether the quoted words are a sentence of their own, not a term, a title or a nickname."""
    inside = tokens_in(analysis, piece.span)
    spoken = [analysis.tokens[k] for k in inside if analysis.tokens[k].pos not in {"PUNCT", "SPACE"}]
    if len(spoken) < 3:
        return False
    words = [t.text for t in spoken]
    stop = text[piece.span.start : piece.span.end].rstrip("\"'”’»“ ")[-1:]  # what is quoted inside may end the words
    ended = stop in ENDS or text[piece.outer.end : piece.outer.end + 1] in {",", "."} or begins_anew(analysis, piece)
    big = sum(w[:1].isupper() or w.lower() in SMALL for w in words)
    capitals = sum(w[:1].isupper() for w in words)
    if big == len(words) and len(words) < 12 and (stop not in ".!?" or capitals >= 3):
        return False
    finite = any(t.tag in FINITE for t in spoken)
    return finite and ended and (words[0][:1].isupper() or words[0][:1].isdigit() or len(spoken) >= 8)


def is_sentence(analysis: Analysis, piece: Quoted, text: str) -> bool:
    """Whether the words in marks are a sentence by themselves, be it without a verb: “Theft in broad daylight.”"""
    inside = tokens_in(analysis, piece.outer)
    opens = sentence_of(analysis, inside[0])[0] >= inside[0] or analysis.tokens[inside[0] - 1].text in TERMINAL
    ended = text[piece.span.end - 1] in TERMINAL and text[piece.span.start].isupper()
    return opens and ended and not names_something(analysis, piece)


def begins_anew(analysis: Analysis, piece: Quoted) -> bool:
    """Whether the words in marks open a sentence and go on to another: “No. It is a tax” for the top tenth."""
    inside = tokens_in(analysis, piece.outer)
    first = sentence_of(analysis, inside[0])[0]
    return first >= inside[0] and analysis.tokens[inside[0]].sentence < analysis.tokens[inside[-1]].sentence
