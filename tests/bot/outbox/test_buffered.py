"""Only an answer to one's own doing goes before all others; what is told to somebody else does not."""

from dataclasses import replace

import pytest

from bot.outbox.rows import Place
from core.model.group import Group
from core.model.message import Urgency
from tests import make
from tests.bot.office import Office
from tests.bot.probing import saying
from tests.make import NOW


@pytest.mark.parametrize("urgency", list(Urgency))
async def test_who_did_not_ask_is_told_as_a_notice_and_a_group_as_a_card_unless_said_otherwise(
    office: Office, urgency: Urgency
) -> None:
    message = replace(saying("news"), urgency=urgency)
    async with office.units.open(NOW) as uow:
        person = await uow.persons.add(make.person("E17"))
        await uow.groups.add(Group(chat_id=-5, title="x", site="suzhou", linked_by=1, linked_at=NOW))
        await uow.messages.put(Place(chat_id=1017), "zh-Hans", message)
        await uow.outbox.tell(person, message)
        await uow.outbox.post("suzhou", message)
        queued = [row["urgency"] for row in uow.messages.rows]

    unasked = [Urgency.NOTICE, Urgency.CARD] if urgency is Urgency.ANSWER else [urgency, urgency]
    assert queued == [urgency, *unasked]
