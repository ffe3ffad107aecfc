"""Who hears by the occasion: "in a letter to Y", "in an interview with Y", "speaking to Y", "on Y's show", "testified before Y"."""

from collections.abc import Iterator
from functools import cache

from tidings.grammar.quotes.hearable import addressable, is_medium, people
from tidings.grammar.tree import ancestors, child, children, noun_phrase, subtree
from tidings.grammar.verbs import passive_agent, prepositional, recipients, subjects
from tidings.lexicon import rows, words
from tidings.model import Analysis

__all__ = ["ADDRESSES", "hearer_of_occasion", "sent_by"]

ASKS = frozenset({"ask", "question", "press", "hear", "interview", "contact", "reach", "interrogate"})
# What goes on with words that have just been told to somebody.
GOES_ON = frozenset(
    {"add", "stress", "note", "stipulate", "specify", "explain", "insist", "point", "claim", "emphasise"}
) | {*("emphasize", "underline", "clarify", "indicate", "affirm", "recall", "maintain", "say", "assure")}
TELLS = frozenset({"tell", "inform", "assure", "remind"})
SAYS = frozenset(
    {"say", "affirm", "declare", "confirm", "state", "explain", "reveal", "communicate", "report", "stress", "announce"}
)
ADDRESSES = frozenset({"address", "speak", "talk", "write", "testify", "appear"})
ANSWERS = frozenset({"answer", "respond", "reply", "react"})
QUESTIONS = frozenset({"question", "query", "inquiry", "enquiry"})
SHARED = frozenset({"conference", "appearance", "statement"})  # held "with Y" beside one, who hears nothing
WAVES = frozenset({"wave", "airwave", "air", "antenna", "microphone"})  # "on the waves of Radio Volta"
HOUSES = frozenset({"parliament", "senate", "assembly", "congress", "chamber", "duma", "bundestag", "knesset", "rada"})
HELD = frozenset(
    {
        "call",
        "contact",
        "reply",
        "response",
        "answer",
        "interview",
        "conversation",
        "appearance",
        "testimony",
        "session",
        "exchange",
        "discussion",
    }
)
SENDS = frozenset({"send", "write", "issue", "release", "address", "give", "provide", "deliver", "email", "submit"})
MAIL = frozenset({"mail", "e-mail", "email", "letter", "message", "note", "memo"})
PAGES = frozenset({"website", "site", "page", "blog", "media"})
AUDIENCE = frozenset(
    {"journalist", "reporter", "lawmaker", "deputy", "attendee", "audience", "crowd", "press", "court"}
) | {*("judge", "jury", "panel", "commission", "committee", "tribunal", "corps", "delegate", "congregation", "senator")}
WITHIN = frozenset({"in", "during", "at", "via", "by"})
SOCIAL = frozenset(noun for noun, channel in rows("channels.tsv") if channel == "social media")


def hearer_of_occasion(analysis: Analysis, i: int) -> int | None:
    """The head token of who hears what the verb at `i` tells, by what hangs on it or stands above it."""
    found = by_clause(analysis, i)
    found = opened_by_letter(analysis, i) if found is None else found
    sent = sent_by(analysis, i) if found is None else None
    if found is not None or sent is not None:
        return found if sent is None else sent[1]
    token = analysis.tokens[i]
    joined = token.tag == "VBG" and token.dep == "advcl"
    if (
        joined
        and token.lemma.lower() in GOES_ON
        and token.head < i
        and (told := told_at(analysis, token.head)) is not None
    ):
        return told
    joined = joined or (token.dep == "conj" and child(analysis, i, "nsubj", "nsubjpass") is None)
    return by_clause(analysis, token.head) if joined and token.head < i else None


def opened_by_letter(analysis: Analysis, i: int) -> int | None:
    """To whom a letter is that opens the sentence of a main verb: "In a letter to Y, read out on air, X writes"."""
    first = analysis.sentences[analysis.tokens[i].sentence][0]
    if analysis.tokens[i].dep != "ROOT" or analysis.tokens[first].text.lower() not in WITHIN:
        return None
    noun = child(analysis, first, "pobj")
    letter = noun is not None and noun < i and is_occasion(analysis, noun)
    shared = noun is not None and analysis.tokens[noun].lemma.lower() in SHARED
    return next(towards(analysis, noun), None) if noun is not None and letter and not shared else None


