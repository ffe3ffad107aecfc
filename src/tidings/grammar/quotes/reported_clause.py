"""How far what a cue reports reaches: the clause after it, before it or around it, an infinitive, a noun phrase."""

from collections.abc import Sequence

from tidings.grammar.quotes.addressees import infinitive
from tidings.grammar.quotes.asked_first import asker_of
from tidings.grammar.quotes.clause_around import clause_around
from tidings.grammar.quotes.clause_end import LOSE_BEFORE, cut, reach, trimmed
from tidings.grammar.quotes.nothing_before import asked_alone, says_only, says_yes
from tidings.grammar.quotes.others_words import somebody_elses
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.reporting import Cue
from tidings.grammar.tree import child, children, sentence_of, subtree
from tidings.grammar.verbs import FINITE
from tidings.lexicon.calendar import calendar_words
from tidings.model import Analysis, Span

__all__ = ["reported"]

LEAST_PHRASE = 4  # tokens: "demanded the release of the crew", not "demanded money"
PREPOSITIONS = ("for", "of", "about", "against", "on")
NEAR_THAT = 3  # tokens from the verb to its "that"
FAR_THAT = 16  # past where, to whom and on what occasion
DAYS = frozenset({"day", "week", "month", "year", "evening", "morning", "afternoon", "tomorrow"})


