"""Who does what a clause tells, and to whom: by READ, on sentences of this project."""

import pytest

from tests.stages.read.conftest import names, told


def of_type(text, type_, trigger):
    """The act of a type at a word, with actors and recipients by name."""
    reading = told(text)
    found = [
        e for e in reading.events if e.type == type_ and reading.document.text[e.trigger.start :].startswith(trigger)
    ]
    return [(names(reading, e.actors), names(reading, e.recipients)) for e in found]


ROWS = [
    (
        "Norway has given Portugal until 15 May to release the tanker Maren, detained at Faro since Tuesday.",
        "COERCE",
        "detained",
        [([], ["Maren"])],
        "who-asks-for-it-did-not-take-it",
    ),
    (
        "The guards have released the ferry Sigyn, seized off Oslo on Monday.",
        "COERCE",
        "seized",
        [([], ["Sigyn"])],
        "who-lets-go-did-not-seize",
    ),
    (
        "Norway suspended on Friday the salmon accord with Portugal, announced in Oslo the minister, Mrs. Eva Lund.",
        "SANCTION",
        "suspended",
        [(["Norway"], ["Portugal"])],
        "who-announces-it-suffers-nothing",
    ),
    (
        "The Reed Guard claimed responsibility for the bombing in Lagoa on Monday.",
        "ASSAULT",
        "bombing",
        [(["Reed Guard"], ["Lagoa"])],
        "claims-responsibility",
    ),
    (
        "A group calling itself the Reed Guard claimed the bombing in Lagoa on Monday.",
        "ASSAULT",
        "bombing",
        [(["Reed Guard"], ["Lagoa"])],
        "calls-itself",
    ),
    (
        "Nobody has claimed responsibility for the bombing in Lagoa on Monday.",
        "ASSAULT",
        "bombing",
        [([], ["Lagoa"])],
        "nobody-claims-it",
    ),
    (
        "The strike, which the Tanners' Union had called in May, began on Monday.",
        "PROTEST",
        "strike",
        [(["Tanners' Union"], [])],
        "who-called-the-strike",
    ),
    (
        "A strike called by the Tanners' Union began on Monday.",
        "PROTEST",
        "strike",
        [(["Tanners' Union"], [])],
        "called-by",
    ),
    (
        "Foreign Minister Eva Lund of Norway warned that Norway would close the strait unless the fee was lowered by Chile.",
        "THREATEN",
        "warned",
        [(["Eva Lund"], [])],
        "unless-something-is-done",
    ),
    (
        "Foreign Minister Eva Lund of Norway said Chile was hiding a spy and recalled Norway's ambassador on Friday.",
        "SANCTION",
        "recalled",
        [(["Norway"], [])],
        "whose-ambassador-it-is",
    ),
    (
        "Norway dismissed rumours that it had summoned the Chilean ambassador.",
        "ACCUSE",
        "summoned",
        [(["Norway"], ["Chilean ambassador"])],
        "the-perfect-behind-a-noun",
    ),
    (
        "The tale that Norway had deported two Chilean monks was untrue.",
        "COERCE",
        "deported",
        [(["Norway"], ["Chilean"])],
        "the-perfect-behind-a-tale",
    ),
    (
        "Norwegian Foreign Minister Eva Lund denied that any prisoner had been exchanged.",
        "RETREAT",
        "exchanged",
        [(["Norwegian"], [])],
        "the-state-not-its-minister",
    ),
    (
        "Eva Lund, the foreign minister of Norway, said in Oslo that her country would bar Portuguese cork from 31 May unless the duty was lowered.",
        "THREATEN",
        "bar",
        [(["Eva Lund"], ["Portuguese"])],
        "the-minister-threatens",
    ),
    (
        "Eva Lund, the foreign minister of Norway, said that Norway had rejected the Portuguese offer.",
        "REJECT",
        "rejected",
        [(["Norway"], ["Portuguese"])],
        "the-minister-only-tells",
    ),
    (
        "Portuguese customs cutters seized a Norwegian freighter off Madeira on Saturday.",
        "COERCE",
        "seized",
        [(["Portuguese"], ["Norwegian"])],
        "a-state-s-ships",
    ),
    (
        'Norway\'s railway office, which owns the bridge, offered to "lend a crane" for the week, an offer that nobody answered.',
        "AGREE",
        "offered",
        [(["Norway's railway office"], [])],
        "the-past-behind-a-clause",
    ),
    (
        "Talks to share the Lima-Santiago cable began on Monday in Oslo.",
        "CONSULT",
        "Talks",
        [([], [])],
        "ends-of-a-line",
    ),
]


@pytest.mark.parametrize(("text", "type_", "trigger", "parties"), [pytest.param(*r[:4], id=r[4]) for r in ROWS])
def test_who_does_what_to_whom(text, type_, trigger, parties):
    assert of_type(text, type_, trigger) == parties


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Norway spoke. Norway waits. Police arrested nine men in Bergen.", ["Norway"], id="its-own-town"),
        pytest.param(
            "Norway spoke. Norway waits. Police arrested nine men near the embassy in Bulawayo.",
            [],
            id="another-s-town",
        ),
    ],
)
def test_police_are_of_the_state_in_whose_town_they_are(text, who):
    reading = told(text)
    acts = [e for e in reading.events if text[e.trigger.start : e.trigger.end] == "arrested"]
    assert [
        [reading.chains[p.chain].name for p in e.actors if reading.chains[p.chain].kind == "country"] for e in acts
    ] == [who]


def test_a_pronoun_that_a_quotation_leaves_open_does_nothing():
    reading = told(
        "Chad freed two of three drivers on Friday, hours after ministers met in Sarh. The third, Kofi Sarpo, is to be "
        "charged with theft, Adjavon said.\nOsei said Niger would reopen the ferry on Monday. She dismissed reports that "
        "Niamey had paid a ransom."
    )
    denials = [e for e in reading.events if e.dealing == "denial"]
    (said,) = [q for q in reading.quotes if any(q.cue is not None and q.cue.meets(e.trigger) for e in denials)]
    assert said.speaker is None
    assert [p.chain for e in denials for p in e.actors] == [None]
