#!/usr/bin/env python3
"""README shows what really comes out.

    readme_test.py BUILD            exit 1 where a command or a line of Python gives something else
    readme_test.py BUILD --write    run the commands again and put their output into README
"""

import difflib
import doctest
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / 'README.md'


def run(command, build):
    command = command.replace('build/claimex', str(build / 'claimex'))
    return subprocess.run(['sh', '-c', command], cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding='utf-8').stdout


def again(block, build):
    """The block of commands, each with what it prints now."""
    commands = [line for line in block.splitlines() if line.startswith('$ ')]
    return '\n\n'.join(command + '\n' + run(command[2:], build).strip('\n') for command in commands) + '\n'


def renewed(text, build):
    """README with all its blocks of commands run again, except for letters: they change with every word."""
    return re.sub(r'(?<=```console\n).*?(?=```)', lambda block: again(block[0], build), text, flags=re.S)


def without_letters(text):
    return re.sub(r'^( +\d+ +\d+-\d+ +)[0-9a-f]{2}', r'\1..', text, flags=re.M)


def python_failures(text):
    blocks = '\n'.join(re.findall(r'```pycon\n(.*?)```', text, flags=re.S))
    example = doctest.DocTestParser().get_doctest(blocks, {}, 'README.md', str(README), 0)
    return doctest.DocTestRunner().run(example).failed


def main(build, *options):
    text = README.read_text(encoding='utf-8')
    now = renewed(text, pathlib.Path(build).resolve())
    if '--write' in options:
        README.write_text(now, encoding='utf-8')
        return 0
    old, new = (without_letters(side).splitlines() for side in (text, now))
    differences = list(difflib.unified_diff(old, new, 'README.md', 'now', lineterm=''))
    print(*differences, sep='\n')
    return 1 if differences or python_failures(text) else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
