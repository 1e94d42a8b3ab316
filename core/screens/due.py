"""What waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from core.model.case import Case
from core.model.duty import SIGNATURE, Duty
from core.model.label import Label
from core.model.message import Button, Message
from core.model.notice import Notice
from core.model.proposed_edition import ProposedEdition
from core.rules.deadline.waiting_entry import RIGHTS
from core.screens.label_width import shortened
from core.screens.picks import in_rows

MOST_ON_A_PAGE: Final = 10
_SCREEN: Final[Mapping[str, str]] = {
    "undelivered": "unsent",
    "consequence": "missed",
    "recurrence": "recurrence",
    "signature": "signature",
    "review_repetition": "review",
    "frequent_product": "frequent",
    "pay_back_leaver": "pay_back",
}
_WHERE: Final[Mapping[str, str]] = {
    "triage": "triage_below",
    "investigation": "investigate",
    "confirm_responsibility": "decide",
    "approve_figures": "decide",
    "may_state": "speak",
    "appeal_to_hear": "appeals",
    "appeal_to_decide": "appeals",
    "appeal_to_answer": "appeals",
    "sign_remedy": "remedy",
    "carry_out_remedy": "remedy",
    "confirm_remedy": "remedy",
    "ask_customer": "remedy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: its kind is the key of its words; `due_at` is None where no time is set.

    A `duty` has a screen of its own: a printed text to hand over, a message that could not be sent, or what a
    rulebook demands, which says itself what is to be done. A `notice`, or a statement, is a right of the reader's;
    an `edition` is to be read.
    `instead_of` is whom it really waits for, where the reader stands in.
    """

    kind: str
    case: Case | None = None
    due_at: datetime | None = None
    duty: Duty | None = None
    notice: Notice | None = None
    edition: ProposedEdition | None = None
    data: Mapping[str, object] = field(default_factory=dict)
    instead_of: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the reader may do it, and need not."""
        return self.kind in RIGHTS


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage:
    """One page of what waits, and how much there is in all; `has_tasks` unless all of it are rights of the reader's."""

    shown: Sequence[Waiting]
    page: int = 0
    count: int
    has_tasks: bool = True


def due_screen(due: DuePage, now: datetime, language: str) -> Message:
    """That page of the list, what is overdue first, each with a button to where it is done."""
    first, shown = due.page * MOST_ON_A_PAGE, due.shown
    buttons = [
        button for place, one in enumerate(shown, first + 1) for button in _handle(place, one, language)
    ]
    return Message(
        template="due_listed",
        data={
            "lines": [_line(one, now) for one in shown],
            "count": due.count,
            "first": first + 1,
            "site": next((one.duty.site for one in shown if one.duty), None),
        },
        rows=(*in_rows(buttons, 2), _pages(due.page, due.count)),
    )


def _line(one: Waiting, now: datetime) -> dict[str, object]:
    return {
        "kind": one.kind,
        "number": one.notice.number if one.notice else (one.case.number if one.case else ""),
        "is_right": one.is_right,
        "instead_of": one.instead_of,
        "label": _label(one),
        "clause": one.duty.clause.split("#")[0] if one.duty else "",
        "due": one.due_at,
        "late": one.due_at is not None and one.due_at <= now,
        "left": None if one.due_at is None else abs(one.due_at - now),
    }


def _label(one: Waiting) -> Label | None:
    if one.edition is not None:
        return one.edition.title
    return one.duty.label if one.duty and _says_itself(one.duty) else None


def _pages(page: int, count: int) -> tuple[Button, ...]:
    before = (Button("page_before", "due", 0, 0, str(page - 1)),) if page else ()
    has_more = (page + 1) * MOST_ON_A_PAGE < count
    return (*before, *((Button("page_after", "due", 0, 0, str(page + 1)),) if has_more else ()))


def _handle(place: int, one: Waiting, language: str) -> tuple[Button, ...]:
    """The button with the line's own number; none where there is nothing to open."""
    if one.notice is not None:
        text = f"{place}. {one.notice.number}"
        return (Button("handle", "my_notice", one.notice.id, text=text),)
    if one.edition is not None:
        said = one.edition.title.in_language(language) if one.edition.title else one.edition.rulebook
        return (Button("handle", "edition", one.edition.id, text=shortened(f"{place}. {said}")),)
    if one.duty is None:
        return () if one.case is None else (_of_case(one.case, _WHERE.get(one.kind, "case"), place),)
    if not one.duty.has_card:
        return (
            Button(
                "handle",
                _SCREEN.get(one.kind, "paper"),
                one.duty.id,
                0,
                text=shortened(f"{place}. {_short(one, language)}"),
            ),
        )
    text = shortened(f"{place}. {told_apart(one.duty, one.case, language)}")
    return (Button("handle", "duty", one.duty.id, one.duty.version, text=text),)


def _says_itself(duty: Duty) -> bool:
    return duty.has_card or duty.kind == SIGNATURE


def _short(one: Waiting, language: str) -> str:
    """The number of its case; what has none says itself."""
    if one.duty and one.duty.kind == SIGNATURE:
        return one.duty.label.in_language(language)
    return one.case.number if one.case else ""


def told_apart(duty: Duty, case: Case | None, language: str) -> str:
    """A demanded duty as a button says it: of which case, and what, for several cases ask for the same."""
    said = duty.label.in_language(language)
    return f"{case.number} {said}" if case else said


def _of_case(case: Case, verb: str, place: int) -> Button:
    return Button("handle", verb, case.id, case.version, text=f"{place}. {case.number}")
