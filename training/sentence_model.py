"""Makes `meaning.int8.onnx`: all-MiniLM-L6-v2 as it is, small, for wordings that only a sentence model lays side by side.

    python -m training.sentence_model --upstream MODEL [--write]

The six layers of the upstream model in int8, made as the encoder is (`training/export.py`). Its word vectors are left out: those of the shipped
encoder, learnt on from them, take their place. It prints how near the small model's vectors come to the upstream one's.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from tidings.analysis.encoder import MEANING
from tidings.analysis.sentence_model import LONGEST, pieces_of, vector, word_vectors
from tidings.analysis.sessions import one_thread
from training.export import APART, SAMPLE, Spared, quantize
from training.model import Encoder

MODELS = Path(__file__).parents[1] / "src/tidings/analysis/models"


class Sentence(nn.Module):
    """Vectors of a wording's word pieces to one vector of length 1."""

    def __init__(self, upstream: Path) -> None:
        super().__init__()
        self.encoder = Encoder.pretrained(upstream, dropout=0.0)

    def forward(self, words: Tensor) -> Tensor:
        """Words [pieces, width], with [CLS] and [SEP] around them."""
        x = self.encoder.norm(words + self.encoder.places.weight[: words.shape[0]])[None]
        for layer in self.encoder.layers:
            x = layer(x, None)
        mean = x[0].mean(0)
        found: Tensor = mean / (mean * mean).sum().sqrt()
        return found


def words_of(text: str) -> Tensor:
    """The shipped encoder's vectors of a wording's pieces."""
    return torch.from_numpy(word_vectors(pieces_of(text)))


@torch.no_grad()
def spare(model: Sentence, texts: Sequence[str]) -> None:
    """Make the layers' products `Spared`, as those of the encoder are, by what is loud in some texts."""
    loudest: dict[str, Tensor] = {}

    def note(name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor]) -> None:
            top = inputs[0].abs().amax((0, 1))
            loudest[name] = torch.maximum(loudest.get(name, top), top)

        return hook

    layers = model.encoder.layers
    linears = [(n, m) for n, m in layers.named_modules() if isinstance(m, nn.Linear) and not n.endswith("out")]
    hooks = [linear.register_forward_pre_hook(note(name)) for name, linear in linears]
    for text in texts:
        model(words_of(text))
    for hook in hooks:
        hook.remove()
    for name, linear in linears:
        parent, _, last = name.rpartition(".")
        channels = loudest[name].topk(APART).indices.sort().values
        setattr(layers.get_submodule(parent), last, Spared(linear, channels))


def write(model: Sentence, path: Path) -> None:
    """The model as an int8 file that takes one wording a call."""
    spare(model, SAMPLE)
    exact = path.with_suffix(".exact.onnx")
    torch.onnx.export(
        model.eval(),
        (words_of(SAMPLE[0]),),
        str(exact),
        input_names=["words"],
        output_names=["meaning"],
        dynamic_axes={"words": {0: "pieces"}},
        opset_version=17,
        dynamo=False,
    )
    quantize(exact, path, is_exact)
    exact.unlink()


def is_exact(node: str) -> bool:
    """Products of activations and what is multiplied apart."""
    return "Gather" in node or ("MatMul" in node and not node.endswith(("/linear/MatMul", "/out/MatMul")))


def main() -> None:
    """Write the small model and lay it beside the upstream one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--upstream", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--write", action="store_true", help="write the file of the package")
    options = parser.parse_args()
    whole = Sentence(options.upstream).eval()
    own = load_file(options.upstream)["embeddings.word_embeddings.weight"]
    with torch.no_grad():
        exact = [whole(own[list(pieces_of(text))]).numpy() for text in SAMPLE]
    with tempfile.TemporaryDirectory() as folder:
        path = MODELS / MEANING if options.write else Path(folder) / MEANING
        write(whole, path)
        small = [vector(one_thread(path), text) for text in SAMPLE]
    cosines = [float(np.dot(one, other)) for one, other in zip(exact, small, strict=True)]
    print(f"cosine to upstream, wordings of at most {LONGEST} pieces:", *(f"{cosine:.4f}" for cosine in cosines))


if __name__ == "__main__":
    main()
