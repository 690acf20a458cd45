"""The public structs and constants of include/claimex/*.h, as ctypes sees them.

Names and order follow the headers; python/tests/test_layout.py compiles the headers and compares.
"""

from __future__ import annotations

import ctypes

DECIMAL_PRESENT = 1
MOMENT_PRESENT = 1
MOMENT_TIME = 2
MOMENT_ZONE = 4
QUOTED = 1
INEXACT = 2
MATCH_LIMIT = 1
CLAIM_LIMIT = 2
ENGINE_NO_JIT = 1

DATE_ORDERS = {"mdy": 0, "dmy": 1, "ymd": 2}
WEEKDAYS = {"nearest": 0, "past": 1, "future": 2}
UTF8_POLICIES = {"refuse": 0, "skip": 1}
OFFSETS = {"byte": 0, "codepoint": 1, "utf16": 2}


class Decimal(ctypes.Structure):
    _fields_ = [
        ("digits", ctypes.c_int64),
        ("exponent", ctypes.c_int32),
        ("flags", ctypes.c_uint32),
    ]


class Moment(ctypes.Structure):
    _fields_ = [
        ("year", ctypes.c_int32),
        ("zone_minutes", ctypes.c_int16),
        ("month", ctypes.c_uint8),
        ("day", ctypes.c_uint8),
        ("hour", ctypes.c_uint8),
        ("minute", ctypes.c_uint8),
        ("second", ctypes.c_uint8),
        ("flags", ctypes.c_uint8),
    ]


class Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_uint32), ("end", ctypes.c_uint32)]


class Claim(ctypes.Structure):
    _fields_ = [
        ("value", Decimal),
        ("low", Decimal),
        ("high", Decimal),
        ("of", Decimal),
        ("per_amount", Decimal),
        ("at", Span),
        ("modifier", Span),
        ("subject", Span),
        ("source", Span),
        ("cue", Span),
        ("sentence", Span),
        ("unit", ctypes.c_uint32),
        ("per", ctypes.c_uint32),
        ("timex", ctypes.c_uint32),
        ("readings", ctypes.c_uint32),
        ("time", ctypes.c_int32),
        ("same_as", ctypes.c_int32),
        ("begins", Moment),
        ("ends", Moment),
        ("flags", ctypes.c_uint32),
        ("kind", ctypes.c_uint8),
        ("relation", ctypes.c_uint8),
        ("role", ctypes.c_uint8),
        ("change", ctypes.c_uint8),
        ("stance", ctypes.c_uint8),
        ("grain", ctypes.c_uint8),
        ("reserved", ctypes.c_uint8 * 22),
    ]


class EngineOptions(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("language", ctypes.c_char_p),
        ("allocator", ctypes.c_void_p),
        ("extra_words", ctypes.c_char_p),
        ("extra_words_length", ctypes.c_size_t),
    ]


class ScanOptions(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_uint32),
        ("kinds", ctypes.c_uint32),
        ("reference", Moment),
        ("max_claims", ctypes.c_uint32),
        ("default_currency", ctypes.c_char * 4),
        ("date_order", ctypes.c_uint8),
        ("weekday_policy", ctypes.c_uint8),
        ("fiscal_start", ctypes.c_uint8),
        ("utf8_policy", ctypes.c_uint8),
    ]


class Error(ctypes.Structure):
    _fields_ = [
        ("status", ctypes.c_int32),
        ("reserved", ctypes.c_uint32),
        ("offset", ctypes.c_uint64),
        ("message", ctypes.c_char * 176),
    ]


class View(ctypes.Structure):
    _fields_ = [
        ("claims", ctypes.c_void_p),
        ("n_claims", ctypes.c_size_t),
        ("strings", ctypes.c_void_p),
        ("strings_length", ctypes.c_size_t),
        ("incomplete", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
    ]


class Text(ctypes.Structure):
    _fields_ = [
        ("bytes", ctypes.c_char_p),
        ("length", ctypes.c_size_t),
        ("reference", Moment),
        ("reserved", ctypes.c_uint32),
    ]


class Document(ctypes.Structure):
    _fields_ = [
        ("text", ctypes.c_char_p),
        ("length", ctypes.c_size_t),
        ("claims", ctypes.c_char_p),
        ("n_claims", ctypes.c_size_t),
        ("strings", ctypes.c_char_p),
        ("strings_length", ctypes.c_size_t),
        ("incomplete", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
    ]


class ArrowArrayStream(ctypes.Structure):
    _fields_ = [
        ("get_schema", ctypes.c_void_p),
        ("get_next", ctypes.c_void_p),
        ("get_last_error", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]
