"""Deadlines of duties: their reminders, the digest of what waits, and why they are due when they are."""

from core.actions.ask_digest import DIGEST_FOR
from core.actions.explain_due import explain_due
from core.actions.give_digest import give_digest
from core.actions.keep_digests import DIGEST, digest_rang
from core.actions.remind_of_duty import remind_of_duty
from core.rules.reminder_timers import DUTY_REMINDER
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_why_due(turn: Turn) -> None:
    """为什么 was pressed on a reminder or a duty."""
    await turn.reply.say(await explain_due(turn.press.id, actor=turn.actor, uow=turn.uow))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"why_then": asked_why_due},
        rings={DUTY_REMINDER: remind_of_duty, DIGEST: digest_rang, DIGEST_FOR: give_digest},
    )
