"""What payroll needs of the world, and bot/ provides."""

from typing import Protocol

from core.model.account_reading import AccountReading
from core.payroll.batch import Batch, BatchLine, Plan, SealedWage
from core.payroll.upload import WagesUpload
from core.shelf import Shelf


class Vault(Protocol):
    """Encrypts what is not to be read from the database alone."""

    def seal(self, text: str) -> str:
        """The text encrypted; sealing it again gives another one."""
        ...

    def opened(self, sealed: str) -> str:
        """The text that was sealed; ValueError if it was changed, or sealed with another key."""
        ...


class PayrollShelves(Protocol):
    """What payroll and accounts keep."""

    @property
    def vault(self) -> Vault:
        """Encrypts wages."""
        ...

    @property
    def batches(self) -> Shelf[Batch]:
        """Payroll batches."""
        ...

    @property
    def batch_lines(self) -> Shelf[BatchLine]:
        """Their lines, once they are made."""
        ...

    @property
    def wages(self) -> Shelf[SealedWage]:
        """Wages, sealed."""
        ...

    @property
    def wages_uploads(self) -> Shelf[WagesUpload]:
        """Sheets of wages that were sent in chat."""
        ...

    @property
    def plans(self) -> Shelf[Plan]:
        """What was agreed about withholding."""
        ...

    @property
    def account_readings(self) -> Shelf[AccountReading]:
        """Who opened whose account."""
        ...
