"""Floors under the scores: they only rise, unless a lower one is allowed in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

__all__ = ["EPSILON", "Floors", "corpus_digest"]

EPSILON = 0.005  # CPU classes differ by less
FILE = Path(__file__).with_name("floors.json")


@dataclass
class Floors:
    """Task -> measure -> floor, the digests of the gold sets that they hold on, and the reasons for lower ones."""

    floors: dict[str, dict[str, float]] = field(default_factory=dict)
    corpora: dict[str, str] = field(default_factory=dict)
    lowered: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, file: Path = FILE) -> "Floors":
        """The committed floors; none where there is no file."""
        if not file.exists():
            return cls()
        plain = json.loads(file.read_text("utf-8"))
        return cls(plain["floors"], plain["corpora"], plain["lowered"])

    def save(self, file: Path = FILE) -> None:
        """Write the floors, sorted, so that a change of one is a change of one line."""
        plain = {"corpora": self.corpora, "floors": self.floors, "lowered": self.lowered}
        file.write_text(json.dumps(plain, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")

    def of(self, task: str, measure: str) -> float | None:
        """The floor of a measure; None where it has none yet."""
        return self.floors.get(task, {}).get(measure)

    def broken(self, task: str, measures: Mapping[str, float]) -> list[str]:
        """What lies below its floor, or is no longer measured, in words."""
        found = []
        for measure, floor in sorted(self.floors.get(task, {}).items()):
            value = measures.get(measure)
            if value is None:
                found.append(f"{task}: {measure} has the floor {floor:.3f} and is not measured any more")
            elif value < floor - EPSILON:
                found.append(f"{task}: {measure} is {value:.3f}, below its floor {floor:.3f}")
        return found

    def moved(self, task: str, digest: str) -> list[str]:
        """Whether the gold set is another than the floors were set on."""
        pinned = self.corpora.get(task)
        if pinned in (None, digest):
            return []
        return [f"{task}: the gold set is not the one its floors were set on ({digest}, pinned {pinned})"]

    def set(self, task: str, measures: Mapping[str, float], digest: str, *, lower: str | None) -> None:
        """Raise the floors to what was measured; lower ones only with a reason."""
        self.corpora[task] = digest
        kept = self.floors.setdefault(task, {})
        for measure, value in measures.items():
            new, old = round(value, 4), kept.get(measure)
            if old is None or new > old:
                kept[measure] = new
            elif lower and new < old:
                self.lowered.append(f"{task}: {measure} {old} to {new}: {lower}")
                kept[measure] = new


def corpus_digest(root: Path, parts: tuple[str, ...]) -> str:
    """blake2b-64 over the names and bytes of all files of some folders."""
    found = blake2b(digest_size=8)
    for part in parts:
        for file in sorted(path for path in (root / part).rglob("*") if path.is_file()):
            found.update(file.relative_to(root).as_posix().encode() + b"\0")
            found.update(blake2b(file.read_bytes()).digest())
    return found.hexdigest()
