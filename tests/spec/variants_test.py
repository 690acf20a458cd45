"""What does not change what a text says does not change its claims: every example of the specs, written otherwise.

usage: variants_test.py COMMAND SPEC.md…
"""
import html
import json
import re
import subprocess
import sys
import unittest

COMMAND, SPECS = sys.argv[1], sys.argv[2:]
REFERENCE = '2017-04-25'
VALUES = ('kind', 'value', 'low', 'high', 'of', 'relation', 'unit', 'per', 'per_amount', 'timex', 'begins', 'ends',
          'role', 'change', 'stance', 'quoted', 'time', 'same_as')
WORDS = ('subject', 'source', 'cue', 'modifier')


def examples():
    """All texts of the specs, with where they stand."""
    for path in SPECS:
        with open(path, encoding='utf-8', newline='') as file:
            spec = file.read()
        for match in re.finditer(r'^```text\n(.*?)\n```$', spec, re.MULTILINE | re.DOTALL):
            yield '%s:%d' % (path, spec.count('\n', 0, match.start()) + 2), match[1]


EXAMPLES = list(examples())


def scan(texts):
    """The claims of each text."""
    lines = (json.dumps({'id': i, 'text': text, 'reference_date': REFERENCE}) for i, text in enumerate(texts))
    done = subprocess.run([COMMAND, '--input', 'ndjson', '--format', 'ndjson'], input='\n'.join(lines).encode(),
                          stdout=subprocess.PIPE, check=True)
    claims = [[] for _ in texts]
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        if 'kind' in record:
            claims[record['doc']].append(record)
    return claims


def straight(text):
    """Words apart from how they are set."""
    text = html.unescape(text)
    text = re.sub(r'-\r?\n|[\u00ad\u200e]', '', text).replace('\ufb01', 'fi').replace('\ufb02', 'fl')
    for curly, plain in ('\u2019', "'"), ('\u2018', "'"), ('\u201c', '"'), ('\u201d', '"'):
        text = text.replace(curly, plain)
    return ' '.join(text.split())


def meaning(claim):
    words = (straight(claim[key]['text']) if key in claim else None for key in WORDS)
    return [claim.get(key) for key in VALUES] + list(words)


class Variants(unittest.TestCase):
    def check(self, variant):
        texts = [(place, text, variant(text)) for place, text in EXAMPLES]
        texts = [(place, text, other) for place, text, other in texts if other != text]
        self.assertGreater(len(texts), 10)
        plain, varied = scan([text for _, text, _ in texts]), scan([other for _, _, other in texts])
        for (place, _, other), one, two in zip(texts, plain, varied):
            with self.subTest(place=place, text=other):
                self.assertEqual([meaning(claim) for claim in one], [meaning(claim) for claim in two])

    def test_no_break_space_behind_a_number(self):
        self.check(lambda text: re.sub(r'(\d) ([a-z])', '\\1\u00a0\\2', text))

    def test_line_ends_of_two_bytes(self):
        self.check(lambda text: text.replace('\n', '\r\n'))

    def test_curly_marks(self):
        def curl(text):
            if "''" in text or re.search(r"' |'$|\d\"", text, re.MULTILINE):  # primes, and plurals that own
                return text
            return re.sub(r'(?<![^\s(])"([^"\n]*)"', '\u201c\\1\u201d', text).replace("'", '\u2019')
        self.check(curl)

    def test_soft_hyphens(self):
        def write(match):  # the name and options of a command of LaTeX are no words
            return match[0] if match[0].startswith('\\') else match[1] + '\u00ad' + match[2]
        self.check(lambda text: re.sub(r'\\[A-Za-z]+(?:\[[^]]*\])?|\b(?!http)([A-Za-z]{3})([a-z]{3})', write, text))

    def test_ligatures(self):
        self.check(lambda text: text.replace('fi', '\ufb01').replace('fl', '\ufb02'))

    def test_characters_as_html_writes_them(self):
        names = {'%': '&#37;', '"': '&quot;', '\u00a3': '&pound;', '\u20ac': '&#x20AC;', '\u2013': '&ndash;',
                 '\u00b0': '&deg;'}
        def write(text):
            if '&' in text:  # some of it may be written so already
                return text
            return re.sub('[%s]' % ''.join(names), lambda mark: names[mark[0]], text)
        self.check(write)

    def test_marks_of_direction(self):
        def write(text):
            if '&' in text:
                return text
            # within a formula or a group of LaTeX a mark is a part of it
            left = r'\$[^$\n]*\$|\{[^}]*\}|\[[^]]*\]' if '\\' in text else r'(?!)'
            return re.sub('(%s)|\\d+' % left, lambda m: m[0] if m[1] else '\u200e%s\u200e' % m[0], text)
        self.check(write)

    def test_words_broken_at_the_ends_of_lines(self):
        def broken(text):
            return re.sub(r'\b(per|mil|bil|dol|peo|com|hun|thou|Sep|Oc|No|De|Mon|Tues|quar)'
                          r'(cent|lion|lars|ple|panies|dred|sand|tember|tober|vember|cember|day|ter)\b', r'\1-\n\2', text)
        self.check(broken)

    def test_a_paragraph_before(self):
        def begin(text):
            return 'The start.\n\n' + text
        self.check(begin)

    def test_a_paragraph_behind(self):
        self.check(lambda text: text + '\n\nThe end.')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
