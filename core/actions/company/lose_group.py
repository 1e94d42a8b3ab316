"""The bot was taken out of a group: its site has no group until an admin links one."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.roles import Role
from core.ports import UnitOfWork


async def lose_group(chat_id: int, *, uow: UnitOfWork) -> None:
    """Unlink the group, if it was linked, and tell the site's admins."""
    group = await uow.groups.one(chat_id=chat_id, is_linked=True)
    if group is None:
        return
    await uow.groups.put(replace(group, is_linked=False))
    await uow.log.write(LogRow(act="group_lost", facts={"group": group.id, "site": group.site}))
    data = {"title": group.title, "site_name": uow.company.site(group.site).name, "site": group.site}
    message = Message(template="group_lost", data=data, urgency=Urgency.NOTICE)
    for person in await uow.persons.where():
        if person.holds(Role.ADMIN, group.site):
            await uow.outbox.tell(person, message)
