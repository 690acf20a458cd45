#!/usr/bin/env python3
"""Writes the man pages, of which nothing is written twice.

    pages.py 1 COMMAND      claimex(1): what the command says of itself
    pages.py 3 FOLDER…      claimex(3): the public headers in the folders, and their comments
"""

import re
import subprocess
import sys

import headers

WIDTH = 72

# What roff would take for a command, or print as another character.
GLYPHS = str.maketrans({'\\': '\\e', '-': '\\-', '^': '\\(ha', '~': '\\(ti', '`': '\\(ga'})


def escaped(text):
    """Text as roff wants it; a hyphen stays one that can be copied."""
    text = text.translate(GLYPHS)
    return re.sub(r"^([.'])", r'\\&\1', text, flags=re.M)


def sentence(text):
    return text[:1].upper() + text[1:]


def bold(text):
    return f'\\fB{text}\\fP'


def prose(text):
    """Escaped, with `names` in italics and the names of the library in bold."""
    parts = re.split(r'`([^`\n]+)`', text)
    shown = [f'\\fI{escaped(part)}\\fP' if i % 2 else
             re.sub(r'(?<!\w)(claimex_\w+|CLAIMEX_\w+)', lambda name: bold(name[0]), escaped(part))
             for i, part in enumerate(parts)]
    return ''.join(shown)


def example(text):
    return f'.PP\n.EX\n{text}\n.EE'


def paragraphs(text):
    """A comment: its paragraphs, and what is indented by four as it stands."""
    for part in text.split('\n\n'):
        if part.startswith('    '):
            yield example(escaped(part))
        else:
            yield '.PP\n' + prose(part)


def tagged(tag, text):
    return f'.TP\n{tag}\n{text}'


def top(name, section, version, manual):
    return f'.TH {name} {section} "" "claimex {version}" "{manual}"'


# ---------------------------------------------------------------- claimex(3)


def wrapped(code, name):
    """A declaration in lines that fit, broken behind commas."""
    lines, indent = [''], ' ' * (code.find(name + '(') + len(name) + 1)
    for part in re.findall(r'[^,]+,? ?', code):
        if len(lines[-1]) + len(part.rstrip()) > WIDTH and lines[-1].strip():
            lines.append(indent if len(indent) < WIDTH // 2 else '    ')
        lines[-1] += part
    return '\n'.join(line.rstrip() for line in lines)


def signature(declaration):
    shown = wrapped(declaration.code, declaration.name)
    return re.sub(rf'(?<!\w){declaration.name}(?!\w)', lambda name: bold(name[0]), escaped(shown))


def group_page(group):
    if group.title:
        yield '.SS ' + sentence(group.title)
    shown = [one for one in group.declarations if not (one.kind == 'macro' and one.members)]
    if shown:
        yield example('\n'.join(map(signature, shown)))
    indented = [*paragraphs(group.comment)] if group.comment else []
    for declaration in group.declarations:
        indented += [tagged(bold(escaped(member.code)), prose(member.comment)) for member in declaration.members]
    if shown:
        indented = ['.RS 4', *indented, '.RE'] if indented else []
    yield from indented


def header_page(name, path):
    groups = headers.read(path)
    if any(group.declarations for group in groups):
        yield '.SH ' + name.upper()
        for group in groups:
            yield from group_page(group)


def library_page(folders):
    umbrella = headers.find('claimex.h', folders)
    names = headers.included(umbrella)
    with open(headers.find('claimex/version.h', folders), encoding='utf-8') as file:
        version = re.search(r'CLAIMEX_VERSION "(.*)"', file.read()).group(1)
    about = headers.read(umbrella)[0].comment
    yield top('CLAIMEX', 3, version, 'C Library')
    yield '.SH NAME\nclaimex \\- ' + escaped(re.match(r'claimex (.*?):', headers.flat(about)).group(1))
    yield '.SH SYNOPSIS\n.nf\n.B #include <claimex.h>\n.PP'
    yield escaped('cc … $(pkg-config --cflags --libs claimex)') + '\n.fi'
    yield '.SH DESCRIPTION'
    yield from paragraphs(about)
    for name in names:
        yield from header_page(name, headers.find(name, folders))
    yield '.SH SEE ALSO\n.BR claimex (1)'


# ---------------------------------------------------------------- claimex(1)

# Where the help says what an option does; on the next line when the option is longer.
COLUMN = 27


def options(block):
    """Pairs of the option, with its value, and what is said of it."""
    found = []
    for line in block.split('\n'):
        fits = line[COLUMN - 1:COLUMN].isspace()
        option, text = (line[:COLUMN], line[COLUMN:]) if fits else (line, '')
        if option.strip():
            found.append((option.strip(), []))
        found[-1][1].append(text)
    return [(option, ' '.join(text).strip()) for option, text in found]


def option_page(option, text):
    names, blank, value = option.partition(' ') if ',' not in option else (option, '', '')
    shown = ', '.join(bold(escaped(name)) for name in names.split(', '))
    return tagged(shown + (f' \\fI{escaped(value)}\\fP' if blank else ''), prose(text))


def section(block):
    """A part of the help: options, a list of commands under a title, a line that begins with a title, or prose."""
    if block.startswith('  -'):
        return '\n'.join(['.SH OPTIONS', *(option_page(*option) for option in options(block))])
    title = re.match(r'([A-Z][a-z ]+):\s', block)
    if not title:
        return '.PP\n' + prose(block)
    text = block[title.end():]
    text = example(escaped(text)) if text.startswith('  ') else prose(sentence(text))
    return f'.SH {title.group(1).upper()}\n{text}'


def said(command, option):
    return subprocess.run([command, option], stdout=subprocess.PIPE, check=True, encoding='utf-8').stdout.strip()


def command_page(command):
    version = said(command, '--version').split()[-1]
    usage, about, *blocks = said(command, '--help').split('\n\n')
    yield top('CLAIMEX', 1, version, 'User Commands')
    yield '.SH NAME\nclaimex \\- ' + escaped(re.match(r'Finds .*?(?=:)', headers.flat(about)).group().lower())
    yield '.SH SYNOPSIS\n.B claimex\n' + escaped(usage.partition('claimex ')[2])
    yield '.SH DESCRIPTION\n' + prose(about)
    yield from map(section, blocks)
    yield '.SH SEE ALSO\n.BR claimex (3),\nwhich describes the fields of a claim'


def main(number, *arguments):
    page = '\n'.join(command_page(*arguments) if number == '1' else library_page(arguments))
    sys.stdout.reconfigure(encoding='utf-8')
    print(re.sub(r'^(\.S[HS] .*\n)\.PP\n', r'\1', page, flags=re.M))  # a heading begins a paragraph


if __name__ == '__main__':
    main(*sys.argv[1:])
