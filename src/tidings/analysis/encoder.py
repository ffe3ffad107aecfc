"""The encoder: one small network whose heads label a unit of text in one pass.

Roles of attribution per token (PolNeAR), whether it happened at each token (UW, MEANTIME), what speaks at each token for
an act rightly told (judged events), and the PLOVER root of a pair of spans. How it was made: `training/`; what it may be
used for: `models/card.md`. It runs one unit a call and one thread a process, because
dynamic int8 takes its scale over the whole batch: in a batch each sentence comes out differently.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tidings.analysis import acts
from tidings.analysis.acts import TELLING_POS, ActNet, Asked, look, signs, with_acts
from tidings.analysis.best_labels import best_labels
from tidings.analysis.gists import FILE, gist_map, gist_of
from tidings.analysis.layered import Part, layered, through
from tidings.errors import ModelError
from tidings.model import Span, Token, TokenScore, Unit

__all__ = [
    "BELOW",
    "EXACT",
    "INT8",
    "MEANING",
    "Encoder",
    "encode_units",
    "encoder",
    "encoder_digest",
    "folder_with",
    "piece_states",
    "root_scores",
    "scored_units",
]

INT8, EXACT = "encoder.int8.onnx", "encoder.onnx"
MEANING = "meaning.int8.onnx"  # the sentence model, which shares the vectors of the encoder's words
MOST = 160  # word pieces a pass takes beside [CLS] and [SEP], as in training; a longer text takes several passes
BELOW = ("states.4", "states.5")  # after the fourth and the fifth layer, which the last two layers read
ENDS = tuple(
    f"/reader/encoder/layers.{n}/norm2/LayerNormalization_output_0" for n in range(5)
)  # of layers: the next follow
OUTPUTS = ("labels", "status", "states", *BELOW)
QUOTES = ('"', "“", "”")
TOGETHER = 64  # units whose labels are sought at once; the network takes each by itself
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Ran:
    """What the network says of a text: of each word piece its label scores and whether it happened.

    With [CLS] and [SEP] around them the states: the last, and those below each of the last layers (pieces, layers, width).
    """

    offsets: list[tuple[int, int]]
    scores: Floats
    happened: Floats
    states: Floats
    below: Floats


NOTHING = Ran([], *(np.zeros(shape, np.float32) for shape in ((0, 0), 0, (0, 384), (0, 2, 384))))
NO_PIECE = TokenScore("O", 0.0, 0.0)


@dataclass(frozen=True)
class Encoder:
    """A loaded network with its tokenizer and the small heads that numpy applies."""

    parts: tuple[Part, ...]  # a layer each
    tokenizer: Tokenizer
    labels: tuple[str, ...]
    roots: tuple[str, ...]
    attention_heads: int
    transitions: Floats
    heads: dict[str, Floats]
    acts: ActNet  # which act a token tells
    gist: Floats  # from states to what a unit is about


@cache
def encoder(name: str = INT8) -> Encoder:
    """The encoder, loaded once a process. Raises ModelError where its files are not there."""
    folder = folder_with(name)
    parts = layered(folder / name, ENDS)
    meta = json.loads((folder / "labels.json").read_text("utf-8"))
    with np.load(folder / "heads.npz") as stored:
        heads = {key: stored[key].astype(np.float32) for key in stored.files}
    roots = {key.removeprefix("roots."): value for key, value in heads.items() if key.startswith("roots.")}
    return Encoder(
        parts,
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        tuple(meta["labels"]),
        tuple(meta["roots"]),
        meta["attention_heads"],
        heads["transitions"],
        roots,
        acts.act_net(folder),
        gist_map(folder),
    )


def folder_with(name: str) -> Path:
    """The folder that holds the weights; raises ModelError where they are not there."""
    folder = Path(str(files("tidings.analysis") / "models"))
    if not (folder / name).is_file():
        cure = "install tidings again" if name == INT8 else f"make it with training/ and put {name} into {folder}"
        raise ModelError(f"the encoder's weights {name} are not installed; {cure}")
    return folder


@cache
def encoder_digest(name: str = INT8) -> str:
    """16 hex digits over the files of the encoder and the sentence model: part of every memo key and of `generator`."""
    folder = folder_with(name)
    found = blake2b(digest_size=8)
    for file in (name, "heads.npz", FILE, *acts.FILES, MEANING, "labels.json", "tokenizer.json"):
        found.update((folder / file).read_bytes())
    return found.hexdigest()


def encode_units(units: Sequence[Unit], name: str = INT8) -> list[tuple[TokenScore, ...]]:
    """The scores of each unit's tokens; a unit's never depend on the others."""
    return [unit.scores for unit in scored_units(units, name)]


def scored_units(units: Sequence[Unit], name: str = INT8) -> list[Unit]:
    """The units with the scores of their tokens and with what they are about."""
    net = encoder(name)
    found: list[Unit] = []
    rest = iter(units)
    while batch := list(islice(rest, TOGETHER)):
        ran = iter(run_all(net, [unit.text for unit in batch if unit.tokens]))
        runs = [next(ran) if unit.tokens else NOTHING for unit in batch]
        labels = best_labels([ran.scores for ran in runs], net.transitions)
        for unit, own, scores in zip(batch, runs, token_scores(net, batch, runs, labels), strict=True):
            found.append(replace(unit, scores=scores, gist=gist_of(inner(own.states), net.gist)))
    return found


def token_scores(
    net: Encoder, units: Sequence[Unit], runs: Sequence[Ran], labels: Sequence[tuple[list[int], list[float]]]
) -> list[tuple[TokenScore, ...]]:
    """A score for each token of each unit: that of its first word piece, its probability the mean over its pieces."""
    bare, asked = [], []
    for unit, ran, (path, sure) in zip(units, runs, labels, strict=True):
        pieces = pieces_of(unit.tokens, ran.offsets)
        scores = scored(net, pieces, ran, ([net.labels[label] for label in path], sure))
        bare.append(scores)
        asked.append(asked_of(net, unit, ran, pieces, scores))
    seen = look(net.acts, [one for _, one in asked])
    return [with_acts(scores, tokens, own) for scores, (tokens, _), own in zip(bare, asked, seen, strict=True)]


def pieces_of(tokens: Sequence[Token], offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first word piece of each token and one past its last; the same twice where it has none."""
    found = []
    at, count = 0, len(offsets)
    for token in tokens:
        start, end = token.start, token.end
        while at < count and offsets[at][1] <= start:
            at += 1
        last = at
        while last < count and offsets[last][0] < end:
            last += 1
        found.append((at, last))
    return found


