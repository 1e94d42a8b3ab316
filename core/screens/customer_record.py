"""The whole record of what was said and done with a customer: for reading in chat, and for the dossier."""

from collections.abc import Sequence

from core.model.evidence import Evidence
from core.model.message import Message
from core.rules.remedy.remedy_file import RemedyFile
from core.screens.remedy import back
from core.screens.remedy_head import remedy_head


def customer_record(file: RemedyFile, pieces: Sequence[Evidence] = ()) -> Message:
    """Every round with what was offered, said and how it ended; every question whether the customer is satisfied."""
    rounds = tuple(
        {
            "number": number,
            "at": one.held_at,
            "by": file.dossier.name(one.taken_down_by),
            "plan": one.plan_number,
            "dispute": one.dispute,
            "offer": tuple((part.kind, part.what, part.due_on) for part in one.offer),
            "said": one.said,
            "outcome": one.outcome,
        }
        for number, one in enumerate(file.rounds, 1)
    )
    surveys = tuple(
        (one.asked_at, one.reminders, one.answer, one.words, one.answered_at) for one in file.surveys
    )
    interims = tuple((one.kind, one.what, one.at) for one in file.remedy.interims)
    return Message(
        template="customer_record",
        data=remedy_head(file)
        | {"rounds": rounds, "surveys": surveys, "interims": interims, "files": len(pieces)},
        rows=((back(file),),),
        files=tuple(piece.id for piece in pieces if piece.file_id),
    )
