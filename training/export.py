"""From a trained reader to the files that the library runs: int8 ONNX, small heads, labels."""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from tokenizers import Tokenizer

from training.gold import ROOTS
from training.model import REGIONS, WIDTH, Reader
from training.units import LABELS, LIMIT, unit


class Unit(torch.nn.Module):
    """One unit, without the dimension of a batch at the outputs."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        labels, status, states = self.reader(ids[None], shapes[None])
        return labels[0], status[0], states[0]


APART = 4
"""Input channels of a linear layer that are multiplied apart, in full precision."""

SAMPLE = (
    "The minister said on Monday that talks would go on.",
    '"We will not sign," she told reporters in Geneva. "Not today, not tomorrow."',
    "Police arrested 14 people after the protest, according to the city's mayor.",
)


class Spared(torch.nn.Module):
    """A linear layer with its loudest input channels multiplied apart.

    [CLS] carries values ten times those of any other word piece, always in the same
    few channels; they would take the whole range of the eight bits, and their weights that of the seven.
    """

    def __init__(self, linear: torch.nn.Linear, channels: torch.Tensor) -> None:
        super().__init__()
        keep = torch.ones(linear.in_features)
        keep[channels] = 0
        self.linear = linear
        self.channels: torch.Tensor
        self.keep: torch.Tensor
        self.apart: torch.Tensor
        self.register_buffer("keep", keep)
        self.register_buffer("channels", channels)
        self.register_buffer("apart", linear.weight.detach()[:, channels].T.contiguous())
        linear.weight.data[:, channels] = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        quantized: torch.Tensor = self.linear(x * self.keep)
        return quantized + x.index_select(-1, self.channels) @ self.apart


@torch.no_grad()
def spare(reader: Reader, tokenizer: Tokenizer) -> Reader:
    """A copy of the reader with every loud linear layer made `Spared`."""
    reader = copy.deepcopy(reader).eval()
    loudest: dict[str, torch.Tensor] = {}

    def note(name: str) -> Callable[[torch.nn.Module, tuple[torch.Tensor]], None]:
        def hook(_: torch.nn.Module, inputs: tuple[torch.Tensor]) -> None:
            top = inputs[0].abs().amax((0, 1))
            loudest[name] = torch.maximum(loudest.get(name, top), top)

        return hook

    linears = [(n, m) for n, m in reader.encoder.named_modules() if isinstance(m, torch.nn.Linear)]
    hooks = [m.register_forward_pre_hook(note(n)) for n, m in linears]
    for text in SAMPLE:
        one = unit(text, tokenizer)
        reader.encoder(torch.tensor([one.ids]), torch.tensor([one.shapes]))
    for hook in hooks:
        hook.remove()
    for name, linear in linears:
        channels = loudest[name].topk(APART).indices.sort().values
        if not name.endswith(".out"):
            parent, _, last = name.rpartition(".")
            setattr(reader.encoder.get_submodule(parent), last, Spared(linear, channels))
    return reader


def write(reader: Reader, tokenizer: Tokenizer, folder: Path) -> None:
    """encoder.onnx, encoder.int8.onnx, heads.npz, labels.json, tokenizer.json."""
    folder.mkdir(parents=True, exist_ok=True)
    exact, small = folder / "encoder.onnx", folder / "encoder.int8.onnx"
    example = torch.arange(1000, 1024)
    torch.onnx.export(
        Unit(spare(reader, tokenizer)).eval(),
        (example, torch.zeros_like(example)),
        str(exact),
        input_names=["ids", "shapes"],
        output_names=["labels", "status", "states"],
        dynamic_axes={name: {0: "pieces"} for name in ("ids", "shapes", "labels", "status", "states")},
        opset_version=17,
        dynamo=False,
    )
    quantize(exact, small, _exact)
    for path in (exact, small):
        show_below(path)
    np.savez_compressed(folder / "heads.npz", allow_pickle=False, **heads(reader))
    settings = {
        "labels": LABELS,
        "roots": ROOTS,
        "limit": LIMIT,
        "regions": REGIONS,
        "attention_heads": reader.roots.heads,
    }
    (folder / "labels.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def quantize(exact: Path, small: Path, spared: Callable[[str], bool]) -> None:
    """int8 weights a channel, seven bits wide, so that no processor overflows; nodes that are `spared` stay float."""
    ready = small.with_suffix(".ready.onnx")
    quant_pre_process(str(exact), str(ready), skip_symbolic_shape=True)
    graph = onnx.load(str(ready)).graph
    kept = [n.name for n in graph.node if spared(n.name)]
    quantize_dynamic(
        str(ready),
        str(small),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
    )
    ready.unlink()
    _halve(small)


def _exact(name: str) -> bool:
    """Heads, products of activations, and the first `down`: 0.4% of labels for 0.6 MB."""
    if "MatMul" not in name:
        return "Gather" in name and "encoder/words" not in name
    return not name.endswith(("/linear/MatMul", "/out/MatMul")) or "layers.0/down/" in name


def _halve(path: Path) -> None:
    """Large weights that stay exact are stored in half precision; loading widens them again."""
    model = onnx.load(str(path))
    for old in list(model.graph.initializer):
        weights = onnx.numpy_helper.to_array(old)
        if weights.dtype == np.float32 and weights.size > WIDTH * WIDTH:
            name = old.name
            half = onnx.numpy_helper.from_array(weights.astype(np.float16), f"{name}.half")
            model.graph.initializer.remove(old)
            model.graph.initializer.append(half)
            cast = onnx.helper.make_node("Cast", [half.name], [name], to=onnx.TensorProto.FLOAT)
            model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


def show_below(path: Path) -> None:
    """Give the states after the fourth and fifth layer too, which the closer look at acts reads (`training/acts.py`)."""
    model = onnx.load(str(path))
    axis = onnx.numpy_helper.from_array(np.zeros(1, np.int64), "below.axis")
    model.graph.initializer.append(axis)
    for layer in (4, 5):
        inside = f"/reader/encoder/layers.{layer - 1}/norm2/LayerNormalization_output_0"
        name = f"states.{layer}"
        model.graph.node.append(onnx.helper.make_node("Squeeze", [inside, axis.name], [name], name=name))
        shape = onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["pieces", WIDTH])
        model.graph.output.append(shape)
    onnx.save(model, str(path))


def heads(reader: Reader) -> dict[str, NDArray[np.floating]]:
    """The transitions of the labels, and the weights of the pair head in half precision."""
    weights = {"transitions": reader.roles.table().detach().numpy()}
    for name, value in reader.roots.state_dict().items():
        weights[f"roots.{name}"] = value.numpy().astype(np.float16)
    return weights
