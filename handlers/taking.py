"""What somebody sends is taken as evidence, or they are told at once why it is not."""

from dataclasses import replace

from core.model.evidence import Evidence, Storing
from core.model.message import Message
from handlers.pieces import has_file, piece_from
from handlers.turn import Turn


async def piece_taken(turn: Turn, *, needs_file: bool = False) -> Evidence | None:
    """The piece that was sent, held by nothing yet; None, and said so, where it is no evidence.

    With `needs_file` words alone are none.
    """
    piece = piece_from(turn)
    if piece is None or (needs_file and not has_file(turn.update.message)):
        await turn.say("kind_unsupported")
        return None
    await warn_of_size(turn, piece)
    return piece


def once_an_album(turn: Turn, answer: Message) -> Message:
    """The answer to a piece; to those of one album it is one message, which the later ones edit."""
    album = turn.update.message.media_group_id if turn.update.message else None
    return replace(answer, card=f"album:{album}") if album else answer


async def warn_of_size(turn: Turn, piece: Evidence) -> None:
    """Say at once if the file is too big to be fetched; the reference is kept all the same."""
    if piece.storing is Storing.TOO_BIG:
        megabytes = piece.size // (1024 * 1024)
        await turn.say("file_too_big", kind=piece.kind, name=piece.name, megabytes=megabytes)
