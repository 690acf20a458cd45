"""The text with its claims marked, for notebooks."""

from __future__ import annotations

from html import escape
from typing import Iterable, List, Union

from ._library import KINDS
from .claim import Claim


def highlighted(source: Union[str, bytes], claims: Iterable[Claim]) -> str:
    """HTML in which every claim is a <mark> whose tooltip says what was understood. Everything else is escaped."""
    parts: List[str] = []
    done = 0
    for claim in claims:
        parts.append(_escaped(source, done, claim.start))
        parts.append(_mark(claim))
        done = claim.end
    parts.append(_escaped(source, done, len(source)))
    return f'<div class="claimex" style="white-space: pre-wrap">{"".join(parts)}</div>'


def _escaped(source: Union[str, bytes], start: int, end: int) -> str:
    piece = source[start:end]
    return escape(piece.decode("utf-8", "replace") if isinstance(piece, bytes) else piece)


def _mark(claim: Claim) -> str:
    hue = 360 * KINDS.index(claim.kind) // len(KINDS)
    return (
        f'<mark class="claimex-{claim.kind}" style="background: hsl({hue}, 80%, 85%); color: black" '
        f'title="{escape(f"{claim.kind}: {claim.reading()}")}">{escape(claim.text)}</mark>'
    )
