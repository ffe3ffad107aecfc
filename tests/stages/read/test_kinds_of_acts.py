"""Which act a clause tells, by families of verbs and nouns: ways shut and opened, ships, captives, crowds, truces, charges."""

import pytest

from tests.stages.read.conftest import names, told

WAYS = [
    ("Norway has reopened the quay at Tana to Chilean ships.", "RETREAT", "access", "held"),
    ("Norway has kept its border with Sweden shut since May.", "COERCE", "restrict", "held"),
    ("The ministry in Oslo keeps the harbour closed to Chilean trawlers.", "COERCE", "restrict", "held"),
    ("Norwegian police shut two of the five polling stations on Sunday.", "COERCE", "restrict", "held"),
    ("Norway opened the tunnel to lorries from Sweden on Friday.", "RETREAT", "access", "held"),
    ("Flights between Norway and Chile resumed on Monday.", "RETREAT", None, "held"),
    ("Norwegian soldiers dismantled the barriers at the bridge on Monday.", "RETREAT", "access", "held"),
]
SHIPS = [
    ("The Norwegian frigate Haugen set sail for Chile on Monday.", "MOBILIZE", "weapons", "held"),
    ("Two Norwegian patrol boats were sent out to escort the tankers.", "MOBILIZE", "weapons", "held"),
    ("A Chilean corvette shadowed the Norwegian tanker for two days.", "MOBILIZE", "weapons", "held"),
    ("Norway called the frigate back to port on Friday.", "RETREAT", "withdraw", "held"),
    ("The Norwegian patrol ships would be called back, Norway said.", "RETREAT", "withdraw", "announced"),
    ("Norway recalled its warships from the strait.", "RETREAT", "withdraw", "held"),
    ("A Norwegian patrol boat led the Chilean trawler into the port of Tana.", "COERCE", "seize", "held"),
    ("The ferry was turned back by the Norwegian coast guard.", "COERCE", "restrict", "held"),
]
TROOPS = [
    ("The Norwegian army drew back ten kilometres from the river.", "RETREAT", "withdraw", "held"),
    ("The Norwegian army moved its tanks back from the border.", "RETREAT", "withdraw", "held"),
    ("Norwegian troops left their barracks in the capital on Monday.", "MOBILIZE", "troops", "held"),
    ("Some 70 policemen had been brought in by ship by Norway that week.", "MOBILIZE", "police", "held"),
]
CAPTIVES = [
    ("Journalist Ada Holt walked free from a Norwegian prison on Monday.", "RETREAT", "release", "held"),
    ("Five hostages walked across the bridge into Sweden on Thursday.", "RETREAT", "release", "held"),
    ("Nine Chilean prisoners went home on Monday, Norway said.", "RETREAT", "release", "held"),
    ("The cook who was let go on Friday is in good health.", "RETREAT", "release", "held"),
    ("The hostages wait. Their handover will take place beside the lake of Tana.", "RETREAT", "release", "announced"),
    ("The exchange of the prisoners was put off at the last hour.", "RETREAT", "release", "cancelled"),
]
BACK = [
    ("The European Union readmitted the Chilean bank to its payment system.", "RETREAT", "access", "held"),
    ("Norwegian Railways will reinstate the 60 dismissed drivers, it said.", "RETREAT", None, "announced"),
    ("Norway restored the monthly payment to the island.", "RETREAT", None, "held"),
    ("Norway cut the power to the island on Monday.", "SANCTION", "discontinue", "held"),
    ("Norway suspended the joint patrols with Sweden on Friday.", "SANCTION", "discontinue", "held"),
    ("The European Commission released 12 million euros for Norway.", "AID", None, "held"),
    ("The families received their compensation from Norway on Monday.", "AID", None, "held"),
    ("The first salt ship of the summer left Iquique for Norway on Saturday.", "COOPERATE", None, "held"),
]
CROWDS = [
    ("Villagers closed the highway to Oslo with tractors on Monday.", "PROTEST", "obstruct", "held"),
    ("Some sixty canoes of fishermen closed the channel on Saturday.", "PROTEST", "obstruct", "held"),
    ("Farmers parked tractors across the motorway near Oslo.", "PROTEST", "obstruct", "held"),
    ("The strikers blocked the customs yard with two locomotives.", "PROTEST", "obstruct", "held"),
    ("The farmers' blockade of the port of Oslo entered its third day.", "PROTEST", "obstruct", "ongoing"),
    ("Hundreds of students sat down in front of the Norwegian parliament.", "PROTEST", "obstruct", "held"),
    ("Some 80 farmers have been sitting before the ministry since Sunday.", "PROTEST", "obstruct", "ongoing"),
    ("Some thirty people stood by with posters against Norway.", "PROTEST", "demo", "held"),
    ("Teachers staged a sit-in outside the Norwegian parliament.", "PROTEST", "obstruct", "held"),
    ("Norwegian drivers staged a walk-out on Monday.", "PROTEST", "strike", "held"),
    ("Norwegian dockers will go on strike on Monday.", "PROTEST", "strike", "announced"),
    ("The strike was called off, the Norwegian bakers' union said.", "PROTEST", "strike", "cancelled"),
    ("Norwegian police blocked the bridge on Monday.", "COERCE", "restrict", "held"),
    ("Norway blocked the opening of the second phase of its trade talks with Chile.", "REJECT", None, "held"),
]
TRUCES = [
    ("A truce of two days on the plateau will begin on Sunday.", "RETREAT", "ceasefire", "announced"),
    ("The truce held, Norwegian officers said.", "RETREAT", "ceasefire", "held"),
    ("The truce collapsed on Monday.", "RETREAT", "ceasefire", "cancelled"),
    ("The truce was extended by 48 hours, the Norwegian army said.", "CONCEDE", None, "held"),
]
JUDGES = [
    ("Norwegian prosecutors dropped the charge against Ada Holt.", "ACCUSE", "investigate", "cancelled"),
    ("The Norwegian union withdrew its complaint against Chile.", "ACCUSE", "investigate", "cancelled"),
    ("A judge in Oslo ordered that Ada Holt be held for 30 days.", "COERCE", "arrest", "held"),
    ("A Norwegian court ordered to keep the crew for 14 more days.", "COERCE", "arrest", "held"),
    ("The Supreme Court of Norway suspended the lease on Friday.", "REJECT", None, "held"),
    ("The Supreme Court of Norway declared the vote void on Monday.", "REJECT", None, "held"),
    ("Ada Holt was cleared of all charges by a Norwegian court.", "RETREAT", "release", "held"),
    ("Ada Holt was convoked by the Norwegian police for Wednesday.", "COERCE", None, "announced"),
    ("Norway let the deadline pass on Friday.", "REJECT", None, "held"),
]


