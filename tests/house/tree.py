"""The files of the project, and C source without what is not code."""

import os
import re


def files(root, *suffixes, below=''):
    """The paths below a folder, relative to the root, sorted; no build folders."""
    found = []
    for folder, folders, names in os.walk(os.path.join(root, below)):
        if 'meson-private' in folders:
            folders.clear()
            continue
        folders[:] = [name for name in folders if name not in ('.git', '__pycache__')]
        for name in names:
            if not suffixes or name.endswith(suffixes):
                found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), 'rb') as file:
        return file.read().decode('utf-8', 'surrogateescape')


def lines(root, path):
    """Pairs of line number and line."""
    return enumerate(read(root, path).splitlines(), 1)


_NO_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def blank(text):
    return re.sub(r'[^\n]', ' ', text)


def code(text, strings=False):
    """C source with blanks in place of comments and, unless `strings`, of literals; lines stay where they are."""
    def replace(match):
        literal = match.group()[0] in '"\''
        return match.group() if literal and (strings or _is_include(text, match.start())) else blank(match.group())
    return _NO_CODE.sub(replace, text)


def _is_include(text, at):
    return re.match(r'\s*#\s*include', text[text.rfind('\n', 0, at) + 1:at]) is not None


def line_of(text, at):
    return text.count('\n', 0, at) + 1


def includes(root, path):
    """(line, name, quoted) of each include."""
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', code(read(root, path)), re.M):
        yield line_of(match.string, match.start()), match.group(2), match.group(1) == '"'
