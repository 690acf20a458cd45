#!/usr/bin/env python3
"""Makes the word tables that come from CLDR: currencies, units, months and weekdays.

    make.py            remake the tables from the trimmed inputs in input/
    make.py --check    change nothing; exit 1 and name the tables that differ from what the inputs make
    make.py --fetch    first fetch CLDR from the npm registry and trim it into input/

A word that stands in the hand-made file beside a table, in upper or lower case, is left to that file.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

VERSION = '48.2.0'
HERE = pathlib.Path(__file__).resolve().parent
LEXICON = HERE.parent
WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
ORIGIN = f'# From CLDR {VERSION} (licence: cldr/LICENSE-Unicode-3.0)'


# ---------------------------------------------------------------- inputs: fetch and trim

def fetch(folder, package, *members):
    """The JSON documents `members` of an npm package."""
    out = subprocess.run(['npm', 'pack', '--silent', f'{package}@{VERSION}'], cwd=folder, check=True, text=True,
                         stdout=subprocess.PIPE)
    with tarfile.open(pathlib.Path(folder, out.stdout.split()[-1])) as archive:
        return [json.load(archive.extractfile(f'package/{member}')) for member in members]


def write_rows(name, title, rows):
    lines = [f'{ORIGIN}: {title}'] + ['\t'.join(row) for row in rows]
    (HERE / 'input' / name).write_text('\n'.join(lines) + '\n', encoding='utf-8')


def read_rows(path):
    lines = path.read_text(encoding='utf-8').splitlines()
    return [line.split('\t') for line in lines if line and not line.startswith('#')]


def trim_currencies(names, supplement):
    """code, last day as tender (9999: today's, -: never), "euro" if that replaced it, one, other, symbol, narrow one."""
    regions = supplement['supplemental']['currencyData']['region'].values()
    tenders = [{code: data.get('_to', '9999') for entry in region for code, data in entry.items()
                if data.get('_tender') != 'false'} for region in regions]
    last, euro = {}, set()
    for region in tenders:
        for code, until in region.items():
            last[code] = max(last.get(code, ''), until)
            if region.get('EUR') == '9999' and until >= '1999':
                euro.add(code)
    for code, data in sorted(names['main']['en']['numbers']['currencies'].items()):
        one, other = data.get('displayName-count-one', ''), data.get('displayName-count-other', '')
        symbols = [data.get('symbol', ''), data.get('symbol-alt-narrow', '')]
        yield [code, last.get(code, '-'), 'euro' if code in euro else '-', one, other,
               *('' if symbol == code else symbol for symbol in symbols)]


def trim_units(american, british, wanted):
    """id, symbol, then names: one and other in American and British English. Of a prefix: id, sign, name."""
    units = [locale['main'][name]['units'] for locale, name in ((american, 'en'), (british, 'en-GB'))]
    for key, data in units[0]['short'].items():
        if 'unitPrefixPattern' in data and key.startswith('10p'):
            patterns = [units[0][length][key]['unitPrefixPattern'] for length in ('short', 'long')]
            yield [key] + [pattern.replace('{0}', '') for pattern in patterns]
        elif key in wanted:
            patterns = [data['unitPattern-count-other']]
            patterns += [unit['long'][key][f'unitPattern-count-{n}'] for unit in units for n in ('one', 'other')]
            yield [key] + [pattern.replace('{0}', '').strip() for pattern in patterns]


def trim_calendar(american, british):
    """class, value, name, abbreviations."""
    calendars = [locale['main'][name]['dates']['calendars']['gregorian']
                 for locale, name in ((american, 'en'), (british, 'en-GB'))]
    for kind, part in (('MONTH', 'months'), ('WEEKDAY', 'days')):
        for key, name in calendars[0][part]['format']['wide'].items():
            value = key if key.isdigit() else str(WEEK.index(key) + 1)
            yield [kind, value, name, *sorted({calendar[part]['format']['abbreviated'][key] for calendar in calendars})]


def fetch_inputs():
    with tempfile.TemporaryDirectory() as folder:
        names, = fetch(folder, 'cldr-numbers-full', 'main/en/currencies.json')
        supplement, = fetch(folder, 'cldr-core', 'supplemental/currencyData.json')
        write_rows('currencies.tsv', 'code, last day as tender (9999: today\'s), replaced by the euro, one, other, '
                   'symbol, narrow symbol', trim_currencies(names, supplement))
        units = fetch(folder, 'cldr-units-full', 'main/en/units.json', 'main/en-GB/units.json')
        wanted = {row[0] for row in read_rows(HERE / 'ucum.tsv')}
        write_rows('units.tsv', 'unit, symbol, one and other in American and in British English; prefix, sign, name',
                   trim_units(*units, wanted))
        calendars = fetch(folder, 'cldr-dates-full', 'main/en/ca-gregorian.json', 'main/en-GB/ca-gregorian.json')
        write_rows('calendar.tsv', 'class, value, name, abbreviations', trim_calendar(*calendars))


# ---------------------------------------------------------------- words

def plain(word):
    """Without marks over letters: krónur → kronur."""
    return ''.join(c for c in unicodedata.normalize('NFD', word) if not unicodedata.combining(c))


def spellings(name):
    """Lower case, with and without accents, "and" for "&"."""
    name = name.split(' (')[0].lower().replace(' & ', ' and ').replace('-', ' ')
    return {name, plain(name)}


class Table:
    """The lines of one file, less the words that the hand-made files beside it hold."""

    def __init__(self, path, title, hand=()):
        self.path = LEXICON / path
        self.head = [f'{ORIGIN}: {title}', '# Made by cldr/make.py; additions belong in ' + ' or '.join(hand) + '.']
        self.lines = set()
        self.taken = {row[0].lower() for name in hand for row in read_rows(LEXICON / name)}

    def add(self, word, items, conditions=''):
        if word.lower() not in self.taken:
            self.lines.add('\t'.join([word, items] + [conditions] * bool(conditions)))

    def text(self):
        return '\n'.join(self.head + sorted(self.lines, key=str.encode)) + '\n'


# ---------------------------------------------------------------- currencies

# Which reading of a shared name or symbol comes first: by turnover (BIS Triennial Central Bank Survey 2022), with the
# currencies that the euro replaced where news wrote of them most; the rest by code.
MOST_USED = ('USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED '
             'TRY HUF CLP SAR PHP MYR COP RUB RON PEN BGN FRF DEM ITL ESP NLG BEF PTE IEP KWD PKR EGP ARS KES IRR').split()

# Codes that are capitalised English before a number: "ALL 5 of us", "TOP 10", "WORLD CUP 2018".
NEVER_BEFORE_AMOUNT = {'ALL', 'CUP', 'TOP'}

# Last words of currency names that are other words by themselves.
NO_BARE_NAME = {'colon', 'colones', 'colons', 'dram', 'drams', 'gold', 'mark', 'marks', 'real', 'reals', 'sol', 'soles'}

NAME = 'AFTER_AMOUNT'


def readings(codes):
    rank = {code: place for place, code in enumerate(MOST_USED)}
    return 'CURRENCY=' + '|'.join(sorted(codes, key=lambda code: (rank.get(code, 999), code)))


def is_tender(row):
    return row[1] == '9999'


def make_codes_and_symbols(rows):
    table = Table('common/currencies.tsv', 'codes and symbols of currencies', ['common/symbols.tsv'])
    symbols = {}
    for row in rows:
        code, last, _, _, _, symbol, narrow = row
        if '1999' <= last:
            table.add(code, f'CURRENCY={code}' + (f' {NAME}' if code in NEVER_BEFORE_AMOUNT else ''),
                      'beside_amount cased')
        for sign in {symbol.lower(), narrow.lower()} - {''}:
            if is_tender(row) and not (sign.isascii() and sign.isalpha()):
                symbols.setdefault(' '.join(sign.split()), set()).add(code)
    for sign, codes in symbols.items():
        is_sign = any(unicodedata.category(c) == 'Sc' for c in sign)
        table.add(sign, readings(codes) + ' SYMBOL' * is_sign)
    return table


def make_currency_names(rows):
    table = Table('en/currencies.tsv', 'names of currencies', ['en/currencies_more.tsv'])
    names, bare = {}, {}
    for row in rows:
        if row[1] == '-':
            continue
        for name in spellings(row[3]) | spellings(row[4]):
            names.setdefault(name, []).append(row)
            if is_tender(row) or row[2] == 'euro':
                bare.setdefault(name.split()[-1], set()).add(row[0])
    for name, holders in names.items():
        newest = max(holders, key=lambda row: row[1])
        table.add(name, f'CURRENCY={newest[0]} {NAME}')
    for name, codes in bare.items():
        if name not in NO_BARE_NAME:
            table.add(name, f'{readings(codes)} {NAME}')
    return table


# ---------------------------------------------------------------- units

class Units:
    """CLDR's units with their codes and prefixes."""

    def __init__(self, cldr, ucum):
        self.prefixes = {'.': ''} | {row[1]: row[2] for row in cldr if len(row) == 3}
        self.codes = {prefix: prefix.strip('.').replace('μ', 'u') for prefix in self.prefixes}
        cldr = {row[0]: row for row in cldr if len(row) > 3}
        self.units = [(cldr[key], code, names.strip('-').split(), symbols.strip('-').split())
                      for key, code, names, symbols in ucum]

    def names(self):
        """(name, item of a lexicon line)"""
        for (key, _, *names), code, prefixes, _ in self.units:
            name_of_class = 'TIMEUNIT' if key == 'duration-' + code else 'UNIT'
            for prefix in prefixes:
                for name in names[-2:] if key == 'mass-tonne' and prefix != '.' else names:
                    word = (self.prefixes[prefix] + name).lower().replace('-', ' ')
                    yield word, f'{name_of_class}={self.codes[prefix]}{code}'

    def symbols(self):
        """(symbol, code)"""
        for (_, symbol, *_), code, _, prefixes in self.units:
            for prefix in prefixes:
                yield prefix.strip('.') + symbol, self.codes[prefix] + code


def make_unit_names(units):
    table = Table('en/units.tsv', 'names of units', ['en/units_more.tsv'])
    items = {}
    for name, item in units.names():
        items.setdefault(name, item)
    for name, item in items.items():
        table.add(name, item)
    return table


def written(symbol):
    """How people type a symbol: both letters that look like μ, powers with and without ², ⋅ or a dot or nothing."""
    for typed in {symbol, symbol.replace('⋅', '.'), symbol.replace('⋅', '-'), symbol.replace('⋅', '')}:
        for plain_power in {typed, typed.replace('²', '2').replace('³', '3')}:
            yield from {plain_power, plain_power.replace('μ', 'µ')}


def make_unit_symbols(units):
    table = Table('common/units.tsv', 'symbols of units', ['common/units_more.tsv'])
    symbols = {}
    for symbol, code in units.symbols():
        if len(symbol) > 1:
            symbols.update((word, code) for word in written(symbol))
    lower = [symbol.lower() for symbol in symbols]
    for symbol, code in symbols.items():
        if lower.count(symbol.lower()) > 1:
            table.add(symbol, f'UNIT={code}', 'cased')
        else:
            table.add(symbol.lower(), f'UNIT={code}')
    return table


# ---------------------------------------------------------------- calendar

def make_calendar(rows):
    table = Table('en/calendar.tsv', 'months and days of the week (Monday is 1)', ['en/calendar_more.tsv'])
    for kind, value, name, *short in rows:
        for word in {name, *short, *(word + '.' for word in short if word != name)}:
            table.add(word.lower(), f'{kind}={value}')
    return table


# ---------------------------------------------------------------- the command

def make_tables():
    currencies = read_rows(HERE / 'input/currencies.tsv')
    units = Units(read_rows(HERE / 'input/units.tsv'), read_rows(HERE / 'ucum.tsv'))
    return [make_codes_and_symbols(currencies), make_currency_names(currencies), make_unit_names(units),
            make_unit_symbols(units), make_calendar(read_rows(HERE / 'input/calendar.tsv'))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--fetch', action='store_true')
    options = parser.parse_args()
    if options.fetch:
        fetch_inputs()
    differing = [table for table in make_tables()
                 if not table.path.exists() or table.path.read_text(encoding='utf-8') != table.text()]
    for table in differing:
        if options.check:
            print(f'{table.path.relative_to(LEXICON)} is not what cldr/make.py makes', file=sys.stderr)
        else:
            table.path.write_text(table.text(), encoding='utf-8')
    return 1 if options.check and differing else 0


if __name__ == '__main__':
    sys.exit(main())
