"""An edition of a rulebook that was sent in chat: from the file to the day it holds from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.label import Label


class EditionState(StrEnum):
    """How far it has come."""

    SENT = "sent"
    REFUSED = "refused"
    CHECKED = "checked"
    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEdition:
    """The file as it came, and the edition in it once its text has passed every check.

    `person_id` sent it, `put_by` put it forward, who may be another. `file_id` says where the file lies with Telegram,
    and is empty once it is read. `text` is kept as it was checked;
    `sha256` is that of its bytes, and what is approved. `pieces` are the files that say what would change.
    """

    id: int = 0
    person_id: int
    name: str
    size: int
    file_id: str
    sent_at: datetime
    state: EditionState = EditionState.SENT
    rulebook: str = ""
    edition: str = ""
    title: Label | None = None
    in_force_from: date | None = None
    sha256: str = ""
    text: str = ""
    changes: int = 0
    cases: int = 0
    pieces: tuple[int, ...] = ()
    put_by: int | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None

    @property
    def seal(self) -> str:
        """What a button carries of the hash: a press counts for the text that was shown."""
        return self.sha256[:16]

    @property
    def asked_by(self) -> tuple[int, ...]:
        """Whose wish it is, each once: who sent it, and who put it forward."""
        return tuple(dict.fromkeys(one for one in (self.put_by, self.person_id) if one is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionReceipt:
    """One person's of one edition: when it was made known to them, and when they said that they had read it.

    `told_at` is None while no message reaches them.
    """

    id: int = 0
    edition_id: int
    person_id: int
    told_at: datetime | None = None
    reminders: int = 0
    read_at: datetime | None = None
