"""The tasks of whoever sees to something that was agreed with a customer, and of whoever confirms that it is done."""

from typing import Final

CARRY_OUT: Final = "carry_out_remedy"
CONFIRM: Final = "confirm_remedy"
