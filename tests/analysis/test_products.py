"""Products by onnxruntime's kernels: the bits of a row hang on no other row, and labels are those of BLIS."""

import numpy as np
import pytest
import spacy
from spacy.util import minibatch
from thinc.api import NumpyOps

from tidings.analysis.name_spans import name_spans
from tidings.analysis.parser import pipeline_of
from tidings.analysis.pipelines import PINNED, data_directory
from tidings.analysis.products import Products
from tidings.grammar.unit_spans import unit_spans
from tidings.model import Raw
from tidings.sources import read_inputs
from tidings.stages.read.clean import Clean

FEW = 160  # units that are labelled both ways

# Of the pinned pipeline's layers: columns of a row, rows of weights.
SHAPES = [(384, 288), (288, 288), (96, 64), (64, 128), (128, 64), (96, 49), (64, 86), (96, 1536)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("together", [1, 2, 7, 64])
def test_a_row_is_the_same_wherever_it_stands(shape, together):
    width, count = shape
    draw = np.random.default_rng(7)
    rows = draw.standard_normal((200, width)).astype(np.float32)
    weights = draw.standard_normal((count, width)).astype(np.float32)
    ops = Products()
    whole = ops.gemm(rows, weights, trans2=True)
    for at in range(0, len(rows), together):
        assert ops.gemm(rows[at : at + together], weights, trans2=True).tobytes() == whole[at : at + together].tobytes()
    assert np.allclose(whole, NumpyOps().gemm(rows, weights, trans2=True), atol=1e-3)


def test_it_writes_where_it_is_told_to():
    rows, weights, out = np.eye(3, 4, dtype=np.float32), np.ones((2, 4), np.float32), np.zeros((3, 2), np.float32)
    assert Products().gemm(rows, weights, out=out, trans2=True) is out
    assert out.tolist() == [[1.0, 1.0]] * 3
    assert Products().gemm(rows[:0], weights, trans2=True).shape == (0, 2)


@pytest.fixture(scope="module")
def units(story_folder):
    raws = [found for found in read_inputs([str(story_folder)]) if isinstance(found, Raw)]
    texts = ((r.document.text, r.document) for r in Clean().run(raws))
    return [text[s.start : s.end] for text, document in texts for s in unit_spans(document)][:FEW]


@pytest.fixture(scope="module")
def labels(units):
    def of(nlp, batch):
        found = []
        for docs in minibatch(nlp.pipe(units, batch_size=batch), batch):
            for doc, names in zip(docs, name_spans(nlp, docs), strict=True):
                found.append(([(t.tag_, t.dep_, t.head.i) for t in doc], names))
        return found

    return of


def test_labels_are_those_of_blis(labels):
    plain = spacy.load(data_directory(PINNED), exclude=["attribute_ruler", "lemmatizer"])
    assert labels(pipeline_of(PINNED), 64) == labels(plain, 64)


def test_labels_hang_on_no_batch(labels):
    nlp = pipeline_of(PINNED)
    assert labels(nlp, 1) == labels(nlp, 7) == labels(nlp, 64)
