"""Where an update stands in the inbox."""

from enum import StrEnum


class InboxState(StrEnum):
    """Only `waiting` updates are handled; `aside` ones failed three times, or could not be read at all.

    `held` ones are encrypted until it is known whether they belong to a tip, and wait then.
    """

    HELD = "held"
    WAITING = "waiting"
    DONE = "done"
    ASIDE = "aside"