def told_at(analysis: Analysis, verb: int) -> int | None:
    """Whom words are told to, for what is added: "told reporters it was safe, adding that …", "said to Y that …, stressing"."""
    lemma = analysis.tokens[verb].lemma.lower()
    found = child(analysis, verb, "dobj", "dative") if lemma in TELLS else None
    if found is None and lemma in SAYS:
        found = next(iter(prepositional(analysis, verb, "to")), None)
    return found if found is not None and addressable(analysis, found) else None


def before_verb(analysis: Analysis, i: int) -> int | None:
    """With whom the occasion is that stands between who speaks and the verb: "Ada Holm, in a talk with our reporter, said"."""
    for who in subjects(analysis, i):
        if analysis.tokens[who].head == i and who < i:
            found = next((k for k in occasions(analysis, who) if who < k < i), None)
            if found is not None:
                return found
    return None


def by_clause(analysis: Analysis, i: int) -> int | None:
    """Who hears by what hangs on the verb itself."""
    sources = (
        answered_to(analysis, i),
        asked_by(analysis, i),
        next(occasions(analysis, i), None),
        before_verb(analysis, i),
        speaking_to(analysis, i),
        on_air(analysis, i),
    )
    return next((k for k in sources if k is not None), None)


def answered_to(analysis: Analysis, i: int) -> int | None:
    """Who is answered in "responded to Y's warning by saying"."""
    by = analysis.tokens[i].head
    if analysis.tokens[i].dep != "pcomp" or analysis.tokens[by].text.lower() != "by":
        return None
    verb = analysis.tokens[by].head
    if analysis.tokens[verb].lemma not in {"respond", "reply", "answer", "react"}:
        return None
    for prep in children(analysis, verb, "prep", "dative"):
        noun = child(analysis, prep, "pobj")
        if noun is not None and analysis.tokens[prep].text.lower() == "to":
            owner = child(analysis, noun, "poss")
            return owner if owner is not None else (noun if addressable(analysis, noun) else None)
    return None


def asked_by(analysis: Analysis, i: int) -> int | None:
    """Who asked, in "Asked by Y about …, X said"."""
    for clause in children(analysis, i, "advcl"):
        if analysis.tokens[clause].lemma.lower() in ASKS and analysis.tokens[clause].tag == "VBN":
            agents = passive_agent(analysis, clause)
            return agents[0] if agents else None
    return None


def occasions(analysis: Analysis, i: int) -> Iterator[int]:
    """Who hears on the occasions that hang on the verb: "in a message to Y", "in Y's interview", "during a briefing for Y"."""
    for prep in children(analysis, i, "prep"):
        noun = child(analysis, prep, "pobj")
        if noun is None or analysis.tokens[prep].text.lower() not in WITHIN or not is_occasion(analysis, noun):
            continue
        for clause in children(analysis, noun, "acl"):
            if analysis.tokens[clause].tag == "VBN" and analysis.tokens[clause].lemma.lower() in SENDS:
                yield from towards(analysis, clause)
        shared = analysis.tokens[noun].lemma.lower() in SHARED
        yield from (k for k in towards(analysis, noun) if not shared or preposition(analysis, k) != "with")
        if analysis.tokens[noun].lemma.lower() == "interview":
            for owner in children(analysis, noun, "poss", "compound", "nmod"):
                if analysis.tokens[owner].ent == "ORG":
                    yield owner


def preposition(analysis: Analysis, noun: int) -> str:
    """The preposition that a noun stands after."""
    return analysis.tokens[analysis.tokens[noun].head].text.lower()


def is_occasion(analysis: Analysis, noun: int) -> bool:
    """Whether the noun is a text or an occasion on which one speaks to somebody."""
    lemma = analysis.tokens[noun].lemma.lower()
    return lemma in words("document_nouns.txt") or lemma in HELD | MAIL or lemma in channel_nouns()


