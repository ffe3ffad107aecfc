"""Names, roles, nations: what a mention says of itself."""

import pytest


def named(reading):
    return {reading.document.text[m.span.start : m.span.end]: m for m in reading.mentions}


def test_a_name_is_apart_from_title_role_and_possessive(read):
    text = "Kenyan Trade Minister Ada Berg arrived.\nMr. Okafor's aide spoke to Oleh Melnyk, a spokesman for the Foreign Ministry."
    found = named(read(text))
    berg = found["Ada Berg"]
    assert (berg.kind, berg.role, berg.country) == ("person", "Kenyan Trade Minister", "KEN")
    assert found["Okafor"].kind == "person"
    assert found["Okafor"].gender == "m"
    assert found["Oleh Melnyk"].role == "spokesman for the Foreign Ministry"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param("Minister of Agriculture Lorin came.", "Lorin", "Minister of Agriculture", id="one word"),
        pytest.param("Minister of Foreign Affairs Holm came.", "Holm", "Minister of Foreign Affairs", id="two words"),
        pytest.param(
            "They asked Minister of Youth and Sports Ada Berg.", "Ada Berg", "Minister of Youth and Sports", id="and"
        ),
        pytest.param(
            "Then Secretary of State for Energy Novik spoke.", "Novik", "Secretary of State for Energy", id="for"
        ),
        pytest.param(
            "The Minister of Water Resources, Ada Berg, left.", "Ada Berg", "Minister of Water Resources", id="comma"
        ),
        pytest.param(
            "In Oslo, the Minister of Interior Tarek bin Omar considered the whole matter closed.",
            "Tarek bin Omar",
            "Minister of Interior",
            id="particle-in-the-name",
        ),
        pytest.param(
            "Later a former minister of Finance of Chad Omar Lindh said that the coins were real.",
            "Omar Lindh",
            "former minister of Finance of Chad",
            id="field-and-state",
        ),
        pytest.param("Ex-PM Larsson will mediate, two papers wrote.", "Larsson", "prime minister", id="initials"),
    ],
)
def test_a_ministers_field_is_no_part_of_the_name(read, text, name, role):
    (found,) = [m for m in read(text).mentions if m.form == "name" and m.kind == "person"]
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param("House Majority Whip Ada Berg said no.", "Ada Berg", "House Majority Whip", id="whip"),
        pytest.param("Minority Leader Tom Sand said no.", "Tom Sand", "Minority Leader", id="minority-leader"),
        pytest.param("Deputy Whip Sol Marsh said no.", "Sol Marsh", "Deputy Whip", id="deputy-whip"),
        pytest.param("They asked Councilwoman Ada Berg.", "Ada Berg", "Councilwoman", id="councilwoman"),
    ],
)
def test_an_office_of_a_chamber_is_no_part_of_the_name(read, text, name, role):
    (found,) = [m for m in read(text).mentions if m.form == "name" and m.kind == "person"]
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        pytest.param("Nairobi said the offer was too late.", "Nairobi", "country", id="capital-acts"),
        pytest.param("The ministers met in Nairobi.", "Nairobi", "place", id="capital-is-a-place"),
        pytest.param(
            "The monitors were shot at near the Georgian village of Ergnova.", "Ergnova", "place", id="village"
        ),
        pytest.param("They travelled to Nairobi.", "Nairobi", "place", id="motion"),
        pytest.param("The talks with Nairobi have stalled.", "Nairobi", "country", id="talks-with"),
        pytest.param("Downing Street rejected the claim.", "Downing Street", "country", id="seat"),
        pytest.param("Brussels urged both sides to wait.", "Brussels", "organization", id="seat-of-a-body"),
        pytest.param("Mr. Jordan said he was content.", "Jordan", "person", id="titled-namesake-of-a-state"),
        pytest.param("Jordan closed its border.", "Jordan", "country", id="state"),
        pytest.param("They met Park Ji-won in Oslo.", "Park Ji-won", "person", id="given-name-of-two-syllables"),
        pytest.param("The tanker Mirela sank.", "Mirela", "vessel", id="vessel"),
    ],
)
def test_kinds_by_place(read, text, word, kind):
    assert named(read(text))[word].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "The People's Bank of Togo raised rates.", "People's Bank of Togo", "organization", id="possessive"
        ),
        pytest.param("Togo is calm. Togo waits. The Bank of Togo closed.", "Bank of Togo", "organization", id="state"),
        pytest.param(
            "The Federation of Mine Workers struck.", "Federation of Mine Workers", "organization", id="workers"
        ),
        pytest.param(
            "The Committee of Widows of the Lost Divers demanded an inquiry.",
            "Committee of Widows of the Lost Divers",
            "organization",
            id="of-of",
        ),
        pytest.param("It came from mostly non-Arab Turkey.", "Turkey", "country", id="a people before a state"),
        pytest.param("Officials met Luong Thi Man in spring.", "Luong Thi Man", "person", id="surname like a noun"),
        pytest.param(
            "The adviser, Ahmed Ould Salem, came. From his side, Ould Salem refused.", "Ould Salem", "person", id="end"
        ),
        pytest.param("One of them, Corporal Timo Reyl, told us.", "Timo Reyl", "person", id="rank"),
        pytest.param(
            "The expert of law of Lund University, Made Suteja, assessed that it is risky.",
            "Made Suteja",
            "person",
            id="given-name-like-a-verb",
        ),
        pytest.param(
            "Most of it was known when the Commission on Harbour Rights met on Monday.",
            "Commission on Harbour Rights",
            "organization",
            id="on",
        ),
        pytest.param(
            "Most of it was known when the League of Fen and Heath Cantons sang again.",
            "League of Fen and Heath Cantons",
            "organization",
            id="and, of members",
        ),
        pytest.param("Two tugs hired from Larn Tern Marine sank.", "Larn Tern Marine", "organization", id="marine"),
        pytest.param("It was said that the tenant of Latvia A. Berzan was held.", "A. Berzan", "person", id="initial"),
        pytest.param("Oman paid. The Sultanate will pay again.", "Sultanate", "country", id="a state's byname"),
        pytest.param(
            "Oman paid. He praised the sultanate in June.", "sultanate", "country", id="a byname in small letters"
        ),
        pytest.param("Headman Oruk Tamal said it was late.", "Oruk Tamal", "person", id="headman"),
        pytest.param(
            "At dusk the Danish Tomas Dorvan-Holm rang every bell.", "Tomas Dorvan-Holm", "person", id="a nation before"
        ),
        pytest.param(
            "Conductor Oruk Tamal of the Tram Bell Office, who sang it, bowed.",
            "Tram Bell Office",
            "organization",
            id="who is behind a body",
        ),
        pytest.param("Her bees wintered in the hamlet of Torembo, by the mill.", "Torembo", "place", id="hamlet"),
        pytest.param("The Community of Inner Lakes sang.", "Community of Inner Lakes", "organization", id="community"),
        pytest.param("He works for the General Staff in town.", "General Staff", "organization", id="no rank"),
        pytest.param("The frigate Hiu Putih left the port.", "Hiu Putih", "vessel", id="a ship's noun"),
        pytest.param("KRI Hiu Putih left the port.", "KRI Hiu Putih", "vessel", id="a ship's letters"),
        pytest.param("The crew of the Santa Ruana was held.", "Santa Ruana", "vessel", id="a ship's crew"),
        pytest.param(
            "The representative of the Ministry of Foreign Affairs Bui Van Hoa told us.",
            "Bui Van Hoa",
            "person",
            id="holder of three words behind the ministry",
        ),
        pytest.param(
            "The head of the Committee Ruvane Oltesik told us.", "Ruvane Oltesik", "person", id="holder behind the body"
        ),
        pytest.param(
            "The chairman of the Agency for Harbour Safety Ruvan Oltesik told us.",
            "Ruvan Oltesik",
            "person",
            id="holder behind a body and its field",
        ),
        pytest.param(
            "The director of ABC Shipping Research came.", "ABC Shipping Research", "organization", id="no holder"
        ),
        pytest.param("The zupan left. Then Zupan Karel Ruhl spoke.", "Karel Ruhl", "person", id="title seen small"),
        pytest.param("The Rig Workers' Guild met.", "Rig Workers' Guild", "organization", id="members' own"),
        pytest.param("The Guild of Kenyan Scribes met.", "Guild of Kenyan Scribes", "organization", id="of members"),
        pytest.param("The MFA of Togo was told.", "MFA of Togo", "organization", id="a ministry by its letters"),
        pytest.param("The 3rd Rifle Brigade left.", "3rd Rifle Brigade", "organization", id="numbered"),
        pytest.param(
            "The members met with Ruvana Without Fear on a cold morning.",
            "Ruvana Without Fear",
            "organization",
            id="a small word",
        ),
        pytest.param("She told the Norden Evening so.", "Norden Evening", "organization", id="an evening paper"),
        pytest.param("The vessel «Good Friday» sank there.", "Good Friday", "vessel", id="a ship between marks"),
        pytest.param("The trawler AB 1234 sank there.", "AB 1234", "vessel", id="a ship's registration"),
        pytest.param("Kenya's Finance Ministry spoke.", "Finance Ministry", "organization", id="a state's possessive"),
        pytest.param(
            "Fresh Kettle League said the shops closed.", "Fresh Kettle League", "organization", id="opens with a word"
        ),
        pytest.param(
            "She told the deputy spokesman of the ministry Bao Van Dinh.", "Bao Van Dinh", "person", id="of a ministry"
        ),
        pytest.param("They asked the Polar Press agency.", "Polar Press", "organization", id="before its noun"),
        pytest.param("The banker Yu. Orlova was ill.", "Yu. Orlova", "person", id="a Cyrillic letter's initial"),
        pytest.param("Waitress Una Reyl, 23, wept.", "Una Reyl", "person", id="a calling before a name"),
        pytest.param("They spoke with Magdolna Ruhlas.", "Magdolna Ruhlas", "person", id="a given name from abroad"),
        pytest.param("Magdolna Foundation closed.", "Magdolna Foundation", "organization", id="a body of such a name"),
    ],
)
def test_what_is_one_name_and_what_two(read, text, name, kind):
    names = {m.name: m.kind for m in read(text).mentions if m.form == "name"}
    assert names.get(name) == kind


