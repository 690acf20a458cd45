#!/usr/bin/env python3
"""What Python adds to a scan: a text of 2 KB in, a numpy array of its claims out, beside the library's scan alone.

    cost.py [ROUNDS]

Each way goes through the same texts, no two alike, as the processor learns a text that comes again and again; their
order changes from round to round, as what went before costs or saves time, too. What is shown is the time that nine of
ten rounds are above, as the rest of the machine only ever adds. "scan in C" is one bare call of claimex_scan through
ctypes, less the cost of such a call, which counts as Python's: that of one which is refused at once. Most of what
Python adds to a long text is code that the scan has pushed out of the processor's caches: to one sentence, which
leaves it there, it adds less.
"""

import ctypes
import random
import statistics
import sys
import time

from claimex import Extractor, _library
from documents import varied

SIZE = 2048
TEXTS = 100


def long_texts():
    """ASCII, as most news is."""
    whole = "\n\n".join(varied(3 * TEXTS)).encode("ascii", "ignore").decode()
    return [whole[SIZE * i : SIZE * (i + 1)] for i in range(TEXTS)]


def sentences():
    return [f"Sales rose {i}%." for i in range(1, TEXTS + 1)]


def scan_in_c(extractor, ready, result=None):
    """The library's scan of each text with its arguments ready; without a result it does nothing."""
    nothing = ctypes.c_void_p.from_param(0)
    into, error = (result.argument, result.error_pointer) if result else (nothing, nothing)
    engine, options, scan = extractor._engine_argument, extractor._options, _library.scan
    for data, length in ready:
        scan(engine, into, data, length, options, error)


def scan_in_python(extractor, texts):
    for text in texts:
        extractor.scan(text).to_numpy()


def nothing(ready):
    for _data, _length in ready:
        pass


def ways_through(extractor, texts):
    encoded = [text.encode() for text in texts]
    ready = [(data, ctypes.c_size_t(len(data))) for data in encoded]
    result = extractor._pool.new()
    return {
        "scan": lambda: scan_in_c(extractor, ready, result),
        "whole": lambda: scan_in_python(extractor, texts),
        "call": lambda: scan_in_c(extractor, ready),
        "nothing": lambda: nothing(ready),
    }


def timed(function):
    start = time.perf_counter_ns()
    function()
    return time.perf_counter_ns() - start


def typical(times):
    """The fastest decile, in microseconds for one text."""
    return statistics.quantiles(times, n=10)[0] / 1000 / TEXTS


def measure(extractor, texts, rounds):
    ways = ways_through(extractor, texts)
    times = {name: [] for name in ways}
    for _ in range(rounds):
        for name in random.sample(sorted(ways), len(ways)):
            times[name].append(timed(ways[name]))
    scan, whole, call, empty = (typical(times[name]) for name in ways)
    scan -= call - empty
    claims = sum(len(extractor.scan(text)) for text in texts) / TEXTS
    print(f"{len(texts[0]):5} bytes, {claims:4.1f} claims:", end="")
    print(f"  scan in C {scan:7.2f}, with Python {whole:7.2f}: {whole - scan:.2f} more")


def main(rounds):
    extractor = Extractor(reference_date="2024-05-17")
    print("microseconds a text")
    measure(extractor, long_texts(), rounds)
    measure(extractor, sentences(), rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
