"""From the library's plain structs to Claim objects."""

from __future__ import annotations

import ctypes
import datetime
from decimal import Decimal
from typing import Dict, Iterable, List, Optional, Tuple, Union

from . import _library, _structs
from .claim import Claim, Span

_SPANS = [field[0] for field in _structs.Claim._fields_ if field[1] is _structs.Span]


class Found:
    """What one scan found, copied out of the library: cheap to make, decoded when somebody looks."""

    __slots__ = ("text", "claims", "strings", "incomplete")

    def __init__(self, text: Union[str, bytes], claims: bytes, strings: bytes, incomplete: int) -> None:
        self.text = text
        self.claims = claims  # an array of _structs.Claim
        self.strings = strings  # what its string offsets point into
        self.incomplete = incomplete  # limits that were hit

    def __len__(self) -> int:
        return len(self.claims) // ctypes.sizeof(_structs.Claim)

    def structs(self) -> ctypes.Array[_structs.Claim]:
        return (_structs.Claim * len(self)).from_buffer_copy(self.claims)

    def string(self, offset: int) -> str:
        """The string at an offset that a claim holds. Raises ValueError for an offset outside the strings."""
        if not 0 <= offset < len(self.strings):
            raise ValueError(f"there is no string at offset {offset}")
        return self.strings[offset : self.strings.index(b"\0", offset)].decode("utf-8")

    def limits(self) -> Tuple[str, ...]:
        names = {_structs.MATCH_LIMIT: "match limit", _structs.CLAIM_LIMIT: "claim limit"}
        return tuple(name for bit, name in names.items() if self.incomplete & bit)


def decode(found: Found) -> List[Claim]:
    structs = found.structs()
    spans = _Spans(found.text, structs)
    strings = _Strings(found)
    return [_claim(struct, spans, strings) for struct in structs]


def _claim(struct: _structs.Claim, spans: _Spans, strings: _Strings) -> Claim:
    at = spans.read(struct.at) or Span(0, 0, "", 0, 0)
    begins_iso, ends_iso = iso(struct.begins), iso(struct.ends)
    return Claim(
        kind=_library.KINDS[struct.kind],
        start=at.start,
        end=at.end,
        text=at.text,
        value=decimal(struct.value),
        low=decimal(struct.low),
        high=decimal(struct.high),
        of=decimal(struct.of),
        relation=_library.RELATIONS[struct.relation],
        unit=strings.read(struct.unit),
        readings=strings.read_list(struct.readings),
        inexact=bool(struct.flags & _structs.INEXACT),
        per=strings.read(struct.per),
        per_amount=decimal(struct.per_amount),
        timex=strings.read(struct.timex),
        grain=_library.GRAINS[struct.grain] if struct.grain else None,
        begins=date(struct.begins) if begins_iso else None,
        ends=date(struct.ends) if ends_iso else None,
        begins_iso=begins_iso,
        ends_iso=ends_iso,
        change=_library.CHANGES[struct.change] if struct.change else None,
        role=_library.ROLES[struct.role] if struct.role else None,
        modifier=spans.read(struct.modifier),
        subject=spans.read(struct.subject),
        source=spans.read(struct.source),
        cue=spans.read(struct.cue),
        stance=_library.STANCES[struct.stance],
        quoted=bool(struct.flags & _structs.QUOTED),
        sentence=spans.read(struct.sentence),
        time=struct.time if struct.time >= 0 else None,
        same_as=struct.same_as if struct.same_as >= 0 else None,
        byte_start=at.byte_start,
        byte_end=at.byte_end,
    )


class _Strings:
    """The strings of a result; equal offsets become one object."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._known: Dict[int, str] = {}

    def read(self, offset: int) -> Optional[str]:
        if not offset:
            return None
        if offset not in self._known:
            self._known[offset] = self._found.string(offset)
        return self._known[offset]

    def read_list(self, offset: int) -> Tuple[str, ...]:
        """The strings that follow each other from `offset` up to an empty one; a single one is no list."""
        strings: List[str] = []
        string = self.read(offset)
        while string:
            strings.append(string)
            offset += len(string.encode()) + 1
            string = self.read(offset)
        return tuple(strings) if len(strings) > 1 else ()


class _Spans:
    """Turns byte spans into Span objects that index the text as it was given."""

    def __init__(self, text: Union[str, bytes], structs: ctypes.Array[_structs.Claim]) -> None:
        self._text = text
        self._points: Optional[Dict[int, int]] = None
        self._known: Dict[Tuple[int, int], Span] = {}
        if isinstance(text, str) and not text.isascii() and structs:
            self._points = code_points(text.encode(), _ends(structs))

    def read(self, struct: _structs.Span) -> Optional[Span]:
        start, end = struct.start, struct.end
        if start == end:
            return None
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = self._span(start, end)
        return found

    def _span(self, start: int, end: int) -> Span:
        if isinstance(self._text, bytes):
            return Span(start, end, self._text[start:end].decode("utf-8", "replace"), start, end)
        if self._points is None:
            return Span(start, end, self._text[start:end], start, end)
        first, last = self._points[start], self._points[end]
        return Span(first, last, self._text[first:last], start, end)


def _ends(structs: Iterable[_structs.Claim]) -> Iterable[int]:
    for struct in structs:
        for name in _SPANS:
            span = getattr(struct, name)
            yield span.start
            yield span.end


def code_points(data: bytes, offsets: Iterable[int]) -> Dict[int, int]:
    """For each byte offset into UTF-8, on a character boundary, the number of code points before it."""
    points: Dict[int, int] = {}
    byte = point = 0
    for offset in sorted(set(offsets)):
        point += len(data[byte:offset].decode("utf-8"))
        byte = offset
        points[offset] = point
    return points


def decimal(struct: _structs.Decimal) -> Optional[Decimal]:
    """The exact number, whatever the precision of the caller's decimal context; None when it is absent."""
    if not struct.flags & _structs.DECIMAL_PRESENT:
        return None
    if struct.exponent >= 0:
        return Decimal(struct.digits * 10**struct.exponent)
    return Decimal(f"{struct.digits}E{struct.exponent}")


def iso(struct: _structs.Moment) -> Optional[str]:
    """ISO 8601; None when the moment is absent."""
    if not struct.flags & _structs.MOMENT_PRESENT:
        return None
    buffer = ctypes.create_string_buffer(_library.MOMENT_TEXT_SIZE)
    _library.moment_text(struct, buffer)
    return buffer.value.decode("ascii")


def date(struct: _structs.Moment) -> Optional[datetime.date]:
    """A datetime where a time is meant, else a date; None outside the years that Python counts."""
    if not datetime.MINYEAR <= struct.year <= datetime.MAXYEAR:
        return None
    if not struct.flags & _structs.MOMENT_TIME:
        return datetime.date(struct.year, struct.month, struct.day)
    zone = None
    if struct.flags & _structs.MOMENT_ZONE:
        zone = datetime.timezone(datetime.timedelta(minutes=struct.zone_minutes))
    return datetime.datetime(
        struct.year, struct.month, struct.day, struct.hour, struct.minute, struct.second, tzinfo=zone
    )
