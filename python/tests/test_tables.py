"""Arrays and tables, where numpy, pyarrow, pandas, polars and duckdb are installed."""

import gc
import importlib.util
import pickle
import unittest

import claimex
import documents
from claimex import Extractor


def installed(name):
    return importlib.util.find_spec(name) is not None


TEXTS = ["Öl: 5% of €3m", "nothing", "about $10-15 million"]
KINDS = ("percentage", "money")


@unittest.skipUnless(installed("numpy"), "needs numpy")
class Arrays(unittest.TestCase):
    def test_the_fields_are_the_structs(self):
        extractor = Extractor(kinds=KINDS)
        for found in (extractor.extract(TEXTS[0]), extractor.scan(TEXTS[0])):
            array = found.to_numpy()
            self.assertEqual(array["value"]["digits"].tolist(), [5, 3])
            self.assertEqual(array["value"]["exponent"].tolist(), [0, 6])
            self.assertEqual(array["at"]["start"].tolist(), [5, 11])
            self.assertEqual([claimex.KINDS[kind] for kind in array["kind"]], ["percentage", "money"])
            self.assertEqual([found.string(unit) for unit in array["unit"]], ["%", "EUR"])
            self.assertFalse(array.flags.owndata)
            with self.assertRaises(ValueError):
                array["kind"] = 0

    def test_no_claims(self):
        for found in (Extractor().extract(""), Extractor().scan("")):
            self.assertEqual(found.to_numpy().shape, (0,))
            self.assertFalse(found.to_numpy().flags.writeable)

    def test_an_array_keeps_its_memory(self):
        extractor = Extractor(kinds=KINDS)
        arrays = [extractor.scan(f"{number}%").to_numpy() for number in range(1, 200)]
        values = [array["value"] for array in arrays]
        del arrays, extractor
        gc.collect()
        self.assertEqual([int(v["digits"][0] * 10 ** v["exponent"][0]) for v in values], list(range(1, 200)))

    def test_memory_goes_back_to_the_extractor(self):
        extractor = Extractor()
        for _ in range(5):
            extractor.scan("5%").to_numpy()
        self.assertEqual(len(extractor._pool), 1)


@unittest.skipUnless(installed("numpy"), "needs numpy")
class ArraysOfBatches(unittest.TestCase):
    def test_all_claims_in_one_array(self):
        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        array, starts = batch.to_numpy(), batch.starts()
        self.assertEqual(starts.tolist(), [0, 2, 2, 3])
        self.assertEqual(array["at"]["start"].tolist(), [5, 11, 6])
        self.assertFalse(array.flags.owndata)
        for found in (array, starts):
            with self.assertRaises(ValueError):
                found[0] = found[1]

    def test_an_array_keeps_its_memory(self):
        arrays = [claimex.extract_many([f"{n}%", f"${n}"]).to_numpy() for n in range(1, 50)]
        gc.collect()
        self.assertEqual([int(a["value"]["digits"][1] * 10 ** a["value"]["exponent"][1]) for a in arrays], list(range(1, 50)))

    def test_no_claims(self):
        for texts in ([], [""]):
            batch = claimex.extract_many(texts)
            self.assertEqual((batch.to_numpy().shape, batch.starts().tolist()), ((0,), [0] * (len(texts) + 1)))


def expected_row(document, index, claim):
    """A row of the table, from the object: the two ways meet in the library only."""
    row = {"doc": document, "claim": index, "start": claim.start, "end": claim.end}
    for name in ("value", "low", "high", "of", "per_amount"):
        number = getattr(claim, name)
        row[name] = None if number is None else float(number)
        row[name + "_exact"] = None if number is None else format(number, "f")
    for name in ("modifier", "subject", "source", "cue", "sentence"):
        span = getattr(claim, name)
        row[name + "_start"], row[name + "_end"] = (span.start, span.end) if span else (None, None)
        if name != "sentence":
            row[name] = span.text if span else None
    row.update(readings=list(claim.readings) or None, begins=claim.begins_iso, ends=claim.ends_iso)
    for name in "kind text relation unit per timex grain change role stance quoted inexact time same_as".split():
        row[name] = getattr(claim, name)
    return row


