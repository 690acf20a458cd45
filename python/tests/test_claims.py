"""From the library's plain structs to frozen objects, with structs made by hand."""

import copy
import ctypes
import dataclasses
import datetime
import decimal
import pickle
import unittest
from decimal import Decimal

from claimex import KINDS, Claims, Span, _structs
from claimex._decode import Found, code_points

STRINGS = b"\0USD\0year\0people\0XXXX-06-20\0USD\0CAD\0\0EUR\0\0"
USD, YEAR, PEOPLE, TIMEX, TWO_READINGS, ONE_READING = 1, 5, 10, 17, 28, 37


def number(digits, exponent=0):
    return _structs.Decimal(digits, exponent, _structs.DECIMAL_PRESENT)


def found(text, **fields):
    fields = {"time": -1, "same_as": -1, "at": (0, 1), **fields}
    return Found(text, bytes(_structs.Claim(**fields)), STRINGS, 0)


def claim(text="x", **fields):
    (only,) = Claims(found(text, **fields))
    return only


class Fields(unittest.TestCase):
    def test_what_is_absent_is_none(self):
        bare = claim()
        for name in (
            "value low high of unit per per_amount timex grain begins ends begins_iso ends_iso change role modifier "
            "subject source cue sentence time same_as"
        ).split():
            self.assertIsNone(getattr(bare, name), name)
        self.assertEqual(bare.readings, ())
        self.assertIs(bare.inexact, False)
        self.assertIs(bare.quoted, False)

    def test_names_and_flags(self):
        full = claim(kind=1, relation=3, role=2, change=1, stance=4, grain=7, flags=3, time=0, same_as=4)
        self.assertEqual((full.kind, full.relation, full.role), ("money", "ge", "to"))
        self.assertEqual((full.change, full.stance, full.grain), ("up", "negated", "month"))
        self.assertEqual((full.quoted, full.inexact, full.time, full.same_as), (True, True, 0, 4))

    def test_strings(self):
        full = claim(unit=USD, per=YEAR, timex=TIMEX, readings=TWO_READINGS)
        self.assertEqual((full.unit, full.per, full.timex), ("USD", "year", "XXXX-06-20"))
        self.assertEqual(full.readings, ("USD", "CAD"))

    def test_a_single_reading_is_not_ambiguous(self):
        self.assertEqual(claim(readings=ONE_READING).readings, ())

    def test_it_is_frozen_and_has_no_room_for_more(self):
        with self.assertRaises(dataclasses.FrozenInstanceError):
            claim().value = Decimal(2)
        self.assertFalse(hasattr(claim(), "__dict__"))

    def test_equal_claims_are_equal_hash_alike_and_survive_pickle(self):
        one, other = claim(value=number(5), at=(0, 1)), claim(value=number(5), at=(0, 1))
        self.assertEqual(one, other)
        self.assertEqual(hash(one), hash(other))
        self.assertEqual(pickle.loads(pickle.dumps(one)), one)
        self.assertEqual(copy.deepcopy(one), one)
        self.assertNotEqual(one, claim(value=number(6), at=(0, 1)))

    def test_repr_says_what_was_understood(self):
        money = claim(
            "$3 a year", kind=1, at=(0, 2), value=number(3), relation=1, unit=USD, per=YEAR, per_amount=number(1, 5)
        )
        self.assertEqual(repr(money), "Claim(money '$3' at 0:2, approx 3 USD per 100000 year)")
        ratio = claim("eight in 10", kind=4, at=(0, 11), value=number(8), of=number(1, 1))
        self.assertEqual(repr(ratio), "Claim(ratio 'eight in 10' at 0:11, 8 of 10)")
        span = claim("10-15", kind=3, at=(0, 5), low=number(1, 1), relation=6)
        self.assertEqual(repr(span), "Claim(count '10-15' at 0:5, 10…)")


class Numbers(unittest.TestCase):
    def test_exact_and_plain(self):
        for digits, exponent, plain in (
            (239, 11, "23900000000000"),
            (-25, -2, "-0.25"),
            (0, 0, "0"),
            (123456789012345678, -40, "0." + "0" * 22 + "123456789012345678"),
            (123456789012345678, 40, "123456789012345678" + "0" * 40),
        ):
            found = claim(value=number(digits, exponent))
            self.assertEqual(found.as_dict()["value"], plain)
            self.assertEqual(found.value, Decimal(plain))

    def test_the_precision_of_the_caller_does_not_matter(self):
        with decimal.localcontext() as context:
            context.prec = 2
            self.assertEqual(str(claim(value=number(123456, -3)).value), "123.456")

    def test_a_large_number_prints_without_an_exponent(self):
        self.assertEqual(str(claim(value=number(239, 11)).value), "23900000000000")


