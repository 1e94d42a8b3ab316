"""Reads every file of evidence again, and names those that are gone, were changed, or are not what the log says."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.hashing import hash_of
from bot.evidence.fetcher import ACT
from bot.evidence.folder import EvidenceFolder
from bot.storage.chain_walk import Passed, untold
from bot.storage.chained_tables import log
from bot.storage.tables import cases, evidence, tip_pieces, tips
from core.model.evidence import Holder, Storing

# papers that are given out; the parts of a dossier are logged all in one row
ISSUED, TAKEN_OUT = "paper_issued", "dossier_taken"
IS_OF_CASE = (evidence.c.holder == Holder.CASE) & (cases.c.id == evidence.c.holder_id)
# what the bot itself has made for nobody's case is made again from its data
IS_OWN_WORK = (evidence.c.holder == Holder.PAPER) & (evidence.c.holder_id == 0)
PIECES = (
    select(
        evidence.c.id,
        evidence.c.name,
        evidence.c.sha256,
        func.coalesce(cases.c.number, "").label("number"),
        IS_OWN_WORK.label("is_own_work"),
    )
    .outerjoin(cases, IS_OF_CASE)
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
VOUCHED = select(log.c.facts).where(log.c.act.in_((ACT, ISSUED)))
PARTS = select(log.c.facts).where(log.c.act == TAKEN_OUT)
NAMED = union(select(evidence.c.sha256), select(tip_pieces.c.sha256))


class EvidenceFaultKind(StrEnum):
    """What can be wrong with a piece."""

    MISSING = "missing"
    CHANGED = "changed"
    UNLIKE_LOG = "unlike_log"
    ROW_MISSING = "row_missing"
    NOT_LOGGED = "not_logged"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFault:
    """A piece at fault, with the file's own name and the number of its case, where there are any."""

    piece: int
    kind: EvidenceFaultKind
    sha256: str
    name: str = ""
    case: str = ""


async def faults_in_evidence(
    connection: AsyncConnection, folder: EvidenceFolder, passed: Passed = untold
) -> AsyncIterator[EvidenceFault]:
    """Every piece at fault: files are read one after the other, outside the loop's thread; `passed` is told of each."""
    vouched = {one["evidence"]: one["sha256"] async for one in _facts(connection, VOUCHED)}
    parts = {sha256 async for one in _facts(connection, PARTS) for sha256 in one["parts"]}
    for row in (await connection.execute(PIECES)).all():
        is_logged = row.id in vouched or row.sha256 in parts or row.is_own_work
        sha256 = vouched.pop(row.id, row.sha256)
        kind = _unlike_log(row.sha256, sha256, is_logged=is_logged) or await _fault(folder, sha256)
        if kind:
            yield EvidenceFault(piece=row.id, kind=kind, sha256=sha256, name=row.name, case=row.number)
        passed(1)
    for piece, sha256 in vouched.items():
        yield EvidenceFault(piece=piece, kind=EvidenceFaultKind.ROW_MISSING, sha256=sha256)
    for piece, number, sha256 in (await connection.execute(OF_TIPS)).all():
        if fault := await _fault(folder, sha256):
            yield EvidenceFault(piece=piece, kind=fault, sha256=sha256, name=number)


async def files_of_nothing(connection: AsyncConnection, files: Sequence[str]) -> list[str]:
    """Those of these hashes that no piece names; a stop between a file and its row leaves one, so it is no fault."""
    named = set((await connection.execute(NAMED)).scalars())
    return [sha256 for sha256 in files if sha256 not in named]


async def _facts(connection: AsyncConnection, query: Select[Any]) -> AsyncIterator[dict[str, Any]]:
    for facts in (await connection.execute(query)).scalars():
        yield json.loads(facts)


def _unlike_log(now: str, logged: str, *, is_logged: bool) -> EvidenceFaultKind | None:
    if not is_logged:
        return EvidenceFaultKind.NOT_LOGGED
    return None if now == logged else EvidenceFaultKind.UNLIKE_LOG


async def _fault(folder: EvidenceFolder, sha256: str) -> EvidenceFaultKind | None:
    try:
        found = await asyncio.to_thread(hash_of, folder.path(sha256))
    except FileNotFoundError:
        return EvidenceFaultKind.MISSING
    return None if found == sha256 else EvidenceFaultKind.CHANGED