def reported(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """The content of a cue by syntax: () where the tree shows none."""
    frames = cue.reporter.frames
    if asker_of(analysis, cue.verb) is not None:
        return question_after(analysis, cue, pieces)
    if "that" in frames and (found := clause_after(analysis, cue, pieces)):
        return found
    if "that" in frames and (found := plain_that(analysis, cue, pieces)):
        return found
    if found := infinitive_after(analysis, cue, pieces):
        return found
    if found := phrase_after(analysis, cue, pieces):
        return found
    around = (
        "that" in frames
        and (cue.reporter.strength >= 0.8 or cue.reporter.kind == "think")
        and not says_only(analysis, cue)
        and not asked_alone(analysis, cue)
    )
    return clause_around(analysis, cue, pieces) if around else ()


def clause_after(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """ "X said (that) …": the finite clause that hangs on the verb and follows it."""
    clauses = list(children(analysis, cue.verb, "ccomp", "xcomp", "relcl", "acl"))
    if " " in cue.reporter.lemma:  # "made clear that": a parse hangs the clause on the second word
        for c in children(analysis, cue.verb, "acomp", "oprd", "ccomp"):
            clauses += children(analysis, c, "ccomp")
    for clause in clauses:
        if clause < cue.verb or not finite(analysis, clause):
            continue
        below = [k for k in subtree(analysis, clause) if k > cue.verb]
        first = max(below[0], that_of(analysis, clause, cue.verb))
        if somebody_elses(analysis, cue.verb, first):
            return ()
        if any(analysis.tokens[k].text == ";" for k in range(cue.verb + 1, first + 1)):
            continue  # "…, she claimed; “No,” retorted X"
        while first < below[-1] and opens_clause(analysis, first):
            first += 1
        last = cut(analysis, cue, first, reach(analysis, cue, clause, below[-1], pieces), pieces)
        return () if says_yes(analysis, cue.verb, first) else trimmed(analysis, first, last, pieces)
    return ()


def question_after(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """ "Asked by X if …, Y said": the clause that X asks."""
    clauses = [c for c in children(analysis, cue.verb, "ccomp", "advcl", "xcomp") if c > cue.verb]
    if not clauses:
        return ()
    below = subtree(analysis, clauses[0])
    opens = analysis.tokens[below[0]]
    asks = opens.text.lower() in {"if", "whether"} or opens.tag in {"WP", "WDT", "WRB", "WP$"}
    return trimmed(analysis, below[0], below[-1], pieces) if asks and below[0] > cue.verb else ()


def that_of(analysis: Analysis, clause: int, verb: int) -> int:
    """The "that" that opens a clause behind an aside which a parse hangs into it: "reported, citing the heat, that …"; -1
    where it has none."""
    marks = [k for k in children(analysis, clause, "mark") if verb < k < clause]
    return next((k for k in marks if analysis.tokens[k].text.lower() == "that"), -1)


def plain_that(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """What follows a "that" close behind the verb, to the sentence's end, where the parse shows no clause."""
    end = sentence_of(analysis, cue.verb)[1]
    aside = {k for prep in children(analysis, cue.verb, "prep", "dative") for k in subtree(analysis, prep)}
    aside = {k for k in aside if analysis.tokens[k].pos not in {"VERB", "AUX"}}
    aside |= inserted_after(analysis, cue.verb, end)
    if cue.reporter.lemma == "draw":  # "drew Y's attention to the fact that …"
        aside |= {k for c in children(analysis, cue.verb, "dobj") for k in subtree(analysis, c)}
    for k in range(cue.verb + 1, min(cue.verb + FAR_THAT, end - 2)):
        token = analysis.tokens[k]
        if token.text.lower() == "that" and token.tag in {"IN", "WDT"}:
            if adds_to_noun(analysis, cue.verb, k) or is_object(analysis, k):
                return ()
            if somebody_elses(analysis, cue.verb, k + 1):
                return ()
            return trimmed(analysis, k + 1, cut(analysis, cue, k + 1, end - 1, pieces), pieces)
        spoken_to = cue.addressee is not None and cue.addressee.start <= token.start < cue.addressee.end
        if k in aside or is_fact(analysis, k):  # "recalled in a written reply to X that …"
            continue
        if (
            k - cue.verb > NEAR_THAT
            or token.text in LOSE_BEFORE
            or (token.pos in {"VERB", "AUX", "NOUN", "PROPN", "PRON"} and not spoken_to)
        ):
            break
    return ()


def adds_to_noun(analysis: Analysis, verb: int, that: int) -> bool:
    """Whether a "that" tells more of a noun of the occasion, where what is said stands before: "…, X said at a dinner that cost …"."""
    told = any(c < verb for c in children(analysis, verb, "ccomp"))
    return told and analysis.tokens[analysis.tokens[that].head].dep == "relcl"


def is_object(analysis: Analysis, that: int) -> bool:
    """Whether a "that" is the object of a clause that tells which thing a noun before it is: "after a vote that the court had
    banned"."""
    clause = analysis.tokens[analysis.tokens[that].head]
    hangs = clause.dep in {"relcl", "acl"} and analysis.tokens[that - 1].pos == "NOUN" and clause.head == that - 1
    return hangs and analysis.tokens[that].dep in {"dobj", "pobj"}


def is_fact(analysis: Analysis, i: int) -> bool:
    """Whether a token only leads up to "the fact that …": "drew attention to the fact that", "reproached X with the fact that"."""
    tokens = analysis.tokens
    if tokens[i].text.lower() == "fact":
        return i + 1 < len(tokens) and tokens[i + 1].text.lower() == "that"
    ahead = [tokens[k].text.lower() for k in range(i + 1, min(len(tokens), i + 4))]
    leads = tokens[i].text.lower() in {"the", "to", "with", "on", "about", "attention"}
    return leads and "fact" in ahead


def inserted_after(analysis: Analysis, verb: int, end: int) -> set[int]:
    """The tokens of an aside between commas right behind the verb, before "that": "reported, citing the mayor, that …"."""
    hearer = verb + 1 < end and analysis.tokens[verb + 1].tag == "PRP"  # "told them, according to X, that …"
    begin = verb + 1 + hearer
    if begin >= end or analysis.tokens[begin].text != ",":
        return set()
    for k in range(begin + 2, min(verb + FAR_THAT, end - 2)):
        if analysis.tokens[k].text == "," and analysis.tokens[k + 1].text.lower() == "that":
            return set(range(begin, k + 1))
    return set()


def opens_clause(analysis: Analysis, i: int) -> bool:
    """Whether the token only leads into the reported clause: "that", a comma, a colon."""
    token = analysis.tokens[i]
    return (token.text.lower() == "that" and token.tag != "DT") or token.text in LOSE_BEFORE


def finite(analysis: Analysis, clause: int) -> bool:
    """Whether the clause has a subject and a verb in a finite form: what can be reported."""
    if infinitive(analysis, clause):
        return False
    if child(analysis, clause, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is None:
        return False
    forms = {analysis.tokens[c].tag for c in children(analysis, clause, "aux", "auxpass", "cop")}
    token = analysis.tokens[clause]
    marked = child(analysis, clause, "mark") is not None
    return bool(FINITE & {token.tag, *forms}) or token.tag == "VB" or marked


def infinitive_after(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """ "urged Y to …", "called on Y to …", "promised to …": from "to" on."""
    frames = cue.reporter.frames
    past = [c for c in children(analysis, cue.verb, "xcomp", "ccomp") if c > cue.verb and have_done(analysis, c)]
    if past and "that" in frames and cue.reporter.kind == "say":
        below = subtree(analysis, past[0])
        return trimmed(analysis, below[0], cut(analysis, cue, below[0], below[-1], pieces), pieces)
    if not frames & {"to", "obj-to", "on-to", "to-to", "with-to"}:
        return ()
    for clause in children(analysis, cue.verb, "xcomp", "ccomp", "advcl", "acl"):
        if clause < cue.verb or not infinitive(analysis, clause):
            continue
        subject = child(analysis, clause, "nsubj", "nsubjpass")
        spoken_to = subject is not None or cue.addressee is not None
        if not spoken_to and "to" not in frames:
            continue
        if analysis.tokens[clause].dep == "advcl" and not frames & {"on-to", "to-to", "obj-to"}:
            continue
        below = subtree(analysis, clause)
        to = min(c for c in children(analysis, clause, "aux") if analysis.tokens[c].tag == "TO")
        neg = [c for c in children(analysis, clause, "neg") if c < to]
        last = cut(analysis, cue, to, reach(analysis, cue, clause, below[-1], pieces), pieces)
        return trimmed(analysis, min([to, *neg]), last, pieces)
    return ()


def phrase_after(analysis: Analysis, cue: Cue, pieces: Sequence[Quoted]) -> tuple[Span, ...]:
    """ "called for …", "warned of …", "demanded …": the noun phrase that is asked for or warned of."""
    frames = cue.reporter.frames
    for prep in children(analysis, cue.verb, "prep"):
        word = analysis.tokens[prep].text.lower()
        below = child(analysis, prep, "pobj", "pcomp")
        doing = below is not None and (analysis.tokens[below].tag == "VBG" or having(analysis, below))
        accused = "accuse" in frames and word == "of" and doing
        if below is not None and accused and prep > cue.verb:
            inside = subtree(analysis, below)
            return trimmed(analysis, inside[0], reach(analysis, cue, below, inside[-1], pieces), pieces)
        if word in PREPOSITIONS and word in frames and below is not None and follows(analysis, cue, prep):
            inside = subtree(analysis, below)
            if cue.reporter.lemma == "ask" and len(inside) < LEAST_PHRASE:
                continue
            if cue.negated or len(inside) < 2 or is_day(analysis, below):
                continue
            last = cut(analysis, cue, inside[0], reach(analysis, cue, below, inside[-1], pieces), pieces)
            return trimmed(analysis, inside[0], before_which(analysis, inside[0], last), pieces)
    thing = child(analysis, cue.verb, "dobj")
    counted = "num" in frames and thing is not None and counts(analysis, thing)
    if ("np" in frames or counted) and thing is not None and thing > cue.verb and thing != cue.addressee_head:
        inside = subtree(analysis, thing)
        if len(inside) < LEAST_PHRASE:
            return ()
        last = cut(analysis, cue, inside[0], reach(analysis, cue, thing, inside[-1], pieces), pieces)
        return trimmed(analysis, inside[0], before_which(analysis, inside[0], last), pieces)
    return ()


def is_day(analysis: Analysis, i: int) -> bool:
    """Whether a noun is for when, not for what: "the concert that they billed for Thursday"."""
    token = analysis.tokens[i]
    return token.lemma.lower() in DAYS or (token.pos == "PROPN" and token.text.lower() in calendar_words())


def before_which(analysis: Analysis, first: int, last: int) -> int:
    """The last token before what a report adds to the thing: "demanded a new inquiry, which the mayor has turned down"."""
    tokens = analysis.tokens
    return next(
        (k - 1 for k in range(first + LEAST_PHRASE - 1, last) if tokens[k].text == "," and tokens[k + 1].tag == "WDT"),
        last,
    )


def having(analysis: Analysis, verb: int) -> bool:
    """Whether a verb stands behind "having": "accused of having lied"."""
    return any(analysis.tokens[c].text.lower() == "having" for c in children(analysis, verb, "aux"))


def have_done(analysis: Analysis, clause: int) -> bool:
    """Whether an infinitive tells what is past, which one can only tell: "claims to have seen it"."""
    aux = [analysis.tokens[c].text.lower() for c in children(analysis, clause, "aux", "auxpass")]
    return "to" in aux and "have" in aux and analysis.tokens[clause].tag in {"VBN", "VBD"}


def counts(analysis: Analysis, i: int) -> bool:
    """Whether the noun is counted or is a number: "reported seven dead"."""
    return analysis.tokens[i].tag == "CD" or child(analysis, i, "nummod") is not None


def follows(analysis: Analysis, cue: Cue, prep: int) -> bool:
    """Whether the preposition comes right after the verb, but for adverbs and who is spoken to."""
    for k in range(cue.verb + 1, prep):
        token = analysis.tokens[k]
        spoken_to = cue.addressee is not None and cue.addressee.start <= token.start < cue.addressee.end
        if not spoken_to and token.dep not in {"advmod", "prt", "npadvmod"}:
            return False
    return prep > cue.verb
