"""Pairs of one utterance in other words, and pairs of one speaker on one topic that are two utterances."""

import pytest

from tidings.grammar.quotes.same_statement import Said, compare
from tidings.text.likeness import root

LEAST_RECALL = 0.85
LEAST_PRECISION = 0.95

RENDERINGS = [
    ("We do not need their permission to sail here.", "To sail in these waters we require nobody's permission"),
    ("The bridge will be repaired before the first snow.", "We will mend the bridge before the first snow falls"),
    ("No one will be left without bread this winter.", "Nobody will remain without bread this winter"),
    ("Our patience has limits.", "There are limits to our patience"),
    ("They came as guests and left as thieves.", "They arrived as guests and went away like thieves"),
    ("The miners are not criminals.", "Miners are no criminals"),
    ("A wall never fed anyone.", "No one was ever fed by a wall"),
    ("Whoever fires first will regret it.", "The one who shoots first is going to be sorry"),
    ("that the port would be handed back by June", "The port is going to be returned by June."),
    ("that the dam was older than the republic itself", "This dam is older than our republic"),
    (
        "that the treaty on fishing rights, signed in 1998, had been breached",
        "the fishing rights treaty of 1998 was violated",
    ),
    ("that grain prices had doubled since the spring", "Since spring the price of grain has doubled,"),
    (
        "We are willing to release the sailors if their captain apologises.",
        "We are prepared to free the seamen provided the captain says sorry",
    ),
    ("The tanks must withdraw behind the river.", "The tanks have to pull back beyond the river"),
    ("I will not sit at one table with bandits.", "I am not going to sit down at the same table as bandits"),
    ("This is not a negotiation, it is blackmail.", "It is blackmail and not negotiations"),
    ("Our doctors are working day and night.", "The doctors work around the clock, day and night"),
    (
        "We will not pay a single coin for gas we did not receive.",
        "For gas that we never got we shall not pay one coin",
    ),
    ("that the idea of the summit had come from the Norwegian side", "the summit was Norway's idea"),
    ("that the camp had to be shut within a month", "The camp must be closed in a month's time."),
    ("The election was stolen.", "They stole the election from us"),
    (
        "that she had received no invitation to the funeral",
        "I never got an invitation to the funeral",
    ),
    (
        "We want neighbours, not masters.",
        "What we want is neighbours and not masters",
    ),
    ("The embargo is a mistake that will cost us dearly.", "This embargo is an error, and we shall pay dearly for it"),
    ("that the pilots had strayed by mistake", "Our pilots lost their way by mistake"),
    (
        "Honesty is cheaper than war.",
        "It is cheaper to be honest than to wage war",
    ),
    (
        "We have begun to vaccinate all children in the camps.",
        "that vaccination of all children in the camps had started",
    ),
    ("The ship will not enter our harbour.", "We will not let this vessel into our port"),
    (
        "They asked for money, and we gave them our hand.",
        "They requested money; we offered them a hand",
    ),
    ("Ours is a small country but a proud one.", "that the country was small but proud"),
    ("We will rebuild every school that was burnt.", "Each school which was burned is going to be rebuilt by us"),
    ("The negotiators have not slept for two nights.", "For two nights our negotiators did not sleep"),
    ("that the fleet would be home before Christmas", "The fleet will return home by Christmas."),
    ("He who sows mines will harvest widows.", "Those who sow mines reap widows"),
    ("We cannot eat promises.", "Promises cannot be eaten"),
    (
        "that two of the generals had been dismissed for cowardice",
        "Two generals were sacked because they were cowards.",
    ),
    (
        "The island belongs to its inhabitants and to nobody else.",
        "This island is the property of the people who live there, and no one else's",
    ),
    ("I have never met this man.", "I never saw that man in my life"),
    ("The sanctions hit the poor, not the palace.", "Sanctions strike poor people and not the palace"),
    ("We need deeds, not words.", "What we need is not words but deeds."),
    ("that the vaccine would be given free of charge", "The vaccine will be free"),
    (
        "Whoever wants to come by the front door is welcome.",
        "Anybody who comes through the front door will be welcomed",
    ),
    ("A hungry child has no flag.", "A child that is starving has no flag"),
    ("The road to the airport is in our hands.", "We hold the road leading to the airport"),
    ("that the parliament had been misled about the contract", "Parliament was deceived over the contract,"),
]

