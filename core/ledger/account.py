"""The accounts of the ledger, and why something is booked."""

from enum import StrEnum
from typing import Final

COMPANY_FINANCE: Final = "company_finance"
"""The fund that money goes to where the rulebook names none: the loss was the company's."""


class Account(StrEnum):
    """An account; receivable and rewards are kept per person, a fund by the name the rulebook gives it."""

    RECEIVABLE = "employee_receivable"
    FUND = "fund"
    REWARDS = "rewards_payable"
    WITHHELD = "withheld"
    WRITTEN_OFF = "written_off"


PERSONAL: Final = frozenset({Account.RECEIVABLE, Account.REWARDS})


class Occasion(StrEnum):
    """Why it is booked."""

    CHARGED = "charged"
    REWARDED = "rewarded"
    REVERSED = "reversed"
    WITHHELD = "withheld"
    ADJUSTED = "adjusted"
    WAIVED = "waived"
    PAID_BACK = "paid_back"
    CARRIED = "carried"
    PAID_OUT = "paid_out"


DECIDED: Final = frozenset({Occasion.CHARGED, Occasion.REWARDED})
"""What a decision books, and a reversal undoes."""