@unittest.skipUnless(installed("pyarrow"), "needs pyarrow")
class Arrow(unittest.TestCase):
    def assert_rows(self, texts, **options):
        batch = claimex.extract_many(texts, **options)
        table = batch.to_arrow()
        table.validate(full=True)
        rows = [expected_row(d, i, claim) for d, claims in enumerate(batch) for i, claim in enumerate(claims)]
        self.assertEqual(table.num_rows, len(rows))
        for found, expected in zip(table.to_pylist(), rows):
            self.assertEqual(found, expected)

    def test_rows_are_the_objects(self):
        self.assert_rows(documents.varied(60), reference_date="2024-05-17")

    def test_offsets_index_the_texts(self):
        texts = ["Öl 😀: 5% of €3m", "It rose 5%.", "", "ﬁve 7%"]
        self.assert_rows(texts)
        self.assert_rows([text.encode() for text in texts])
        with self.assertRaises(TypeError):
            claimex.extract_many([texts[0], b"5%"]).to_arrow()

    def test_a_new_stream_each_time(self):
        import pyarrow

        batch = claimex.extract_many(TEXTS)
        tables = [pyarrow.RecordBatchReader.from_stream(batch).read_all() for _ in range(3)]
        self.assertTrue(tables[0].equals(tables[1]) and tables[1].equals(tables[2]))

    def test_a_stream_outlives_its_batch(self):
        import pyarrow

        reader = pyarrow.RecordBatchReader.from_stream(claimex.extract_many(TEXTS))
        gc.collect()
        self.assertGreater(reader.read_all().num_rows, 2)

    def test_a_capsule_that_nobody_reads_is_given_back(self):
        from claimex import _arrow

        capsule = claimex.extract_many(TEXTS).__arrow_c_stream__()
        self.assertEqual(len(_arrow._streams), 1)
        del capsule
        gc.collect()
        self.assertEqual(len(_arrow._streams), 0)

    def test_parts_of_a_batch(self):
        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        whole = batch.to_arrow()
        self.assertTrue(batch[:].to_arrow().equals(whole))
        self.assertTrue(pickle.loads(pickle.dumps(batch)).to_arrow().equals(whole))
        self.assertEqual(batch[::-1].to_arrow()["doc"].to_pylist(), [0, 2, 2])
        self.assertTrue(batch[0].to_arrow().equals(whole.slice(0, 2)))
        self.assertTrue(claimex.extract(TEXTS[0], kinds=KINDS).to_arrow().equals(whole.slice(0, 2)))


@unittest.skipUnless(installed("pandas") and installed("pyarrow"), "needs pandas and pyarrow")
class Pandas(unittest.TestCase):
    def test_types_and_rows(self):
        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        frame = batch.to_pandas()
        self.assertEqual(frame["doc"].tolist(), [0, 0, 2])
        self.assertEqual(frame.groupby("unit")["high"].sum()["USD"], 15e6)
        self.assertEqual(str(frame["time"].dtype), "Int64")
        self.assertTrue(frame["value"].isna().tolist() == [False, False, True])
        self.assertEqual(frame.dtypes.to_dict(), claimex.extract("").to_pandas().dtypes.to_dict())


@unittest.skipUnless(installed("polars"), "needs polars")
class Polars(unittest.TestCase):
    def test_types_and_rows(self):
        import polars

        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        frame = batch.to_polars()
        self.assertEqual(frame["doc"].to_list(), [0, 0, 2])
        self.assertEqual(frame["value"].to_list(), [5.0, 3e6, None])
        self.assertEqual(frame.schema, claimex.extract("").to_polars().schema)
        self.assertTrue(polars.DataFrame(batch).equals(frame))


@unittest.skipUnless(installed("duckdb") and installed("pandas"), "needs duckdb and pandas")
class DuckDB(unittest.TestCase):
    QUERY = "select unit, count(*), max(high) from {} group by unit order by unit"

    def test_a_batch_can_be_queried(self):
        import duckdb

        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        frame = batch.to_pandas()
        self.assertEqual(len(batch), len(TEXTS))
        with duckdb.connect() as connection:
            for name in ("batch", "frame"):
                rows = connection.execute(self.QUERY.format(name)).fetchall()
                self.assertEqual(rows, [("%", 1, None), ("EUR", 1, None), ("USD", 1, 15e6)])
        self.assertEqual(len(frame), 3)

    def test_ten_thousand_documents(self):
        import duckdb

        texts = documents.varied(10_000)
        batch = claimex.extract_many(texts, reference_date="2024-05-17")
        frame = batch.to_pandas()
        with duckdb.connect() as connection:
            found = connection.execute(
                "select kind, count(*), count(distinct doc), sum(value) from batch group by kind"
            ).fetchall()
        groups = frame.groupby("kind", observed=True)
        self.assertEqual({kind: rows for kind, rows, _, _ in found}, groups.size().to_dict())
        self.assertEqual({kind: docs for kind, _, docs, _ in found}, groups["doc"].nunique().to_dict())
        self.assertEqual(frame["doc"].nunique(), 10_000)
        for start, end, text, doc in frame[["start", "end", "text", "doc"]].sample(500, random_state=1).itertuples(False):
            self.assertEqual(texts[doc][start:end], text)


if __name__ == "__main__":
    unittest.main()