@cache
def channel_nouns() -> frozenset[str]:
    """The last words of all channels: "letter", "conference"."""
    return frozenset(noun.split()[-1] for noun, _ in rows("channels.tsv"))


def towards(analysis: Analysis, head: int) -> Iterator[int]:
    """Who can hear and hangs on a noun or verb by "to", "with", "before", "for"; an outlet by "on"."""
    for prep in children(analysis, head, "prep", "dative"):
        word, held = analysis.tokens[prep].text.lower(), child(analysis, prep, "pobj")
        if held is None:
            continue
        hears = addressable(analysis, held) or is_medium(analysis, held) or analysis.tokens[held].lemma == "portal"
        if (word in {"to", "with", "before", "for"} and hears) or (word == "on" and is_air(analysis, held)):
            yield held


def is_air(analysis: Analysis, held: int) -> bool:
    """Whether what stands after "on" is an outlet or its programme: "on Radio Volta", "on the channel's “Morning Hour”"."""
    token = analysis.tokens[held]
    if token.ent in {"DATE", "TIME"} or token.text.lower() in SOCIAL or token.pos not in {"NOUN", "PROPN"}:
        return False
    phrase = noun_phrase(analysis, held)
    inside = [t for k in subtree(analysis, held) if (t := analysis.tokens[k]).start >= phrase.start and k <= held]
    named = {t.text.lower() for t in inside if t.pos == "PROPN"} & set(words("news_outlets.txt"))
    if any(t.text.lower() in SOCIAL | PAGES for t in inside):
        return False
    marked = any(t.tag == "``" for t in inside) and token.text[:1].isupper()
    return marked or bool(named) or any(is_medium(analysis, t.i) for t in inside)


def on_air(analysis: Analysis, i: int) -> int | None:
    """The outlet or programme in "said on Radio Volta", "told on Y's show"; the body in "said before the committee"."""
    for prep in children(analysis, i, "prep"):
        held = child(analysis, prep, "pobj")
        body = held is not None and analysis.tokens[held].ent == "ORG" and analysis.tokens[held].pos == "PROPN"
        if body and analysis.tokens[prep].text.lower() == "before":
            return held
        if (faced := in_front_of(analysis, prep)) is not None:
            return faced
        if held is None or analysis.tokens[prep].text.lower() not in {"on", "in"}:
            continue
        if analysis.tokens[prep].text.lower() == "in":
            if analysis.tokens[held].lemma.lower() in HOUSES:
                return held
            continue
        of = next((p for p in children(analysis, held, "prep") if analysis.tokens[p].text.lower() == "of"), None)
        if analysis.tokens[held].lemma.lower() in WAVES and of is not None:
            held = child(analysis, of, "pobj") or held
        if is_air(analysis, held):
            return held
    return None


def in_front_of(analysis: Analysis, prep: int) -> int | None:
    """Who is there in "declared in front of Y"; of a house also "before parliament"."""
    held = child(analysis, prep, "pobj")
    word = analysis.tokens[prep].text.lower()
    if held is not None and word == "before":
        lemma = analysis.tokens[held].lemma.lower()
        there = lemma in AUDIENCE or (lemma in people() and analysis.tokens[held].tag == "NNS")
        return held if lemma in HOUSES or there else None
    if held is None or word != "in" or analysis.tokens[held].lemma.lower() != "front":
        return None
    found = next(iter(prepositional(analysis, held, "of")), None)
    return found if found is not None and addressable(analysis, found) and can_be_there(analysis, found) else None


def can_be_there(analysis: Analysis, noun: int) -> bool:
    """Whether the noun is for people or a gathering: "in front of deputies", not "in front of the embassy"."""
    lemma = analysis.tokens[noun].lemma.lower()
    return lemma in HOUSES | {"camera", "press"} or (lemma in people() and analysis.tokens[noun].tag == "NNS")