OTHERS = [
    ("The bridge will be repaired before the first snow.", "The bridge was blown up by saboteurs."),
    ("The bridge will be repaired before winter.", "The repair of the bridge cost nine million crowns."),
    ("No one will be left without bread this winter.", "Bread will be rationed from January."),
    ("Our patience has limits.", "We have shown great patience."),
    ("The miners are not criminals.", "The miners will return to work on Monday."),
    ("Whoever fires first will regret it.", "We regret the shots that were fired."),
    ("that the port would be handed back by June", "that the port had handled a million tonnes by June"),
    ("that grain prices had doubled since the spring", "that grain exports would resume in spring"),
    ("We are willing to release the sailors.", "The sailors are in good health."),
    ("that the sailors were in good health", "that the sailors had entered the waters without leave"),
    ("The tanks must withdraw behind the river.", "Our tanks have crossed the river."),
    ("I will not sit at one table with bandits.", "The table is laid for everyone who wants peace."),
    ("Our doctors are working day and night.", "Two of our doctors were wounded last night."),
    ("We will not pay for gas we did not receive.", "The price of gas is too high."),
    ("that the summit had been Norway's idea", "that the summit would be held in Norway"),
    ("that the camp had to be shut within a month", "that the camp housed nine thousand people"),
    ("The election was stolen.", "The election will be held in May."),
    ("We will welcome election observers.", "We do not recognise this election."),
    ("We want neighbours, not masters.", "We want good relations with all neighbours."),
    ("The embargo is a mistake.", "The embargo will be extended by six months."),
    ("that the embargo would stay in force", "that the embargo covered weapons alone"),
    ("The pilots had strayed by mistake.", "The pilots were questioned for six hours."),
    ("We have begun to vaccinate all children in the camps.", "There are nine hundred children in the camps."),
    ("The ship will not enter our harbour.", "The ship carries no weapons."),
    ("The ceasefire holds along the entire front.", "The ceasefire ends at midnight."),
    ("We call on both sides to lay down their arms.", "We call on both sides to let aid convoys pass."),
    ("The talks were open and useful.", "The talks will go on next week."),
    ("The minister will travel to Oslo on Friday.", "The minister will travel to Madrid in autumn."),
    ("We have sent six planes with medicine.", "We have sent a letter to the Security Council."),
    ("The company will build two reactors.", "The company will pay two hundred million in damages."),
    ("We will rebuild every school that was burnt.", "Twelve schools were burnt last week."),
    ("The negotiators have not slept for two nights.", "The negotiators will meet again in two weeks."),
    ("that the fleet would be home before Christmas", "that the fleet had six ships"),
    ("that two of the generals had been dismissed for cowardice", "that the generals had asked for more troops"),
    ("The island belongs to its inhabitants and to nobody else.", "The island has four thousand inhabitants."),
    ("The sanctions hit the poor, not the palace.", "The sanctions will be lifted in stages."),
    ("We need deeds, not words.", "We need more time."),
    ("that the vaccine would be given free of charge", "that the vaccine had been tested on nine thousand people"),
    ("A hungry child has no flag.", "No child should go to war."),
    ("The road to the airport is in our hands.", "The road to the port has been mined."),
    (
        "that the parliament had been misled about the contract",
        "that parliament would vote on the contract on Thursday",
    ),
    ("We signed the treaty in good faith.", "We will not sign the treaty."),
    ("The border will be opened on Monday.", "The border guards have been doubled."),
    ("Russia must withdraw its troops from the border.", "Russia has moved new troops to the border."),
    ("Iran will answer the attack on its embassy.", "The attack on the embassy killed three Iranians."),
]


def said(name: str, text: str) -> Said:
    """A clause or quotation of one known speaker, each in a document of its own."""
    kind = "indirect" if text.startswith("that ") else "direct"
    return Said(name, name, name, text.removeprefix("that "), kind, "speaker", "person", ())


def taken_for_one(a: str, b: str) -> bool:
    found = compare(said("a", a), said("b", b))
    return found is not None and found.relation == "same"


def test_renderings_are_found_and_others_are_not() -> None:
    """Most renderings are found, and what is found is nearly always one utterance."""
    hits = [pair for pair in RENDERINGS if taken_for_one(*pair)]
    wrong = [pair for pair in OTHERS if taken_for_one(*pair)]
    assert len(hits) >= LEAST_RECALL * len(RENDERINGS), [pair for pair in RENDERINGS if pair not in hits]
    assert len(hits) >= LEAST_PRECISION * (len(hits) + len(wrong)), wrong


@pytest.mark.parametrize(("a", "b"), RENDERINGS[:8], ids=[a[:24] for a, _ in RENDERINGS[:8]])
def test_order_of_the_two_is_nothing(a: str, b: str) -> None:
    """The verdict does not hang on which comes first."""
    assert taken_for_one(a, b) == taken_for_one(b, a)


def test_own_words_frame_and_open_speaker() -> None:
    """A frame such as "I told them that …" is no part of what is said; wordings nearly the same need no known speaker."""
    assert taken_for_one("I told the generals that bridges are not toys.", "Bridges are not toys, and I told them so.")
    one = said("a", "A lantern is no lighthouse and a ferry is no fleet")
    other = Said("b", "b", "b", "A lantern is not a lighthouse nor a ferry a fleet", "direct", None, "unknown", ())
    assert compare(one, other) is not None


@pytest.mark.parametrize(
    ("form", "base"),
    [("stolen", "steal"), ("fought", "fight"), ("thieves", "thief"), ("men", "man")],
)
def test_irregular_forms_meet_their_base(form: str, base: str) -> None:
    """A form and its base have one root."""
    assert root(form) == root(base)
