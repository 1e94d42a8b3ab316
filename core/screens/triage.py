"""A registered case before quality: take it on, ask for more, or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.case import Case, Stage
from core.model.company import Company
from core.model.evidence import Evidence
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rules.draft.intake_asked import NOTHING, IntakeAsked
from core.rules.draft.intake_gaps import given_by, intake_gaps
from core.screens.case_buttons import filling_buttons, opened
from core.screens.case_view import case_shown
from core.screens.kin import Linked, kin_button, link_lines
from core.screens.picks import Rows, in_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageView:
    """What the card shows: the case with its evidence, who reported it, who leads it (None: nobody yet), what was asked.

    `alike` counts the cases that look like it.
    """

    case: Case
    company: Company
    pieces: tuple[Evidence, ...]
    reporter: Person
    owner: Person | None
    asked: IntakeAsked = NOTHING
    links: tuple[Linked, ...] = ()
    alike: int = 0


def triage_card(view: TriageView, reader: Person, *, is_living: bool = True) -> Message:
    """The reader's own card, edited as the case moves (`is_living`); its buttons go once somebody has decided."""
    case, owner = view.case, view.owner
    return Message(
        template="triage_asked",
        card=f"triage:{case.id}" if is_living else "",
        urgency=Urgency.URGENT,
        data=case_shown(case, view.company, view.pieces, view.asked)
        | {
            "reporter": view.reporter.name,
            "owner": owner.name if owner else "",
            "is_open": case.stage is Stage.REGISTERED,
            "gaps": intake_gaps(given_by(case), view.asked),
            "links": link_lines(view.links),
        },
        rows=(*_rows(case, view.pieces, filling_buttons(case, view.asked, reader), reader), _kin(view)),
    )


def _rows(case: Case, pieces: Sequence[Evidence], filling: tuple[Button, ...], reader: Person) -> Rows:
    evidence = (
        (Button("evidence", "evidence", case.id, case.version, text=str(len(pieces))),) if pieces else ()
    )
    if case.stage is Stage.REGISTERED:
        return (
            (_button("accept", case), _button("return", case)),
            (_button("unjustified", case), _button("not_quality", case)),
            *(((*evidence, *filling),) if evidence or filling else ()),
        )
    if case.stage is Stage.INVESTIGATING and case.owner_id == reader.id:
        return (
            (Button("investigate", "investigate", case.id, case.version), _button("hand_over", case)),
            (*evidence, opened(case)),
        )
    return ((*evidence, opened(case)),)


def _kin(view: TriageView) -> tuple[Button, ...]:
    return (kin_button(view.case, view.alike),) if view.alike or view.links else ()


def investigators_screen(case: Case, company: Company, persons: Sequence[Person], verb: str) -> Message:
    """Choose who investigates."""
    names = (Button("", verb, case.id, case.version, str(person.id), text=person.name) for person in persons)
    return Message(
        template="investigator_asked",
        data=case_shown(case, company),
        rows=(*in_rows(names), (Button("back", "triage", case.id, case.version),)),
    )


def _button(label: str, case: Case) -> Button:
    return Button(label, label, case.id, case.version)
