"""Dealings in turns of phrase that no verb alone tells."""

import pytest

from tests.stages.read.conftest import told

TOLD = [
    ("Norway will never hear of a toll.", "refusal", "hear-of"),
    ("Norway wants no part of the lottery.", "refusal", "no-part"),
    ("Norway's minister Cid Rask said a toll was simply not an option.", "refusal", "not-an-option"),
    ("Norway considers the guarantee insufficient.", "refusal", "insufficient"),
    ("Norway swore that nobody had touched the wells.", "denial", "nobody-had"),
    ("Norway maintained that it had never sent the letter.", "denial", "never-sent"),
    ("Norway knew nothing of the payment, its minister said.", "denial", "knew-nothing"),
    ("Norway spoke of sabotage at the weir.", "accusation", "spoke-of-sabotage"),
    ("Norway put three used ferries on the table.", "offer", "on-the-table"),
    ("Norway turned to Portugal for a surveyor.", "demand", "turned-to"),
    ("Norway placed on the table a lease for three ferries.", "offer", "placed-on-the-table"),
    ("Norway called the offer a slap in the face.", "refusal", "slap-in-the-face"),
    ("Norway walked out of the talks.", "refusal", "walked-out"),
    ("The Norwegian court threw out the petition.", "refusal", "threw-out"),
    ("Norway said it had done nothing wrong.", "denial", "nothing-wrong"),
    ("The Norwegian Pilots' Union voted to strike.", "warning", "voted-to-strike"),
    ("The Norwegian Pilots' Union gave notice of a strike.", "warning", "gave-notice"),
    ("Norway proposed that the lake be dredged.", "offer", "proposed-that"),
    ("Norway's minister said that Portugal had misled the panel.", "accusation", "had-misled"),
    ("Norway and Portugal came to terms.", "agreement", "came-to-terms"),
    ("Norway attached two conditions.", "condition", "attached"),
    ("Norway turned its back on the accord.", "refusal", "back-on-accord"),
    ("Norway settled on a price of two million.", "agreement", "settled-on"),
    ("Norway's minister Cid Rask said Norway had nothing to do with the leak.", "denial", "nothing-to-do-with"),
    ("Norway's minister Cid Rask said the memo was a forgery.", "denial", "memo-forged"),
    ("Norway said it would sue Portugal.", "warning", "would-sue"),
]
NOT_TOLD = [
    ("Norway has no reason to believe that it rained.", "no-reason-to-believe"),
    ("If Norway would not hear of the plan, it would be dropped.", "supposed"),
    ("Norway insisted that it was no joke.", "no-joke"),
    ("Norway settled for a tie with Portugal.", "settled-for-a-tie"),
    ("Norway slammed the door on Portugal with a headed goal.", "door-in-a-match"),
    ("Norway turned its back on peat.", "back-on-peat"),
    ("Norway will not accept anything less than silver, its fans sang.", "less-than-silver"),
    ("Norway's minister Cid Rask said the queue had nothing to do with the heat.", "queue-and-heat"),
    ("Norway's minister Cid Rask said the statue was a forgery.", "statue"),
    ("Norway's minister Cid Rask said the band was made up of bakers.", "made-up-of"),
    ("Norway's minister Cid Rask said the frost would have consequences for growers.", "consequences-of-frost"),
    ("Norway was asking Portugal to the ball.", "asked-to-a-ball"),
    ("Norway's minister Cid Rask swore he did not remember.", "did-not-remember"),
    ("Tests link the paint to a yard in Bergen.", "evidence"),
]


@pytest.mark.parametrize(("text", "dealing"), [pytest.param(t, d, id=i) for t, d, i in TOLD])
def test_turns_of_phrase(text, dealing):
    assert dealing in {e.dealing for e in told(text).events}


@pytest.mark.parametrize("text", [pytest.param(t, id=i) for t, i in NOT_TOLD])
def test_no_turn_of_phrase(text):
    reading = told(text)
    assert not [e for e in reading.events if e.id.endswith("/idiom") or e.dealing is not None]
