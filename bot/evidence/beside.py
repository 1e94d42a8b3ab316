"""Where a database keeps the files that belong to it."""

from pathlib import Path

from sqlalchemy import URL

from bot.evidence.folder import EvidenceFolder

EVIDENCE = "evidence"


def evidence_beside(database: URL) -> EvidenceFolder:
    """The folder of evidence in the company's data folder, beside the database file."""
    return EvidenceFolder(Path(database.database or "").parent / EVIDENCE)
