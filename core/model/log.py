"""One row of the append-only log."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """What happened, for the chain: ids and figures only in `facts`; names and free text in `words`.

    `words` is stored beside the chain with its own salt, and can be erased without breaking it.
    """

    act: str
    case_id: int | None = None
    actor_id: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
