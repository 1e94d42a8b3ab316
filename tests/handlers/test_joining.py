from dataclasses import replace
from datetime import date

from telegram import Update

from core.actions.person.invite_person import invite_person
from core.model.draft import Draft
from core.model.timer import Timer
from handlers.joining import handlers, last_day_over, started, stranger_arrived, understood
from handlers.visit import Visit
from tests.fakes import FakeUnitOfWork
from tests.handlers.people_turns import pressed, turn_of, visit_of
from tests.handlers.talk import FakeReply
from tests.make import NOW, by_no, person, staffed


async def with_newcomer() -> tuple[FakeUnitOfWork, str]:
    uow = await staffed()
    newcomer = await uow.persons.add(person("E50", name="新人", chat_id=None, oriented_at=None))
    return uow, await invite_person(newcomer, uow=uow)


async def says(uow: FakeUnitOfWork, words: str, username: str | None = "new") -> str:
    visit, reply = visit_of(uow, words, username)
    await stranger_arrived(visit)
    return ",".join(message.template for message in reply.said)


async def test_a_stranger_gets_one_polite_text_whatever_they_send() -> None:
    uow = await staffed()

    assert await says(uow, "你好") == "stranger_greeted"
    assert await says(uow, "/start") == "stranger_greeted"
    assert await says(uow, "/help") == "stranger_greeted"


async def test_a_former_employee_is_told_that_the_work_has_ended() -> None:
    uow = await staffed()
    await uow.persons.put(replace(await by_no(uow, "E17"), chat_id=555))
    visit, reply = visit_of(uow, "我的扣款？")

    await stranger_arrived(visit)

    assert reply.said[0].data["is_former"] is True


async def test_a_link_asks_for_the_number_and_the_number_links() -> None:
    uow, secret = await with_newcomer()

    assert await says(uow, f"/start {secret}") == "number_asked"
    assert await says(uow, "E51") == "number_wrong"
    assert await says(uow, "E50") == ""

    (orientation,) = uow.outbox.told_to("E50")
    assert orientation.template == "person_oriented"
    (told,) = uow.outbox.told_to("E03")
    assert told.data["account"] == "小新 (@new)"


async def test_an_account_without_a_user_name_is_named_by_its_own_name() -> None:
    uow, secret = await with_newcomer()
    await says(uow, f"/start {secret}", username=None)

    await says(uow, "E50", username=None)

    assert uow.outbox.told_to("E03")[0].data["account"] == "小新"


async def test_an_update_without_a_user_is_named_by_its_chat() -> None:
    uow, secret = await with_newcomer()
    await says(uow, f"/start {secret}")

    await stranger_arrived(Visit(uow=uow, update=Update(1), chat_id=555, reply=FakeReply(), words="E50"))

    assert uow.outbox.told_to("E03")[0].data["account"] == "555"


async def test_a_used_link_is_answered_kindly() -> None:
    uow, _ = await with_newcomer()

    assert await says(uow, "/start invented") == "invitation_invalid"


async def test_start_shows_the_orientation_first_and_then_what_can_be_done() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    new, reply = turn_of(uow, replace(sales, oriented_at=None), "/start")
    await started(new)
    assert reply.said[0].template == "person_oriented"

    await uow.drafts.add(Draft(person_id=sales.id, received_at=NOW, opened_at=NOW))
    old, reply = turn_of(uow, sales, "/start")
    await started(old)
    assert (reply.said[0].template, reply.said[0].data["drafts"]) == ("person_welcomed", 1)


async def test_somebody_elses_link_does_nothing_for_a_linked_person() -> None:
    uow, secret = await with_newcomer()
    turn, reply = turn_of(uow, await by_no(uow, "E10"), f"/start {secret}")

    await started(turn)

    assert reply.said[0].template == "account_known"
    assert (await by_no(uow, "E50")).chat_id is None


async def test_the_press_on_the_orientation_is_dated_once() -> None:
    uow = await staffed()
    sales = await uow.persons.put(replace(await by_no(uow, "E10"), oriented_at=None))
    turn, reply = pressed(uow, sales, "oriented")
    await understood(turn)
    again, second = pressed(uow, await by_no(uow, "E10"), "oriented")
    await understood(again)

    assert [message.template for message in reply.said] == ["person_oriented", "person_welcomed"]
    assert reply.redrawn[0].data["read_at"] == NOW
    assert [message.template for message in second.said] == ["person_oriented"]


async def test_the_clock_ends_the_rights_of_who_has_left() -> None:
    uow = await staffed()
    leaver = await uow.persons.put(replace(await by_no(uow, "E17"), left_on=date(2025, 3, 2)))

    await last_day_over(Timer(key="k", kind="employment_ended", subject_id=leaver.id, due_at=NOW), uow)

    assert (await by_no(uow, "E17")).grants == ()
    assert handlers().rings.keys() == {"employment_ended"}
