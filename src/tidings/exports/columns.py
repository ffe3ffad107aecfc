"""The tables of an account: every table and column with its type and meaning, as one explicit list.

Arrow's schemas, the headers of the CSV files and the codebook page are made from it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tidings.exports import table_rows as rows
from tidings.exports.naming import Names
from tidings.exports.table_rows import Cell
from tidings.model import Account

__all__ = ["TABLES", "Cell", "Column", "Row", "Table"]

Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is text, day, count, share, flag, texts or shares."""

    name: str
    type: str
    what: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns and the rows that an account gives it, in the account's order."""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: Callable[[Account, Names], Iterator[Row]]


def columns(text: str) -> tuple[Column, ...]:
    """Columns written one a line: name, type, meaning."""
    lines = (line.split(None, 2) for line in text.strip().splitlines())
    return tuple(Column(name, type_, what) for name, type_, what in lines)


TABLES = (
    Table(
        "documents",
        "One row an article.",
        columns("""
            document text id of the article
            short text short id for people, D1, D2 …
            path text where it was read from
            url text its address
            title text its headline
            outlet text who published it
            author text who wrote it
            published day its date, where it is known to the day
            published_from day earliest date that its contents allow
            published_to day latest date that its contents allow
            published_basis text stated, inferred or unknown
            credited_to texts agencies and outlets that it names as its source
            witness text smallest id among its copies and reports of one origin: equal means one witness
            language text language of the text
            revises text the document of the same address that this one revises
            digest text blake2b of the raw bytes
            text text the clean text that all offsets count in (code points)
        """),
        rows.documents,
    ),
    Table(
        "copies",
        "One row a group of documents that count as one witness.",
        columns("""
            documents texts ids of the documents
            kind text copy or shared_origin
            because text what shows it
        """),
        rows.copies,
    ),
    Table(
        "entities",
        "One row a person, organization, country, place or vessel.",
        columns("""
            entity text id
            short text short id for people, E1, E2 …
            name text the fullest spelling
            kind text person, organization, country, place or vessel
            acts_for text ISO 3166-1 alpha-3 code of the state, or the body, it acts for
            country text the same where it is a state, else null
            sectors texts PLOVER sector codes where role or name tell them
            role text the usual office or role
            aliases texts every spelling met
            mentions count places in all documents
            confidence share weight of what joined its spellings
        """),
        rows.entities,
    ),
    Table(
        "mentions",
        "One row a place where an entity is named.",
        columns("""
            entity text id of the entity
            document text id of the document
            start count first code point of the clean text
            end count code point after the last
            exact text the words
        """),
        rows.mentions,
    ),
    Table(
        "quotes",
        "One row a reported clause (indirect) or a part of it in quote marks (direct).",
        columns("""
            quote text id
            short text short id for people, Q1, Q2 …
            document text id of the document
            published day the document's date
            kind text direct or indirect
            within text the reported clause that a quoted part stands in
            text text the words
            speaker text entity that speaks; null where the text leaves it open
            speaker_name text its name
            speaker_text text the words of the text for the speaker
            candidates texts entities that may speak, where it is open
            candidate_weights shares their weights, in the same order
            cue text the words that attribute it
            addressee text entity spoken to
            addressee_name text its name
            relayed_by text entity through whom it is known
            said_on text when it was said, TIMEX3
            channel text how it was said
            negated flag the speaker did not say it, or denies it
            statement text statement that it is a part of
            relation text rendering, paraphrase or excerpt of that statement
            confidence share how sure the reading is
            start count first code point of the clean text
            end count code point after the last
        """),
        rows.quotes,
    ),
    Table(
        "statements",
        "One row a proposition by one speaker on one occasion, through all quotes that render it.",
        columns("""
            statement text id
            short text short id for people, S1, S2 …
            speaker text entity
            speaker_name text its name
            quotes texts ids of its quotes
            witnesses count independent reports of it
            altered texts what a rendering changes: a number, a negation, a name
        """),
        rows.statements,
    ),
    Table(
        "times",
        "One row a time expression.",
        columns("""
            document text id of the document
            start count first code point of the clean text
            end count code point after the last
            exact text the words
            type text DATE, TIME, DURATION or SET
            value text TIMEX3 value
            mod text TIMEX3 modifier
        """),
        rows.times,
    ),
    Table(
        "events",
        "One row an event, however many reports tell of it.",
        columns("""
            event text id
            short text short id for people, V1, V2 …
            type text PLOVER 2.0 type, as if it took place
            mode text PLOVER 2.0 mode
            plover text PLOVER's usual code: the type projected by the status; null where PLOVER leaves it out
            quad count PLOVER quad of `plover`: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
            status text requested, conditional, announced, held, ongoing, cancelled, denied or rumoured
            date_from day first day on which it may lie
            date_to day last day on which it may lie
            grain text day, week, month, quarter, year, decade, interval or unknown
            date_inferred flag no words state the day: the text around the act makes it likely
            actors texts ids of who acts
            actor_names texts their names
            actor_countries texts alpha-3 codes of the states they act for, each once
            recipients texts ids of whom it is done to
            recipient_names texts their names
            recipient_countries texts alpha-3 codes of the states they act for, each once
            attributed_to texts entities on whose word alone it rests; empty in an outlet's own voice
            denied_by texts entities that deny it
            realises texts events that it carries out: a request, a condition
            summary text the clause that tells it best, names of parties for pronouns in brackets
            witnesses count independent reports of it
            first_reported day date of the earliest dated document that tells it
            confidence share how sure the reading is
        """),
        rows.events,
    ),
    Table(
        "history",
        "One row a report of where an event stood.",
        columns("""
            event text id of the event
            status text the status by that report
            as_of day date of the report
            document text id of the document
        """),
        rows.history,
    ),
    Table(
        "dealings",
        "One row an offer, demand, condition, refusal, warning, agreement, accusation or denial.",
        columns("""
            dealing text id
            short text short id for people, L1, L2 …
            event text the event that it is a view of
            kind text offer, counter_offer, demand, condition, refusal, warning, agreement, accusation or denial
            state text open, accepted, rejected, signed, kept, breached, withdrawn or lapsed
            from text entity whose dealing it is
            from_name text its name
            from_country text alpha-3 code of the state it acts for
            to text entity that it is addressed to
            to_name text its name
            to_country text alpha-3 code of the state it acts for
            about text what it is about, in the text's words
            date text when, TIMEX3
            date_inferred flag no words state the day
            answers text the dealing that it answers
            witnesses count independent reports of it
            confidence share how sure the reading is
        """),
        rows.dealings,
    ),
    Table(
        "differences",
        "One row a side of a difference between accounts.",
        columns("""
            difference text id
            short text short id for people, F1, F2 …
            kind text number, date, place, role, denial, attribution or wording
            about text what the accounts differ about
            side count 1 for the first side, 2 for the second …
            says text what this side says
            witnesses count independent reports that say so
            confidence share how sure the reading is
        """),
        rows.differences,
    ),
    Table(
        "timeline",
        "One row a line of the timeline.",
        columns("""
            date text day, or the first of the days it lies between
            date_to text the last of these, else null
            grain text day, week, month …
            date_inferred flag no words state the day
            text text the clause
            event text id of the event
            status text where the event stands
            witnesses count independent reports of it
        """),
        rows.timeline,
    ),
    Table(
        "evidence",
        "One row a passage that a record of another table stands on.",
        columns("""
            record text id of the event, dealing, difference, statement or quote
            kind text event, dealing, difference, statement or quote
            side count the side of a difference, else null
            document text id of the document
            start count first code point of the clean text
            end count code point after the last
            exact text the words
        """),
        rows.evidence,
    ),
)
