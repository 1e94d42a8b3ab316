"""From an invitation link to an account that is linked and oriented; strangers get no further.

stranger ── /start SECRET ──► "your employee number?" ── right ──► linked ──► orientation ── 我已了解 ──► dated
    │            └ not valid: one polite text        └ wrong: two more tries, then the link is locked
    └ anything else: one polite text
"""

from core.actions.person.answer_orientation import answer_orientation
from core.actions.person.end_employment_if_over import end_employment_if_over
from core.actions.person.link_account import link_account
from core.actions.person.open_invitation import open_invitation
from core.actions.person.opened_invitation import opened_invitation
from core.model.draft import DraftState
from core.model.invitation import Invitation
from core.model.message import Message
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.staff.invitations import tries_left
from core.screens.home import home
from core.screens.orientation import orientation
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.visit import Visit


async def stranger_arrived(visit: Visit) -> None:
    """Somebody without a linked account, or who has left, sent something."""
    command, _, secret = visit.words.partition(" ")
    if command == "/start" and secret.strip():
        await _link_opened(secret.strip(), visit)
        return
    invitation = await opened_invitation(visit.chat_id, uow=visit.uow)
    if invitation is None or visit.words.startswith("/"):
        await _greet(visit)
        return
    await _number_typed(invitation, visit)


async def started(turn: Turn) -> None:
    """A linked person pressed START or sent /start."""
    if turn.words.partition(" ")[2].strip():
        await turn.say("account_known", name=turn.actor.name, employee_no=turn.actor.employee_no)
        return
    if turn.actor.oriented_at is None:
        await turn.reply.say(orientation(turn.actor, turn.uow.company))
        return
    drafts = await turn.uow.drafts.where(person_id=turn.actor.id, state=DraftState.OPEN)
    await turn.reply.say(home(turn.actor, drafts))


async def understood(turn: Turn) -> None:
    """The person pressed 我已了解 under the orientation."""
    person = await answer_orientation(actor=turn.actor, uow=turn.uow)
    await turn.redraw(orientation(person, turn.uow.company))
    if turn.actor.oriented_at is None:
        await turn.reply.say(home(person, ()))


async def last_day_over(timer: Timer, uow: UnitOfWork) -> None:
    """Midnight after somebody's last day."""
    await end_employment_if_over(await uow.persons.get(timer.subject_id), uow=uow)


async def _link_opened(secret: str, visit: Visit) -> None:
    invitation = await open_invitation(secret, visit.chat_id, uow=visit.uow)
    template = "number_asked" if invitation else "invitation_invalid"
    await visit.reply.say(Message(template=template, data={"company_name": visit.uow.company.name}))


async def _number_typed(invitation: Invitation, visit: Visit) -> None:
    result = await link_account(invitation, visit.words, account=_account(visit), uow=visit.uow)
    if isinstance(result, Invitation):
        data = {"left": tries_left(result)}
        await visit.reply.say(Message(template="number_wrong", data=data))
        return
    await visit.uow.outbox.tell(result, orientation(result, visit.uow.company))


async def _greet(visit: Visit) -> None:
    former = await visit.uow.persons.one(chat_id=visit.chat_id)
    data = {"company_name": visit.uow.company.name, "is_former": former is not None}
    await visit.reply.say(Message(template="stranger_greeted", data=data))


def _account(visit: Visit) -> str:
    user = visit.update.effective_user
    if user is None:
        return str(visit.chat_id)
    return f"{user.full_name} (@{user.username})" if user.username else user.full_name


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"start": started},
        presses={"oriented": understood},
        rings={"employment_ended": last_day_over},
    )
