"""Whom a role without a name means: by what the text says of each chain, by tables and by meaning."""

import pytest

TOLD = "It rained all day. The harbour was closed. "


def meant(read, text, role):
    """The name of the chain that the last such words are in; None where it has none."""
    reading = read(text)
    at = [m.form == "nominal" and m.span.start == text.rindex(role) for m in reading.mentions].index(True)
    chain = next((c for c in reading.chains if at in c.mentions), None)
    return chain.name if chain is not None and chain.named else None


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        pytest.param(
            "Judge Ada Berg heard Karl Ruhl. Ruhl was calm. Reporters waited. The judge left early.",
            "The judge",
            "Ada Berg",
            id="title",
        ),
        pytest.param(
            "A judge heard Karl Ruhl on Monday. Ruhl was calm. The judge left early.",
            "The judge",
            None,
            id="brought in",
        ),
        pytest.param(
            "Ada Berg came with her husband, Karl Berg. Peter Sand waited. Ada Berg thanked her husband.",
            "her husband",
            "Karl Berg",
            id="told whose",
        ),
        pytest.param("Ada Berg met Karl Ruhl. Ruhl spoke. They asked the pope.", "the pope", None, id="told of nobody"),
        pytest.param(
            "The Upper Harbour Board of Lund met. Ada Berg will ask the Baltic board for a loan.",
            "the Baltic board",
            None,
            id="another's by its name",
        ),
        pytest.param(
            "The State Department spoke to Ada Berg. Togo's state ATPX news agency said so.",
            "Togo's state ATPX news agency",
            None,
            id="named within",
        ),
        pytest.param(
            "Reporters asked the mayor of Lund. Ada Berg came to Lund.", "the mayor of Lund", None, id="not who is near"
        ),
        pytest.param(
            TOLD + "Voters in Ohio went to the polls. Ohio was calm. Rain fell across the state.",
            "the state",
            "Ohio",
            id="state",
        ),
        pytest.param(
            "A French minister spoke. Minister Karl Ruhl said it was late. Ruhl said no more. He left. The European diplomat spoke.",
            "The European diplomat",
            None,
            id="a wider word with words of its own",
        ),
        pytest.param(
            "Minister Karl Ruhl said it was late. A European diplomat spoke. Ruhl said no more. He left. The diplomat stayed.",
            "The diplomat",
            None,
            id="who was last called so",
        ),
        pytest.param(
            TOLD + "Reuters was there. Reuters saw it all. Togo's news agency denied it.",
            "Togo's news agency",
            None,
            id="no state's agency",
        ),
        pytest.param(
            TOLD + "NATO sent ships. Norway thanked NATO. The alliance said so on Monday.",
            "The alliance",
            "NATO",
            id="called",
        ),
    ],
)
def test_a_role_means_the_chain_that_the_text_says_is_such_a_one(read, text, role, name):
    assert meant(read, text, role) == name
