"""What the build-time checker says and writes: check_patterns_test.py CHECK_PATTERNS"""
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))


class CheckPatterns(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def run_on(self, *texts):
        """The texts are shapes.pcre, a.pcre, b.pcre; gives the message, and what was written or None."""
        paths = [os.path.join(self.directory.name, name) for name in ("shapes.pcre", "a.pcre", "b.pcre")]
        out = os.path.join(self.directory.name, "out.c")
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        run = subprocess.run([PROGRAM, out, "test", *paths[:len(texts)]], capture_output=True, text=True)
        written = None
        if os.path.exists(out):
            with open(out, encoding="ascii") as file:
                written = file.read()
        self.assertEqual(run.returncode, 1 if run.stderr else 0)
        return run.stderr, written

    def expect_error(self, message, *texts):
        self.assertEqual(self.run_on(*texts), (message + "\n", None))

    def test_texts_are_written_without_comments(self):
        message, written = self.run_on("# shapes\n== pair\n. .\n",
                                       "\r\n# 3 – 4\r\n== one  \r\n(?&pair)# – .\r\n.\r\n== two\r\n.",
                                       "== one\n. # end")
        self.assertEqual(message, "")
        for line in ('const struct pattern_source test_shapes[] = {',
                     '    { "shapes.pcre", "pair", 3, shapes_0 },',
                     'const size_t test_n_shapes = 1;',
                     'const struct pattern_source test_patterns[] = {',
                     '    { "a.pcre", "one", 4, patterns_0 },',
                     '    { "a.pcre", "two", 7, patterns_1 },',
                     '    { "b.pcre", "one", 2, patterns_2 },',
                     'const size_t test_n_patterns = 3;',
                     'const struct pattern_file test_files[] = {',
                     '    { "a.pcre", 0, 2 },',
                     '    { "b.pcre", 2, 1 },',
                     'const size_t test_n_files = 2;',
                     'static const char patterns_2[] = {'):
            self.assertIn(line + "\n", written)
        numbers = written.split("patterns_0[] = {")[1].split("}")[0]
        self.assertEqual(bytes(int(number) for number in numbers.split(",")), b"(?&pair)\n.\r\n\0")

    def test_a_header_names_files_and_patterns(self):
        paths = [os.path.join(self.directory.name, name) for name in ("shapes.pcre", "a.pcre", "b.pcre", "out.c", "out.h")]
        for path, text in zip(paths, ("", "== one\n.\n== two_3\n.\n", "== one\n.\n")):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        subprocess.run([PROGRAM, *paths[3:], "test", *paths[:3]], check=True)
        with open(paths[4], encoding="ascii") as file:
            words = file.read().split("*/")[1].split()
        self.assertEqual(" ".join(words), "enum test_file { FILE_A, FILE_B, }; enum test_pattern { A_ONE, A_TWO_3, B_ONE, };")

    def test_mistakes_stop_the_build_with_their_line(self):
        self.expect_error("a.pcre:3: unknown class CURENCY", "", "# money\n== a\n(?&CURENCY)")
        self.expect_error("b.pcre:4: lookbehind assertion is not fixed length", "", "", "== a\n\n.\n(?<= .{1,2} ) .")
        self.expect_error("shapes.pcre:4: unknown shape later", "== a\n.\n== b\n(?&later)\n== later\n.", "")
        self.expect_error("shapes.pcre:2: a shape has no fields", "== a\n(?<unit> . )", "")
        self.expect_error("a.pcre:2: a can match without a token", "", "== a\n.?")
        self.expect_error("a.pcre:130: more than 64 patterns in one set", "",
                          "".join("== p%d\n.\n" % i for i in range(65)))

    def test_a_pattern_needs_a_name_of_its_own(self):
        self.expect_error("a.pcre:2: a pattern begins with == name", "", "# a\n.\n== a\n.")
        self.expect_error("a.pcre:1: a name is a-z, 0-9 and _, and begins with a letter", "", "== A\n.")
        self.expect_error("a.pcre:1: a name is a-z, 0-9 and _, and begins with a letter", "", "==\n.")
        self.expect_error("a.pcre:1: a name is a-z, 0-9 and _, and begins with a letter", "", "== a b\n.")
        self.expect_error("a.pcre:3: a stands twice in this file", "", "== a\n.\n== a\n.")
        self.expect_error("a.pcre:3: no pattern follows == a", "", "== a\n# .\n")

    def test_files_that_cannot_be_read(self):
        path = os.path.join(self.directory.name, "a.pcre")
        self.expect_error(path + ": cannot be read, or has a NUL byte", "", "== a\n.\0")
        os.remove(path)
        run = subprocess.run([PROGRAM, "out.c", "test", path, path], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (1, path + ": cannot be opened\n"))


unittest.main()
