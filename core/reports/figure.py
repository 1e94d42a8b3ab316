"""One figure of a report, with the cases it is made of, and how a button names it."""

from array import array
from base64 import b32encode
from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import Final
from zlib import crc32

from msgspec import Struct

# a button has 64 bytes for everything it carries
_TOKEN_BYTES: Final = 5
_MARK_BITS: Final = 0xFFFFFF


class Chapter(StrEnum):
    """What kind of figures stand together, in the order shown."""

    NUMBERS = "number"
    INDICATORS = "indicator"
    CAUSES = "cause"
    DEPARTMENTS = "department"
    PRODUCTS = "product"
    CUSTOMERS = "customer"
    SITES = "site"
    GRADES = "grade"
    MONEY = "sum"
    TREND = "trend"
    PERSONS = "person"


class Figure(Struct, frozen=True, kw_only=True):
    """A figure: `registered`, or one of a group: `product` and its key. `cases` may not be read yet: `count` is right.

    `fen` is the sum it is, or the direct loss of a bar; `amounts` says what each case adds to that, and may say so of
    cases that are not behind it. `cumulative` is the share of a bar and those before it, in millionths; None for no bar.
    """

    chapter: Chapter
    key: str
    group: str = ""
    cases: tuple[int, ...] = ()
    count: int = 0
    fen: int | None = None
    amounts: Mapping[int, int] = {}
    cumulative: int | None = None

    @property
    def name(self) -> str:
        """As people and programs write it: `registered`, `product.P-300`."""
        return f"{self.group}.{self.key}" if self.group else self.key

    @property
    def token(self) -> str:
        """As a button carries it, however long the key: `registered`, `product~ab3de5gh`."""
        if not self.group:
            return self.key
        digest = blake2b(self.key.encode(), digest_size=_TOKEN_BYTES).digest()
        return f"{self.group}~{b32encode(digest).decode().lower()}"

    @property
    def listed(self) -> tuple[int, ...]:
        """Its cases as one wants to read them: of a sum those that add most first."""
        if self.cumulative is not None or not self.amounts:
            return self.cases
        return tuple(sorted(self.cases, key=lambda case: (-self.amounts[case], case)))

    @property
    def mark(self) -> int:
        """A number that changes when its cases or its sum do; never 0, which stands for not known."""
        return mark_of((self.count, self.fen or 0, *(() if self.chapter is Chapter.TREND else self.cases)))


def mark_of(numbers: Iterable[int]) -> int:
    """A number of at most 8 digits that hardly stays the same when any of the numbers changes; never 0."""
    return crc32(array("q", numbers).tobytes()) & _MARK_BITS or 1
