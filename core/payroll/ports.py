"""What payroll needs of the world, and bot/ provides."""

from typing import Protocol


class Vault(Protocol):
    """Encrypts what is not to be read from the database alone."""

    def seal(self, text: str) -> str:
        """The text encrypted; sealing it again gives another one."""
        ...

    def opened(self, sealed: str) -> str:
        """The text that was sealed; ValueError if it was changed, or sealed with another key."""
        ...
