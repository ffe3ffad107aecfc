"""The event lexicon holds what the scheme knows, and conditions that the grammar can ask."""

from typing import get_args

import pytest

from tidings.grammar.events.lexicon import light_verbs, noun_class, noun_senses, status_cues, verb_senses
from tidings.grammar.events.plover import TYPES
from tidings.lexicon import rows
from tidings.model import Status

MODES = {row[0]: set(row[1].split()) for row in rows("plover_modes.tsv")}
DEALINGS = {"offer", "counter_offer", "demand", "condition", "refusal", "warning", "agreement", "accusation", "denial"}
MARKS = {"claim", "acceptance", "withdrawal", "breach", "keeping"}
ASKED = {
    "blaming",
    "delay",
    "obj",
    "comp",
    "inf",
    "prt",
    "prep",
    "from",
    "phone",
    "oprd",
    "should",
    "plain",
    "active",
    "negated",
    "noobj",
    "nooprd",
    "proposal",
    "at",
    "subj",
    "theirs",
    "several",
    "passive",
    "past",
}
BY_MENTION = {"party", "person", "place", "country"}

SENSES = [sense.sense for senses in verb_senses().values() for sense in senses] + [
    sense.sense for senses in noun_senses().values() for sense in senses
]


def test_types_modes_and_dealings_are_known():
    assert {s.type for s in SENSES} - {"-"} == set(TYPES)
    assert [s for s in SENSES if s.mode is not None and s.mode not in MODES.get(s.type, ())] == []
    assert {s.dealing for s in SENSES} - {None} <= DEALINGS | MARKS


def test_conditions_can_be_asked():
    for lemma, senses in verb_senses().items():
        for sense in senses:
            for condition in sense.conditions:
                name, _, wanted = condition.partition(":")
                assert name in ASKED, (lemma, condition)
                if "@" in wanted:
                    named = wanted.partition("@")[2]
                    assert named in BY_MENTION or noun_class(named), (lemma, condition)


def test_each_class_and_row_stands_once():
    classes = [row[0] for row in rows("event_noun_classes.tsv")]
    assert [name for name in sorted(set(classes)) if classes.count(name) > 1] == []
    for lemma, senses in verb_senses().items():
        asked = [frozenset(sense.conditions) for sense in senses]
        assert len(asked) == len(set(asked)), lemma


def test_a_sense_without_conditions_is_tried_last():
    for lemma, senses in verb_senses().items():
        bare = [n for n, sense in enumerate(senses) if not sense.conditions]
        assert bare in ([], [len(senses) - 1]), lemma


def test_statuses_are_known():
    known = set(get_args(Status))
    assert set(status_cues().values()) <= known | {"not", "-"}
    assert set(light_verbs().values()) <= known | {"mentioned"}


@pytest.mark.parametrize("name", ["outcome_words.tsv", "like_words.tsv", "joint_parties.tsv"])
def test_tables_have_two_columns(name):
    assert all(len(row) == 2 for row in rows(name))
