"""The three acts as explicit tuples: READ per document, LINK across documents, TELL per story."""

from typing import Any

from tidings.stage import Round, Stage
from tidings.stages.link.answers import Answers
from tidings.stages.link.copies import Copies
from tidings.stages.link.dating import Dating
from tidings.stages.link.entities import Entities as LinkEntities
from tidings.stages.link.events import Events as LinkEvents
from tidings.stages.link.moved import Moved
from tidings.stages.link.sites import Sites
from tidings.stages.link.statements import Statements as LinkStatements
from tidings.stages.link.stories import Stories
from tidings.stages.read.analyse import Analyse
from tidings.stages.read.chains import Chains
from tidings.stages.read.clean import Clean
from tidings.stages.read.events import Events as ReadEvents
from tidings.stages.read.mentions import Mentions
from tidings.stages.read.quotes import Quotes as ReadQuotes
from tidings.stages.read.times import Times as ReadTimes
from tidings.stages.tell.dealings import Dealings
from tidings.stages.tell.differences import Differences
from tidings.stages.tell.documents import Documents
from tidings.stages.tell.entities import Entities as TellEntities
from tidings.stages.tell.events import Events as TellEvents
from tidings.stages.tell.quotes import Quotes as TellQuotes
from tidings.stages.tell.retold import Retold
from tidings.stages.tell.statements import Statements as TellStatements
from tidings.stages.tell.timeline import Timeline
from tidings.stages.tell.times import Times as TellTimes
from tidings.stages.tell.witnesses import Witnesses

__all__ = ["LINK", "READ", "TELL"]

READ: tuple[Stage[Any, Any], ...] = (
    Clean(),
    Analyse(),
    Mentions(),
    Chains(),
    ReadTimes(),
    ReadQuotes(),
    ReadEvents(),
)

LINK: tuple[Round[Any], ...] = (
    LinkEntities(),
    Sites(),
    Copies(),
    Dating(),
    LinkStatements(),
    Moved(),
    LinkEvents(),
    Answers(),
    Stories(),
)

TELL: tuple[Stage[Any, Any], ...] = (
    Documents(),
    Witnesses(),
    TellEntities(),
    TellTimes(),
    TellQuotes(),
    TellStatements(),
    Retold(),
    TellEvents(),
    Dealings(),
    Differences(),
    Timeline(),
)
