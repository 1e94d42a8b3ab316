"""How long something is waited for that is sure to come."""

from typing import Final

# seconds; longer than a busy machine stands still: that it was quick is never what a test proves
PATIENCE: Final = 90.0