class Moments(unittest.TestCase):
    def moment(self, *fields):
        day = claim(begins=_structs.Moment(*fields))
        return day.begins, day.begins_iso

    def test_a_day(self):
        self.assertEqual(self.moment(2017, 0, 4, 25, 0, 0, 0, 1), (datetime.date(2017, 4, 25), "2017-04-25"))

    def test_a_time(self):
        begins, iso = self.moment(2017, 0, 4, 25, 18, 56, 30, 3)
        self.assertEqual((begins, iso), (datetime.datetime(2017, 4, 25, 18, 56, 30), "2017-04-25T18:56:30"))

    def test_a_zone(self):
        begins, iso = self.moment(2017, -210, 4, 25, 18, 56, 0, 7)
        self.assertEqual(begins.utcoffset(), datetime.timedelta(hours=-3, minutes=-30))
        self.assertEqual(iso, "2017-04-25T18:56-03:30")

    def test_years_that_python_does_not_count_have_their_text(self):
        self.assertEqual(self.moment(-43, 0, 3, 15, 0, 0, 0, 1), (None, "-0043-03-15"))


class Spans(unittest.TestCase):
    TEXT = "Über 5 € für İs 😀 8"

    def test_of_str_they_count_code_points(self):
        data = self.TEXT.encode()
        at = (data.index(b"8"), data.index(b"8") + 1)
        last = claim(self.TEXT, at=at, subject=(data.index("İ".encode()), at[0] - 1), sentence=(0, len(data)))
        self.assertEqual((last.start, last.end, last.text), (18, 19, "8"))
        self.assertEqual((last.byte_start, last.byte_end), at)
        for span in (last.subject, last.sentence):
            self.assertEqual(self.TEXT[span.start : span.end], span.text)
            self.assertEqual(data[span.byte_start : span.byte_end].decode(), span.text)
        self.assertEqual(last.subject.text, "İs 😀")

    def test_of_bytes_they_count_bytes(self):
        data = self.TEXT.encode()
        at = (data.index(b"5"), data.index("€".encode()) + 3)
        found = claim(data, at=at)
        self.assertEqual((found.start, found.end, found.text), (*at, "5 €"))

    def test_bad_bytes_around_a_claim_are_replaced(self):
        self.assertEqual(claim(b"\xff 5 \xfe", at=(2, 3), sentence=(0, 5)).sentence.text, "\ufffd 5 \ufffd")

    def test_an_empty_text_has_a_place_zero(self):
        self.assertEqual(code_points("é".encode(), [2, 0, 2]), {0: 0, 2: 1})

    def test_repr(self):
        self.assertEqual(repr(Span(3, 8, "about", 4, 9)), "Span(3, 8, 'about')")


class Records(unittest.TestCase):
    def test_a_bare_claim_has_only_what_is_always_there(self):
        self.assertEqual(
            claim().as_dict(),
            dict(kind=KINDS[0], start=0, end=1, text="x", relation="eq", stance="stated", quoted=False),
        )

    def test_offsets_as_asked(self):
        text = "é about 5"
        five = claim(text, at=(9, 10), modifier=(3, 8), sentence=(0, 10), time=0)
        self.assertEqual(five.as_dict()["modifier"], {"start": 2, "end": 7, "text": "about"})
        record = five.as_dict(byte_offsets=True)
        self.assertEqual((record["start"], record["end"], record["time"]), (9, 10, 0))
        self.assertEqual(record["modifier"], {"start": 3, "end": 8, "text": "about"})
        self.assertEqual(record["sentence"], {"start": 0, "end": 10})


class Lists(unittest.TestCase):
    def test_claims_are_a_list_that_survives_pickle(self):
        claims = Claims(found("5", value=number(5)))
        self.assertIsInstance(claims, list)
        again = pickle.loads(pickle.dumps(claims))
        self.assertEqual(again, claims)
        self.assertEqual(again.source, "5")

    def test_limits_are_named(self):
        both = Claims(Found("", b"", b"\0", _structs.MATCH_LIMIT | _structs.CLAIM_LIMIT))
        self.assertEqual(both.incomplete, ("match limit", "claim limit"))
        self.assertEqual(Claims(found("x")).incomplete, ())

    def test_html_marks_the_claims_and_escapes_the_rest(self):
        for text in ("<b> & 5 é>", "<b> & 5 é>".encode()):
            html = Claims(found(text, at=(6, 7), kind=3, value=number(5)))._repr_html_()
            self.assertIn("&lt;b&gt; &amp; <mark", html)
            self.assertIn('title="count: 5">5</mark> é&gt;</div>', html)

    def test_html_escapes_the_tooltip(self):
        claims = Found('"5"', bytes(_structs.Claim(at=(0, 3), unit=1, time=-1, same_as=-1)), b'\0"<i>\0', 0)
        self.assertIn('title="percentage: &quot;&lt;i&gt;"', Claims(claims)._repr_html_())


if __name__ == "__main__":
    unittest.main()
