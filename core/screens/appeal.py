"""An appeal, as those who may hear it and both sides see it."""

from collections.abc import Mapping
from typing import Final

from core.model.evidence import Evidence
from core.model.message import Button, Message, Urgency
from core.model.notice import AppealOutcome, AppealState
from core.model.person import Person
from core.rules.appeal.appeal_file import AppealFile
from core.rules.appeal.correcting import is_taken_up
from core.screens.case_head import head_of
from core.screens.picks import Rows

OUTCOMES: Final = (AppealOutcome.UPHELD, AppealOutcome.CHANGED, AppealOutcome.LIFTED)


def appeal_received(file: AppealFile) -> Message:
    """To everybody who may hear it: who appeals against what, and why."""
    return _card(file, _to_take(file))


def appeal_card(file: AppealFile, reader: Person) -> Message:
    """The same, with what this reader can do about it now; whoever hears it decides."""
    if file.appeal.state is AppealState.OPEN and file.appeal.hearer_id == reader.id:
        return _card(file, _to_decide(file))
    return _card(file, _to_take(file))


def appeal_told(file: AppealFile, *, to: Person | None = None) -> Message:
    """To a side, or somebody else concerned: who hears it, what is decided and why."""
    appeal = file.appeal
    is_side = to is not None and to.id in {person.id for person in file.sides()}
    is_heard = appeal.state is AppealState.OPEN and appeal.hearer_id is not None
    put = (Button("put_to_appeal", "appeal_put", appeal.id),) if is_side and is_heard else ()
    return Message(
        template="appeal_progress",
        urgency=Urgency.NOTICE,
        data=_head(file) | {"is_own": to is None or to.id == appeal.person_id},
        rows=(put,) if put else (),
    )


def piece_put(file: AppealFile, piece: Evidence, by: Person, to: Person) -> Message:
    """What one of them has put, before the others; who hears them goes on from here."""
    is_side = to.id in {person.id for person in file.sides()}
    put = Button("put_to_appeal", "appeal_put", file.appeal.id)
    go_on = Button("current_card", "appeals", file.appeal.case_id)
    return Message(
        template="appeal_piece_put",
        urgency=Urgency.NOTICE,
        data=_head(file) | {"by": by.name, "text": piece.text},
        rows=((put if is_side else go_on,),),
        files=(piece.id,) if piece.file_id else (),
    )


def appeal_asked(template: str, file: AppealFile, **more: object) -> Message:
    """A question about it to whoever pressed."""
    return Message(template=template, data=_head(file) | more)


def _card(file: AppealFile, rows: Rows) -> Message:
    return Message(
        template="appeal_received",
        card=f"appeal:{file.appeal.id}",
        urgency=Urgency.URGENT,
        data=_head(file) | {"pieces": [_line(piece, file) for piece in file.pieces]},
        rows=rows,
    )


def _head(file: AppealFile) -> dict[str, object]:
    appeal, case = file.appeal, file.dossier.case
    return head_of(case) | {
        "notice_number": file.notice.number,
        "amount": file.notice.amount,
        "until": file.notice.appeal_until,
        "name": file.employee.name,
        "appeal": appeal,
        "sources": file.dossier.glossary.sources,
        "hearer": file.dossier.name(appeal.hearer_id),
        "owner": file.dossier.name(case.owner_id),
        "is_answered": file.is_answered(),
        "is_standing": file.notice.is_standing,
        "is_taken_up": is_taken_up(case),
    }


def _line(piece: Evidence, file: AppealFile) -> Mapping[str, object]:
    return {
        "at": piece.received_at,
        "by": file.dossier.name(piece.received_by),
        "kind": piece.kind,
        "text": piece.text,
    }


def _to_take(file: AppealFile) -> Rows:
    appeal = file.appeal
    if appeal.state is AppealState.LATE:
        settle = tuple(
            Button(label, "admit", appeal.id, arg=arg)
            for label, arg in (("admit_appeal", "yes"), ("not_admit", "no"))
        )
        return (settle, _reading(file))
    if appeal.state is AppealState.OPEN and appeal.hearer_id is None:
        return ((Button("take_appeal", "hear", appeal.id),), _reading(file))
    return (_reading(file),)


def _to_decide(file: AppealFile) -> Rows:
    appeal = file.appeal
    judge = tuple(Button(f"appeal_{one.value}", "judge", appeal.id, arg=one.value) for one in OUTCOMES)
    files = Button("appeal_files", "appeal_files", appeal.id)
    return ((Button("put_to_appeal", "appeal_put", appeal.id), files), judge, _reading(file))


def _reading(file: AppealFile) -> tuple[Button, ...]:
    case = file.dossier.case
    return (
        Button("why", "why", case.id, file.notice.version, str(file.notice.person_id)),
        Button("evidence_shown", "evidence", case.id, case.version),
    )
