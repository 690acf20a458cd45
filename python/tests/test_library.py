"""The library is found, or the import says what was tried."""

import os
import subprocess
import sys
import unittest

import claimex



def import_with(**changes):
    environment = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
    return subprocess.run(
        [sys.executable, "-c", "import claimex"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@unittest.skipUnless("CLAIMEX_LIBRARY" in os.environ, "an installed package finds its own library")
class Lookup(unittest.TestCase):
    def test_a_library_that_is_not_there(self):
        done = import_with(CLAIMEX_LIBRARY="/nowhere/libclaimex.so.0")
        self.assertNotEqual(done.returncode, 0)
        message = done.stderr.decode().splitlines()[-1]
        self.assertTrue(message.startswith("ImportError: "), message)
        self.assertIn("/nowhere/libclaimex.so.0", message)
        self.assertIn("CLAIMEX_LIBRARY", message)

    def test_a_library_that_is_another(self):
        done = import_with(CLAIMEX_LIBRARY="libc.so.6")
        self.assertIn("ImportError: libc.so.6 has no function claimex_version", done.stderr.decode())


class Loaded(unittest.TestCase):
    def test_version(self):
        self.assertRegex(claimex.__version__, r"^\d+\.\d+\.\d+$")

    def test_names_come_from_the_library(self):
        self.assertEqual(claimex.KINDS[:2], ("percentage", "money"))
        for enum in ("KINDS", "RELATIONS", "ROLES", "CHANGES", "STANCES", "GRAINS"):
            names = getattr(claimex, enum)
            self.assertEqual(len(set(names)), len(names))
            self.assertGreater(len(names), 2)



if __name__ == "__main__":
    unittest.main()
