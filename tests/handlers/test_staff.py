"""/staff: HR and admins see who has an account, hand out links, and cut an account off."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.roles import Grant, Role
from core.rules.staff.invitations import hash_of
from core.rules.staff.menu import commands_for
from handlers import accounts, my, staff
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import verbs
from tests.make import NOW, by_no, person, staffed


async def put(uow: FakeUnitOfWork, employee_no: str, **changes: Any) -> None:
    await uow.persons.put(replace(await by_no(uow, employee_no), **changes))


async def office() -> tuple[FakeUnitOfWork, Talk]:
    """孙丽 (HR and admin) has sent /staff; 张伟 has no account, 李强 blocked the bot, 周敏 leaves."""
    uow = await staffed()
    await put(uow, "E17", chat_id=None)
    await put(uow, "E03", is_reachable=False, linked_at=NOW)
    await put(uow, "E01", left_on=date(2025, 3, 31))
    talk = await talk_with(uow, "E07", my, accounts, staff)
    await talk.sends("/staff")
    return uow, talk


async def test_the_overview_counts_who_still_needs_something() -> None:
    _, talk = await office()

    assert "在册 11 人，1 人还没有账号，1 人收不到消息，1 人即将离职" in talk.words()
    labels = [button.label for row in talk.latest().rows for button in row]
    assert labels == ["staff_unlinked", "staff_unreachable", "staff_leaving", "staff_all"]


@pytest.mark.parametrize(
    ("group", "name", "said"),
    [
        ("staff_unlinked", "张伟 E17", "账号：没有。"),
        ("staff_unreachable", "李强 E03", "消息发不到"),
        ("staff_leaving", "周敏 E01", "最后工作日：3月31日"),
    ],
)
async def test_a_group_leads_to_its_people_and_each_to_how_they_stand(
    group: str, name: str, said: str
) -> None:
    _, talk = await office()

    await talk.presses(group)
    await talk.presses(name)

    assert said in talk.words()
    assert "角色：" in talk.words()


async def test_a_name_that_fits_one_opens_them_and_one_that_fits_nobody_says_what_to_send() -> None:
    _, talk = await office()

    await talk.sends("无此人")
    assert "没有找到“无此人”" in talk.words()
    await talk.sends("E17")

    assert "<b>张伟</b> E17" in talk.words()


async def test_a_name_that_fits_many_shows_those_who_fit_best() -> None:
    uow, talk = await office()
    for number in range(20, 40):
        await uow.persons.add(person(f"E{number}", name=f"王工{number}"))

    await talk.sends("王工")
    assert "20 人，最接近的 12 人如下" in talk.words()
    await talk.sends("王")
    await talk.sends("王工3")

    assert "有 10 人，请选择" in talk.words()


async def test_once_somebody_is_picked_a_text_is_about_something_else() -> None:
    uow, talk = await office()

    await talk.presses("staff_unlinked")
    await talk.presses("张伟 E17")

    assert await uow.dialogues.find(talk.actor.id) is None


async def test_a_card_that_is_opened_later_leaves_another_open_question_alone() -> None:
    uow, talk = await office()
    await talk.presses("staff_unlinked")
    await talk.sends("/my")
    await talk.presses("account_find")

    await talk.hits(f"staff_one:{(await by_no(uow, 'E17')).id}:0")

    question = await uow.dialogues.find(talk.actor.id)
    assert question is not None
    assert question.step == "account_whose"


async def test_pages_of_everybody_are_turned_to_and_fro_and_a_page_too_far_is_the_last() -> None:
    _, talk = await office()
    for number in range(50, 60):
        await talk.uow.persons.add(person(f"E{number}"))
    await talk.hits("staff:0:0")

    await talk.presses("staff_all")
    await talk.presses("page_after")
    assert "staff_group" in verbs(talk.latest())
    await talk.presses("page_before")
    await talk.hits("staff_group:0:0:all.99")
    assert "page_before" in [button.label for row in talk.latest().rows for button in row]
    await talk.hits("staff_group:0:0:nonsense.x")

    assert "全部员工" in talk.words()


async def test_an_empty_group_says_so() -> None:
    uow, talk = await office()
    await put(uow, "E17", chat_id=77)

    await talk.hits("staff_group:0:0:unlinked.0")

    assert "现在没有" in talk.words()


async def test_a_link_is_given_once_and_only_its_hash_is_kept() -> None:
    uow, talk = await office()
    zhang = await by_no(uow, "E17")

    await talk.hits(f"staff_invite:{zhang.id}:0")

    link = str(talk.latest().data["link"])
    secret = link.removeprefix("https://t.me/gongdao_bot?start=")
    (invitation,) = uow.invitations.things.values()
    assert invitation.secret_hash == hash_of(secret)
    assert "3月6日 08:12 前有效" in talk.words()
    assert (uow.log.rows[-1].act, uow.log.rows[-1].actor_id) == ("person_invited", talk.actor.id)
    await talk.hits(f"staff_one:{zhang.id}:0")
    assert "邀请链接在 3月6日 08:12 前有效" in talk.words()


async def test_the_second_link_makes_the_first_worthless() -> None:
    uow, talk = await office()
    zhang = await by_no(uow, "E17")

    await talk.hits(f"staff_invite:{zhang.id}:0")
    await talk.hits(f"staff_invite:{zhang.id}:0")

    first, second = uow.invitations.things.values()
    assert first.expires_at < NOW < second.expires_at


async def test_who_has_an_account_is_not_invited() -> None:
    uow, talk = await office()

    with pytest.raises(NotAllowed, match="already_linked"):
        await talk.hits(f"staff_invite:{(await by_no(uow, 'E10')).id}:0")


async def test_an_account_is_cut_off_at_once_after_a_second_press_and_the_manager_is_told() -> None:
    uow, talk = await office()
    wang = await by_no(uow, "E10")

    await talk.hits(f"staff_cut:{wang.id}:0")
    assert (await by_no(uow, "E10")).chat_id is not None
    await talk.presses("staff_cut_yes")

    assert (await by_no(uow, "E10")).chat_id is None
    assert "账号：没有" in talk.words()
    (told,) = uow.outbox.told_to("E04")
    assert (told.template, told.data["by"]) == ("staff_cut_told", "孙丽")
    with pytest.raises(NotAllowed, match="not_linked"):
        await talk.hits(f"staff_cut_yes:{wang.id}:0")


async def test_the_manager_who_cuts_it_off_and_whoever_has_none_are_told_nothing() -> None:
    uow, talk = await office()
    await put(uow, "E10", manager_no="E07")

    await talk.hits(f"staff_cut_yes:{(await by_no(uow, 'E10')).id}:0")
    await talk.hits(f"staff_cut_yes:{(await by_no(uow, 'E05')).id}:0")

    assert [one for one in uow.outbox.told if one[1].template == "staff_cut_told"] == []


async def test_nobody_cuts_off_themselves() -> None:
    _, talk = await office()

    await talk.hits(f"staff_one:{talk.actor.id}:0")
    assert "staff_cut" not in verbs(talk.latest())
    with pytest.raises(NotThisPerson, match="not_cut_off_by_oneself"):
        await talk.hits(f"staff_cut_yes:{talk.actor.id}:0")


async def test_who_reads_accounts_goes_from_the_person_to_their_account() -> None:
    uow, talk = await office()

    await talk.hits(f"staff_one:{(await by_no(uow, 'E17')).id}:0")

    assert verbs(talk.latest()) == ["staff_invite", "account", "staff"]


@pytest.mark.parametrize("press", ["staff_one", "staff_invite", "staff_cut", "staff_cut_yes"])
async def test_people_of_other_sites_and_people_there_are_not_are_out_of_reach(press: str) -> None:
    uow, talk = await office()
    far = await uow.persons.add(person("E90", site="wuxi", grants=(Grant(Role.EMPLOYEE, "wuxi"),)))

    with pytest.raises(NotThisPerson, match="staff_by_hr"):
        await talk.hits(f"{press}:{far.id}:0")
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await talk.hits(f"{press}:999:0")


async def test_they_are_neither_counted_nor_found() -> None:
    uow, talk = await office()
    await uow.persons.add(person("E90", name="远方", site="wuxi"))
    await uow.persons.add(person("E91", name="远去", left_on=NOW.date() - timedelta(days=1)))

    await talk.sends("/staff")
    assert "在册 11 人" in talk.words()
    assert "苏州厂" in talk.words()
    assert "无锡厂" not in talk.words()
    await talk.sends("远")

    assert "没有找到" in talk.words()


@pytest.mark.parametrize("employee_no", ["E17", "E04", "E05", "E06"])
async def test_the_staff_are_not_for_others(employee_no: str) -> None:
    uow = await staffed()
    talk = await talk_with(uow, employee_no, staff)

    with pytest.raises(NotThisPerson, match="staff_by_hr"):
        await talk.sends("/staff")


async def test_the_command_is_offered_to_whom_it_is_for() -> None:
    uow = await staffed()

    assert "staff" in commands_for(await by_no(uow, "E07"))
    assert "staff" not in commands_for(await by_no(uow, "E06"))
