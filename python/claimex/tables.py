"""Claims as columns: numpy, pandas and polars, each only where it is installed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Tuple, Type

from . import _structs
from .claim import Claim

if TYPE_CHECKING:
    import numpy
    import pandas
    import polars

    Array = numpy.ndarray[Tuple[int], numpy.dtype[numpy.void]]

_NUMBERS = ("value", "low", "high", "of", "per_amount")
_WORDS = ("relation", "unit", "per", "timex", "grain", "change", "role", "stance")
_SPANS = ("modifier", "subject", "source", "cue", "sentence")

# The columns of a table in their order, each with the type of what is in it.
_TYPES: Dict[str, Type[Any]] = {
    "doc": int,
    "kind": str,
    "start": int,
    "end": int,
    "text": str,
    **dict.fromkeys(_NUMBERS, float),
    **dict.fromkeys(_WORDS, str),
    "begins": str,
    "ends": str,
    **dict.fromkeys(_SPANS, str),
    "quoted": bool,
    "inexact": bool,
    "time": int,
    "same_as": int,
}


@functools.lru_cache(maxsize=None)
def array_and_dtype() -> Tuple[Callable[..., Array], numpy.dtype[Any]]:
    """numpy's array type, and the library's claim as a structured dtype with the names of claimex/claim.h."""
    import numpy

    return numpy.ndarray, numpy.dtype(_structs.Claim)


def to_numpy(claims: bytes) -> Array:
    """A read-only array over a copied array of claims."""
    array_type, claim_type = array_and_dtype()
    return array_type(len(claims) // claim_type.itemsize, claim_type, claims)


def columns(documents: Iterable[Iterable[Claim]]) -> Dict[str, List[Any]]:
    """One list a field, one row a claim; ``doc`` is the index of the document.

    Numbers are floats here (the nearest ones; ``Claim`` objects hold the exact decimals), spans of context are their
    text, ``begins`` and ``ends`` are ISO 8601.
    """
    table: Dict[str, List[Any]] = {name: [] for name in _TYPES}
    for index, claims in enumerate(documents):
        for claim in claims:
            for name, cell in _row(index, claim).items():
                table[name].append(cell)
    return table


def _row(document: int, claim: Claim) -> Dict[str, Any]:
    row: Dict[str, Any] = {name: getattr(claim, name, None) for name in _TYPES}
    row.update(doc=document, begins=claim.begins_iso, ends=claim.ends_iso)
    for name in _NUMBERS:
        row[name] = None if row[name] is None else float(row[name])
    for name in _SPANS:
        row[name] = row[name] and row[name].text
    return row


def to_pandas(documents: Iterable[Iterable[Claim]]) -> pandas.DataFrame:
    import pandas

    types: Dict[Type[Any], Any] = {int: "Int64", float: "Float64", bool: "bool", str: "string"}
    table = columns(documents)
    return pandas.DataFrame({name: pandas.array(table[name], dtype=types[kind]) for name, kind in _TYPES.items()})


def to_polars(documents: Iterable[Iterable[Claim]]) -> polars.DataFrame:
    import polars

    return polars.DataFrame(columns(documents), schema=_TYPES)
