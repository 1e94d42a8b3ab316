"""The data of somebody who left is erased by a press over real HTTP, and the chains hold."""

from dataclasses import replace
from datetime import date

from bot.all_routes import all_routes
from bot.storage.verify_log import verify_log
from core.actions.person.propose_forgetting import propose_forgetting
from core.model.log import LogRow
from core.model.roles import Grant, Role
from tests import make
from tests.bot.office import Office

ROUTES = all_routes()


async def test_human_resources_press_and_the_name_is_gone(office: Office) -> None:
    hr = await office.hires("E07", grants=(Grant(Role.HR),))
    other = await office.hires("E08", grants=(Grant(Role.ADMIN),))
    async with office.units.open(make.NOW) as uow:
        person = await uow.persons.add(make.person("E90", name="郭子轩", left_on=date(2020, 1, 31)))
        await uow.log.write(LogRow(act="said", actor_id=person.id, words={"said": "郭子轩说的"}))
        actor = await uow.persons.one(employee_no="E08")
        assert actor is not None
        await propose_forgetting(person, actor=replace(actor, name="钱进"), uow=uow)

    async with office.open(ROUTES):
        asked = await hr.sees("清除离职人员的资料", "郭子轩", "钱进", button="清除", ever=True)
        late = await other.sees("清除离职人员的资料", button="不清除", ever=True)
        await asked.press("清除")
        await hr.sees("资料已清除", "金额和记录链没有改动")
        toast = await late.press("不清除")

    assert await office.rows("SELECT name, employee_no FROM persons WHERE id = 3") == [("—", "gone-3")]
    assert await office.rows("SELECT count(*) FROM log_words WHERE words LIKE '%郭子轩%'") == [(0,)]
    assert "已经清除" in str(toast)
    async with office.units.database.reading() as connection:
        assert await verify_log(connection) is None
