"""The day in a file's name."""

import pytest

from tidings.grammar.layout.named_day import named_day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024-03-15-harbour.txt", "2024-03-15"),
        ("harbour_20240315.html", "2024-03-15"),
        ("harbour-20240315T1010.html", "2024-03-15"),
        ("20240315101530-harbour.txt", "2024-03-15"),
        ("15-03-2024.txt", "2024-03-15"),
        ("15_march_2024 harbour.txt", "2024-03-15"),
        ("2024/03/15/harbour.txt", "2024-03-15"),
        ("site/2024/3/5/harbour.txt", "2024-03-05"),
        ("2024/03/15/2024-03-15.txt", "2024-03-15"),
        ("05-03-2024.txt", None),
        ("2024-03-15_2024-03-16.txt", None),
        ("20241540.txt", None),
        ("12024031599.txt", None),
        ("2024-03.txt", None),
        ("harbour.txt", None),
        ("2098-05-05 harbour.txt", None),
    ],
)
def test_day_of_a_name(path, day):
    assert named_day(path) == day
