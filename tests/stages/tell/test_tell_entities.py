"""Entity records: names, spellings, offices, decisions."""

import re
from dataclasses import replace

import pytest

from tidings.grammar.chains.home_state import pooled
from tidings.model import Block, Chain, Decision, Document, Group, Linked, Mention, Quote, Reading, Span, Telling
from tidings.stages.tell.entities import Entities, Member, kind_of, without_owner

TEXT = "Kenyan minister Ada Berg met Berg and a source in Nairobi"


def telling(**more):
    """Two documents that name one minister, her city as a state, and a source who speaks in one of them."""
    readings = []
    for d in ("d1", "d2"):
        mentions = (
            Mention(Span(16, 24), "name", "person", "Ada Berg", role="Kenyan minister", country="KEN"),
            Mention(Span(29, 33), "name", "person", "Berg"),
            Mention(Span(38, 46), "nominal", "person", "source", role="source"),
            Mention(Span(50, 57), "name", "country" if d == "d1" else "place", "Nairobi", country="KEN"),
        )
        chains = (
            Chain(f"{d}/c/16", "person", "Ada Berg", True, (0, 1), ("Kenyan minister",), "KEN"),
            Chain(f"{d}/c/38", "person", "source", False, (2,), ("source",)),
            Chain(f"{d}/c/50", mentions[3].kind, "Nairobi", True, (3,), country="KEN" if d == "d1" else None),
        )
        quotes = (Quote(f"{d}/q/0", "indirect", (Span(0, 5),), speaker=1),) if d == "d1" else ()
        readings.append(Reading(Document(d, d, d, TEXT, ()), mentions=mentions, chains=chains, quotes=quotes))
    groups = (Group("d1/c/16", "entity", ("d1/c/16", "d2/c/16")),)
    return Telling(tuple(readings), Linked(groups=groups), **more)


def told(found):
    (result,) = Entities().run([found])
    return {e.id: e for e in result.entities}


def test_one_entity_a_group_with_every_spelling_and_anchor():
    entity = told(telling())["d1/c/16"]
    assert (entity.name, entity.kind, entity.acts_for, entity.role) == ("Ada Berg", "person", "KEN", "Kenyan minister")
    assert set(entity.aliases) == {"Ada Berg", "Berg"}
    assert len(entity.mentions) == 4
    assert all(TEXT[a.start : a.end] == a.exact for a in entity.mentions)


def test_a_state_goes_by_its_usual_name_and_a_place_by_its_own():
    entities = told(telling())
    assert (entities["d1/c/50"].name, entities["d1/c/50"].acts_for) == ("Kenya", "KEN")
    assert "Nairobi" in entities["d1/c/50"].aliases
    assert (entities["d2/c/50"].kind, entities["d2/c/50"].acts_for) == ("place", "KEN")


def test_what_has_no_name_is_told_only_where_it_speaks_or_acts():
    entities = told(telling())
    assert "d1/c/38" in entities
    assert "d2/c/38" not in entities


def test_sides_of_no_state_are_no_country():
    def kind(state):
        chain = Chain("d1/c/0", "country", "two sides", False, (0,), country=state)
        mention = Mention(Span(0, 9), "nominal", "country", "two sides", country=state)
        return kind_of([Member(Reading(Document("d1", "d1", "d1", TEXT, ()), mentions=(mention,)), chain)])

    assert (kind(None), kind("KEN")) == ("organization", "country")


def test_people_decide_name_and_kind():
    decisions = (
        Decision("1", "name", ("d2", 29, "Berg"), None, "Ada M. Berg", "her card says so", "2024-01-01", "x"),
        Decision("2", "kind", ("d1", 50, "Nairobi"), None, "place", "the city is meant", "2024-01-01", "x"),
    )
    entities = told(telling(decisions=decisions))
    assert entities["d1/c/16"].name == entities["d1/c/16"].aliases[0] == "Ada M. Berg"
    assert entities["d1/c/50"].kind == "place"


def test_who_is_told_against_a_state_is_not_weighed_to_it():
    def weighed(role):
        story = telling()
        readings = tuple(
            replace(r, chains=(replace(r.chains[0], roles=(*r.chains[0].roles, role), weighed=True), *r.chains[1:]))
            for r in story.readings
        )
        return told(replace(story, readings=readings))["d1/c/16"].acts_for

    assert weighed("minister") == "KEN"
    assert weighed("opposition leader") is None