@pytest.mark.parametrize(
    ("text", "type_", "mode", "status"),
    [
        pytest.param(*row, id=f"{family}: {row[0][:40]}")
        for family, table in (
            ("ways", WAYS),
            ("ships", SHIPS),
            ("troops", TROOPS),
            ("captives", CAPTIVES),
            ("back", BACK),
            ("crowds", CROWDS),
            ("truces", TRUCES),
            ("judges", JUDGES),
        )
        for row in table
    ],
)
def test_which_act_a_clause_tells(text, type_, mode, status):
    assert (type_, mode, status) in {(e.type, e.mode, e.status) for e in told(text).events}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The airport was closed because of fog.", id="by-the-weather"),
        pytest.param("A landslide blocked the road to the village.", id="no-crowd"),
        pytest.param("Prisoners walked across the yard every morning.", id="prisoners-in-their-yard"),
        pytest.param("The lawyer walked out of the jail in Tana.", id="a-lawyer-leaves-a-jail"),
        pytest.param("The cook left the prison in Tana at noon.", id="a-cook-leaves-a-prison"),
        pytest.param("The museum reopened after a renovation.", id="no-way"),
        pytest.param("She sat down in front of the television with her children.", id="no-seat-of-power"),
        pytest.param("The nurse stood outside the school and waited.", id="nobody-shows-anything"),
        pytest.param("Students gathered before the exam and compared notes.", id="students-before-an-exam"),
        pytest.param("The students sat outside the cinema.", id="students-outside-a-cinema"),
        pytest.param("The road was closed for repairs.", id="repairs"),
        pytest.param("Snow closed the airport of Tana.", id="snow"),
        pytest.param("The navy escorted the tanker into the port of Tana.", id="an-escort"),
        pytest.param("A pilot led the tanker into the port of Tana.", id="a-pilot"),
        pytest.param("A dog lay on the rails.", id="on-the-rails"),
        pytest.param("The visitor left the prison at noon.", id="a-visitor"),
        pytest.param("The ministers left the deal unsigned.", id="left-it-unsigned"),
        pytest.param("The band came home after a long tour.", id="nobody-was-held"),
        pytest.param("The boat returned to port because of the storm.", id="no-warship"),
        pytest.param("The exchange of letters between the two poets began in 1920.", id="letters"),
        pytest.param("The stock exchange in Oslo opened higher on Monday.", id="stocks"),
        pytest.param("Norwegian prosecutors have not dropped the charge.", id="a-charge-that-stands"),
        pytest.param("Norwegian prosecutors would drop the charge, the paper thinks.", id="not-dropped-yet"),
    ],
)
def test_what_tells_no_act(text):
    assert [(e.type, e.status) for e in told(text).events] == []


def test_who_walks_free_is_set_free():
    reading = told("Journalist Ada Holt walked free from a Norwegian prison on Monday.")
    assert [(names(reading, e.actors), names(reading, e.recipients)) for e in reading.events] == [([], ["Ada Holt"])]


def test_a_strike_that_is_set_is_a_threat_too():
    events = told("Norwegian dockers will go on strike on Monday.").events
    assert {(e.type, e.status, e.dealing) for e in events} == {
        ("PROTEST", "announced", None),
        ("THREATEN", "held", "warning"),
    }
