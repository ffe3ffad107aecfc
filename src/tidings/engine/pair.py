"""One sentence, who acts and on whom: the PLOVER event between the two, by lexicon, grammar and encoder together."""

from collections.abc import Sequence
from typing import overload

from tidings.errors import InputError
from tidings.grammar.events.pairs import PairCode, vote
from tidings.grammar.events.pairs import code_pair as code_by_lexicon
from tidings.model import Span

__all__ = ["code_pair"]

Ends = tuple[int, int]


@overload
def code_pair(sentence: str, source: Ends, target: Ends) -> PairCode: ...
@overload
def code_pair(sentence: Sequence[str], source: Sequence[Ends], target: Sequence[Ends]) -> list[PairCode]: ...
def code_pair(
    sentence: str | Sequence[str], source: Ends | Sequence[Ends], target: Ends | Sequence[Ends]
) -> PairCode | list[PairCode]:
    """What the source does to the target: type, mode, status, PLOVER's code and how sure; spans are (start, end).

    Three lists of one length give a list, each sentence read once. Raises InputError for a span that does not
    hold in its sentence, or lists of different lengths.
    """
    if isinstance(sentence, str):
        return coded([sentence], [source], [target])[0]
    return coded(list(sentence), list(source), list(target))


def coded(sentences: list[str], sources: Sequence[object], targets: Sequence[object]) -> list[PairCode]:
    """The codes of many pairs; models are loaded here, since they take seconds."""
    if not len(sentences) == len(sources) == len(targets):
        lengths = f"{len(sentences)} sentences, {len(sources)} sources and {len(targets)} targets"
        raise InputError(f"{lengths}: give lists of one length, an element a pair")
    asked: dict[str, list[tuple[int, tuple[Span, Span]]]] = {}
    for n, (text, source, target) in enumerate(zip(sentences, sources, targets, strict=True)):
        asked.setdefault(text, []).append((n, (held(text, source, n), held(text, target, n))))
    from tidings.analysis import analyse_units, root_scores
    from tidings.stages.read.analyse import laid_out

    texts = sorted(asked)
    found: dict[int, PairCode] = {}
    for text, unit in zip(texts, analyse_units(texts), strict=True):
        analysis = laid_out((Span(0, len(text)),), (unit,))
        pairs = [pair for _, pair in asked[text]]
        for (n, pair), chances in zip(asked[text], root_scores(text, pairs), strict=True):
            found[n] = vote(code_by_lexicon(analysis, *pair), chances)
    return [found[n] for n in range(len(sentences))]


def held(text: str, ends: object, number: int) -> Span:
    """A span that holds in the text, else InputError."""
    match ends:
        case (int() as start, int() as end) if 0 <= start < end <= len(text):
            return Span(start, end)
    raise InputError(f"pair {number}: {ends!r} is no (start, end) with 0 <= start < end <= {len(text)}")