@pytest.mark.parametrize(
    ("beside", "want"),
    [
        pytest.param("aide", "KEN", id="of the state that the story is about"),
        pytest.param("Kenyan counterpart", None, id="whose counterpart is of that state"),
    ],
)
def test_of_which_state_a_president_is_not(beside, want):
    text = f"President Ada Berg rang her {beside} twice in Kenya, Kenya, Kenya"
    start = text.index("her")
    country = "KEN" if beside.startswith("Kenyan") else None
    kenya = Mention(Span(len(text) - 5, len(text)), "name", "country", "Kenya", country="KEN")
    mentions = (
        Mention(Span(10, 18), "name", "person", "Ada Berg", role="President"),
        Mention(Span(start, start + 4 + len(beside)), "nominal", "person", beside, role=beside, country=country),
        Mention(Span(start, start + 3), "pronoun", "person", "her"),
        kenya,
        kenya,
        kenya,
    )
    chains = (Chain("d/c/10", "person", "Ada Berg", True, (0, 2), ("President",)),)
    reading = Reading(Document("d", "d", "d", text, ()), mentions=mentions, chains=chains)
    assert told(Telling((reading,), Linked()))["d/c/10"].acts_for == want


@pytest.mark.parametrize(
    ("name", "own"),
    [
        pytest.param("Kenya's border service", "border service", id="a state's"),
        pytest.param("Kenya’s navy", None, id="one word is too little"),
        pytest.param("Kenyan border service", None, id="no owner"),
    ],
)
def test_a_body_goes_by_its_words_without_its_owner_too(name, own):
    assert without_owner(name) == own


@pytest.mark.parametrize(
    ("body", "state", "want"),
    [
        pytest.param("Foreign Ministry", "KEN", "KEN", id="a ministry whose state another report tells"),
        pytest.param("Argus Metals", "KEN", "Argus Metals", id="a firm's people act for the firm"),
    ],
)
def test_who_acts_for_a_body_of_a_state_acts_for_the_state(body, state, want):
    found = []
    for d, country in (("d1", None), ("d2", state)):
        mentions = (
            Mention(Span(16, 24), "name", "person", "Ada Berg", gender="f", role="spokeswoman"),
            Mention(Span(50, 57), "name", "organization", body, country=country),
        )
        chains = (
            Chain(f"{d}/c/16", "person", "Ada Berg", True, (0,), ("spokeswoman",), None, body if d == "d1" else None),
            Chain(f"{d}/c/50", "organization", body, True, (1,), country=country),
        )
        found.append(Reading(Document(d, d, d, TEXT, ()), mentions=mentions, chains=chains))
    groups = (Group("d1/c/50", "entity", ("d1/c/50", "d2/c/50")),)
    assert told(Telling(tuple(found), Linked(groups=groups)))["d1/c/16"].acts_for == want


def outlet_story(name, text, outlet=None, credit=None, kind="person", role=None):
    """One report whose one mention is the outlet's name or part of it, if it stands there at all."""
    start = text.find(name)
    mentions = (Mention(Span(start, start + len(name)), "name", kind, name, role=role),) if start >= 0 else ()
    chains = (Chain(f"d/c/{start}", kind, name, True, (0,)),) if mentions else ()
    blocks = (Block(0, text.find("."), "dateline"),)
    document = Document("d", "d", "d", text, blocks, outlet=outlet, credited_to=(credit,) if credit else ())
    return told(Telling((Reading(document, mentions=mentions, chains=chains),), Linked()))


@pytest.mark.parametrize(
    ("story", "aliases", "kind"),
    [
        pytest.param(
            outlet_story("Herald", "LUND. The Herald asked.", outlet="The Lund Herald"),
            {"Herald", "The Lund Herald", "Lund Herald"},
            "organization",
            id="the last word of its masthead",
        ),
        pytest.param(
            outlet_story("Nobody", "LUND (Zorka). It rained.", credit="Zorka"), {"Zorka"}, "organization", id="dateline"
        ),
        pytest.param(
            outlet_story("Berg", "LUND. Berg asked.", outlet="The Lund Herald"), {"Berg"}, "person", id="somebody else"
        ),
        pytest.param(
            outlet_story("Dry Hill Press", "LUND (DHP). Dry Hill Press saw it.", credit="DHP", kind="organization"),
            {"DHP", "Dry Hill Press"},
            "organization",
            id="a dateline's letters",
        ),
        pytest.param(
            outlet_story("Zorka", "LUND. The agency Zorka saw it.", credit="Zorka News Agency"),
            {"Zorka", "Zorka News Agency"},
            "organization",
            id="without the words for outlets",
        ),
        pytest.param(
            outlet_story("Anna Berg", "LUND. Anna Berg asked.", outlet="Anna Berg"),
            {"Anna Berg"},
            "person",
            id="an author is no outlet",
        ),
        pytest.param(
            outlet_story("Berg", "LUND. Senator Berg asked.", outlet="The Lund Berg", role="Senator"),
            {"Berg"},
            "person",
            id="nor is a senator",
        ),
    ],
)
def test_outlets_are_told_by_their_names(story, aliases, kind):
    (entity,) = story.values()
    assert (set(entity.aliases), entity.kind) == (aliases, kind)


