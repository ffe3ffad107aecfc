"""Who speaks at a cue: its subject, the agent of a passive, or what a parse has put in another place."""

from tidings.grammar.quotes.occasion_hearers import sent_by
from tidings.grammar.quotes.relays import QUOTING, letter_read, quoted_as
from tidings.grammar.quotes.reporting_verbs import reporter_at
from tidings.grammar.tree import ancestors, child, children, edges, first_conjunct, sentence_of
from tidings.grammar.verbs import BLAMING, TENSED, is_passive, passive_agent, subjects
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["before_bracket", "is_editors", "noun_before", "on_root", "said_beside", "source_of"]

MEANS = frozenset(
    {"telephone", "phone", "radio", "letter", "mail", "e-mail", "email", "post", "message", "text", "fax"}
) | {
    *("sms", "telegram", "cable", "telex", "loudspeaker", "megaphone", "video", "videolink", "link", "whatsapp", "note")
}
TELLS = frozenset({"tell", "ask", "urge", "warn", "assure", "remind", "advise", "order"})


def is_editors(analysis: Analysis, source: int | None) -> bool:
    """Whether a parse takes an editor's note for who speaks in it: "Editor's note: later, Ann Ivers said that …"."""
    owner = None if source is None else child(analysis, source, "poss")
    return owner is not None and analysis.tokens[owner].lemma.lower() == "editor"


