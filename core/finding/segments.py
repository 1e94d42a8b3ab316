"""Cuts text into what can be looked up: words and numbers as they are, Chinese by overlapping pairs of characters.

`轴封漏水 P-300` becomes `轴封 封漏 漏水 水` and `p 300`: every character begins some token, so that one character
finds by its beginning, two or more as a row of pairs, and `P300` and `P-300` are the same.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import normalize

from core.finding.wanted import Phrase

# no text holds it, for letters and digits are parted: nothing is found across two fields
BREAK: Final = "b0"
# what is longer than this is not looked up: a whole file pasted as text
_LONGEST: Final = 20_000
_TAIL: Final = 4
_RUN: Final = re.compile(
    r"(?P<number>\d+)|(?P<letters>(?:(?![\W\d_])[\u0000-\u2e7f])+)|(?P<dense>(?:(?![\W\d_])[\u2e80-\U0010ffff])+)"
)


def indexed(texts: Iterable[str]) -> str:
    """The tokens of these texts, parted by spaces; the ends of long numbers can be looked up too."""
    tokens: list[str] = []
    for text in texts:
        for kind, run in _runs(text[:_LONGEST]):
            tokens += _pairs(run) if kind == "dense" else [run]
        tokens.append(BREAK)
        ends = [run[-_TAIL:] for kind, run in _runs(text[:_LONGEST]) if kind == "number" and len(run) > _TAIL]
        tokens += [token for end in ends for token in (end, BREAK)]
    return " ".join(tokens)


def phrases_in(word: str) -> tuple[Phrase, ...]:
    """What must all stand in a text that has this word; nothing for a word of signs alone."""
    phrases: list[Phrase] = []
    row: list[str] = []
    for kind, run in _runs(word):
        if kind == "dense":
            phrases += _said(row)
            row = []
            phrases.append(Phrase(_pairs(run)[:-1] or (run,), is_beginning=len(run) == 1))
        else:
            row.append(run)
    return (*phrases, *_said(row))


def _said(row: list[str]) -> list[Phrase]:
    return [Phrase(tuple(row), is_beginning=True)] if row else []


def _pairs(run: str) -> tuple[str, ...]:
    """Overlapping pairs, and the last character alone."""
    return tuple(run[place : place + 2] for place in range(len(run)))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    for found in _RUN.finditer(normalize("NFKC", text).casefold()):
        yield found.lastgroup or "", found.group()
