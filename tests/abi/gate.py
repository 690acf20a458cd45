#!/usr/bin/env python3
"""The ABI gate: a program that was linked once runs with every later library of the same soname.

    gate.py check LIBRARY    nothing has gone or changed since the newest v* tag, or the kept ABI where there is none
    gate.py kept LIBRARY     the kept ABI, claimex.abi, is that of the library
    gate.py keep LIBRARY     keeps it, unless something has gone or changed

The library needs debug information. Exit status: 1 with what is wrong, 77 where the tools of libabigail are missing.
What may be added: functions, fields at the end of a struct that begins with its size, fields in a reserved tail.
"""

import copy
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = 'tests/abi/claimex.abi'

# No place, no machine and no compiler.
DESCRIBE = ['abidw', '--drop-private-types', '--exported-interfaces-only', '--no-show-locs', '--no-comp-dir-path',
            '--no-corpus-path', '--no-architecture', '--no-elf-needed', '--no-parameter-names',
            '--type-id-style', 'hash']


def described(library, headers):
    """The ABI of the library, with the types that the public headers show, as XML."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, 'abi')
        subprocess.run([*DESCRIBE, '--headers-dir', headers, '--out-file', file, library], check=True)
        return re.sub(r" path='[^']*?([\w.]+)'", r" path='\1'", file.read_text(encoding='utf-8'))


# -------------------------------------------------------------- promised growth


class Struct:
    def __init__(self, element):
        self.size = int(element.get('size-in-bits', 0))
        self.members = {}
        for member in element.iter('data-member'):
            declaration = member.find('var-decl')
            self.members[declaration.get('name')] = int(member.get('layout-offset-in-bits')), declaration.get('type-id')

    def grew_into(self, new):
        """Whether the new struct has all that this one has, and more only where more was promised."""
        reserved = self.members.get('reserved')
        ours = {name: place for name, place in self.members.items() if name != 'reserved'}
        added = [new.members[name][0] for name in new.members.keys() - self.members.keys()]
        if not added or any(new.members.get(name) != place for name, place in ours.items()):
            return False
        if reserved:
            return self.size == new.size and min(added) >= reserved[0]
        return next(iter(ours)) == 'size' and min(added) >= self.size


def without_growth(old, new):
    """The new ABI, in which a struct that only grew as promised is the old one again."""
    before, after = ElementTree.fromstring(old), ElementTree.fromstring(new)
    structs = {element.get('name'): element for element in before.iter('class-decl')}
    types = {element.get('id') for element in after.iter()}
    for unit in after.iter('abi-instr'):
        for at, element in enumerate(list(unit)):
            was = structs.get(element.get('name')) if element.tag == 'class-decl' else None
            if was is not None and Struct(was).grew_into(Struct(element)):
                unit[at] = copy.deepcopy(was)
                unit.extend(copy.deepcopy(array) for array in before.iter('array-type-def')
                            if array.get('id') not in types and array.get('id') in ElementTree.tostring(was, 'unicode'))
    return ElementTree.tostring(after, 'unicode')


# ------------------------------------------------------------------- comparison


def differences(old, new, *options):
    """What abidiff says; empty when the two are the same."""
    with tempfile.TemporaryDirectory() as folder:
        files = pathlib.Path(folder, 'old.abi'), pathlib.Path(folder, 'new.abi')
        for file, text in zip(files, (old, new)):
            file.write_text(text, encoding='utf-8')
        done = subprocess.run(['abidiff', '--harmless', *options, *files], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding='utf-8')
    return done.stdout if done.returncode else ''


def breaks(old, new):
    """What would stop a program that was linked with the old library; nothing when the soname says so already."""
    if soname(old) != soname(new):
        print(f'{soname(new)} need not be like {soname(old)}')
        return ''
    return differences(old, without_growth(old, new), '--no-added-syms')


def soname(abi):
    return ElementTree.fromstring(abi).get('soname')


# -------------------------------------------------------------------- reference


def git(*arguments):
    done = subprocess.run(['git', '-C', ROOT, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding='utf-8') if shutil.which('git') and (ROOT / '.git').exists() else None
    return done.stdout if done and done.returncode == 0 else ''


def reference():
    """What was promised last, and by whom."""
    tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*').strip()
    released = tag and git('show', f'{tag}:{KEPT}')
    return (released, tag) if released else ((ROOT / KEPT).read_text(encoding='utf-8'), KEPT)


def check(new):
    old, name = reference()
    print(f'compared with {name}')
    return breaks(old, new)


def kept(new):
    return differences((ROOT / KEPT).read_text(encoding='utf-8'), new)


def keep(new):
    faults = (ROOT / KEPT).exists() and check(new)
    if not faults:
        (ROOT / KEPT).write_text(new, encoding='utf-8')
    return faults


HINTS = {
    'check': 'Programs that are linked with the library would break. Keep what is there, or raise the soversion.',
    'kept': f'{KEPT} is behind: ninja -C BUILD keep-abi',
    'keep': f'{KEPT} is left as it is: programs would break.',
}


def main(task, library):
    if not shutil.which('abidw'):
        print('abidw is missing (Debian: abigail-tools)')
        return 77
    tasks = {'check': check, 'kept': kept, 'keep': keep}
    faults = tasks[task](described(library, ROOT / 'include'))
    if faults:
        print(faults, HINTS[task], sep='\n')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
