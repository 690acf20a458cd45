"""Arrays and tables, where numpy, pandas and polars are installed."""

import gc
import importlib.util
import unittest

import claimex
from claimex import Extractor, tables


def installed(name):
    return importlib.util.find_spec(name) is not None


TEXTS = ["Öl: 5% of €3m", "nothing", "about $10-15 million"]
KINDS = ("percentage", "money")


class Columns(unittest.TestCase):
    def test_one_row_a_claim(self):
        table = tables.columns(Extractor(kinds=KINDS).extract_many(TEXTS))
        self.assertEqual({len(column) for column in table.values()}, {3})
        self.assertEqual(table["doc"], [0, 0, 2])
        self.assertEqual(table["text"], ["5%", "€3m", "$10-15 million"])
        self.assertEqual(table["value"], [5.0, 3e6, None])
        self.assertEqual(table["high"], [None, None, 15e6])
        self.assertEqual(table["unit"], ["%", "EUR", "USD"])
        self.assertEqual(table["start"], [4, 10, 6])
        self.assertEqual(table["modifier"][:2], [None, None])
        self.assertEqual(table["sentence"][0], TEXTS[0])


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


@unittest.skipUnless(installed("pandas"), "needs pandas")
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
        batch = Extractor(kinds=KINDS).extract_many(TEXTS)
        frame = batch.to_polars()
        self.assertEqual(frame["doc"].to_list(), [0, 0, 2])
        self.assertEqual(frame["value"].to_list(), [5.0, 3e6, None])
        self.assertEqual(frame.schema, claimex.extract("").to_polars().schema)


@unittest.skipUnless(installed("duckdb") and installed("pandas"), "needs duckdb and pandas")
class DuckDB(unittest.TestCase):
    def test_a_frame_can_be_queried(self):
        import duckdb

        connection = duckdb.connect()
        connection.register("claims", Extractor(kinds=KINDS).extract_many(TEXTS).to_pandas())
        rows = connection.execute("select unit, count(*), max(high) from claims group by unit order by unit").fetchall()
        self.assertEqual(rows, [("%", 1, None), ("EUR", 1, None), ("USD", 1, 15e6)])


if __name__ == "__main__":
    unittest.main()
