"""The task of whoever sees to something that was agreed with a customer."""

from typing import Final

CARRY_OUT: Final = "carry_out_remedy"
