"""What ties a person to a thing, beside the roles they hold."""

from enum import StrEnum
from typing import Final


class Tie(StrEnum):
    """A part that a person has in the thing at hand; who it is follows from the thing and its rulebook."""

    EVERYBODY = "everybody"
    SELF = "self"
    DRAFTER = "drafter"
    REPORTER = "reporter"
    OWNER = "owner"
    NAMED = "named"
    HEAD_OF_NAMED = "head_of_named"
    HAS_DUTY = "has_duty"
    ASKED = "asked"
    DESK = "desk"
    STEP = "step"
    CHAIN = "chain"
    LAST_WORD = "last_word"
    ADDRESSEE = "addressee"
    BEARER = "bearer"
    SIDE = "side"
    FREE_HEARER = "free_hearer"
    HEARER = "hearer"
    ADMITTED = "admitted"
    OFFICE = "office"
    DOER = "doer"
    TEAM = "team"
    ASSIGNEE = "assignee"


# parts that nobody has for somebody else
OWN: Final = frozenset({Tie.SELF, Tie.DRAFTER, Tie.NAMED, Tie.ADDRESSEE, Tie.SIDE, Tie.LAST_WORD, Tie.DOER})
