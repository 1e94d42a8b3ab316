"""Whether an update belongs to a tip, and what it wants then."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from bot.tips.marks import Marks
from bot.tips.route import Intent
from bot.tips.seen import Seen

SEND, DROP = "tip_send", "tip_drop"
VERBS: Final[Mapping[str, Intent]] = {SEND: Intent.SEND, DROP: Intent.DROP}
CANCEL: Final = "/cancel"

Wish = tuple[Intent | None, str]


def concerns_tips(seen: Seen) -> bool:
    """Whether it may begin or end a tip, whatever is known of it."""
    return seen.begins or seen.pressed.partition(":")[0] in VERBS


def wish_of(seen: Seen, marks: Marks, albums: frozenset[str], now: datetime) -> Wish:
    """What it wants, of which tip (empty: of none yet); None for what has nothing to do with tips.

    `albums` are those of which another part begins a tip; in a group nothing of one is kept. What is said while a tip
    is written belongs to it, and so does every edit of it and every reply to it later: they carry its words.
    """
    if seen.callback:
        return _pressed(seen, marks, now)
    is_of_begun = bool(seen.album) and seen.album in albums
    if not seen.is_private:
        return _in_group(seen, is_of_begun=is_of_begun), ""
    tip, told = marks.written_by(seen.person, now), _told(seen, marks)
    if seen.begins or is_of_begun:
        return Intent.BEGIN, told or tip
    if told:
        return Intent.ADDITION, told
    return (_said(seen) if tip else None), tip


def _in_group(seen: Seen, *, is_of_begun: bool) -> Intent | None:
    if seen.begins:
        return Intent.IN_GROUP
    return Intent.NOTHING if is_of_begun else None


def _pressed(seen: Seen, marks: Marks, now: datetime) -> Wish:
    intent = VERBS.get(seen.pressed.partition(":")[0])
    if intent is None:
        return (Intent.NOTHING if _told(seen, marks) else None), ""
    return intent, marks.written_by(seen.person, now)


def _said(seen: Seen) -> Intent | None:
    """What a message without a tip of its own wants of the one that is being written."""
    if seen.words == CANCEL:
        return Intent.DROP
    return None if seen.is_command else Intent.PIECE


def _told(seen: Seen, marks: Marks) -> str:
    return next((tip for place in seen.messages if (tip := marks.tip_with(*place))), "")
