"""python -m claimex [FILE…]: the claims of files as NDJSON, one line a claim, as the command claimex writes them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import List, Optional

from . import ClaimexError, Extractor, __version__


def main(arguments: Optional[List[str]] = None) -> int:
    """Exit status: 0 when all files were read, 1 when some failed, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m claimex", description="Finds the claims in texts.")
    parser.add_argument("files", nargs="*", metavar="FILE", default=["-"], help="UTF-8 text; - is the standard input")
    parser.add_argument("--kinds", metavar="LIST", help="only these, with commas: money,percentage")
    parser.add_argument("--reference-date", metavar="DATE", help="the day on which the text was written (ISO 8601)")
    parser.add_argument("--version", action="version", version=f"claimex {__version__}")
    asked = parser.parse_args(arguments)
    try:
        extractor = Extractor(kinds=asked.kinds, reference_date=asked.reference_date)
    except ClaimexError as error:
        parser.error(str(error))
    return max([_print_claims(extractor, name) for name in asked.files])


def _print_claims(extractor: Extractor, name: str) -> int:
    try:
        claims = extractor.extract(_read(name))
    except (OSError, ClaimexError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        print(f"claimex: {name}: {reason}", file=sys.stderr)
        return 1
    for claim in claims:
        _print_record({"doc": name, **claim.as_dict()})
    if claims.incomplete:
        _print_record({"doc": name, "incomplete": claims.incomplete[0]})
    return 0


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    with open(name, "rb") as file:
        return file.read()


def _print_record(record: object) -> None:
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape") + b"\n")


def _run() -> int:
    try:
        status = main()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader has seen enough; keep Python from flushing into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(_run())
