from dataclasses import replace

import pytest

from core.errors import NotThisPerson
from core.model.dialogue import Dialogue
from core.model.intake_step import IntakeStep
from core.model.message import Message
from core.model.roles import Grant, Role
from core.model.timer import Timer
from handlers import group_linking, language
from handlers.help import asked_for_help, cancelled, handlers, helped_group, taken_back
from tests.handlers.people_turns import GROUP, pressed, turn_of
from tests.make import NOW, by_no, staffed


async def test_help_answers_by_role_and_in_groups_by_rule() -> None:
    uow = await staffed()
    turn, reply = turn_of(uow, await by_no(uow, "E10"), "/help")

    await asked_for_help(turn)
    await helped_group(turn)

    assert [message.template for message in reply.said] == ["help_shown", "group_help_shown"]
    assert handlers().commands.keys() == {"help", "cancel"}


async def test_cancel_forgets_the_open_question() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    question = Dialogue(person_id=sales.id, step="customer", asked_at=NOW)
    await uow.dialogues.put(question)
    turn, reply = turn_of(uow, sales, "/cancel", dialogue=question)

    await cancelled(turn)

    assert await uow.dialogues.find(sales.id) is None
    assert reply.said[0].data["was_asked"] is True


async def test_a_question_without_other_buttons_can_be_taken_back_until_another_one_is_asked() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    asking, asked = turn_of(uow, sales, "")
    await asking.ask(IntakeStep.ANSWERING, Message(template="account_sought"))
    (way_out,) = asked.said[0].rows[0]
    assert (way_out.label, way_out.verb, way_out.arg) == ("cancel", "unasked", IntakeStep.ANSWERING)

    late, late_reply = pressed(uow, sales, "unasked", "another", dialogue=await uow.dialogues.find(sales.id))
    await taken_back(late)
    assert late_reply.redrawn[0].data["was_asked"] is False
    assert await uow.dialogues.find(sales.id) is not None

    turn, reply = pressed(uow, sales, way_out.verb, way_out.arg, dialogue=await uow.dialogues.find(sales.id))
    await taken_back(turn)
    assert reply.redrawn[0].data["was_asked"] is True
    assert await uow.dialogues.find(sales.id) is None


async def test_a_pressed_language_is_answered_in_it() -> None:
    uow = await staffed()
    asking, asked = turn_of(uow, await by_no(uow, "E10"), "/lang")
    await language.asked_for_languages(asking)
    assert [row[0].label for row in asked.said[0].rows] == ["language_zh-Hans", "language_en"]

    turn, reply = pressed(uow, await by_no(uow, "E10"), "lang", "en")
    await language.language_pressed(turn)

    assert reply.redrawn[0].data["language"] == "en"
    assert uow.outbox.told_to("E10")[0].template == "language_chosen"
    assert language.handlers().presses.keys() == {"lang"}


async def test_an_admin_of_one_site_links_its_group_at_once() -> None:
    uow = await staffed()
    turn, reply = turn_of(uow, await by_no(uow, "E07"), "/link", chat=GROUP)

    await group_linking.link_asked(turn)

    assert reply.redrawn[0].template == "group_linked"
    assert (await uow.groups.one(chat_id=-100)) is not None


async def test_an_admin_of_several_sites_is_asked_which() -> None:
    uow = await staffed()
    admin = replace(await by_no(uow, "E07"), grants=(Grant(Role.ADMIN),))
    turn, reply = turn_of(uow, admin, "/link", chat=GROUP)
    await group_linking.link_asked(turn)
    assert [row[0].text for row in reply.said[0].rows] == ["苏州厂", "无锡厂"]

    press, _ = pressed(uow, admin, "link", "wuxi", chat=GROUP)
    await group_linking.site_pressed(press)

    group = await uow.groups.one(chat_id=-100)
    assert group is not None
    assert group.site == "wuxi"


async def test_in_private_link_explains_itself_to_admins_only() -> None:
    uow = await staffed()
    turn, reply = turn_of(uow, await by_no(uow, "E07"), "/link")
    await group_linking.link_asked_in_private(turn)
    assert reply.said[0].template == "link_explained"

    sales, _ = turn_of(uow, await by_no(uow, "E10"), "/link")
    with pytest.raises(NotThisPerson):
        await group_linking.link_asked_in_private(sales)


async def test_the_self_test_edits_its_message_unless_the_group_is_gone() -> None:
    uow = await staffed()
    turn, _ = turn_of(uow, await by_no(uow, "E07"), "/link", chat=GROUP)
    await group_linking.link_asked(turn)
    group = await uow.groups.get(1)
    timer = Timer(key="k", kind="group_tested", subject_id=1, due_at=NOW)

    await group_linking.posting_was_seen(timer, uow)
    await uow.groups.put(replace(group, is_linked=False))
    await group_linking.posting_was_seen(timer, uow)

    assert [message.data["is_edit"] for _, message in uow.outbox.posted] == [False, True]
    assert uow.outbox.posted[0][1].card == uow.outbox.posted[1][1].card
    assert group_linking.handlers().rings.keys() == {"group_tested"}
