"""Wordings that cannot tell one act."""

import pytest

from tidings.grammar.events.opposite import is_another, is_opposite, other_rescuers, says_no


@pytest.mark.parametrize(
    ("text", "act", "no"),
    [
        pytest.param("The council agreed.", "agreed", False, id="yes"),
        pytest.param("The mayor did not agree with the council", "agreed", True, id="not, in another form"),
        pytest.param("The ferry company wouldn't sign", "sign", True, id="n't"),
        pytest.param("The envoy denied having signed", "signed", True, id="denied"),
        pytest.param("Nobody was hurt, and the pilot signed the log", "signed", False, id="a no behind a comma"),
        pytest.param(
            "The port denies the report according to which a pilot was held", "held", True, id="a claim denied"
        ),
        pytest.param("The pilot, who denied the report, was held", "held", False, id="a claim denied by the way"),
        pytest.param("Mr Lund said no", "said", True, id="said no"),
        pytest.param("Mrs Lund said yes", "said", False, id="said yes"),
        pytest.param("Mr Lund said no ferry had sailed", "said", False, id="said that no"),
        pytest.param("The mayor left", "agreed", None, id="not told"),
        pytest.param("Lund agreed, Holm did not agree", "agreed", None, id="both ways"),
    ],
)
def test_says_no(text, act, no):
    assert says_no(text, act) is no


def test_opposite_needs_the_word_in_both():
    assert is_opposite("The council agreed", "agreed", "the mayor said that she did not agree")
    assert not is_opposite("The council agreed", "agreed", "The council agreed on Monday")
    assert not is_opposite("The council agreed", "agreed", "the mayor would not sign")


@pytest.mark.parametrize(
    ("act", "other", "opposite"),
    [
        pytest.param("shut", "Norway reopened the harbour on Friday", True, id="only the reopening"),
        pytest.param("reopened", "Norway closed the harbour", True, id="only the closing"),
        pytest.param("shut", "Norway reopened the harbour that it had closed", False, id="both"),
        pytest.param("shut", "The harbour has been quiet", False, id="neither"),
        pytest.param("signed", "Norway reopened the harbour", False, id="another act"),
    ],
)
def test_what_undoes_it(act, other, opposite):
    assert is_opposite(f"Norway {act} the harbour", act, other) is opposite


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("We freed ourselves", "three miners freed by firemen", True, id="themselves, by others"),
        pytest.param("We freed ourselves", "the three freed themselves", False, id="both themselves"),
        pytest.param("We freed ourselves", "three miners freed on Monday", False, id="nobody knows by whom"),
    ],
)
def test_other_rescuers(one, other, apart):
    assert other_rescuers(one, "freed", other, "freed") is apart
    assert other_rescuers(other, "freed", one, "freed") is apart


@pytest.mark.parametrize(
    ("clause", "act", "more"),
    [
        pytest.param("after a second telephone call with Holm", "call", True, id="a second"),
        pytest.param("Lund held another round of talks", "talks", True, id="another round"),
        pytest.param("Lund spoke with Holm again", "spoke", True, id="again"),
        pytest.param("Lund telephoned Holm for a third time", "telephoned", True, id="for a third time"),
        pytest.param("the second round of talks", "talks", False, id="the second, which all call so"),
        pytest.param("Lund called a second envoy home", "called", False, id="a second of something else"),
        pytest.param("Lund telephoned Holm", "telephoned", False, id="none"),
    ],
)
def test_one_more_of_its_kind(clause, act, more):
    assert is_another(clause, act) is more
