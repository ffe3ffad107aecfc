"""One example story, read and told once for all tests that need a real account or a real case."""

from pathlib import Path

import pytest

import tidings
from tidings.cli import run
from tidings.model import Account

STORY = Path(__file__).parent.parent / "examples" / "ceasefire-talks" / "docs"


@pytest.fixture(scope="session")
def story_folder() -> Path:
    """The articles of the story."""
    return STORY


@pytest.fixture(scope="session")
def story() -> Account:
    """What is told of them without a case file."""
    return tidings.tell([str(STORY)])


@pytest.fixture(scope="session")
def story_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that holds them; for tests that only read it."""
    file = tmp_path_factory.mktemp("story") / "story.case"
    assert run(["add", str(STORY), "--case", str(file), "-q"]) == 0
    return file
