"""Read figures as they were put to people."""

from core.errors import NoSuchThing
from core.model.assessment import Assessment
from core.ports import UnitOfWork
from core.rules.figures.figures_kept import figures_in


async def read_figures(case_id: int, version: int, *, uow: UnitOfWork) -> Assessment | None:
    """The figures of that version; None if that version was never put."""
    figures = await uow.figures.one(case_id=case_id, version=version)
    return figures_in(figures.answer) if figures else None


async def standing_figures(case_id: int, version: int, *, uow: UnitOfWork) -> Assessment:
    """The figures of that version; NoSuchThing if it was never put."""
    figures = await read_figures(case_id, version, uow=uow)
    if figures is None:
        raise NoSuchThing("figures_unknown", version=version)
    return figures
