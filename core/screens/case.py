"""A case in private, and the list of them."""

from collections.abc import Sequence

from core.model.case import WORKED_ON, Case, Stage
from core.model.company import Company
from core.model.evidence import Evidence
from core.model.message import Button, Message
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_case, as_the_case_tells
from core.rights.may import may
from core.rules.appeal.correcting import is_decided_once
from core.rules.draft.intake_asked import NOTHING, IntakeAsked
from core.screens.case_buttons import asked as owner_asked
from core.screens.case_buttons import clock_buttons, filling_buttons
from core.screens.case_view import case_shown

BEFORE = (Stage.REGISTERED, Stage.RETURNED)


def case_screen(
    case: Case,
    company: Company,
    pieces: Sequence[Evidence],
    *,
    owner: Person | None,
    reader: Person,
    asked: IntakeAsked = NOTHING,
) -> Message:
    """Stage, clock and evidence, with what this reader can do about it."""
    return Message(
        template="case_opened",
        data=case_shown(case, company, pieces, asked)
        | {"owner": owner.name if owner else "", "remedy": None},
        rows=tuple(
            row
            for row in (
                _doing(case, reader),
                filling_buttons(case, asked, reader),
                clock_buttons(case) if may(Action.ANSWER_CUSTOMER, reader, around_case(case)) else (),
                _beside(case, pieces, reader),
            )
            if row
        ),
    )


def _doing(case: Case, reader: Person) -> tuple[Button, ...]:
    there = as_the_case_tells(case)
    if may(Action.TRIAGE, reader, there):
        return (Button("triage", "triage", case.id, case.version),)
    if may(Action.GIVE_BACK_CASE, reader, there):
        return (
            Button("supplement", "supplement", case.id, case.version),
            Button("done", "give_back", case.id, case.version),
        )
    if case.stage in WORKED_ON and reader.id == case.owner_id:
        return (Button("investigate", "investigate", case.id, case.version),)
    if may(Action.CLOSE_CASE, reader, there):
        return (Button("close_case", "close", case.id, case.version),)
    if case.stage in (Stage.CONFIRMING, Stage.APPROVING) and reader.id != case.reporter_id:
        return (Button("current_card", "current", case.id, case.version),)
    return ()


def _beside(case: Case, pieces: Sequence[Evidence], reader: Person) -> tuple[Button, ...]:
    evidence = (
        [Button("evidence", "evidence", case.id, case.version, text=str(len(pieces)))] if pieces else []
    )
    owner = [owner_asked(case)] if reader.id != case.owner_id else []
    papers = (
        [Button("papers", "papers", case.id, case.version)]
        if case.rulebook and case.stage not in BEFORE
        else []
    )
    is_decided = is_decided_once(case) and may(Action.CORRECT, reader, as_the_case_tells(case))
    correct = [Button("correct_figures", "correct", case.id, case.version)] if is_decided else []
    return (*evidence, *owner, *papers, *correct)
