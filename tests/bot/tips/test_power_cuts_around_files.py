"""The power goes while a tip's file is fetched, or while it is erased: no box stays that nobody would ever erase."""

import asyncio
from collections.abc import Coroutine
from contextlib import nullcontext, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.clock import SystemClock
from bot.evidence.folder import EvidenceFolder
from bot.tips.erasing import TipEraser
from bot.tips.file_fetcher import TipFetcher
from bot.tips.own_key import OwnKey
from bot.transport import wire_to
from core.actions.tip.withdraw_tip import withdraw_tip
from core.model.evidence import Storing
from core.model.tip import Tip, TipPiece
from tests.bot.office import TOKEN, Office
from tests.make import NOW

PUBLIC = X25519PrivateKey.generate().public_key()

NOTHING_WAITS = "SELECT count(*) FROM tip_pieces WHERE reference <> ''"


class PowerCut(BaseException):
    """Nothing that comes after is done any more."""


class Failing(EvidenceFolder):
    """The power goes just after it has written a file, or just before it removes one."""

    def keep(self, content: bytes) -> str:
        super().keep(content)
        raise PowerCut

    def forget(self, sha256: str) -> None:
        raise PowerCut


async def test_what_a_stop_cut_off_is_fetched_anew_and_its_first_box_is_erased(office: Office) -> None:
    folder = await with_a_photo(office)
    with pytest.raises(PowerCut):
        await fetches(office, Failing(folder))
    cut_off = EvidenceFolder(folder).files()
    await fetches(office, EvidenceFolder(folder))

    (kept,) = EvidenceFolder(folder).files()
    assert len(cut_off) == 1
    assert kept not in cut_off
    assert await office.rows("SELECT sha256 FROM tip_pieces") == [(kept,)]


@pytest.mark.parametrize("is_whole", [True, False])
async def test_a_file_that_is_taken_back_is_erased_though_the_power_went(
    office: Office, *, is_whole: bool
) -> None:
    folder = await with_a_photo(office)
    with nullcontext() if is_whole else pytest.raises(PowerCut):
        await fetches(office, EvidenceFolder(folder) if is_whole else Failing(folder))
    async with office.units.open(NOW) as uow:
        await withdraw_tip("T-2222", uow=uow)
    with pytest.raises(PowerCut):
        await eraser(office, Failing(folder)).erase()
    left = EvidenceFolder(folder).files()
    await eraser(office, EvidenceFolder(folder)).erase()

    assert len(left) == 1
    assert EvidenceFolder(folder).files() == ()
    assert await office.rows("SELECT count(*) FROM tip_pieces") == [(0,)]


async def test_a_tip_that_is_taken_back_while_its_file_comes_leaves_none(office: Office) -> None:
    folder = await with_a_photo(office)
    loop, gone = asyncio.get_running_loop(), asyncio.Event()

    class TakenBackMeanwhile(EvidenceFolder):
        def keep(self, content: bytes) -> str:
            asyncio.run_coroutine_threadsafe(taken_back(), loop).result()
            return super().keep(content)

        def forget(self, sha256: str) -> None:
            super().forget(sha256)
            gone.set()

    async def taken_back() -> None:
        async with office.units.open(NOW) as uow:
            await withdraw_tip("T-2222", uow=uow)

    await fetches(office, TakenBackMeanwhile(folder), gone.wait())

    assert EvidenceFolder(folder).files() == ()
    assert await office.rows("SELECT storing, sealed, reference FROM tip_pieces") == [("no_file", "", "")]


async def with_a_photo(office: Office) -> Path:
    """A tip is being written, and its photo waits to be fetched; the folder for its box."""
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.sends_file(b"a photo", kind="document", name="photo.jpg")
        await office.until("SELECT storing FROM evidence", ("stored",))
    ((file_id,),) = await office.rows("SELECT file_id FROM evidence")
    async with office.units.open(NOW) as uow:
        tip = await uow.tips.add(Tip(number="T-2222", opened_at=NOW))
        reference = own_key(office).seal(file_id)
        await uow.tip_pieces.add(
            TipPiece(
                tip_id=tip.id, sealed="x", storing=Storing.TO_FETCH, reference=reference, received_at=NOW
            )
        )
    return office.folder / "boxes"


def own_key(office: Office) -> OwnKey:
    return OwnKey(office.folder / "own.key")


async def fetches(
    office: Office, folder: EvidenceFolder, until: Coroutine[Any, Any, object] | None = None
) -> None:
    """Fetch until nothing waits any more, or until then."""
    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        fetcher = TipFetcher(wire, office.units, SystemClock(), folder, own_key(office))
        fetching = asyncio.create_task(fetcher.run(PUBLIC))
        waiting = asyncio.create_task(until or office.until(NOTHING_WAITS, (0,)))
        await asyncio.wait([fetching, waiting], return_when=asyncio.FIRST_COMPLETED)
        for task in (fetching, waiting):
            task.cancel()
        for task in (fetching, waiting):
            with suppress(asyncio.CancelledError):
                await task


def eraser(office: Office, folder: EvidenceFolder) -> TipEraser:
    return TipEraser(office.units, SystemClock(), folder, timedelta(days=365))