def test_a_kind_is_decided_over_all_mentions(read):
    text = "Ilmari Sorsa flew home.\nHe met nobody in Sorsa.\nSorsa said that he was tired.\nMr. Sorsa denied it."
    mentions = [m for m in read(text).mentions if "Sorsa" in m.name]
    assert {m.kind for m in mentions} == {"person"}


def test_nations_stand_for_their_states(read):
    found = named(read("The Kenyan side proposed a truce. Kenyans welcomed it."))
    assert (found["The Kenyan side"].form, found["The Kenyan side"].kind) == ("demonym", "country")
    assert found["The Kenyan side"].country == "KEN"
    assert found["Kenyans"].plural


def test_states_are_told_respectively_and_by_of(read):
    reading = read(
        "The foreign ministers of Kenya and Chad, Ada Berg and Ali Nur, met. President Ana Ruiz of Peru was there."
    )
    found = named(reading)
    assert found["Ana Ruiz"].country == "PER"
    assert {m.name for m in reading.mentions if m.kind == "person" and m.form == "name"} == {
        "Ada Berg",
        "Ali Nur",
        "Ana Ruiz",
    }


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        pytest.param("Kenya's Ada Berg said no.", "Ada Berg", "KEN", id="possessive"),
        pytest.param("It was signed by Ada Berg for Kenya.", "Ada Berg", "KEN", id="signs for"),
        pytest.param("They left the seat to Ada Berg for Kenya.", "Ada Berg", None, id="for, unsigned"),
        pytest.param("Colonel Ada Berg of the Kenyan coastguard left.", "Ada Berg", "KEN", id="of a state's body"),
        pytest.param("Her Kenyan homologue Ada Berg left.", "Ada Berg", "KEN", id="homologue"),
    ],
)
def test_a_state_beside_a_name_is_the_persons(read, text, name, state):
    assert [m.country for m in read(text).mentions if m.name == name] == [state]


