"""Names decoded here are those of spaCy's own loop."""

import pytest

from tidings.analysis import PINNED
from tidings.analysis.name_spans import name_spans
from tidings.analysis.parser import pipeline_of, prepared

TEXTS = (
    pytest.param("Ada Orlova of the Harbour Board met Tomas Reyes in Lisbon on Monday.", id="persons-bodies-places"),
    pytest.param("About 1,200 people paid $3 million over two years, 40 percent more than in 2019.", id="numbers"),
    pytest.param("He saw Ada\nOrlova. Reyes left for New York City", id="over-an-end-of-a-sentence"),
    pytest.param("The Ministry of  Foreign Affairs said so", id="double-space"),
    pytest.param("Lisbon", id="one-word"),
    pytest.param("", id="empty"),
    pytest.param("   ", id="space-alone"),
    pytest.param("North Sea Fisheries Council", id="name-to-the-end"),
)


def parsed(texts):
    nlp = pipeline_of(PINNED)
    docs = [nlp.get_pipe("ner")(doc) for doc in nlp.pipe(prepared(nlp, texts))]
    return nlp, docs


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_spacys_own(text):
    nlp, docs = parsed([text])
    assert name_spans(nlp, docs) == [[(span.start, span.end, span.label_) for span in doc.ents] for doc in docs]


def test_a_texts_names_hang_on_no_other_text():
    texts = [text for case in TEXTS for text in case.values]
    nlp, docs = parsed(texts)
    assert name_spans(nlp, docs) == [name_spans(nlp, [doc])[0] for doc in docs]
    assert sum(map(len, name_spans(nlp, docs))) > 8
