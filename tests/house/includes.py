"""Who includes whom: the floors of the house, its two third-party walls, the examples' door, and header guards."""

import os
import re

import tree

FLOORS = {'base': 0, 'text': 1, 'values': 1, 'arrow': 2, 'lexicon': 2, 'tokens': 3, 'grammar': 4, 'recognizers': 5, 'context': 6}
TOP = 7  # lib/*.c

WALLS = {'utf8proc.h': 'lib/text/', 'pcre2.h': 'lib/grammar/'}

C_FILES = ('.c', '.h', '.def', '.inc')


def _room(path):
    """The room of a path that is relative to lib/; '' for the top."""
    return os.path.dirname(path).split('/')[0]


def _floor_fault(room, name):
    if name == 'claimex.h':
        return 'includes the umbrella header; name the public header that is needed'
    other = _room(name)
    if other == 'claimex' or other == room:
        return None
    if other == '':
        return f'includes "{name}"; write the path from lib/'
    if other not in FLOORS:
        return f'includes "{name}", which is in no room of the house'
    if FLOORS[other] >= FLOORS.get(room, TOP):
        return f'includes "{name}" of floor {FLOORS[other]} from floor {FLOORS[room]}'
    return None


def floors(root):
    """A file of lib/ includes its own room, lower floors and public headers only."""
    for path in tree.files(root, *C_FILES, below='lib'):
        room = _room(path[len('lib/'):])
        if room != '' and room not in FLOORS:
            yield path, 1, f'"{room}" has no floor; add it to FLOORS'
            continue
        for line, name, quoted in tree.includes(root, path):
            fault = _floor_fault(room, name) if quoted else None
            if fault:
                yield path, line, fault


def walls(root):
    """utf8proc and PCRE2 are each seen by one room."""
    for below in ('lib', 'include', 'examples'):
        for path in tree.files(root, *C_FILES, below=below):
            for line, name, _ in tree.includes(root, path):
                wall = WALLS.get(name)
                if wall and not path.startswith(wall):
                    yield path, line, f'<{name}> belongs to {wall}'


def door(root):
    """Examples know the public headers only."""
    for path in tree.files(root, *C_FILES, below='examples'):
        for line, name, quoted in tree.includes(root, path):
            public = name == 'claimex.h' or re.fullmatch(r'claimex/\w+\.h', name)
            own = any(os.path.isfile(os.path.join(root, folder, name))
                      for folder in ('examples', os.path.dirname(path))) and '..' not in name
            if (quoted and not public and not own) or _room(name) in FLOORS:
                yield path, line, f'includes {name}; an example includes claimex.h and its own headers'


def _guard(path):
    for top in ('include/', 'lib/'):
        if path.startswith(top):
            path = path[len(top):]
    return re.sub(r'\W', '_', path).upper()


def guards(root):
    """Every header is guarded, those of the library by their own path."""
    for below in ('include', 'lib', 'tests', 'examples'):
        for path in tree.files(root, '.h', '.h.in', below=below):
            guard = _guard(path[:-len('.in')] if path.endswith('.in') else path)
            found = re.search(r'#[ \t]*ifndef[ \t]+(\w+)\s*\n[ \t]*#[ \t]*define[ \t]+(\w+)',
                              tree.code(tree.read(root, path)))
            if not found:
                yield path, 1, f'has no header guard {guard}'
            elif found.group(1) != found.group(2) or (path.startswith(('include/', 'lib/')) and guard != found.group(1)):
                yield path, tree.line_of(found.string, found.start()), f'the header guard is {guard}'


CHECKS = {'floors': floors, 'walls': walls, 'door': door, 'guards': guards}

PLANTED = {
    'floors': {
        'lib/base/a.c': '#include "base/a.h"\n#include "claimex/status.h"\n#include <stdio.h>\n',
        'lib/base/up.c': '/* "text/x.h"\n */\n#include "text/x.h"\n',
        'lib/values/side.c': '#include "base/a.h"\n#include "text/x.h"\n',
        'lib/grammar/lib.c': '#include "pattern.h"\n',
        'lib/context/umbrella.c': '#include "claimex.h"\n',
        'lib/tokens/none.c': '#include "misc/x.h"\n',
        'lib/base/top.c': '\n#include "engine.h"\n',
        'lib/misc/x.c': '\n',
        'lib/scan.c': '#include "context/x.h"\n#include "claimex/scan.h"\n',
    },
    'walls': {
        'lib/text/a.c': '#include <utf8proc.h>\n',
        'lib/grammar/a.c': '#include <pcre2.h>\n#include <utf8proc.h>\n',
        'lib/base/a.c': '\n#include <pcre2.h>\n',
        'examples/a.c': '#include "pcre2.h"\n',
    },
    'door': {
        'examples/a.c': '#include <stdio.h>\n#include "claimex.h"\n#include "claimex/claim.h"\n#include "base/a.h"\n',
        'examples/cli/b.c': '#include "own.h"\n#include "cli/own.h"\n#include "../../lib/engine.h"\n',
        'examples/cli/c.c': '#include <claimex.h>\n#include <values/decimal.h>\n',
        'examples/cli/own.h': '',
    },
    'guards': {
        'include/claimex/a.h': '/* A. */\n#ifndef CLAIMEX_A_H\n#define CLAIMEX_A_H\n#endif\n',
        'include/claimex/b.h.in': '#ifndef CLAIMEX_B_H\n#define CLAIMEX_A_H\n#endif\n',
        'lib/base/c.h': '\n\n#ifndef C_H\n#define C_H\n#endif\n',
        'lib/base/d.h': 'int d;\n',
        'tests/e.h': '#ifndef OTHER_H\n#define OTHER_H\n#endif\n',
        'tests/f.h': '#ifndef F_H\n#define E_H\n#endif\n',
    },
}

EXPECTED = {
    'floors': ['lib/base/top.c:2', 'lib/base/up.c:3', 'lib/context/umbrella.c:1', 'lib/grammar/lib.c:1',
               'lib/misc/x.c:1', 'lib/tokens/none.c:1', 'lib/values/side.c:2'],
    'walls': ['lib/base/a.c:2', 'lib/grammar/a.c:2', 'examples/a.c:1'],
    'door': ['examples/a.c:4', 'examples/cli/b.c:3', 'examples/cli/c.c:2'],
    'guards': ['include/claimex/b.h.in:1', 'lib/base/c.h:3', 'lib/base/d.h:1', 'tests/f.h:1'],
}