def test_a_role_ends_before_what_a_clause_hangs_on(read):
    (berg,) = [m for m in read("A step Finance Minister Ada Berg called wise was taken.").mentions if m.role]
    assert berg.role == "Finance Minister"


def test_a_states_water_authority_is_no_state(read):
    kinds = {m.name: m.kind for m in read("The Kenyan water authority spoke. The Kenyan authorities did not.").mentions}
    assert (kinds["Kenyan water authority"], kinds["Kenyan authorities"]) == ("organization", "country")


def test_a_role_says_for_whom_it_is_held(read):
    reading = read("The ambassador to Chad resigned. The spokesman of the State Department did not.")
    roles = {m.name: m for m in reading.mentions if m.form == "nominal"}
    assert roles["ambassador to Chad"].country is None
    assert roles["spokesman of the State Department"].country == "USA"
    assert roles["spokesman of the State Department"].body == "State Department"


def test_a_name_broken_by_a_full_stop_is_one(read):
    reading = read("“No,” said Council spokeswoman Adelina. Brandt. The minister left early.")
    broken = [m for m in reading.mentions if m.form == "name" and m.kind == "person"]
    assert [m.name for m in broken] == ["Adelina Brandt"]


def test_the_documents_own_outlet_is_a_body(read):
    assert (
        named(read("The Meridian said so. He told Meridian that it was late.", outlet="Meridian"))["Meridian"].kind
        == "organization"
    )


