"""What files look like: their length, the paths they name, lexicon lines, and that no test is left out."""

import os
import re

import tree

LONGEST = 600


def length(root):
    """Files are short enough to be read in one go."""
    for below in ('lib', 'include', 'examples', 'tests', 'python'):
        for path in tree.files(root, '.c', '.h', '.py', '.sh', below=below):
            count = tree.read(root, path).count('\n')
            if count > LONGEST:
                yield path, count, f'has more than {LONGEST} lines'


# A folder of somebody's machine. (Written so that this line does not name one.)
PRIVATE = re.compile(r'(?<![\w.-])/(?:home|root|Users|work|tmp/\w)/')


def paths(root):
    """No file names a folder of the machine that it was written on."""
    for path in tree.files(root):
        text = tree.read(root, path)
        if '\0' in text:
            continue
        for line, content in enumerate(text.split('\n'), 1):
            if PRIVATE.search(content):
                yield path, line, 'names a folder of one machine'


CONDITIONS = {'glued', 'free', 'cased', 'beside_amount', 'initial'}


def _classes(root):
    definition = 'lib/lexicon/classes.def'
    return set(re.findall(r'^CLASS\((\w+),', tree.code(tree.read(root, definition)), re.M))


def _entry_fault(entry, classes):
    """What is wrong with a line, or None."""
    columns = entry.split('\t')
    if len(columns) not in (2, 3):
        return 'has not two or three columns'
    if any(column != ' '.join(column.split(' ')).strip() or column == '' for column in columns):
        return 'has a blank at an end of a column, or an empty column'
    for given in columns[1].split(' '):
        name, equals, value = given.partition('=')
        if name not in classes:
            return f'"{name}" is no class'
        if equals and not value:
            return f'"{name}" has an empty value'
    for condition in columns[2].split(' ') if len(columns) == 3 else []:
        if condition not in CONDITIONS:
            return f'"{condition}" is no condition'
    return None


def _meanings(entry):
    word, given, *conditions = entry.split('\t')
    for name in given.split(' '):
        yield word, name.partition('=')[0], tuple(sorted(' '.join(conditions).split()))


def _lexicon_file(root, path, classes, seen):
    previous = b''
    for line, entry in tree.lines(root, path):
        if entry.startswith('#') and not entry.startswith('#\t'):
            continue
        fault = _entry_fault(entry, classes)
        if fault:
            yield path, line, fault
            continue
        key = entry.encode('utf-8', 'surrogateescape')
        if key < previous:
            yield path, line, 'is not in order (LC_ALL=C sort)'
        previous = key
        for meaning in _meanings(entry):
            if meaning in seen:
                yield path, line, f'"{meaning[0]}" is {meaning[1]} already in {seen[meaning]}'
            seen.setdefault(meaning, f'{path}:{line}')


def lexicon(root):
    """Lexicon files are sorted, well-formed, and say nothing twice."""
    classes = _classes(root)
    common = {}
    for path in tree.files(root, '.tsv', below='lib/lexicon/common'):
        yield from _lexicon_file(root, path, classes, common)
    languages = {}
    for path in tree.files(root, '.tsv', below='lib/lexicon'):
        folder = path.split('/')[2]
        if folder not in ('common', 'cldr'):
            yield from _lexicon_file(root, path, classes, languages.setdefault(folder, dict(common)))


LISTS = {'tests/unit': r'(\w+)_test\.c', 'tests/api': r'(\w+)_test\.c', 'tests/spec': r'(\w+)\.md'}


def listed(root):
    """Every test file is named in the meson.build beside it."""
    for folder, pattern in LISTS.items():
        for path in tree.files(root, below=folder):
            name = re.fullmatch(pattern, os.path.basename(path))
            if name and not re.search(r"'" + name.group(1) + r"(_test\.c)?'", tree.read(root, folder + '/meson.build')):
                yield path, 1, f'is not in {folder}/meson.build, so it never runs'


def titles(root):
    """No two examples of a file have one title: a failure is then found by its name."""
    for path in tree.files(root, '.md', below='tests/spec'):
        seen = set()
        for line, title in tree.lines(root, path):
            if title.startswith('#') and title in seen:
                yield path, line, f'"{title}" stands here twice'
            seen.add(title)


CHECKS = {'length': length, 'paths': paths, 'lexicon': lexicon, 'listed': listed, 'titles': titles}

_CLASSES = 'CLASS(CURRENCY, CLASS_QUANTITY) /* x */\nCLASS(UNIT, CLASS_QUANTITY)\n/* CLASS(OLD, x) */\n'

PLANTED = {
    'length': {'lib/a.c': '\n' * 600, 'lib/b.c': '\n' * 601, 'tests/c.py': '\n' * 700, 'lib/d.tsv': '\n' * 700},
    'paths': {
        'README.md': 'see https://example.org/home/index and ../root/ and /etc/\n\ncd ' + '/home' + '/me\n',
        'tests/a.sh': '#!/bin/sh\nPATH=' + '/root' + '/bin\n',
    },
    'lexicon': {
        'lib/lexicon/classes.def': _CLASSES,
        'lib/lexicon/cldr/input.tsv': 'anything\n',
        'lib/lexicon/common/a.tsv': '# comment\n$\tCURRENCY=USD\n#\tUNIT\nEUR\tCURRENCY=EUR\tcased\n',
        'lib/lexicon/en/b.tsv': 'EUR\tCURRENCY=EUR\nEUR\tUNIT=EUR CURRENCY=EUR\tcased\n',
        'lib/lexicon/en/c.tsv': 'a\tUNIT\tglued\na\tUNIT\tfree\na b\tUNIT=\nb\nb \tUNIT\nc\tOLD\nd\tUNIT\tround\n\n'
                                'z\tUNIT\nf\tUNIT\n',
        'lib/lexicon/fr/b.tsv': 'f\tUNIT\nf\tUNIT=x\n',
    },
    'titles': {
        'tests/spec/a.md': '# A\n\n## One\ntext\n## Two\ntext\n## One\n', 'tests/spec/b.md': '# A\n## One\n',
    },
    'listed': {
        'tests/unit/meson.build': "units = ['arena',\n 'array']\n",
        'tests/unit/arena_test.c': '', 'tests/unit/array_test.c': '', 'tests/unit/rray_test.c': '',
        'tests/spec/meson.build': "specs = ['money']\ntest('runner', 'runner_test.c')\n",
        'tests/spec/money.md': '', 'tests/spec/date.md': '', 'tests/spec/runner_test.c': '',
    },
}

EXPECTED = {
    'length': ['lib/b.c:601', 'tests/c.py:700'],
    'paths': ['README.md:3', 'tests/a.sh:2'],
    'lexicon': ['lib/lexicon/common/a.tsv:3', 'lib/lexicon/en/b.tsv:2', 'lib/lexicon/en/c.tsv:2',
                'lib/lexicon/en/c.tsv:3', 'lib/lexicon/en/c.tsv:4', 'lib/lexicon/en/c.tsv:5',
                'lib/lexicon/en/c.tsv:6', 'lib/lexicon/en/c.tsv:7', 'lib/lexicon/en/c.tsv:8',
                'lib/lexicon/en/c.tsv:10', 'lib/lexicon/fr/b.tsv:2'],
    'titles': ['tests/spec/a.md:7'],
    'listed': ['tests/unit/rray_test.c:1', 'tests/spec/date.md:1'],
}
