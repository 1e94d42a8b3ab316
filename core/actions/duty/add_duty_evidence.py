"""Keep what was sent as evidence for a duty, or as the photo that a field of its form asks for."""

from dataclasses import replace

from core.actions.duty.change_duty import change_duty
from core.actions.duty.fill_duty import typed_field
from core.actions.duty.read_duty import read_duty
from core.errors import NotAllowed
from core.model.evidence import Evidence, Holder, Kind
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_rights import check_fillable


async def add_duty_evidence(
    piece: Evidence, duty_id: int, *, actor: Person, uow: UnitOfWork, place: int | None = None
) -> DutyFile:
    """The duty with that piece; with a `place`, the piece answers that field too.

    NotThisPerson for anybody whose it is not; NotAllowed for words where a photo is asked for.
    """
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_fillable(file, actor)
    if place is not None and piece.kind is Kind.TEXT:
        raise NotAllowed("form_photo_wanted", label=typed_field(file, place)[1].label)
    kept = await uow.evidence.add(replace(piece, holder=Holder.DUTY, holder_id=duty_id))
    file = replace(file, evidence=(*file.evidence, kept))
    if place is not None:
        return await _answer(file, place, kept, actor, uow)
    await uow.log.write(
        LogRow(
            act="duty_evidence_added",
            case_id=file.duty.case_id,
            actor_id=actor.id,
            facts={"duty": duty_id, "evidence": kept.id},
        )
    )
    return file


async def _answer(file: DutyFile, place: int, piece: Evidence, actor: Person, uow: UnitOfWork) -> DutyFile:
    name, _ = typed_field(file, place)
    earlier = file.duty.answers.get(name, [])
    photos = [*(earlier if isinstance(earlier, list | tuple) else ()), piece.id]
    changed = replace(file.duty, answers={**file.duty.answers, name: photos})
    row = LogRow(act="duty_filled", facts={"field": name, "evidence": piece.id})
    return await change_duty(file, changed, row, actor=actor, uow=uow)
