"""/link inside a group: an admin says whose site's cards it gets; a self-test posts a message and edits it."""

from core.actions.company.link_group import link_group
from core.actions.company.show_self_test import show_self_test
from core.model.message import Button, Message
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.staff.sites_to_link import sites_to_link
from handlers.routes import Routes
from handlers.turn import Turn


async def link_asked(turn: Turn) -> None:
    """An admin sent /link in a group; with one site only there is nothing to choose."""
    sites = sites_to_link(turn.actor, turn.uow.company)
    if len(sites) == 1:
        await _link(turn, sites[0].id)
        return
    rows = tuple((Button("site", "link", arg=site.id, text=site.name),) for site in sites)
    await turn.reply.say(Message(template="link_asked", data={"title": _title(turn)}, rows=rows))


async def link_asked_in_private(turn: Turn) -> None:
    """An admin sent /link where there is no group."""
    sites_to_link(turn.actor, turn.uow.company)
    await turn.say("link_explained")


async def site_pressed(turn: Turn) -> None:
    """An admin pressed a site under the question."""
    await _link(turn, turn.press.arg)


async def posting_was_seen(timer: Timer, uow: UnitOfWork) -> None:
    """The self-test's second half."""
    group = await uow.groups.get(timer.subject_id)
    if group.is_linked:
        await show_self_test(group, is_edit=True, uow=uow)


async def _link(turn: Turn, site: str) -> None:
    group = await link_group(turn.chat_id, _title(turn), site, actor=turn.actor, uow=turn.uow)
    site_name = turn.uow.company.site(group.site).name
    await turn.redraw(Message(template="group_linked", data={"title": group.title, "site_name": site_name}))


def _title(turn: Turn) -> str:
    chat = turn.update.effective_chat
    return (chat.title if chat else None) or ""


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"link": link_asked_in_private},
        group_commands={"link": link_asked},
        group_presses={"link": site_pressed},
        rings={"group_tested": posting_was_seen},
    )
