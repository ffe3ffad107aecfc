"""The public verbs; wires what is below."""

from tidings.engine.acts import Options
from tidings.engine.case import Added, Case, open_case
from tidings.engine.decided import Ruling
from tidings.engine.doctor import Check, doctor
from tidings.engine.export import FOLDER_FORMATS, FORMATS, TEXT_FORMATS, export, export_text, tables
from tidings.engine.once import passing_case, read, tell
from tidings.engine.output import as_html, as_markdown, as_text, write_text
from tidings.engine.pair import code_pair
from tidings.engine.pile import Pile, Ran, run_pile, runner_of
from tidings.engine.plan import Plan, default_plan
from tidings.engine.sampling import KINDS, Precision, sample, score_sample
from tidings.engine.why import Why
from tidings.grammar.events.pairs import PairCode
from tidings.sources import Limits

__all__ = [
    "FOLDER_FORMATS",
    "FORMATS",
    "KINDS",
    "TEXT_FORMATS",
    "Added",
    "Case",
    "Check",
    "Limits",
    "Options",
    "PairCode",
    "Pile",
    "Plan",
    "Precision",
    "Ran",
    "Ruling",
    "Why",
    "as_html",
    "as_markdown",
    "as_text",
    "code_pair",
    "default_plan",
    "doctor",
    "export",
    "export_text",
    "open_case",
    "passing_case",
    "read",
    "run_pile",
    "runner_of",
    "sample",
    "score_sample",
    "tables",
    "tell",
    "write_text",
]
