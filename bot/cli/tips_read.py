"""`gongdao tips read NUMBER`: a tip in words, its files beside, each reading in the log first."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bot.cli.shell import Shell
from bot.cli.store import person_numbered, refusals_said, unit_of_work
from bot.cli.tip_key import as_option, key_option, unlocked_key
from bot.durable import written_whole
from bot.evidence.beside import EVIDENCE
from bot.evidence.folder import EvidenceFolder
from bot.tips.reading import Said, read_piece
from bot.tips.sealing import WrongKey, opened
from core.actions.tip.read_tip import read_tip
from core.model.evidence import Storing
from core.model.tip import Tip, TipPiece


@click.command()
@click.argument("number")
@as_option
@key_option
@click.option(
    "--who", is_flag=True, help="同时显示是谁举报的（单独记录）· also say who sent it (logged apart)"
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="把照片和文件存到这里 · put photos and files there",
)
@click.pass_obj
def read(shell: Shell, number: str, employee_no: str, file: Path, who: bool, folder: Path | None) -> None:
    """阅读一份举报 · read a tip."""
    private = unlocked_key(shell, file)
    tip, pieces = asyncio.run(_read(shell, number, employee_no, who))
    faults = 0
    for piece in pieces:
        try:
            said = read_piece(piece, tip, private)
            _say(shell, said, who)
            if piece.storing is not Storing.NO_FILE:
                _say_file(shell, tip, piece, said, _Files(private, folder))
        except WrongKey:
            faults += 1
    if faults:
        shell.complain("tips_sealed_otherwise", count=faults)
        raise SystemExit(1)


async def _read(shell: Shell, number: str, employee_no: str, who: bool) -> tuple[Tip, tuple[TipPiece, ...]]:
    with refusals_said(shell):
        async with unit_of_work(shell.settings()) as uow:
            actor = await person_numbered(employee_no, uow)
            return await read_tip(number.upper(), actor=actor, uow=uow, with_sender=who)


def _say(shell: Shell, said: Said, who: bool) -> None:
    company = shell.settings().company()
    zone = company.zone(company.sites[0].id)
    at = f"{said.at.astimezone(zone):%Y-%m-%d %H:%M}"
    shell.say("tips_said", said=said, at=at, who=said.sender if who else None)


@dataclass(frozen=True, slots=True)
class _Files:
    """What opens a file, and where it is put."""

    private: X25519PrivateKey
    folder: Path | None


def _say_file(shell: Shell, tip: Tip, piece: TipPiece, said: Said, files: _Files) -> None:
    if piece.storing is not Storing.STORED or files.folder is None:
        shell.say("tips_file", state=shell.words.labels["tip_files"][piece.storing.value])
        return
    sealed = EvidenceFolder(shell.settings().data / EVIDENCE).path(piece.sha256)
    files.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = files.folder / f"{tip.number}-{piece.id}{said.suffix}"
    try:
        with written_whole(place) as file:
            file.write(opened(sealed.read_bytes(), files.private, tip.number))
    except OSError as error:
        shell.complain("tips_file_missing", file=sealed, why=error.strerror or "")
    else:
        shell.say("tips_file_written", file=place)
