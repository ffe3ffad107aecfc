"""Which chains of different documents are one thing."""

from dataclasses import replace

import pytest

from tidings.model import Chain, Document, Linked, Mention, Reading, Span
from tidings.stages.link.entities import Entities


def reading(document, *chains):
    """A reading whose chains are (name, kind, role, country), one mention each."""
    text = " | ".join(name for name, *_ in chains)
    mentions, made, at = [], [], 0
    for n, (name, kind, role, country) in enumerate(chains):
        span = Span(at, at + len(name))
        form = "name" if name[0].isupper() else "nominal"
        mentions.append(Mention(span, form, kind, name, role=role, country=country))
        made.append(
            Chain(f"{document}/c/{at}", kind, name, form == "name", (n,), (role,) if role else (), country=country)
        )
        at = span.end + 3
    return Reading(Document(document, document, document, text, ()), mentions=tuple(mentions), chains=tuple(made))


def links(*readings, step=None):
    """What a round, by itself, says of each pair of names."""
    step = step or Entities()
    cards = {step.member(c): c for r in readings for c in step.cards(r, Linked())}
    called = {chain.id: chain.name for r in readings for chain in r.chains}
    groups = {}
    for member, card in cards.items():
        for key in step.keys(card):
            groups.setdefault(key, []).append(member)
    found = {}
    for members in groups.values():
        for link in step.compare([cards[m] for m in members]):
            names = frozenset((called[link.a], called[link.b]))
            found.setdefault(names, set()).add(link.relation)
    return found


