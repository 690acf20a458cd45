#!/usr/bin/env python3
"""The rules of the house that a compiler does not know.

    house.py ROOT CHECK [LIBRARY]    writes a line file:line: message for each fault; 1 when there are any
    house.py --self-test             each check finds the faults that are planted for it, and no others
"""

import os
import sys
import tempfile

import calls
import comments
import contents
import includes
import library

MODULES = (includes, calls, comments, contents, library)


def check(root, name, *arguments):
    for module in MODULES:
        if name in module.CHECKS:
            return list(module.CHECKS[name](root, *arguments))
    sys.exit(f'unknown check: {name}')


def plant(root, files):
    for path, text in files.items():
        os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
        with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
            file.write(text)


def found_in_planted(module, name):
    with tempfile.TemporaryDirectory() as root:
        plant(root, module.PLANTED[name])
        built = [library.build(root)] if module is library else []
        places = [(os.path.join(root, path), line) for path, line, _ in check(root, name, *built)]
        return [f'{os.path.relpath(path, root)}:{line}' for path, line in places]


def self_test():
    failed = False
    for module in MODULES:
        for name in module.CHECKS:
            found = found_in_planted(module, name)
            if sorted(found) != sorted(module.EXPECTED[name]):
                failed = True
                print(f'{name}: expected {module.EXPECTED[name]}\n{" " * len(name)}  found    {found}')
    return failed


def main(arguments):
    if arguments == ['--self-test']:
        return self_test()
    faults = check(*arguments)
    for path, line, message in faults:
        print(f'{path}:{line}: {message}')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
