"""The options of a scan: what the caller writes, and the struct that the library reads."""

from __future__ import annotations

import ctypes
import datetime
from typing import Iterable, Mapping, Optional, TypedDict, Union

from . import _library, _structs
from .errors import BadArgument

ReferenceDate = Union[datetime.date, datetime.datetime, str]


class ScanOptions(TypedDict, total=False):
    """What can be asked of a scan. Every option may be left out."""

    #: The day on which the text was written: a date, a datetime, or ISO 8601. Without it no date is guessed.
    reference_date: Optional[ReferenceDate]
    #: The kinds wanted, as names ("money") or as one string with commas; None asks for all. See ``claimex.KINDS``.
    kinds: Union[str, Iterable[str], None]
    #: ISO 4217 code of a bare "$"; None is USD.
    default_currency: Optional[str]
    #: How to read 5/4/2017: "mdy" (4 May), "dmy" (5 April) or "ymd".
    date_order: str
    #: What a bare "Tuesday" or "May" is: "nearest" in the sentence's tense, "past" or "future".
    weekdays: str
    #: The month in which a fiscal year starts, 1 … 12; None leaves fiscal years unresolved.
    fiscal_start: Optional[int]
    #: Stop after so many claims; None is no limit.
    max_claims: Optional[int]
    #: What to do with ``bytes`` that are not UTF-8: "refuse" raises InvalidUTF8, "skip" lets bad bytes part words.
    invalid_utf8: str


def scan_struct(
    *,
    reference_date: Optional[ReferenceDate] = None,
    kinds: Union[str, Iterable[str], None] = None,
    default_currency: Optional[str] = None,
    date_order: str = "mdy",
    weekdays: str = "nearest",
    fiscal_start: Optional[int] = None,
    max_claims: Optional[int] = None,
    invalid_utf8: str = "refuse",
) -> _structs.ScanOptions:
    """The library's struct for these options. Raises BadArgument where one has no meaning."""
    return _structs.ScanOptions(
        size=ctypes.sizeof(_structs.ScanOptions),
        kinds=_kind_bits(kinds),
        reference=moment(reference_date),
        max_claims=in_range("max_claims", max_claims, 0xFFFFFFFF),
        default_currency=_currency(default_currency),
        date_order=_choice("date_order", date_order, _structs.DATE_ORDERS),
        weekday_policy=_choice("weekdays", weekdays, _structs.WEEKDAYS),
        fiscal_start=in_range("fiscal_start", fiscal_start, 12),
        utf8_policy=_choice("invalid_utf8", invalid_utf8, _structs.UTF8_POLICIES),
    )


def moment(date: Optional[ReferenceDate]) -> _structs.Moment:
    """The library's form of a date; of None the absent moment. Raises BadArgument for text that is no date."""
    if isinstance(date, str):
        return _parsed_moment(date)
    if date is None:
        return _structs.Moment()
    if not isinstance(date, datetime.date):
        raise TypeError(f"reference_date must be a date, a datetime or a str, not {type(date).__name__}")
    found = _structs.Moment(year=date.year, month=date.month, day=date.day, flags=_structs.MOMENT_PRESENT)
    if isinstance(date, datetime.datetime):
        found.hour, found.minute, found.second = date.hour, date.minute, date.second
        found.flags |= _structs.MOMENT_TIME
        zone = date.utcoffset()
        if zone is not None:
            found.zone_minutes = zone // datetime.timedelta(minutes=1)
            found.flags |= _structs.MOMENT_ZONE
    return found


def _parsed_moment(text: str) -> _structs.Moment:
    found = _structs.Moment()
    data = text.encode("utf-8", "replace")
    if not _library.moment_parse(data, len(data), ctypes.byref(found)):
        raise BadArgument(f"reference_date is not an ISO 8601 date: {text!r}")
    return found


def _kind_bits(kinds: Union[str, Iterable[str], None]) -> int:
    if kinds is None:
        return 0
    names = kinds.split(",") if isinstance(kinds, str) else list(kinds)
    bits = 0
    for name in names:
        if name not in _library.KINDS:
            raise BadArgument(f"unknown kind {name!r}; there are {', '.join(_library.KINDS)}")
        bits |= 1 << _library.KINDS.index(name)
    if not bits:
        raise BadArgument("kinds is empty; leave it out to ask for all")
    return bits


def _currency(code: Optional[str]) -> bytes:
    if code is None:
        return b""
    if len(code) != 3 or not (code.isascii() and code.isalpha() and code.isupper()):
        raise BadArgument(f"default_currency is not an ISO 4217 code: {code!r}")
    return code.encode("ascii")


def in_range(name: str, number: Optional[int], most: int) -> int:
    """A number from 1 on; 0 for None. Raises BadArgument."""
    if number is None:
        return 0
    if not 1 <= number <= most:
        raise BadArgument(f"{name} is not within 1 … {most}: {number}")
    return number


def _choice(name: str, chosen: str, choices: Mapping[str, int]) -> int:
    if chosen not in choices:
        raise BadArgument(f"{name} is one of {', '.join(choices)}, not {chosen!r}")
    return choices[chosen]
