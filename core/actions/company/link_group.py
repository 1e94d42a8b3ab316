"""Link a Telegram group to a site, so that it gets the cards of that site's cases."""

from dataclasses import replace
from datetime import timedelta

from core.actions.company.show_self_test import show_self_test
from core.errors import NoSuchThing
from core.model.group import Group
from core.model.log import LogRow
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.staff.sites_to_link import sites_to_link

# Long enough that the first message has left before it is edited: the edit is the second half of the test.
BETWEEN_POST_AND_EDIT = timedelta(seconds=3)


async def link_group(chat_id: int, title: str, site: str, *, actor: Person, uow: UnitOfWork) -> Group:
    """The group, linked; a group the site had before gets no more cards. A self-test posts and then edits."""
    if site not in {allowed.id for allowed in sites_to_link(actor, uow.company)}:
        raise NoSuchThing("site_not_yours", site=site)
    for other in await uow.groups.where(site=site, is_linked=True):
        if other.chat_id != chat_id:
            await uow.groups.put(replace(other, is_linked=False))
    group = await _linked(chat_id, title, site, actor, uow)
    await uow.log.write(
        LogRow(
            act="group_linked",
            actor_id=actor.id,
            facts={"group": group.id, "site": site},
            words={"title": title},
        )
    )
    await show_self_test(group, is_edit=False, uow=uow)
    await uow.timers.start(
        Timer(
            key=f"group_tested:{group.id}:{uow.now.isoformat()}",
            kind="group_tested",
            subject_id=group.id,
            due_at=uow.now + BETWEEN_POST_AND_EDIT,
        )
    )
    return group


async def _linked(chat_id: int, title: str, site: str, actor: Person, uow: UnitOfWork) -> Group:
    known = await uow.groups.one(chat_id=chat_id)
    group = Group(
        id=known.id if known else 0,
        chat_id=chat_id,
        title=title,
        site=site,
        linked_by=actor.id,
        linked_at=uow.now,
    )
    return await (uow.groups.put(group) if known else uow.groups.add(group))
