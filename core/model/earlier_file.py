"""A file of earlier records that an admin sent in chat: from where it lies to what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.imported import Doubles, ImportKind


class FileState(StrEnum):
    """How far it has come."""

    SENT = "sent"
    REFUSED = "refused"
    SHOWN = "shown"
    CHOSEN = "chosen"
    TAKEN = "taken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFile:
    """The file lies with Telegram, and is fetched twice: to be shown, and to be taken in.

    `file_id` says where it lies, and is empty once it is taken, refused or dropped: its content is kept nowhere. `sha256`
    is that of the bytes that were shown; `doubles` is what was chosen for what is there already, `import_id` the import
    that it became.
    """

    id: int = 0
    person_id: int
    kind: ImportKind
    name: str
    size: int
    file_id: str
    sent_at: datetime
    state: FileState = FileState.SENT
    sha256: str = ""
    doubles: Doubles = Doubles.SKIP
    import_id: int | None = None
    decided_at: datetime | None = None

    @property
    def seal(self) -> str:
        """What a button carries of the hash: a press counts for the file that was shown."""
        return self.sha256[:16]
