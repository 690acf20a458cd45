"""Extraction through the library that is loaded."""

import datetime
import gc
import pickle
import random
import threading
import unittest
from decimal import Decimal

import claimex
from claimex import Extractor, _structs, options
from claimex.extractor import _shared_engine

TEXT = "Profit of the dairy rose 4% to about €3.5m, Öztürk & Søn said: 12½ percent went to 40 owners. 😀 $7 was left."


def summary(claims):
    return [(claim.kind, claim.text, claim.value, claim.unit) for claim in claims]


EXPECTED = [
    ("percentage", "4%", Decimal(4), "%"),
    ("money", "€3.5m", Decimal(3500000), "EUR"),
    ("percentage", "12½ percent", Decimal("12.5"), "%"),
    ("money", "$7", Decimal(7), "USD"),
]
KINDS = ("percentage", "money")


class Extract(unittest.TestCase):
    def test_offsets_of_str_index_it(self):
        claims = claimex.extract(TEXT, kinds=KINDS)
        self.assertEqual(summary(claims), EXPECTED)
        for claim in claims:
            self.assertEqual(TEXT[claim.start : claim.end], claim.text)
            self.assertEqual(TEXT.encode()[claim.byte_start : claim.byte_end].decode(), claim.text)

    def test_offsets_of_bytes_index_them(self):
        data = TEXT.encode()
        claims = claimex.extract(data, kinds=KINDS)
        self.assertEqual(summary(claims), EXPECTED)
        for claim in claims:
            self.assertEqual(data[claim.start : claim.end].decode(), claim.text)

    def test_spans_of_the_context_index_the_text_too(self):
        spans = 0
        for claim in claimex.extract(TEXT):
            for span in filter(None, (claim.modifier, claim.subject, claim.source, claim.cue, claim.sentence)):
                self.assertEqual(TEXT[span.start : span.end], span.text)
                spans += 1
        self.assertGreater(spans, 0)

    def test_nothing_in_nothing(self):
        self.assertEqual(claimex.extract(""), [])
        self.assertEqual(claimex.extract(b""), [])

    def test_a_nul_is_a_character(self):
        self.assertEqual(summary(claimex.extract("a\0 5% b", kinds="percentage")), [("percentage", "5%", 5, "%")])

    def test_what_is_no_text_is_refused(self):
        for wrong in (None, 5, ["5%"], bytearray(b"5%")):
            with self.assertRaises(TypeError):
                claimex.extract(wrong)

    def test_the_interpreter_finds_the_same(self):
        extractor = Extractor(jit=False, kinds=KINDS)
        self.assertFalse(extractor.has_jit)
        self.assertEqual(summary(extractor.extract(TEXT)), EXPECTED)

    def test_explain_mentions_the_token(self):
        self.assertIn("12½", Extractor().explain(TEXT))


class Errors(unittest.TestCase):
    def test_a_bad_byte_is_named(self):
        with self.assertRaises(claimex.InvalidUTF8) as caught:
            claimex.extract(b"5% \xff")
        self.assertEqual((caught.exception.offset, caught.exception.status), (3, -4))
        self.assertEqual(caught.exception.status_name, "CLAIMEX_INVALID_UTF8")
        self.assertIn("3", str(caught.exception))

    def test_a_bad_byte_can_be_skipped(self):
        (claim,) = claimex.extract(b"\xff 5%", invalid_utf8="skip", kinds=KINDS)
        self.assertEqual((claim.start, claim.end, claim.text), (2, 4, "5%"))

    def test_a_lone_surrogate_is_named(self):
        with self.assertRaises(claimex.InvalidUTF8) as caught:
            claimex.extract("é 5% \ud83d")
        self.assertEqual(caught.exception.offset, 5)
        self.assertIn("U+D83D", str(caught.exception))

    def test_an_extractor_goes_on_after_an_error(self):
        extractor = Extractor(kinds=KINDS)
        with self.assertRaises(claimex.ClaimexError):
            extractor.extract(b"\xff")
        self.assertEqual(summary(extractor.extract(TEXT)), EXPECTED)

    def test_what_an_engine_cannot_be_made_of(self):
        with self.assertRaises(claimex.UnknownLanguage):
            Extractor(language="tlh")
        with self.assertRaises(claimex.BadLexicon) as caught:
            Extractor(extra_words="doubloon\tCURRENCY=XDB\nno tab here")
        self.assertEqual(caught.exception.offset, len("doubloon\tCURRENCY=XDB\n"))

    def test_errors_can_be_caught_as_pythons_own(self):
        self.assertTrue(issubclass(claimex.InvalidUTF8, ValueError))
        self.assertTrue(issubclass(claimex.NoMemory, MemoryError))


