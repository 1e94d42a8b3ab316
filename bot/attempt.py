"""The one place where any fault of a handler is caught: it must not stop the others."""

import logging
from collections.abc import Awaitable

from bot.trouble import trouble_in

logger = logging.getLogger(__name__)


async def attempt(work: Awaitable[None], what: str, *, is_mute: bool = False) -> str:
    """Do the work; the fault in short words if it failed, with all of it in the log, and nothing if it did not.

    Of mute work only the kind of fault is said: its words might tell what nobody is to know.

    A full disk or a locked database is nobody's fault here: it goes on to whoever ends the process.
    """
    # the fault is logged whole, which is why a blind catch is allowed here
    try:
        await work
    except Exception as fault:
        if trouble_in(fault):
            raise
        if is_mute:
            logger.error("%s failed: %s", what, type(fault).__name__)  # noqa: TRY400 - see above
            return type(fault).__name__
        logger.exception("%s failed", what)
        return repr(fault)
    return ""