def scored(
    net: Encoder, pieces: Sequence[tuple[int, int]], ran: Ran, labels: tuple[Sequence[str], Sequence[float]]
) -> list[TokenScore]:
    """The scores of tokens, acts left out."""
    roles, sure = labels
    values = (sure, ran.happened.tolist())
    single = [np.round(row, 3).tolist() for row in values]  # most tokens are one piece
    found = []
    for at, last in pieces:
        if last == at:
            found.append(NO_PIECE)
            continue
        rows = (row[at] for row in single) if last == at + 1 else (round(mean(row, at, last), 3) for row in values)
        chance, degree = rows
        found.append(TokenScore(roles[at], chance, min(3.0, max(-3.0, degree))))
    return found


def asked_of(
    net: Encoder, unit: Unit, ran: Ran, pieces: Sequence[tuple[int, int]], scores: Sequence[TokenScore]
) -> tuple[list[int], Asked]:
    """The tokens that may tell an act, and what both looks are given of them."""
    tokens = [i for i, token in enumerate(unit.tokens) if token.pos in TELLING_POS and pieces[i][0] < pieces[i][1]]
    where = [pieces[i] for i in tokens]
    own, lowest = (means(inner(rows), where) for rows in (ran.states, ran.below[:, 0]))
    return tokens, Asked(own, lowest, ran.below, signs(unit.tokens, scores, tokens, net.acts.forms))


def means(rows: Floats, pieces: Sequence[tuple[int, int]]) -> Floats:
    """The mean of the rows of each token."""
    found: Floats = rows[[at for at, _ in pieces]]
    for n, (at, last) in enumerate(pieces):
        if last > at + 1:
            found[n] = rows[at:last].mean(0)
    return found


def mean(values: Sequence[float], first: int, end: int) -> float:
    """The mean over the pieces of a token."""
    return sum(values[first:end]) / (end - first)


def piece_states(net: Encoder, text: str) -> tuple[list[tuple[int, int]], Floats]:
    """The offsets of a text's word pieces and their states."""
    ran = run(net, text)
    return ran.offsets, inner(ran.states)


def inner(states: Floats) -> Floats:
    """The states without those of [CLS] and [SEP], which stand around the first pass only."""
    return np.concatenate((states[1 : MOST + 1], states[MOST + 2 :])) if len(states) > MOST + 2 else states[1:-1]


def root_scores(text: str, pairs: Sequence[tuple[Span, Span]], name: str = INT8) -> list[dict[str, float]]:
    """The chance of each PLOVER root (YIELD for CONCEDE and RETREAT) for pairs of source and target in one text."""
    net = encoder(name)
    ran = run(net, text)
    found = []
    for source, target in pairs:
        spans = [
            [i + 1 for i, (a, b) in enumerate(ran.offsets) if a < span.end and span.start < b]
            for span in (source, target)
        ]
        chances = softmax(classes(net, ran.states, spans)[None, :])[0]
        found.append({root: float(c) for root, c in zip(net.roots, chances, strict=True)})
    return found


def run(net: Encoder, text: str) -> Ran:
    """What the network says of a text."""
    return run_all(net, [text])[0]


