"""seeds.py FOLDER DICTIONARY: writes the texts of the specs and the sample article as inputs of scan_fuzz, and the words
of the lexicon as a dictionary for libFuzzer."""

import glob
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
DEFAULT_OPTIONS = bytes(4)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def texts():
    yield read(os.path.join(ROOT, 'examples', 'article.txt'))
    for path in sorted(glob.glob(os.path.join(ROOT, 'tests', 'spec', '*.md'))):
        for match in re.finditer(r'^(```+)text\n(.*?)\n\1$', read(path), re.S | re.M):
            yield match.group(2)


def words():
    for path in sorted(glob.glob(os.path.join(ROOT, 'lib', 'lexicon', '*', '*.tsv'))):
        for line in read(path).splitlines():
            word, tab, _ = line.partition('\t')
            if tab and (word == '#' or not word.startswith('#')):
                yield word


def quoted(word):
    return '"%s"' % ''.join(chr(b) if 32 <= b < 127 and b not in b'"\\' else '\\x%02x' % b for b in word.encode())


def main(folder, dictionary):
    os.makedirs(folder, exist_ok=True)
    for number, text in enumerate(texts()):
        with open(os.path.join(folder, 'seed%04d' % number), 'wb') as file:
            file.write(DEFAULT_OPTIONS + text.encode())
    with open(dictionary, 'w', encoding='ascii') as file:
        for word in sorted(set(words())):
            file.write(quoted(word) + '\n')


main(*sys.argv[1:])