MINISTER = ("person", "foreign minister", "KEN")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(("Ada Berg", *MINISTER), ("Ada Berg", *MINISTER), id="same"),
        pytest.param(("Oleksii Melnyk", *MINISTER), ("Oleksiy Melnik", *MINISTER), id="transliteration"),
        pytest.param(("Ada Berg", *MINISTER), ("Berg", "person", None, None), id="surname"),
        pytest.param(("Zdeněk Hrubý", "person", None, None), ("Zdenek Hruby", "place", None, None), id="kind-wrong"),
        pytest.param(("Dovlet Annakov", *MINISTER), ("Dowlet Anagulow", *MINISTER), id="given-name-and-office"),
        pytest.param(("Ada Berg", *MINISTER), ("the foreign minister", *MINISTER), id="office-alone"),
        pytest.param(
            ("Noureddin bin Loud", "person", "minister of justice", "DZA"),
            ("Nour Eddin bin Lawd", "person", "justice minister", "DZA"),
            id="joined-and-a-diphthong",
        ),
        pytest.param(
            ("Aye Lee Thandar", "person", "spokeswoman", "MMR"),
            ("Aye Le Thandar", "person", "spokeswoman", "MMR"),
            id="le",
        ),
        pytest.param(
            ("Pietro Lindal Orsk", "person", "foreign minister", "ITA"),
            ("Pedro Lindal", "person", "foreign minister", "ITA"),
            id="without-the-second-surname",
        ),
        pytest.param(
            ("Samir Abi Chamroun", "person", None, None), ("Samir Abu Shamrun", "person", None, None), id="abi-and-abu"
        ),
        pytest.param(
            ("Southern Ferry Council", "organization", None, None),
            ("Ferry council", "organization", None, None),
            id="a-word-left-out",
        ),
        pytest.param(
            ("Union of Lund Millers", "organization", None, None),
            ("union of millers", "organization", None, None),
            id="described",
        ),
        pytest.param(
            ("Xhevat Bujari", "person", "deputy trade minister", "ALB"),
            ("Dzhevat Buyari", "person", "vice-minister of trade", "ALB"),
            id="rules-of-two-languages",
        ),
        pytest.param(
            ("Rudi Soetandjaja", "person", "head of the Indonesian diplomacy", "IDN"),
            ("Rudi Sutanjaya", "person", "foreign minister", "IDN"),
            id="head-of-diplomacy",
        ),
        pytest.param(
            ("Free Dune Army", "organization", None, None), ("Dune Free Army", "organization", None, None), id="order"
        ),
        pytest.param(
            ("Airforce Bureau", "organization", None, None),
            ("Air Force Bureau", "organization", None, None),
            id="joined",
        ),
        pytest.param(
            ("Argus", "organization", None, None), ("Argus News Agency", "organization", None, None), id="kind left out"
        ),
        pytest.param(
            ("Workers' Bank", "organization", None, None),
            ("Workers' Bank of Kenya", "organization", None, "KEN"),
            id="state left out",
        ),
        pytest.param(
            ("Mohammed bin Abdulkarim al-Nouri", *MINISTER),
            ("Muhammad Abdul Karim Nuri", *MINISTER),
            id="one word as two",
        ),
        pytest.param(
            ("Kenyan Coast Guard", "organization", None, "KEN"),
            ("Kenyan coastguard", "organization", None, "KEN"),
            id="coast-guard",
        ),
        pytest.param(
            ("Union of Lake Basin States", "organization", None, None),
            ("Union of the States of the Basin of the Lake", "organization", None, None),
            id="other-order",
        ),
        pytest.param(
            ("Dune Riders Brigade", "organization", None, None),
            ("Battalion of the Riders of the Dune", "organization", None, None),
            id="other-word",
        ),
        pytest.param(
            ("Corva", "organization", None, None), ("Corva Ratings", "organization", None, None), id="firm's-short-name"
        ),
        pytest.param(
            ("Blue Corva", "organization", None, None),
            ("Blue Corva Maritime", "organization", None, None),
            id="two words",
        ),
        pytest.param(
            ("Tribunal of Lake Law", "organization", None, None),
            ("International Tribunal of Lake Law", "organization", None, None),
            id="international",
        ),
        pytest.param(
            ("Oruk Jalbarov", "person", "foreign minister", "KAZ"),
            ("Zhalbarow", "person", "foreign minister", "KAZ"),
            id="surname-by-sound-and-office",
        ),
        pytest.param(
            ("Ivra Wings", "organization", None, None), ("Ivra Vings", "organization", None, None), id="firm's-spelling"
        ),
        pytest.param(
            ("Central Bank", "organization", None, None),
            ("Central Bank of Kenya", "organization", None, "KEN"),
            id="bank-without-state",
        ),
        pytest.param(
            ("Karim Ourani", "person", "president of the republic", None),
            ("Karim al-Warani", "person", "president", "TUN"),
            id="french-and-arabic",
        ),
        pytest.param(
            ("Salem Ag Elbokhary", "person", "spokesman", None),
            ("Salem Ag al-Boukhari", "person", None, None),
            id="all-words-but-one",
        ),
        pytest.param(
            ("Lenora Vidovčeva", "person", "special envoy", "SRB"),
            ("Linora Fidofcheva", "person", "delegate", "SRB"),
            id="by-way-of-arabic",
        ),
        pytest.param(
            ("Kenyan border service", "organization", None, "KEN"),
            ("Kenya’s border service", "organization", None, "KEN"),
            id="curly-possessive",
        ),
        pytest.param(("Kenya", "country", None, "KEN"), ("Nairobi", "country", None, "KEN"), id="state"),
        pytest.param(
            ("Foreign Ministry", "organization", None, "KEN"),
            ("Ministry of Foreign Affairs", "organization", None, "KEN"),
            id="ministry",
        ),
        pytest.param(
            ("Foreign Ministry", "organization", None, None),
            ("Kenyan Foreign Ministry", "organization", None, "KEN"),
            id="ministry-without-state",
        ),
        pytest.param(
            ("Volta Bureau", "organization", None, None),
            ("Volta Bureau Agency", "organization", None, None),
            id="what-kind-of-outlet-left-out",
        ),
        pytest.param(
            ("the ministry", "organization", None, "KEN"),
            ("Kenyan Trade Ministry", "organization", None, "KEN"),
            id="the-one-ministry-of-a-state",
        ),
        pytest.param(
            ("Doan Sach Yen", "person", "spokeswoman", "VNM"),
            ("Doan Sak Yen", "person", "representative", "VNM"),
            id="ch-and-k",
        ),
        pytest.param(
            ("Timur Bahanau", "person", "consul", "BLR"),
            ("Timur Boganov", "person", "consul", "BLR"),
            id="belarusian-endings",
        ),
        pytest.param(
            ("the central bank", "organization", None, None),
            ("the central bank", "organization", None, "KEN"),
            id="of-every-state-and-here-of-one",
        ),
        pytest.param(("Hill 417", "place", None, None), ("Height 417", "place", None, None), id="numbered-hill"),
        pytest.param(
            ("Hedi Ben Ramdhane", "person", "minister of justice", None),
            ("Hadi Bin Ramadan", "person", "justice minister", "TUN"),
            id="an-office-whose-state-one-leaves-out",
        ),
        pytest.param(
            ("Umberto Quintana", "person", "president", None),
            ("Humberto Quintana", "person", "president", "BOL"),
            id="given-name-by-its-sound",
        ),
        pytest.param(
            ("Nordwind Border Commission", "organization", None, None), ("NBC X", "organization", None, None), id="none"
        ),
    ],
)
def test_pairs_that_are_one(a, b, request):
    found = links(reading("d1", a), reading("d2", b)).get(frozenset((a[0], b[0])), set())
    assert found == (set() if request.node.callspec.id == "none" else {"same"})


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(
            ("Olga Harker", "person", None, None), ("Peter Harker", "person", None, None), {"not_same"}, id="given"
        ),
        pytest.param(("Harker", *MINISTER), ("Paul Harker", "person", "senator", "USA"), {"not_same"}, id="two-states"),
        pytest.param(
            ("Roel Harker", "person", "special envoy", "KEN"),
            ("Harker", "person", "mediator", "CHE"),
            set(),
            id="envoy",
        ),
        pytest.param(
            ("Li Wei", "person", "deputy trade minister", "CHN"),
            ("Lu Wei", "person", "deputy trade minister", "CHN"),
            set(),
            id="short-names",
        ),
        pytest.param(
            ("Hedi Ben Ramdhane", "person", "minister of justice", "DZA"),
            ("Hadi Bin Ramadan", "person", "justice minister", "TUN"),
            set(),
            id="one-sound-two-states",
        ),
        pytest.param(
            ("Hedi Ben Ramdhane", "person", None, None),
            ("Hadi Bin Ramadan", "person", "justice minister", "TUN"),
            set(),
            id="one-sound-no-office",
        ),
        pytest.param(
            ("the police", "organization", None, None),
            ("the police", "organization", None, "KEN"),
            set(),
            id="somebody's-police",
        ),
        pytest.param(
            ("New Harbour Party", "organization", None, None),
            ("Harbour Party", "organization", None, None),
            set(),
            id="the-new-party",
        ),
        pytest.param(
            ("a source", "person", "source", None), ("a source", "person", "source", None), set(), id="sources"
        ),
        pytest.param(
            ("Foreign Ministry", "organization", None, "KEN"),
            ("Foreign Ministry", "organization", None, "TCD"),
            set(),
            id="ministries",
        ),
    ],
)
def test_pairs_that_are_not(a, b, relation):
    found = links(reading("d1", a), reading("d2", b))
    assert found.get(frozenset((a[0], b[0])), set()) == relation