def test_every_mention_lies_in_its_text(read):
    text = 'President Ada Berg’s aides — "the best" — told the U.N. that Côte d\'Ivoire had left.\n\nAl-Masri, Oleh; 5 men.'
    reading = read(text)
    for mention in reading.mentions:
        assert text[mention.span.start : mention.span.end].strip() == text[mention.span.start : mention.span.end]
        assert mention.name


@pytest.mark.parametrize(
    ("headline", "body", "names"),
    [
        pytest.param(
            "Lindqvist Marchetti Harbour Levy Meeting Ends Without Agreement",
            "Anna Lindqvist met Paolo Marchetti on Tuesday over the levy. Mr. Marchetti told Mrs. Lindqvist little.",
            {"Lindqvist", "Marchetti"},
            id="two names side by side",
        ),
        pytest.param(
            "Critics Claim Nothing Happened To Okonjo, Berglund Says In Speech",
            "Berglund spoke on Friday in Oslo, and Okonjo listened to what Berglund told them.",
            {"Okonjo", "Berglund"},
            id="a verb behind a name",
        ),
        pytest.param(
            "Martin Berglund Defends New Harbour Programme",
            "On Friday Berglund defended the programme. It was built, Berglund said, in a year.",
            {"Martin Berglund"},
            id="a given name of the headline alone",
        ),
    ],
)
def test_headline_capitals_hold_the_names_of_the_text(read, headline, body, names):
    reading = read(f"{headline}\n\n{body}")
    found = {m.name for m in reading.mentions if m.form == "name" and m.span.end <= len(headline)}
    assert found == names


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        pytest.param("Editor's note: Ada Berg sang.", False, id="label"),
        pytest.param("The editor's note was long.", True, id="the editor's"),
        pytest.param("The paper's editor's note was long.", True, id="somebody's editor's"),
    ],
)
def test_an_editor_in_a_label_is_nobody(read, text, somebody):
    assert any(m.form == "nominal" and "ditor" in m.name for m in read(text).mentions) is somebody


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Turkish drone maker Bayrol denied it.", "organization", id="before"),
        pytest.param("The distribution company, Bayrol, denied it.", "organization", id="apposition"),
        pytest.param("Bayrol, a mining company, denied it.", "organization", id="apposition behind"),
        pytest.param("Film maker Karl Bayrol denied it.", "person", id="full name"),
    ],
)
def test_a_noun_for_bodies_beside_a_name(read, text, kind):
    (found,) = [m for m in read(text).mentions if "Bayrol" in m.name and m.form == "name"]
    assert found.kind == kind


def test_a_surname_that_opens_a_sentence_like_a_plural(read):
    reading = read("Envoy Ada Linhares came to Abuja on Monday. Linhares called on both sides to sleep a week.")
    found = [m for m in reading.mentions if m.name and m.name.endswith("Linhares")]
    assert [(m.name, m.kind, m.plural) for m in found] == [
        ("Ada Linhares", "person", False),
        ("Linhares", "person", False),
    ]


def test_what_only_adds_to_a_body_is_no_part_of_what_it_is_called(read):
    found = read("The joint harbour board, due to convene on Monday under the pact, will sit.").mentions
    assert [m.name for m in found if m.form == "nominal"] == ["joint harbour board"]


