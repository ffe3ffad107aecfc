"""A case: documents kept in a file, with all that was read, linked and decided; and the verbs over it."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from tidings.codec import account_from_json, account_to_json, to_json
from tidings.engine.acts import Options, inputs, read_articles
from tidings.engine.decided import Ruling, decision_of
from tidings.engine.plan import VERSION, Plan, default_plan
from tidings.engine.why import Why, explain
from tidings.errors import CaseError
from tidings.model import Account, Decision, Linked, Raw, Reading, SetAside, StoryRecord, Telling
from tidings.run import decisions, linking, telling
from tidings.run.grouping import former_ids, resolve
from tidings.run.memo import CaseMemo
from tidings.run.progress import Progress, Silent
from tidings.run.reading import name_of, source_of
from tidings.runners import Local
from tidings.store import CaseFile, Hit, Kept
from tidings.text.ids import content_id

__all__ = ["Added", "Case", "open_case"]

SILENT = Silent()
WORTH_WORKERS = 1000  # documents to link: below, worker processes take longer to start than the rounds take
DEFAULTS = Options()


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did: ids read anew, how many were known already, what was set aside."""

    read: tuple[str, ...]
    known: int
    set_aside: tuple[SetAside, ...]


def open_case(path: str | Path, *, create: bool = True, plan: Plan | None = None) -> "Case":
    """Open a case file; made where it does not exist, unless `create` is false."""
    return Case(CaseFile(Path(path), write=create), plan)


