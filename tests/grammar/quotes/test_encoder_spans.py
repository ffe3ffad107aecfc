"""The encoder's labels as attributions, on trees and scores made by hand."""

from dataclasses import replace

import pytest

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.encoder_spans import encoder_attributions, role_runs
from tidings.grammar.quotes.quote_marks import Quoted
from tidings.grammar.quotes.with_encoder import with_encoder
from tidings.model import Span, TokenScore

ROLES = {"s": "source", "c": "cue", "t": "content"}
TREE = "Ada/NNP/nsubj/1 backs/VBZ=back/ROOT/1 the/DT/det/3 plan/NN/dobj/1 firmly/RB/advmod/1"
SAID = "It/PRP/nsubj/1 failed/VBD/ccomp/3 Ada/NNP/nsubj/3 said/VBD=say/ROOT/3 and/CC/cc/1 sank/VBD/conj/1"


def labelled(grow, labels, *sentences, sure=0.9):
    """A tree with a label a token: "Bs Bc Bt It O"."""
    scores = tuple(TokenScore("O" if x == "O" else f"{x[0]}-{ROLES[x[1]]}", sure, 0.0) for x in labels.split())
    analysis = grow(*sentences)
    return replace(analysis, scores=scores), " ".join(t.text for t in analysis.tokens)


def written(text, spans):
    return [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("labels", "stretches"),
    [
        pytest.param("Bs Bc Bt It O", [((0, 0),), ((1, 1),), ((2, 3),)], id="one-of-each"),
        pytest.param("Bt Bs Bc Rt It", [((0, 0), (3, 4)), ((1, 1),), ((2, 2),)], id="content-goes-on"),
        pytest.param("Bt It Bt It O", [((0, 1),), ((2, 3),)], id="two-contents"),
        pytest.param("O O O O O", [], id="nothing"),
        pytest.param("Rt O O Bs O", [((0, 0),), ((3, 3),)], id="goes-on-with-nothing"),
    ],
)
def test_runs(grow, labels, stretches):
    analysis, _ = labelled(grow, labels, TREE)
    assert [run.stretches for run in role_runs(analysis)] == stretches


def test_an_attitude_is_a_thought(grow):
    analysis, text = labelled(grow, "Bs Bc Bt It O", TREE)
    (found,) = encoder_attributions(analysis, text)
    assert (found.source, found.cue) == (Span(0, 3), Span(4, 9))
    assert written(text, found.content) == ["the plan"]
    assert (found.kind, found.source_head, found.verb, found.confidence) == ("think", 0, 1, 0.9)


def test_a_clause_under_a_reporting_verb_is_said_and_goes_on_after_its_cue(grow):
    analysis, text = labelled(grow, "Bt It Bs Bc Rt It", SAID)
    (found,) = encoder_attributions(analysis, text)
    assert written(text, found.content) == ["It failed", "and sank"]
    assert found.kind == "say"


def test_content_without_cue_or_source_is_nobodys(grow):
    analysis, text = labelled(grow, "O O Bt It O", TREE)
    assert encoder_attributions(analysis, text) == []


def test_a_bare_pronoun_is_no_content(grow):
    analysis, text = labelled(grow, "Bs Bc Bt", "Ada/NNP/nsubj/1 denied/VBD=deny/ROOT/1 it/PRP/dobj/1")
    assert encoder_attributions(analysis, text) == []


def test_the_source_that_hangs_on_the_cue_comes_before_a_nearer_one(grow):
    tree = "Ada/NNP/nsubj/3 of/IN/prep/0 Ost/NNP/pobj/1 backs/VBZ=back/ROOT/3 plans/NNS/dobj/3"
    analysis, text = labelled(grow, "Bs O Bs Bc Bt", tree)
    assert encoder_attributions(analysis, text)[0].source == Span(0, 3)


@pytest.mark.parametrize(
    ("rule", "sure", "count"),
    [
        pytest.param((Span(10, 12),), 0.9, 1, id="meets-a-rule"),
        pytest.param((Span(0, 3), Span(19, 25)), 0.9, 2, id="beside-a-rule"),
        pytest.param((), 0.9, 1, id="alone"),
        pytest.param((), 0.4, 0, id="unsure"),
    ],
)
def test_rules_come_first(grow, rule, sure, count):
    analysis, text = labelled(grow, "Bs Bc Bt It O", TREE, sure=sure)
    rules = [Attribution(rule)] if rule else []
    assert len(with_encoder(analysis, text, rules, ())) == count


def test_quoted_words_are_parts_of_what_was_said_alone(grow):
    tops = (Quoted(Span(3, 9), Span(3, 9)),)
    analysis, text = labelled(grow, "Bt It Bs Bc Rt It", SAID)
    assert with_encoder(analysis, text, (), tops)[0].parts == (Span(3, 9),)
    analysis, text = labelled(grow, "Bs Bc Bt It O", TREE)
    assert with_encoder(analysis, text, (), (Quoted(Span(10, 13), Span(10, 13)),))[0].parts == ()


def test_without_scores_the_rules_stand_alone(grow):
    analysis = grow(TREE)
    assert with_encoder(analysis, "Ada backs the plan firmly", (), ()) == []


MARKED = "Ada/NNP/nsubj/1 promises/VBZ=promise/ROOT/1 roads/NNS/dobj/1 and/CC/cc/2 work/NN/conj/2 now/RB/advmod/1"
CALLED = "Ada/NNP/nsubj/1 backs/VBZ=back/ROOT/1 what/WP/dobj/4 they/PRP/nsubj/4 call/VBP/ccomp/1 peace/NN/oprd/4"
TOLD = "Ada/NNP/nsubj/1 notes/VBZ=note/ROOT/1 papers/NNS/dobj/1 saying/VBG=say/acl/2 it/PRP/nsubj/5 sank/VBD/ccomp/3"


@pytest.mark.parametrize(
    ("tree", "labels", "rule", "contents"),
    [
        pytest.param(
            MARKED,
            "Bs Bc Bt It It O",
            {"content": (23, 27), "cue": (4, 12), "source": (0, 3), "addressee": (13, 18)},
            [["roads and work"]],
            id="a-hearer-that-is-said",
        ),
        pytest.param(
            CALLED,
            "Bs Bc Bt It It It",
            {"content": (25, 30), "cue": (20, 24), "source": (15, 19), "source_head": 3},
            [["what they call peace"]],
            id="what-nobody-named-calls-it",
        ),
    ],
)
def test_words_in_marks_get_the_clause_that_is_said(grow, tree, labels, rule, contents):
    analysis, text = labelled(grow, labels, tree)
    spans = {k: v if k == "source_head" else Span(*v) for k, v in rule.items()}
    content = (spans.pop("content"),)
    found = with_encoder(analysis, text, [Attribution(content, parts=content, how="quote", **spans)], ())
    assert [written(text, one.content) for one in found] == contents
    assert (found[0].parts, found[0].addressee, found[0].source) == (content, None, Span(0, 3))


def test_who_tells_of_anothers_words_stays_beside_them_and_untold(grow):
    analysis, text = labelled(grow, "Bs Bc Bt It It It", TOLD)
    rule = Attribution((Span(24, 31),), Span(17, 23), 3, Span(10, 16), 2)
    inner, outer = with_encoder(analysis, text, [rule], ())
    assert inner == rule
    assert (written(text, outer.content), outer.kind) == (["papers saying it sank"], "think")
