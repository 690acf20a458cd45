"""Reads the public headers: groups of declarations, each with the comment above it."""

import os
import re
from dataclasses import dataclass, field


@dataclass
class Member:
    """A field, enumerator or macro, and the comment beside it."""
    name: str
    code: str
    comment: str


@dataclass
class Declaration:
    kind: str  # function, type, struct, enum or macro
    name: str
    code: str
    line: int
    members: list = field(default_factory=list)


@dataclass
class Group:
    """What stands together without a blank line: a comment and what it is about. A heading has a title instead."""
    line: int
    comment: str = ''
    title: str = ''
    declarations: list = field(default_factory=list)


PIECE = re.compile(
    r'(?P<blank>\n)'
    r'|/\* -{3,} *(?P<title>[^\n]*?) *\*/\n'
    r'|/\*(?P<comment>.*?)\*/\n'
    r'|#(?P<directive>(?:[^\n]*\\\n)*[^\n]*)\n'
    r'|CLAIMEX_(?:BEGIN|END)_DECLS\n'
    r'|(?P<code>\w[^;{]*(?:\{.*?\n\}[^;]*)?;)[^\n]*\n', re.S)


def plain(comment):
    """The text of a comment, without the stars and what indents all of it."""
    lines = [re.sub(r'^ ?\* ?', '', line.rstrip()) if i else line.strip() for i, line in enumerate(comment.split('\n'))]
    return '\n'.join(lines).strip('\n ')


def flat(text):
    return ' '.join(text.split())


def members(body):
    """Fields end in a semicolon and enumerators in a comma, or in nothing; each has its comment behind it."""
    for match in re.finditer(r'([^;,/{}(]+(?:\([^;]*\))?)[;,]?\s*(?:/\*(.*?)\*/)?\s*', body, re.S):
        if match.group(1).strip():
            code = flat(match.group(1))
            name = re.search(r'\(\*(\w+)\)|(\w+)(?:\[\w*\]| = .*)?$', code)
            yield Member(name.group(1) or name.group(2), code, flat(match.group(2) or ''))


def declaration(code, line):
    body = re.match(r'(?:typedef )?(struct|enum) (\w+) \{(.*)\}', code, re.S)
    if body:
        return Declaration(body.group(1), body.group(2), f'{body.group(1)} {body.group(2)}', line,
                           list(members(body.group(3))))
    shown = flat(re.sub(r'^CLAIMEX_API ', '', code))
    name = re.search(r'\(\*(\w+)\)|(\w+)\(|(\w+);$', shown)
    name = name.group(1) or name.group(2) or name.group(3)
    return Declaration('function' if '(' in code and not code.startswith('typedef') else 'type', name, shown, line)


def macro(directive, line):
    """A macro that is no header guard; its value is shown when it is one word."""
    match = re.match(r'define (\w+)(\([^)]*\))?(?: (\S+))? *(?:/\*(.*?)\*/)?$', directive, re.S)
    if match:
        name, parameters, value, comment = match.groups(default='')
        shown = [Member(name, f'{name} {value}', flat(comment))] if value and not parameters else []
        return Declaration('macro', name, name + parameters, line, shown)
    name = re.match(r'define (\w+)', directive).group(1)
    return Declaration('macro', name, name, line)


def groups(text):
    """The groups of one header, in their order; what stands in a conditional is not for people."""
    found, group, depth, at = [], None, 0, 0
    while at < len(text):
        piece = PIECE.match(text, at)
        line = text.count('\n', 0, at) + 1
        if piece is None:
            raise ValueError(f'{line}: not understood')
        at = piece.end()
        directive = piece.group('directive')
        if piece.group('blank'):
            group = None
        elif directive is not None and re.match(r'if|endif', directive):
            depth += 1 if directive.startswith('if') else -1
            group = None
        elif depth <= 1:
            group = _take(piece, line, found, group)
    return found


def _take(piece, line, found, group):
    if group is None:
        group = Group(line)
        found.append(group)
    if piece.group('title'):
        group.title = piece.group('title')
        return None
    if piece.group('comment'):
        group.comment = plain(piece.group('comment'))
        return group
    made = None
    if piece.group('code'):
        made = declaration(piece.group('code'), line)
    elif piece.group('directive') and piece.group('directive').startswith('define'):
        made = macro(piece.group('directive'), line)
    if made and not re.fullmatch(r'CLAIMEX(_\w+)?_H', made.name):
        group.declarations.append(made)
    return group


def find(name, folders):
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise FileNotFoundError(name)


def read(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    try:
        found = groups(text)
    except ValueError as error:
        raise ValueError(f'{path}:{error}') from None
    return [group for group in found if group.comment or group.title or group.declarations]


def included(path):
    """The public headers that the umbrella includes, in its order."""
    with open(path, encoding='utf-8') as file:
        return re.findall(r'#include "(claimex/\w+\.h)"', file.read())
