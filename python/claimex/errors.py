"""What goes wrong, as exceptions: one class for each status of the library."""

from __future__ import annotations

from typing import Dict, Optional, Type

from . import _library, _structs


class ClaimexError(Exception):
    """The library refused a call.

    ``status`` is the library's number for the reason and ``status_name`` its name. ``offset`` says where in the text
    (or in ``extra_words``) the fault is: in code points of a ``str``, in bytes of ``bytes``; ``None`` when the fault
    has no place. ``document`` is the index of the text that was given to ``extract_many``, otherwise ``None``.
    """

    status: int = 0

    def __init__(self, message: str, offset: Optional[int] = None, status: Optional[int] = None) -> None:
        super().__init__(message, offset, status)
        self.message = message
        self.offset = offset
        self.document: Optional[int] = None
        if status is not None:
            self.status = status

    @property
    def status_name(self) -> str:
        name: bytes = _library.status_name(self.status)
        return name.decode("ascii")

    def __str__(self) -> str:
        return self.message if self.document is None else f"text {self.document}: {self.message}"


class NoMemory(ClaimexError, MemoryError):
    """Memory ran out; everything was given back."""

    status = -1


class BadArgument(ClaimexError, ValueError):
    """An option is out of its range."""

    status = -2


class TooLarge(ClaimexError, ValueError):
    """The text is 4 GiB or longer."""

    status = -3


class InvalidUTF8(ClaimexError, ValueError):
    """The text is not Unicode: ``offset`` is the first bad byte of ``bytes``, or the lone surrogate of a ``str``."""

    status = -4


class UnknownLanguage(ClaimexError, ValueError):
    """The library has no words for the language."""

    status = -5


class BadLexicon(ClaimexError, ValueError):
    """``extra_words`` cannot be read; ``offset`` is a byte offset into them."""

    status = -6


class InternalError(ClaimexError, RuntimeError):
    """A defect of the library; the message helps to report it."""

    status = -8


_classes: Dict[int, Type[ClaimexError]] = {
    error.status: error
    for error in (NoMemory, BadArgument, TooLarge, InvalidUTF8, UnknownLanguage, BadLexicon, InternalError)
}


def from_library(error: _structs.Error) -> ClaimexError:
    """The exception for a struct that a failed call has filled."""
    kind = _classes.get(error.status, ClaimexError)
    has_place = kind in (InvalidUTF8, BadLexicon)
    return kind(error.message.decode("utf-8", "replace"), error.offset if has_place else None, error.status)
