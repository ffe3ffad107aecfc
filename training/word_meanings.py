"""Makes src/tidings/lexicon/word_meanings.npz: a short vector for each common word, near for words that mean alike.

    python -m training.word_meanings WEIGHTS TOKENIZER src/tidings/lexicon/word_meanings.npz

Each whole word of MiniLM's vocabulary is read alone; the mean of its states, made of length 1, less the mean of all
words, laid on the first axes of their spread and rounded to a byte an axis. No text goes in.
"""

import re
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.model import Encoder

AXES = 96  # of 384; on the dev half of evals/statement_pairs.jsonl 48, 64 and 128 gave AUC .953, .950, .970, this .964


def main(weights: Path, tokenizer: Path, out: Path) -> None:
    """Write the table."""
    torch.set_num_threads(1)
    cut = Tokenizer.from_file(str(tokenizer))
    cut.no_padding()
    words = sorted(word for word in cut.get_vocab() if re.fullmatch("[a-z]{2,}", word))
    net = Encoder.pretrained(weights).eval()
    states = []
    with torch.no_grad():
        for first in range(0, len(words), 512):
            ids = torch.tensor([cut.encode(word).ids for word in words[first : first + 512]])
            states.append(net(ids, torch.zeros_like(ids)).mean(1).numpy())
    found = np.concatenate(states)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    found -= found.mean(0)
    axes = np.linalg.svd(found[::3], full_matrices=False)[2][:AXES]
    short = found @ axes.T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    letters = np.frombuffer("\n".join(words).encode(), np.uint8)
    np.savez_compressed(out, words=letters, vectors=np.round(short * 127).astype(np.int8))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
