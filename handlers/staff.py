"""/staff: HR and admins see who has an account, invite, and cut off.

staff ── a group ──► its people ──┐
  └───── a name ──► who fits ─────┴─► one person ──► 邀请链接 ──► a link to hand over
                                            └──────► 解除账号 ──► asked once more ──► cut off, the manager told
"""

from enum import StrEnum

from core.actions.money.read_account_of import may_read_account_of
from core.actions.person.cut_off import cut_off, may_be_cut_off
from core.actions.person.invite_in_chat import invite_in_chat
from core.actions.person.read_staff import find_staff, staff_for, staff_member
from core.model.message import Message
from core.rules.staff.staff_groups import StaffGroup, counts_of, in_group
from core.screens.staff import staff_cut_asked, staff_found, staff_listed, staff_one, staff_shown
from handlers.numbers import page_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    WHOM = "staff_whom"


async def asked_for_staff(turn: Turn) -> None:
    """Somebody sent /staff; a name may follow."""
    await turn.reply.say(await _overview(turn))
    await turn.expect(Step.WHOM)


async def overview_wanted(turn: Turn) -> None:
    """返回 was pressed, back to how many there are."""
    await turn.redraw(await _overview(turn))
    await turn.expect(Step.WHOM)


async def group_opened(turn: Turn) -> None:
    """A group was pressed, or another page of it; what is no group is everybody."""
    asked, _, page = turn.press.arg.partition(".")
    group = StaffGroup(asked) if asked in set(StaffGroup) else StaffGroup.ALL
    people = in_group(await staff_for(turn.actor, uow=turn.uow), group)
    await turn.redraw(staff_listed(people, group, page_in(page)))


async def name_typed(turn: Turn) -> None:
    """Show who fits, or the one person who does; the question stays open for the next name."""
    found = await find_staff(turn.words, actor=turn.actor, uow=turn.uow)
    shown = await _one(found[0].id, turn) if len(found) == 1 else staff_found(turn.words, found)
    await turn.reply.say(shown)


async def person_opened(turn: Turn) -> None:
    """Somebody was picked: a text is about something else again."""
    if turn.dialogue is not None and turn.dialogue.step == Step.WHOM:
        await turn.settle()
    await turn.redraw(await _one(turn.press.id, turn))


async def invitation_wanted(turn: Turn) -> None:
    """邀请链接 was pressed."""
    await turn.redraw(await invite_in_chat(turn.press.id, actor=turn.actor, uow=turn.uow))


async def cut_pressed(turn: Turn) -> None:
    """解除账号 was pressed: ask once more."""
    await turn.redraw(staff_cut_asked(await may_be_cut_off(turn.press.id, actor=turn.actor, uow=turn.uow)))


async def cut_confirmed(turn: Turn) -> None:
    """It was meant."""
    person = await cut_off(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(await _one(person.id, turn))


async def _overview(turn: Turn) -> Message:
    people = await staff_for(turn.actor, uow=turn.uow)
    known = {one.site for one in people}
    return staff_shown(counts_of(people), [one.name for one in turn.uow.company.sites if one.id in known])


async def _one(person_id: int, turn: Turn) -> Message:
    member = await staff_member(person_id, actor=turn.actor, uow=turn.uow)
    reads = may_read_account_of(turn.actor, member.person)
    return staff_one(member, turn.uow.company, turn.actor, reads_accounts=reads)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"staff": asked_for_staff},
        presses={
            "staff": overview_wanted,
            "staff_group": group_opened,
            "staff_one": person_opened,
            "staff_invite": invitation_wanted,
            "staff_cut": cut_pressed,
            "staff_cut_yes": cut_confirmed,
        },
        steps={Step.WHOM: name_typed},
    )
