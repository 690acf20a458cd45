"""The library's engine and results, owned; and Scan, a view of a result that costs next to nothing."""

from __future__ import annotations

import ctypes
import weakref
from typing import TYPE_CHECKING, Deque, List, Union

from . import _library, _structs, tables
from ._decode import Found
from .errors import from_library
from .results import Claims

if TYPE_CHECKING:
    from .tables import Array

_CLAIM_SIZE = ctypes.sizeof(_structs.Claim)

# Looked up once, for Scan.to_numpy, which is to cost little beside the scanning of a short text.
_array_and_dtype = tables.array_and_dtype


class Engine:
    """Owns an engine of the library. Raises UnknownLanguage, BadLexicon, BadArgument, NoMemory."""

    def __init__(self, language: str, extra_words: str, jit: bool) -> None:
        self.handle = ctypes.c_void_p()
        words = extra_words.encode("utf-8")
        options = _structs.EngineOptions(
            size=ctypes.sizeof(_structs.EngineOptions),
            flags=0 if jit else _structs.ENGINE_NO_JIT,
            language=language.encode("utf-8"),
            extra_words=words,
            extra_words_length=len(words),
        )
        error = _structs.Error()
        if _library.engine_new(ctypes.byref(options), ctypes.byref(self.handle), ctypes.byref(error)):
            raise from_library(error)
        weakref.finalize(self, _library.engine_free, self.handle).atexit = False


class Result:
    """A result of the library, for one thread at a time, with the ready-made arguments of its calls."""

    __slots__ = ("handle", "argument", "length", "view", "error", "error_pointer")

    def __init__(self, engine: Engine) -> None:
        self.handle = ctypes.c_void_p()
        self.length = ctypes.c_size_t()
        self.error = _structs.Error()
        self.error_pointer = ctypes.byref(self.error)
        if _library.result_new(engine.handle, ctypes.byref(self.handle), self.error_pointer):
            raise from_library(self.error)
        self.argument = ctypes.c_void_p.from_param(self.handle.value)
        self.view = _structs.View.from_address(_library.result_view(self.handle))  # each scan fills it anew

    def claims(self) -> bytes:
        """A copy of the array of claims."""
        view = self.view
        return ctypes.string_at(view.claims, view.n_claims * _CLAIM_SIZE) if view.claims else b""

    def strings(self) -> bytes:
        """A copy of the string block."""
        return ctypes.string_at(self.view.strings, self.view.strings_length)


class Pool(Deque[Result]):
    """The idle results of an extractor. It owns those in use too, and is kept alive by whoever uses them.

    Results are freed here, all at once and before their engine. Finalizers of their own would run in any order where
    the garbage is a cycle.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._owned: List[ctypes.c_void_p] = []
        weakref.finalize(self, _free, self._owned, engine).atexit = False

    def new(self) -> Result:
        result = Result(self._engine)
        self._owned.append(result.handle)
        return result


def _free(results: List[ctypes.c_void_p], engine: Engine) -> None:
    """Frees results; that the engine is an argument keeps it until then."""
    for handle in results:
        _library.result_free(handle)


class Scan(tables.Memory):
    """The claims of one text where the library put them; made by ``Extractor.scan``.

    ``len`` is their number. The memory is kept until this object and every array made of it are gone.
    """

    # A scan is the memory that its arrays look into: an object between them would cost as much as the array.
    __slots__ = ("text", "result", "pool")

    text: Union[str, bytes]
    result: Result
    pool: Pool  # takes the result back when nobody looks at it any more

    def __del__(self) -> None:
        self.pool.append(self.result)

    def __len__(self) -> int:
        return int(self.result.view.n_claims)

    def __repr__(self) -> str:
        return f"<scan with {len(self)} claims>"

    def to_numpy(self) -> Array:
        """A structured array over the library's memory, without a copy, read-only; offsets count bytes of UTF-8.

        Fields are those of ``claimex_claim`` in claimex/claim.h; ``string`` reads what ``unit``, ``per`` and ``timex``
        point to. Needs numpy.
        """
        count = self.result.view.n_claims
        if not count:
            return tables.no_claims()
        array_type, claim_type = _array_and_dtype()
        array = array_type(count, claim_type, self)
        try:
            array.setflags(False)  # type: ignore[call-arg,unused-ignore]
        except TypeError:  # by name only, which takes longer than the call
            array.setflags(write=False)
        return array

    def string(self, offset: int) -> str:
        """The string at an offset that a claim holds; "" for 0. Raises ValueError for an offset outside."""
        view = self.result.view
        if not 0 <= offset < view.strings_length:
            raise ValueError(f"there is no string at offset {offset}")
        return ctypes.string_at(view.strings + int(offset)).decode("utf-8")

    def claims(self) -> Claims:
        """The claims as objects, as ``Extractor.extract`` gives them."""
        return Claims(self.copied())

    def copied(self) -> Found:
        """What was found, apart from the library's memory."""
        result = self.result
        return Found(self.text, result.claims(), result.strings(), result.view.incomplete)
