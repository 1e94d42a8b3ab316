"""The card on which a step of the chain signs for a plan, or sends it back."""

from core.model.message import Button, Message, Urgency
from core.rules.remedy.remedy_chain import Signing
from core.rules.remedy.remedy_file import RemedyFile
from core.screens.remedy import signing_row
from core.screens.remedy_head import remedy_head


def signing_card(asked: Signing, file: RemedyFile) -> Message:
    """The plan of that version with every item of its cost; a press counts for this version only."""
    post = file.dossier.glossary.offices.get(asked.post)
    data = {
        "post": post,
        "by": asked.post,
        "is_recheck": asked.act == "recheck",
        "clause": asked.clause.split("#")[0],
    }
    return Message(
        template="remedy_signing_asked",
        card=card_of(asked, file, file.remedy.version),
        urgency=Urgency.URGENT,
        data=remedy_head(file) | data,
        rows=(
            signing_row(asked, file),
            (Button("remedy_open", "remedy", file.case.id, file.remedy.version),),
        ),
    )


def card_of(asked: Signing, file: RemedyFile, version: int) -> str:
    """The name under which that step's card lives in a chat."""
    return f"remedy:{file.case.id}:{version}:{asked.step}"


def signing_done(file: RemedyFile) -> Message:
    """To whoever has just signed: how it goes on."""
    rows = ((Button("remedy_open", "remedy", file.case.id, file.remedy.version),),)
    return Message(template="remedy_signed", data=remedy_head(file), rows=rows)


def return_reason_asked(file: RemedyFile) -> Message:
    """Why it is sent back."""
    rows = ((Button("back", "remedy", file.case.id, file.remedy.version),),)
    return Message(template="remedy_return_asked", data=remedy_head(file), rows=rows)
