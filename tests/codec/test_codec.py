import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.codec import account_from_json, account_to_json, pack, to_json, to_plain, unpack
from tidings.model import (
    Account,
    Anchor,
    Date,
    Dealing,
    Document,
    DocumentRecord,
    Event,
    Generator,
    Quote,
    Reading,
    Span,
    Statement,
    StatusPoint,
    Time,
)

DOCS = Path(__file__).parent.parent.parent / "docs"
SPOT = Anchor("d1", 0, 5, "Lomé!", ((7, 9), (11, 14)))


def account(text="Lomé!"):
    return Account(
        "tidings.account/1",
        Generator("tidings", "0", "m", "cpu"),
        (DocumentRecord("d1", "a.txt", None, None, text, "2030-01-02", None, "stated", None, None, (), None, "0"),),
        (),
        (),
        (),
        (Statement("s", None, ("q2", "q1"), {"q2": "paraphrase", "q1": "rendering"}, 2),),
        (),
        (
            Event(
                "e",
                "CONSULT",
                None,
                "AGREE",
                (),
                (),
                Date("2030-01-02", "2030-01-02", "day"),
                "announced",
                (StatusPoint("announced", None, "d1"),),
                (),
                "a meeting",
                1,
                0.123456789,
                (SPOT,),
            ),
        ),
        (Dealing("x", "e", "offer", "p1", "p2", "grain", None, "open", None, (SPOT,)),),
        (),
        (),
    )


def test_the_names_of_the_contract():
    plain = json.loads(account_to_json(account()))
    assert plain["dealings"][0]["from"] == "p1"
    day = {"from": "2030-01-02", "to": "2030-01-02", "grain": "day", "inferred": False}
    assert plain["events"][0]["date"] == day
    assert plain["events"][0]["confidence"] == 0.1235
    assert plain["events"][0]["evidence"] == [
        {"document": "d1", "start": 0, "end": 5, "exact": "Lomé!", "raw": [[7, 9], [11, 14]]}
    ]
    assert list(plain["statements"][0]["relation"]) == ["q1", "q2"]


def test_one_record_a_line():
    lines = account_to_json(account()).splitlines()
    assert sum(line.startswith('{"id":"d1"') for line in lines) == 1


@pytest.mark.parametrize("text", ["Lomé!", "x\ud800y", "a\u2028b\x00", "\U0001f600"])
def test_there_and_back(text):
    before = account(text)
    wire = account_to_json(before)
    wire.encode("utf-8")
    assert account_to_json(account_from_json(wire)) == wire
    assert account_from_json(wire).documents == before.documents


def test_what_is_no_account():
    with pytest.raises(msgspec.ValidationError):
        account_from_json('{"schema": "tidings.account/1"}')


def test_what_is_no_number_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        to_json({"weight": float("nan")})


@given(st.text(st.characters(exclude_categories=())), st.booleans())
def test_packed_there_and_back(text, times):
    document = Document("d", "a", "0", text, ())
    reading = Reading(document, times=(Time(Span(0, 1), "DATE", text),) if times else (), sentences=(Span(0, 2),))
    assert unpack(pack(reading), Reading) == reading


def test_packed_keeps_weights_whole():
    quote = Quote("q", "direct", (Span(0, 1),), confidence=0.123456789012345)
    assert unpack(pack(quote), Quote) == quote


def schema(name):
    found = json.loads((DOCS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def test_an_account_keeps_to_its_schema():
    jsonschema.validate(json.loads(account_to_json(account())), schema("account"))


def fields_of(record):
    return [field.removesuffix("_") for field in record.__dataclass_fields__]


def test_the_schema_knows_every_field():
    found = schema("account")
    assert list(found["properties"]) == found["required"] == fields_of(Account)
    for name, record in found["$defs"].items():
        assert list(record["properties"]) == fields_of(getattr(__import__("tidings.model").model, name)), name
    assert schema("reading")["$defs"]["DocumentRecord"] == found["$defs"]["DocumentRecord"]


def test_plain_is_sorted_where_order_means_nothing():
    assert list(to_plain(account().statements[0])["relation"]) == ["q1", "q2"]
