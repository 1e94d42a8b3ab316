"""A group that moves takes everything along, whatever is there already."""

import pytest
from sqlalchemy import text

from bot.storage.moving import move_chat
from bot.storage.unit_of_work import UnitsOfWork
from core.model.group import Group
from tests.make import NOW

OLD, NEW = -5, -1005


@pytest.mark.parametrize("is_there_linked", [False, True])
async def test_the_new_chat_may_be_known_already(units: UnitsOfWork, *, is_there_linked: bool) -> None:
    async with units.open(NOW) as uow:
        await uow.groups.add(Group(chat_id=OLD, title="a", site="suzhou", linked_by=1, linked_at=NOW))
        await uow.groups.add(
            Group(chat_id=NEW, title="b", site="wuxi", linked_by=1, linked_at=NOW, is_linked=is_there_linked)
        )
        await uow.connection.execute(
            text("INSERT INTO cards VALUES ('case:1', -5, 1), ('case:1', -1005, 2), ('case:2', -5, 3)")
        )
        for _ in range(2):
            await move_chat(uow, OLD, NEW)

        linked = await uow.groups.where(is_linked=True)
        assert [(group.chat_id, group.site) for group in linked] == [
            (NEW, "wuxi" if is_there_linked else "suzhou")
        ]
        cards = (await uow.connection.execute(text("SELECT card, chat_id, message_id FROM cards"))).all()
        assert sorted(map(tuple, cards)) == [("case:1", NEW, 2), ("case:2", NEW, 3)]