def on_root(analysis: Analysis, i: int) -> bool:
    """Whether a past that a parse takes for a participle is its sentence's verb: "Ann Holm, the mayor, called it a trap"."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head]
    behind = any(c > i for c in children(analysis, i, "dobj", "oprd", "ccomp", "xcomp"))
    root = above.dep == "ROOT" and above.pos == "PROPN" and analysis.tokens[i - 1].text == ","
    root = root or (above.dep == "ROOT" and above.pos == "NOUN" and tells_that(analysis, i))
    return (
        token.tag == "VBN" and token.dep == "acl" and root and behind and not children(analysis, i, "agent", "auxpass")
    )


def tells_that(analysis: Analysis, i: int) -> bool:
    """Whether a clause with "that" is what a verb tells: "A source in the port assured to this paper that …"."""
    marks = (child(analysis, c, "mark") for c in children(analysis, i, "ccomp") if c > i)
    return any(k is not None and k > i and analysis.tokens[k].text.lower() == "that" for k in marks)


def before_bracket(analysis: Analysis, source: int | None) -> int | None:
    """The name before a bracket that a parse takes for the subject: "Ann Ivers (N-Lund) said"."""
    if source is None:
        return None
    first = edges(analysis, source)[0]
    for k in range(source, max(0, source - 6), -1):
        if analysis.tokens[k].text == "(":
            return k - 1 if k > 0 and k >= first - 1 and analysis.tokens[k - 1].pos == "PROPN" else source
    return source


def noun_before(analysis: Analysis, i: int) -> int | None:
    """The name or pronoun right before a finite verb and its auxiliaries, where the parse gives it no subject."""
    if analysis.tokens[i].tag not in TENSED and not children(analysis, i, "aux"):
        return None
    k = i - 1
    begin = sentence_of(analysis, i)[0]
    while k > begin and (analysis.tokens[k].pos in {"AUX", "ADV"}):
        k -= 1
    token = analysis.tokens[k]
    personal = token.pos == "PROPN" or token.tag == "PRP"
    return k if begin <= k < i and personal else None


def source_of(analysis: Analysis, i: int) -> int | None:
    """The head token of who speaks: subject, agent of a passive, or the noun that a participle hangs on."""
    if (relayed := quoted_as(analysis, i)) is not None:
        return relayed[0]
    if (stated := stated_in(analysis, i)) is not None:
        return stated
    if (sent := sent_by(analysis, i)) is not None:
        return sent[0]
    if (letter := letter_read(analysis, i)) is not None:
        return letter[0]
    if (message := said_in(analysis, i)) is not None:
        return message
    if on_root(analysis, i):
        return analysis.tokens[i].head
    if is_passive(analysis, i):
        quoted = child(analysis, i, "nsubjpass") if analysis.tokens[i].lemma.lower() in QUOTING else None
        agents = tuple(who for who in passive_agent(analysis, i) if not is_means(analysis, who))
        return quoted if quoted is not None else agents[0] if agents else None
    if (own := joined_before(analysis, i)) is not None:
        return own
    beside = said_beside(analysis, i)
    if beside is None:
        beside = blames_saying(analysis, i)
    found = [s for s in subjects(analysis, i if beside is None else beside) if analysis.tokens[s].dep != "expl"]
    if not found:
        return noun_told_of(analysis, i)
    first = first_conjunct(analysis, i)
    head = found[0] if (person := person_above(analysis, i, found[0], first)) is None else person
    token = analysis.tokens[head]
    if token.tag in {"WP", "WDT"} and first != i and analysis.tokens[first].dep == "relcl":
        return analysis.tokens[first].head  # "the minister, who came late and who thanked them"
    if token.tag in {"WDT", "EX", "WP"} or token.pos in {"VERB", "AUX", "PUNCT"}:
        return None
    if token.text.lower() in {"it", "that", "this", "what", "which", "there"} and child(analysis, i, "nsubjpass"):
        return None
    return head


def is_means(analysis: Analysis, i: int) -> bool:
    """Whether a noun behind "by" tells how one was told, not by whom: "by telephone", "by text message"."""
    bare = child(analysis, i, "det", "poss", "amod", "appos", "prep") is None
    return bare and analysis.tokens[i].lemma.lower() in MEANS and analysis.tokens[i].pos == "NOUN"


def said_in(analysis: Analysis, i: int) -> int | None:
    """The document of "it is said in the message", which nobody but whoever issued it says."""
    held = child(analysis, i, "nsubjpass")
    if held is None or analysis.tokens[held].text.lower() != "it":
        return None
    below = (child(analysis, prep, "pobj") for prep in children(analysis, i, "prep"))
    return next((k for k in below if k and analysis.tokens[k].lemma.lower() in words("document_nouns.txt")), None)


def noun_told_of(analysis: Analysis, i: int) -> int | None:
    """The name that a parse makes the root, its finite verbs hung on it: "Norria, which abstained, offered help and said …"."""
    first = i
    while analysis.tokens[first].dep == "conj" and analysis.tokens[analysis.tokens[first].head].pos == "VERB":
        first = analysis.tokens[first].head
    token = analysis.tokens[first]
    above = analysis.tokens[token.head]
    root = above.dep == "ROOT" and above.pos in {"PROPN", "NOUN"}
    return above.i if root and token.dep == "acl" and token.tag in {"VBD", "VBZ"} else None


def joined_before(analysis: Analysis, i: int) -> int | None:
    """Who speaks where a parse joins them to the last noun of the clause before: "spoke to Y on Monday and X said …"."""
    token, k = analysis.tokens[i], i - 1
    if token.tag not in TENSED or token.dep not in {"advcl", "conj"} or token.head > i:
        return None
    if child(analysis, i, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return None
    while k > token.head and analysis.tokens[k].tag in {",", "RB"}:
        k -= 1
    for above in (k, *ancestors(analysis, k)):
        if above <= token.head or edges(analysis, above)[1] > i - 1:
            return None
        noun = analysis.tokens[above]
        if noun.dep == "conj" and noun.pos in {"NOUN", "PROPN"} and noun.head > token.head:
            opens = edges(analysis, above)[0] - 1
            return above if analysis.tokens[opens].dep == "cc" else None
    return None


def said_beside(analysis: Analysis, i: int) -> int | None:
    """The verb above with whose subject this one goes on, where a parse hangs it into the clause that the other reports:
    "the minister said the firm owed nothing and demanded that …"."""
    token = analysis.tokens[i]
    if token.dep != "conj" or child(analysis, i, "nsubj", "nsubjpass", "aux") is not None or tells_them(analysis, i):
        return None
    clause = token.head
    above = analysis.tokens[clause].head
    reported = analysis.tokens[clause].dep == "ccomp" and above < clause < i and reporter_at(analysis, clause) is None
    reporter = reporter_at(analysis, above) if reported else None
    if reporter is None or "that" not in reporter.frames or not alike_past(analysis, above, i):
        return None
    held = child(analysis, clause, "nsubj", "nsubjpass")
    thing = held is not None and analysis.tokens[held].pos == "NOUN" and not analysis.tokens[held].ent
    return above if reporter.kind == "say" or thing else None  # "hoped the plan would work but admitted …"


def tells_them(analysis: Analysis, i: int) -> bool:
    """Whether a verb tells something to "him" or "them", who may be who speaks above: "confirmed that Holm rang and told him …"."""
    held = child(analysis, i, "dobj", "dative")
    return held is not None and analysis.tokens[held].tag == "PRP" and analysis.tokens[i].lemma.lower() in TELLS


def person_above(analysis: Analysis, i: int, held: int, first: int) -> int | None:
    """The person who speaks where a parse hangs a verb of saying on a clause about "it": "she said it was over and vowed to …"."""
    if analysis.tokens[held].text.lower() != "it" or first == i or analysis.tokens[first].dep not in {"ccomp", "advcl"}:
        return None
    for above in ancestors(analysis, first):
        who = child(analysis, above, "nsubj")
        if who is not None and who < first:
            personal = (
                analysis.tokens[who].text.lower() in {"he", "she", "they"} or analysis.tokens[who].ent == "PERSON"
            )
            return who if personal else None
    return None


def alike_past(analysis: Analysis, a: int, b: int) -> bool:
    """Whether two verbs have one form; a parse takes a past for a participle ("but conceded")."""
    past = {"VBD", "VBN"}
    tags = {analysis.tokens[a].tag, analysis.tokens[b].tag}
    return len(tags) == 1 or (tags == past and reporter_at(analysis, b) is not None)


def blames_saying(analysis: Analysis, i: int) -> int | None:
    """The verb above in "X accused Y of waste, saying “…”": who accuses speaks, not the accused."""
    token = analysis.tokens[i]
    accused = token.dep == "advcl" and token.tag == "VBG" and analysis.tokens[token.head].lemma.lower() in BLAMING
    return token.head if accused else None


def stated_in(analysis: Analysis, i: int) -> int | None:
    """The document of "as noted in the letter of X", whose verb has no subject."""
    before = analysis.tokens[i - 1] if i else None
    if analysis.tokens[i].tag not in {"VBN", "VBD"} or before is None or before.text.lower() != "as":
        return None
    for prep in children(analysis, i, "prep", "agent"):
        if analysis.tokens[prep].text.lower() in {"in", "by", "on"}:
            return child(analysis, prep, "pobj")
    return None
