"""The shelves of records that are brought in and out in chat."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.shelf import TableShelf
from core.model.earlier_file import EarlierFile
from core.model.records_export import RecordsExport


class RecordShelves:
    """Files that were sent, and exports that were asked for."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.earlier_files: TableShelf[EarlierFile] = TableShelf(
            connection, tables.earlier_files, EarlierFile
        )
        self.records_exports: TableShelf[RecordsExport] = TableShelf(
            connection, tables.records_exports, RecordsExport
        )
