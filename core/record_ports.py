"""What bringing records in and out in chat needs of a unit of work."""

from typing import Protocol

from core.model.earlier_file import EarlierFile
from core.model.records_export import RecordsExport
from core.shelf import Shelf


class RecordShelves(Protocol):
    """Where it is kept."""

    @property
    def earlier_files(self) -> Shelf[EarlierFile]:
        """Files of earlier records that were sent."""
        ...

    @property
    def records_exports(self) -> Shelf[RecordsExport]:
        """Exports that were asked for."""
        ...
