#!/usr/bin/env python3
"""The ABI gate refuses what breaks programs, and accepts what does not; 77 where libabigail is missing."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import gate

TYPES = """#include <stdint.h>
typedef struct claimex_options { uint32_t size; uint32_t kinds; uint8_t order; } claimex_options;
typedef struct claimex_claim { uint64_t value; uint8_t kind; uint8_t reserved[7]; } claimex_claim;
typedef struct claimex_span { uint32_t start; uint32_t end; } claimex_span;
"""

FUNCTIONS = """#include "claimex.h"
uint32_t claimex_scan(const claimex_options *options) { return options->kinds; }
const claimex_claim *claimex_claims(int count) { static claimex_claim claims[2]; return claims + count; }
claimex_span claimex_at(int i) { claimex_span span = { (uint32_t)i, 0 }; return span; }
"""

# Each is a text and what it becomes.
ACCEPTED = {
    'nothing': ('', ''),
    'function added': ('claimex_span claimex_at', 'int claimex_two(void) { return 2; }\nclaimex_span claimex_at'),
    'parameter renamed': ('count', 'total'),
    'option added': ('uint8_t order;', 'uint8_t order; uint32_t limit;'),
    'options added': ('uint8_t order;', 'uint8_t order; uint32_t limit; void *context;'),
    'reserved tail used': ('uint8_t reserved[7];', 'uint8_t more; uint8_t reserved[6];'),
    'reserved tail used up': ('uint8_t reserved[7];', 'uint8_t more[7];'),
}
REFUSED = {
    'function gone': ('claimex_scan', 'claimex_search'),
    'parameter changed': ('int count', 'long count'),
    'parameter added': ('int count', 'int count, int first'),
    'result changed': ('uint32_t claimex_scan', 'uint64_t claimex_scan'),
    'option in padding': ('uint8_t order;', 'uint8_t order; uint8_t other;'),
    'option in the middle': ('uint32_t kinds;', 'uint32_t flags; uint32_t kinds;'),
    'option gone': ('uint8_t order;', 'uint32_t limit;'),
    'option changed': ('uint8_t order;', 'uint16_t order; uint32_t limit;'),
    'claim larger': ('uint8_t reserved[7];', 'uint8_t reserved[7]; uint64_t more;'),
    'field moved': ('uint8_t kind; uint8_t reserved[7];', 'uint8_t more; uint8_t kind; uint8_t reserved[6];'),
    'field changed': ('uint64_t value;', 'double value;'),
    'field renamed': ('uint8_t kind;', 'uint8_t sort;'),
    'struct without size grown': ('uint32_t end;', 'uint32_t end; uint32_t line;'),
}


def planted(old='', new='', soname='libclaimex.so.0'):
    """The ABI of a small library in which a change was made."""
    with tempfile.TemporaryDirectory() as folder:
        header, source, library = (pathlib.Path(folder, name) for name in ('claimex.h', 'claimex.c', 'claimex.so'))
        for path, text in (header, TYPES), (source, FUNCTIONS):
            path.write_text(text.replace(old, new) if old else text, encoding='utf-8')
        subprocess.run([*os.environ.get('CC', 'cc').split(), '-g', '-shared', '-fPIC', f'-Wl,-soname,{soname}',
                        '-o', library, source], check=True)
        return gate.described(library, folder)


class Gate(unittest.TestCase):
    def test_accepted(self):
        for name, change in ACCEPTED.items():
            with self.subTest(name):
                self.assertEqual(gate.breaks(planted(), planted(*change)), '')

    def test_refused(self):
        for name, change in REFUSED.items():
            with self.subTest(name):
                self.assertNotEqual(gate.breaks(planted(), planted(*change)), '')

    def test_another_soname_promises_nothing(self):
        self.assertEqual(gate.breaks(planted(), planted(*REFUSED['function gone'], soname='libclaimex.so.1')), '')


if __name__ == '__main__':
    if not shutil.which('abidw'):
        sys.exit(77)
    unittest.main()
