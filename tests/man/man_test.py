#!/usr/bin/env python3
"""A man page is well-formed and says all: every function, every option.

    man_test.py ROOT PAGE    writes what is wrong; 1 when there is any, 77 without mandoc, which reads the page
"""

import pathlib
import re
import shutil
import subprocess
import sys

# A page that is made of the source has no date of its own.
ALLOWED = 'missing date, using ""'


def mandoc(*arguments):
    return subprocess.run(['mandoc', *arguments], stdout=subprocess.PIPE, encoding='utf-8').stdout


def faults_of_form(page):
    return [line for line in mandoc('-T', 'lint', '-W', 'warning', page).splitlines() if ALLOWED not in line]


def shown(page):
    """What a reader sees, in one line, without the overstrikes that make letters bold."""
    return ' '.join(re.sub('.\b', '', mandoc('-T', 'utf8', page)).split())


def functions(root):
    """As a declaration shows them."""
    return [name + '(' for name in (root / 'tests/house/symbols.txt').read_text().split()]


def options(root):
    """Those that the command line is compared with."""
    return re.findall(r'\{ "(-[\w-]+)"', (root / 'examples/cli/arguments.c').read_text(encoding='utf-8'))


def main(root, page):
    if not shutil.which('mandoc'):
        print('mandoc is missing')
        return 77
    root = pathlib.Path(root)
    wanted = functions(root) if page.endswith('3') else options(root)
    text = shown(page)
    faults = faults_of_form(page) + [f'{name} is not in {page}' for name in wanted if name not in text]
    print(*faults, f'{len(wanted)} names were looked for', sep='\n')
    return 1 if faults or not wanted else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
