"""English is told from other languages by its function words."""

import pytest

from tidings.text.language import foreign

ENGLISH = "The minister said on Monday that the talks would go on in the capital and that there was no reason to wait."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, None, id="English"),
        pytest.param(
            "Der Minister sagte am Montag, dass die Gespräche in der Hauptstadt weitergehen und es keinen Grund gibt.",
            "German",
            id="German",
        ),
        pytest.param(
            "Le ministre a dit lundi que les discussions se poursuivront dans la capitale et que rien ne presse pour les deux pays.",
            "French",
            id="French",
        ),
        pytest.param(
            "El ministro dijo el lunes que las conversaciones seguirán en la capital y que no hay por qué esperar más a los demás.",
            "Spanish",
            id="Spanish",
        ),
        pytest.param(
            "Министр сказал в понедельник, что переговоры продолжатся в столице.", "Cyrillic script", id="Cyrillic"
        ),
        pytest.param("部長は月曜日に、首都での協議は続くと述べた。", "Cjk script", id="Japanese"),
        pytest.param("Talks go on", None, id="too short to tell"),
        pytest.param(ENGLISH + " Министр сказал.", None, id="English with some Russian"),
        pytest.param("Final score\nReferee told\nGhana 3 Peru 2\n" * 30, None, id="a table has no function words"),
        pytest.param("\n".join(f"Minister met talks {n}" for n in range(20_000)), None, id="20,000 short lines"),
        pytest.param(
            "Waziri alisema Jumatatu kwamba mazungumzo yataendelea katika mji mkuu na hakuna sababu ya kusubiri. " * 4,
            "another language than English",
            id="Swahili",
        ),
        pytest.param("", None, id="empty"),
        pytest.param(
            "La Voz de las Islas, Lanza, 4 de mayo de 2031\n\nPort stays shut\n\nMinister Ana Roldán opened the bridge yesterday evening.",
            None,
            id="English under a Spanish masthead",
        ),
        pytest.param(
            "Dagblad voor het Noorden van Lante, 4 mei 2031\n\nThe ferry to the islands is back in service.",
            None,
            id="English under a Dutch masthead",
        ),
        pytest.param(
            "Lante Herald, 4 May 2031\n\nEl puerto sigue cerrado\n\nLa ministra Ana Roldán abrió ayer el puente de la isla.",
            "Spanish",
            id="Spanish under an English masthead",
        ),
    ],
)
def test_a_foreign_text_is_told_by_its_function_words(text, language):
    assert foreign(text) == language
