"""What agreements and offers do by themselves."""

import pytest

from tidings.grammar.events.told_outcomes import found_in


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        pytest.param("The truce collapsed.", ["breached"], id="plain"),
        pytest.param("A month-old truce has already collapsed.", ["breached"], id="an adverb that is sure"),
        pytest.param("In May the truce between the clans collapsed into gunfire.", ["breached"], id="behind a date"),
        pytest.param("The truce, signed in May, collapsed on Sunday.", ["breached"], id="an aside"),
        pytest.param("The guild said the pact was dead.", ["breached"], id="what a party says"),
        pytest.param("Fish pact falls apart", ["breached"], id="a headline"),
        pytest.param("The pact fell apart two days later.", ["breached"], id="days later"),
        pytest.param("The plan fell apart at once.", ["lapsed"], id="a plan was never made"),
        pytest.param("The ceasefire had survived barely an hour.", ["breached"], id="barely an hour"),
        pytest.param("The vow was broken.", ["breached"], id="a vow"),
        pytest.param("The truce, signed while the town lay in ruins, is the third.", [], id="what lay is the town"),
        pytest.param("The mill behind the deal collapsed.", [], id="what collapsed is the mill"),
        pytest.param("Talks on a treaty broke down.", [], id="what broke down is the talks"),
        pytest.param("The treaty brought calm while the dam broke down.", [], id="what broke down is the dam"),
        pytest.param("The treaty broke down barriers.", [], id="it broke something down"),
        pytest.param("The deal was broken down into phases.", [], id="broken into phases"),
        pytest.param("The deal is broken down by year.", [], id="broken down by year"),
        pytest.param("The truce almost collapsed.", [], id="almost"),
        pytest.param("The truce nearly broke down on Sunday.", [], id="nearly"),
        pytest.param("The truce has all but collapsed.", [], id="all but"),
        pytest.param("The truce reportedly collapsed.", [], id="reportedly"),
        pytest.param("The truce has not collapsed.", [], id="has not"),
        pytest.param("Fears grew that the truce had collapsed.", [], id="fears"),
        pytest.param("The envoy denied that the truce had collapsed.", [], id="denied"),
        pytest.param("The envoy warned that the truce was dead.", [], id="warned"),
        pytest.param("The truce could have collapsed.", [], id="could have"),
        pytest.param("The truce seemed to have collapsed.", [], id="seemed to"),
        pytest.param("If the truce collapsed, trade would stop.", [], id="if"),
        pytest.param("The deal collapses if the rains fail.", [], id="if behind it"),
        pytest.param("There is no sign that the truce has collapsed.", [], id="no sign"),
        pytest.param("Has the deal collapsed? The truce collapsed?", [], id="a question"),
        pytest.param("The truce, the envoy feared, collapsed.", [], id="feared in an aside"),
        pytest.param("Before the truce collapsed, rice came in.", [], id="before"),
        pytest.param("The truce has survived for three days.", [], id="survives"),
        pytest.param("The truce held for five days and was extended.", [], id="held for days"),
        pytest.param("The truce lasted two days, as planned.", [], id="as long as was meant"),
        pytest.param("The treaty does not hold firms liable.", [], id="holds whom"),
        pytest.param("The demand collapsed.", [], id="a demand has no end of its own"),
        pytest.param("The deal has fallen through.", ["withdrawn"], id="fell through"),
        pytest.param("The offer was pulled on Sunday.", ["withdrawn"], id="pulled"),
        pytest.param("The deal was pulled off on Sunday.", [], id="pulled off"),
        pytest.param("The deal fell through the net of rules.", [], id="through something"),
        pytest.param("The offer, made when the bridge was shelved, stands.", [], id="what was shelved is the bridge"),
        pytest.param("The guild denied that the deal had fallen through.", [], id="denied to have fallen through"),
    ],
)
def test_what_ends_by_itself(text, outcomes):
    assert [outcome for outcome, *_ in found_in(text)] == outcomes
