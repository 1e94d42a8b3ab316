"""One member of staff, as HR and admins see them."""

from dataclasses import dataclass
from datetime import datetime

from core.model.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """The person with whom they report to, who stands in for them, and until when an invitation waits for them."""

    person: Person
    manager: Person | None = None
    deputy: Person | None = None
    invited_until: datetime | None = None
