"""Training as the small model computes: eight bits for what goes in, seven for the weights, the loudest channels apart."""

import copy
from collections.abc import Callable

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import Reader
from training.units import unit

APART = 4
"""Input channels of a linear layer that are multiplied apart, in full precision."""

LEVELS = 64
"""Steps of a weight on each side of nothing: seven bits, so that no processor overflows."""

SAMPLE = (
    "The minister said on Monday that talks would go on.",
    '"We will not sign," she told reporters in Geneva. "Not today, not tomorrow."',
    "Police arrested 14 people after the protest, according to the city's mayor.",
)


class Rounded(nn.Module):
    """A linear layer that rounds as int8 will; its loudest input channels, if any, are multiplied apart.

    [CLS] carries values ten times those of any other word piece, always in the same
    few channels; they would take the whole range of the eight bits, and their weights that of the seven.
    """

    def __init__(self, linear: nn.Linear, channels: Tensor | None) -> None:
        super().__init__()
        self.linear = linear
        self.channels: Tensor | None
        self.keep: Tensor
        keep = torch.ones(linear.in_features)
        if channels is not None:
            keep[channels] = 0
        self.register_buffer("channels", channels)
        self.register_buffer("keep", keep)

    def forward(self, x: Tensor) -> Tensor:
        if self.channels is None:
            return F.linear(rounded_rows(x), rounded_weights(self.linear.weight), self.linear.bias)
        weights = rounded_weights(self.linear.weight * self.keep)
        most = F.linear(rounded_rows(x * self.keep), weights, self.linear.bias)
        return most + F.linear(x[..., self.channels], self.linear.weight[:, self.channels])


def rounded_rows(x: Tensor) -> Tensor:
    """Each unit's values in 256 steps between its least and its greatest; gradients pass as if nothing were rounded."""
    low, high = x.detach().aminmax(dim=-1)
    scale = ((high.amax(1).clamp(min=0) - low.amin(1).clamp(max=0)) / 255).clamp(min=1e-8)
    zero = (-low.amin(1).clamp(max=0) / scale).round().clamp(0, 255).int()
    return torch.fake_quantize_per_channel_affine(x, scale, zero, 0, 0, 255)


def rounded_weights(weights: Tensor) -> Tensor:
    """Each row in steps of a sixty-fourth of its greatest weight; gradients pass."""
    scale = (weights.detach().abs().amax(1) / LEVELS).clamp(min=1e-8)
    return torch.fake_quantize_per_channel_affine(
        weights, scale, torch.zeros_like(scale, dtype=torch.int32), 0, -LEVELS, LEVELS
    )


def linears(reader: Reader) -> dict[str, nn.Linear]:
    """The encoder's linear layers by name."""
    return {n: m for n, m in reader.encoder.named_modules() if isinstance(m, nn.Linear)}


@torch.no_grad()
def loudest(reader: Reader, tokenizer: Tokenizer) -> dict[str, Tensor | None]:
    """The channels of each linear layer to be multiplied apart; None where there is no need."""
    tops: dict[str, Tensor] = {}

    def note(name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
            top = inputs[0].abs().amax((0, 1))
            tops[name] = torch.maximum(tops.get(name, top), top)

        return hook

    hooks = [linear.register_forward_pre_hook(note(name)) for name, linear in linears(reader).items()]
    training = reader.training
    reader.eval()
    for text in SAMPLE:
        one = unit(text, tokenizer)
        reader.encoder(torch.tensor([one.ids]), torch.tensor([one.shapes]))
    reader.train(training)
    for hook in hooks:
        hook.remove()
    return {
        name: None if name.endswith(".out") else top.topk(APART).indices.sort().values for name, top in tops.items()
    }


def rounded(reader: Reader, channels: dict[str, Tensor | None]) -> Reader:
    """A copy of the reader that computes as int8 will."""
    reader = copy.deepcopy(reader)
    for name, linear in linears(reader).items():
        parent, _, last = name.rpartition(".")
        setattr(reader.encoder.get_submodule(parent), last, Rounded(linear, channels[name]))
    return reader


def plain(reader: Reader) -> tuple[Reader, dict[str, Tensor | None]]:
    """A copy without rounding, and the channels that were apart."""
    reader = copy.deepcopy(reader)
    channels = {}
    for name, layer in [(n, m) for n, m in reader.encoder.named_modules() if isinstance(m, Rounded)]:
        parent, _, last = name.rpartition(".")
        setattr(reader.encoder.get_submodule(parent), last, layer.linear)
        channels[name] = layer.channels
    return reader, channels
