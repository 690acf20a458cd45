"""Finds the shared library, loads it and declares its functions."""

from __future__ import annotations

import ctypes
import os
import sys
import sysconfig
from pathlib import Path
from typing import Any, Callable, Iterator, List, Tuple

from . import _structs

_LOADER_NAMES = {"darwin": "libclaimex.0.dylib", "win32": "claimex-0.dll"}
_WHEEL_FOLDER = ".claimex.mesonpy.libs"  # where meson-python puts the libraries of a wheel


def _candidates() -> Iterator[str]:
    """The places to look at, best first: the wheel's own copy, the user's wish, the system's loader."""
    package = Path(__file__).parent
    for folder in (package, package.parent / _WHEEL_FOLDER, Path(sysconfig.get_path("platlib")) / _WHEEL_FOLDER):
        for pattern in ("libclaimex*.so*", "libclaimex*.dylib", "claimex*.dll"):
            yield from (str(path) for path in sorted(folder.glob(pattern)))
    yield os.environ.get("CLAIMEX_LIBRARY") or _LOADER_NAMES.get(sys.platform, "libclaimex.so.0")


def _load() -> ctypes.CDLL:
    refusals: List[str] = []
    for path in _candidates():
        try:
            return ctypes.CDLL(path)
        except OSError as error:
            refusals.append(f"{path} ({error})")
    raise ImportError(
        "the claimex library could not be loaded; tried "
        + ", ".join(refusals)
        + ". Set the environment variable CLAIMEX_LIBRARY to the path of libclaimex."
    )


_loaded = _load()
# The same library, called without releasing the GIL: for calls that return at once.
_instant = ctypes.PyDLL(_loaded._name, handle=_loaded._handle)

Function = Callable[..., Any]


def _declare(library: ctypes.CDLL, name: str, result: Any, *arguments: Any) -> Function:
    try:
        function = library[name]
    except AttributeError:
        raise ImportError(f"{library._name} has no function {name}: it is not a libclaimex, or too old") from None
    function.restype = result
    if arguments:
        function.argtypes = arguments
    return function


_pointer = ctypes.c_void_p
Writer = ctypes.CFUNCTYPE(ctypes.c_int, _pointer, _pointer, ctypes.c_size_t)

version = _declare(_instant, "claimex_version", ctypes.c_char_p)
claim_size = _declare(_instant, "claimex_claim_size", ctypes.c_size_t)
status_name = _declare(_instant, "claimex_status_name", ctypes.c_char_p, ctypes.c_int32)
moment_text = _declare(_instant, "claimex_moment_text", ctypes.c_size_t, _structs.Moment, _pointer)
moment_parse = _declare(
    _instant, "claimex_moment_parse", ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(_structs.Moment)
)
MOMENT_TEXT_SIZE = 40

engine_new = _declare(
    _loaded,
    "claimex_engine_new",
    ctypes.c_int32,
    ctypes.POINTER(_structs.EngineOptions),
    ctypes.POINTER(_pointer),
    ctypes.POINTER(_structs.Error),
)
engine_free = _declare(_loaded, "claimex_engine_free", None, _pointer)
engine_has_jit = _declare(_instant, "claimex_engine_has_jit", ctypes.c_int, _pointer)

result_new = _declare(
    _loaded,
    "claimex_result_new",
    ctypes.c_int32,
    _pointer,
    ctypes.POINTER(_pointer),
    ctypes.POINTER(_structs.Error),
)
result_free = _declare(_loaded, "claimex_result_free", None, _pointer)
result_view = _declare(_instant, "claimex_result_view", _pointer, _pointer)

# The call of every scan declares no argument types: it is given ctypes objects made beforehand, and to check and
# convert those again takes as long as the call itself.
scan = _declare(_loaded, "claimex_scan", ctypes.c_int32)

explain = _declare(
    _loaded,
    "claimex_explain",
    ctypes.c_int32,
    _pointer,
    _pointer,
    ctypes.c_char_p,
    ctypes.c_size_t,
    ctypes.POINTER(_structs.ScanOptions),
    Writer,
    _pointer,
    ctypes.POINTER(_structs.Error),
)

_size_pointer = ctypes.POINTER(ctypes.c_size_t)
_error_pointer = ctypes.POINTER(_structs.Error)

scan_many = _declare(
    _loaded,
    "claimex_scan_many",
    ctypes.c_int32,
    _pointer,
    ctypes.POINTER(_structs.Text),
    ctypes.c_size_t,
    ctypes.POINTER(_structs.ScanOptions),
    ctypes.c_uint32,
    ctypes.POINTER(_pointer),
    _error_pointer,
)
batch_collect = _declare(
    _loaded,
    "claimex_batch_collect",
    ctypes.c_int32,
    ctypes.POINTER(_structs.Document),
    ctypes.c_size_t,
    _pointer,
    ctypes.POINTER(_pointer),
    _error_pointer,
)
batch_free = _declare(_loaded, "claimex_batch_free", None, _pointer)
batch_claims = _declare(_instant, "claimex_batch_claims", _pointer, _pointer, _size_pointer)
batch_starts = _declare(_instant, "claimex_batch_starts", _pointer, _pointer, _size_pointer)
batch_strings = _declare(_instant, "claimex_batch_strings", _pointer, _pointer, ctypes.c_size_t, _size_pointer)
batch_incomplete = _declare(_instant, "claimex_batch_incomplete", ctypes.c_uint32, _pointer, ctypes.c_size_t)
batch_error = _declare(_instant, "claimex_batch_error", ctypes.c_int32, _pointer, ctypes.c_size_t, _error_pointer)
batch_arrow = _declare(
    _instant,
    "claimex_batch_arrow",
    ctypes.c_int32,
    _pointer,
    ctypes.c_uint32,
    ctypes.POINTER(_structs.ArrowArrayStream),
    _error_pointer,
)


def _enum_names(enum: str) -> Tuple[str, ...]:
    """The names of an enum's values, counted from 0."""
    name_of = _declare(_instant, f"claimex_{enum}_name", ctypes.c_char_p, ctypes.c_uint8)
    names: List[str] = []
    while len(names) < 256:
        name = name_of(len(names))
        if name is None:
            break
        names.append(name.decode("ascii"))
    return tuple(names)


KINDS = _enum_names("kind")
RELATIONS = _enum_names("relation")
ROLES = _enum_names("role")
CHANGES = _enum_names("change")
STANCES = _enum_names("stance")
GRAINS = _enum_names("grain")

if claim_size() != ctypes.sizeof(_structs.Claim):
    raise ImportError(
        f"{_loaded._name} (version {version().decode('ascii')}) has claims of {claim_size()} bytes, "
        f"and this package reads claims of {ctypes.sizeof(_structs.Claim)}: the two do not belong together"
    )