class Options(unittest.TestCase):
    def test_kinds(self):
        for kinds in ("money", ["money"], ("money",)):
            self.assertEqual(summary(claimex.extract(TEXT, kinds=kinds)), EXPECTED[1::2])
        self.assertEqual(summary(claimex.extract(TEXT, kinds="money,percentage")), EXPECTED)

    def test_default_currency(self):
        self.assertEqual(claimex.extract("$7", default_currency="CAD")[0].unit, "CAD")

    def test_max_claims(self):
        claims = claimex.extract(TEXT, kinds=KINDS, max_claims=1)
        self.assertEqual(summary(claims), EXPECTED[:1])
        self.assertEqual(claims.incomplete, ("claim limit",))
        self.assertEqual(claimex.extract(TEXT).incomplete, ())

    def test_extra_words(self):
        (claim,) = Extractor(extra_words="doubloons\tCURRENCY=XDB").extract("It cost 5 doubloons.")
        self.assertEqual((claim.kind, claim.unit), ("money", "XDB"))

    def test_what_has_no_meaning_is_refused(self):
        for wrong in (
            {"kinds": "monny"},
            {"kinds": []},
            {"default_currency": "dollar"},
            {"date_order": "american"},
            {"weekdays": "never"},
            {"fiscal_start": 13},
            {"max_claims": -1},
            {"invalid_utf8": "ignore"},
            {"reference_date": "2017-13-01"},
        ):
            with self.subTest(wrong), self.assertRaises(claimex.BadArgument):
                claimex.extract("", **wrong)

    def test_an_unknown_option_is_a_type_error(self):
        for wrong in ({"kind": "money"}, {"reference_date": 2017}):
            with self.subTest(wrong), self.assertRaises(TypeError):
                claimex.extract("", **wrong)

    def test_reference_dates(self):
        zone = datetime.timezone(datetime.timedelta(hours=2))
        for date, fields in (
            (None, (0, 0, 0, 0, 0, 0, 0, 0)),
            (datetime.date(2017, 4, 25), (2017, 0, 4, 25, 0, 0, 0, 1)),
            ("2017-04-25", (2017, 0, 4, 25, 0, 0, 0, 1)),
            (datetime.datetime(2017, 4, 25, 18, 56, 1), (2017, 0, 4, 25, 18, 56, 1, 3)),
            (datetime.datetime(2017, 4, 25, 18, 56, tzinfo=zone), (2017, 120, 4, 25, 18, 56, 0, 7)),
        ):
            with self.subTest(date):
                self.assertEqual(bytes(options.moment(date)), bytes(_structs.Moment(*fields)))


