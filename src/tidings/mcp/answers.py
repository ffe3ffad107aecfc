"""What each tool answers: records of the account as plain data, every one with the words it stands on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tidings import engine
from tidings.codec import to_plain
from tidings.model import Account, Anchor, Entity

__all__ = ["Answers"]

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """The tools over one case. Each call opens the case anew, so that what others add meanwhile is told too."""

    case: Path

    def search(self, query: str, limit: int = 20) -> Answer:
        """Find paragraphs and quotes by words. `query` may use SQLite's full-text syntax: "exact words", OR, NOT, NEAR."""
        with engine.open_case(self.case, create=False) as opened:
            hits = opened.search(query, limit)
            paths = opened.documents()
        return {"found": [{**plain(hit), "path": paths.get(hit.document)} for hit in hits]}

    def tell(self, as_of: str | None = None, since: str | None = None) -> Answer:
        """The account in short: documents, how much was found, where each dealing stands, what is new since a day (YYYY-MM-DD)."""
        account = self._account(as_of, since)
        say = Saying.of(account)
        kept = ("entities", "quotes", "statements", "events", "dealings", "differences")
        return {
            "generator": plain(account.generator),
            "documents": [
                {
                    "id": d.id,
                    "path": d.path,
                    "outlet": d.outlet,
                    "title": d.title,
                    "published": d.published,
                    "url": d.url,
                }
                for d in account.documents
            ],
            "one_witness": [{"documents": list(c.documents), "because": c.because} for c in account.copies],
            "counts": {name: len(getattr(account, name)) for name in kept},
            "dealings": [say.dealing(one) for one in account.dealings],
            "differences": len(account.differences),
            "new_since": list(account.new) if since else None,
            "set_aside": plain(account.set_aside),
        }

    def timeline(self, start: str | None = None, end: str | None = None, as_of: str | None = None) -> Answer:
        """What happened on which day, with status, witnesses and words; `start` and `end` are days or months."""
        account = self._account(as_of)
        lines = [
            {**plain(one), "evidence": anchors(one.evidence)}
            for one in account.timeline
            if (not start or (one.to or one.date) >= start) and (not end or one.date[: len(end)] <= end)
        ]
        return {"timeline": lines}

    def quotes(
        self, speaker: str | None = None, addressee: str | None = None, words: str | None = None, limit: int = 50
    ) -> Answer:
        """Who said what to whom. `speaker` and `addressee` match any part of any spelling; `words` part of the quote."""
        account = self._account()
        say = Saying.of(account)
        found = [
            one
            for one in account.quotes
            if say.named(one.speaker, speaker) and say.named(one.addressee, addressee) and holds(one.text, words)
        ]
        return limited([say.quote(one) for one in found], limit)

    def dealings(
        self, party: str | None = None, kind: str | None = None, state: str | None = None, as_of: str | None = None
    ) -> Answer:
        """Offers, demands, conditions, refusals, warnings, agreements, accusations, denials, and where each stands."""
        account = self._account(as_of)
        say = Saying.of(account)
        found = [
            say.dealing(one)
            for one in account.dealings
            if (say.named(one.from_, party) or say.named(one.to, party))
            and kind in (None, one.kind)
            and state in (None, one.state)
        ]
        return {"dealings": found}

    def differences(self, kind: str | None = None) -> Answer:
        """Where the reports differ: each side with what it says, how many independent reports say so, and their words."""
        account = self._account()
        found = [
            {
                "id": one.id,
                "kind": one.kind,
                "about": one.about,
                "sides": [
                    {"says": side.says, "witnesses": side.witnesses, "evidence": anchors(side.evidence)}
                    for side in one.sides
                ],
            }
            for one in account.differences
            if kind in (None, one.kind)
        ]
        return {"differences": found}

    def why(self, id: str) -> Answer:
        """Why the account says a line: the record by its id, the words it stands on, and what joined its parts."""
        with engine.open_case(self.case, create=False) as opened:
            found = opened.why(id)
        return {**plain(found), "fields": dict(found.fields), "evidence": anchors(found.evidence)}

    @property
    def tools(self) -> tuple[Callable[..., Answer], ...]:
        """All tools, in the order in which they are listed."""
        return (self.search, self.tell, self.timeline, self.quotes, self.dealings, self.differences, self.why)

    def _account(self, as_of: str | None = None, since: str | None = None) -> Account:
        with engine.open_case(self.case, create=False) as opened:
            return opened.tell(as_of=as_of, since=since)


@dataclass(frozen=True, slots=True)
class Saying:
    """Records of one account, with names in place of ids."""

    entities: dict[str, Entity]

    @classmethod
    def of(cls, account: Account) -> Self:
        """With the entities of an account."""
        return cls({one.id: one for one in account.entities})

    def name(self, entity: str | None) -> str | None:
        """The entity's name."""
        found = self.entities.get(entity or "")
        return found.name if found else None

    def named(self, entity: str | None, words: str | None) -> bool:
        """Whether one of the entity's spellings holds `words`; True where none are asked for."""
        found = self.entities.get(entity or "")
        return not words or any(holds(spelling, words) for spelling in (found.aliases if found else ()))

    def quote(self, one: Any) -> Answer:  # noqa: ANN401  a QuoteRecord
        """A quote with its speaker, or with the candidates where the text leaves it open."""
        return {
            "id": one.id,
            "kind": one.kind,
            "text": one.text,
            "speaker": self.name(one.speaker),
            "speaker_words": one.speaker_text,
            "candidates": [{"name": self.name(c), "weight": round(w, 4)} for c, w in one.speaker_candidates],
            "addressee": self.name(one.addressee),
            "relayed_by": self.name(one.relayed_by),
            "said_on": one.said_on,
            "confidence": round(one.confidence, 4),
            "evidence": anchors((one.anchor,)),
        }

    def dealing(self, one: Any) -> Answer:  # noqa: ANN401  a Dealing
        """A dealing with its parties and the words that tell it."""
        return {
            "id": one.id,
            "kind": one.kind,
            "state": one.state,
            "from": self.name(one.from_),
            "to": self.name(one.to),
            "about": one.about,
            "answers": one.answers,
            "witnesses": one.witnesses,
            "evidence": anchors(one.evidence),
        }


def plain(record: object) -> Any:  # noqa: ANN401  JSON data
    """The record as JSON data."""
    return to_plain(record)


def anchors(spots: Iterable[Anchor]) -> list[Answer]:
    """Anchors as JSON data: document, start, end (code points of the clean text), exact words."""
    return [{"document": s.document, "start": s.start, "end": s.end, "exact": s.exact} for s in spots]


def holds(text: str, words: str | None) -> bool:
    """Whether the text holds the words, whatever their case."""
    return not words or words.casefold() in text.casefold()


def limited(records: list[Answer], limit: int) -> Answer:
    """The first `limit` records, and how many there are."""
    return {"found": len(records), "quotes": records[:limit]}
