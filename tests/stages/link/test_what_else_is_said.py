"""What else a speaker says in a report: the nearest of all, found without going through all."""

import random

import pytest

from tidings.grammar.quotes.same_statement import Said
from tidings.stages.link.statements import RIVALS, heard, nearest, others_of

VOICES = ("mara", "tomas", "lena", None)


def drawn(count, seed):
    draw = random.Random(seed)
    cards = []
    for n in range(count):
        start = draw.randrange(count * 4) // 3 * 3  # many begin at one place, some overlap
        may = tuple(draw.sample(VOICES[:3], draw.randrange(2)))
        cards.append(
            Said(
                id=f"q{draw.randrange(10**6)}-{n}",
                quote=f"q{n // 2}",
                document="d",
                text=f"wording {draw.randrange(count // 2)}",
                kind="direct",
                speaker=draw.choice(VOICES),
                speaker_kind="person",
                states=(),
                candidates=may,
                start=start,
                end=start + draw.choice((2, 5, 30)),
            )
        )
    return cards


def gone_through(card, cards):
    voices = {card.speaker, *card.candidates} - {None}
    rivals = [
        other
        for other in cards
        if other.quote != card.quote
        and not (other.start < card.end and card.start < other.end)
        and (other.speaker in voices or voices & set(other.candidates))
    ]
    rivals.sort(key=lambda other: (abs(other.start - card.start), other.id))
    return tuple(dict.fromkeys(other.text for other in rivals[:RIVALS] if other.text != card.text))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [6, 80])
def test_they_are_the_nearest_of_all(count, seed):
    cards = drawn(count, seed)
    by_voice = heard(cards)
    assert [others_of(card, by_voice) for card in cards] == [gone_through(card, cards) for card in cards]


def test_few_are_looked_at():
    cards = drawn(1_000, 9)
    by_voice = heard(cards)
    assert max(sum(1 for _ in nearest(card, by_voice[voice])) for voice in by_voice for card in cards) < 6 * RIVALS
