"""Which departments were at fault, and how."""

from collections.abc import Mapping

from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.label import Label
from core.model.message import Button, Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case
from core.screens.picks import in_rows


def _departments_listed(dossier: Dossier) -> tuple[str, ...]:
    """The departments of the case's site, by name."""
    return tuple(
        sorted({person.department for person in dossier.staff.values() if person.site == dossier.case.site})
    )


def department_at(dossier: Dossier, place: int) -> str:
    """The department at that place of the list; NoSuchThing for a place that is not there."""
    listed = _departments_listed(dossier)
    if place >= len(listed):
        raise NoSuchThing("thing_unknown")
    return listed[place]


def departments_screen(dossier: Dossier) -> Message:
    """The departments of the site, with the faults set so far."""
    case = dossier.case
    buttons = (
        Button("", "department", case.id, case.version, str(place), text=department)
        for place, department in enumerate(_departments_listed(dossier))
    )
    return Message(
        template="departments_listed",
        data=case_head(dossier) | {"departments": case.departments},
        rows=(*in_rows(buttons), (back_to_case(dossier),)),
    )


def department_screen(dossier: Dossier, place: int, faults: Mapping[str, Label], language: str) -> Message:
    """One department: main, monitoring, or none."""
    case = dossier.case
    buttons = (
        Button("", "fault", case.id, case.version, f"{place}={fault}", text=label.in_language(language))
        for fault, label in faults.items()
    )
    share = Button("share", "fault_share", case.id, case.version, str(place))
    none = Button("no_fault", "fault", case.id, case.version, f"{place}=")
    return Message(
        template="fault_asked",
        data=case_head(dossier) | {"department": department_at(dossier, place)},
        rows=(
            *in_rows(buttons, 2),
            (share, none, Button("back", "departments", case.id, case.version)),
        ),
    )


def share_asked(dossier: Dossier, place: int) -> Message:
    """Which share of the loss falls on that department."""
    case = dossier.case
    return Message(
        template="detail_asked",
        data=case_head(dossier) | {"person": department_at(dossier, place), "name": "share_percent"},
        rows=((Button("back", "departments", case.id, case.version),),),
    )
