"""A row of the outbox, for tests of what is done with rows."""

from bot.outbox.outgoing import Outgoing

ROW = Outgoing(
    id=1,
    chat_id=1,
    method="sendMessage",
    payload="{}",
    card="",
    once=None,
    urgency=0,
    person_id=None,
    case_id=None,
    notice_id=None,
)
