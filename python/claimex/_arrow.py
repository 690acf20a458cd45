"""The capsule in which an Arrow stream is handed from one library to another."""

from __future__ import annotations

import ctypes
from typing import Any, Dict

from . import _structs

_NAME = b"arrow_array_stream"
_Release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_Destructor = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

_python = ctypes.pythonapi
_python.PyCapsule_New.restype = ctypes.py_object
_python.PyCapsule_New.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
# A function of its own: elsewhere in the process the same one may be declared otherwise.
_get_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(("PyCapsule_GetPointer", _python))

_streams: Dict[int, _structs.ArrowArrayStream] = {}  # those in capsules, by their addresses


def _destroy(
    capsule: int,
    get_pointer: Any = _get_pointer,
    streams: Dict[int, _structs.ArrowArrayStream] = _streams,
    release: Any = _Release,
    name: bytes = _NAME,
) -> None:
    """Releases the stream, unless its reader has taken it. Keeps what it needs: the interpreter may be at its end."""
    address = get_pointer(capsule, name)
    stream = streams.pop(address)
    if stream.release:
        release(stream.release)(address)


_destructor = _Destructor(_destroy)
_python.Py_IncRef(ctypes.py_object(_destructor))  # capsules may be destroyed later than this module


def capsule(stream: _structs.ArrowArrayStream) -> object:
    """A capsule that owns the stream."""
    address = ctypes.addressof(stream)
    _streams[address] = stream
    made: object = _python.PyCapsule_New(address, _NAME, ctypes.cast(_destructor, ctypes.c_void_p))
    return made
