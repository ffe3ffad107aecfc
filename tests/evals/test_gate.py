import pytest

from evals.gate import Floors, corpus_digest


@pytest.fixture
def floors():
    return Floors({"times": {"value F1": 0.8}}, {"times": "abc"})


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        pytest.param({"value F1": 0.9}, [], id="above"),
        pytest.param({"value F1": 0.7951}, [], id="within-epsilon"),
        pytest.param({"value F1": 0.79}, ["times: value F1 is 0.790, below its floor 0.800"], id="below"),
        pytest.param({}, ["times: value F1 has the floor 0.800 and is not measured any more"], id="gone"),
        pytest.param({"value F1": 0.8, "new": 0.1}, [], id="a-new-measure"),
    ],
)
def test_what_is_below_its_floor(floors, measures, expected):
    assert floors.broken("times", measures) == expected


def test_another_gold_set_is_said(floors):
    assert floors.moved("times", "abc") == []
    assert len(floors.moved("times", "abd")) == 1
    assert floors.moved("quotes", "x") == []


def test_floors_only_rise(floors):
    floors.set("times", {"value F1": 0.7, "span F1": 0.5}, "abc", lower=None)
    assert floors.floors == {"times": {"value F1": 0.8, "span F1": 0.5}}
    floors.set("times", {"value F1": 0.85}, "abc", lower=None)
    assert floors.of("times", "value F1") == 0.85
    assert floors.lowered == []


def test_a_lower_floor_needs_a_reason(floors):
    floors.set("times", {"value F1": 0.7}, "abc", lower="the set was corrected")
    assert floors.of("times", "value F1") == 0.7
    assert floors.lowered == ["times: value F1 0.8 to 0.7: the set was corrected"]


def test_saved_and_loaded(floors, tmp_path):
    floors.save(tmp_path / "floors.json")
    assert Floors.load(tmp_path / "floors.json") == floors
    assert Floors.load(tmp_path / "none.json") == Floors()


def test_the_digest_knows_names_and_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("1")
    first = corpus_digest(tmp_path, ("a",))
    assert corpus_digest(tmp_path, ("a",)) == first
    (tmp_path / "a" / "x.txt").write_text("2")
    second = corpus_digest(tmp_path, ("a",))
    (tmp_path / "a" / "x.txt").rename(tmp_path / "a" / "y.txt")
    assert len({first, second, corpus_digest(tmp_path, ("a",))}) == 3
