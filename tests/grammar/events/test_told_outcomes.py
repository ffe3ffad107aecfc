"""What a text tells of the fate of an offer or demand that it names, and which dealing that is of."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tidings.grammar.events.dealing_fates import fates_of
from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.told_outcomes import fates, found_in
from tidings.model import Anchor, Entity, Span

LANDS = {"Chile": "CHL", "Ghana": "GHA", "Peru": "PER"}


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        pytest.param("Ghana accepted Chile's offer.", ["accepted"], id="accepted an offer"),
        pytest.param("Chile offered a loan, an idea that Ghana brushed aside.", ["rejected"], id="an idea that"),
        pytest.param("Ghana turned down on Friday a Chilean demand for rice.", ["rejected"], id="a day between"),
        pytest.param("The demand was dropped after a call.", ["withdrawn"], id="passive"),
        pytest.param("Chile made good on its word.", ["kept"], id="its word"),
        pytest.param("The deadline of 4 May has passed without an answer.", ["lapsed"], id="a deadline that passed"),
        pytest.param("The offer had been made in May and had gone unanswered.", ["lapsed"], id="unanswered"),
        pytest.param("The threat of a boycott is off the table.", ["withdrawn"], id="off the table"),
        pytest.param("The offer of a loan found no takers.", ["lapsed"], id="no takers"),
        pytest.param(
            "Its appeal drew no reply; a second plea went nowhere.", ["lapsed", "lapsed"], id="two to nowhere"
        ),
        pytest.param("THE DEADLINE HAS PASSED.", ["lapsed"], id="in capitals"),
        pytest.param("Chile was blamed for failing to honour its pact.", ["breached"], id="failing to honour"),
        pytest.param("Ghana spoke of a violation by Chile of the accord.", ["breached"], id="a violation of"),
        pytest.param("Ghana poured cold water on the proposal.", ["rejected"], id="cold water"),
        pytest.param("Ghana said yes on Sunday.", ["accepted"], id="said yes"),
        pytest.param("Ghana said no invitation had come.", [], id="said no thing"),
        pytest.param("Ghana accepted with thanks.", ["accepted"], id="accepted with thanks"),
        pytest.param("Ghana turned it down.", ["rejected"], id="turned it down"),
        pytest.param("The guild would have none of it.", ["rejected"], id="none of it"),
        pytest.param("Ghana declined, citing the rain, to send a float.", [], id="declined something of its own"),
        pytest.param("Ghana declined politely to dance.", [], id="declined something of its own, at once"),
        pytest.param("Ghana declined, citing the rain.", ["rejected"], id="declined with a reason"),
        pytest.param("Ghana has not accepted.", [], id="not accepted yet"),
        pytest.param("Ghana has not accepted the offer.", [], id="not yet"),
        pytest.param("Ghana was urged to accept the offer.", [], id="only urged"),
        pytest.param("No such request was granted.", [], id="no such request"),
        pytest.param("Ghana accepted the prize.", [], id="no dealing"),
        pytest.param(
            "The ban followed the expiry of an two-week ultimatum.", ["rejected"], id="expiry of an ultimatum"
        ),
        pytest.param("Its ultimatum ran out on Sunday.", ["rejected"], id="an ultimatum that ran out"),
        pytest.param("In Lima the demand was turned down.", ["rejected"], id="passive behind a place"),
        pytest.param("Whether the demand was dropped is not known.", [], id="whether"),
        pytest.param("Ghana turned the offer down.", ["rejected"], id="an offer between verb and particle"),
        pytest.param("The truce did not hold.", ["breached"], id="did not hold"),
        pytest.param("Their ceasefire lasted only two days.", ["breached"], id="lasted two days"),
        pytest.param("The truce, signed while the town lay in ruins, holds.", [], id="another subject in an aside"),
        pytest.param("The truce signed while the town lay in ruins holds.", [], id="another subject"),
        pytest.param("The truce almost collapsed.", [], id="almost"),
        pytest.param("Fears grew that the truce had collapsed.", [], id="feared only"),
        pytest.param("Ghana denied that the truce had collapsed.", [], id="denied"),
        pytest.param("The truce has survived three days.", [], id="survived so far"),
        pytest.param("The truce survived barely three days.", ["breached"], id="survived barely"),
        pytest.param("The plan was broken down into phases.", [], id="broken down into"),
        pytest.param("The plan has broken down into phases.", [], id="has broken down into"),
        pytest.param("The truce between Peru and Chile collapsed.", ["breached"], id="a truce between two"),
        pytest.param("The truce, agreed in May, has collapsed.", ["breached"], id="with an aside"),
        pytest.param("Ghana failed to pay as promised.", [], id="failed to, as promised"),
        pytest.param("Ghana has yet to open the port, as promised.", [], id="yet to, as promised"),
        pytest.param("Ghana stopped short of opening the port, as demanded.", [], id="short of it"),
        pytest.param("Ghana set the same terms as agreed.", [], id="the same as agreed"),
        pytest.param("The deal has fallen through.", ["withdrawn"], id="fell through"),
        pytest.param("The offer no longer stands.", ["withdrawn"], id="no longer stands"),
        pytest.param("Ghana let the deadline pass.", ["lapsed"], id="let it pass"),
        pytest.param("Ghana closed the port, as it had warned.", ["kept"], id="as it had warned"),
        pytest.param("Ghana freed the crew, as Chile had demanded.", ["accepted"], id="as was demanded"),
        pytest.param("Ghana would close the port, as it had warned.", [], id="would, as it had warned"),
        pytest.param("Ghana said on Monday that it would comply.", ["accepted"], id="would comply"),
        pytest.param("The firm, which sits in Lima, refused.", ["rejected"], id="aside before the verb"),
        pytest.param("Ghana walked away from the offer.", ["rejected"], id="walked away"),
        pytest.param("It moved the deadline, which would have passed at noon.", [], id="would have passed"),
        pytest.param("Backers of the offer were rejected.", [], id="who backs it"),
        pytest.param("The pact, made when the dam was broken, holds.", [], id="what was broken is a dam"),
        pytest.param("The threat to cut rice exports has been withdrawn.", ["withdrawn"], id="a threat to do"),
        pytest.param("The pact was dropped off at noon.", [], id="dropped off"),
    ],
)
def test_what_became_of_something_named(text, outcomes):
    assert [outcome for outcome, *_ in found_in(text)] == outcomes


def story(*texts):
    entities = []
    for name, land in LANDS.items():
        at = [(str(d), n) for d, text in enumerate(texts) for n in range(len(text)) if text.startswith(name, n)]
        mentions = tuple(Anchor(d, n, n + len(name), name) for d, n in at)
        entities.append(Entity(name, name, "country", (name,), land, None, mentions))
    return StorySides.of(entities, [])


def reading(number, text):
    ends = [n + 1 for n in range(len(text)) if text[n] == "."]
    sentences = tuple(Span(a, b) for a, b in zip([0, *ends], ends, strict=False))
    return SimpleNamespace(document=SimpleNamespace(id=str(number), text=text), sentences=sentences)


def dealing(kind, from_, to, state="open"):
    return SimpleNamespace(id=kind, kind=kind, from_=from_, to=to, state=state, why=())


def telling(read, act, about):
    text, clause = read.document.text, next(s for s in read.sentences)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (act, about)]
    mention = SimpleNamespace(trigger=spans[0], about=spans[1], clause=clause)
    return SimpleNamespace(document=read.document.id, reading=read, mention=mention)


OFFER = "Chile offered Ghana a loan of rice."


@pytest.mark.parametrize(
    ("later", "days", "state"),
    [
        pytest.param("Ghana accepted Chile's offer of rice.", ("2031-05-01", "2031-05-03"), "accepted", id="later"),
        pytest.param("Ghana accepted Chile's offer of rice.", ("2031-05-03", "2031-05-01"), None, id="told before"),
        pytest.param("Ghana accepted Peru's offer of rice.", ("2031-05-01", "2031-05-03"), None, id="another's"),
        pytest.param(
            "Peru rejected Chile's offer of rice.", ("2031-05-01", "2031-05-03"), None, id="not who was asked"
        ),
        pytest.param("Ghana rejected the offer.", ("2031-05-01", "2031-05-03"), None, id="nothing in common"),
        pytest.param("Ghana rejected Chile's demand for rice.", ("2031-05-01", "2031-05-03"), None, id="another kind"),
    ],
)
def test_which_dealing_it_is_of(later, days, state):
    first, second = reading(0, OFFER), reading(1, later)
    sides = story(OFFER, later)
    told = [(dealing("offer", "Chile", "Ghana"), [telling(first, "offered", "a loan of rice")])]
    found = fates_of(sides, told, list(fates(sides, second)), dict(zip("01", days, strict=True)))
    assert (found["offer"].outcome if found else None) == state


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        pytest.param("Ghana consented.", "accepted", id="who was asked"),
        pytest.param("The king of Ghana consented.", "accepted", id="who governs"),
        pytest.param("Bakers in Ghana consented.", None, id="who lives there"),
        pytest.param("Lovers of Ghana consented.", None, id="who loves it"),
        pytest.param("A day later Ghana consented.", "accepted", id="a day later"),
        pytest.param("On Monday the foreign minister of Ghana consented.", "accepted", id="a minister on a day"),
        pytest.param("The rain that soaked Ghana relented.", None, id="what soaked it"),
        pytest.param("The dam feeding Ghana gave way.", None, id="what feeds it"),
        pytest.param("Rice prices, so vital to Ghana, relented.", None, id="prices"),
    ],
)
def test_who_answers_for_a_state(answer, state):
    text = f"{OFFER} {answer}"
    read, sides = reading(0, text), story(text)
    read.sentences = (Span(0, len(OFFER)), Span(len(OFFER) + 1, len(text)))
    told = [(dealing("offer", "Chile", "Ghana"), [telling(read, "offered", "a loan of rice")])]
    found = fates_of(sides, told, list(fates(sides, read)), {"0": "2031-05-01"})
    assert (found["offer"].outcome if found else None) == state


@pytest.mark.parametrize(
    ("text", "by", "whose"),
    [
        pytest.param("Ghana, which knows Peru well, refused Chile's offer.", "GHA", "CHL", id="named aside"),
        pytest.param("Ghana refused Chile's offer.", "GHA", "CHL", id="plain"),
        pytest.param("Peru was accused of a breach of the accord.", None, None, id="no party of the accord named"),
    ],
)
def test_who_decides_and_whose_it_was(text, by, whose):
    (fate,) = fates(story(text), reading(0, text))
    assert (fate.by, fate.whose) == (by, whose)


def test_nobody_refuses_a_request_of_their_own():
    text = "Ghana refused its request for rice."
    sides = story(text)
    sides = StorySides.of(
        [replace(e, mentions=(*e.mentions, Anchor("0", 14, 17, "its"))) for e in sides.entities if e.name == "Ghana"],
        [],
    )
    assert [(f.outcome, f.whose) for f in fates(sides, reading(0, text))] == [("rejected", None)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param(
            "Ghana said yes to an offer. Chile offered a loan on Monday.", "accepted", id="what came of it first"
        ),
        pytest.param(
            "Ghana said yes to an offer of rice. Chile offered a loan on Monday.", None, id="an offer told whole"
        ),
    ],
)
def test_a_report_opens_with_what_came_of_an_offer(text, outcome):
    read, sides = reading(0, text), story(text)
    told = [(dealing("offer", "Chile", None), [telling(read, "offered", "a loan")])]
    found = fates_of(sides, told, list(fates(sides, read)), {"0": "2031-05-01"})
    assert (found["offer"].outcome if found else None) == outcome


@pytest.mark.parametrize(
    ("why", "outcome"),
    [
        pytest.param(("its last day was 2031-05-02; what came of it is not told",), "rejected", id="its day is over"),
        pytest.param(("its last day was 2031-05-20; what came of it is not told",), None, id="its day is to come"),
        pytest.param((), None, id="without a day"),
    ],
)
def test_an_ultimatum_that_ran_out_is_of_the_demand_that_had_a_last_day(why, outcome):
    first, second = reading(0, "Chile demanded the crew."), reading(1, "An ultimatum ran out on Sunday.")
    asked = dealing("demand", "Chile", "Ghana")
    asked.why = why
    told = [(asked, [telling(first, "demanded", "the crew")])]
    sides = story(first.document.text, second.document.text)
    found = fates_of(sides, told, list(fates(sides, second)), {"0": "2031-05-01", "1": "2031-05-04"})
    assert (found["demand"].outcome if found else None) == outcome


def test_an_accord_that_is_broken_is_not_the_promise_to_meet():
    text = "Chile and Ghana agreed to meet on Sunday. Ghana broke the accord within a week."
    read, sides = reading(0, text), story(text)
    told = [(dealing("agreement", "Chile", "Ghana", "accepted"), [telling(read, "agreed", "to meet on Sunday")])]
    assert not fates_of(sides, told, list(fates(sides, read)), {"0": "2031-05-01"})


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        pytest.param("signed", "breached", id="a signed deal is broken"),
        pytest.param("breached", None, id="what is broken stays so"),
    ],
)
def test_a_deal_that_was_made_may_be_broken(state, outcome):
    text = "Chile and Ghana signed a deal on rice. Ghana broke the deal within a week."
    read, sides = reading(0, text), story(text)
    told = [(dealing("agreement", "Chile", "Ghana", state), [telling(read, "signed", "a deal on rice")])]
    found = fates_of(sides, told, list(fates(sides, read)), {"0": "2031-05-01"})
    assert (found["agreement"].outcome if found else None) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("Chile offered a loan. Ghana refused Chile's offer.", "rejected", id="told after it"),
        pytest.param("Ghana refused Chile's offer of rice. Chile offered a loan.", None, id="told before it"),
    ],
)
def test_a_fate_told_before_a_dealing_is_of_another(text, outcome):
    read, sides = reading(0, text), story(text)
    told = [(dealing("offer", "Chile", None), [telling(read, "offered", "a loan")])]
    found = fates_of(sides, told, list(fates(sides, read)), {"0": "2031-05-01"})
    assert (found["offer"].outcome if found else None) == outcome
