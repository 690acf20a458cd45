#!/usr/bin/env python3
"""Makes words.txt: the parts of speech of English words that their endings do not tell, from WordNet 3.0.

    make.py                  fetch Debian's wordnet-base with apt-get and remake words.txt
    make.py --from FOLDER    the same from a folder that holds index.noun, verb.exc, cntlist.rev and so on

A line is a word and letters: n noun, v verb, p past form of a verb, g form in -ing, a adjective, r adverb. What is not here is
inflected by rule (lib/lexicon/word_class.c) or is a noun. A part of speech that WordNet's counted texts hardly use is left out.
"""
import argparse
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PARTS = {'noun': 'n', 'verb': 'v', 'adj': 'a', 'adv': 'r'}
NUMBERS = {'1': 'noun', '2': 'verb', '3': 'adj', '4': 'adv', '5': 'adj'}
SAME_PAST = 'beat bet bid broadcast burst cast cost cut forecast hit hurt let put quit read set shed shut split spread thrust upset'.split()
PARTS_TOO = {  # that the counted texts hardly have, and newspapers do: "a share offer", "the book fair", "men aged 50"
    'n': 'accord bet bulge buoy catch climb close crude cruise divide download drag draw drill dump exhibit '
         'export fair fine finish fix float forecast freeze fuel glue gravel guess jump launch lift military '
         'mix move offensive offer overdose paragraph plunge podcast premise recall resolve shed snap spin '
         'squeeze stand steam suspect swing tender trumpet tumble update upload wharf win',
    'a': 'live lower',
    'p': 'aged angered armed bottomed crowned detailed filmed funded graded impacted licensed modeled packaged powered '
         'processed sorted stocked structured topped valued voiced',
    'g': 'numbering processing topping',
}
ONLY_PAST = ['fell', 'rose', 'saw']  # else a hill, a flower, a tool: rare, and never beside a figure
INFLECTED = ['needs']  # words of their own in idioms only
LEAST_SHARE = 0.06  # of all counted uses of the word


def plain(word):
    return word.isascii() and word.isalpha() and word.islower() and 1 < len(word) < 20


def read_parts(folder):
    """word -> its parts of speech, each with its number of senses."""
    parts = {}
    for part in PARTS:
        for line in (folder / f'index.{part}').read_text(encoding='utf-8').splitlines():
            word, _, senses = line.split(' ', 3)[:3]
            if plain(word):
                parts.setdefault(word, {})[part] = int(senses)
    return parts


def read_counts(folder):
    """(word, part of speech) -> uses in WordNet's counted texts."""
    counts = {}
    for line in (folder / 'cntlist.rev').read_text(encoding='utf-8').splitlines():
        sense, _, count = line.split()
        word, _, rest = sense.partition('%')
        key = word, NUMBERS[rest[0]]
        counts[key] = counts.get(key, 0) + int(count)
    return counts


def usual(word, parts, counts):
    """The parts of speech that are used, of those that the word has."""
    total = sum(counts.get((word, part), 0) for part in parts)
    if total < 10:  # hardly counted: a part of speech with few of the senses is rare
        return {part for part, senses in parts.items() if senses * 3 > max(parts.values())}
    return {part for part in parts if counts.get((word, part), 0) >= LEAST_SHARE * total}


def irregular_verbs(folder, parts, counts):
    """Form -> letter, of verbs whose forms no rule makes; "rent" is more than a form of the rare "rend"."""
    forms = dict.fromkeys(SAME_PAST, 'p')
    for line in (folder / 'verb.exc').read_text(encoding='utf-8').splitlines():
        form, base = line.split()[:2]
        rare = form in parts and counts.get((base, 'verb'), 0) < 5
        if plain(form) and 'verb' in parts.get(base, ()) and not rare:
            forms[form] = 'v' if form.endswith('s') and not base.endswith('s') else 'g' if form.endswith('ing') else 'p'
    return forms


def is_worth_a_line(word, letters, counts):
    """Nouns are what a word is anyway, unless its ending says otherwise."""
    if letters == 'n':
        adjective = len(word) > 5 and word.endswith(('al', 'ive', 'ic', 'ous', 'ful', 'able', 'ible', 'less', 'ish'))
        return adjective or word.endswith(('ed', 'ing', 'ly')) and bool(counts.get((word, 'noun')))
    if letters == 'a':
        return bool(counts.get((word, 'adj'))) or len(word) < 9
    return letters != 'r' or not word.endswith('ly')


def lines(folder):
    parts, counts = read_parts(folder), read_counts(folder)
    letters = {word: ''.join(sorted(PARTS[p] for p in usual(word, held, counts))) for word, held in parts.items()}
    for form, letter in irregular_verbs(folder, parts, counts).items():
        letters[form] = ''.join(sorted(set(letters.get(form, '') + letter)))
    for part, words in PARTS_TOO.items():
        for word in words.split():
            letters[word] = ''.join(sorted(set(letters[word] + part)))
    letters.update(dict.fromkeys(ONLY_PAST, 'p'))
    for word in INFLECTED:
        del letters[word]
    return [f'{word} {given}' for word, given in sorted(letters.items()) if is_worth_a_line(word, given, counts)]


def fetch(folder):
    subprocess.run(['apt-get', 'download', 'wordnet-base'], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    package = next(pathlib.Path(folder).glob('wordnet-base*.deb'))
    subprocess.run(['dpkg', '-x', package, folder], check=True)
    return pathlib.Path(folder, 'usr/share/wordnet')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--from', dest='folder', type=pathlib.Path)
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as scratch:
        made = lines(folder or fetch(scratch))
    head = '# From WordNet 3.0 (licence: LICENSE-WordNet), by make.py'
    (HERE / 'words.txt').write_text('\n'.join([head] + made) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
