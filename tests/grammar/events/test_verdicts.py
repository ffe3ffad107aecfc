"""What a speaker does by what is said."""

import pytest

from tidings.grammar.events.verdicts import verdicts


@pytest.mark.parametrize(
    ("sentence", "verb", "dealing", "own"),
    [
        pytest.param(
            "the/DT/det/1 truce/NN/nsubjpass/4 has/VBZ/aux/4 been/VBN/auxpass/4 broken/VBN=break/ROOT/4",
            4,
            "accusation",
            False,
            id="the truce has been broken",
        ),
        pytest.param(
            "the/DT/det/1 window/NN/nsubjpass/3 was/VBD/auxpass/3 broken/VBN=break/ROOT/3",
            3,
            None,
            False,
            id="a window",
        ),
        pytest.param(
            "we/PRP/nsubj/3 will/MD/aux/3 not/RB/neg/3 withdraw/VB/ROOT/3",
            3,
            "refusal",
            True,
            id="we will not withdraw",
        ),
        pytest.param(
            "no/DT/det/1 bank/NN/nsubj/3 will/MD/aux/3 pay/VB/ROOT/3", 3, "refusal", True, id="no bank will pay"
        ),
        pytest.param("we/PRP/nsubj/3 will/MD/aux/3 not/RB/neg/3 comment/VB/ROOT/3", 3, None, False, id="no comment"),
        pytest.param(
            "we/PRP/nsubj/2 have/VBP/aux/2 paid/VBN=pay/ROOT/2 nothing/NN/dobj/2", 2, "denial", True, id="paid nothing"
        ),
        pytest.param("we/PRP/nsubj/3 do/VBP/aux/3 not/RB/neg/3 pay/VB/ROOT/3", 3, "refusal", True, id="we do not pay"),
        pytest.param(
            "nobody/NN/nsubj/2 is/VBZ=be/aux/2 selling/VBG=sell/ROOT/2", 2, "denial", True, id="nobody is selling"
        ),
        pytest.param(
            "boats/NNS=boat/nsubj/2 would/MD/aux/2 return/VB/ROOT/2 unless/IN/mark/5 they/PRP/nsubj/5 left/VBD=leave/advcl/2",
            2,
            "warning",
            True,
            id="unless they left",
        ),
        pytest.param(
            "boats/NNS=boat/nsubj/2 would/MD/aux/2 return/VB/ROOT/2 if/IN/mark/5 they/PRP/nsubj/5 left/VBD=leave/advcl/2",
            2,
            None,
            False,
            id="if they left threatens nobody",
        ),
        pytest.param(
            "there/EX/expl/2 had/VBD=have/aux/2 been/VBN=be/ROOT/2 no/DT/det/4 ransom/NN/attr/2",
            2,
            "denial",
            True,
            id="there had been no ransom",
        ),
        pytest.param(
            "there/EX/expl/1 was/VBD=be/ROOT/1 no/DT/det/3 rain/NN/attr/1", 1, None, False, id="nobody hides the rain"
        ),
        pytest.param(
            "we/PRP/nsubj/3 do/VBP/aux/3 not/RB/neg/3 release/VB/ROOT/3 guests/NNS=guest/dobj/3",
            3,
            "refusal",
            True,
            id="we do not release guests",
        ),
        pytest.param(
            "no/DT/det/1 boat/NN/nsubj/3 would/MD/aux/3 pass/VB/ROOT/3 while/IN/mark/6 troops/NNS=troop/nsubj/6 held/VBD=hold/advcl/3 it/PRP/dobj/6",
            3,
            "condition",
            True,
            id="no boat would pass while troops held it",
        ),
        pytest.param(
            "there/EX/expl/2 can/MD/aux/2 be/VB/ROOT/2 no/DT/det/4 talks/NNS=talk/attr/2 as/RB/advmod/6 long/RB/advmod/2 as/IN/mark/9 it/PRP/nsubjpass/9 lasts/VBZ=last/advcl/6",
            2,
            "condition",
            True,
            id="no talks as long as it lasts",
        ),
        pytest.param(
            "not/RB/neg/2 a/DT/det/2 cent/NN/nsubjpass/5 will/MD/aux/5 be/VB/auxpass/5 paid/VBN=pay/ROOT/5 before/IN/mark/8 it/PRP/nsubj/8 opens/VBZ=open/advcl/5",
            5,
            "condition",
            True,
            id="not a cent before it opens",
        ),
        pytest.param(
            "gates/NNS=gate/nsubj/2 would/MD/aux/2 stay/VB/ROOT/2 shut/JJ/acomp/2 until/IN/mark/6 they/PRP/nsubj/6 left/VBD=leave/advcl/2",
            2,
            "condition",
            True,
            id="shut until they left",
        ),
        pytest.param(
            "ships/NNS=ship/nsubj/2 will/MD/aux/2 sail/VB/ROOT/2 before/IN/mark/5 it/PRP/nsubj/5 rains/VBZ=rain/advcl/2",
            2,
            None,
            False,
            id="what comes before is no term",
        ),
        pytest.param("should/MD/aux/2 Malta/NNP/nsubj/2 pay/VB/ROOT/2", 2, None, False, id="should they pay is an if"),
        pytest.param(
            "we/PRP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 sleep/VB/ROOT/3", 3, None, False, id="nobody asks who slept"
        ),
    ],
)
def test_what_is_done_by_saying_it(grow, sentence, verb, dealing, own):
    found = list(verdicts(grow(sentence), {}, iter([verb])))
    assert [(v.sense.dealing, v.own) for v in found] == ([] if dealing is None else [(dealing, own)])
