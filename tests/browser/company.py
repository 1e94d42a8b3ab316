"""The sample company at work behind the page: its people have joined, the group of the site is linked."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.client_person import Player
from tests.conversations.workplace import Workplace

CAST = {
    "E06": ("王小明", "销售 Sales · 苏州厂"),
    "E07": ("陈洁", "品管 Quality · 苏州厂"),
    "E05": ("张伟", "员工 Employee · 仓储部"),
    "E04": ("李强", "主管 Supervisor · 仓储部"),
    "E02": ("吴琳", "副厂长 Deputy director"),
    "E01": ("赵刚", "总经理 General manager"),
    "E10": ("钱进", "稽核 Auditor"),
    "E09": ("孙丽", "人事、管理员 HR, admin"),
}
TITLE = "苏州厂 客诉群"


@dataclass(frozen=True, slots=True)
class Company:
    """Who can be played on the page, by name, and the group of their site. 周敏 (E03) has no Telegram."""

    place: Workplace
    people: Mapping[str, Player]
    group: int

    def address(self, *names: str) -> str:
        """The page's address with these people's private chats open; "name@group" opens the group."""
        opened = (self._opened(*name.split("@")) for name in names)
        return f"{self.place.environment['GONGDAO_API_BASE_URL']}/#{'+'.join(opened)}"

    def _opened(self, name: str, group: str = "") -> str:
        viewer = self.people[name].id
        return f"{viewer}/{self.group if group else viewer}"


async def company_at(place: Workplace) -> Company:
    """Everybody follows their invitation; the admin links the group."""
    people = {name: await _joins(place, number, name, note) for number, (name, note) in CAST.items()}
    group = await place.sandbox.add_group(TITLE, list(people.values()))
    await people["孙丽"].says("/link", chat=group)
    await (await people["孙丽"].sees("哪个厂区", chat=group)).press("苏州厂")
    return Company(place, people, group)


async def _joins(place: Workplace, number: str, name: str, note: str) -> Player:
    player = await place.sandbox.add_person(name, id=1000 + int(number[1:]), note=note)
    await player.starts(await place.invites(number))
    await player.says(number)
    await (await player.sees(button="我已了解")).press("我已了解")
    return player
