"""Month and weekday names of other languages, as sites print them in date lines: `python -m training.month_names`.

From CLDR by Babel, which training alone uses. A name that two languages give to different months is left out.
"""

from collections import defaultdict
from pathlib import Path

from babel import Locale

FOLDER = Path("src/tidings/lexicon")
LANGUAGES = (
    "ar bg bs ca cs da de el es et fa fi fr he hr hu hy id is it ka lt lv mk ms nb nl pl pt ro ru sk sl sq sr sv tr uk"
)
SHORTEST = 3  # letters of a name


def names(kind: str) -> dict[str, set[int]]:
    """Each name in small letters with the numbers that languages give it, Monday being 1."""
    found: dict[str, set[int]] = defaultdict(set)
    for code in LANGUAGES.split():
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in getattr(locale, kind)[context][width].items():
                    plain = name.casefold().strip(". ")
                    if len(plain) >= SHORTEST and not any(c.isdigit() or c.isspace() for c in plain):
                        found[plain].add(number + (kind == "days"))
    return found


def main() -> None:
    for kind, file in (("months", "months_abroad.tsv"), ("days", "weekdays_abroad.tsv")):
        own = {
            name.casefold()
            for sort in Locale.parse("en").__getattribute__(kind)["format"].values()
            for name in sort.values()
        }
        sure = {name: numbers for name, numbers in names(kind).items() if len(numbers) == 1 and name not in own}
        head = f"# {kind.capitalize()} as other languages name them, for date lines. Source: CLDR; training/month_names.py\n"
        (FOLDER / file).write_text(head + "".join(f"{n}\t{min(v)}\n" for n, v in sorted(sure.items())), "utf-8")


if __name__ == "__main__":
    main()
