"""The two halves of a group's self-test: a message is posted, then edited."""

from core.model.group import Group
from core.model.message import Message
from core.ports import UnitOfWork


async def show_self_test(group: Group, *, is_edit: bool, uow: UnitOfWork) -> None:
    """Post the self-test's message, or edit the one posted before."""
    data = {"site_name": uow.company.site(group.site).name, "is_edit": is_edit, "site": group.site}
    card = f"group_test:{group.id}:{int(group.linked_at.timestamp())}"
    await uow.outbox.post(group.site, Message(template="group_tested", data=data, card=card))
