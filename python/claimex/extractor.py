"""The extractor: words and patterns of a language with the options of a scan, shared by any number of threads."""

from __future__ import annotations

import ctypes
import functools
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Tuple, Union

from . import _library, _structs
from .batch import scan_many
from .errors import BadArgument, ClaimexError, InvalidUTF8, from_library
from .options import ReferenceDate, in_range, moment, scan_struct
from .results import Batch, Claims
from .scan import Engine, Pool, Scan

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .options import ScanOptions

Text = Union[str, bytes]

_scan_at = Scan.from_address
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
        self._engine_argument = ctypes.c_void_p.from_param(self._engine_handle.value)
        self._pool = Pool(self._engine)
        self._take = self._pool.pop

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
        errors: str = "raise",
    ) -> Batch:
        """The claims of many texts, in order, found on so many threads (by default one for each processor).

        Scans outside the GIL. ``reference_dates`` gives each text its day; None leaves the extractor's. Raises as
        ``extract`` does; the exception's ``document`` is the index of the first text at fault. With ``errors="keep"``
        such a text has no claims and its exception is in ``Batch.errors``; NoMemory and BadArgument are raised still.
        """
        if isinstance(texts, (str, bytes)):
            raise TypeError(f"texts is an iterable of texts, not {type(texts).__name__}")
        if errors not in ("raise", "keep"):
            raise BadArgument(f"errors is one of raise, keep, not {errors!r}")
        texts = list(texts)
        refused: Dict[int, ClaimexError] = {}
        data = _all_encoded(texts, refused)
        days = _moments(reference_dates, len(texts))
        array = (_structs.Text * len(texts))(*map(_structs.Text, data, map(len, data), *days))
        held = scan_many(self._engine, array, self._options, in_range("threads", threads, 0xFFFFFFFF))
        refused.update((error.document or 0, error) for error in held.errors())
        if refused and errors == "raise":
            raise refused[min(refused)]
        return Batch(texts, held, dict(sorted(refused.items())))

    def scan(self, text: Text, *, reference_date: Optional[ReferenceDate] = None) -> Scan:
        """The claims of a text where the library put them, without making an object of each: for numpy, and for speed.

        Offsets count bytes of UTF-8. Raises as ``extract`` does.
        """
        try:
            data = text.encode() if type(text) is str else encoded(text)
        except UnicodeEncodeError:
            data = encoded(text)  # which says where
        options = self._options if reference_date is None else self._options_at(reference_date)
        try:
            result = self._take()
        except IndexError:
            result = self._pool.new()
        result.length.value = len(data)
        if _scan(self._engine_argument, result.argument, data, result.length, options, result.error_pointer):
            error = from_library(result.error)
            self._pool.append(result)
            raise error
        scan = _scan_at(result.view.claims or 0)
        scan.text = text
        scan.result = result
        scan.pool = self._pool
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


def _all_encoded(texts: List[Text], refused: Dict[int, ClaimexError]) -> List[bytes]:
    """The texts in UTF-8, and those aside that have none."""
    try:
        return [text.encode() if type(text) is str else encoded(text) for text in texts]
    except (UnicodeEncodeError, ClaimexError):
        return [_encoded_or(refused, index, text) for index, text in enumerate(texts)]


def _encoded_or(refused: Dict[int, ClaimexError], index: int, text: Text) -> bytes:
    """The text in UTF-8; where it has none, nothing, and the error is put aside."""
    try:
        return encoded(text)
    except ClaimexError as error:
        error.document = index
        refused[index] = error
        return b""


def _moments(dates: Optional[Iterable[Optional[ReferenceDate]]], count: int) -> Tuple[List[_structs.Moment], ...]:
    """The days of the texts, as one column of their structs; no column where there are none."""
    if dates is None:
        return ()
    moments: List[_structs.Moment] = []
    for index, date in enumerate(dates):
        try:
            moments.append(moment(date))
        except ClaimexError as error:
            error.document = index
            raise
    if len(moments) != count:
        raise ValueError(f"there are {count} texts and {len(moments)} reference dates")
    return (moments,)
