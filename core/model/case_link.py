"""What one case has to do with an earlier one, as a person (or the watch for recurrences) said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkKind(StrEnum):
    """How a case stands to an earlier one; `unrelated` is said once, so that it is not asked again."""

    DUPLICATE = "duplicate"
    RELATED = "related"
    RECURRENCE = "recurrence"
    UNRELATED = "unrelated"


class Likeness(StrEnum):
    """Why two cases look alike: same customer and order, same product and cause, same file, same picture; or a person said so."""

    ORDER = "order"
    CAUSE = "cause"
    PHOTO = "photo"
    PICTURE = "picture"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """`case_id` is the later case, `other_id` the earlier one; of two cases at most one link is live.

    `linked_by` is None for a link that the bot made by its own watch. A link is never changed: it is undone, and
    another is made. `evidence_before` counts the pieces of both cases when it was made; linking moves none.
    """

    id: int = 0
    case_id: int
    other_id: int
    kind: LinkKind
    likeness: tuple[Likeness, ...] = ()
    evidence_before: int = 0
    linked_by: int | None
    linked_at: datetime
    undone_by: int | None = None
    undone_at: datetime | None = None

    @property
    def joins(self) -> bool:
        """Whether it stands, and says that the two have something to do with each other."""
        return self.undone_at is None and self.kind is not LinkKind.UNRELATED

    def beyond(self, case_id: int) -> int:
        """The case at the other end."""
        return self.other_id if case_id == self.case_id else self.case_id
