"""Somebody is asked to sign for themself: that they took part, or have read something."""

from core.model.duty import Duty
from core.model.message import Button, Message, Urgency


def signature_asked(asked: Duty, *, by: str = "") -> Message:
    """What it is about, and one button; once it is pressed, when that was."""
    sign = Button(f"sign_{asked.data['signs']}", "sign", asked.id, asked.version)
    return Message(
        template="signature_asked",
        card=f"sign:{asked.id}",
        urgency=Urgency.NOTICE,
        data={
            "site": asked.site,
            "number": asked.data["number"],
            "label": asked.label,
            "clause": asked.clause,
            "signs": asked.data["signs"],
            "by": by,
            "signed_at": asked.done_at if asked.done_by is not None else None,
        },
        rows=((sign,),) if asked.is_open else (),
    )
