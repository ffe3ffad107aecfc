import itertools
import json
import random
from dataclasses import dataclass, replace

import pytest
from light import LIGHT, LightClean

from tidings.codec import account_to_json
from tidings.engine import Options, Ruling, open_case, tell
from tidings.engine.why import explain
from tidings.errors import CaseError, DecisionError, InputError
from tidings.model import Linked, SetAside, StoryRecord

ARTICLES = {
    "a.txt": 'First\nAnna said "we will sign".\nBoris said "not today".',
    "b.txt": 'Second\nAnna said "we will sign".',
    "c.txt": 'Third\nCara said "not today". Boris said "perhaps".',
    "d.txt": "Fourth\nNobody spoke.",
}


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def case(tmp_path):
    with open_case(tmp_path / "x.case", plan=LIGHT) as opened:
        yield opened


def ids(case):
    return {path: name for name, path in case.documents().items()}


def entity(account, name):
    return next(e for e in account.entities if e.name == name)


def test_add_reads_only_what_is_new(case, pile):
    first = case.add([str(pile)])
    assert (len(first.read), first.known, first.set_aside) == (4, 0, ())
    (pile / "e.txt").write_text("Fifth\nDora said so.")
    second = case.add([str(pile)])
    assert (len(second.read), second.known) == (1, 4)


def test_one_by_one_in_any_order_is_all_at_once(tmp_path, pile):
    with open_case(tmp_path / "all.case", plan=LIGHT) as case:
        case.add([str(pile)])
        expected = account_to_json(case.tell())
    assert expected == account_to_json(tell([str(pile)], plan=LIGHT))
    for number, order in enumerate(itertools.permutations(sorted(ARTICLES))):
        with open_case(tmp_path / f"{number}.case", plan=LIGHT) as case:
            for name in order:
                case.add([str(pile / name)])
                if number % 5 == 0:
                    case.tell()
            assert account_to_json(case.tell()) == expected


def test_removing_is_never_having_added(tmp_path, pile, case):
    case.add([str(pile)])
    case.tell()
    case.remove(["a.txt"])
    rest = [str(pile / name) for name in ARTICLES if name != "a.txt"]
    assert account_to_json(case.tell()) == account_to_json(tell(rest, plan=LIGHT))


def test_removing_a_file_takes_what_was_set_aside_of_it(tmp_path, pile, case):
    case.add([str(pile)])
    expected = account_to_json(case.tell())
    (tmp_path / "more.jsonl").write_text('{"title": "no text"}\n{broken\n')
    (tmp_path / "empty.txt").write_text("")
    case.add([str(tmp_path / "more.jsonl"), str(tmp_path / "empty.txt")])
    assert len(case.tell().set_aside) == 3
    case.remove(["more.jsonl", "empty.txt"])
    assert account_to_json(case.tell()) == expected


def test_a_name_that_is_not_in_the_case(case, pile):
    with pytest.raises(CaseError, match=r"no document 'z\.txt'"):
        case.remove(["z.txt"])
    case.add([str(pile)])
    with pytest.raises(CaseError, match="no story 'z'"):
        case.tell(story="z")
    with pytest.raises(CaseError, match="no record 'z'"):
        case.why("z")


def test_ids_that_were_still_resolve(case, pile):
    case.add([str(pile)])
    boris = entity(case.tell(), "Boris")
    document = boris.id.split("/")[0]
    case.remove([document])
    now = case.why(boris.id)
    assert now.id == entity(case.tell(), "Boris").id != boris.id
    assert now.asked == boris.id
    assert [step.why for step in now.formerly] == ["entity: its first member was taken out"]


def test_a_document_is_explained_as_such_where_a_story_has_its_id(case, pile):
    case.add([str(pile)])
    account = case.tell()
    first = account.documents[0]
    why = explain(first.id, replace(account, stories=(StoryRecord(first.id, "Ships", (first.id,)),)), Linked(), ())
    assert (why.kind, dict(why.fields)["path"]) == ("document", first.path)


def test_an_id_of_which_nothing_is_left_says_so(case, pile):
    case.add([str(pile)])
    cara = entity(case.tell(), "Cara")
    case.remove(["c.txt"])
    with pytest.raises(CaseError, match="was in this case and is no more"):
        case.why(cara.id)


def test_a_poisoned_article_is_set_aside_and_the_rest_is_told(case, pile):
    (pile / "p.txt").write_text("POISON in this one")
    added = case.add([str(pile)])
    assert added.set_aside == (SetAside("p.txt", "read/clean", "ValueError: this one cannot be read"),)
    account = case.tell()
    assert len(account.documents) == 4
    assert account.set_aside == added.set_aside


def test_a_new_text_at_the_same_address_is_another_document(case, tmp_path):
    lines = [{"url": "https://x.example/1", "text": text} for text in ("One\nA ship came.", "One\nTwo ships came.")]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, lines)))
    case.add([str(tmp_path / "x.jsonl")])
    assert len(case.documents()) == 2


def test_as_of_leaves_out_what_came_later(case, tmp_path):
    lines = [{"text": f"Day {day}\nAnna said.", "published": f"2030-01-0{day}"} for day in (1, 2, 3)]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, lines)))
    case.add([str(tmp_path / "x.jsonl")])
    assert [d.published for d in case.tell(as_of="2030-01-02").documents] != []
    assert {d.published for d in case.tell(as_of="2030-01-02").documents} == {"2030-01-01", "2030-01-02"}
    assert len(case.tell().documents) == 3


