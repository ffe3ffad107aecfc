"""Where an act stands that a noun alone tells: by its adjectives, the noun it hangs on, the clause around it."""

from dataclasses import dataclass

from tidings.grammar.events.conditions import CONDITIONS
from tidings.grammar.events.lexicon import status_cues, verb_senses
from tidings.grammar.events.taken_back import is_off_the_table, is_untrue
from tidings.grammar.tree import ancestors, child, children, clause_head
from tidings.grammar.verbs import marker, modal
from tidings.model import Analysis, Status

__all__ = ["Standing", "as_status", "by_predicate", "is_ahead", "of_noun"]

SPANS = frozenset({"hour", "day", "night", "week", "month", "year"})
ON_ITS_DAY = frozenset(
    {("on", "calendar"), ("on", "schedule"), ("on", "timetable"), ("in", "diary"), ("in", "calendar")}
)
# What is after an act only behind "for": "a campaign for the release", not "a campaign of arrests", "the right of return".
FOR_ALONE = frozenset(
    {
        "accord",
        "agreement",
        "bill",
        "campaign",
        "commitment",
        "deadline",
        "deal",
        "decision",
        "drive",
        "fight",
        "idea",
        "option",
        "pact",
        "right",
        "struggle",
        "work",
    }
)
TOPICS = frozenset(
    {
        "agenda",
        "concern",
        "focus",
        "issue",
        "item",
        "matter",
        "point",
        "priority",
        "question",
        "subject",
        "theme",
        "topic",
    }
)
TALKING = frozenset({"confer", "consult", "converse", "discuss", "negotiate", "speak", "talk"})
AIMS = frozenset({"aim", "condition", "demand", "goal", "objective", "priority", "wish"})
HANGING = frozenset({"pobj", "conj", "dobj", "nsubj", "nsubjpass", "ROOT", "attr"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and what it was read from; `real` is False for what stands only in an "if" or a question."""

    status: Status
    negated: bool = False
    hedged: bool = False
    real: bool = True
    why: str = "tense"


def of_noun(analysis: Analysis, noun: int) -> Standing:
    """The status of an act that a noun alone tells: by its adjectives, the noun it hangs on, the clause around it."""
    cues, clause = status_cues(), clause_head(analysis, noun)
    if any(is_off_the_table(analysis, c) for c in (clause, *children(analysis, clause, "conj"))):
        return Standing("held", real=False, why="off the table")
    held_by = hanging(analysis, noun)
    opens = child(analysis, clause, "nsubj")
    if opens is not None and (analysis.tokens[opens].lemma, analysis.tokens[clause].lemma) == ("nothing", "come"):
        return Standing("cancelled", why="nothing came of it")
    if {child(analysis, clause, "nsubj", "nsubjpass")} & {noun, *held_by} and (said := by_predicate(analysis, clause)):
        return Standing(as_status(said), why="predicate")
    near = [*children(analysis, noun, "amod", "compound", "det"), *threats(analysis, noun), *held_by]
    for i in near:
        word = analysis.tokens[i].lemma.lower()
        if word == "no":
            return Standing("held", negated=True, why="no")
        cue = None if word in FOR_ALONE and not has_for(analysis, i) else cues.get(word)
        if cue is not None and cue not in {"not", "-"}:
            return Standing(as_status(cue), why=word)
    if is_topic(analysis, noun):
        return Standing("held", real=False, why="topic")
    if analysis.tokens[clause].pos not in {"VERB", "AUX"}:
        return Standing("held", why="noun")
    if is_untrue(analysis, clause):
        return Standing("held", real=False, why="untrue")
    if modal(analysis, clause) is not None and not is_judged(analysis, noun):
        aim = modal(analysis, clause) == "will" and analysis.tokens[analysis.tokens[noun].head].text.lower() == "for"
        return Standing("announced" if aim else "conditional", why=modal(analysis, clause) or "modal")
    subject = child(analysis, clause, "nsubj", "nsubjpass")
    if analysis.tokens[clause].lemma in {"depend", "hinge"} and subject == noun:
        return Standing("conditional", why="depends on")
    return Standing("held", real=marker(analysis, clause) not in CONDITIONS, why="noun")


def has_for(analysis: Analysis, noun: int) -> bool:
    """Whether "for" leads from a noun on."""
    return any(analysis.tokens[p].text.lower() == "for" for p in children(analysis, noun, "prep"))


def is_topic(analysis: Analysis, noun: int) -> bool:
    """Whether an act only stands in a list of what is talked of: "raised two matters: the release of the crew and …"."""
    if children(analysis, noun, "relcl", "acl", "poss") or any(
        analysis.tokens[p].text.lower() == "by" for p in children(analysis, noun, "prep", "agent")
    ):
        return False  # "talked of the arrest, which took place on Tuesday", "the invasion by Chile": it has been
    first = noun
    while analysis.tokens[first].dep == "conj" and analysis.tokens[analysis.tokens[first].head].pos in {
        "NOUN",
        "PROPN",
    }:
        first = analysis.tokens[first].head
    above = analysis.tokens[analysis.tokens[first].head]
    if analysis.tokens[first].dep == "pobj" and above.text.lower() in {"about", "on", "over", "regarding"}:
        return analysis.tokens[above.head].lemma.lower() in TALKING
    return analysis.tokens[first].dep == "appos" and above.lemma.lower() in TOPICS and above.tag == "NNS"


def by_predicate(analysis: Analysis, clause: int) -> str | None:
    """What a clause says of the noun that is its subject: "is under consideration", "is in its fourth month", "came to nothing"."""
    lemma = analysis.tokens[clause].lemma
    aims = [c for c in children(analysis, clause, "attr") if analysis.tokens[c].lemma.lower() in AIMS]
    now = (
        lemma == "be"
        and analysis.tokens[clause].tag in {"VBZ", "VBP"}
        and not children(analysis, clause, "conj", "neg")
    )
    if now and aims and not any(children(analysis, c, "acl", "relcl") for c in aims):
        return "requested"
    places = [(p, n) for p in children(analysis, clause, "prep") for n in children(analysis, p, "pobj")]
    for prep, noun in places:
        word, name = analysis.tokens[prep].text.lower(), analysis.tokens[noun].lemma.lower()
        if (lemma, word) == ("come", "to") and name in {"nothing", "naught"}:
            return "cancelled"
        if lemma == "be" and (word, name) in ON_ITS_DAY:
            return "announced"
        if lemma == "be" and word == "under" and name in {"consideration", "discussion", "review"}:
            return "rumoured"
        into = (lemma in {"be", "remain"} and word == "in") or (lemma == "enter" and word == "into")
        if into and name in SPANS and children(analysis, noun, "poss"):
            return "ongoing"
    return None


def threats(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """The word that says of an act that it is only threatened: "sanctions, threatened last week, …", also where it is read as the verb."""
    above = analysis.tokens[analysis.tokens[noun].head]
    behind = analysis.tokens[above.i - 1].text == "," and not children(analysis, above.i, "aux", "dobj", "ccomp")
    read_so = (above.i,) if analysis.tokens[noun].dep in {"nsubj", "nsubjpass"} and behind else ()
    found = (*children(analysis, noun, "acl"), *read_so)
    return tuple(
        i for i in found if analysis.tokens[i].lemma == "threaten" and analysis.tokens[i].tag in {"VBN", "VBD"}
    )


def is_judged(analysis: Analysis, noun: int) -> bool:
    """Whether it is somebody's deed that is blamed, and so was done: "the text would have condemned X's raid"."""
    verb = analysis.tokens[noun].head
    blames = any(sense.sense.type == "ACCUSE" for sense in verb_senses().get(analysis.tokens[verb].lemma.lower(), ()))
    return blames and analysis.tokens[noun].dep in {"dobj", "nsubjpass"} and bool(children(analysis, noun, "poss"))


def is_ahead(analysis: Analysis, noun: int) -> bool:
    """Whether something came before what nobody has told of yet: "two days before talks", "ahead of a summit"."""
    above = analysis.tokens[analysis.tokens[noun].head]
    ahead = above.text.lower() == "of" and analysis.tokens[above.head].text.lower() == "ahead"
    known = any(analysis.tokens[c].text.lower() != "a" for c in children(analysis, noun, "det", "poss"))
    return analysis.tokens[noun].dep == "pobj" and not known and (ahead or above.text.lower() == "before")


def hanging(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """What a noun hangs on by prepositions, up to a verb: "condition for talks", "hope for a date for a meeting"."""
    found: list[int] = []
    for above in ancestors(analysis, noun):
        token = analysis.tokens[above]
        if token.pos in {"VERB", "AUX"}:
            return (*found, above) if analysis.tokens[noun].dep == "pobj" else tuple(found)
        if token.pos in {"NOUN", "PROPN"} and token.dep in HANGING:
            found.append(above)
        if token.dep not in {"prep", "pobj", "conj", "dobj"}:
            break
    return tuple(found)


def as_status(word: str) -> Status:
    """The word as a status; what is none of them counts as held."""
    match word:
        case "requested" | "conditional" | "announced" | "ongoing" | "cancelled" | "denied" | "rumoured":
            return word
        case _:
            return "held"
