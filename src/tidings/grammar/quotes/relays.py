"""Who passes words on: "X quoted Y as saying", "Y was quoted by X", "in a statement read out by X"."""

from tidings.grammar.quotes.hearable import addressable, is_medium, people
from tidings.grammar.tree import child, children, noun_phrase, tokens_in
from tidings.grammar.verbs import is_passive, passive_agent, subjects
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["QUOTING", "conveyed_by", "is_as_carried", "letter_read", "quoted_as", "read_out_by", "relay_of", "told_in"]

PASSES = frozenset(
    ["read", "deliver", "convey", "relay", "issue", "present", "publish", "release", "carry", "circulate"]
)
CARRIES = frozenset(
    ["carry", "quote", "broadcast", "air", "report", "publish", "run", "print", "televise", "distribute"]
)
RELEASES = CARRIES | {"release", "post", "share", "circulate"}  # of a recording: whoever puts it out
SPOKEN = frozenset(
    {"remark", "comment", "speech", "address", "interview", "recording", "message", "word", "video", "audio"}
)
CONVEYS = frozenset({"convey", "relay", "transmit", "deliver", "communicate", "forward", "bring"})
RECORDED = frozenset({"recording", "video", "audio"})
REACH = 12  # tokens from "in which" to the verb, and to the text before
SHOWS = frozenset({"show", "air", "broadcast"})
AGENCIES = frozenset({"agency", "newspaper", "broadcaster", "service", "office", "account", "channel", "website"})
QUOTING = frozenset({"quote", "cite", "paraphrase"})


def relay_of(analysis: Analysis, i: int, kind: str, source: int | None) -> int | None:
    """Who passes the words on: "she quoted the minister", "X quoted Y as saying"."""
    if (relayed := quoted_as(analysis, i)) is not None:
        return relayed[1]
    if (reader := read_out_by(analysis, i)) is not None:
        return reader
    if (letter := letter_read(analysis, i)) is not None:
        return letter[1]
    if (carrier := as_carried_by(analysis, i)) is not None:
        return carrier
    if source is not None and (outlet := quoted_by(analysis, source)) is not None:
        return outlet
    if source is not None and (reader := message_read_by(analysis, source)) is not None:
        return reader
    if analysis.tokens[i].lemma.lower() in QUOTING and is_passive(analysis, i):
        return relayed_by(analysis, i)
    thing = child(analysis, i, "dobj")
    if kind == "relay" and thing is not None and addressable(analysis, thing):
        return source
    return None


def quoted_by(analysis: Analysis, source: int) -> int | None:
    """Who carries the words of "X, quoted by the agency, said …"."""
    for noun in (source, *children(analysis, source, "appos")):
        for clause in children(analysis, noun, "acl"):
            token = analysis.tokens[clause]
            if (
                token.tag == "VBN"
                and token.lemma.lower() in QUOTING | CARRIES | {"relay", "convey"}
                and analysis.tokens[clause - 1].text == ","
            ):
                return next(iter(passive_agent(analysis, clause)), None)
    return None


