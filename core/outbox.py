"""The outbox, as actions see it."""

from typing import Protocol

from core.model.message import Message
from core.model.person import Person


class Outbox(Protocol):
    """Messages to be sent after this unit of work has committed; rendered in each reader's language."""

    async def tell(self, person: Person, message: Message) -> bool:
        """Queue a private message; False (and nothing queued) if the person cannot be reached."""
        ...

    async def post(self, site: str, message: Message) -> bool:
        """Queue a message to the group of a site; False if none is linked."""
        ...

    async def words(self, language: str, message: Message) -> str:
        """The message's text without marks, for printing."""
        ...

    async def send_again(self, outbox_id: int) -> None:
        """Queue once more what could not be sent."""
        ...
