"""All shelves of one transaction."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.case_shelves import OF_CASE, CaseShelves
from bot.storage.late_shelf import LateShelf
from bot.storage.person_shelf import PersonShelf, StaffMemory
from bot.storage.shelf import TableShelf
from bot.storage.traces import TableTraces
from bot.storage.waits import TableWaits
from bot.storage.watched_shelf import WatchedShelf
from core.model.deputy import Deputyship
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.duty import Duty
from core.model.evidence import Evidence, Holder
from core.model.group import Group
from core.model.invitation import Invitation
from core.model.notice import Appeal, Notice
from core.model.person import Person
from core.model.relay import Relay
from core.model.remembered import Remembered
from core.person_ports import Traces
from core.shelf import Shelf
from core.waits import Waits


class Shelves(CaseShelves):
    """A shelf for each kind of thing."""

    def __init__(self, connection: AsyncConnection, staff: StaffMemory | None = None) -> None:
        super().__init__(connection)
        self.traces: Traces = TableTraces(connection)
        self.people = PersonShelf(connection, staff or StaffMemory())
        self.persons: Shelf[Person] = self.people
        self.invitations: Shelf[Invitation] = TableShelf(connection, tables.invitations, Invitation)
        self.groups: Shelf[Group] = TableShelf(connection, tables.groups, Group)
        self.begun = TableShelf(connection, tables.drafts, Draft)
        self.drafts: Shelf[Draft] = self.begun
        self.questions = LateShelf(connection, tables.dialogues, Dialogue, key="person_id")
        self.dialogues: Shelf[Dialogue] = self.questions
        self.evidence: Shelf[Evidence] = WatchedShelf(
            connection, tables.evidence, Evidence, touched=self.touched, case_of=_case_of_piece
        )
        self.notices: Shelf[Notice] = TableShelf(connection, tables.notices, Notice)
        self.appeals: Shelf[Appeal] = TableShelf(connection, tables.appeals, Appeal)
        self.duties: Shelf[Duty] = WatchedShelf(
            connection, tables.duties, Duty, touched=self.touched, case_of=OF_CASE
        )
        self.waits: Waits = TableWaits(connection)
        self.deputyships: Shelf[Deputyship] = TableShelf(connection, tables.deputyships, Deputyship)
        self.relays: Shelf[Relay] = TableShelf(connection, tables.relays, Relay)
        self.remembered: Shelf[Remembered] = TableShelf(connection, tables.remembered, Remembered)

    def forget(self) -> None:
        """Let every shelf forget what it read."""
        for shelf in vars(self).values():
            if isinstance(shelf, TableShelf):
                shelf.forget()


def _case_of_piece(piece: Evidence) -> int | None:
    return piece.holder_id if piece.holder is Holder.CASE else None
