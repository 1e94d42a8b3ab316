"""Conflicts of interest: what keeps a person from an act, whatever they hold."""

from enum import StrEnum


class Bar(StrEnum):
    """Why somebody is too near to a thing to decide it."""

    NAMED = "named"
    NAMED_UNLESS_ALONE = "named_unless_alone"
    LEFT = "left"
    REPORTED = "reported"
    LEADS = "leads"
    NAMED_OTHERS = "named_others"
    DECIDED = "decided"
    PASSED_APART = "passed_apart"
    ASKED_FOR_IT = "asked_for_it"
    MADE_IT = "made_it"
    DID_FIRST = "did_first"
    DID_APART = "did_apart"
    ONESELF = "oneself"
