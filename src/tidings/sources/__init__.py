"""Where articles come from: files, folders, JSON lines and standard input, each as a `Raw` or set aside."""

from tidings.sources.inputs import read_inputs
from tidings.sources.limits import Limits

__all__ = ["Limits", "read_inputs"]
