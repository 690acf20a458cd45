"""The package and the command claimex say the same."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import claimex

COMMAND = os.environ.get("CLAIMEX_COMMAND")
ARTICLE = Path(__file__).resolve().parents[2] / "examples" / "article.txt"


def run(command, *arguments, **options):
    return subprocess.run([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def module(*arguments, **options):
    return run([sys.executable, "-m", "claimex"], *arguments, **options)


def records(output):
    return [json.loads(line) for line in output.decode().splitlines()]


@unittest.skipUnless(COMMAND, "CLAIMEX_COMMAND is not set")
class SameAsTheCommand(unittest.TestCase):
    def test_objects(self):
        text = ARTICLE.read_bytes().decode()
        theirs = records(run([COMMAND], "--format", "ndjson", str(ARTICLE)).stdout)
        ours = [claim.as_dict(byte_offsets=True) for claim in claimex.extract(text)]
        self.assertGreater(len(ours), 10)
        self.assertEqual([{"doc": str(ARTICLE), **record} for record in ours], theirs)
        code_points = records(run([COMMAND, "--offsets", "codepoint", "--format", "ndjson", str(ARTICLE)]).stdout)
        ours = [claim.as_dict() for claim in claimex.extract(text)]
        self.assertEqual([{"doc": str(ARTICLE), **record} for record in ours], code_points)

    def test_python_m_claimex(self):
        for arguments in ([str(ARTICLE)], ["--kinds", "money", str(ARTICLE)]):
            theirs = run([COMMAND, "--format", "ndjson"], *arguments).stdout
            self.assertEqual(records(module(*arguments).stdout), records(theirs))
        self.assertEqual(module("--version").stdout, run([COMMAND], "--version").stdout)


class Module(unittest.TestCase):
    def test_standard_input(self):
        for arguments in ([], ["-"]):
            done = module(*arguments, input=b"up 5%")
            (record,) = records(done.stdout)
            self.assertEqual(done.returncode, 0)
            self.assertEqual((record["doc"], record["text"], record["value"]), ("-", "5%", "5"))

    def test_one_bad_file_does_not_stop_the_others(self):
        with tempfile.TemporaryDirectory() as folder:
            bad, good = Path(folder, "bad"), Path(folder, "good")
            bad.write_bytes(b"5%\xff")
            good.write_bytes(b"6%")
            done = module(str(bad), folder, str(Path(folder, "none")), str(good))
        self.assertEqual(done.returncode, 1)
        self.assertEqual([record["value"] for record in records(done.stdout)], ["6"])
        self.assertEqual(len(done.stderr.decode().splitlines()), 3)
        self.assertIn("byte 2", done.stderr.decode())

    def test_wrong_usage(self):
        for wrong in (["--kinds", "monny"], ["--reference-date", "soon"], ["--no-such"]):
            self.assertEqual(module(*wrong, input=b"").returncode, 2)

    @unittest.skipIf(os.name == "nt", "pipes break otherwise there")
    def test_a_reader_that_has_seen_enough(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-m", "claimex", "-"], input=b"5% " * 9999, stdout=write, stderr=subprocess.PIPE
        )
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (1, b""))


if __name__ == "__main__":
    unittest.main()
