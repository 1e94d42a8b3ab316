"""Refuse a press that was made on figures which are no longer the case's."""

from core.actions.figures.assess_case import assess_case
from core.actions.figures.read_figures import read_figures
from core.errors import FiguresChanged
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.figures.figures_diff import Change, figures_diff
from core.rules.figures.figures_number import figures_number


async def check_figures(dossier: Dossier, version: int, *, uow: UnitOfWork) -> None:
    """FiguresChanged, with old and new in its data, unless `version` is the case's present one."""
    if version == dossier.case.version:
        return
    changes = await figures_changes(dossier, version, uow=uow)
    raise FiguresChanged(
        "figures_changed",
        number=dossier.case.number,
        old=version,
        new=dossier.case.version,
        old_no=figures_number(dossier, version),
        new_no=figures_number(dossier, dossier.case.version),
        loss=next((change for change in changes if change.what == "direct_loss"), None),
        changes=changes,
    )


async def figures_changes(dossier: Dossier, version: int, *, uow: UnitOfWork) -> tuple[Change, ...]:
    """What changed since that version was put; nothing can be said of a version that never was."""
    old = await read_figures(dossier.case.id, version, uow=uow)
    new = await present_figures(dossier, uow=uow)
    return figures_diff(old, new) if old and new else ()


async def present_figures(dossier: Dossier, *, uow: UnitOfWork) -> Assessment | None:
    """The figures as put, or as they would be put now; None while the rulebook does not accept the request."""
    put = await read_figures(dossier.case.id, dossier.case.version, uow=uow)
    return put or assess_case(dossier, uow=uow).assessment
