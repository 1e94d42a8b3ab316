"""Deadlines of duties: their reminders, the digest of what waits, and why they are due when they are."""

from core.actions.deadline.ask_digest import DIGEST_FOR
from core.actions.deadline.explain_due import explain_due
from core.actions.deadline.give_digest import give_digest
from core.actions.deadline.keep_digests import DIGEST, digest_rang
from core.actions.deadline.remind_of_deadline import remind_of_deadline
from core.model.deadline_clock import Subject
from core.rules.deadline.reminder_timers import REMINDER
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_why_due(turn: Turn) -> None:
    """为什么 was pressed on a reminder or a duty."""
    subject = Subject(turn.press.arg) if turn.press.arg in set(Subject) else Subject.DUTY
    await turn.reply.say(await explain_due(subject, turn.press.id, actor=turn.actor, uow=turn.uow))


async def asked_why_reply_due(turn: Turn) -> None:
    """为什么是这个时间 was pressed on a case: its first reply."""
    await turn.reply.say(await explain_due(Subject.CASE, turn.press.id, actor=turn.actor, uow=turn.uow))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"why_then": asked_why_due, "why_due": asked_why_reply_due},
        rings={REMINDER: remind_of_deadline, DIGEST: digest_rang, DIGEST_FOR: give_digest},
    )
