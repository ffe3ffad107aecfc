"""What READ's two models cost, in core-seconds a thousand words: `python bench/reading.py [FOLDER_OF_TXT]`.

Each figure is the least of several rounds of CPU time, so that what else runs on the machine counts for little.
Without a folder the examples' documents are read. Start it with OMP_NUM_THREADS=1.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.pipeline import Pipe
from spacy.util import minibatch

from tidings.analysis import PINNED, analyse_units, encode_units, word_forms
from tidings.analysis import encoder as encoding
from tidings.analysis import parser as parsing
from tidings.analysis.best_labels import best_labels
from tidings.analysis.columns import columns
from tidings.analysis.layered import through
from tidings.analysis.name_spans import name_spans
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Block, Document

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLE = 750  # words
ROUNDS = 5
MOST = 12_000  # words read


def cpu_class() -> str:
    """What the processor has for eight-bit sums: amx, avx512-vnni, avx-vnni, avx512 or avx2."""
    flags = set(re.findall(r"\w+", Path("/proc/cpuinfo").read_text("utf-8")))
    for flag, name in (
        ("amx_int8", "amx"),
        ("avx512_vnni", "avx512-vnni"),
        ("avx_vnni", "avx-vnni"),
        ("avx512f", "avx512"),
    ):
        if flag in flags:
            return name
    return "avx2" if "avx2" in flags else "none"


def units_of(files: Sequence[Path]) -> tuple[list[str], int]:
    """The units of texts, a block a line, and how many words they have."""
    units: list[str] = []
    words = 0
    for file in files:
        text = file.read_text("utf-8", "replace")
        lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
        blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in lines)
        document = Document(file.name, file.name, file.name, text, blocks)
        units += [text[s.start : s.end] for s in unit_spans(document)]
        words += len(text.split())
        if words > MOST:
            break
    return units, words


def least(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest round."""
    found = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def spacy_parts(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """Each part of the parser alone, over texts that the parts before it have done."""
    nlp = parsing.pipeline_of(PINNED)
    docs = list(parsing.prepared(nlp, texts))
    for _, part in nlp.pipeline:
        docs = list(part.pipe(docs, batch_size=parsing.BATCH))

    rows = columns(nlp, docs)

    def over(part: Pipe) -> Callable[[], object]:
        return lambda: list(part.pipe(docs, batch_size=parsing.BATCH))

    return {
        "tokenizer": lambda: list(parsing.prepared(nlp, texts)),
        **{name: over(part) for name, part in nlp.pipeline},
        "names": lambda: [name_spans(nlp, batch) for batch in minibatch(docs, parsing.BATCH)],
        "columns": lambda: columns(nlp, docs),
        "forms": lambda: word_forms.forms(nlp, PINNED, docs, rows),
    }


def encoder_parts(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """Each part of the encoder alone."""
    net = encoding.encoder()
    runs = encoding.run_all(net, texts)
    feeds = [feed for text in texts for feed in encoding.pieces_in(net, text)[1]]
    return {
        "word pieces": lambda: [net.tokenizer.encode(text) for text in texts],
        "network": lambda: [through(net.parts, encoding.OUTPUTS, some) for some in minibatch(feeds, encoding.TOGETHER)],
        "best labels": lambda: best_labels([ran.scores for ran in runs], net.transitions),
    }


def main() -> None:
    """Print a table."""
    files = sorted(Path(sys.argv[1]).glob("*.txt")) if len(sys.argv) > 1 else sorted(EXAMPLES.glob("*/docs/*.txt"))
    texts, words = units_of(files)
    units = analyse_units(texts)
    whole = {"spaCy": lambda: analyse_units(texts), "encoder": lambda: encode_units(units)}
    seconds = {name: least(work) for name, work in whole.items()}
    print(f"processor class {cpu_class()}; {words} words in {len(texts)} units; core-seconds per 1,000 words")
    for name, parts in (("spaCy", spacy_parts(texts)), ("encoder", encoder_parts(texts))):
        print(f"{name:<24}{1000 * seconds[name] / words:8.3f}")
        for part, work in parts.items():
            print(f"    {part:<20}{1000 * least(work) / words:8.3f}")
    both = ARTICLE * sum(seconds.values()) / words
    print(f"{both:.3f} core-seconds an article of {ARTICLE} words; {2 / both:.1f} articles a second on two cores")


if __name__ == "__main__":
    main()
