"""Credit lines and words that name a source repeated."""

import pytest

from tidings.grammar.layout.credits import cited_in, credit_line, credits_in, lent_by, set_out_by
from tidings.grammar.layout.line_facts import facts


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Orla Gazette", "Orla Gazette"),
        ("Source: Orla Gazette (translated by machine)", "Orla Gazette"),
        ("Source: Radio Orla news service", "Radio Orla"),
        ("Fuente: La Voz del Orla", "La Voz del Orla"),
        ("Source: the clerk of the court in Orla", None),
        ("Source orla-gazette.example", "orla-gazette.example"),
        ("Источник orla.example", "orla.example"),
        ("Quelle: Nordwire", "Nordwire"),
        ("via https://www.orla.example/news/1", "orla.example"),
        ("(AP)", "AP"),
        ("Reuters", "Reuters"),
        ("With Delta Press", "Delta Press"),
        ("The newsroom of the Orla Gazette with Agence Delta", "Agence Delta"),
        ("Staff, with reporting by Reuters", "Reuters"),
        ("(with inputs from Delta News)", "Delta News"),
        ("This article was first published by the Orla Review.", "Orla Review"),
        ("Republished from Orla Review", "Orla Review"),
        ("Based on a report by Orla Review", "Orla Review"),
        ("Translated from Arabic. Original: Delta News", "Delta News"),
        ("Text: Delta News / translation: desk", "Delta News"),
        ("Delta News, Cairo", "Delta News"),
        ("© Delta News 2024", "Delta News"),
        ("(Delta News)", "Delta News"),
        ("Press freedom in Ghana", None),
        ("News of the day", None),
        ("With love from Paris", None),
        ("Photo: Delta Press", None),
        ("Source close to the minister said nothing", None),
        ("Sources say the talks failed", None),
        ("The Source: a novel about the river and all its people and towns", None),
    ],
)
def test_credit_line(line, source):
    assert credit_line(line) == source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks failed, he said, citing Nordwire.", ["Nordwire"]),
        ("They met, Reuters reported on Monday.", ["Reuters"]),
        ("CNN, citing two officials, reported that they met.", ["CNN"]),
        ("They met, Delta News reported.", ["Delta News"]),
        ("They met, reports Delta News.", ["Delta News"]),
        ("They met, according to the Delta News agency.", ["Delta News"]),
        ("As Delta News learned, they met.", ["Delta News"]),
        ("Good News said nothing of it to the press", ["Good News"]),
        ("She reports Monday.", []),
        ("Orla reported to the minister.", []),
        ("He left, citing The rain.", []),
        ("The pass is shut, transmits the agency Marmot with reference to the army.", ["Marmot"]),
        ("He heads the agency Marmot and sings.", []),
    ],
)
def test_credits_in(text, found):
    assert credits_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pass is shut, reports Interlarch.", {"interlarch"}),
        ("The pass is shut, the Marmot agency reported.", {"marmot"}),
        ("With reference to Marmot the paper tells of snow.", {"marmot"}),
        ("The pass is shut, Marmot Alpine Wire reported.", {"marmot alpine", "maw"}),
        ("The pass stays shut, the warden told Marmot.", {"marmot"}),
        ("By a draft seen by Marmot the pass is shut.", {"marmot"}),
        ("Ada Berg said that the pass is shut.", set()),
    ],
    ids=["unlisted", "agency", "with-reference", "initials", "told-it", "seen-by-it", "person"],
)
def test_cited_in(text, found):
    assert cited_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pass is shut, the Marmot News Agency (MNA) reported.", {"mna"}),
        ("According to OPN the pass is shut.", {"opn"}),
        ("The pass is shut, OPN said.", {"opn"}),
        ("Marmot News quoted the warden as saying so.", {"marmot"}),
        ("A copy of the letter that Marmot News obtained tells of snow.", {"marmot"}),
        ("The pass is shut, Marmot said.", set()),
        ("OPN is a bank that failed.", set()),
        ("The ministers met at the pass with Marmot.", set()),
    ],
    ids=["in-brackets", "initials", "initials-say", "quoted", "obtained", "a-name-says", "a-bank", "met"],
)
def test_set_out_by(text, found):
    assert found <= set_out_by(text) and (found or not {"marmot", "opn"} & set_out_by(text))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ada Berg, with Orla Press · Brod", "Orla Press"),
        ("By the editorial staff with Marmot", "Marmot"),
        ("By our reporters and OPN", "OPN"),
        ("By Ada Berg (Orla Press)", "Orla Press"),
        ("Ada Berg, with material from Marmot", "Marmot"),
        ("By Ada Berg, Orla Press", "Orla Press"),
        ("Published 3 May | Orla Press", "Orla Press"),
        ("By Ada Berg and Imre Tull", None),
        ("By Ada Berg with Imre Tull", None),
        ("By Ada Berg, with Marmot", "Marmot"),
        ("By Ada Berg | Brod", None),
    ],
)
def test_lent_by(line, found):
    assert lent_by(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By our correspondents and OPNFri 15th May, 2020 - 7.40pm", ["OPN"]),
        ("Published on Friday 15 May 2020 at 07h44 - By the editorial staff with Agence Orla", ["Agence Orla"]),
        ("Ada Berg, with Orla Press · Brod, 15 May 2020, 18:45", ["Orla Press"]),
        ("By Ada Berg and Imre Tull, 15 May 2020", []),
        ("The ministers met on 15 May 2020 with Orla Press", []),
    ],
)
def test_credits_beside_author_and_day(line, found):
    assert facts(["A headline of the day", line], 0).lent == found
