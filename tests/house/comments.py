"""What the public headers promise: every name is explained, and every number is held by a test."""

import os
import re
import sys

import tree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'man'))
import headers  # noqa: E402

HELD = 'tests/api/layout_test.c'


def _groups(root):
    for path in tree.files(root, '.h', '.h.in', below='include'):
        for group in headers.read(os.path.join(root, path)):
            yield path, group


def documented(root):
    """Every declaration has a comment, every field and number too, and a function says which threads may call it."""
    for path, group in _groups(root):
        for declaration in group.declarations:
            explained = group.comment or any(member.comment for member in declaration.members)
            if not explained:
                yield path, declaration.line, f'{declaration.name} has no comment'
            elif declaration.kind == 'function' and not re.search(r'\bthread', group.comment):
                yield path, declaration.line, f'{declaration.name} does not say which threads may call it'
            for member in declaration.members if declaration.kind != 'macro' else []:
                if not member.comment:
                    yield path, declaration.line, f'{declaration.name}: {member.name} has no comment'


def _promises(declaration):
    """What a program that was compiled holds as a number, in the words of the test."""
    for member in declaration.members:
        if declaration.kind == 'struct':
            yield f'AT({declaration.name}, {member.name},'
        elif declaration.kind == 'enum' or re.search(r' \d+u?$', member.code):
            yield f'VALUE({member.name},'


def promised(root):
    """Every field, enumerator and flag stands in the test of the layout: tools that compare libraries miss numbers."""
    held = tree.code(tree.read(root, HELD))
    for path, group in _groups(root):
        for declaration in group.declarations:
            for promise in _promises(declaration):
                if promise not in held:
                    yield path, declaration.line, f'{promise} …) is not in {HELD}'


CHECKS = {'documented': documented, 'promised': promised}

_HEADER = ('/* A. */\n#ifndef CLAIMEX_A_H\n#define CLAIMEX_A_H\n\n'
           '/* Any thread. */\nCLAIMEX_API int claimex_a(void);\nCLAIMEX_API int claimex_b(void);\n\n'
           'CLAIMEX_API int claimex_c(void);\n\n/* Returns 1. */\nCLAIMEX_API int claimex_d(int a,\n    int b);\n\n'
           '#define CLAIMEX_ONE 1u /* one */\n#define CLAIMEX_TWO 2u\n\n'
           '/* A pair. */\ntypedef struct claimex_pair {\n    int a; /* one */\n\n    int b[2];\n} claimex_pair;\n\n'
           '/* Some. */\nenum claimex_some {\n    CLAIMEX_SOME = 0, /* some */\n    CLAIMEX_MORE = 1\n};\n\n#endif\n')

PLANTED = {
    'documented': {'include/claimex/a.h': _HEADER},
    'promised': {
        'include/claimex/a.h': _HEADER,
        HELD: '/* AT(claimex_pair, b, 4) */\nAT(claimex_pair, a, 0);\n'
              'VALUE(CLAIMEX_ONE, 1);\nVALUE(CLAIMEX_SOME, 0);\n',
    },
}

EXPECTED = {
    'documented': [f'include/claimex/a.h:{line}' for line in (9, 12, 16, 19, 26)],
    'promised': [f'include/claimex/a.h:{line}' for line in (16, 19, 26)],
}