def test_a_paper_keeps_its_article_where_it_has_a_capital():
    (entity,) = outlet_story("Dune Mirror", "LUND. It was untrue, The Dune Mirror wrote.", kind="organization").values()
    assert set(entity.aliases) == {"Dune Mirror", "The Dune Mirror"}


@pytest.mark.parametrize(
    ("told", "want"),
    [
        pytest.param(((0.65, 0.2, 0.15), (0.65, 0.25, 0.1)), "KEN", id="both lean to one"),
        pytest.param(((0.6, 0.2, 0.2), (0.2, 0.6, 0.2)), None, id="each leans to another"),
        pytest.param(((0.9, 0.05, 0.05), (None, 0.5, 0.5)), "KEN", id="one text does not name it"),
        pytest.param(((0.4, 0.2, 0.4), (0.4, 0.2, 0.4)), None, id="as likely none"),
    ],
)
def test_what_texts_leave_open_adds_up(told, want):
    chances = [tuple((s, p) for s, p in zip(("KEN", "TGO", ""), one, strict=True) if p is not None) for one in told]
    likeliest, sure = pooled(chances)
    assert (likeliest if sure else None) == want


def test_a_peoples_republic_holds_no_other_states_long_name():
    text = "Taiwan met. The Embassy of the People's Republic of China spoke."
    mentions = (
        Mention(Span(0, 6), "name", "country", "Taiwan", country="TWN"),
        Mention(Span(16, 57), "name", "organization", text[16:57], country="CHN"),
    )
    chains = (
        Chain("d/c/0", "country", "Taiwan", True, (0,), country="TWN"),
        Chain("d/c/16", "organization", text[16:57], True, (1,), country="CHN"),
    )
    entities = told(Telling((Reading(Document("d", "d", "d", text, ()), mentions=mentions, chains=chains),), Linked()))
    assert entities["d/c/0"].aliases == ("Taiwan",)


def test_a_states_long_name_stands_in_its_bodies_names():
    text = "Kenya met. The Trade Board of the Republic of Kenya spoke."
    mentions = (
        Mention(Span(0, 5), "name", "country", "Kenya", country="KEN"),
        Mention(Span(15, 51), "name", "organization", text[15:51], country="KEN"),
    )
    chains = (
        Chain("d/c/0", "country", "Kenya", True, (0,), country="KEN"),
        Chain("d/c/15", "organization", text[15:51], True, (1,), country="KEN"),
    )
    entities = told(Telling((Reading(Document("d", "d", "d", text, ()), mentions=mentions, chains=chains),), Linked()))
    assert set(entities["d/c/0"].aliases) == {"Kenya", "Republic of Kenya"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("They met in the Tarn valley and near Tarn.", {"Tarn", "Tarn valley"}, id="a valley"),
        pytest.param("They met in the valley of Tarn.", {"Tarn", "valley of Tarn"}, id="of"),
        pytest.param("They met at Tarn palace.", {"Tarn", "Tarn palace"}, id="a palace, told only so"),
        pytest.param("They met at Tarn palace, in Tarn.", {"Tarn"}, id="a palace in the place"),
        pytest.param("They met in Tarn district.", {"Tarn"}, id="a district is more than its town"),
    ],
)
def test_a_place_goes_by_what_it_is_too(text, want):
    spans = [Span(m.start(), m.end()) for m in re.finditer("Tarn", text)]
    mentions = tuple(Mention(span, "name", "place", "Tarn") for span in spans)
    chains = (Chain("d/c/0", "place", "Tarn", True, tuple(range(len(spans)))),)
    entities = told(Telling((Reading(Document("d", "d", "d", text, ()), mentions=mentions, chains=chains),), Linked()))
    assert (entities["d/c/0"].name, set(entities["d/c/0"].aliases)) == ("Tarn", want)
