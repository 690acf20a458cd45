"""A batch of the library, owned: the claims of many texts, found at once or put together again."""

from __future__ import annotations

import ctypes
import weakref
from typing import TYPE_CHECKING, Any, List, Sequence, Union

from . import _library, _structs, tables
from ._decode import Found
from .errors import ClaimexError, from_library

if TYPE_CHECKING:
    from .scan import Engine
    from .tables import Array, Indexes

_CLAIM_SIZE = ctypes.sizeof(_structs.Claim)


class Held:
    """The library's batch. It never changes, so that any number of threads may read it."""

    def __init__(self, handle: ctypes.c_void_p) -> None:
        self.handle = handle
        weakref.finalize(self, _library.batch_free, handle).atexit = False
        count = ctypes.c_size_t()
        address = _library.batch_starts(handle, ctypes.byref(count))
        self.starts = (ctypes.c_uint64 * (count.value + 1)).from_address(address)
        self.claims = _library.batch_claims(handle, None) or 0

    def found(self, index: int, text: Union[str, bytes]) -> Found:
        """What was found in a text, copied out of the library."""
        first, end = self.starts[index : index + 2]
        length = ctypes.c_size_t()
        address = _library.batch_strings(self.handle, index, ctypes.byref(length))
        claims = ctypes.string_at(self.claims + first * _CLAIM_SIZE, (end - first) * _CLAIM_SIZE) if end > first else b""
        strings = ctypes.string_at(address, length.value) if length else b"\0"
        return Found(text, claims, strings, _library.batch_incomplete(self.handle, index))

    def error(self, index: int) -> Union[ClaimexError, None]:
        """Why a text was not scanned; None when it was."""
        error = _structs.Error()
        if not _library.batch_error(self.handle, index, ctypes.byref(error)):
            return None
        found = from_library(error)
        found.document = index
        return found

    def errors(self) -> List[ClaimexError]:
        """Those of all texts, in order."""
        empty = (i for i in range(len(self.starts) - 1) if self.starts[i] == self.starts[i + 1])
        return [error for error in map(self.error, empty) if error]

    def to_numpy(self) -> Array:
        claims: Array = tables.array_at(self.claims, self.starts[-1], _structs.Claim, self)
        return claims

    def starts_to_numpy(self) -> Indexes:
        starts: Indexes = tables.array_at(ctypes.addressof(self.starts), len(self.starts), ctypes.c_uint64, self)
        return starts

    def stream(self, offsets: int) -> _structs.ArrowArrayStream:
        """An Arrow stream of the rows; whoever gets it releases it."""
        stream, error = _structs.ArrowArrayStream(), _structs.Error()
        if _library.batch_arrow(self.handle, offsets, ctypes.byref(stream), ctypes.byref(error)):
            raise from_library(error)
        return stream


def scan_many(engine: Engine, texts: ctypes.Array[_structs.Text], options: Any, threads: int) -> Held:
    """Scans the texts outside the GIL, on so many threads; 0 is one for each processor."""
    handle, error = ctypes.c_void_p(), _structs.Error()
    if _library.scan_many(
        engine.handle, texts, len(texts), options, threads, ctypes.byref(handle), ctypes.byref(error)
    ):
        raise from_library(error)
    return Held(handle)


def collect(found: Sequence[Found]) -> Held:
    """A batch of what was copied out of the library before."""
    documents = (_structs.Document * len(found))(*map(_document, found))
    handle, error = ctypes.c_void_p(), _structs.Error()
    if _library.batch_collect(documents, len(found), None, ctypes.byref(handle), ctypes.byref(error)):
        raise from_library(error)
    return Held(handle)


def _document(found: Found) -> _structs.Document:
    text = found.text if isinstance(found.text, bytes) else found.text.encode("utf-8", "surrogatepass")
    return _structs.Document(
        text=text,
        length=len(text),
        claims=found.claims,
        n_claims=len(found),
        strings=found.strings,
        strings_length=len(found.strings),
        incomplete=found.incomplete,
    )
