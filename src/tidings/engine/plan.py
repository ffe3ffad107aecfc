"""What a run is made of: the stages of the three acts, and the name of that for `generator` and the case."""

import platform
from dataclasses import dataclass, fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tidings.model import Generator
from tidings.run.memo import CaseMemo
from tidings.stage import Round, Stage, check_plan
from tidings.text.ids import content_id

__all__ = ["VERSION", "Plan", "cpu_class", "default_plan"]

VERSION = version("tidings")
TOLD_FIRST = ("readings", "linked", "decisions", "as_of", "since", "stale_decisions")  # of Telling, by the engine


@dataclass(frozen=True)
class Plan:
    """The stages of the three acts, and what the models in them are called."""

    read: tuple[Stage[Any, Any], ...]
    link: tuple[Round[Any], ...]
    tell: tuple[Stage[Any, Any], ...]
    model: str

    @property
    def read_version(self) -> str:
        """One id for all that a reading depends on beside its source."""
        return content_id(self.model, *(repr(stage) + stage.origin for stage in self.read))

    @property
    def link_version(self) -> str:
        """One id for all that linking depends on beside the readings."""
        return content_id(*(repr(step) + step.origin for step in self.link))

    @property
    def tell_version(self) -> str:
        """One id for all that an account depends on beside the readings and links."""
        return content_id(*(repr(stage) + stage.origin for stage in self.tell))

    def generator(self) -> Generator:
        """What the account says made it."""
        return Generator("tidings", VERSION, self.model, cpu_class())

    def remembering(self, memo: CaseMemo | None) -> tuple[Stage[Any, Any], ...]:
        """READ with this memo where a stage can use one."""
        setting = {"memo": memo}
        return tuple(replace(s, **setting) if "memo" in {f.name for f in fields(s)} else s for s in self.read)


def default_plan(*, pipeline: str = "", exact: bool = False) -> Plan:
    """READ, LINK and TELL as they stand, with another installed spaCy pipeline or the encoder in full precision.

    Imported here, since the models behind the stages take seconds to load. Raises ModelError where one is missing.
    """
    from tidings.analysis import EXACT, INT8, PINNED, encoder_digest, model_digest
    from tidings.stages import LINK, READ, TELL

    pipeline, encoder = pipeline or PINNED, EXACT if exact else INT8
    setting = {"pipeline": pipeline, "encoder": encoder}
    read = tuple(replace(s, **setting) if setting.keys() <= {f.name for f in fields(s)} else s for s in READ)
    check_plan(read)
    check_plan(TELL, given=TOLD_FIRST)
    digests = f"{pipeline} {model_digest(pipeline)}, {encoder} {encoder_digest(encoder)}"
    return Plan(read, LINK, TELL, f"{digests}, onnxruntime {version('onnxruntime')}")


def cpu_class() -> str:
    """What the arithmetic may depend on: the machine and its widest vector unit."""
    machine = platform.machine().casefold() or "unknown"
    try:
        flags = set(Path("/proc/cpuinfo").read_text("utf-8", "replace").split())
    except OSError:
        return machine
    for flag, name in (("avx512f", "avx512"), ("avx2", "avx2"), ("asimd", "neon")):
        if flag in flags:
            return f"{machine}-{name}"
    return machine
