"""One thing that waits for somebody, before it is read whole."""

from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

_NEVER: Final = datetime.max.replace(tzinfo=UTC)
# what somebody may do, and need not
RIGHTS: Final = ("may_state", "may_appeal")


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """Its kind, when it is due, and the ids of what is shown of it; 0 where there is none.

    A duty that has no screen of its own is not shown. `instead_of` is whom it really waits for. There are thousands of
    them where ten are shown.
    """

    kind: str
    due_at: datetime | None = None
    case_id: int = 0
    duty_id: int = 0
    notice_id: int = 0
    edition_id: int = 0
    instead_of: str = ""

    @property
    def order(self) -> datetime:
        """What is due first comes first, and what has no time last."""
        return self.due_at or _NEVER

    @property
    def is_right(self) -> bool:
        """Whether the reader may do it, and need not."""
        return self.kind in RIGHTS