def run_all(net: Encoder, texts: Sequence[str]) -> list[Ran]:
    """What the network says of each text, in several passes where it is long; none hangs on the others."""
    cuts = [pieces_in(net, text) for text in texts]
    given = iter(through(net.parts, OUTPUTS, [feed for _, feeds in cuts for feed in feeds]))
    return [joined(offsets, [next(given) for _ in feeds]) for offsets, feeds in cuts]


def pieces_in(net: Encoder, text: str) -> tuple[list[tuple[int, int]], list[dict[str, NDArray[np.int64]]]]:
    """The offsets of a text's word pieces, and what each pass over it takes."""
    encoding = net.tokenizer.encode("".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text))
    ids, offsets = encoding.ids[1:-1], list(encoding.offsets[1:-1])
    ends = encoding.ids[0], encoding.ids[-1]
    forms = shapes(text, offsets)
    return offsets, [
        {
            "ids": np.array([ends[0], *ids[first : first + MOST], ends[1]], np.int64),
            "shapes": np.array([0, *forms[first : first + MOST], 0], np.int64),
        }
        for first in range(0, max(1, len(ids)), MOST)
    ]


def joined(offsets: list[tuple[int, int]], passes: Sequence[Sequence[Floats]]) -> Ran:
    """What several passes say of one text."""
    parts = [
        [scores[1:-1], happened[1:-1], *(rows if n == 0 else rows[1:-1] for rows in states)]
        for n, (scores, happened, *states) in enumerate(passes)
    ]
    scores, happened, states, *below = (np.concatenate(rows) for rows in zip(*parts, strict=True))
    return Ran(offsets, scores, happened, states, np.stack(below, 1))


def shapes(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """What an uncased word piece loses: its case (0-3), plus 4 inside quotation marks; 8 opens them, 12 closes."""
    inside, at, row = False, 0, []
    for start, end in offsets:
        if start == end:
            row.append(0)
            continue
        for char in text[at:start]:
            inside = quoted(char, inside=inside)
        before, piece = inside, text[start:end]
        for char in piece:
            inside = quoted(char, inside=inside)
        at = end
        row.append((8 if inside else 12) if piece in QUOTES else case(piece) + 4 * before)
    return row


def quoted(char: str, *, inside: bool) -> bool:
    """Whether what follows a character stands in quote marks."""
    return not inside if char == '"' else char == "“" or (inside and char != "”")


def case(piece: str) -> int:
    """0 small, 1 first letter tall, 2 all tall, 3 tall inside."""
    if piece == piece.lower():
        return 0
    if len(piece) > 1 and piece == piece.upper():
        return 2
    return 1 if piece[0] != piece[0].lower() else 3


def classes(net: Encoder, states: Floats, spans: Sequence[Sequence[int]]) -> Floats:
    """Scores of the roots for two spans of word pieces: attention asked by the pair, told where each piece stands."""
    w = net.heads
    where = regions(len(states), spans)
    source, target = (states[list(pieces)].mean(0) if pieces else w["none"][n] for n, pieces in enumerate(spans))
    ask = linear(w, "ask", np.concatenate((source, target, source * target)))
    key = split(linear(w, "key", states) + w["region_key.weight"][where], net.attention_heads)
    value = split(linear(w, "value", states) + w["region_value.weight"][where], net.attention_heads)
    score = (ask.reshape(net.attention_heads, 1, -1) * key).sum(2) / np.float32(key.shape[2] ** 0.5)
    read = (softmax(score)[..., None] * value).sum(1).reshape(-1)
    mixed = np.tanh(linear(w, "mix", np.concatenate((read, states.mean(0), source, target))))
    normal = (mixed - mixed.mean()) / np.sqrt(mixed.var() + 1e-5) * w["norm.weight"] + w["norm.bias"]
    return linear(w, "classes", normal)


def regions(count: int, spans: Sequence[Sequence[int]]) -> list[int]:
    """Where each piece stands: 0 before both, 1 source, 2 between (source first), 3 between, 4 target, 5 after."""
    ends = sorted((pieces[0], pieces[-1], name) for pieces, name in zip(spans, (1, 4), strict=True) if pieces)
    row = []
    for i in range(count):
        inside = next((name for a, b, name in ends if a <= i <= b), None)
        if inside is not None:
            row.append(inside)
        elif not ends or i < ends[0][0]:
            row.append(0)
        elif i > max(b for _, b, _ in ends):
            row.append(5)
        else:
            row.append(2 if ends[0][2] == 1 else 3)
    return row


def linear(weights: dict[str, Floats], name: str, x: Floats) -> Floats:
    """One layer of the heads."""
    result: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return result


def split(x: Floats, heads: int) -> Floats:
    """The states of each attention head apart."""
    return x.reshape(len(x), heads, -1).transpose(1, 0, 2)


def softmax(scores: Floats) -> Floats:
    """Scores as shares of the whole."""
    raised: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares
