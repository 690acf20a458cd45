"""What a claim is to its reader: plain frozen values, independent of the library once made."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Dict, Optional, Tuple


class _Frozen:
    """Lets a frozen dataclass with slots be copied and pickled."""

    __slots__ = ()

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]


@dataclass(frozen=True, repr=False)
class Span(_Frozen):
    """A stretch of the text: ``text == source[start:end]``.

    ``start`` and ``end`` count code points where the text was a ``str`` and bytes where it was ``bytes``;
    ``byte_start`` and ``byte_end`` count bytes of UTF-8 in both cases.
    """

    __slots__ = ("start", "end", "text", "byte_start", "byte_end")

    start: int
    end: int
    text: str
    byte_start: int
    byte_end: int

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r})"

    def as_dict(self, *, byte_offsets: bool = False) -> Dict[str, Any]:
        """The span as it stands in the NDJSON record."""
        if byte_offsets:
            return {"start": self.byte_start, "end": self.byte_end, "text": self.text}
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, repr=False)
class Claim(_Frozen):
    """One quantity or date that a text states, with its context. What is absent is None.

    ``kind``            percentage, money, date, count, ratio, multiple, duration, age, measure or rank
    ``start``, ``end``  where it stands: code points of a ``str``, bytes of ``bytes``
    ``text``            the exact slice of the source
    ``value``           exact, scale applied; None for a range and for a date
    ``low``, ``high``   the ends of a range; either may be None where it is open
    ``of``              the denominator of a ratio
    ``relation``        eq, approx, gt, ge, lt, le or range
    ``unit``            ISO 4217 code, ``%``, UCUM code, or the noun of what is counted
    ``readings``        every reading of an ambiguous unit or date, the chosen one first; empty when there is one
    ``inexact``         digits were cut, or there is no finite decimal
    ``per``             the denominator of a rate, of which ``per_amount`` where that is not one
    ``timex``           TIMEX3 value of a date, ``grain`` its precision (year … second)
    ``begins``, ``ends``  the half-open interval of a date: a datetime where the text gives a time, else a date; None
                        where it is not resolved or the year is outside 1 … 9999
    ``begins_iso``, ``ends_iso``  the same in ISO 8601, for every year
    ``change``          up or down
    ``role``            from, to or by
    ``modifier``, ``subject``, ``source``, ``cue``  the words that set the relation, what the figure measures, who says
                        it, the words that attribute it
    ``stance``          stated, forecast, goal, possible or negated
    ``quoted``          inside quotation marks
    ``sentence``        the sentence that holds it
    ``time``            index of the date that scopes it, in the same result
    ``same_as``         index of the claim that it restates, in the same result
    ``byte_start``, ``byte_end``  where it stands in UTF-8
    """

    __slots__ = (
        "kind", "start", "end", "text", "value", "low", "high", "of", "relation", "unit", "readings", "inexact", "per",
        "per_amount", "timex", "grain", "begins", "ends", "begins_iso", "ends_iso", "change", "role", "modifier",
        "subject", "source", "cue", "stance", "quoted", "sentence", "time", "same_as", "byte_start", "byte_end",
    )  # fmt: skip

    kind: str
    start: int
    end: int
    text: str
    value: Optional[Decimal]
    low: Optional[Decimal]
    high: Optional[Decimal]
    of: Optional[Decimal]
    relation: str
    unit: Optional[str]
    readings: Tuple[str, ...]
    inexact: bool
    per: Optional[str]
    per_amount: Optional[Decimal]
    timex: Optional[str]
    grain: Optional[str]
    begins: Optional[datetime.date]
    ends: Optional[datetime.date]
    begins_iso: Optional[str]
    ends_iso: Optional[str]
    change: Optional[str]
    role: Optional[str]
    modifier: Optional[Span]
    subject: Optional[Span]
    source: Optional[Span]
    cue: Optional[Span]
    stance: str
    quoted: bool
    sentence: Optional[Span]
    time: Optional[int]
    same_as: Optional[int]
    byte_start: int
    byte_end: int

    def __repr__(self) -> str:
        return f"Claim({self.kind} {self.text!r} at {self.start}:{self.end}, {self.reading()})"

    def reading(self) -> str:
        """What was understood, in a few words: "approx 100000000 USD per year"."""
        words = [] if self.relation in ("eq", "range") else [self.relation]
        words.append(self.timex or self._amount())
        if self.of is not None:
            words.append(f"of {plain(self.of)}")
        if self.unit:
            words.append(self.unit)
        if self.per or self.per_amount is not None:
            words.append("per")
            words.extend([] if self.per_amount is None else [plain(self.per_amount)])
            words.append(self.per or "")
        return " ".join(word for word in words if word)

    def _amount(self) -> str:
        if self.relation == "range":
            return f"{plain(self.low)}…{plain(self.high)}"
        return plain(self.value)

    def as_dict(self, *, byte_offsets: bool = False) -> Dict[str, Any]:
        """The claim as the NDJSON record of the command has it, without ``doc``; absent fields are left out.

        Numbers are strings in plain notation. Offsets are those of the claim (code points of a ``str``);
        ``byte_offsets=True`` counts bytes of UTF-8, as the command does.
        """
        found: Dict[str, Any] = {
            "kind": self.kind,
            "start": self.byte_start if byte_offsets else self.start,
            "end": self.byte_end if byte_offsets else self.end,
            "text": self.text,
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "of": plain(self.of),
            "relation": self.relation,
            "unit": self.unit,
            "readings": list(self.readings),
            "inexact": self.inexact or None,
            "per": self.per,
            "per_amount": plain(self.per_amount),
            "timex": self.timex,
            "grain": self.grain,
            "begins": self.begins_iso,
            "ends": self.ends_iso,
            "role": self.role,
            "change": self.change,
            "modifier": self.modifier and self.modifier.as_dict(byte_offsets=byte_offsets),
            "subject": self.subject and self.subject.as_dict(byte_offsets=byte_offsets),
            "source": self.source and self.source.as_dict(byte_offsets=byte_offsets),
            "cue": self.cue and self.cue.as_dict(byte_offsets=byte_offsets),
            "stance": self.stance,
            "quoted": self.quoted,
            "sentence": self.sentence and self.sentence.as_dict(byte_offsets=byte_offsets),
            "time": self.time,
            "same_as": self.same_as,
        }
        if self.sentence:
            del found["sentence"]["text"]
        return {name: field for name, field in found.items() if field not in (None, "", [])}


def plain(number: Optional[Decimal]) -> str:
    """A decimal in plain notation, without grouping or exponent; of None the empty string."""
    return "" if number is None else format(number, "f")
