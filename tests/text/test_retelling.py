"""One report told again by another desk keeps the order of what it tells; two reporters at one scene do not."""

from tidings.text.retelling import figures, retelling, running

FIRST = [
    "The harbour board refused the new lease for the ferry pier on Monday.",
    "It wants 340 boats moved to the northern basin before the storms of autumn.",
    "The fishermen had offered to pay 75 crowns a month for each berth.",
    "“Nobody asked us before the board sat down to vote on it,” the skipper of the oldest boat said.",
    "A court in the provincial capital will hear the complaint in June.",
]
AGAIN = [
    "On Monday the board of the harbour turned down the new lease for the pier of the ferry.",
    "Before the autumn storms, 340 boats are to move to the northern basin, it demands.",
    "Fishermen had proposed to pay 75 crowns for every berth each month.",
    "In June the complaint will be heard by a provincial court in the capital.",
]
OTHER = [
    "Rain fell for the fourth day on the market square behind the church.",
    "Women sold bread and onions from the back of a grey lorry.",
    "The complaint of the fishermen is with a court in the provincial capital.",
]


def test_running_leaves_out_what_is_quoted() -> None:
    """A sentence that only quotes is nothing of the outlet's own."""
    assert len(running(FIRST)) == len(FIRST)
    assert all("Nobody asked" not in sentence for sentence in running(FIRST))
    assert running(["“Nobody asked us before the board sat down,” he said."]) == ()


def test_retold_in_order() -> None:
    """Each sentence of the shorter text has its counterpart, and the numbers agree."""
    found = retelling(running(FIRST), running(AGAIN), figures(" ".join(FIRST)), figures(" ".join(AGAIN)))
    assert (found.share, found.figures, found.counted) == (1.0, 1.0, 2)


def test_long_numbers_are_told_apart() -> None:
    """Seven digits and their fractions are not rounded into one."""
    assert figures("It moved 1,234,561 crates.") != figures("It moved 1,234,564 crates.")
    assert figures("It moved 1.2 million crates.") == figures("It moved 1,200,000 crates.")


def test_another_order_is_no_retelling() -> None:
    """Told backwards, one sentence at most stays in order."""
    told = running(AGAIN)
    assert retelling(running(FIRST), told[::-1], frozenset(), frozenset()).sentences < len(told) // 2 + 1


def test_one_scene_two_reporters() -> None:
    """One shared sentence is one."""
    assert retelling(running(FIRST), running(OTHER), frozenset(), frozenset()).sentences <= 1
