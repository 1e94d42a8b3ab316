"""What came without saying what it belongs to: the person is asked."""

from core.model.case import Case
from core.model.message import Button, Message
from core.screens.draft_view import DraftView
from core.screens.picks import Rows


def loose_screen(view: DraftView) -> Message:
    """Show what came, and the likely places for it."""
    draft = view.draft
    new = Button("new_complaint", "keep_new", draft.id, draft.version)
    resume = [
        Button("resume", "keep_draft", draft.id, draft.version, str(other.id))
        for other in view.other_drafts[-1:]
    ]
    adds = [_add(view, case) for case in view.cases]
    ask = [Button("ask_owner", "keep_ask", draft.id, draft.version)] if view.cases and view.words() else []
    no = Button("discard", "keep_not", draft.id, draft.version)
    says = [
        Button("state_in", "keep_said", draft.id, draft.version, str(case.id), text=case.number)
        for case in view.named_in
    ]
    rows: Rows = (tuple(says), (*resume, new), tuple(adds), (*ask, no))
    return Message(
        template="loose_asked",
        data=view.shown() | {"words": view.words()},
        rows=tuple(row for row in rows if row),
    )


def cases_screen(view: DraftView) -> Message:
    """Choose the case that a draft is added to."""
    rows = tuple((_add(view, case),) for case in view.cases)
    back = Button("back", "resume", view.draft.id, view.draft.version)
    return Message(template="case_to_add_asked", data=view.shown(), rows=(*rows, (back,)))


def ask_about_screen(view: DraftView) -> Message:
    """Choose the case that a question is about."""
    draft = view.draft
    rows = tuple(
        (Button("", "keep_ask", draft.id, draft.version, str(case.id), text=_case_title(case)),)
        for case in view.cases
    )
    return Message(template="case_to_ask_asked", data=view.shown() | {"words": view.words()}, rows=rows)


def _case_title(case: Case) -> str:
    """The case on a button: number and product."""
    return " ".join(filter(None, (case.number, case.goods)))


def _add(view: DraftView, case: Case) -> Button:
    return Button(
        "add_to_case", "keep_case", view.draft.id, view.draft.version, str(case.id), text=case.number
    )
