"""An edition of a rulebook on its way: 孙丽 (E07, administrator) sent it, 赵刚 (E05) approves it.

方圆 (E14) is administrator and general manager at once and put it forward; 孙丽 became a general manager afterwards.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from core.model.roles import Grant, Role
from core.rights.bar import Bar
from tests.fakes import FakeUnitOfWork
from tests.handlers import test_editions as editions
from tests.make import by_no, person
from tests.rights.scene import Numbers, Scene, these

BOTH = (Grant(Role.ADMIN, "suzhou"), Grant(Role.GENERAL_MANAGER, "suzhou"))
SENDER, PUTTER = these("E07"), these("E14")
DECIDERS = these("E05 E07 E14 E41")
PRESSES = (
    *("edition:1:0", "edition_pdf:1:0", "edition_files:1:0", "edition_read:1:0", "edition_readers:1:0"),
    *("edition_send:0:0", "edition_put:1:0:{seal}", "edition_drop:1:0:{seal}"),
    *("edition_yes:1:0:{seal}", "edition_no:1:0:{seal}"),
)


async def two_in_charge() -> FakeUnitOfWork:
    """The company, with 方圆 in it."""
    uow = await editions.staffed()
    await uow.persons.add(person("E14", name="方圆", department="行政部", manager_no="E05", grants=BOTH))
    return uow


async def sent(uow: FakeUnitOfWork) -> None:
    """孙丽 has sent the file, and it was read."""
    await editions.checked(uow)
    sender = await by_no(uow, "E07")
    await uow.persons.put(replace(sender, grants=(*sender.grants, Grant(Role.GENERAL_MANAGER, "suzhou"))))


async def put(uow: FakeUnitOfWork) -> None:
    """方圆 has put it forward."""
    await sent(uow)
    proposal = await uow.proposed_editions.get(1)
    await editions.forge(await editions.talk(uow, "E14"), "edition_put", 1, proposal.seal)


async def approved(uow: FakeUnitOfWork) -> None:
    """赵刚 has approved it."""
    await put(uow)
    await (await editions.talk(uow, "E05")).presses("edition_yes")


async def _shown(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"seal": (await uow.proposed_editions.get(1)).seal}


def _scene(
    name: str, bring: Callable[[FakeUnitOfWork], Awaitable[None]], askers: Numbers, idle: str, **only: Numbers
) -> Scene:
    async def made() -> FakeUnitOfWork:
        uow = await two_in_charge()
        await bring(uow)
        return uow

    return Scene(
        name=f"edition {name}",
        made=made,
        presses=PRESSES,
        shown=_shown,
        site="",
        bars={Bar.ASKED_FOR_IT: askers},
        idle=these(idle),
        only=only,
    )


WAITING = {"edition": DECIDERS, "edition_pdf": DECIDERS}
SCENES = (
    _scene("sent", sent, SENDER, "edition_read edition_yes edition_no", **WAITING),
    _scene("put forward", put, SENDER | PUTTER, "edition_read edition_put", **WAITING),
    _scene("approved", approved, SENDER | PUTTER, "edition_put edition_drop edition_yes edition_no"),
)
