"""A group chat: its people, and the bot's standing in it."""

from dataclasses import asdict, dataclass
from typing import Literal, get_args

from bot.sandbox.wire import Json

Standing = Literal["member", "administrator", "left", "kicked"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group; its id is negative. `migrated_to` is set once it became a supergroup with another id."""

    id: int
    title: str
    members: tuple[int, ...]
    bot: Standing = "left"
    type: Literal["group", "supergroup"] = "group"
    migrated_to: int | None = None

    def as_chat(self) -> Json:
        """The Bot API's Chat."""
        return {"id": self.id, "type": self.type, "title": self.title}

    def as_card(self) -> Json:
        """What the page shows of the group."""
        return asdict(self) | {"members": list(self.members)}

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the group now."""
        return self.bot in {"member", "administrator"}
