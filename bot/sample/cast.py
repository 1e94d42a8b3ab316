"""Who can be played on the page: the sample company's people with an account, and their groups."""

from dataclasses import dataclass

from bot.sandbox.group import Group
from bot.sandbox.person import Person
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Part:
    """One person to play; `note` is the page's label."""

    employee_no: str
    name: str
    username: str
    note: str

    @property
    def account(self) -> int:
        """Their Telegram account on this machine."""
        return 1000 + int(self.employee_no[1:])


# In the order of the story. E12, 马超, has no Telegram.
PARTS = (
    Part("E06", "王小明", "wangxiaoming", "销售 Sales · 苏州厂"),
    Part("E07", "陈洁", "chenjie", "品管 Quality · 苏州厂"),
    Part("E05", "张伟", "zhangwei", "员工 Employee · 仓储部"),
    Part("E04", "李强", "liqiang", "主管 Supervisor · 仓储部"),
    Part("E03", "周敏", "zhoumin", "经理 Manager · 仓储部"),
    Part("E02", "吴琳", "wulin", "副厂长 Deputy director"),
    Part("E08", "何静", "hejing", "复核、财务 Recheck, finance"),
    Part("E01", "赵刚", "zhaogang", "总经理 General manager"),
    Part("E10", "钱进", "qianjin", "稽核 Auditor"),
    Part("E09", "孙丽", "sunli", "人事、管理员 HR, admin"),
    Part("E11", "郑芳", "zhengfang", "品管 Quality · 无锡厂"),
)
GROUPS = {
    "suzhou": (-2001, "苏州厂 客诉群", ("E09", "E06", "E07", "E04", "E03", "E02", "E01")),
    "wuxi": (-2002, "无锡厂 客诉群", ("E09", "E06", "E11", "E02", "E01")),
}


def part(employee_no: str) -> Part:
    """The part of that employee."""
    return {one.employee_no: one for one in PARTS}[employee_no]


def let_in(world: World) -> None:
    """Put everybody and the groups into an empty sandbox; all have pressed START, the bot is in the groups."""
    for one in PARTS:
        world.directory.keep(
            Person(id=one.account, first_name=one.name, username=one.username, note=one.note, started=True)
        )
    for number, title, members in GROUPS.values():
        accounts = tuple(part(member).account for member in members)
        world.directory.keep(Group(id=number, title=title, members=accounts, bot="member"))
