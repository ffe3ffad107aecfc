"""The accounts of all stories as Parquet tables, a folder a publication day; each day is signed when its files are there."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidings.codec import account_from_json, pack, unpack
from tidings.errors import OutputError
from tidings.model import Account, SetAside
from tidings.run.pile.files import appended, digest_of, frames, places, read_at, write_whole
from tidings.run.pile.layout import Layout, Receipt
from tidings.run.progress import Progress
from tidings.runners import Runner