class Case:
    """An open case. Close it, or use it in a `with` statement."""

    def __init__(self, file: CaseFile, plan: Plan | None = None) -> None:
        self._file = file
        self._plan_given = plan

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @property
    def _plan(self) -> Plan:
        if self._plan_given is None:
            self._plan_given = default_plan()
        return self._plan_given

    # documents in and out

    def add(self, paths: Sequence[str], options: Options = DEFAULTS) -> Added:
        """Read what is new in the inputs; what was read before is passed over."""
        clock = time.monotonic()
        lost: list[SetAside] = []
        known = 0

        def fresh() -> Iterator[Raw]:
            nonlocal known
            for found in inputs(paths, options):
                if isinstance(found, SetAside):
                    lost.append(found)
                elif self._file.knows(source_of(found)):
                    known += 1
                else:
                    yield found

        read = self._read(fresh(), options, lost)
        self._file.keep((), lost)
        added = Added(tuple(sorted(read)), known, tuple(lost))
        self._receipt("add", clock, {"read": list(added.read), "known": known, "set_aside": len(lost)})
        return added

    def _read(self, raws: Iterable[Raw], options: Options, lost: list[SetAside]) -> list[str]:
        """Read articles and keep each batch as it is done; the ids, and to `lost` what was set aside."""
        sent: dict[tuple[str, int | None, str], Raw] = {}

        def noted() -> Iterator[Raw]:
            for raw in raws:
                sent[raw.path, raw.line, raw.digest] = raw
                yield raw

        memo = CaseMemo(self._file.path)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        done: list[str] = []
        try:
            for outcome in read_articles(self._plan, noted(), options, memo):
                kept = []
                for reading in outcome.done:
                    document = reading.document
                    raw = sent.pop((document.path, document.line, document.digest), None)
                    if raw is None:  # the same article named twice
                        continue
                    kept.append(Kept(raw, reading, name_of(raw), source_of(raw), self._plan.read_version, now))
                self._file.keep(kept, outcome.set_aside, outcome.memo)
                lost += outcome.set_aside
                done += [article.reading.document.id for article in kept]
        finally:
            memo.close()
        return done

    def remove(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Take documents out, by id or path, with all that came from them, and link the rest anew; their ids."""
        clock = time.monotonic()
        documents = self._file.documents()
        by_path: dict[str, list[str]] = {}
        for name, path in documents.items():
            by_path.setdefault(path, []).append(name)
        out: set[str] = set()
        unread: set[str] = set()
        for name in ids:
            found = [name] if name in documents else by_path.get(name, [])
            lines = [s.path for s in self._file.set_aside() if name in (s.path, s.path.rpartition(":")[0])]
            if not found and not lines:
                raise CaseError(f"no document {name!r} in {str(self._file.path)!r}; `tidings stories` lists the ids")
            out.update(found)
            unread.update(lines)
        self._file.remove(sorted(out), sorted(unread))
        self.linked(self.readings())
        self._receipt("remove", clock, {"removed": len(out)})
        return tuple(sorted(out))

    # what is known

    def readings(self, progress: Progress = SILENT) -> tuple[Reading, ...]:
        """All readings by document id; those that earlier stages made are made anew first."""
        stale = list(self._file.outdated(self._plan.read_version))
        if stale:
            progress.warn(f"{len(stale)} documents were read by other stages; reading them again")
            self._read(stale, Options(progress=progress), [])
            self._file.forget_outdated(self._plan.read_version)
        return tuple(self._file.readings())

    def linked(
        self, readings: Sequence[Reading], progress: Progress = SILENT, workers: int = 1
    ) -> tuple[str, Linked, tuple[str, ...]]:
        """What holds between the readings, its key, and the stale decisions; linked anew where anything changed."""
        decided = decisions.apply(self._file.decisions(), readings)
        ids = [reading.document.id for reading in readings]
        key = content_id(self._plan.link_version, self._plan.read_version, repr(decided), *ids)
        was, linked = self._file.linked()
        if was != key:
            before = linked.groups
            linked = linking.link(self._plan.link, readings, decided.links, _how(readings, progress, workers))
            self._file.keep_linked(key, linked, former_ids(before, linked.groups))
        return key, linked, decided.stale

    def tell(
        self,
        *,
        as_of: str | None = None,
        since: str | None = None,
        story: str | None = None,
        progress: Progress = SILENT,
        workers: int = 1,
    ) -> Account:
        """The account of what the case holds, of one story of it, as of a day."""
        clock = time.monotonic()
        readings = self.readings(progress)
        key, linked, stale = self.linked(readings, progress, workers)
        key = content_id(
            key,
            self._plan.tell_version,
            as_of or "",
            since or "",
            story or "",
            repr(self._file.set_aside()),
            repr(self._file.decisions()),
            VERSION,
        )
        kept = self._file.account(key)
        if kept is not None:
            return account_from_json(kept)
        chosen = telling.published_by(readings, linked.bounds, as_of)
        if story:
            members = self._members_of(story, linked)
            chosen = tuple(reading for reading in chosen if reading.document.id in members)
        if len(chosen) < len(readings):
            decided = decisions.apply(self._file.decisions(), chosen)
            linked = linking.link(self._plan.link, chosen, decided.links, _how(chosen, progress, workers))
        told = Telling(chosen, linked, self._file.decisions(), as_of, since, stale_decisions=stale)
        account = telling.tell(self._plan.tell, told, self._plan.generator(), self._file.set_aside(), progress)
        self._file.keep_account(key, account_to_json(account))
        self._receipt(
            "tell",
            clock,
            {"documents": len(account.documents), "events": len(account.events), "quotes": len(account.quotes)},
        )
        return account

    def _members_of(self, story: str, linked: Linked) -> set[str]:
        groups = {group.id: set(group.members) for group in linked.of("story")}
        name = resolve(story, self._file.formerly(), groups)
        if name is None:
            raise CaseError(f"no story {story!r} in {str(self._file.path)!r}; `tidings stories` lists them")
        return groups[name]

    def stories(self) -> tuple[StoryRecord, ...]:
        """The stories among the documents."""
        readings = self.readings()
        _, linked, _ = self.linked(readings)
        return telling.stories(Telling(readings, linked))

    def documents(self) -> dict[str, str]:
        """Document id to the path it was read from, by id."""
        return self._file.documents()

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Paragraphs and quotes that match a full-text query, best first."""
        return self._file.search(query, limit)

    def why(self, name: str) -> Why:
        """What a record of the account is, the words it stands on, and what joined it."""
        account = self.tell()
        _, linked, _ = self.linked(self.readings())
        return explain(name, account, linked, self._file.formerly())

    # what people decide

    def decide(self, ruling: Ruling) -> Decision:
        """Keep a decision: about two records of the account, or one and a new value."""
        readings = self.readings()
        decision = decision_of(ruling, self.tell(), readings, self._file.decisions())
        self._file.decide(decision)
        return decision

    def undecide(self, name: str) -> None:
        """Take a decision back."""
        if not self._file.undecide(name):
            raise CaseError(
                f"no decision {name!r} in {str(self._file.path)!r}; `tidings decide` without a verdict lists them"
            )

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, by id."""
        return self._file.decisions()

    def damage(self) -> tuple[str, ...]:
        """What is wrong with the file; nothing for a sound one."""
        return self._file.damage()

    def receipts(self) -> tuple[str, ...]:
        """What each run read and how long it took, as JSON, oldest first."""
        return self._file.receipts()

    def _receipt(self, verb: str, clock: float, counts: dict[str, object]) -> None:
        seconds = round(time.monotonic() - clock, 3)
        self._file.keep_receipt(
            to_json(
                {
                    "verb": verb,
                    "version": VERSION,
                    "read_version": self._plan.read_version,
                    "seconds": seconds,
                    **counts,
                }
            )
        )


def _how(readings: Sequence[Reading], progress: Progress, workers: int) -> linking.How:
    return linking.How(Local(workers if len(readings) > WORTH_WORKERS else 1), progress)