def test_a_person_decides_who_is_who(case, pile):
    case.add([str(pile)])
    account = case.tell()
    anna, cara = entity(account, "Anna"), entity(account, "Cara")
    decision = case.decide(Ruling("same", anna.id, cara.id, "her married name", "me", "2030-01-01"))
    merged = case.tell()
    assert entity(merged, "Anna").aliases == ("Anna", "Cara")
    assert merged.stale_decisions == ()
    case.undecide(decision.id)
    assert account_to_json(case.tell()) == account_to_json(account)


def test_a_spelling_stands_for_the_one_entity_that_bears_it(case, pile):
    case.add([str(pile)])
    account = case.tell()
    joined = case.decide(Ruling("same", "anna", "Cara", "one woman", "me", "2030-01-01"))
    assert entity(case.tell(), "Anna").aliases == ("Anna", "Cara")
    case.undecide(joined.id)
    assert account_to_json(case.tell()) == account_to_json(account)
    with pytest.raises(DecisionError, match=r"did you mean .*Cara"):
        case.decide(Ruling("same", "Anna", "Carra", "", "me", "2030-01-01"))


def test_a_person_parts_what_was_joined(case, pile):
    case.add([str(pile)])
    statement = next(s for s in case.tell().statements if len(s.quotes) == 2)
    case.decide(Ruling("not_same", statement.quotes[0], statement.quotes[1], "another day", "me", "2030-01-01"))
    assert all(not set(statement.quotes) <= set(s.quotes) for s in case.tell().statements)


def test_a_decision_whose_words_are_gone_is_stale_not_dropped(case, pile):
    case.add([str(pile)])
    account = case.tell()
    case.decide(Ruling("same", entity(account, "Anna").id, entity(account, "Cara").id, "one", "me", "2030-01-01"))
    case.remove(["c.txt"])
    (stale,) = case.tell().stale_decisions
    assert "'Cara' no longer stands there" in stale
    assert len(case.decisions()) == 1


@pytest.mark.parametrize(
    ("verdict", "other", "words"),
    [
        pytest.param("same", "nothing", "no record 'nothing'", id="unknown-id"),
        pytest.param("status", "finished", "status cannot be 'finished'; it is one of requested", id="unknown-status"),
        pytest.param("kind", "ship", "kind cannot be 'ship'", id="unknown-kind"),
        pytest.param("status", "held", "status is for events; .* is one of entities", id="status-of-an-entity"),
    ],
)
def test_a_decision_that_cannot_be(case, pile, verdict, other, words):
    case.add([str(pile)])
    anna = entity(case.tell(), "Anna")
    with pytest.raises(DecisionError, match=words):
        case.decide(Ruling(verdict, anna.id, other, "", "me", "2030-01-01"))


def test_a_decision_about_two_kinds_of_record(case, pile):
    case.add([str(pile)])
    account = case.tell()
    anna, document = entity(account, "Anna").id, account.documents[0].id
    with pytest.raises(DecisionError, match="name two of one kind"):
        case.decide(Ruling("same", anna, document, "", "me", "2030-01-01"))
    with pytest.raises(DecisionError, match="answers is for events"):
        case.decide(Ruling("answers", anna, anna, "", "me", "2030-01-01"))


def test_a_decision_against_an_earlier_one(case, pile):
    case.add([str(pile)])
    account = case.tell()
    anna, cara = entity(account, "Anna").id, entity(account, "Cara").id
    case.decide(Ruling("same", anna, cara, "", "me", "2030-01-01"))
    with pytest.raises(DecisionError, match="take it back first"):
        case.decide(Ruling("not_same", cara, anna, "", "me", "2030-01-01"))


def test_stories_search_and_receipts(case, pile):
    case.add([str(pile)])
    assert case.stories() == ()
    assert {hit.kind for hit in case.search("perhaps")} == {"paragraph", "quote"}
    case.tell()
    assert [json.loads(r)["verb"] for r in case.receipts()] == ["add", "tell"]


def test_limits_and_dates_are_options(case, pile):
    small = Options(limits=Options().limits.__class__(max_bytes=30), published="2030-05-01")
    added = case.add([str(pile)], small)
    assert len(added.read) == 1
    assert all("larger than 30 bytes" in s.reason for s in added.set_aside)
    assert {d.published for d in case.tell().documents} == {"2030-05-01"}


def test_the_order_of_a_pile_means_nothing(tmp_path, pile):
    names = [str(pile / name) for name in ARTICLES]
    expected = account_to_json(tell(names, plan=LIGHT))
    for seed in range(5):
        random.Random(seed).shuffle(names)
        assert account_to_json(tell(names, plan=LIGHT)) == expected


def test_other_stages_read_the_kept_sources_anew(tmp_path, pile):
    with open_case(tmp_path / "x.case", plan=LIGHT) as case:
        case.add([str(pile)])
    fewer = replace(LIGHT, read=(LIGHT.read[0],))
    with open_case(tmp_path / "x.case", plan=fewer) as case:
        assert case.tell().quotes == ()
    pickier = replace(LIGHT, read=(Picky(), LIGHT.read[1]))
    with open_case(tmp_path / "x.case", plan=pickier) as case:
        account = case.tell()
        assert [s.path for s in account.set_aside] == ["d.txt"]
        assert len(account.documents) == 3
        assert len(case.documents()) == 4
    with open_case(tmp_path / "x.case", plan=LIGHT) as case:
        assert account_to_json(case.tell()) == account_to_json(tell([str(pile)], plan=LIGHT))


@dataclass(frozen=True)
class Picky(LightClean):
    """Takes no article in which nobody speaks."""

    def run(self, batch):
        if any("Nobody" in raw.text for raw in batch):
            raise InputError("nobody speaks in it")
        return super().run(batch)
