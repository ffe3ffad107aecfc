import pickle

from tidings.engine import default_plan
from tidings.model import Raw
from tidings.run.memo import CaseMemo
from tidings.run.reading import ReadBatch
from tidings.store import CaseFile

RAWS = (
    Raw(
        "a.txt", "text", "The harbour reopens\n\nMinisters of both countries met in the port on Monday.\n", "a", "utf-8"
    ),
    Raw("b.txt", "text", "A dock\n\nMinisters of both countries met in the port on Monday.\n", "b", "utf-8"),
)


def test_put_get_drain(tmp_path):
    memo = CaseMemo(tmp_path / "none.case")
    assert memo.get("k") is None
    memo.put("k", b"v")
    assert memo.get("k") == b"v"
    assert memo.drain() == (("k", b"v"),)
    assert memo.drain() == ()


def test_it_pickles_as_its_path(tmp_path):
    memo = CaseMemo(tmp_path / "x.case")
    memo.put("k", b"v")
    copy = pickle.loads(pickle.dumps(memo))
    assert (copy.path, copy.drain()) == (memo.path, ())


def test_with_it_and_without_it_the_readings_are_the_same(tmp_path):
    plan = default_plan()
    with CaseFile(tmp_path / "x.case") as case:
        memo = CaseMemo(case.path)
        filled = ReadBatch(plan.remembering(memo), memo)(RAWS)
        assert filled.memo
        case.keep((), (), filled.memo)
        again = ReadBatch(plan.remembering(memo), memo)(RAWS)
        assert again.memo == ()
        case.forget_memo()
        assert ReadBatch(plan.remembering(memo), memo)(RAWS).done == again.done == filled.done
        memo.close()
    assert ReadBatch(plan.read)(RAWS).done == filled.done