def is_message(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is for words that somebody else may read out: "letter", "speech"."""
    lemma = analysis.tokens[noun].lemma.lower()
    return lemma in SPOKEN or lemma in words("document_nouns.txt")


def message_read_by(analysis: Analysis, source: int) -> int | None:
    """Who reads out a message of somebody else's that speaks: "a message from X, read out by Y, said …", "read on Radio Y"."""
    if not is_message(analysis, source):
        return None
    own = child(analysis, source, "poss") is not None
    own = own or any(
        analysis.tokens[p].text.lower() in {"of", "from", "by"} for p in children(analysis, source, "prep")
    )
    for clause in children(analysis, source, "acl") if own else ():
        past = analysis.tokens[clause].tag in {"VBN", "VBD"} and child(analysis, clause, "nsubj", "dobj") is None
        if not past or analysis.tokens[clause].lemma.lower() not in PASSES | CARRIES:
            continue
        if agents := passive_agent(analysis, clause):
            return agents[0]
        for prep in children(analysis, clause, "prep"):
            held = child(analysis, prep, "pobj")
            if held is not None and analysis.tokens[prep].text.lower() in {"on", "in"} and is_medium(analysis, held):
                return held
    return None


def conveyed_by(analysis: Analysis, noun: int) -> int | None:
    """Who passes on what a noun tells: "the envoy conveyed Oslo's demand that …"."""
    verb = analysis.tokens[noun].head
    if analysis.tokens[noun].dep != "dobj" or analysis.tokens[verb].lemma.lower() not in CONVEYS:
        return None
    return next(iter(subjects(analysis, verb)), None)


def quoted_as(analysis: Analysis, i: int) -> tuple[int, int | None] | None:
    """Who speaks and who relays in "X quoted Y as saying" and "Y was quoted by X as saying", for "saying"."""
    above = analysis.tokens[i].head
    if (mouth := let_say(analysis, i)) is not None:
        return mouth
    if above != i and analysis.tokens[above].text.lower() == "as":
        above = analysis.tokens[above].head
    elif analysis.tokens[i].tag != "VBG":
        return None
    bare = above == analysis.tokens[i].head
    if bare and analysis.tokens[above].lemma.lower() in SHOWS and (shown := child(analysis, above, "dobj")) is not None:
        outlet = next(iter(subjects(analysis, above)), None)  # "state television showed him saying"
        return (shown, outlet) if outlet is not None and is_medium(analysis, outlet) else None
    if above == i or analysis.tokens[above].lemma.lower() not in (QUOTING - {"cite"} if bare else QUOTING):
        return None
    if is_passive(analysis, above):
        spoken, agents = subjects(analysis, above), relayed_by(analysis, above)
        return (spoken[0], agents) if spoken else None
    held = child(analysis, above, "dobj")
    relays = subjects(analysis, above)
    return None if held is None else (held, relays[0] if relays else name_right_before(analysis, above))


def name_right_before(analysis: Analysis, verb: int) -> int | None:
    """The name right before a verb, where a parse does not know it for one: "“…,” Šimůnková quoted him as saying"."""
    k = verb - 1
    begins = k <= analysis.sentences[analysis.tokens[verb].sentence][0]
    capital = not begins and analysis.tokens[k].text[:1].isupper()
    return k if capital and analysis.tokens[verb].tag in {"VBD", "VBZ", "VBP"} else None


def let_say(analysis: Analysis, i: int) -> tuple[int, int] | None:
    """Who speaks and through whom in "Berg let her spokesman say that …", for "say"."""
    token, above = analysis.tokens[i], analysis.tokens[analysis.tokens[i].head]
    if (
        token.tag not in {"VB", "VBP"}
        or token.dep not in {"ccomp", "xcomp"}
        or above.lemma.lower() not in {"let", "have"}
    ):
        return None
    mouth = child(analysis, i, "nsubj")
    mouth = child(analysis, above.i, "dobj") if mouth is None else mouth
    who = subjects(analysis, above.i)
    own = mouth is not None and child(analysis, mouth, "poss") is not None and is_go_between(analysis, mouth)
    return (who[0], mouth) if own and who and mouth is not None else None


def letter_read(analysis: Analysis, i: int) -> tuple[int, int] | None:
    """Whose letter it is and who reads it, for the verb of "sent them a letter which her niece read: “…”"."""
    token = analysis.tokens[i]
    noun, reader = token.head, child(analysis, i, "nsubj")
    if token.dep != "relcl" or token.lemma.lower() not in PASSES or reader is None:
        return None
    if not is_message(analysis, noun) or analysis.tokens[reader].tag in {"WP", "WDT"}:
        return None
    owner = child(analysis, noun, "poss")
    by = (p for p in children(analysis, noun, "prep") if analysis.tokens[p].text.lower() in {"of", "from", "by"})
    owner = next((held for p in by if (held := child(analysis, p, "pobj")) is not None), owner)
    above = noun
    while owner is None and analysis.tokens[above].dep in {"pobj", "prep", "dobj"}:
        above = analysis.tokens[above].head
    who = subjects(analysis, above) if owner is None and above != noun else ()
    owner = who[0] if who else owner
    return None if owner is None or owner == reader else (owner, reader)


def relayed_by(analysis: Analysis, verb: int) -> int | None:
    """By whom somebody "was quoted by X as saying" or "was quoted as saying by X"."""
    below = [k for prep in children(analysis, verb, "prep") for k in children(analysis, prep, "pcomp")]
    by = next((agents[0] for k in (verb, *below) if (agents := passive_agent(analysis, k))), None)
    if by is not None:
        return by
    for prep in children(analysis, verb, "prep"):
        held = child(analysis, prep, "pobj")
        if analysis.tokens[prep].text.lower() == "in" and held is not None and analysis.tokens[held].pos == "PROPN":
            return held if analysis.tokens[held].ent not in {"DATE", "TIME", "GPE", "LOC"} else None
    return None


def read_out_by(analysis: Analysis, i: int) -> int | None:
    """Who reads or sends it in "in a statement read out by X", "through X": X passes the words on."""
    for prep in children(analysis, i, "prep"):
        word = analysis.tokens[prep].text.lower()
        noun = child(analysis, prep, "pobj")
        if noun is None:
            continue
        if word in {"through", "via"} and (is_go_between(analysis, noun) or is_agency(analysis, noun)):
            return noun
        if word != "in":
            continue
        if analysis.tokens[i].lemma.lower() == "write" and is_outlet(analysis, noun):
            return noun
        lemma = analysis.tokens[noun].lemma.lower()
        passing = PASSES if lemma in words("document_nouns.txt") else frozenset()
        passing |= RELEASES if lemma in RECORDED else CARRIES if lemma in SPOKEN or passing else frozenset()
        for clause in children(analysis, noun, "acl", "relcl"):
            if analysis.tokens[clause].lemma.lower() in passing and (agents := passive_agent(analysis, clause)):
                return agents[0]
    return None


def as_carried_by(analysis: Analysis, i: int) -> int | None:
    """Who carries the words in "X said, as quoted by Y"."""
    for clause in children(analysis, i, "advcl", "prep", "ccomp"):
        k = clause
        if analysis.tokens[k].text.lower() == "as":
            k = next(iter(children(analysis, k, "pcomp", "advcl", "acl")), k)
        if analysis.tokens[k].tag in {"VBN", "VBD"} and is_as_carried(analysis, k):
            agents = passive_agent(analysis, k)
            return agents[0] if agents else None
    return None


def is_as_carried(analysis: Analysis, verb: int) -> bool:
    """Whether a participle only tells who carried the words: "as quoted by Y"."""
    as_before = verb > 0 and analysis.tokens[verb - 1].text.lower() == "as"
    return (
        as_before and analysis.tokens[verb].lemma.lower() in CARRIES | QUOTING and bool(passive_agent(analysis, verb))
    )


def told_in(analysis: Analysis, i: int) -> tuple[int, int | None] | None:
    """Whose text it is and who reads it out, for the verb of "read out a message from X in which he …"."""
    first = analysis.sentences[analysis.tokens[i].sentence][0]
    which = next(
        (k for k in range(i - 1, max(first, i - REACH), -1) if analysis.tokens[k].text.lower() == "which"), None
    )
    if which is None or analysis.tokens[which - 1].text.lower() != "in":
        return None
    for k in range(which - 2, max(first, which - REACH), -1):
        if analysis.tokens[k].lemma.lower() not in words("document_nouns.txt"):
            continue
        by = (p for p in children(analysis, k, "prep") if analysis.tokens[p].text.lower() in {"from", "by"})
        owner = next((held for p in by if (held := child(analysis, p, "pobj")) is not None and held < which), None)
        verb = analysis.tokens[k].head
        passes = analysis.tokens[k].dep == "dobj" and analysis.tokens[verb].lemma.lower() in PASSES
        reader = subjects(analysis, verb) if passes and verb < k else ()
        return None if owner is None else (owner, reader[0] if reader else None)
    return None


def is_agency(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is an outlet of somebody's own: "let the world know by its own paper"."""
    return analysis.tokens[noun].lemma.lower() in AGENCIES and bool(children(analysis, noun, "poss"))


def is_go_between(analysis: Analysis, noun: int) -> bool:
    """Whether somebody can speak through what a noun names: "through a spokesman", "via her lawyer"."""
    token = analysis.tokens[noun]
    return token.ent == "PERSON" or (token.pos == "NOUN" and token.lemma.lower() in people())


def is_outlet(analysis: Analysis, noun: int) -> bool:
    """Whether a name is an outlet's: "wrote in the Volta Post"."""
    phrase = noun_phrase(analysis, noun)
    named = " ".join(analysis.tokens[k].text.lower() for k in tokens_in(analysis, phrase)).removeprefix("the ")
    proper = analysis.tokens[noun].pos == "PROPN"
    return proper and (
        named in words("news_outlets.txt") or any(is_medium(analysis, k) for k in tokens_in(analysis, phrase))
    )