def test_a_short_name_that_two_bodies_may_have_is_neithers():
    short = ("Ferry Council", "organization", None, None)
    one, two = (("Southern Ferry Council", *short[1:]), ("Western Ferry Council", *short[1:]))
    found = links(reading("d1", one), reading("d2", two), reading("d3", short))
    assert not any(short[0] in names for names in found)


def test_a_ministry_without_a_state_stays_alone_among_ministries_of_two():
    a = reading("d1", ("Foreign Ministry", "organization", None, None))
    b = reading("d2", ("Kenyan Foreign Ministry", "organization", None, "KEN"))
    c = reading("d3", ("Chadian Foreign Ministry", "organization", None, "TCD"))
    assert not any("Foreign Ministry" in names for names in links(a, b, c))


@pytest.mark.parametrize(("gender", "joined"), [("m", False), ("f", True), (None, True)])
def test_he_is_no_woman_who_holds_the_office(gender, joined):
    named, bare = reading("d1", ("Ada Berg", *MINISTER)), reading("d2", ("the foreign minister", *MINISTER))
    named = replace(named, mentions=tuple(replace(m, gender="f") for m in named.mentions))
    he = replace(bare.mentions[0], form="pronoun", name="he", gender=gender)
    bare = replace(bare, mentions=(*bare.mentions, he), chains=(replace(bare.chains[0], mentions=(0, 1)),))
    assert bool(links(named, bare)) is joined


