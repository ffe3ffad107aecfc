"""The whole command gives the same bytes whatever the hash seed, the workers, the memo and the way in."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from tidings.codec import account_to_json
from tidings.engine import default_plan
from tidings.model import Raw, Telling
from tidings.run.linking import link
from tidings.run.reading import ReadBatch, by_document, read
from tidings.run.telling import tell
from tidings.runners import Local
from tidings.sources import read_inputs


def told(tmp_path, seed, *options):
    out = tmp_path / "account.json"
    command = [sys.executable, "-m", "tidings", "tell", *options, "--quiet", "--json", str(out)]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return out.read_bytes()


def test_another_hash_seed_and_a_case_filled_in_another_order(tmp_path, story, story_folder):
    case = str(tmp_path / "x.case")
    files = sorted(map(str, story_folder.iterdir()), reverse=True)
    command = [sys.executable, "-m", "tidings", "add", *files[:3], "--case", case, "--quiet"]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "2"}, check=True)
    assert told(tmp_path, "3", *files, "--case", case) == account_to_json(story).encode("utf-8")


def test_1_2_and_7_partitions_in_any_order_here_and_in_workers_give_one_account_and_it_is_the_right_one(story_folder):
    plan = default_plan()
    files = sorted(map(str, story_folder.iterdir()))[:3]
    raws = [found for found in read_inputs(files) if isinstance(found, Raw)]
    raws.append(Raw("poisoned.html", "html", "<html><body><nav>Home</nav></body></html>", "0", "utf-8"))
    accounts = []
    for parts, workers in ((1, 1), (2, 1), (7, 1), (3, 2)):
        random.Random(parts).shuffle(raws)
        outcomes = [*read(ReadBatch(plan.read), [tuple(raws[n::parts]) for n in range(parts)], Local(workers))]
        readings = by_document([r for outcome in outcomes for r in outcome.done])
        lost = [s for outcome in outcomes for s in outcome.set_aside]
        accounts.append(tell(plan.tell, Telling(readings, link(plan.link, readings)), plan.generator(), lost))
    assert len({account_to_json(account) for account in accounts}) == 1
    gold = json.loads((story_folder.parent / "gold.json").read_text("utf-8"))
    assert [(s.path, s.stage) for s in accounts[0].set_aside] == [("poisoned.html", "read/clean")]
    known = [d for d in gold["documents"] if d["file"] in {Path(file).name for file in files}]
    assert len(known) == len(files)
    assert {d.path: d.title for d in accounts[0].documents} == {d["file"]: d["title"] for d in known}
    dated = {d["file"]: d["published"] for d in known if d["published"]}
    assert {d.path: d.published for d in accounts[0].documents if d.path in dated} == dated
