"""Many documents out of the project's sample texts: paragraphs in turn, each with figures of its own."""

import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _paragraphs():
    for name in ("article.txt", "bicycles.txt"):
        text = (EXAMPLES / name).read_text(encoding="utf-8")
        yield from (paragraph for paragraph in text.split("\n\n") if re.search(r"\d", paragraph))


# Amounts and shares; dates, counts and ratios stay as they are.
_FIGURE = re.compile(r"(?<=[$€£])[1-9]\d*|(?<![\d.,/-])[1-9]\d*(?=(\.\d+)?(%| percent| million| billion|m\b|bn\b))")


def _with_other_figures(paragraph, chance):
    """The same paragraph with other amounts and percentages."""
    return _FIGURE.sub(lambda match: str(chance.randint(1, 9)) + match.group()[1:], paragraph)


def varied(count, seed=1):
    """`count` documents of a few paragraphs, the same ones at each call."""
    chance, paragraphs = random.Random(seed), list(_paragraphs())
    return [
        "\n\n".join(_with_other_figures(chance.choice(paragraphs), chance) for _ in range(chance.randint(1, 4)))
        for _ in range(count)
    ]
