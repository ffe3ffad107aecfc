"""What tests of several rooms share: one example story read once, a watch over what might hang."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import tidings
from tidings.cli import run
from tidings.model import Account

HANGS = 120  # seconds; what the watched tests do takes a second or two where it is linear, hours where it is not
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


@pytest.fixture
def watched() -> Iterator[None]:
    """Ends a test that would run for hours."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {HANGS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
