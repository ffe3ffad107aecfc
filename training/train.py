"""Training: batches of all tasks in turn, one step each, averaged weights kept."""

import copy
import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.batches import Batch, Example, batch, grouped
from training.model import LAYERS, Reader

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """How one training runs; `epochs` and `weights` go by task."""

    epochs: dict[str, int]
    weights: dict[str, float] = field(default_factory=lambda: {"status": 0.3, "roots": 0.3})
    tokens: dict[str, int] = field(default_factory=lambda: {"roles": 2400, "status": 1200, "roots": 800})
    rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warmup: float = 0.06
    average: float = 0.997
    smoothing: float = 0.1
    masking: float = 0.0
    pull: float = 0.25
    """Share of the roots' gradient that reaches the encoder; all of it cost quotes 2 points."""
    crf: bool = True
    balance: bool = False
    seed: int = 1


BF16 = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
"""Half precision only where the processor has it: emulated, it takes seventeen times as long."""


def train(reader: Reader, examples: dict[str, Sequence[Example]], settings: Settings) -> tuple[Reader, Reader]:
    """The reader after the last step, and the running average of its weights."""
    torch.manual_seed(settings.seed)
    plan = _plan(examples, settings)
    optimizer = _optimizer(reader, settings)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _slope(len(plan), settings.warmup))
    averaged = copy.deepcopy(reader)
    balance = _balance(examples.get("roots", ()), settings)
    reader.train()
    begun, seen, sums = time.monotonic(), 0, dict[str, list[float]]()
    for step, group in enumerate(plan, 1):
        one = batch(group)
        loss = _loss(reader, one, settings, balance)
        (loss * settings.weights.get(one.task, 1.0)).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        _follow(averaged, reader, min(settings.average, step / (step + 10)))
        seen += one.ids.numel()
        sums.setdefault(one.task, []).append(loss.item())
        if step % 100 == 0 or step == len(plan):
            means = {task: round(sum(v[-100:]) / len(v[-100:]), 4) for task, v in sums.items()}
            pace = seen / (time.monotonic() - begun)
            log.info("step %d of %d, %.0f pieces/s, losses %s", step, len(plan), pace, means)
    averaged.roles.allowed.copy_(reader.roles.allowed)
    return reader.eval(), averaged.eval()


def _plan(examples: dict[str, Sequence[Example]], settings: Settings) -> list[list[Example]]:
    """Every epoch of every task, spread evenly over the steps."""
    placed: list[tuple[float, list[Example]]] = []
    chance = random.Random(settings.seed)
    for task, some in sorted(examples.items()):
        groups: list[list[Example]] = []
        for epoch in range(settings.epochs.get(task, 0)):
            groups += grouped(some, settings.tokens[task], settings.seed * 1000 + epoch)
        size = len(groups)
        placed += [((i + chance.random()) / size, group) for i, group in enumerate(groups)]
    return [group for _, group in sorted(placed, key=lambda p: p[0])]


def _loss(reader: Reader, one: Batch, settings: Settings, balance: Tensor | None) -> Tensor:
    ids = one.ids
    if settings.masking:
        hide = (torch.rand(ids.shape) < settings.masking) & (ids > 999)
        ids = ids.masked_fill(hide, 103)
    with torch.autocast("cpu", torch.bfloat16, BF16):
        states = reader.encoder(ids, one.shapes, None if one.mask.all() else one.mask)
    states = states.float()
    if one.task == "roles":
        scores = reader.roles.scores(reader.encoder.drop(states))
        if settings.crf:
            inner = one.mask[:, 1:].clone()
            inner[:, :-1] = one.mask[:, 2:]  # [SEP] is no part of the sequence
            return reader.roles.loss(scores[:, 1:-1], one.gold[:, 1:-1], inner[:, :-1])
        return F.cross_entropy(scores[one.mask], one.gold[one.mask])
    if one.spans is None:
        raise ValueError(f"a batch of {one.task!r} needs spans")
    if one.task == "status":
        values = one.spans @ reader.status(states).flatten()
        return F.smooth_l1_loss(values, one.gold, beta=0.5)
    if one.regions is None:
        raise ValueError("a batch of roots needs regions")
    states = settings.pull * states + (1 - settings.pull) * states.detach()
    scores = reader.roots(states, one.mask, one.spans, one.regions)
    return F.cross_entropy(scores, one.gold, weight=balance, label_smoothing=settings.smoothing)


def _optimizer(reader: Reader, settings: Settings) -> torch.optim.Optimizer:
    groups = []
    for name, weights in reader.named_parameters():
        rate = settings.head_rate
        if name.startswith("encoder."):
            depth = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = settings.rate * settings.layer_decay ** (LAYERS - depth)
            if "encoder.shapes" in name:
                rate = settings.rate
        decay = settings.weight_decay if weights.dim() > 1 else 0.0
        groups.append({"params": [weights], "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def _slope(steps: int, warmup: float) -> Callable[[int], float]:
    first = max(1, int(steps * warmup))
    return lambda step: min((step + 1) / first, max(0.02, (steps - step) / (steps - first)))


@torch.no_grad()
def _follow(averaged: Reader, reader: Reader, keep: float) -> None:
    old: list[Tensor] = list(averaged.parameters())
    new: list[Tensor] = list(reader.parameters())
    torch._foreach_lerp_(old, new, 1 - keep)


def _balance(pairs: Sequence[Example], settings: Settings) -> Tensor | None:
    """Weights by the inverse square root of a root's count, mean 1 over the examples."""
    if not settings.balance or not pairs:
        return None
    counts = torch.bincount(batch(list(pairs)).gold, minlength=15).float().clamp(min=1)
    weights = counts.rsqrt()
    return weights * counts.sum() / (weights * counts).sum()
