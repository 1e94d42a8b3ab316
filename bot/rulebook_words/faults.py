"""Faults of rulebooks in the reader's language: the core names them in English, short, for programs."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import Final

from core.model.fault import Fault

_PLACE: Final = re.compile(r"\{(\d)\}")
_WORDED: Final = re.compile(r"\{(?P<number>\d)(?P<in_turn>\*?)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the core says, and what is said instead; `{0}` of the one stands where it does in the other.

    What stands in `{0*}` is said in that language in its turn.
    """

    english: re.Pattern[str]
    other: str
    weight: int

    @staticmethod
    def of(english: str, other: str) -> "Pattern":
        """The pattern of these texts; one with more words of its own is tried before one with fewer."""
        literal = _PLACE.split(english)[::2]
        seen: set[str] = set()
        return Pattern(re.compile(_expression(english, seen), re.DOTALL), other, sum(map(len, literal)))


def _expression(english: str, seen: set[str]) -> str:
    parts = _PLACE.split(english)
    written = [re.escape(parts[0])]
    for place, literal in zip(parts[1::2], parts[2::2], strict=True):
        written.append(f"(?P=p{place})" if place in seen else f"(?P<p{place}>.*?)")
        seen.add(place)
        written.append(re.escape(literal))
    return "".join(written)


def fault_said(fault: Fault, language: str) -> str:
    """The fault in a line: where, what was found, what is allowed, and the clause."""
    said = _in_language(fault, language)
    if said == fault:
        return str(fault)
    behind = f"（{fault.clause}）" if fault.clause else ""
    return f"{said.path}：{said.found}{said.allowed}{behind}"


def _in_language(fault: Fault, language: str) -> Fault:
    """The same fault, with what was found and what is allowed in that language."""
    return replace(fault, found=said(fault.found, language), allowed=said(fault.allowed, language))


def said(text: str, language: str) -> str:
    """The text in that language; what it quotes stays, and what has no words of its own stays English."""
    for pattern in _patterns(language):
        found = pattern.english.fullmatch(text)
        if found:
            return _WORDED.sub(partial(_put, found.groupdict(), language), pattern.other)
    return text


def _put(parts: Mapping[str, str], language: str, place: re.Match[str]) -> str:
    part = parts[f"p{place['number']}"]
    return said(part, language) if place["in_turn"] else part


@cache
def _patterns(language: str) -> tuple[Pattern, ...]:
    text = (files("templates") / language / "faults.toml").read_text(encoding="utf-8")
    topics = tomllib.loads(text)
    patterns = [Pattern.of(*pair) for topic in topics.values() for pair in topic.items()]
    return tuple(sorted(patterns, key=lambda pattern: -pattern.weight))
