"""The closer look at words that may tell an act: the encoder's last two layers, learnt anew for these words alone.

At the start the layers are those of the shipped encoder, turned back to floats, and give its own states; each reads all pieces of a
unit as the encoder below it left them. Signs of the word join at the bottom and at the top. How the act stands is asked
beside its type.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from tidings.analysis.acts import Looked
from tidings.grammar.events.plover import STANDINGS
from training.export import APART, Spared, quantize
from training.model import ATTENTIONS, INNER, WIDTH

DEPTH = 2
HIDDEN = 256
EPOCHS, PIECES = 3, 800
RATE, RATE_OF_HEADS, DECAY = 2e-4, 1e-3, 0.01
DROPPED, SIGNS_DROPPED, HIDDEN_DROPPED = 0.1, 0.3, 0.3
OF_STANDING = 0.3  # what the loss of the standing weighs
KEPT = 0.98  # of the mean of weights, every fourth step

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Unit:
    """The words of a unit that are worth a closer look."""

    below: NDArray[np.float16]  # states of its pieces below each layer: pieces, layers, width
    places: tuple[tuple[int, int], ...]  # first piece and end of each word
    signs: Floats
    told: NDArray[np.int64]
    standing: NDArray[np.int64]  # -1 where nothing is told


@dataclass(frozen=True)
class Batch:
    """Units side by side."""

    around: Tensor  # layers, units, pieces, width
    hidden: Tensor  # where there is no piece
    own: Tensor
    signs: Tensor
    worth: Tensor  # where there is a word
    told: Tensor
    standing: Tensor


class Layer(nn.Module):
    """A layer of the encoder for some words: they ask, all pieces answer."""

    def __init__(self) -> None:
        super().__init__()
        self.ask = nn.Linear(WIDTH, WIDTH)
        self.answer = nn.Linear(WIDTH, 2 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, own: Tensor, around: Tensor, bias: Tensor | None) -> Tensor:
        units, wide = around.shape[0], WIDTH // ATTENTIONS
        query = self.ask(own).view(units, -1, ATTENTIONS, wide).transpose(1, 2) * wide**-0.5
        key, value = self.answer(around).view(units, -1, 2, ATTENTIONS, wide).permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias
        mixed = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(units, -1, WIDTH)
        own = self.norm1(own + self.drop(self.out(mixed)))
        result: Tensor = self.norm2(own + self.drop(self.down(F.gelu(self.up(own)))))
        return result


class Closer(nn.Module):
    """The layers, and what they say of each word: the act it tells, and how it stands."""

    def __init__(self, signs: int, acts: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        self.joined = nn.Linear(signs, WIDTH, bias=False)
        self.hidden = nn.Linear(WIDTH + signs, HIDDEN)
        self.acts = nn.Linear(HIDDEN, acts)
        self.skip = nn.Linear(WIDTH + signs, acts, bias=False)
        self.standing = nn.Linear(HIDDEN, len(STANDINGS))
        self.drops = nn.ModuleList(map(nn.Dropout, (DROPPED, SIGNS_DROPPED, HIDDEN_DROPPED)))
        for start in (self.joined, self.skip):
            nn.init.zeros_(start.weight)

    def forward(self, around: Tensor, own: Tensor, signs: Tensor, bias: Tensor | None) -> tuple[Tensor, Tensor]:
        """Scores of the acts and of the standings; `around` has the layers first."""
        of_state, of_signs, of_hidden = self.drops
        signs = of_signs(signs)
        own = own + self.joined(signs).to(own.dtype)
        for number, layer in enumerate(self.layers):
            own = layer(own, around[number], bias)
        top = torch.cat((of_state(own.to(signs.dtype)), 2 * signs), -1)
        hidden = of_hidden(F.relu(self.hidden(top)))
        return self.acts(hidden) + self.skip(top), self.standing(hidden)


def as_encoded(model: Closer, path: Path) -> Closer:
    """The model, its layers those of a shipped encoder."""
    graph = onnx.load(str(path)).graph
    held = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    reads = {node.name.removeprefix("/reader/encoder/"): node for node in graph.node}
    for number, layer in enumerate(model.layers, 6 - DEPTH):
        at, state = f"layers.{number}", {}
        for part in ("qkv", "out", "up", "down"):
            spared = part != "out"
            product = reads[f"{at}/{part}/linear/MatMul_quant" if spared else f"{at}/{part}/MatMul_quant"]
            name = product.input[1].removesuffix("_quantized")
            weights = (held[product.input[1]].astype(np.float32) - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
            if spared:
                weights[held[reads[f"{at}/{part}/Gather"].input[1]]] = held[f"reader.encoder.{at}.{part}.apart"]
            state[f"{part}.weight"] = torch.tensor(weights.T.copy())
            state[f"{part}.bias"] = torch.tensor(held[f"reader.encoder.{at}.{part}{'.linear' * spared}.bias"])
        for end in ("weight", "bias"):
            both = state.pop(f"qkv.{end}")
            state |= {f"ask.{end}": both[:WIDTH], f"answer.{end}": both[WIDTH:]}
            for norm in ("norm1", "norm2"):
                state[f"{norm}.{end}"] = torch.tensor(held[f"reader.encoder.{at}.{norm}.{end}"])
        layer.load_state_dict(state)
    return model


def batches(units: Sequence[Unit], rng: np.random.Generator | None = None) -> Iterator[list[int]]:
    """Units of like length by their numbers, in an order drawn anew; without a generator in order of length."""
    drawn = rng.integers(-8, 9, len(units)) if rng is not None else np.zeros(len(units))
    order = sorted(range(len(units)), key=lambda i: len(units[i].below) + drawn[i])
    found: list[list[int]] = [[]]
    for i in order:
        longest = max((len(units[n].below) for n in (*found[-1], i)), default=0)
        if found[-1] and longest * (len(found[-1]) + 1) > PIECES:
            found.append([])
        found[-1].append(i)
    shuffled = range(len(found)) if rng is None else rng.permutation(len(found))
    return (found[n] for n in shuffled)


def batch(units: Sequence[Unit]) -> Batch:
    """Units laid side by side."""
    longest, most = max(len(u.below) for u in units), max(len(u.places) for u in units)
    around = torch.zeros(DEPTH, len(units), longest, WIDTH)
    own, signs = torch.zeros(len(units), most, WIDTH), torch.zeros(len(units), most, units[0].signs.shape[1])
    pieces, worth = torch.zeros(len(units), longest, dtype=torch.bool), torch.zeros(len(units), most, dtype=torch.bool)
    for n, unit in enumerate(units):
        below = torch.from_numpy(unit.below).float()
        around[:, n, : len(below)] = below.transpose(0, 1)
        own[n, : len(unit.places)] = torch.stack([below[a:b, 0].mean(0) for a, b in unit.places])
        signs[n, : len(unit.places)] = torch.from_numpy(unit.signs)
        pieces[n, : len(below)], worth[n, : len(unit.places)] = True, True
    told, standing = (
        torch.from_numpy(np.concatenate(part)) for part in zip(*((u.told, u.standing) for u in units), strict=True)
    )
    bias = torch.zeros(len(units), 1, 1, longest).masked_fill(~pieces[:, None, None], -1e4)
    return Batch(around, bias, own, signs, worth, told, standing)


def fitted(units: Sequence[Unit], acts: int, encoder: Path, seed: int = 0) -> Closer:
    """The model, by Adam with decoupled decay; what is given is the mean of its weights over the last steps."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = as_encoded(Closer(units[0].signs.shape[1], acts), encoder).train()
    own = [weights for name, weights in model.named_parameters() if name.startswith("layers.")]
    rest = [weights for name, weights in model.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": own, "full": RATE}, {"params": rest, "full": RATE_OF_HEADS}]
    adam = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    mean = {name: value.detach().clone() for name, value in model.state_dict().items()}
    rounds = [list(batches(units, rng)) for _ in range(EPOCHS)]
    total = sum(map(len, rounds))
    for steps, drawn in enumerate((one for each in rounds for one in each), 1):
        for group in adam.param_groups:
            group["lr"] = (
                group["full"] * min(1.0, steps / (0.1 * total)) * max(0.02, min(1.0, (total - steps) / (0.7 * total)))
            )
        loss = loss_of(model, batch([units[i] for i in drawn]))
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        if steps % 4 == 0:
            kept = min(KEPT, steps / (steps + 40))
            for name, value in model.state_dict().items():
                mean[name].mul_(kept).add_(value, alpha=1 - kept)
    model.load_state_dict(mean)
    return model.eval()


def loss_of(model: Closer, given: Batch) -> Tensor:
    """The cross entropy of the acts, and a share of that of the standings."""
    with torch.autocast("cpu", torch.bfloat16):
        acts, standing = model(given.around, given.own, given.signs, given.hidden)
    loss = F.cross_entropy(acts[given.worth].float(), given.told)
    stands = given.standing >= 0
    if stands.any():
        alone = F.cross_entropy(standing[given.worth].float()[stands], given.standing[stands])
        loss = loss + OF_STANDING * stands.float().mean() * alone
    return loss


@torch.no_grad()
def seen_of(model: Closer, units: Sequence[Unit]) -> list[Looked]:
    """What is seen at each unit's words."""
    found = [Looked(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32))] * len(units)
    for drawn in batches(units):
        given = batch([units[i] for i in drawn])
        with torch.autocast("cpu", torch.bfloat16):
            acts, standing = model(given.around, given.own, given.signs, given.hidden)
        scores, chances = acts.float(), standing.float().log_softmax(-1)
        for n, i in enumerate(drawn):
            rows = scores[n, : len(units[i].places)]
            found[i] = Looked((rows[:, 1:] - rows[:, :1]).numpy(), chances[n, : len(rows)].numpy())
    return found