def speaking_to(analysis: Analysis, i: int) -> int | None:
    """Before whom the words are said in "Speaking to farmers, X promised …", "X appeared before Y, saying", "X, who spoke to Y"."""
    verbs = [k for k in children(analysis, i, "advcl") if analysis.tokens[k].tag == "VBG"]
    token = analysis.tokens[i]
    if analysis.tokens[i].lemma.lower() in ADDRESSES:
        verbs.append(i)
    if token.dep == "advcl" and token.tag == "VBG" and token.head < i:
        verbs.append(token.head)
    if token.dep == "conj" and child(analysis, i, "nsubj") is None:
        verbs.append(token.head)
    for who in subjects(analysis, i):
        for clause in children(analysis, who, "acl"):  # "X, heard by the committee, testified"
            token = analysis.tokens[clause]
            by = passive_agent(analysis, clause) if token.lemma.lower() in ASKS and token.tag == "VBN" else ()
            if (
                by
                and addressable(analysis, by[-1])
                and analysis.tokens[by[-1]].lemma.lower() not in MAIL | {"telephone", "phone"}
            ):
                return by[-1]
        verbs += [k for k in children(analysis, who, "relcl", "acl") if analysis.tokens[k].tag in {"VBD", "VBG"}]
    for verb in verbs:
        lemma = analysis.tokens[verb].lemma.lower()
        if lemma in ANSWERS and verb != i and (asker := asker_of(analysis, verb)) is not None:
            return asker
        if lemma not in ADDRESSES or not spoken_by_source(analysis, verb):
            continue
        held = child(analysis, verb, "dobj") if lemma == "address" else None
        if held is not None and addressable(analysis, held):
            return held
        found = next(towards(analysis, verb), None)
        if found is not None:
            return found
    return None


def asker_of(analysis: Analysis, verb: int) -> int | None:
    """Who asked, in "Answering reporters' questions", "responding to a question from Y"."""
    things = [*children(analysis, verb, "dobj"), *prepositional(analysis, verb, "to")]
    for thing in things:
        if analysis.tokens[thing].lemma.lower() not in QUESTIONS:
            continue
        owner = child(analysis, thing, "poss")
        if owner is None:
            owner = next(iter(prepositional(analysis, thing, "from", "of", "by")), None)
        if owner is not None and addressable(analysis, owner):
            return owner
    return None


def spoken_by_source(analysis: Analysis, verb: int) -> bool:
    """Whether the verb's own subject, if it has one, is who speaks: "X, who spoke to Y", not "X, whom Z spoke to"."""
    who = child(analysis, verb, "nsubj")
    return who is None or analysis.tokens[verb].dep != "relcl" or analysis.tokens[who].tag == "WP"


def sent_by(analysis: Analysis, i: int) -> tuple[int, int | None] | None:
    """Who writes and who is written to in "X sent Y a letter asking", "X wrote letters to Y saying", for "asking"."""
    token = analysis.tokens[i]
    if token.tag != "VBG" or token.dep not in {"acl", "advcl"}:
        return None
    verb = next((k for k in (token.head, *ancestors(analysis, token.head)) if analysis.tokens[k].pos == "VERB"), None)
    if verb is None or verb > i or analysis.tokens[verb].lemma.lower() not in SENDS:
        return None
    below = {analysis.tokens[k].lemma.lower() for k in range(verb + 1, i)}
    if not below & MAIL:
        return None
    who = writer(analysis, verb)
    held = [k for k in (*recipients(analysis, verb), *written_to(analysis, verb, i)) if addressable(analysis, k)]
    return None if who is None else (who, held[0] if held else None)


def writer(analysis: Analysis, verb: int) -> int | None:
    """Who sends: the subject, or the noun that "which wrote …" hangs on."""
    who = next(iter(subjects(analysis, verb)), None)
    if who is not None and analysis.tokens[who].tag in {"WDT", "WP"}:
        return analysis.tokens[verb].head
    return who


def written_to(analysis: Analysis, verb: int, end: int) -> list[int]:
    """Whom a letter is for by its own "to", or before it: "sent Y a letter"."""
    found: list[int] = []
    for k in range(verb + 1, end):
        if analysis.tokens[k].lemma.lower() in MAIL:
            found += prepositional(analysis, k, "to")
    held = child(analysis, verb, "dobj")
    named = held is not None and analysis.tokens[held].pos in {"PROPN", "PRON"}
    return found + ([held] if held is not None and named else [])
