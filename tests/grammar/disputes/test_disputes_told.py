"""Twelve differences and twelve tempting no-differences on small reports of invented matters."""

import pytest
from grammar.disputes.test_disputes import Report, found, telling

from tidings.grammar.disputes import scene_of
from tidings.grammar.disputes.acts import fits
from tidings.grammar.disputes.dated_deeds import dated_deeds
from tidings.text.quantities import quantities

DIFFERENT = {
    "number: lorries and trucks": (
        "number",
        Report(
            "About 310 lorries were waiting on the Ruthen side by Tuesday evening.",
            days=(("Tuesday", "2031-04-08"),),
        ),
        Report(
            "On the Ruthen side there stood 450 trucks by the evening of April 8.",
            days=(("April 8", "2031-04-08"),),
        ),
    ),
    "number: persons held": (
        "number",
        Report("Police detained 40 students at Larn gate on 8 April.", days=(("8 April", "2031-04-08"),)),
        Report("On 8 April, 65 students were detained at Larn gate.", days=(("8 April", "2031-04-08"),)),
    ),
    "who asked: idea": (
        "attribution",
        Report("Norway on Monday asked Iceland for a meeting of the fisheries ministers."),
        Report("The idea of the meeting came from the Icelandic side, the spokesman said."),
    ),
    "who asked: at the request": (
        "attribution",
        Report("The talks were held at the request of Ghana, the envoy said."),
        Report("It was Togo that had asked for the talks, according to a diplomat."),
    ),
    "post: first mate or captain": (
        "role",
        Report("First mate Oda Fenn was the last to leave the barge Sorrel.", who=(("Oda Fenn", "person"),)),
        Report("Oda Fenn, the captain of the Sorrel, left the barge last.", who=(("Oda Fenn", "person"),)),
    ),
    "office: premier or president": (
        "role",
        Report("President Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
        Report("Oda Fenn, the head of the government, left for home.", who=(("Oda Fenn", "person"),)),
    ),
    "office: two ministries": (
        "role",
        Report("Defence Minister Pell Arno visited the fort.", who=(("Pell Arno", "person"),)),
        Report("The minister of the interior, Pell Arno, visited the fort.", who=(("Pell Arno", "person"),)),
    ),
    "denial behind an account": (
        "denial",
        Report(
            "The ban came after locusts were found in the rice, according to the Harbour Office in Larn. "
            "Ruthen denies that a single insect was aboard."
        ),
    ),
    "denial of a charge, told in own words": (
        "denial",
        Report(
            "The union said that every barge is still searched at the lock for six hours. "
            "The port rejected the charge. Its spokesman said that searches at the lock had ended on Monday."
        ),
    ),
    "denial of having said": (
        "denial",
        Report(
            "Oda Fenn said that Ruthen could shut the Larn sluice from May.",
            who=(("Oda Fenn", "person"),),
            said=(("Ruthen could shut the Larn sluice from May", "Oda Fenn"),),
        ),
        Report(
            "Oda Fenn denied that the river would be used. “I did not threaten anybody with the Larn sluice”, she wrote.",
            who=(("Oda Fenn", "person"),),
        ),
    ),
    "denial of a report": (
        "denial",
        Report("The ministry denied a report that the tanker had been sold to smugglers."),
    ),
    "rank": (
        "role",
        Report("Colonel Pell Arno was there.", who=(("Pell Arno", "person"),)),
        Report("Major Pell Arno was there.", who=(("Pell Arno", "person"),)),
    ),
    "death toll": (
        "number",
        Report("Nine miners were killed in the 4 April blast at Orsa pit.", days=(("4 April", "2031-04-04"),)),
        Report("The 4 April blast at Orsa pit killed 14 miners.", days=(("4 April", "2031-04-04"),)),
    ),
    "two sources of one report": (
        "number",
        Report(
            "Three climbers were killed, the rescue service says. The alpine club put the number of dead at eleven."
        ),
    ),
    "a source that speaks of a bare number": (
        "number",
        Report(
            "According to the water board, 40 cubic metres of oil ran into the lake. The refinery speaks of three cubic metres."
        ),
    ),
    "a share and a bare number": (
        "number",
        Report("The weavers of Larn put participation at 70 per cent; the harbour office spoke of 25."),
    ),
    "a bare number in the unit of what it answers": (
        "number",
        Report(
            "By the guild's count, 7,200 tonnes of herring have left Larn. The harbour office reckons it was 5,100."
        ),
    ),
    "a verb left out": (
        "number",
        Report("The abbey of Larn counted 12 hives; the choir of Orsa, thirty."),
    ),
    "nobody, and some": (
        "number",
        Report("The guard of Larn said that nobody was hurt; the ferrymen spoke of nine injured."),
    ),
    "of a people": (
        "number",
        Report(
            "Nine Danish harbour pilots are held in Larn, said the guild. The guard put the number of pilots at four."
        ),
    ),
    "a pronoun's count": (
        "number",
        Report("The warden came late. He put the dead at nine; the guild of Larn speaks of 15."),
    ),
    "a long aside between source and count": (
        "number",
        Report(
            "The singers put the number of marchers at 40,000. "
            "The guards, who had closed two of the quays before the choir set out, counted 9,000."
        ),
    ),
    "what a government acknowledges": (
        "number",
        Report(
            "The guild handed the envoy a list of 31 people who it says are held. The harbour office acknowledges 18."
        ),
    ),
    "a bare count by another source": (
        "number",
        Report("On Monday some 900 people stood in the market with candles. The harbour guard counted 350."),
    ),
    "a count behind a relative clause": (
        "number",
        Report("The singers put the crowd at 12,000. Guards, who had allowed 5,000, counted 7,500."),
    ),
    "a correction before its source": (
        "number",
        Report("Ruthen had two cases. No, four, says the hospital of Larn."),
    ),
    "a bound in quote marks": (
        "number",
        Report("Some 2,600 miners are out, the union says. The pit owner gives the number as “below one thousand”."),
    ),
    "no such thing, of the sentence before": (
        "denial",
        Report("The ferry line will offer Larn a rebate, Radio Orsa said. The harbour office knew of no such offer."),
    ),
    "no such thing, of the clause before": (
        "denial",
        Report(
            "Pell Arno said that the guild would sell its locks, but the guild said that no such plan had been made."
        ),
    ),
    "that is untrue": (
        "denial",
        Report("The guild has sold nine barges, Pell Arno said. “That is simply untrue”, the guild's warden replied."),
    ),
    "denied behind a semicolon": (
        "denial",
        Report("Two masons said that the lock had cracked in May; the guild of Larn denied it."),
    ),
    "a charge rejected behind a comma": (
        "denial",
        Report("The guild accused Larn of having drained the mill pond, a charge that the mayor calls false."),
    ),
    "something that another calls an invention": (
        "denial",
        Report("He claimed that forty oxen had crossed the ford by night – something the guild called “a fairy tale”."),
    ),
    "dismissed as gossip": (
        "denial",
        Report("Two clerks described the warden as close to leaving. He dismissed that as gossip."),
    ),
    "any such instruction": (
        "denial",
        Report(
            "Toll men refuse to clear the barges, traders in Larn complain. The guild denies having given any such order."
        ),
    ),
    "told by a source that stays unnamed": (
        "denial",
        Report("Two wardens, who asked not to be named, said traces of tar had been found in the mill race."),
        Report("The guild denied a report that traces of tar had been found in the mill race."),
    ),
    "another version": (
        "denial",
        Report(
            "It was Larn that broke off the parley, according to a clerk of the guild. The mayor gave a different version. "
            "He told the council that the guild had walked out."
        ),
    ),
    "the other way round": (
        "denial",
        Report(
            "The parley had not been sought by Larn, he insisted, but by the guild; its warden said it was the other way round."
        ),
    ),
    "who died how is in dispute": (
        "denial",
        Report(
            "How the ferryman died is in dispute. His sister says that he was struck by an oar. "
            "The harbour guard maintains that his heart failed."
        ),
    ),
    "countered behind a semicolon": (
        "denial",
        Report(
            "The skipper told his lawyer that the lamps were lit; the barge was as dark as a cellar, a pilot countered."
        ),
    ),
    "one deed, two days": (
        "date",
        Report(
            "The barge Grey Heron was impounded by Larn wardens on 4 April off Orsa weir.",
            days=(("4 April", "2031-04-04"),),
        ),
        Report(
            "Off Orsa weir on 6 April the wardens of Larn seized the herring barge.", days=(("6 April", "2031-04-06"),)
        ),
    ),
    "held captive, two days": (
        "date",
        Report("The barge pilot was held captive at Orsa weir on 4 April.", days=(("4 April", "2031-04-04"),)),
        Report("At Orsa weir smugglers abducted the barge pilot on 5 April.", days=(("5 April", "2031-04-05"),)),
    ),
    "one deed, two weekdays": (
        "date",
        Report("Ruthen wardens sealed the Orsa sluice on Friday.", days=(("Friday", "2031-04-04"),)),
        Report("The sluice at Orsa was closed by wardens on Saturday.", days=(("Saturday", "2031-04-05"),)),
    ),
    "denied by, passive": (
        "denial",
        Report("The barges of Larn were sold to smugglers, said a warden. This was denied by the guild."),
    ),
    "contested that": (
        "denial",
        Report("The Larn shipyard had proposed in May to repay the loan in six instalments."),
        Report("She contested that the shipyard had proposed instalments."),
    ),
    "another's account in the sentence of the denial": (
        "denial",
        Report("Larn blames the wardens of Orsa for the first stones; the guild denies that anybody threw any."),
    ),
    "what is said to be so": (
        "denial",
        Report("Ruthen is said to be buying the old organ; its choirmaster in Larn denies having seen it."),
    ),
    "another's account two sentences before": (
        "denial",
        Report(
            "According to two pilots, Ruthen had first asked for money for the quay. Larn is said to have laughed. "
            "Arno denied that payment had ever been discussed."
        ),
    ),
    "a communication refuted": (
        "denial",
        Report("The guild refuted the communication that nine barges had been sold to smugglers."),
    ),
    "a denied report, told elsewhere in other words": (
        "denial",
        Report("The Larn shipyard had proposed in May to repay the loan in six instalments."),
        Report("He denied that the shipyard had proposed instalments."),
    ),
    "called an invention": (
        "denial",
        Report("Pell Arno was asked to go by the premier, she said. The premier’s office calls this “an invention”."),
    ),
    "two sums after one word": (
        "number",
        Report("The guild of Larn earned 41 million euros from its locks, the ledger of Orsa shows."),
        Report("The guild of Larn earned 48 million euros, by its own papers."),
    ),
    "two reports of one occasion": (
        "number",
        Report("Thirty-one clubs signed the letter to Orsa, Pell Arno of the Ruthen League told Radio Larn."),
        Report("The letter to Orsa, said Pell Arno of the Ruthen League on Radio Larn, was signed by 19 clubs."),
    ),
    "a quotation in another word": (
        "wording",
        Report(
            "“We are shutting the sluice to save the eels”, she said.",
            said=(("We are shutting the sluice to save the eels", ""),),
        ),
        Report(
            "“We shut the sluice to rescue the eels”, she told us.",
            said=(("We shut the sluice to rescue the eels", ""),),
        ),
    ),
}

THE_SAME = {
    "a list of people and their votes": (
        Report("The guild spoke of the votes: Odo Lind, 58; Pell Arno, 63; Oda Fenn, 68."),
    ),
    "two deeds a week apart": (
        Report(
            "The barge Grey Heron was impounded by Larn wardens on 4 April off Orsa weir.",
            days=(("4 April", "2031-04-04"),),
        ),
        Report(
            "Off Orsa weir on 12 April the wardens of Larn seized the herring barge.",
            days=(("12 April", "2031-04-12"),),
        ),
    ),
    "a report that knows both days": (
        Report(
            "The wardens of Orsa sealed the sluice on 4 April. The upper sluice of Orsa was sealed by wardens on 5 April.",
            days=(("4 April", "2031-04-04"), ("5 April", "2031-04-05")),
        ),
        Report("The wardens of Orsa sealed the sluice on 5 April.", days=(("5 April", "2031-04-05"),)),
    ),
    "a deed before a day": (
        Report("Ruthen wardens had sealed the Orsa sluice by 5 April.", days=(("5 April", "2031-04-05"),)),
        Report("The sluice at Orsa was closed by wardens on 4 April.", days=(("4 April", "2031-04-04"),)),
    ),
    "a deed that only says who": (
        Report("The guild of Orsa dismissed the cellist Pell Arno on 4 April.", days=(("4 April", "2031-04-04"),)),
        Report("The dismissed cellist sang for the guild of Orsa on 5 April.", days=(("5 April", "2031-04-05"),)),
    ),
    "one voice, none and some": (Report("The guard said that nobody was hurt; the guard spoke of nine injured."),),
    "one voice, two places": (
        Report("The guard said that nobody was hurt at the mill; the guard of Larn spoke of nine injured at the dam."),
    ),
    "none at one place, some at another": (
        Report("The guard said that nobody was hurt at the mill; the doctors spoke of nine injured at the dam."),
    ),
    "none in one town, some in another": (
        Report("The guard said that nobody was hurt in Larn; the doctors counted nine injured in Orsa."),
    ),
    "none on one day, some on the next": (
        Report(
            "The guard said nobody was hurt on Monday. The doctors counted nine injured on Tuesday.",
            days=(("Monday", "2031-04-07"), ("Tuesday", "2031-04-08")),
        ),
    ),
    "nobody here, some elsewhere": (
        Report("Nobody was hurt on the barge, the guild said. A crew of 22 cares for the wounded in Orsa."),
    ),
    "none hurt, and others only held": (
        Report(
            "Nobody was hurt, the warden said. The guild claimed that thirty rowers had been detained and one fined."
        ),
    ),
    "who denies goes on": (
        Report("Oda Fenn said that the sluice would open in May, but she denied having been asked."),
    ),
    "neither confirmed nor denied": (
        Report("The guild had sold nine barges, said Oda Fenn. The warden would not confirm or deny the report."),
    ),
    "a threat dismissed as blackmail": (
        Report(
            "Larn threatened on Monday to close the ford unless the toll is lifted. The guild dismissed this as blackmail."
        ),
    ),
    "a wish dismissed": (
        Report(
            "The aunt of the ferry boy said that he could stay in Larn. "
            "The guild dismissed suggestions by his aunt that the ferry boy stay in Larn."
        ),
    ),
    "another version that is not told": (
        Report("Several masons were hurt, Pell Arno said. The radio of Larn offered a different version of events."),
    ),
    "the dead of a day and of a war": (
        Report("Larn gunboats killed three people at Orsa on 8 April.", days=(("8 April", "2031-04-08"),)),
        Report("More than 2,300 people have been killed by Larn gunboats at Orsa since the winter."),
    ),
    "measures of two years": (
        Report("Orsa board counted 117,000 barrels of herring oil from Larn, Tarn and Pell Arno in 2029."),
        Report("Orsa board counted 385,000 barrels of herring oil from Larn, Tarn and Pell Arno in 2030."),
    ),
    "denied by the way": (
        Report(
            "The mayor called the board's letter a sad day for the town. "
            "The Orsa Herald stood by its story, said Odo Lind, after the board disputed the account.",
            who=(("Odo Lind", "person"),),
        ),
    ),
    "what another report says is not so either": (
        Report("Odo Lind denied that he had opened the eel sluice.", who=(("Odo Lind", "person"),)),
        Report("Odo Lind hadn’t opened the eel sluice, the harbour board said.", who=(("Odo Lind", "person"),)),
    ),
    "criticism is no charge": (
        Report("Ada Brask said that the mayor was betting against the town. Board members dismissed that criticism."),
    ),
    "other day": (
        Report(
            "About 310 lorries were waiting on the Ruthen side on Tuesday.",
            days=(("Tuesday", "2031-04-08"),),
        ),
        Report("450 trucks were waiting on the Ruthen side on 9 April.", days=(("9 April", "2031-04-09"),)),
    ),
    "other doing": (
        Report(
            "About 310 lorries were waiting on the Ruthen side on Tuesday.",
            days=(("Tuesday", "2031-04-08"),),
        ),
        Report("On 8 April, 90 trucks crossed the bridge.", days=(("8 April", "2031-04-08"),)),
    ),
    "rounded": (
        Report("About 300 lorries were waiting on the Ruthen side on Tuesday.", days=(("Tuesday", "2031-04-08"),)),
        Report("On 8 April, 310 trucks stood on the Ruthen side.", days=(("8 April", "2031-04-08"),)),
    ),
    "at least": (
        Report("At least 300 lorries waited on the Ruthen side on Tuesday.", days=(("Tuesday", "2031-04-08"),)),
        Report("On 8 April, 410 trucks stood on the Ruthen side.", days=(("8 April", "2031-04-08"),)),
    ),
    "one asker": (
        Report("Norway on Monday asked Iceland for a meeting of the fisheries ministers."),
        Report("The idea of the meeting came from the Norwegian side, the spokesman said."),
    ),
    "asked for something else": (
        Report("Norway asked Iceland for a list of vessels."),
        Report("The idea of the meeting came from the Icelandic side, the spokesman said."),
    ),
    "one office in two words": (
        Report("Prime Minister Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
        Report("Oda Fenn, the head of the government, left for home.", who=(("Oda Fenn", "person"),)),
    ),
    "former office": (
        Report("President Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
        Report("Former prime minister Oda Fenn is a farmer's child.", who=(("Oda Fenn", "person"),)),
    ),
    "another's office": (
        Report("President Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
        Report("Oda Fenn met Prime Minister Pell Arno.", who=(("Oda Fenn", "person"), ("Pell Arno", "person"))),
    ),
    "two posts that one may hold": (
        Report("Treasurer Oda Fenn opened the mill at noon.", who=(("Oda Fenn", "person"),)),
        Report("Oda Fenn, the captain of the eel team, opened the mill at noon.", who=(("Oda Fenn", "person"),)),
    ),
    "premier and minister at once": (
        Report("Prime Minister Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
        Report("Foreign Minister Oda Fenn thanked the donors.", who=(("Oda Fenn", "person"),)),
    ),
    "not denied": (
        Report("The ministry did not deny that the tanker had been sold. The tanker is old, said the union."),
    ),
    "two sources, one measure": (
        Report(
            "According to the water board, 40 cubic metres ran into the lake. The refinery speaks of 40,000 litres."
        ),
    ),
    "part of the others": (
        Report(
            "Nine climbers were killed, the rescue service says. The alpine club put the number of the first dead at two of them."
        ),
    ),
    "killed and hurt": (
        Report("Nine miners were killed, according to the ministry. The hospital counted eleven wounded."),
    ),
    "who saw it is no party": (
        Report(
            "The carrier, Larn Air, denies that the crew heard of a threat. A woman who has read the letter told Radio Larn "
            "that it bore a stamp.",
            who=(("Larn Air", "organization"), ("Radio Larn", "organization")),
        ),
    ),
    "no such thing as": (Report("The warden said that the lock was safe. There is no such plan as a perfect one."),),
    "untrue within one's own words": (
        Report(
            "“They said that nine barges were sold. That is not true”, Pell Arno said.",
            said=(("They said that nine barges were sold. That is not true", "Pell Arno"),),
        ),
    ),
    "a proposal rejected is no denial": (
        Report("The premier unveiled a budget on Monday. Speaker Oda Fenn rejected it before noon."),
    ),
    "a notion of what should be": (
        Report(
            "Oda Fenn rejected the notion that the guild should take in masons. The guild took in nine masons, she said."
        ),
    ),
    "the paper's own words before": (
        Report("“It is late, but we stand by our story”, the editor of Radio Larn wrote. Oda Fenn denied the report."),
    ),
    "what would follow before": (
        Report("The board said that the story, if true, would end the term of Oda Fenn. She denied the report."),
    ),
    "sums far apart": (
        Report("The guild of Larn earned 41 million euros from its locks, the ledger of Orsa shows."),
        Report("The guild of Larn earned 75 million euros, by its own papers."),
    ),
    "denied what was wanted": (
        Report("The chamber voted on the fleet. To deny them money would be wrong, Oda Fenn said."),
    ),
    "each of its own plans": (
        Report("The grocer said it would drop wine from its shelves, while the baker said it will sell more rye."),
    ),
    "an age is no count": (Report("Four of the crew are home. Pell Arno, 24, says nobody heard a call."),),
    "a count of what has another name": (
        Report("Eleven miners are missing. Radio Larn reports that two Ruthen singers went to court."),
    ),
    "a count that rises": (
        Report("Larn reported five new cases, raising the overall number of confirmed cases to six."),
    ),
    "counts of two doings": (
        Report("Some say the quake killed 200,000 people, while an estimated 500,000 people lost their homes."),
    ),
    "a quotation cut short": (
        Report(
            "“We shut the sluice to save the eels and the grass”, she said.",
            said=(("We shut the sluice to save the eels and the grass", ""),),
        ),
        Report(
            "“We shut the sluice to save the eels”, she told us.", said=(("We shut the sluice to save the eels", ""),)
        ),
    ),
    "a quotation spelt otherwise": (
        Report(
            "“It's time we organised help for the harbour”, she said.",
            said=(("It's time we organised help for the harbour", ""),),
        ),
        Report(
            "“It is time we organized help for the harbor”, she told us.",
            said=(("It is time we organized help for the harbor", ""),),
        ),
    ),
    "measures": (
        Report("Ghana sent 20 tonnes of rice to Larn on 8 April.", days=(("8 April", "2031-04-08"),)),
        Report("On 8 April Ghana sent 20,000 kilograms of rice to Larn.", days=(("8 April", "2031-04-08"),)),
    ),
}


@pytest.mark.parametrize(("kind", "reports"), [(k, r) for k, *r in DIFFERENT.values()], ids=list(DIFFERENT))
def test_told_differently(kind: str, reports: list[Report]) -> None:
    """Each difference is found, as its kind."""
    assert kind in {k for k, _ in found(*reports)}


@pytest.mark.parametrize("reports", list(THE_SAME.values()), ids=list(THE_SAME))
def test_no_difference(reports: tuple[Report, ...]) -> None:
    """What looks like a difference and is none is not told."""
    assert found(*reports) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [("in the five-month-old strike", False), ("in a 30-day truce", False), ("killed five rowers", True)],
)
def test_a_length_of_time_counts_nobody(text: str, counts: bool) -> None:
    assert any(fits(q, "tolls") for q in quantities(text)) is counts


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            "The eel talks were held at Orsa weir on 4 April.",
            "At Orsa weir the talks on eel were held on 5 April.",
            id="talks",
        ),
        pytest.param(
            "The eel auction was held by the guild at Orsa weir on 4 April.",
            "An auction of eel at Orsa weir was held by the guild on 5 April.",
            id="by somebody",
        ),
        pytest.param(
            "The eel supper was held at Orsa weir on 4 April.",
            "At Orsa weir the eel supper was held on 5 April.",
            id="supper",
        ),
    ],
)
def test_what_is_held_as_a_meeting_is_nobody_taken(one: str, two: str) -> None:
    days = (Report(one, days=(("4 April", "2031-04-04"),)), Report(two, days=(("5 April", "2031-04-05"),)))
    assert list(dated_deeds(scene_of(telling(*days)))) == []
    assert not [sides for kind, sides in found(*days) if kind == "date"]


def test_a_day_is_of_the_deed_before_it() -> None:
    texts = ("Bailiffs sealed the Orsa sluice on {} and began to dig.", "The Orsa sluice was closed by bailiffs on {}.")
    days = zip(texts, ("4 April", "5 April"), strict=True)
    reports = [Report(text.format(day), days=((day, f"2031-04-0{day[0]}"),)) for text, day in days]
    assert [d.about for d in dated_deeds(scene_of(telling(*reports)))] == ["shut: when"]


@pytest.mark.parametrize("near", [pytest.param(0.6, id="near"), pytest.param(0.4, id="far")])
def test_one_rare_word_is_enough_where_a_sentence_model_has_two_tellings_as_near(near: float) -> None:
    texts = ("Norway and Sweden signed a pact on eels on {}.", "The pact was signed in the town hall on {}.")
    days = zip(texts, ("4 April", "5 April"), strict=True)
    reports = [Report(text.format(day), days=((day, f"2031-04-0{day[0]}"),)) for text, day in days]
    assert bool(list(dated_deeds(scene_of(telling(*reports), lambda a, b: near)))) == (near > 0.5)


def test_two_deeds_of_the_same_days_are_two_differences() -> None:
    """A barge and a smuggler taken on the same two days by other reports are laid apart; all tellings of one together."""
    texts = (
        ("Wardens impounded the herring barge on {}.", "4 April"),
        ("The herring barge was impounded by wardens on {}.", "5 April"),
        ("The herring barge was seized by wardens on {}.", "5 April"),
        ("Bailiffs arrested the smuggling cellist on {}.", "4 April"),
        ("A cellist accused of smuggling was arrested by bailiffs on {}.", "5 April"),
    )
    reports = [Report(text.format(day), days=((day, f"2031-04-0{day[0]}"),)) for text, day in texts]
    told = [d.sides for d in dated_deeds(scene_of(telling(*reports)))]
    where = [[(words, [c.document for c in claims]) for words, claims in sides] for sides in told]
    assert where == [
        [("4 April", ["d0"]), ("5 April", ["d1", "d2"])],
        [("4 April", ["d3"]), ("5 April", ["d4"])],
    ]


def test_a_rewriting_may_change_the_day() -> None:
    reports = [
        Report(f"Wardens impounded the herring barge on {n} April.", days=((f"{n} April", f"2031-04-0{n}"),))
        for n in (4, 5)
    ]
    assert len(list(dated_deeds(scene_of(telling(*reports, one_witness=True))))) == 1


def test_the_day_of_an_ultimatum_is_not_the_day_it_ends() -> None:
    texts = (
        "On {} the abbess gave the herring guild an ultimatum by letter.",
        "The herring guild spoke of the letter of the abbess on {} and of her ultimatum.",
    )
    days = zip(texts, ("4 April", "5 April"), strict=True)
    reports = [Report(text.format(day), days=((day, f"2031-04-0{day[0]}"),)) for text, day in days]
    assert not list(dated_deeds(scene_of(telling(*reports))))


def test_a_deed_told_on_three_days_is_one_difference() -> None:
    reports = [
        Report(f"Wardens impounded the herring barge on {n} April.", days=((f"{n} April", f"2031-04-0{n}"),))
        for n in (4, 5, 6)
    ]
    scene = scene_of(telling(*reports))
    assert [[says for says, _ in d.sides] for d in dated_deeds(scene)] == [["4 April", "5 April", "6 April"]]
    assert [len(sides) for kind, sides in found(*reports) if kind == "date"] == [3]


def test_of_many_deeds_those_told_otherwise_are_laid_beside_each_other() -> None:
    """Seventy tellings of other deeds in the first reports do not hide two that clash in the last."""
    sealed = [
        Report("The wardens sealed the tollhouse gate on 1 April.", days=(("1 April", "2031-04-01"),))
        for _ in range(70)
    ]
    clash = (
        Report("Ruthen bailiffs sealed the Orsa sluice on 8 April.", days=(("8 April", "2031-04-08"),)),
        Report("The sluice at Orsa was closed by bailiffs on 9 April.", days=(("9 April", "2031-04-09"),)),
    )
    assert len(list(dated_deeds(scene_of(telling(*sealed, *clash))))) == 1


def test_a_deed_told_by_the_way_has_no_day() -> None:
    """What only says who is meant, or why, did not happen on the day of the sentence."""
    one = "The choir of Orsa sang on Monday because the guild had sacked the warden Pell Arno."
    two = "A letter for Pell Arno, the sacked warden, was read by the choir of Orsa on Tuesday."
    days = (Report(one, days=(("Monday", "2031-04-07"),)), Report(two, days=(("Tuesday", "2031-04-08"),)))
    assert list(dated_deeds(scene_of(telling(*days)))) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Wardens impounded the herring barge on {}.", "Another herring barge was impounded by wardens on {}."),
        ("Wardens impounded a second herring barge on {}.", "The herring barge was impounded by wardens on {}."),
    ],
)
def test_another_deed_has_a_day_of_its_own(one: str, two: str) -> None:
    reports = [
        Report(text.format(day), days=((day, f"2031-04-0{day[0]}"),))
        for text, day in ((one, "4 April"), (two, "5 April"))
    ]
    assert [kind for kind, _ in found(*reports) if kind == "date"] == []


def test_two_persons_resign_on_two_days() -> None:
    reports = (
        Report(
            "Treasurer Oda Fenn resigned from the Larn harbour board on 8 April.",
            days=(("8 April", "2031-04-08"),),
            who=(("Oda Fenn", "person"),),
        ),
        Report(
            "Warden Pell Arno resigned from the Larn harbour board on 9 April.",
            days=(("9 April", "2031-04-09"),),
            who=(("Pell Arno", "person"),),
        ),
    )
    assert list(dated_deeds(scene_of(telling(*reports)))) == []
