"""The same pile, cut into 1, 2 and 7 parts, in any order, in one process and in several, gives the known answer."""

import random

import pytest
from light import LIGHT

from tidings.codec import account_to_json
from tidings.model import Given, Raw, SetAside, Telling
from tidings.run.linking import link
from tidings.run.reading import ReadBatch, by_document, read
from tidings.run.telling import tell
from tidings.runners import Local
from tidings.text.ids import digest

NAMES = ("Anna", "Boris", "Cara")
POISONED = "06.txt"


def pile():
    for number in range(14):
        text = f'Day {number}\n{NAMES[number % 3]} said "ship {number % 4} sails".'
        if f"{number:02}.txt" == POISONED:
            text += " POISON"
        yield Raw(f"{number:02}.txt", "text", text, digest(text.encode()), "utf-8", Given(published="2030-01-01"))


def account_of(parts, workers, seed):
    raws = list(pile())
    random.Random(seed).shuffle(raws)
    tasks = [tuple(raws[n::parts]) for n in range(parts)]
    readings, lost = [], []
    for outcome in read(ReadBatch(LIGHT.read), tasks, Local(workers)):
        readings += outcome.done
        lost += outcome.set_aside
    readings = by_document(readings)
    return tell(LIGHT.tell, Telling(readings, link(LIGHT.link, readings)), LIGHT.generator(), lost)


@pytest.mark.parametrize(("parts", "workers"), [(1, 1), (2, 1), (7, 1), (7, 2)])
def test_the_known_answer(parts, workers):
    account = account_of(parts, workers, seed=3)
    assert account.set_aside == (SetAside(POISONED, "read/clean", "ValueError: this one cannot be read"),)
    assert sorted(d.path for d in account.documents) == [f"{n:02}.txt" for n in range(14) if n != 6]
    assert {e.name: len(e.mentions) for e in account.entities} == {"Anna": 4, "Boris": 5, "Cara": 4}
    said = {q.id: q.text for q in account.quotes}
    groups = {said[s.quotes[0]]: len(s.quotes) for s in account.statements}
    assert groups == {"ship 0 sails": 4, "ship 1 sails": 4, "ship 2 sails": 2, "ship 3 sails": 3}


def test_the_same_bytes():
    found = {account_to_json(account_of(parts, 1, seed)) for parts in (1, 2, 7) for seed in range(5)}
    assert len(found | {account_to_json(account_of(7, 2, 9))}) == 1


def test_a_worker_that_dies_twice_loses_its_article_alone():
    raws = [*pile()][:5]
    deadly = Raw("deadly.txt", "text", "DEADLY", "0", "utf-8")
    outcomes = list(read(ReadBatch(LIGHT.read), [(raws[0], deadly, raws[1]), (raws[2],)], Local(2)))
    assert sorted(r.document.path for o in outcomes for r in o.done) == ["00.txt", "01.txt", "02.txt"]
    assert [s for o in outcomes for s in o.set_aside] == [
        SetAside("deadly.txt", "read", "its worker process ended with signal 9, twice")
    ]
