"""The ctypes structs and constants are those of include/claimex/*.h: the headers are compiled and asked."""

import ctypes
import os
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from claimex import _library, _structs, errors

HEADERS = Path(__file__).resolve().parents[2] / "include"
COMPILER = os.environ.get("CC", "cc")

STRUCTS = {
    "claimex_decimal": _structs.Decimal,
    "claimex_moment": _structs.Moment,
    "claimex_span": _structs.Span,
    "claimex_claim": _structs.Claim,
    "claimex_engine_options": _structs.EngineOptions,
    "claimex_scan_options": _structs.ScanOptions,
    "claimex_error": _structs.Error,
    "claimex_view": _structs.View,
    "claimex_text": _structs.Text,
    "claimex_document": _structs.Document,
    "ArrowArrayStream": _structs.ArrowArrayStream,
}

CONSTANTS = {
    "CLAIMEX_DECIMAL_PRESENT": _structs.DECIMAL_PRESENT,
    "CLAIMEX_MOMENT_PRESENT": _structs.MOMENT_PRESENT,
    "CLAIMEX_MOMENT_TIME": _structs.MOMENT_TIME,
    "CLAIMEX_MOMENT_ZONE": _structs.MOMENT_ZONE,
    "CLAIMEX_MOMENT_TEXT_SIZE": _library.MOMENT_TEXT_SIZE,
    "CLAIMEX_QUOTED": _structs.QUOTED,
    "CLAIMEX_INEXACT": _structs.INEXACT,
    "CLAIMEX_MATCH_LIMIT": _structs.MATCH_LIMIT,
    "CLAIMEX_CLAIM_LIMIT": _structs.CLAIM_LIMIT,
    "CLAIMEX_ENGINE_NO_JIT": _structs.ENGINE_NO_JIT,
    "CLAIMEX_MONTH_FIRST": _structs.DATE_ORDERS["mdy"],
    "CLAIMEX_DAY_FIRST": _structs.DATE_ORDERS["dmy"],
    "CLAIMEX_YEAR_FIRST": _structs.DATE_ORDERS["ymd"],
    "CLAIMEX_NEAREST_IN_TENSE": _structs.WEEKDAYS["nearest"],
    "CLAIMEX_ALWAYS_PAST": _structs.WEEKDAYS["past"],
    "CLAIMEX_ALWAYS_FUTURE": _structs.WEEKDAYS["future"],
    "CLAIMEX_UTF8_REFUSE": _structs.UTF8_POLICIES["refuse"],
    "CLAIMEX_UTF8_SKIP": _structs.UTF8_POLICIES["skip"],
    "CLAIMEX_BYTES": _structs.OFFSETS["byte"],
    "CLAIMEX_CODE_POINTS": _structs.OFFSETS["codepoint"],
    "CLAIMEX_UTF16": _structs.OFFSETS["utf16"],
    "CLAIMEX_NO_MEMORY": errors.NoMemory.status,
    "CLAIMEX_BAD_ARGUMENT": errors.BadArgument.status,
    "CLAIMEX_TOO_LARGE": errors.TooLarge.status,
    "CLAIMEX_INVALID_UTF8": errors.InvalidUTF8.status,
    "CLAIMEX_UNKNOWN_LANGUAGE": errors.UnknownLanguage.status,
    "CLAIMEX_BAD_LEXICON": errors.BadLexicon.status,
    "CLAIMEX_INTERNAL": errors.InternalError.status,
}

# The C type of a scalar member, for _Generic, and what ctypes calls it.
SCALARS = {
    "int64_t": ctypes.c_int64,
    "int32_t": ctypes.c_int32,
    "int16_t": ctypes.c_int16,
    "uint64_t": ctypes.c_uint64,
    "uint32_t": ctypes.c_uint32,
    "uint8_t": ctypes.c_uint8,
    "claimex_decimal": _structs.Decimal,
    "claimex_moment": _structs.Moment,
    "claimex_span": _structs.Span,
}

POINTERS = (
    "const char *",
    "const claimex_allocator *",
    "const claimex_claim *",
    "void *",
    "int (*)(struct ArrowArrayStream *, struct ArrowSchema *)",
    "int (*)(struct ArrowArrayStream *, struct ArrowArray *)",
    "const char *(*)(struct ArrowArrayStream *)",
    "void (*)(struct ArrowArrayStream *)",
)


def program():
    """A C program that prints a line for each struct, member and constant."""
    kinds = ", ".join([f'{name}: "{name}"' for name in SCALARS] + [f'{name}: "pointer"' for name in POINTERS])
    yield "#include <stdio.h>\n#include <claimex/arrow.h>"
    # On a platform where size_t is none of the types above the default names it.
    yield f'#define KIND(x) _Generic((x), {kinds}, char *: "array", uint8_t *: "array", default: "size_t")'
    yield "int main(void) {"
    for name, struct in STRUCTS.items():
        yield f"static struct {name} {name}_;"
        yield f'printf("{name} %zu\\n", sizeof {name}_);'
        for member, *_ in struct._fields_:
            yield (
                f'printf("{name}.{member} %zu %zu %s\\n", offsetof(struct {name}, {member}),'
                f" sizeof {name}_.{member}, KIND({name}_.{member}));"
            )
    for name in CONSTANTS:
        yield f'printf("{name} %d\\n", (int){name});'
    yield "}"


def kind_of(member):
    if issubclass(member, ctypes.Array):
        return "array"
    if member in (ctypes.c_char_p, ctypes.c_void_p):
        return "pointer"
    return next(name for name, scalar in SCALARS.items() if scalar is member)


def ours():
    """What the program must print."""
    for name, struct in STRUCTS.items():
        yield f"{name} {ctypes.sizeof(struct)}"
        for member, kind in struct._fields_:
            field = getattr(struct, member)
            yield f"{name}.{member} {field.offset} {field.size} {kind_of(kind)}"
    for name, value in CONSTANTS.items():
        yield f"{name} {value}"


def theirs():
    with tempfile.TemporaryDirectory() as folder:
        source, compiled = Path(folder, "layout.c"), Path(folder, "layout")
        source.write_text("\n".join(program()) + "\n", encoding="utf-8")
        subprocess.run(
            [*shlex.split(COMPILER), "-std=c11", f"-I{HEADERS}", str(source), "-o", str(compiled)], check=True
        )
        return subprocess.run([str(compiled)], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


@unittest.skipUnless(HEADERS.is_dir() and shutil.which(shlex.split(COMPILER)[0]), "needs the headers and a C compiler")
class Layout(unittest.TestCase):
    def test_structs_and_constants_are_those_of_the_headers(self):
        found = [line.replace(" size_t", " uint64_t") for line in theirs()]
        self.assertEqual(found, list(ours()))


if __name__ == "__main__":
    unittest.main()
