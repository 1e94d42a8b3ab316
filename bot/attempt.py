"""The one place where any fault of a handler is caught: it must not stop the others."""

import logging
from collections.abc import Awaitable

logger = logging.getLogger(__name__)


async def attempt(work: Awaitable[None], what: str) -> str:
    """Do the work; the fault in short words if it failed, with all of it in the log, and nothing if it did not."""
    # the fault is logged whole, which is why a blind catch is allowed here
    try:
        await work
    except Exception as fault:
        logger.exception("%s failed", what)
        return repr(fault)
    return ""