class Many(unittest.TestCase):
    def test_results_are_in_order(self):
        texts = [f"{number}%" for number in range(1, 501)]
        for threads in (None, 1, 4):
            batch = Extractor().extract_many(iter(texts), threads=threads)
            self.assertEqual([int(claims[0].value) for claims in batch], list(range(1, 501)))
        self.assertEqual(batch[-1].source, "500%")
        self.assertEqual(len(batch[10:20]), 10)

    def test_the_text_at_fault_is_named(self):
        with self.assertRaises(claimex.InvalidUTF8) as caught:
            claimex.extract_many(["5%"] * 200 + ["é\udc00"])
        self.assertEqual((caught.exception.document, caught.exception.offset), (200, 1))
        self.assertIn("text 200", str(caught.exception))

    def test_errors_can_be_kept(self):
        batch = claimex.extract_many(["5%", b"6% \xff", "\ud800", "7%"], errors="keep")
        self.assertEqual([len(claims) for claims in batch], [1, 0, 0, 1])
        self.assertEqual({i: (type(e), e.document, e.offset) for i, e in batch.errors.items()}, {
            1: (claimex.InvalidUTF8, 1, 3),
            2: (claimex.InvalidUTF8, 2, 0),
        })  # fmt: skip
        self.assertEqual(list(batch[2:].errors), [0])
        self.assertEqual(list(pickle.loads(pickle.dumps(batch)).errors), [1, 2])
        for wrong in ({"errors": "ignore"}, {"threads": 0}):
            with self.subTest(wrong), self.assertRaises(claimex.BadArgument):
                claimex.extract_many(["5%"], **wrong)

    def test_a_batch_is_a_sequence(self):
        batch = claimex.extract_many(["5%", "", "7%"])
        self.assertEqual([len(claims) for claims in reversed(batch)], [1, 0, 1])
        self.assertEqual(batch[-1], batch[2])
        self.assertIn(claimex.extract("7%"), batch)
        with self.assertRaises(IndexError):
            batch[3]
        self.assertIn("3 texts: 2", repr(batch))

    def test_each_text_has_its_date(self):
        dated = Extractor().extract_many(["5% last July"] * 2, reference_dates=[None, "2017-04-25"])
        self.assertEqual([claims[1].begins_iso for claims in dated], [None, "2016-07-01"])
        with self.assertRaises(ValueError):
            Extractor().extract_many(["a", "b"], reference_dates=["2017-04-25"])
        with self.assertRaises(claimex.BadArgument) as caught:
            Extractor().extract_many(["a", "b"], reference_dates=[None, "yesterday"])
        self.assertEqual(caught.exception.document, 1)

    def test_one_text_is_not_many(self):
        with self.assertRaises(TypeError):
            claimex.extract_many("5%")

    def test_an_extractor_serves_many_threads(self):
        extractor = Extractor(kinds=KINDS)
        wrong = []

        def work(seed):
            for number in random.Random(seed).choices(range(1, 10**6), k=300):
                claims = extractor.extract(f"{number}% and ${number}")
                if [claim.value for claim in claims] != [number, number]:
                    wrong.append(claims)

        threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


class Scans(unittest.TestCase):
    def test_a_scan_gives_the_same_claims(self):
        extractor = Extractor()
        for text in (TEXT, TEXT.encode(), ""):
            scan = extractor.scan(text)
            self.assertEqual(scan.claims(), extractor.extract(text))
            self.assertEqual(len(scan), len(scan.claims()))

    def test_scans_that_live_do_not_disturb_each_other(self):
        extractor = Extractor(kinds=KINDS)
        scans = [extractor.scan(f"{number}%") for number in range(1, 100)]
        self.assertEqual([scan.claims()[0].value for scan in scans], list(range(1, 100)))

    def test_a_scan_lost_in_a_cycle_is_given_back_once(self):
        extractor = Extractor(kinds=KINDS)
        cycle = [extractor.scan("1%")]
        cycle.append(cycle)
        del cycle
        gc.collect()
        scans = [extractor.scan("2%"), extractor.scan("3%")]
        self.assertEqual([scan.claims()[0].value for scan in scans], [2, 3])

    def test_a_scan_outlives_its_extractor(self):
        scan = Extractor(kinds=KINDS, extra_words="doubloons\tCURRENCY=XDB").scan("5%")
        _shared_engine.cache_clear()
        gc.collect()
        self.assertEqual(scan.claims()[0].value, 5)

    def test_a_scan_is_no_list(self):
        scan = Extractor().scan("5%")
        for look in (lambda: scan[0], lambda: list(scan)):
            with self.assertRaises(TypeError):
                look()

    def test_a_string_is_read_by_its_offset(self):
        scan = Extractor(kinds=KINDS).scan("$5")
        unit = scan.copied().structs()[0].unit
        self.assertEqual((scan.string(unit), scan.string(0)), ("USD", ""))
        for wrong in (-1, 10**6):
            for found in (scan, scan.claims()):
                with self.assertRaises(ValueError):
                    found.string(wrong)


if __name__ == "__main__":
    unittest.main()
