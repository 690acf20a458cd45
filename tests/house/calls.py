"""Functions that the library does not call."""

import re

import tree

MEMORY = ('malloc', 'calloc', 'realloc', 'free', 'aligned_alloc', 'posix_memalign', 'reallocarray', 'strdup', 'strndup',
          'asprintf', 'vasprintf', 'getline', 'getdelim', 'open_memstream', 'alloca')

LOCALE = ('strtod', 'strtof', 'strtold', 'atof', 'setlocale', 'localeconv', 'strcoll', 'strxfrm', 'strcasecmp',
          'strncasecmp', 'tolower', 'toupper', 'towlower', 'towupper', 'mbtowc', 'mbrtowc', 'mbstowcs', 'mbsrtowcs',
          'wctomb', 'wcrtomb', 'wcstombs', 'wcsrtombs', 'strftime', 'scanf', 'sscanf', 'fscanf',
          r'isw?(?:alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|xdigit)')

LOUD = ('abort', 'exit', '_Exit', 'quick_exit', 'assert', 'printf', 'fprintf', 'vprintf', 'vfprintf', 'puts', 'fputs',
        'putc', 'fputc', 'putchar', 'fwrite', 'perror', 'signal', 'raise', 'getenv', 'fopen')


def _mentions(root, paths, names, why):
    # A member of that name is the caller's allocator, and no call of ours.
    pattern = re.compile(r'(?<![\w.*])(?<!->)(' + '|'.join(names) + r')\b')
    for path in paths:
        code = tree.code(tree.read(root, path))
        for match in pattern.finditer(code):
            if not code[code.rfind('\n', 0, match.start()) + 1:].lstrip().startswith('#'):
                yield path, tree.line_of(code, match.start()), f'{match.group(1)}: {why}'


def _sources(root):
    """The library's own; programs that run in the build are none of it."""
    return [path for path in tree.files(root, '.c', '.h', below='lib')
            if not re.search(r'^int main\(', tree.read(root, path), re.M)]


def memory(root):
    """Memory comes from base/memory.h."""
    paths = [path for path in _sources(root) if not path.startswith('lib/base/')]
    return _mentions(root, paths, MEMORY, 'memory comes from base/memory.h')


def _float_formats(root, paths):
    """printf and what is like it, with a conversion that writes the decimal mark of the locale."""
    for path in paths:
        code = tree.code(tree.read(root, path), strings=True)
        for call in re.finditer(r'\b(?:\w*printf|status_fail)\s*\([^;]*;', code):
            found = re.search(r'%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?L?[aefgAEFG]', call.group())
            if found:
                yield path, tree.line_of(code, call.start() + found.start()), 'this format reads the locale'


def locale(root):
    """Nothing reads the locale."""
    paths = tree.files(root, '.c', '.h', below='lib')
    yield from _mentions(root, paths, LOCALE, 'reads the locale')
    yield from _float_formats(root, paths)


def quiet(root):
    """The library does not end the process, print, or look around."""
    return _mentions(root, _sources(root), LOUD, 'a library is quiet')


CHECKS = {'memory': memory, 'locale': locale, 'quiet': quiet}

PLANTED = {
    'memory': {
        'lib/base/memory.c': 'void *p = malloc(1);\n',
        'lib/text/make.c': 'int main(void)\n{\n    free(p);\n}\n',
        'lib/text/a.c': '/* malloc */\nconst char *s = "free(x)";\nvoid a(void)\n{\n    allocator->free(p, c);\n'
                        '    a.realloc(p);\n    memory_free(p);\n    free(p);\n}\n',
        'lib/text/b.h': '#include <malloc.h>\nstatic void *(*f)(size_t) = malloc;\n',
    },
    'locale': {
        'lib/base/a.c': 'f(tolower(c), is_digit(c), this->isalpha);\nx = isalpha (c);\n'
                        'status_fail(error, 1, 0, "%d %% %5s\\n",\n            "%f");\n',
        'lib/base/b.c': 'snprintf(b, 9, "%d%%", n);\nsnprintf(b, 9, "%s %-5.2f", s, d);\n"100 %e";\n',
    },
    'quiet': {
        'lib/make.c': 'int main(void)\n{\n    printf("x");\n}\n',
        'lib/a.c': '_Static_assert(1, "x");\nsnprintf(b, 9, "x");\n\nabort();\n',
        'lib/b.c': 'assert(x);\n',
    },
}

EXPECTED = {
    'memory': ['lib/text/a.c:8', 'lib/text/b.h:2'],
    'locale': ['lib/base/a.c:1', 'lib/base/a.c:2', 'lib/base/a.c:4', 'lib/base/b.c:2'],
    'quiet': ['lib/a.c:4', 'lib/b.c:1'],
}