def test_two_of_one_office_who_stand_in_one_text_stay_two():
    deputy = ("person", "deputy trade minister", "KEN")
    found = links(reading("d1", ("Oleg Varenko", *deputy), ("Igor Varenko", *deputy)))
    assert found == {frozenset(("Oleg Varenko", "Igor Varenko")): {"not_same"}}


def test_the_order_of_a_group_means_nothing():
    step = Entities()
    readings = [
        reading(f"d{n}", (name, *MINISTER)) for n, name in enumerate(["Ada Berg", "Berg", "Ada Berk", "Ida Berg"])
    ]
    cards = [card for r in readings for card in step.cards(r, Linked())]
    assert list(step.compare(cards)) == list(step.compare(cards[::-1]))


def test_two_chains_of_one_document_are_never_joined():
    one = reading("d1", ("Ada Berg", *MINISTER), ("Ada Berg", *MINISTER))
    assert links(replace(one)) == {}


JOHN, JANE = ("John Harker", "person", None, None), ("Jane Harker", "person", None, None)


@pytest.mark.parametrize(
    ("short", "others", "joined"),
    [
        pytest.param(("Harker", "person", None, None), [JOHN, JANE], set(), id="surname"),
        pytest.param(("J. Harker", "person", None, None), [JOHN, JANE], set(), id="initial"),
        pytest.param(
            ("J. Harker", "person", None, None), [JOHN, ("Olga Harker", *JANE[1:])], {"John Harker"}, id="one"
        ),
        pytest.param(
            ("Harker", *MINISTER), [("John Harker", *MINISTER), JANE], {"John Harker"}, id="the one of that office"
        ),
        pytest.param(
            ("Harker", "person", "captain", None),
            [(*JOHN[:2], "captain", None), JANE],
            {"John Harker"},
            id="the captain",
        ),
        pytest.param(("Harker", "person", None, None), [JOHN] * 8 + [JANE], {"John Harker"}, id="nearly always one"),
    ],
)
def test_a_short_name_that_two_people_bear_is_neithers(short, others, joined):
    readings = [reading(f"d{n}", other) for n, other in enumerate(others)]
    found = links(reading("e1", short), reading("e2", short), *readings)
    same = {names for names, relations in found.items() if short[0] in str(sorted(names)) and "same" in relations}
    assert {name for names in same for name in names} - {short[0]} == joined


def test_two_short_names_are_not_joined_where_two_people_bear_them():
    readings = [reading(f"d{n}", other) for n, other in enumerate([JOHN, JANE])]
    lone = [reading(f"e{n}", ("Harker", "person", None, None)) for n in range(2)]
    assert frozenset(["Harker"]) not in links(*readings, *lone)


def test_a_body_is_itself_whatever_a_text_takes_it_for():
    one, two = (
        reading(d, ("Tram Bell Office", kind, None, None)) for d, kind in (("d1", "organization"), ("d2", "person"))
    )
    assert links(one, two)[frozenset({"Tram Bell Office"})] == {"same"}


def test_a_chairman_may_be_the_woman_of_the_same_name():
    made = []
    for d, gender, name in (("d1", "f", "Nasrit Oben Tarkal"), ("d2", "m", "Nasreet Oben Tarkal")):
        found = reading(d, (name, "person", None, None))
        made.append(replace(found, mentions=(replace(found.mentions[0], gender=gender),)))
    assert links(*made)[frozenset({"Nasrit Oben Tarkal", "Nasreet Oben Tarkal"})] == {"same"}
