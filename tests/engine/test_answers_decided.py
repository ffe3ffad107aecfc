"""A person's word on what answers what outlives another reading of the same articles."""

from dataclasses import replace

from tidings.engine import Options, Ruling, open_case
from tidings.engine.plan import default_plan

ARTICLE = """Norway offers to free the crew

Norway offered Portugal on Monday to free the crew of the trawler. Portugal rejected the offer on Tuesday.

The trawler was stopped off Bergen in April. Nobody was hurt, and the weather was fine in most places.
"""


def of_kind(account, kind):
    return next(d for d in account.dealings if d.kind == kind)


def test_what_is_said_to_be_no_answer_is_none_after_another_reading(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    options = Options(published="2031-05-07")
    with open_case(tmp_path / "x.case") as case:
        case.add([str(tmp_path / "a.txt")], options)
        offer, refusal = of_kind(case.tell(), "offer"), of_kind(case.tell(), "refusal")
        assert (offer.state, refusal.answers) == ("rejected", offer.id)
        case.decide(Ruling("not_answers", refusal.event, offer.event, "another offer", "an editor", "2031-05-08"))
        assert of_kind(case.tell(), "offer").state == "open"
    plan = default_plan()
    with open_case(tmp_path / "x.case", plan=replace(plan, model=plan.model + ", another")) as case:
        account = case.tell()
        assert (of_kind(account, "offer").state, of_kind(account, "refusal").answers) == ("open", None)
        assert account.stale_decisions == ()
