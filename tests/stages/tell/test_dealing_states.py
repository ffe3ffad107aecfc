"""Where a dealing stands by what another report, or the next sentence, tells in other words."""

import json

import pytest

from tidings.engine import Options, passing_case

ASKED = "Ghana demanded that Togo let inspectors into the dam."
LOAN = "Ghana offered Togo a loan of 40 million euros on Monday."
TRUCE = "Ghana and Togo agreed on a truce on Monday."
HEARD = "Ghana said on Monday that it would send its ambassador back only if Togo apologised for the raid."


def told(tmp_path, *reports):
    """The dealings of reports of which each comes three days after the one before."""
    rows = [
        json.dumps(
            {
                "id": str(n),
                "title": "",
                "text": text,
                "published": f"2031-03-{4 + 3 * n:02}",
                "url": f"https://a{n}.org",
            }
        )
        for n, text in enumerate(reports)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    with passing_case() as case:
        case.add([str(tmp_path / "in.jsonl")], Options())
        account = case.tell()
    names = {e.id: e.name for e in account.entities}
    return [(d.kind, names.get(d.from_ or ""), names.get(d.to or ""), d.state) for d in account.dealings]


@pytest.mark.parametrize(
    ("reports", "kind", "state"),
    [
        pytest.param(
            [ASKED, "Togo will let the inspectors into the dam, its minister Kofi Adu said on Friday."],
            "demand",
            "accepted",
            id="will do it",
        ),
        pytest.param(
            [ASKED, "No inspector will enter the dam, Togo's minister Kofi Adu said."], "demand", "rejected", id="no"
        ),
        pytest.param(
            [ASKED, "Togo refused to extradite two bankers to Benin."], "demand", "open", id="refused another thing"
        ),
        pytest.param([f"{ASKED} Togo said on Tuesday that it would comply."], "demand", "accepted", id="would comply"),
        pytest.param(
            [
                "Ghana called on Togo to reopen the bridge at Aflao.",
                "Togo ignored the call; the bridge at Aflao is shut.",
            ],
            "demand",
            "rejected",
            id="ignored it",
        ),
        pytest.param(
            [
                "Ghana demanded that Togo withdraw its complaint to the court.",
                "Togo has no plans to withdraw its complaint, a spokesman said.",
            ],
            "demand",
            "rejected",
            id="no plans to",
        ),
        pytest.param(
            ["Ghana insisted that Togo pay for the broken pier.", "Ghana no longer insists on payment for the pier."],
            "demand",
            "withdrawn",
            id="no longer insists",
        ),
        pytest.param([LOAN, "Ghana pulled the loan off the table."], "offer", "withdrawn", id="off the table"),
        pytest.param([LOAN, "Togo turned Ghana's loan offer down."], "offer", "rejected", id="turned it down"),
        pytest.param(
            ["Ghana promised Togo to keep its boats in port.", "Ghana broke its promise to keep its boats in port."],
            "offer",
            "breached",
            id="broke its promise",
        ),
        pytest.param(
            [
                "Ghana warned Togo on Monday that it would close its ports to Togolese trawlers.",
                "Ghana's ports are closed to Togolese trawlers since Friday, as Accra had warned.",
            ],
            "warning",
            "kept",
            id="as it had warned",
        ),
        pytest.param(
            [TRUCE, "The truce collapsed on Thursday when shells fell on Aflao."],
            "agreement",
            "breached",
            id="collapsed",
        ),
        pytest.param(
            [TRUCE, "The truce lasted three days. On Thursday shells fell on Aflao."],
            "agreement",
            "breached",
            id="lasted",
        ),
        pytest.param(
            [TRUCE, "Togolese boats entered the bay on Thursday in violation of the truce."],
            "agreement",
            "breached",
            id="in violation of it",
        ),
        pytest.param(
            ["Ghana and Togo agreed on Monday on a joint dam.", "The deal fell through on Friday."],
            "agreement",
            "withdrawn",
            id="fell through",
        ),
        pytest.param(
            ["Ghana and Togo signed an accord on Monday under which both withdraw their boats from the bay."],
            "agreement",
            "signed",
            id="boats withdrawn under an accord",
        ),
        pytest.param([HEARD, "Togo apologised for the raid on Thursday."], "condition", "accepted", id="condition met"),
        pytest.param(
            [HEARD, "Togo will not apologise, its minister Kofi Adu said."], "condition", "rejected", id="will not"
        ),
    ],
)
def test_where_it_stands(tmp_path, reports, kind, state):
    assert {s for k, _, _, s in told(tmp_path, *reports) if k == kind} == {state}


def test_what_is_to_be_freed_is_asked_for_nothing(tmp_path):
    text = "Ghana demanded that the trawler Aurora be released. Togo had seized the trawler Aurora on Sunday."
    assert ("demand", "Ghana", "Aurora") not in {d[:3] for d in told(tmp_path, text)}


def test_an_offer_that_is_only_pointed_at_is_told_once(tmp_path):
    dealings = told(tmp_path, LOAN, "Togo walked away from the offer on Wednesday.")
    assert [d[:3] for d in dealings if d[0] == "offer"] == [("offer", "Ghana", "Togo")]
