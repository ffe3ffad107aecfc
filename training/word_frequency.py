"""Makes news_words.tsv and news_names.tsv of src/tidings/lexicon: in what share of news articles a common word stands.

    python -m training.word_frequency ../shared/gold/quotes-polnear/train/text > src/tidings/lexicon/news_words.tsv
    python -m training.word_frequency ../shared/gold/quotes-polnear/train/text names > src/tidings/lexicon/news_names.tsv

Only words that stand in at least 1% of the articles and are written small in at least
90% of their uses away from a sentence's start: no names, no text, counts alone.
Names are the words written with a capital in four of five uses, in at least 5% of the articles: those that say
nothing of the story in American news (weekdays, chambers, parties, presidents).
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"(?<![\w])[A-Za-z]+(?![\w])")


def main(folder: Path, *, names: bool) -> None:
    """Print one of the tables."""
    articles, small, tall = Counter[str](), Counter[str](), Counter[str]()
    files = sorted(folder.glob("*.txt"))
    for file in files:
        found = WORD.findall(file.read_text("utf-8"))
        articles.update({w.lower() for w in found})
        small.update(w for w in found if w.islower())
        tall.update(w.lower() for w in found if not w.islower())
    print(f"# Share of news articles that a common {'name' if names else 'word'} stands in.")
    print(
        f"# Source: counted over {len(files)} articles of PolNeAR 1.0 train by training/word_frequency.py"
        + ("." if names else "; names left out.")
    )
    for word, count in sorted(articles.items()):
        share = count / len(files)
        if names:
            told = share >= 0.05 and tall[word] >= 0.8 * (small[word] + tall[word])
        else:
            told = share >= 0.01 and small[word] >= 9 * max(1, tall[word] - small[word] / 8)
        if told:
            print(f"{word}\t{share:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), names="names" in sys.argv[2:])
