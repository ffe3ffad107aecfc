"""The shipped files back to a reader: weights in seven bits become floats again."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from training.decode import allowed
from training.model import LAYERS, WIDTH, Encoder, Reader

Floats = NDArray[np.float32]


def restored(folder: Path) -> Reader:
    """The reader whose int8 file and heads lie in a folder."""
    graph = onnx.load(str(folder / "encoder.int8.onnx")).graph
    known = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    state = {
        name.removeprefix("reader."): known[name]
        for name in known
        if name.startswith("reader.") and ".apart" not in name
    }
    state["encoder.words.weight"] = _affine(known, "reader.encoder.words.weight")
    inputs = {node.name: list(node.input) for node in graph.node}
    for number in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            state |= _linear(known, inputs, f"layers.{number}", part)
    for name in ("roles.scores", "status.inner", "status.outer"):
        added = next(node for node in graph.node if f"reader.{name}.bias" in node.input)
        product = next(node for node in graph.node if node.output[0] in added.input)
        state[f"{name}.weight"] = known[product.input[1]].T
    with np.load(folder / "heads.npz") as heads:
        state |= {name: heads[name].astype(np.float32) for name in heads.files if name.startswith("roots.")}
        state["roles.transitions"] = heads["transitions"] - allowed()
    state["roles.allowed"] = allowed()
    reader = Reader(Encoder(), torch.tensor(allowed()), torch.zeros(0))
    wanted = reader.state_dict()
    reader.load_state_dict({name: torch.tensor(np.array(state[name], dtype=np.float32)) for name in wanted})
    return reader


def _affine(known: dict[str, Floats], name: str) -> Floats:
    """A weight from its steps, its zero and its scale (one for all, or one a column)."""
    steps, zero, scale = (known[f"{name}_{part}"] for part in ("quantized", "zero_point", "scale"))
    floats: Floats = (steps.astype(np.float32) - zero.astype(np.float32)) * scale
    return floats


def _linear(known: dict[str, Floats], inputs: dict[str, list[str]], layer: str, part: str) -> dict[str, Floats]:
    """Weight and bias of one linear layer, the channels apart in full."""
    inner = part if part == "out" else f"{part}/linear"
    path, name = f"/reader/encoder/{layer}/{inner}/MatMul", f"encoder.{layer}.{part}"
    if f"{path}_quant" in inputs:
        weight = _affine(known, inputs[f"{path}_quant"][1].removesuffix("_quantized"))
    else:
        weight = known[f"{inputs[path][1]}.half"].astype(np.float32)
    bias = known[f"reader.{name}.bias" if part == "out" else f"reader.{name}.linear.bias"]
    if part != "out":
        channels = inputs[f"/reader/encoder/{layer}/{part}/Gather"][1]
        weight[known[channels]] = known[f"reader.{name}.apart"]
    if weight.shape[0] not in (WIDTH, 4 * WIDTH):
        raise ValueError(f"{path} has a weight of shape {weight.shape}")
    return {f"{name}.weight": weight.T, f"{name}.bias": bias}
