"""The encoder (MiniLM, six layers) and its heads."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.gold import ROOTS
from training.units import LABELS, LIMIT

WIDTH, LAYERS, ATTENTIONS, INNER = 384, 6, 12, 1536
SHAPES = 16


class Layer(nn.Module):
    """Attention and the feed-forward part, each added and normalised (BERT)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, ATTENTIONS, WIDTH // ATTENTIONS)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: the backward pass of the fused kernel takes three times as long.
        scores = (query * (WIDTH // ATTENTIONS) ** -0.5) @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        mixed = scores.softmax(-1).to(value.dtype) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        result: Tensor = self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))
        return result


class Encoder(nn.Module):
    """Word pieces and their shapes to token states."""

    def __init__(self, dropout: float = 0.1, words: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(LIMIT + 2, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        places = self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(self.words(ids) + self.shapes(shapes) + places))
        bias = None
        if mask is not None:
            bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, bias)
        states: Tensor = x
        return states

    @classmethod
    def pretrained(cls, weights: Path, dropout: float = 0.1) -> "Encoder":
        """Start from the MiniLM weights; shapes start at nothing."""
        old = load_file(weights)
        new = cls(dropout)
        kind = old["embeddings.token_type_embeddings.weight"][0]
        state = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"][: LIMIT + 2] + kind,
            "shapes.weight": torch.zeros(SHAPES, WIDTH),
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        names = {
            "attention.output.dense": "out",
            "attention.output.LayerNorm": "norm1",
            "intermediate.dense": "up",
            "output.dense": "down",
            "output.LayerNorm": "norm2",
        }
        for number in range(LAYERS):
            for end in ("weight", "bias"):
                there = f"encoder.layer.{number}."
                for theirs, ours in names.items():
                    state[f"layers.{number}.{ours}.{end}"] = old[f"{there}{theirs}.{end}"]
                parts = [old[f"{there}attention.self.{p}.{end}"] for p in ("query", "key", "value")]
                state[f"layers.{number}.qkv.{end}"] = torch.cat(parts)
        new.load_state_dict(state)
        return new


class Roles(nn.Module):
    """Source, cue and content: a linear-chain CRF over the labels."""

    def __init__(self, allowed: Tensor) -> None:
        super().__init__()
        self.scores = nn.Linear(WIDTH, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.allowed: Tensor
        self.register_buffer("allowed", allowed)

    def table(self) -> Tensor:
        return self.transitions + self.allowed

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood a word piece; scores without [CLS], masked at the end."""
        table, lengths = self.table(), mask.sum(1)
        alpha = scores[:, 0] + table[-1]
        steps = [alpha]
        for row in scores.unbind(1)[1:]:
            alpha = torch.logsumexp(alpha[:, :, None] + table[:-1], 1) + row
            steps.append(alpha)
        last = torch.stack(steps, 1)[torch.arange(len(scores)), lengths - 1]
        total = last.logsumexp(1)
        emitted = scores.gather(2, gold[..., None])[..., 0] * mask
        moved = table[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        path = emitted.sum(1) + moved.sum(1) + table[-1][gold[:, 0]]
        return (total - path).sum() / mask.sum()


class Status(nn.Module):
    """How far the act at a word piece happened; a trigger takes the mean of its pieces."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(dropout)
        nn.init.constant_(self.outer.bias, 2.0)

    def forward(self, states: Tensor) -> Tensor:
        value: Tensor = self.outer(self.drop(torch.tanh(self.inner(states))))[..., 0]
        return value


REGIONS = 6
"""Before both spans, source, between (source first), between (target first), target, after."""


class Roots(nn.Module):
    """PLOVER root of a pair: attention over the unit, asked by and aware of both spans."""

    def __init__(self, described: Tensor, heads: int = 6, dropout: float = 0.2) -> None:
        super().__init__()
        self.heads = heads
        self.none = nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.ask = nn.Linear(3 * WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.region_key = nn.Embedding(REGIONS, WIDTH)
        self.region_value = nn.Embedding(REGIONS, WIDTH)
        self.mix = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.classes = nn.Linear(WIDTH, len(ROOTS))
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.region_key.weight, std=0.02)
        nn.init.normal_(self.region_value.weight, std=0.02)
        if len(described):
            with torch.no_grad():
                self.classes.weight.copy_(described)

    def forward(self, states: Tensor, mask: Tensor, spans: Tensor, regions: Tensor) -> Tensor:
        """states [b,n,w]; mask [b,n]; spans [b,2,n] 0/1 floats; regions [b,n]."""
        count = spans.sum(2, keepdim=True)
        pooled = (spans @ states) / count.clamp(min=1)
        pooled = torch.where(count > 0, pooled, self.none)
        source, target = pooled[:, 0], pooled[:, 1]
        batch, length, _ = states.shape
        split = (batch, length, self.heads, WIDTH // self.heads)
        query = self.ask(torch.cat((source, target, source * target), 1)).view(batch, self.heads, -1)
        key = (self.key(states) + self.region_key(regions)).view(split)
        value = (self.value(states) + self.region_value(regions)).view(split)
        weights = torch.einsum("bhd,bnhd->bhn", query, key) / math.sqrt(split[-1])
        weights = weights.masked_fill(~mask[:, None], -1e4).softmax(-1)
        read = torch.einsum("bhn,bnhd->bhd", weights, value).reshape(batch, WIDTH)
        whole = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        mixed = torch.tanh(self.mix(self.drop(torch.cat((read, whole, source, target), 1))))
        scores: Tensor = self.classes(self.drop(self.norm(mixed)))
        return scores


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, encoder: Encoder, allowed: Tensor, described: Tensor) -> None:
        super().__init__()
        self.encoder = encoder
        self.roles = Roles(allowed)
        self.status = Status()
        self.roots = Roots(described)

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What is exported: label scores, status and states of one unit."""
        states = self.encoder(ids, shapes)
        return self.roles.scores(states), self.status(states), states
