from dataclasses import replace
from datetime import timedelta

from core.actions.deadline.tell_of_absence import tell_of_absence
from core.model.dialogue import Dialogue
from tests.make import NOW, by_no, staffed


async def test_who_was_asked_something_is_asked_again_and_nobody_else() -> None:
    uow = await staffed()
    for number in ("E10", "E17"):
        person = await by_no(uow, number)
        await uow.dialogues.put(Dialogue(person_id=person.id, step="customer", asked_at=NOW))
    await uow.persons.put(replace(await by_no(uow, "E17"), is_reachable=False))
    since = NOW - timedelta(hours=30)

    await tell_of_absence(since, uow=uow)
    await tell_of_absence(since, uow=uow)

    assert [(number, one.template) for number, one in uow.outbox.told] == [("E10", "absence_told")]
    assert (uow.outbox.told[0][1].data["since"], uow.outbox.told[0][1].data["until"]) == (since, NOW)
    assert uow.log.rows[0].facts["told"] == [1]
