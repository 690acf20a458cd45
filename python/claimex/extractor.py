"""The extractor: words and patterns of a language with the options of a scan, shared by any number of threads."""

from __future__ import annotations

import ctypes
import functools
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Iterable, List, Optional, Sequence, Union

from . import _library, _structs
from ._decode import Found
from .errors import ClaimexError, InvalidUTF8, from_library
from .options import ReferenceDate, moment, scan_struct
from .results import Batch, Claims
from .scan import Engine, Pool, Scan

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .options import ScanOptions

Text = Union[str, bytes]

_TEXTS_A_TASK = 64
_new = object.__new__
_scan = _library.scan


@functools.lru_cache(maxsize=8)
def _shared_engine(language: str, extra_words: str, jit: bool) -> Engine:
    return Engine(language, extra_words, jit)


class Extractor:
    """Finds claims with one set of options. Make one and keep it: any number of threads may use it at once.

    ``language`` is a BCP 47 language ("en"), ``extra_words`` lexicon lines (word TAB classes) that take the place of
    the built-in ones, ``jit=False`` interprets the patterns where machine code is not allowed. The rest are the options
    of a scan: see ``claimex.options.ScanOptions``.

    Raises UnknownLanguage, BadLexicon (with the offset), BadArgument, NoMemory; TypeError for an unknown option.
    """

    def __init__(
        self, *, language: str = "en", extra_words: str = "", jit: bool = True, **options: Unpack[ScanOptions]
    ) -> None:
        self._struct = scan_struct(**options)
        self._options = ctypes.byref(self._struct)
        self._engine = _shared_engine(language, extra_words, jit)
        self._engine_handle = self._engine.handle
        self._pool = Pool(self._engine)

    @property
    def has_jit(self) -> bool:
        """Whether the patterns run as machine code."""
        return bool(_library.engine_has_jit(self._engine_handle))

    def extract(self, text: Text, *, reference_date: Optional[ReferenceDate] = None) -> Claims:
        """The claims of a text. Offsets index the text as given: code points of ``str``, bytes of ``bytes`` (UTF-8).

        ``reference_date`` is the day on which this text was written, in place of the extractor's.

        Raises InvalidUTF8 with the offset of the first bad byte or lone surrogate, TooLarge (4 GiB), NoMemory.
        """
        return Claims(self.scan(text, reference_date=reference_date).copied())

    def extract_many(
        self,
        texts: Iterable[Text],
        *,
        threads: Optional[int] = None,
        reference_dates: Optional[Iterable[Optional[ReferenceDate]]] = None,
    ) -> Batch:
        """The claims of many texts, in order, found on so many threads (by default one for each processor).

        ``reference_dates`` gives each text its day; None leaves the extractor's. Raises as ``extract`` does; the
        exception's ``document`` is the index of the text at fault.
        """
        if isinstance(texts, (str, bytes)):
            raise TypeError(f"texts is an iterable of texts, not {type(texts).__name__}")
        texts = list(texts)
        dates = [None] * len(texts) if reference_dates is None else list(reference_dates)
        if len(dates) != len(texts):
            raise ValueError(f"there are {len(texts)} texts and {len(dates)} reference dates")
        tasks = [range(first, min(first + _TEXTS_A_TASK, len(texts))) for first in range(0, len(texts), _TEXTS_A_TASK)]
        with ThreadPoolExecutor(os.cpu_count() if threads is None else threads) as pool:
            done = pool.map(lambda task: self._find_each(texts, dates, task), tasks)
            return Batch([found for part in done for found in part])

    def scan(self, text: Text, *, reference_date: Optional[ReferenceDate] = None) -> Scan:
        """The claims of a text where the library put them, without making an object of each: for numpy, and for speed.

        Offsets count bytes of UTF-8. Raises as ``extract`` does.
        """
        data = text if isinstance(text, bytes) else encoded(text)
        options = self._options if reference_date is None else self._options_at(reference_date)
        try:
            result = self._pool.pop()
        except IndexError:
            result = self._pool.new()
        result.length.value = len(data)
        if _scan(self._engine_handle, result.handle, data, result.length, options, result.error_pointer):
            error = from_library(result.error)
            self._pool.append(result)
            raise error
        scan = _new(Scan)  # not by Scan(…): an __init__ in Python costs a tenth of the whole call
        scan.text, scan.result, scan.pool = text, result, self._pool
        return scan

    def explain(self, text: Text) -> str:
        """What the library saw: every token with its classes, every candidate with its fate. The wording may change.

        Raises as ``extract`` does.
        """
        written: List[bytes] = []

        def write(_context: object, address: int, length: int) -> int:
            written.append(ctypes.string_at(address, length))
            return 0

        data, error = encoded(text), _structs.Error()
        scan = self.scan(text)  # lends its result
        status = _library.explain(
            self._engine_handle,
            scan.result.handle,
            data,
            len(data),
            self._options,
            _library.Writer(write),
            None,
            ctypes.byref(error),
        )
        if status:
            raise from_library(error)
        return b"".join(written).decode("utf-8", "replace")

    def _find_each(self, texts: Sequence[Text], dates: Sequence[Optional[ReferenceDate]], task: range) -> List[Found]:
        found: List[Found] = []
        for index in task:
            try:
                found.append(self.scan(texts[index], reference_date=dates[index]).copied())
            except ClaimexError as error:
                error.document = index
                raise
        return found

    def _options_at(self, date: ReferenceDate) -> Any:
        struct = _structs.ScanOptions.from_buffer_copy(self._struct)
        struct.reference = moment(date)
        return ctypes.byref(struct)


def encoded(text: Text) -> bytes:
    """The text in UTF-8. Raises InvalidUTF8 with the index of a lone surrogate."""
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        raise TypeError(f"a text is str or bytes, not {type(text).__name__}")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        surrogate = ord(text[error.start])
        raise InvalidUTF8(f"index {error.start} is a lone surrogate, U+{surrogate:04X}", error.start) from None
