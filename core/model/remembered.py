"""Customers and products a company has met."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A customer or product name (`kind` is `customer` or `product`) with when it was last used.

    `language` is the one in which a customer is written to; empty until somebody chose it.
    """

    id: int = 0
    kind: str
    name: str
    used_at: datetime
    language: str = ""
