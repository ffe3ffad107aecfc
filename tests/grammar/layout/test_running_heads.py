"""Lines that a printed text says again on each page."""

import pytest

from tidings.grammar.layout.running_heads import running_heads, without_heads
from tidings.text.mapped import identity

ROWS = [
    f"The board of the harbour met for day number {word} and"
    for word in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
]
PAGE, NEXT = "\n".join(ROWS), "\n".join(row.replace("harbour", "river") for row in ROWS)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param(
            f"ORLA REVIEW  1\n{PAGE}\nORLA REVIEW  2\n{NEXT}", ["ORLA REVIEW  1", "ORLA REVIEW  2"], id="counted"
        ),
        pytest.param(
            f"11   Oral Questions\n{PAGE}\n12   Oral Questions\n{NEXT}",
            ["11   Oral Questions", "12   Oral Questions"],
            id="number first",
        ),
        pytest.param(
            f"Orla Review, 3 May 2021   Page 1\nFor members only\n{PAGE}\nOrla Review, 3 May 2021   Page 2\nFor members only\n{NEXT}",
            [
                "Orla Review, 3 May 2021   Page 1",
                "For members only",
                "Orla Review, 3 May 2021   Page 2",
                "For members only",
            ],
            id="what stands beside the number",
        ),
        pytest.param(f"Part 1\n{PAGE}\nPart 2\n{NEXT}", [], id="a heading with a number"),
        pytest.param(
            f"Tonnes in 2021: 14\n{PAGE}\nTonnes in 2022: 19\n{NEXT}", [], id="figures that do not count pages"
        ),
        pytest.param("Orla Review 1\nShort.\nOrla Review 2\nShort.", [], id="no page between"),
        pytest.param(f"Read more\n{PAGE}\nRead more\n{NEXT}", [], id="without a number"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_heads_are_told_by_their_count(text: str, heads: list[str]) -> None:
    assert [text[head.start : head.end] for head in running_heads(text)] == heads


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"ORLA REVIEW 1\n{PAGE}\n\nORLA REVIEW 2\nso it went.", f"ORLA REVIEW 1\n\n{PAGE}\nso it went.", id="a sentence goes on"),
        pytest.param(f"ORLA REVIEW 1\n{PAGE} so.\nORLA REVIEW 2\nThe end.", f"ORLA REVIEW 1\n\n{PAGE} so.\n\nThe end.", id="a new paragraph"),
    ],
)  # fmt: skip
def test_text_is_joined_over_the_break(text: str, left: str) -> None:
    assert identity(text).edited(without_heads(text, running_heads(text))).text == left


@pytest.mark.usefixtures("watched")
def test_many_pages_take_linear_time() -> None:
    text = "".join(f"ORLA REVIEW {n}\n" + "so\n" * 8 for n in range(1, 40_000))
    heads = running_heads(text)
    assert len(heads) == 39_999
    assert without_heads(text, heads)
