"""Sessions of onnxruntime in one thread, so that a process gives the same bytes beside any other."""

from pathlib import Path

from onnxruntime import InferenceSession, SessionOptions

__all__ = ["one_thread"]

# Sum and norm in one kernel take an eighth of the encoder's time more than apart (onnxruntime 1.32): its loops are not vectorized.
SLOW = ["SkipLayerNormFusion"]


def one_thread(model: Path | bytes) -> InferenceSession:
    """A session of a model, from its file or its bytes."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    source = str(model) if isinstance(model, Path) else model
    return InferenceSession(source, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW)
