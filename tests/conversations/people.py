"""The people of the story, with the one group of their site."""

from dataclasses import dataclass

from bot.sandbox.client_person import Player
from tests.conversations.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody in the story who has Telegram; 周敏 (E03) has none."""

    sales: Player
    quality: Player
    driver: Player
    supervisor: Player
    deputy_director: Player
    general_manager: Player
    auditor: Player
    admin: Player
    stranger: Player
    group: int


NUMBERS = {
    "sales": ("王小明", "E06"),
    "quality": ("陈洁", "E07"),
    "driver": ("张伟", "E05"),
    "supervisor": ("李强", "E04"),
    "deputy_director": ("吴琳", "E02"),
    "general_manager": ("赵刚", "E01"),
    "auditor": ("钱进", "E10"),
    "admin": ("孙丽", "E09"),
}


async def everybody_joins(place: Workplace) -> People:
    """All of them follow their invitations; the admin links the group of the site."""
    joined = {part: await place.joins(name, number) for part, (name, number) in NUMBERS.items()}
    stranger = await place.sandbox.add_person("路人", started=True)
    group = await place.sandbox.add_group("苏州厂 客诉群", list(joined.values()))
    await joined["admin"].says("/link", chat=group)
    asked = await joined["admin"].sees("哪个厂区", chat=group)
    await asked.press("苏州厂")
    return People(**joined, stranger=stranger, group=group)
