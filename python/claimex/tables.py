"""Claims as tables: numpy, pyarrow, pandas and polars, each only where it is installed."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import TYPE_CHECKING, Any, Callable, Protocol, Tuple

from . import _structs

if TYPE_CHECKING:
    import numpy
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped,unused-ignore]

    Array = numpy.ndarray[Tuple[int], numpy.dtype[numpy.void]]
    Indexes = numpy.ndarray[Tuple[int], numpy.dtype[numpy.uint64]]


class Stream(Protocol):
    """What gives an Arrow stream of its rows, a new one at each call."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class Memory(ctypes.Array[ctypes.c_char]):
    """Memory of the library from an address on. An array over it says itself where it ends, and keeps it alive."""

    _type_ = ctypes.c_char
    _length_ = sys.maxsize
    __slots__ = ()

    # It has no end of its own, so that nothing but arrays may look inside.
    __getitem__ = __setitem__ = __delitem__ = __iter__ = None  # type: ignore[assignment]


class OwnedMemory(Memory):
    """Memory that lasts as long as its owner."""

    __slots__ = ("owner",)
    owner: object


@functools.lru_cache(maxsize=None)
def array_and_dtype() -> Tuple[Callable[..., Array], numpy.dtype[Any]]:
    """numpy's array type, and the library's claim as a structured dtype with the names of claimex/claim.h."""
    import numpy

    return numpy.ndarray, numpy.dtype(_structs.Claim)


@functools.lru_cache(maxsize=None)
def no_claims() -> Array:
    """The one empty array of claims: to make another takes numpy longer than one over claims."""
    array_type, claim_type = array_and_dtype()
    array = array_type(0, claim_type)
    array.setflags(write=False)
    return array


def array_at(address: int, length: int, dtype: Any, owner: object) -> Any:
    """A read-only array over memory of the library, which lasts as long as its owner."""
    array_type, _ = array_and_dtype()
    if not address:
        return array_type(0, dtype)
    memory = OwnedMemory.from_address(address)
    memory.owner = owner
    array = array_type(length, dtype, memory)
    array.setflags(write=False)
    return array


def to_numpy(claims: bytes) -> Array:
    """A read-only array over a copied array of claims."""
    array_type, claim_type = array_and_dtype()
    return array_type(len(claims) // claim_type.itemsize, claim_type, claims)


class _Rows:
    """Nothing but the stream of another object, which may be a list too and would be read as one."""

    def __init__(self, stream: Stream) -> None:
        self.__arrow_c_stream__ = stream.__arrow_c_stream__


def to_arrow(stream: Stream) -> pyarrow.Table:
    import pyarrow

    return pyarrow.RecordBatchReader.from_stream(stream).read_all()


def to_pandas(stream: Stream) -> pandas.DataFrame:
    import pandas
    import pyarrow

    types = {
        pyarrow.int64(): pandas.Int64Dtype(),
        pyarrow.float64(): pandas.Float64Dtype(),
        pyarrow.large_string(): pandas.StringDtype(),
    }
    frame: pandas.DataFrame = to_arrow(stream).to_pandas(types_mapper=types.get)
    return frame


def to_polars(stream: Stream) -> polars.DataFrame:
    import polars

    return polars.DataFrame(_Rows(stream))