class One(nn.Module):
    """What is exported: one unit, without the dimension of a batch."""

    def __init__(self, model: Closer) -> None:
        super().__init__()
        self.model = model

    def forward(self, around: Tensor, own: Tensor, signs: Tensor) -> tuple[Tensor, Tensor]:
        acts, standing = self.model(around.transpose(0, 1)[:, None], own[None], signs[None], None)
        return (acts[..., 1:] - acts[..., :1])[0], standing.log_softmax(-1)[0]


@torch.no_grad()
def spare(model: Closer, units: Sequence[Unit]) -> None:
    """Make the layers' products `Spared`, as those of the encoder are."""
    loudest: dict[str, Tensor] = {}

    def note(name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
            top = inputs[0].abs().amax((0, 1))
            loudest[name] = torch.maximum(loudest.get(name, top), top)

        return hook

    linears = [(n, m) for n, m in model.layers.named_modules() if isinstance(m, nn.Linear) and not n.endswith("out")]
    hooks = [m.register_forward_pre_hook(note(n)) for n, m in linears]
    for unit in units:
        given = batch([unit])
        model(given.around, given.own, given.signs, given.hidden)
    for hook in hooks:
        hook.remove()
    for name, linear in linears:
        parent, _, last = name.rpartition(".")
        channels = loudest[name].topk(APART).indices.sort().values
        setattr(model.layers.get_submodule(parent), last, Spared(linear, channels))


def write(model: Closer, units: Sequence[Unit], path: Path) -> None:
    """The layers as an int8 file that takes one unit a call, `units` being some for which they are loud."""
    spare(model, units)
    example = batch(units[:1])
    exact = path.with_suffix(".exact.onnx")
    torch.onnx.export(
        One(model).eval(),
        (example.around[:, 0].transpose(0, 1), example.own[0], example.signs[0]),
        str(exact),
        input_names=["around", "own", "signs"],
        output_names=["odds", "standing"],
        dynamic_axes={"around": {0: "pieces"}, **{name: {0: "words"} for name in ("own", "signs", "odds", "standing")}},
        opset_version=17,
        dynamo=False,
    )
    quantize(exact, path, is_exact)
    exact.unlink()


def is_exact(node: str) -> bool:
    """Products of activations, what is multiplied apart, and the smallest heads."""
    return "MatMul" in node and not any(f"/{part}/MatMul" in node for part in ("linear", "out", "hidden"))