def test_a_chairwoman_is_a_woman_whatever_her_given_name_is_elsewhere(read):
    found = named(read("The league's chairwoman, Sira Tamalin, has resigned."))
    assert found["Sira Tamalin"].gender == "f"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("A gale drove the Norva Tamal 7 and two barges ashore.", "Norva Tamal 7", id="a number"),
        pytest.param("Bees swarmed at the broadcaster Norva-Tal 24. It was late.", "Norva-Tal 24", id="a channel"),
    ],
)
def test_a_number_ends_a_ships_or_a_channels_name(read, text, name):
    assert name in {m.name for m in read(text).mentions if m.form == "name"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nobody paid. The Sultanate will pay.", id="no state is named"),
        pytest.param("Oman and Brunei paid. The Sultanate will pay.", id="two may be meant"),
        pytest.param("Oman paid. A sultanate will pay.", id="any"),
        pytest.param("Jordan paid. The Kingdom Holding paid.", id="a firm"),
    ],
)
def test_a_byname_is_no_state_where_another_may_be_meant(read, text):
    found = {m.name: m for m in read(text).mentions if m.form == "name"}
    assert all(m.country is None for name, m in found.items() if name.lower().startswith(("sultanate", "kingdom")))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He said so. “Bread is dear this year,” he added.", set(), id="opens a quotation"),
        pytest.param("It rained for long. Satellite pictures are with us.", set(), id="opens a sentence"),
        pytest.param("Bread said it had cut its staff.", {"Bread"}, id="speaks"),
        pytest.param("Brown resigned on Monday after talks with Chile.", {"Brown", "Chile"}, id="resigns"),
        pytest.param("Orange sued the ministry over the tax.", {"Orange"}, id="sues"),
        pytest.param("Aid arrived late.", set(), id="a thing arrives"),
        pytest.param("Tea was late. They asked Ms Tea again.", {"Tea"}, id="somebody of that name"),
    ],
)
def test_a_common_word_with_an_openings_capital_is_no_name(read, text, names):
    assert {m.name for m in read(text).mentions if m.form == "name"} == names


def test_a_family_that_is_called_like_a_town_is_told_once_by_it_alone(read):
    found = read("The minister Goma Tindeh spoke of peace. It was late. Goma denied that anything was paid.").mentions
    assert [m.kind for m in found if m.name == "Goma"] == ["person"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund summoned the Norwegian ambassador in protest.", "the Norwegian ambassador"),
        ("A widow sued the Norwegian harbour service for damages.", "the Norwegian harbour service"),
        ("The army of Mali assures that it has held two men.", "The army of Mali"),
        ("The army of Ghana claims that it has held two men.", "The army of Ghana"),
        ("The head of the service for refugees left.", "the service for refugees"),
    ],
)
def test_a_role_ends_before_what_its_clause_adds(read, text, said):
    assert said in {text[m.span.start : m.span.end] for m in read(text).mentions if m.form == "nominal"}


def test_what_a_ministry_is_for_is_nobody(read):
    reading = read("The ministry of Exteriors denied it. The minister of Exteriors, Arvid Ruhl, said nothing was lost.")
    assert [m.name for m in reading.mentions if m.form == "name"] == ["Arvid Ruhl"]


def test_a_given_name_alone_is_the_persons_whom_the_text_names_and_no_capital(read):
    found = read("The pilot Sofia Tindeh landed on Monday. It was late. Then they told Sofia they would wait.")
    assert [m.kind for m in found.mentions if m.name == "Sofia"] == ["person"]


def test_a_capital_whose_state_is_told_of_stays_one(read):
    found = read("The pilot Sofia Tindeh left Bulgaria on Monday. It was late. Then Sofia rejected the Bulgarian plan.")
    assert [m.kind for m in found.mentions if m.name == "Sofia"] == ["country"]


@pytest.mark.parametrize("word", ["Suppose", "Imagine"])
def test_what_is_put_to_readers_is_no_given_name(read, word):
    assert {m.name for m in read(f"{word} Tindeh had stayed at home. Tindeh went.").mentions if m.form == "name"} == {
        "Tindeh"
    }
