"""Offices that go by different words, made one: "Secretary of State", "foreign secretary", "head of the foreign ministry"."""

from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.roles import FORMER, OfficeClass, offices, singular
from tidings.lexicon import rows

__all__ = ["OfficeKey", "agree", "office_key"]

SAME_OFFICE = {
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "spox": "spokesman",
    "representative": "spokesman",
    "press secretary": "spokesman",
    "premier": "prime minister",
    "head of state": "president",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "boss": "chief",
    "pontiff": "pope",
    "mediatrix": "mediator",
    "head": "chief",
    "congresswoman": "congressman",
    "envoy": "ambassador",
    "special envoy": "ambassador",
    "special representative": "ambassador",
    "reporter": "correspondent",
    "journalist": "correspondent",
    "homologue": "counterpart",
    "opposite number": "counterpart",
}
FOREIGN = frozenset({"secretary of state", "state secretary", "top diplomat", "foreign secretary"})
DIPLOMACY = frozenset({"diplomacy", "mfa"})  # "head of the Kenyan diplomacy", as many languages call a foreign minister
DEPUTIES = frozenset({"deputy", "vice", "assistant"})
CUT = frozenset({"of", "for", "to", "at", "in", "on", "who", "with", "from", ","})


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """An office apart from its holder: `base` "minister", `field` "foreign"; `sort` as in the table of offices."""

    base: str
    field: str | None
    sort: OfficeClass
    former: bool
    plural: bool
    word: str | None = None  # "minister" or "secretary": where both are about, one never means the other


@cache
def fields() -> dict[str, str]:
    """What a ministry is for, by each word that says so."""
    return {word.strip(): kind for kind, cell in rows("ministries.tsv") for word in cell.split(";")}


@lru_cache(maxsize=16384)
def office_key(role: str) -> OfficeKey | None:
    """The office that a role's words name; None where the table knows none of them."""
    words = role.lower().replace("’", "'").replace("-", " ").split()
    former = any(w in FORMER for w in words)
    found = main_office(words)
    if found is None:
        return None
    first, end, phrase, plural = found
    sort = offices()[phrase]
    before = [w.removesuffix("'s") for w in words[:first]]
    after = " ".join(words[end:])
    if phrase in FOREIGN:
        return OfficeKey("minister", "foreign", sort, former, plural, word_of(phrase))
    base, field = SAME_OFFICE.get(phrase, phrase), None
    if phrase in {"minister", "secretary", "deputy minister", "undersecretary"}:
        field = field_of(before) or field_after(words[end:])
        base = "minister" if phrase == "secretary" and field else base
    elif base == "chief" and sort == "chief" and not DIPLOMACY.isdisjoint(words[end:] or before):
        base, field = "minister", "foreign"
    elif base == "chief" and ministry_kind(after or " ".join(before)) is not None:
        base, field = "minister", ministry_kind(after or " ".join(before))
    elif phrase.endswith((" minister", " secretary")) and field_of(phrase.split()[:-1]):
        base, field = ("deputy " if "deputy" in phrase else "") + "minister", field_of(phrase.split()[:-1])
    elif base == "chief" and after.removeprefix("of the ") == "ministry":
        base = "minister"  # "the head of the ministry"
    elif base == "spokesman":
        field = ministry_kind(" ".join([*before, after]))
    if role == "Representative":  # as a title
        base = "congressman"
    if not DEPUTIES.isdisjoint(before[-1:]) or (field is not None and not DEPUTIES.isdisjoint(before[:1])):
        base = f"deputy {base}"
    return OfficeKey(base, field, sort, former, plural, word_of(phrase))


def word_of(phrase: str) -> str | None:
    """The word for a minister that a phrase uses."""
    return "minister" if "minister" in phrase else "secretary" if "secretary" in phrase else None


def main_office(words: list[str]) -> tuple[int, int, str, bool] | None:
    """The head office of a role; not the rank or title behind it: "prime minister sheikh", "army spokesman colonel"."""
    found = last_office(words)
    if found is None or offices()[found[2]] != "member":
        return found
    outer = last_office(words[: found[0]])
    leads = outer is not None and outer[1] == found[0] and offices()[outer[2]] in {"chief", "speaker", "envoy"}
    return outer if leads else found


def last_office(words: list[str]) -> tuple[int, int, str, bool] | None:
    """The head office of a role: the last one before "of", "for", "to"."""
    stop = next((i for i, w in enumerate(words) if w in CUT and i), len(words))
    for end in range(stop, 0, -1):
        for phrase_end in (end + 2, end):
            for start in range(max(0, end - 4), end):
                phrase = " ".join(words[start:phrase_end])
                if phrase_end > end and words[end : end + 1] != ["of"]:
                    continue
                one = (
                    " ".join([*words[start : phrase_end - 1], singular(words[phrase_end - 1])])
                    if phrase_end <= len(words)
                    else ""
                )
                for candidate in (phrase, one):
                    if candidate in offices() and phrase_end <= len(words):
                        return start, phrase_end, candidate, candidate != phrase
        if end < stop and end <= stop - 2:
            break
    return None


def field_of(before: list[str]) -> str | None:
    """The field that the words before "minister" name: the longest the table knows."""
    for length in (3, 2, 1):
        if len(before) >= length and " ".join(before[-length:]) in fields():
            return fields()[" ".join(before[-length:])]
    return None


def field_after(after: list[str]) -> str | None:
    """The field that follows "minister of"."""
    if after[:1] not in (["of"], ["for"]):
        return None
    rest = [w for w in after[1:] if w != "the"]
    for length in (3, 2, 1):
        if " ".join(rest[:length]) in fields():
            return fields()[" ".join(rest[:length])]
    return None


def agree(a: OfficeKey, b: OfficeKey) -> bool:
    """Whether two office keys may be one office: same base, and no field or word against another."""
    if a.base == "minister" and a.word is not None and b.word is not None and a.word != b.word:
        return False
    return a.base == b.base and (a.field is None or b.field is None or a.field == b.field)
