"""None by one account, some by another's in the same report: "the ferrymen say no one is missing", "divers speak of two"."""

import re
from collections.abc import Iterator

from tidings.grammar.disputes.answered import ATTRIBUTED
from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.denied_beside import meets
from tidings.grammar.disputes.denying import part
from tidings.grammar.disputes.figures import PRONOUNS, Figure
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.text.scenes import scenes_in
from tidings.text.terms import stem, word_list

__all__ = ["none_hurt"]

NEAR = 2  # sentences between the two accounts
# What may befall people, in the words that tell it.
FATES = (
    re.compile(r"\b(?:hurt|injur\w+|wound\w*|hospital\w*|suffered|burn(?:ed|t|s)|bruises)\b", re.IGNORECASE),
    re.compile(r"\b(?:kill(?:ed|ing|ings)|dead|deaths?|died|die|lives|bodies|fatalit\w+|drown\w+)\b", re.IGNORECASE),
    re.compile(r"\b(?:arrest\w*|detain\w*|detention|custody|behind bars|held)\b", re.IGNORECASE),
    re.compile(r"\b(?:missing|abducted|kidnapped|disappeared|taken)\b", re.IGNORECASE),
)
NOBODY = re.compile(
    r"\b(?:no one|nobody|none|not a single (?:person|man|woman|soldier|civilian)|no (?:civilians?|soldiers?|people|person|passengers?|protesters?|demonstrators?|workers?|officers?|policem[ae]n))\s(?:\w{2,10}\s){0,4}?(?P<fate>hurt|injured|wounded|hospitali[sz]ed|killed|died|dead|arrested|detained|missing|in custody|behind bars)\b"
    r"|\bno\s(?P<loss>injuries|casualties|deaths|arrests|wounded|dead|detainees)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:will|would|should|must|may|might|could|if|so that|unless|hop\w+|want\w*)\b", re.IGNORECASE)
BEHIND_HEAD = re.compile(r"\s(?:of|for|in|at|from|on|with)\s|,\s", re.IGNORECASE)
SPOT = re.compile(
    r"\b(?:at|near|outside|inside|off|aboard)\s(?:the|a|an|its|their)\s(?!time|moment|end|start|scene|same)([\w’'-]{3,24})",
    re.IGNORECASE,
)  # a place without a name: "at the mill"
CLAUSES = re.compile(r";\s|,\s(?=(?:but|and|while|whereas|although|though)\s)")


def none_hurt(scene: Scene, told: dict[str, list[Figure]]) -> Iterator[Dispute]:
    """Each account by which nobody was hurt, killed or held, beside a count that another gives close by."""
    for at, passage in enumerate(scene.passages):
        none = NOBODY.search(passage.text)
        if none is None or AHEAD.search(passage.text, 0, none.start()):
            continue
        low = max((m.end() for m in CLAUSES.finditer(passage.text, 0, none.start())), default=0)
        high = next((m.start() for m in CLAUSES.finditer(passage.text, none.end())), len(passage.text))
        own = part(passage, low, high)
        if own is None or not ATTRIBUTED.search(passage.text, low, high):
            continue
        fate = next((f for f in FATES if f.search(none["fate"] or none["loss"])), FATES[0])
        for figure in told.get(passage.document, ()):
            if abs(figure.place - at) > NEAR or meets(own, figure.claim) or figure.quantity.value <= 0:
                continue
            if one_voice(scene, passage, own, none.span(), figure) or of_another_matter(passage, own, figure):
                continue
            if figure.answers and befell(figure) is fate:
                sides = (("none", (own,)), (figure.words, (figure.claim,)))
                about = f"{none['fate'] or none['loss']}: how many"
                yield Dispute("number", about, sides, ("two sources give two numbers",), 0.6)
                break


def befell(figure: Figure) -> re.Pattern[str] | None:
    """What befell those whom a figure counts: what is told first behind it, else before it: "thirty were arrested and three hurt"."""
    said = figure.passage.told(figure.part)
    at = max(0, said.find(figure.words))
    behind = [(m.start(), n) for n, fate in enumerate(FATES) if (m := fate.search(said, at))]
    before = [(-m.start(), n) for n, fate in enumerate(FATES) for m in fate.finditer(said, 0, at)]
    found = min(behind or before, default=None)
    return None if found is None else FATES[found[1]]


def one_voice(scene: Scene, passage: Passage, own: Claim, none: tuple[int, int], figure: Figure) -> bool:
    """Whether who gives the number gives the other account too, by the words for them or as its speaker."""
    low, high = own.span.start - passage.span.start, own.span.end - passage.span.start
    source = {stem(w) for w in word_list(passage.text[low : none[0]] + " " + passage.text[none[1] : high])}
    named = [n for e in scene.telling.entities if e.id == figure.voice for n in (e.name, *e.aliases)]
    heads = {stem(w) for name in (figure.voice, *named) for w in word_list(BEHIND_HEAD.split(name, maxsplit=1)[0])[-1:]}
    speaks = (q.speaker for q in scene.telling.quotes if q.anchor.document == passage.document
              and q.anchor.start <= passage.span.start + none[0] < q.anchor.end)  # fmt: skip
    return figure.voice in PRONOUNS or bool(heads & source) or figure.voice in speaks


def of_another_matter(passage: Passage, own: Claim, figure: Figure) -> bool:
    """Whether the two accounts have places or days of their own; in one sentence the first's may hold for both."""
    told = sorted(((passage, own.span, ""), (figure.passage, figure.part, figure.voice)), key=lambda t: t[1].start)
    words = [
        re.sub(re.escape(voice), " ", p.told(s), flags=re.IGNORECASE) if voice else p.told(s) for p, s, voice in told
    ]
    first, later = ({stem(w.lower()) for w in SPOT.findall(text)} for text in words)
    if first and later and not first & later:
        return True
    days = [frozenset(day for at, day in p.days if s.start <= at.start < s.end) for p, s, _ in told]
    together = figure.passage is passage
    return any(
        bool(two - one) or (bool(one - two) and not together)
        for one, two in (days, [scenes_in(text) for text in words])
    )
