"""Finds the statistics and claims in a text: percentages, money, dates and named figures.

    >>> import claimex
    >>> for claim in claimex.extract("Sales rose 4% to about $100 million."):
    ...     print(claim.kind, claim.text, claim.value, claim.unit)
    percentage 4% 4 %
    money $100 million 100000000 USD

``extract`` and ``extract_many`` are for a start; an ``Extractor`` keeps its options and is the faster one to call
again and again. Offsets index the text that was given. Errors are ``ClaimexError``, and name the offset at fault.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Iterable, Optional

from ._library import CHANGES, GRAINS, KINDS, RELATIONS, ROLES, STANCES
from ._library import version as _version
from .claim import Claim, Span
from .errors import (
    BadArgument,
    BadLexicon,
    ClaimexError,
    InternalError,
    InvalidUTF8,
    NoMemory,
    TooLarge,
    UnknownLanguage,
)
from .extractor import Extractor, Text
from .options import ScanOptions
from .results import Batch, Claims
from .scan import Scan

if TYPE_CHECKING:
    from typing_extensions import Unpack

__all__ = [
    "CHANGES",
    "GRAINS",
    "KINDS",
    "RELATIONS",
    "ROLES",
    "STANCES",
    "BadArgument",
    "BadLexicon",
    "Batch",
    "Claim",
    "Claims",
    "ClaimexError",
    "Extractor",
    "InternalError",
    "InvalidUTF8",
    "NoMemory",
    "Scan",
    "ScanOptions",
    "Span",
    "TooLarge",
    "UnknownLanguage",
    "extract",
    "extract_many",
]

__version__: str = _version().decode("ascii")


def extract(text: Text, **options: Unpack[ScanOptions]) -> Claims:
    """The claims of a text: ``Extractor(**options).extract(text)``."""
    return _extractor(**options).extract(text)


def extract_many(
    texts: Iterable[Text], *, threads: Optional[int] = None, errors: str = "raise", **options: Unpack[ScanOptions]
) -> Batch:
    """The claims of many texts, in order: ``Extractor(**options).extract_many(texts, threads=threads, errors=errors)``."""
    return _extractor(**options).extract_many(texts, threads=threads, errors=errors)


@functools.lru_cache(maxsize=None)
def _plain_extractor() -> Extractor:
    return Extractor()


def _extractor(**options: Unpack[ScanOptions]) -> Extractor:
    return Extractor(**options) if options else _plain_extractor()
