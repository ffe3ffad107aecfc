"""What stands in one report alone and what it leaves out, on three reports of an invented ferry strike."""

from dataclasses import replace

from reports import account

from tidings.model import Account, Copies, DocumentRecord
from tidings.report.alone import apart

SHARED = "The ferry captains of Larn walked out on Tuesday because the harbour board had cut their night pay. "
RETURN = "A judge in Orsa will hear the old quarrel over the lighthouse lease on Friday morning. "
TOLD = {
    "bell": SHARED + RETURN,
    "gull": SHARED + RETURN + "A baker near the quay said that he had thrown away two hundred unsold loaves of bread. ",
    "oar": SHARED + "Nobody at the ministry of transport would answer a telephone in the evening after the walkout. ",
}


def record(name: str, text: str) -> DocumentRecord:
    return replace(account().documents[0], id=name, path=f"{name}.txt", title=None, text=text)


def told(**copies: str) -> Account:
    documents = tuple(record(name, text) for name, text in TOLD.items())
    groups = tuple(Copies((one, other), "copy", "in one order", ()) for one, other in copies.items())
    return replace(account(), documents=documents, copies=groups)


def test_alone_and_left_out() -> None:
    found = {a.document: a for a in apart(told())}
    alone = {name: [w.exact.split()[1] for w in a.alone] for name, a in found.items()}
    assert alone == {"bell": [], "gull": ["baker"], "oar": ["at"]}
    left = {name: [(w.exact.split()[1], tellers) for w, tellers in a.left_out] for name, a in found.items()}
    assert left == {"bell": [], "gull": [], "oar": [("judge", ("bell", "gull"))]}


def test_a_copy_is_no_second_report() -> None:
    assert [a.document for a in apart(told(bell="gull"))] == ["bell", "oar"]


def test_one_report_has_no_other_beside_it() -> None:
    assert apart(replace(told(), documents=told().documents[:1])) == ()


def test_nobody_leaves_out_what_only_later_days_told() -> None:
    days = {"bell": "2031-05-02", "gull": "2031-05-02", "oar": "2031-05-01"}
    documents = tuple(replace(d, published=days[d.id]) for d in told().documents)
    assert all(not a.left_out for a in apart(replace(told(), documents=documents)))


def test_a_quotation_in_a_short_sentence_is_told_there_too() -> None:
    own = "“I will not leave the harbour”, said Captain Oda Fenn after a long night among the angry captains of Larn. "
    texts = {"bell": SHARED + own, "gull": SHARED + "“I will not leave the harbour.” "}
    account_ = replace(told(), documents=tuple(record(name, text) for name, text in texts.items()))
    assert all(not a.alone for a in apart(account_))
