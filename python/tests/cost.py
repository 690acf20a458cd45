#!/usr/bin/env python3
"""What Python adds to a scan: a text of 2 KB in, a numpy array of its claims out, beside the library's scan alone.

    cost.py [ROUNDS]

The two take turns, so that whatever else the machine does is the same for both; what is shown is the time that nine
of ten turns are above, as the rest of the machine only ever adds. "scan in C" is one bare call of claimex_scan through
ctypes, less the cost of such a call, which counts as Python's: that of one which is refused at once. The difference of
two long times is unsure where the machine is busy: a text of one sentence, in which the scan is short, shows it
clearer.
"""

import ctypes
import statistics
import sys
import time
from pathlib import Path

from claimex import Extractor, _library

SIZE = 2048
SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "article.txt"


def sample():
    """ASCII, as most news is; cut at a sentence."""
    text = SAMPLE.read_text(encoding="utf-8").replace("\u2019", "'").encode("ascii", "ignore").decode()
    return (text * (SIZE // len(text) + 1))[:SIZE]


def bare_scan(extractor, data, result=None):
    """The library's scan with all its arguments ready; without a result it does nothing."""
    length = ctypes.c_size_t(len(data))
    nothing = ctypes.c_void_p.from_param(0)
    into, error = (result.argument, result.error_pointer) if result else (nothing, nothing)
    arguments = (extractor._engine_argument, into, data, length, extractor._options, error)
    return lambda: _library.scan(*arguments)


def timed(function):
    start = time.perf_counter_ns()
    function()
    return time.perf_counter_ns() - start


def turns(functions, rounds):
    """The times of each, in nanoseconds."""
    return list(zip(*([timed(function) for function in functions] for _ in range(rounds))))


def typical(times):
    """In microseconds: the fastest decile."""
    return statistics.quantiles(times, n=10)[0] / 1000


def measure(extractor, text, rounds):
    data = text.encode()
    functions = (
        bare_scan(extractor, data, extractor._pool.new()),
        lambda: extractor.scan(text).to_numpy(),
        bare_scan(extractor, data),
        lambda: None,
    )
    turns(functions, rounds // 10)
    bare, whole, call, nothing = map(typical, turns(functions, rounds))
    call -= nothing
    print(f"{len(data):5} bytes, {len(extractor.scan(text)):2} claims:", end="")
    print(f"  scan in C {bare - call:7.2f}, with Python {whole:7.2f}: {whole - bare + call:.2f} more")


def main(rounds):
    extractor = Extractor(reference_date="2024-05-17")
    print("microseconds")
    measure(extractor, sample(), rounds)
    measure(extractor, "Sales rose 4%.", rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
