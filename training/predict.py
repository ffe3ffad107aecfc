"""What a trained reader says, with torch and in full precision."""

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

from training.batches import Acted, Happened, batch, grouped
from training.decode import Floats, Joining, spans, viterbi
from training.gold import Article, Part
from training.model import Reader
from training.train import BF16
from training.units import Unit, units


@torch.no_grad()
def role_scores(reader: Reader, found: Sequence[Unit]) -> list[Floats]:
    """Label scores of each unit's word pieces, [CLS] and [SEP] left out."""
    scores: list[Floats] = [np.zeros((0, 0), dtype=np.float32)] * len(found)
    order = sorted(range(len(found)), key=lambda i: len(found[i].ids))
    for first in range(0, len(order), 16):
        some = order[first : first + 16]
        width = max(len(found[i].ids) for i in some)
        rows = [[[*r, *[0] * (width - len(r))] for r in (found[i].ids, found[i].shapes)] for i in some]
        both = torch.tensor(rows)
        with torch.autocast("cpu", torch.bfloat16, BF16):
            states = reader.encoder(both[:, 0], both[:, 1], both[:, 0] != 0)
        out = reader.roles.scores(states.float()).numpy()
        for row, i in zip(out, some, strict=True):
            scores[i] = row[1 : len(found[i].ids) - 1]
    return scores


def parts(
    reader: Reader, articles: Sequence[Article], tokenizer: Tokenizer, joining: Joining
) -> list[tuple[Article, list[Part]]]:
    """Each article with the parts that the reader finds in it."""
    table = reader.roles.table().detach().numpy()
    found = []
    for article in articles:
        cut = list(units(article.text, tokenizer))
        paths = [viterbi(scores, table) for scores in role_scores(reader, cut)]
        offsets = [one.offsets[1:-1] for one in cut]
        found.append((article, spans(article.text, offsets, paths, joining)))
    return found


@torch.no_grad()
def statuses(reader: Reader, sentences: Sequence[Happened]) -> tuple[list[float], list[float]]:
    """Gold and found values of all triggers."""
    gold: list[float] = []
    found: list[float] = []
    for group in grouped([s for s in sentences if s.triggers], 2000, 0):
        one = batch(group)
        if one.spans is not None:
            with torch.autocast("cpu", torch.bfloat16, BF16):
                states = reader.encoder(one.ids, one.shapes, one.mask)
            gold += one.gold.tolist()
            found += (one.spans @ reader.status(states.float()).flatten()).tolist()
    return gold, found


@torch.no_grad()
def roots(reader: Reader, pairs: Sequence[Acted]) -> list[list[float]]:
    """Scores of all roots for each pair, in the order given."""
    found = []
    for pair in pairs:
        one = batch([pair])
        if one.spans is not None and one.regions is not None:
            states = reader.encoder(one.ids, one.shapes)
            found.append(reader.roots(states, one.mask, one.spans, one.regions)[0].tolist())
    return found
