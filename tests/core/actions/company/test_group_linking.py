from dataclasses import replace

import pytest

from core.actions.company.link_group import link_group
from core.actions.company.lose_group import lose_group
from core.errors import NoSuchThing, NotThisPerson
from core.model.roles import Grant, Role
from tests.make import by_no, staffed


async def test_a_linked_group_gets_a_message_that_a_clock_will_edit() -> None:
    uow = await staffed()
    admin = await by_no(uow, "E07")

    group = await link_group(-100, "苏州客诉", "suzhou", actor=admin, uow=uow)

    assert (group.site, group.title, group.linked_by) == ("suzhou", "苏州客诉", admin.id)
    ((site, message),) = uow.outbox.posted
    assert (site, message.template, message.data["is_edit"]) == ("suzhou", "group_tested", False)
    (timer,) = await uow.timers.running("group_tested:")
    assert (timer.kind, timer.subject_id) == ("group_tested", group.id)


async def test_a_site_has_one_group_and_linking_again_changes_it() -> None:
    uow = await staffed()
    admin = await by_no(uow, "E07")
    old = await link_group(-100, "旧群", "suzhou", actor=admin, uow=uow)

    new = await link_group(-200, "新群", "suzhou", actor=admin, uow=uow)
    again = await link_group(-200, "新群改名", "suzhou", actor=admin, uow=uow)

    assert (await uow.groups.get(old.id)).is_linked is False
    assert (again.id, again.title) == (new.id, "新群改名")


async def test_only_an_admin_of_the_site_links_its_group() -> None:
    uow = await staffed()

    with pytest.raises(NotThisPerson, match="only_admins_link"):
        await link_group(-100, "群", "suzhou", actor=await by_no(uow, "E10"), uow=uow)
    with pytest.raises(NoSuchThing, match="site_not_yours"):
        await link_group(-100, "群", "wuxi", actor=await by_no(uow, "E07"), uow=uow)


async def test_a_lost_group_is_told_to_the_sites_admins() -> None:
    uow = await staffed()
    admin = await by_no(uow, "E07")
    elsewhere = replace(await by_no(uow, "E17"), grants=(Grant(Role.ADMIN, "wuxi"),))
    await uow.persons.put(elsewhere)
    group = await link_group(-100, "苏州客诉", "suzhou", actor=admin, uow=uow)

    await lose_group(-100, uow=uow)
    await lose_group(-100, uow=uow)

    assert (await uow.groups.get(group.id)).is_linked is False
    assert [(number, message.template) for number, message in uow.outbox.told] == [("E07", "group_lost")]
