"""Reads every file of evidence again, and names those that are gone, were changed, or are not what the log says."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.hashing import hash_of
from bot.evidence.fetcher import ACT
from bot.evidence.folder import EvidenceFolder
from bot.storage.chained_tables import log
from bot.storage.tables import cases, evidence, tip_pieces, tips
from core.model.evidence import Holder, Storing

PIECES = (
    select(
        evidence.c.id, evidence.c.name, evidence.c.sha256, func.coalesce(cases.c.number, "").label("number")
    )
    .outerjoin(cases, (evidence.c.holder == Holder.CASE) & (cases.c.id == evidence.c.holder_id))
    .where(evidence.c.storing == Storing.STORED)
    .order_by(evidence.c.id)
)
# files of tips are sealed, and named by their pseudonym
OF_TIPS = (
    select(tip_pieces.c.id, tips.c.number, tip_pieces.c.sha256)
    .join(tips, tips.c.id == tip_pieces.c.tip_id)
    .where(tip_pieces.c.storing == Storing.STORED)
    .order_by(tip_pieces.c.id)
)
VOUCHED = select(log.c.facts).where(log.c.act == ACT)


class EvidenceFaultKind(StrEnum):
    """What can be wrong with a piece."""

    MISSING = "missing"
    CHANGED = "changed"
    UNLIKE_LOG = "unlike_log"
    ROW_MISSING = "row_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFault:
    """A piece at fault, with the file's own name and the number of its case, where there are any."""

    piece: int
    kind: EvidenceFaultKind
    sha256: str
    name: str = ""
    case: str = ""


async def faults_in_evidence(
    connection: AsyncConnection, folder: EvidenceFolder
) -> AsyncIterator[EvidenceFault]:
    """Every piece at fault: files are read one after the other, outside the loop's thread."""
    told = (json.loads(facts) for facts in (await connection.execute(VOUCHED)).scalars())
    vouched = {one["evidence"]: one["sha256"] for one in told}
    for row in (await connection.execute(PIECES)).all():
        sha256 = vouched.pop(row.id, row.sha256)
        kind = EvidenceFaultKind.UNLIKE_LOG if sha256 != row.sha256 else await _fault(folder, sha256)
        if kind:
            yield EvidenceFault(piece=row.id, kind=kind, sha256=sha256, name=row.name, case=row.number)
    for piece, sha256 in vouched.items():
        yield EvidenceFault(piece=piece, kind=EvidenceFaultKind.ROW_MISSING, sha256=sha256)
    for piece, number, sha256 in (await connection.execute(OF_TIPS)).all():
        if fault := await _fault(folder, sha256):
            yield EvidenceFault(piece=piece, kind=fault, sha256=sha256, name=number)


async def _fault(folder: EvidenceFolder, sha256: str) -> EvidenceFaultKind | None:
    try:
        found = await asyncio.to_thread(hash_of, folder.path(sha256))
    except FileNotFoundError:
        return EvidenceFaultKind.MISSING
    return None if found == sha256 else EvidenceFaultKind.CHANGED
