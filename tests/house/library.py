"""What the built library shows and holds, by the tools of binutils."""

import os
import re
import subprocess

import tree

LIST = 'tests/house/symbols.txt'


def _output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout


def declared(root):
    """Every function that a public header declares, with its place."""
    found = {}
    for path in tree.files(root, '.h', '.h.in', below='include'):
        code = tree.code(tree.read(root, path))
        for match in re.finditer(r'^CLAIMEX_API[^;]*?\b(claimex_\w+)\(', code, re.M):
            found[match.group(1)] = (path, tree.line_of(code, match.start()))
    return found


def _listed(root):
    return {name: line for line, name in tree.lines(root, LIST)}


def symbols(root, library=None):
    """The list, the headers and, when it is given, the library name the same functions."""
    listed = _listed(root)
    names = list(listed)
    for first, second in zip(names, names[1:]):
        if second < first:
            yield LIST, listed[second], 'is not in order'
    functions = declared(root)
    for name in sorted(functions.keys() - listed.keys()):
        yield (*functions[name], f'{name} is not in {LIST}')
    for name in sorted(listed.keys() - functions.keys()):
        yield LIST, listed[name], f'{name} is in no public header'
    if library is not None:
        defined = _output('nm', '-D', '--defined-only', library).splitlines()
        exported = {line.split()[-1].partition('@')[0] for line in defined}
        # Names with an underscore in front are the compiler's and the linker's.
        for name in sorted(name for name in exported - listed.keys() if not name.startswith('_')):
            yield library, 1, f'shows {name}, which is not in {LIST}'
        for name in sorted(listed.keys() - exported):
            yield LIST, listed[name], f'{name} is not in the library'


def state(root, library=None):
    """The library has no variables: what objdump lists in a section that can be written is the compiler's own."""
    own = re.compile(r'_|completed\.')
    for line in _output('objdump', '-t', library).splitlines() if library is not None else []:
        match = re.search(r'\sO\s+(\.t?(?:bss|data)[\w.]*)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$', line)
        if match and not match.group(1).startswith('.data.rel.ro') and not own.match(match.group(2)):
            yield library, 1, f'has a variable {match.group(2)} in {match.group(1)}'


CHECKS = {'symbols': symbols, 'state': state}

# LIBRARY is compiled; the faults it has stand at its path.
LIBRARY = 'library.c'

PLANTED = {
    'symbols': {
        'include/claimex/a.h': '/* CLAIMEX_API int claimex_old(void); */\nCLAIMEX_API int claimex_a(void);\n'
                               'CLAIMEX_API const char *claimex_b(int a,\n    int b);\n'
                               'CLAIMEX_API int claimex_c(void);\n',
        LIST: 'claimex_b\nclaimex_a\nclaimex_z\n',
        LIBRARY: 'int claimex_a(void) { return 1; }\nint claimex_b(void) { return 1; }\n'
                 'int inner(void) { return 1; }\n',
    },
    'state': {
        LIBRARY: 'static int count;\nstatic const char *const names[] = { "a", "b" };\n'
                 'static const int numbers[] = { 1, 2 };\n'
                 'const char *count_up(int i) { count++; return names[numbers[i]]; }\n',
    },
}

EXPECTED = {
    'symbols': ['tests/house/symbols.txt:2', 'include/claimex/a.h:5', 'tests/house/symbols.txt:3', 'library.so:1',
                'tests/house/symbols.txt:3'],
    'state': ['library.so:1'],
}


def build(root):
    """The planted library."""
    compiler = os.environ.get('CC', 'cc').split()
    made = os.path.join(root, 'library.so')
    subprocess.run([*compiler, '-O0', '-shared', '-fPIC', '-o', made, os.path.join(root, LIBRARY)], check=True)
    return made
