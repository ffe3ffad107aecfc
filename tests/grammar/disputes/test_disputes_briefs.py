"""Short reports of one invented occasion: what differs though hardly a word is shared, and what only tempts."""

import pytest
from grammar.disputes.test_disputes import Report, found

THURSDAY = (("Thursday", "2031-04-10"),)
BY_DATE = (("10 April", "2031-04-10"),)
DIFFERENT = {
    "denial: no such thing leaked": (
        "denial",
        Report("Oil leaked on Thursday from the old tank of the Brenna brewery in Ostrel. Two men felt sick.", days=THURSDAY),
        Report("No oil leaked at the Brenna brewery on 10 April, its owner Mira Tolan said. Work goes on in Ostrel.", days=BY_DATE),
    ),
    "denial: has not met": (
        "denial",
        Report("Anton Rusu met the smuggler Pell Arno at an inn near Belvar on Thursday and took his money.", days=THURSDAY),
        Report("Anton Rusu has not met Pell Arno in Belvar or elsewhere, his office said. On 10 April he was ill.", days=BY_DATE),
    ),
    "number: a toll and the dead": (
        "number",
        Report("A bus fell into a ravine near Quilmo on Thursday. Nineteen passengers were killed, said Rosa Ibarra.", days=THURSDAY),
        Report("The coach accident of 10 April at Quilmo shocks many. The toll stands at 26, according to Rosa Ibarra.", days=BY_DATE),
    ),
    "number: people by two names": (
        "number",
        Report("Helicopters flew over the Sarka valley on Thursday. They brought out 85 tourists, Jan Hruby said.", days=THURSDAY),
        Report("In the Sarka valley 120 holidaymakers were evacuated on 10 April, said Jan Hruby.", days=BY_DATE),
    ),
    "number: a sentence": (
        "number",
        Report("Judges in Belvar heard Anton Rusu on Thursday. He was given seven years.", days=THURSDAY),
        Report("Anton Rusu has to go to prison. He got four and a half years, a judge in Belvar ruled on 10 April.", days=BY_DATE),
    ),
    "number: an age": (
        "number",
        Report("Police held the singer Mira Tolan in Ostrel on Thursday. The 27-year-old singer laughed.", days=THURSDAY),
        Report("Mira Tolan, who is 34, was arrested in Ostrel on 10 April.", days=BY_DATE),
    ),
    "date: of a start": (
        "date",
        Report("The trial of Omar Said opens in Larn on 14 May, said prosecutor Leila Amri.", days=(("14 May", "2031-05-14"),)),
        Report("Proceedings against Omar Said open on 3 June in Larn, said Leila Amri.", days=(("3 June", "2031-06-03"),)),
    ),
    "place: of an arrest": (
        "place",
        Report("Ramiro Luz was arrested on Thursday. Agents caught him at a restaurant in Calvo.", who=(("Calvo", "place"),), days=THURSDAY),
        Report("Ramiro Luz was seized on 10 April. Agents caught him as he left a clinic in Medina.", who=(("Medina", "place"),), days=BY_DATE),
    ),
    "date: two dates of a sample": (
        "date",
        Report("Ines Duart was tested in Fontel. The sample was taken on 2 March in Fontel.", days=(("2 March", "2031-03-02"),)),
        Report("A sample caught Ines Duart. It was taken in Fontel on 11 March.", days=(("11 March", "2031-03-11"),)),
    ),
    "attribution: whose deed it was": (
        "attribution",
        Report("A mine sank the barge Sorrel near Herak on Thursday. Responsibility was taken by the Sons of Orl, Ada Mirk said.", days=THURSDAY),
        Report("The barge Sorrel went down near Herak on 10 April. Fighters of Red Dawn announced that the attack was their work, Ada Mirk said.", days=BY_DATE),
    ),
    "attribution: who fired": (
        "attribution",
        Report("Rockets fired by the Army of Hills struck the mill of Herak on Thursday. Two millers died, Ada Mirk said.", days=THURSDAY),
        Report("Two millers died in Herak on 10 April when the Border Guard launched rockets at the mill, Ada Mirk said.", days=BY_DATE),
    ),
    "attribution: who had applied": (
        "attribution",
        Report("The Lake Commission meets in Larn on Thursday at the request of Norway, said Leila Amri.", days=THURSDAY),
        Report("The session of the Lake Commission in Larn on 10 April, for which Sweden had applied, is open, said Leila Amri.", days=BY_DATE),
    ),
    "attribution: who shut it": (
        "attribution",
        Report("The theatre Corvo in Fontel was shut on Thursday by the fire inspectorate, said Ines Duart.", days=THURSDAY),
        Report("The city council has closed the theatre Corvo in Fontel, Ines Duart said on 10 April.", days=BY_DATE),
    ),
    "attribution: who claims it": (
        "attribution",
        Report("A bomb killed two officers in Herak near Mount Orl on Thursday. The Army of Hills claimed the attack.", days=THURSDAY),
        Report("Two officers died in Herak near Mount Orl on 10 April. The group Red Dawn said that its men had placed the bomb.", days=BY_DATE),
    ),
    "attribution: who ordered it": (
        "attribution",
        Report("Riot police cleared the hall of Patrin on Thursday. Rector Stavros Kalam had called them in.", days=THURSDAY),
        Report("The order for Patrin came from Minister Niko Tzav on 10 April, not asked by Stavros Kalam.", days=BY_DATE),
    ),
    "role: a minister or a deputy": (
        "role",
        Report("Deputy Energy Minister Arman Tolek resigned over Karaly on Thursday.", who=(("Arman Tolek", "person"),), days=THURSDAY),
        Report("Arman Tolek has quit over Karaly. The minister for energy wrote a letter.", who=(("Arman Tolek", "person"),)),
    ),
    "role: a witness or accused": (
        "role",
        Report("Lena Moritz, who is accused of spying, came to court in Basil on Thursday.", who=(("Lena Moritz", "person"),), days=THURSDAY),
        Report("Judges in Basil heard Lena Moritz on 10 April. She is a witness.", who=(("Lena Moritz", "person"),), days=BY_DATE),
    ),
    "role: a teacher or a fighter": (
        "role",
        Report("Soldiers shot Yusuf Karam at Nabra. He was a teacher, his family said.", who=(("Yusuf Karam", "person"),)),
        Report("The army killed Yusuf Karam at Nabra. It described him as a militant.", who=(("Yusuf Karam", "person"),)),
    ),
    "wording: a riot or a rally": (
        "wording",
        Report("The dockers' riot in Quilmo on Thursday left broken glass, Rosa Ibarra said.", days=THURSDAY),
        Report("At the dockers' rally of 10 April in Quilmo Rosa Ibarra spoke of bread.", days=BY_DATE),
    ),
    "number: a share in words": (
        "number",
        Report("In Quilmo on Thursday a quarter of the boats lacked lamps, Rosa Ibarra said.", days=THURSDAY),
        Report("Rosa Ibarra found on 10 April that 41 per cent of the boats in Quilmo lacked lamps.", days=BY_DATE),
    ),
    "denial: nobody left": (
        "denial",
        Report("Nineteen wardens walked out of the fort of Melk on Thursday, Karl Ritter said. They left their keys.", days=THURSDAY),
        Report("The fort of Melk is calm, the command wrote on 10 April. Not one of our wardens walked out, and Karl Ritter is lying.", days=BY_DATE),
    ),
    "place: by an object, and a name that looks like a person's": (
        "place",
        Report("The boat with Ramiro Luz was brought to Calvo on Thursday, Ines Duart said.", who=(("Calvo", "person"),), days=THURSDAY),
        Report("On 10 April the boat with Ramiro Luz was brought to Medina, Ines Duart said.", who=(("Medina", "person"),), days=BY_DATE),
    ),
    "role: two callings": (
        "role",
        Report("Lena Moritz was let go in Basil on Thursday. The nurse is well, Karl Ritter said.", who=(("Lena Moritz", "person"),), days=THURSDAY),
        Report("In Basil the engineer Lena Moritz is free since 10 April, Karl Ritter said.", who=(("Lena Moritz", "person"),), days=BY_DATE),
    ),
    "number: votes, with and without their noun": (
        "number",
        Report("The council of Quilmo kept the toll on Thursday. Thirty-one members voted for it, Rosa Ibarra said.", days=THURSDAY),
        Report("The toll of Quilmo passed on 10 April with 37 in favour, Rosa Ibarra said.", days=BY_DATE),
    ),
    "attribution: who opened fire": (
        "attribution",
        Report("A miller died at Herak on Thursday. The Border Guard opened fire first, Ada Mirk said.", days=THURSDAY),
        Report("A miller died at Herak on 10 April. The first shots came from the Army of Hills, Ada Mirk said.", days=BY_DATE),
    ),
    "attribution: who laid it": (
        "attribution",
        Report("A cart hit a mine at Herak on Thursday. The Border Guard had laid it, Ada Mirk said.", days=THURSDAY),
        Report("A cart hit a mine at Herak on 10 April. It was planted by the Army of Hills, Ada Mirk said.", days=BY_DATE),
    ),
    "attribution: a claim from a call": (
        "attribution",
        Report("A bomb hurt two in Herak near Mount Orl on Thursday. The Army of Hills owned up to the bombing.", days=THURSDAY),
        Report("Two were hurt in Herak near Mount Orl on 10 April. In a call to a paper Red Dawn took responsibility.", days=BY_DATE),
    ),
    "wording: a word that both have takes no side": (
        "wording",
        Report("Gunmen stood in Quilmo on Thursday. The terrorists broke lamps, Rosa Ibarra said.", days=THURSDAY),
        Report("In Quilmo on 10 April freedom fighters broke lamps, and the gunmen sang, Rosa Ibarra said.", days=BY_DATE),
    ),
}  # fmt: skip
ALIKE = {
    "two who asked for different things": (
        Report("Prosecutor Karl Ritter requested a warrant for Ines Duart in Fontel on Thursday.", days=THURSDAY),
        Report("Ines Duart left Fontel. Rosa Ibarra confirmed that Omar Said had asked for asylum in Fontel on 10 April.", days=BY_DATE),
    ),
    "what is still open": (
        Report("A ferry sank near Ostrel on Thursday, and Mira Tolan of the guild counted four dead.", days=THURSDAY),
        Report("Four of the crew of the ferry have not been found near Ostrel, said Mira Tolan on 10 April.", days=BY_DATE),
    ),
    "no word of it": (
        Report("Anton Rusu met the smuggler Pell Arno at an inn near Belvar on Thursday and took his money.", days=THURSDAY),
        Report("Anton Rusu has not commented on Pell Arno of Belvar. On 10 April his office was closed.", days=BY_DATE),
    ),
    "a name of a part": (
        Report("The port of Larn and Oda Fenn report a good year. Exports reached 480 tonnes on Thursday.", days=THURSDAY),
        Report("Oda Fenn looked at the port of Larn. Wexel took 270 tonnes on 10 April.", days=BY_DATE),
    ),
    "some of the people": (
        Report("A bus fell into a ravine near Quilmo on Thursday. Twelve people were hurt, said Rosa Ibarra.", days=THURSDAY),
        Report("Seven officers were hurt in the bus near Quilmo on 10 April, said Rosa Ibarra.", days=BY_DATE),
    ),
    "both words in one report": (
        Report("The dockers' riot in Quilmo on Thursday, first a rally, left glass, Rosa Ibarra said.", days=THURSDAY),
        Report("At the dockers' rally of 10 April in Quilmo Rosa Ibarra spoke of bread.", days=BY_DATE),
    ),
    "a year that says which": (
        Report("Rosa Ibarra ran for mayor of Quilmo in 2028, a clerk said on Thursday.", days=THURSDAY),
        Report("Rosa Ibarra talked in Quilmo on 10 April about the 2030 flood.", days=BY_DATE),
    ),
    "rounded": (
        Report("Some 3,000 people marched in Varesk on Thursday, said Tomas Heik.", days=THURSDAY),
        Report("Tomas Heik counted 2,840 marchers in Varesk on 10 April.", days=BY_DATE),
    ),
    "within a range": (
        Report("Mending the cable Gotl takes three to five weeks, Henrik Sand said on Thursday.", days=THURSDAY),
        Report("Henrik Sand reckons with four weeks for the cable Gotl, it was said on 10 April.", days=BY_DATE),
    ),
    "put off": (
        Report("The trial of Omar Said opens in Larn on 14 May, said prosecutor Leila Amri.", days=(("14 May", "2031-05-14"),)),
        Report("The trial of Omar Said in Larn was put off to 3 June, said Leila Amri.", days=(("3 June", "2031-06-03"),)),
    ),
    "so far": (
        Report("So far 14 people are wounded at Belk, Ivo Tarn said on Thursday.", days=THURSDAY),
        Report("At Belk 25 people were wounded on 10 April, said Ivo Tarn.", days=BY_DATE),
    ),
    "another matter of the same people": (
        Report("Ola Brekken promised jets to Tromvik on Thursday. There will be 24 jets.", days=THURSDAY),
        Report("Brekken went to Bodnes, where forty boats and 36 jets lie, on 2 April.", days=(("2 April", "2031-04-02"),)),
    ),
    "short and full title": (
        Report("Energy Minister Arman Tolek resigned over Karaly on Thursday.", who=(("Arman Tolek", "person"),), days=THURSDAY),
        Report("Arman Tolek has quit over Karaly. The minister wrote a letter.", who=(("Arman Tolek", "person"),)),
    ),
    "nobody did something else": (
        Report("Guards at the prison of Melk beat three men on Thursday, Karl Ritter was told.", days=THURSDAY),
        Report("Nobody was hurt when a cell burned at Melk on 12 April, Karl Ritter said.", days=(("12 April", "2031-04-12"),), day="2031-04-12"),
    ),
    "no comment": (
        Report("The firm Verd of Antem bought stones dug by children, Clear Rock said on Thursday.", days=THURSDAY),
        Report("Clear Rock said on 10 April what it knows of Verd. Verd of Antem did not comment.", days=BY_DATE),
    ),
    "two names of a town": (
        Report("Ramiro Luz was arrested on Thursday. Agents caught him at a restaurant in Danzig.", who=(("Danzig", "place"),), days=THURSDAY),
        Report("Ramiro Luz was seized on 10 April. Agents caught him at a restaurant in Gdańsk.", who=(("Gdańsk", "place"),), days=BY_DATE),
    ),
    "two accidents of a day": (
        Report("A bus overturned near Quilmo on Thursday morning. Six people died, said Rosa Ibarra.", days=THURSDAY),
        Report("A lorry hit a market near Quilmo on Thursday evening. Nine people died, said Rosa Ibarra.", days=THURSDAY),
    ),
    "half of them": (
        Report("Half of the 80 houses in Orsa burned on Thursday, said Ilse Kant.", days=THURSDAY),
        Report("In Orsa 41 houses burned on 10 April, said Ilse Kant.", days=BY_DATE),
    ),
    "one body by two names": (
        Report("The study of Mikel Tran was commissioned by the energy ministry in Larn on Thursday.", days=THURSDAY),
        Report("The ministry of Energy had ordered the study of Mikel Tran, it was said in Larn on 10 April.", days=BY_DATE),
    ),
    "nobody was hurt": (
        Report("A bus fell into a ravine near Quilmo on Thursday, said Rosa Ibarra of the rescue.", days=THURSDAY),
        Report("No deaths were reported when a bus slid near Quilmo on 10 April, said Rosa Ibarra.", days=BY_DATE),
    ),
    "a witness heard nothing": (
        Report("Guards at the prison of Melk beat three men on Thursday, Karl Ritter was told.", days=THURSDAY),
        Report("The cook of Melk heard nothing on 10 April, he told Karl Ritter.", days=BY_DATE),
    ),
    "a province and a town": (
        Report("Ramiro Luz was arrested on Thursday. Agents caught him in Calvo province.", who=(("Calvo", "place"),), days=THURSDAY),
        Report("Ramiro Luz was seized on 10 April. Agents caught him in Medina.", who=(("Medina", "place"),), days=BY_DATE),
    ),
    "this year and last": (
        Report("The port of Larn shipped 410 tonnes of salt this year, Oda Fenn said on Thursday.", days=THURSDAY),
        Report("The port of Larn shipped 530 tonnes of salt last year, Oda Fenn said on 10 April.", days=BY_DATE),
    ),
    "a share of a group": (
        Report("In Quilmo 60 percent fear the toll, Rosa Ibarra found on Thursday.", days=THURSDAY),
        Report("Among those under thirty in Quilmo 45 percent fear the toll, Rosa Ibarra found on 10 April.", days=BY_DATE),
    ),
    "a second one": (
        Report("The mill of Herak burned at 5 a.m. on Thursday, Ada Mirk said.", days=THURSDAY),
        Report("A second mill of Herak burned on 12 April, Ada Mirk said.", days=(("12 April", "2031-04-12"),)),
    ),
    "votes for and votes against": (
        Report("The council of Quilmo kept the toll on Thursday, with 31 votes for it, Rosa Ibarra said.", days=THURSDAY),
        Report("On 10 April 24 members of the council of Quilmo were against the toll, Rosa Ibarra said.", days=BY_DATE),
    ),
    "miles and kilometres, both whole": (
        Report("The fire stopped three miles from Orsa on Thursday, said Ilse Kant.", days=THURSDAY),
        Report("On 10 April the fire died five kilometres from Orsa, said Ilse Kant.", days=BY_DATE),
    ),
    "a lawyer for him": (
        Report("The baker Anton Rusu left Belvar on Thursday, Mira Tolan said.", who=(("Anton Rusu", "person"),), days=THURSDAY),
        Report("A lawyer for Anton Rusu spoke in Belvar on 10 April, Mira Tolan said.", who=(("Anton Rusu", "person"),), days=BY_DATE),
    ),
    "days apart": (
        Report("Helicopters brought out 85 tourists from the Sarka valley, Jan Hruby said.", day="2031-04-10"),
        Report("In the Sarka valley 120 tourists were flown out, Jan Hruby said.", day="2031-04-19"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "two"), DIFFERENT.values(), ids=DIFFERENT)
def test_short_reports_differ(kind: str, one: Report, two: Report) -> None:
    assert kind in [k for k, _ in found(one, two)]


@pytest.mark.parametrize(("one", "two"), ALIKE.values(), ids=ALIKE)
def test_short_reports_only_tempt(one: Report, two: Report) -> None:
    assert not found(one, two)


@pytest.mark.parametrize(("one", "two"), [(one, two) for _, one, two in DIFFERENT.values()], ids=DIFFERENT)
def test_one_witness_does_not_differ_from_itself(one: Report, two: Report) -> None:
    assert not found(one, two, one_witness=True)
