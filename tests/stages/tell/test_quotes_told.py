"""Quotes and statements as an account gives them: pieces, entities, anchors, relations."""

from tidings.model import (
    Block,
    Chain,
    Document,
    Entity,
    Group,
    Linked,
    Mention,
    Quote,
    Reading,
    Resolved,
    Span,
    Telling,
    Time,
)
from tidings.stages.link.statements import Statements as LinkStatements
from tidings.stages.tell.quotes import Quotes
from tidings.stages.tell.statements import Statements

TEXT = "Holm said on Monday the ferry was “as good as new” and “ready for the winter season”."


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reading(name: str) -> Reading:
    content = at("the ferry was “as good as new” and “ready for the winter season”")
    parts = (at("as good as new"), at("ready for the winter season"))
    quote = Quote(f"{name}/q/{content.start}", "mixed", (content,), parts, at("said"), at("Holm"), speaker=0, said_on=0)
    return Reading(
        Document(name, name, name, TEXT, (Block(0, len(TEXT), "paragraph"),)),
        mentions=(Mention(at("Holm"), "name", "person", "Holm"),),
        chains=(Chain(f"{name}/c/0", "person", "Holm", True, (0,)),),
        times=(Time(at("Monday"), "DATE", "2031-05-12"),),
        quotes=(quote,),
    )


def telling(*names: str) -> Telling:
    readings = tuple(reading(name) for name in names)
    members = tuple(f"{name}/c/0" for name in names)
    linked = Linked(groups=(Group(members[0], "entity", members),))
    step = LinkStatements()
    cards = [card for r in readings for card in step.cards(r, linked)]
    links = tuple(link for link in step.compare(cards) if not hasattr(link, "day"))
    same = {i for link in links for i in (link.a, link.b)}
    groups = (*linked.groups, *((Group(min(same), "statement", tuple(sorted(same))),) if same else ()))
    days = tuple(Resolved(name, 0, "2031-05-12", "2031-05-12", "2031-05-12", "day") for name in names)
    return Telling(
        readings,
        Linked(links=links, groups=groups),  # type: ignore[arg-type]
        entities=(Entity(members[0], "Holm", "person", ("Holm",), None, None, ()),),
        resolved=days,
        witness_of=tuple((name, name) for name in names),
    )


def test_pieces_of_a_mixed_quote() -> None:
    """A mixed quote is its clause and each quoted part within it, with the speaker's entity and the day."""
    (told,) = Quotes().run([telling("d1")])
    clause, *parts = told.quotes
    assert (clause.kind, clause.within, clause.speaker, clause.said_on) == ("indirect", None, "d1/c/0", "2031-05-12")
    assert [(p.kind, p.within, p.text) for p in parts] == [
        ("direct", clause.id, "as good as new"),
        ("direct", clause.id, "ready for the winter season"),
    ]
    assert all(TEXT[q.anchor.start : q.anchor.end] == q.anchor.exact for q in told.quotes)


def test_a_split_quote_is_one_record() -> None:
    """Words that the cue stands between are joined; the anchor runs from first to last."""
    text = "“The ferry,” Holm said, “is new.”"
    spans = (at("The ferry,", text), at("is new.", text))
    one = Reading(
        Document("d1", "d1", "d1", text, (Block(0, len(text), "paragraph"),)),
        quotes=(Quote("d1/q/1", "direct", spans, spans),),
    )
    (told,) = Quotes().run([Telling((one,), Linked())])
    assert [(q.text, q.anchor.exact) for q in told.quotes] == [("The ferry, is new.", text[1:-1])]


def test_thoughts_are_not_told() -> None:
    """What is only believed, or not sure enough, stays in the reading."""
    one = reading("d1")
    thought = Quote("d1/q/0", "indirect", (at("the ferry was"),), thought=True)
    unsure = Quote("d1/q/1", "indirect", (at("the ferry was"),), confidence=0.3)
    (told,) = Quotes().run([Telling((Reading(one.document, quotes=(thought, unsure)),), Linked())])
    assert told.quotes == ()


def test_statement_counts_witnesses() -> None:
    """Two reports of one utterance are one statement with two witnesses."""
    (told,) = Quotes().run([telling("d1", "d2")])
    (told,) = Statements().run([told])
    (statement,) = told.statements
    assert statement.witnesses == 2
    assert statement.speaker == "d1/c/0"
    assert set(statement.relation.values()) <= {"rendering", "paraphrase", "excerpt"}
    assert set(statement.relation) == set(statement.quotes)
