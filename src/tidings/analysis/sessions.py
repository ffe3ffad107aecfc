"""Sessions of onnxruntime in one thread, so that a process gives the same bytes beside any other."""

from pathlib import Path

from onnxruntime import InferenceSession, SessionOptions

__all__ = ["one_thread"]


def one_thread(model: Path | bytes) -> InferenceSession:
    """A session of a model, from its file or its bytes."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    source = str(model) if isinstance(model, Path) else model
    return InferenceSession(source, options, providers=["CPUExecutionProvider"])
