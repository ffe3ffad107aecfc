"""Makes src/tidings/lexicon/given_names_abroad.tsv: given names of many countries with the gender they tell.

    python -m training.given_names

From the locales of Faker and Mimesis (both MIT), which training alone uses; names in Cyrillic and Greek letters by the
package's own romanization. Left out: common words, what the tables know as a place, a people, an office or a
body, languages that put the surname first, what only one list has, and what is a surname in nearly as many lists.
"""

import importlib
import json
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person
import mimesis

from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.name_signs import body_kind, is_common, titles
from tidings.grammar.names.roles import offices
from tidings.lexicon.word_kin import has_kin
from tidings.text.names import plain

SURNAME_FIRST = frozenset({"zh", "ja", "ko", "vi"})
SHORTEST = 3  # letters
SURE = 3  # times as many lists for one gender as for the other
LEAST = 2  # lists that have a name
HEAD = """# Given names of many countries in plain letters, by the gender they tell: m, f, or - for either.
# Source: the locales of Faker and Mimesis, both under the MIT License (given_names_abroad_licence.txt); made by training/given_names.py.
"""
FORMS = {"m": ("first_names_male",), "f": ("first_names_female",), "s": ("last_names",)}

Found = dict[str, dict[str, set[str]]]  # name -> m, f or s for a surname -> lists


def of_faker() -> Iterator[tuple[str, str, str]]:
    """(name, sort, list) of Faker."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for sort, attributes in FORMS.items():
            for attribute in attributes:
                for name in getattr(provider, attribute, ()) or ():
                    yield name, sort, f"faker {module.name}"


def of_mimesis() -> Iterator[tuple[str, str, str]]:
    """(name, sort, list) of Mimesis."""
    for path in sorted((Path(mimesis.__file__).parent / "datasets").glob("*/person.json")):
        person = json.loads(path.read_text("utf-8"))
        for sort, kind, group in (("m", "names", "male"), ("f", "names", "female"), ("s", "surnames", None)):
            listed = person.get(kind, {})
            pools: Iterable[Iterable[str]] = [listed] if isinstance(listed, list) else listed.values()
            if group is not None:
                pools = [listed.get(group, ())] if isinstance(listed, dict) else []
            for name in (name for pool in pools for name in pool):
                yield name, sort, f"mimesis {path.parent.name}"


def told() -> Found:
    """All names in plain letters, with the lists that give them to men or women or have them as surnames."""
    found: Found = defaultdict(lambda: defaultdict(set))
    for name, sort, where in (*of_faker(), *of_mimesis()):
        language, word = where.split()[1][:2], plain(name)
        if language not in SURNAME_FIRST and word.isascii() and word.isalpha() and len(word) >= SHORTEST:
            found[word][sort].add(where)
    return found


def gender(where: dict[str, set[str]]) -> str:
    """The gender of most lists, or either."""
    men, women = len(where["m"]), len(where["f"])
    return "m" if men >= SURE * women else "f" if women >= SURE * men else "-"


def is_name(word: str, where: dict[str, set[str]]) -> bool:
    """Whether a word is a given name before it is anything else."""
    given = where["m"] | where["f"]
    if len(given) < LEAST or SURE * len(where["s"]) > len(given) or is_common(word) or has_kin(word):
        return False
    written = word.capitalize()
    known = entry(written), entry(word.upper()), body_kind(word), titles().get(written)
    return not any(one is not None for one in known) and word not in offices()


def main() -> None:
    """Write the table."""
    names = defaultdict(list)
    for word, where in sorted(told().items()):
        if is_name(word, where):
            names[gender(where)].append(word)
    lines = [f"{sort}\t{' '.join(names[sort])}" for sort in ("m", "f", "-")]
    path = Path(__file__).parents[1] / "src/tidings/lexicon/given_names_abroad.tsv"
    path.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
