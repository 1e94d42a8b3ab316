"""One taking-in of updates: what came with what, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.chat import chat_of
from bot.inbox.plain import RawUpdate
from bot.tips.seen import Seen, seen_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """An update, and what of it matters for tips."""

    update: RawUpdate
    seen: Seen | None

    @property
    def id(self) -> int:
        """Telegram's number of it."""
        return int(self.update["update_id"])

    @property
    def chat(self) -> int:
        """The chat it belongs to."""
        return chat_of(self.update)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """`begun` are the albums of which a part begins a tip, `recalled` those of which earlier parts were looked for."""

    begun: frozenset[str]
    now: datetime
    connection: AsyncConnection
    recalled: set[str] = field(default_factory=set)


def arrived(update: RawUpdate) -> Arrived:
    """What is read of it at the door."""
    return Arrived(update=update, seen=seen_in(update))


def begun_albums(everything: Iterable[Arrived]) -> frozenset[str]:
    """Albums of which a part says that it begins a tip."""
    seens = (one.seen for one in everything)
    return frozenset(
        seen.album for seen in seens if seen and seen.album and seen.begins and not seen.callback
    )


def undecided(everything: Iterable[Arrived], begun: frozenset[str]) -> Iterator[Seen]:
    """The parts of all other albums."""
    for one in everything:
        if one.seen and one.seen.is_part and one.seen.album not in begun:
            yield one.seen
