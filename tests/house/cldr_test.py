"""The word tables that come from CLDR are what lib/lexicon/cldr/make.py makes, and every lexicon file is in order."""
import pathlib
import re
import subprocess
import sys
import unittest

LEXICON = pathlib.Path(__file__).resolve().parents[2] / 'lib/lexicon'
FILES = sorted(LEXICON.glob('common/*.tsv')) + sorted(LEXICON.glob('en/*.tsv'))
CONDITIONS = {'glued', 'free', 'cased', 'beside_amount', 'initial'}
CRYPTO = {'BTC', 'ETH'}


def entries(path):
    """(line number, word, {class: value}, conditions) of each line."""
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line and not line.startswith('#'):
            word, items, conditions = (line.split('\t') + [''])[:3]
            yield number, word, dict(item.partition('=')[::2] for item in items.split(' ')), conditions.split()


def readings(items, name):
    return items[name].partition(':')[0].split('|') if name in items else []


class Cldr(unittest.TestCase):
    def test_tables_are_what_the_inputs_make(self):
        subprocess.run([sys.executable, LEXICON / 'cldr/make.py', '--check'], check=True)

    def test_every_currency_is_known_to_cldr(self):
        rows = (LEXICON / 'cldr/input/currencies.tsv').read_text(encoding='utf-8').splitlines()
        known = {row.split('\t')[0] for row in rows} | CRYPTO
        for path in FILES:
            for number, word, items, _ in entries(path):
                for code in readings(items, 'CURRENCY') + readings(items, 'MINOR'):
                    self.assertIn(code, known, f'{path.name}:{number}: {word}')

    def test_values_have_their_form(self):
        forms = {'CURRENCY': r'[A-Z]{3}(\|[A-Z]{3})*', 'MINOR': r'[A-Z]{3}(\|[A-Z]{3})*:[1-8]',
                 'MONTH': r'[1-9]|1[0-2]',
                 'WEEKDAY': '[1-7]', 'SEASON': 'SP|SU|FA|WI', 'UNIT': '[!-~]+',
                 'TIMEUNIT': 'second|minute|hour|day|week|fortnight|month|quarter|year|decade|century'}
        for path in FILES:
            for number, word, items, _ in entries(path):
                for name in items.keys() & forms.keys():
                    self.assertRegex(items[name], f'^({forms[name]})$', f'{path.name}:{number}: {word}')

    def test_a_reading_stands_in_one_line(self):
        seen = {}
        for path in FILES:
            for number, word, items, conditions in entries(path):
                for name in items.keys() & {'CURRENCY', 'MINOR', 'UNIT', 'TIMEUNIT'}:
                    place = (word, name, *sorted(conditions))
                    self.assertEqual(seen.setdefault(place, f'{path.name}:{number}'), f'{path.name}:{number}', word)


class Files(unittest.TestCase):
    def test_lines_are_sorted_and_single(self):
        for path in FILES:
            lines = [line for line in path.read_bytes().splitlines() if not line.startswith(b'#')]
            self.assertEqual(lines, sorted(set(lines)), path.name)

    def test_words_are_lower_case_unless_cased(self):
        for path in FILES:
            for number, word, _, conditions in entries(path):
                place = f'{path.name}:{number}: {word}'
                self.assertLessEqual(set(conditions), CONDITIONS, place)
                if 'cased' not in conditions:
                    self.assertIsNone(re.search('[A-Z]', word), place)


if __name__ == '__main__':
    unittest.main()
