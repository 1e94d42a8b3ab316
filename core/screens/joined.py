"""Something was added to a case."""

from collections import Counter
from collections.abc import Mapping, Sequence

from core.model.case import Case, Stage
from core.model.evidence import Evidence, Kind
from core.model.message import Button, Message
from core.model.person import Person
from core.screens.case_buttons import opened
from core.screens.case_head import head_of


def piece_joined(case: Case, pieces: Sequence[Evidence]) -> Message:
    """Tell the sender; the parts of one album share one message. Who was asked for more can say that this is all."""
    done = Button("done", "give_back", case.id, case.version)
    return Message(
        template="piece_joined",
        card=_card("joined", case, pieces),
        data=head_of(case) | {"is_asked": case.stage is Stage.RETURNED},
        rows=((done,),) if case.stage is Stage.RETURNED else (),
    )


def pieces_told(case: Case, pieces: Sequence[Evidence], sender: Person) -> Message:
    """Tell whoever has the case in hand, with the words that came."""
    words = "\n".join(piece.text for piece in pieces if piece.text)
    return Message(
        template="pieces_told",
        data=head_of(case) | {"sender": sender.name, "words": words, "counts": _counts(pieces)},
        rows=((opened(case),),),
        files=tuple(piece.id for piece in pieces if piece.file_id),
    )


def _card(name: str, case: Case, pieces: Sequence[Evidence]) -> str:
    first = pieces[0]
    return f"{name}:{case.id}:{first.media_group_id or first.message_id}"


def _counts(pieces: Sequence[Evidence]) -> Mapping[Kind, int]:
    return Counter(piece.kind for piece in pieces)
