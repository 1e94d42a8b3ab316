"""What changed in the figures since a press, as far as it is for whoever pressed."""

from collections.abc import Collection

from core.actions.figures.check_figures import figures_changes, present_figures
from core.actions.figures.read_figures import read_figures
from core.errors import FiguresChanged
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.case.who_may_know import persons_open_to, sees_all
from core.rules.figures.approval_chain import chain
from core.rules.figures.figures_diff import Change


async def narrow_changes(
    changed: FiguresChanged, dossier: Dossier, *, actor: Person, uow: UnitOfWork
) -> FiguresChanged:
    """The same refusal with only the actor's own lines; without any amount for whoever has no part in the figures."""
    version = int(str(changed.data["old"]))
    old = await read_figures(dossier.case.id, version, uow=uow)
    new = await present_figures(dossier, uow=uow)
    posts = tuple(asked.by for figures in (old, new) if figures for asked in chain(figures))
    if sees_all(actor, dossier, posts):
        return changed
    seen = persons_open_to(actor, dossier, posts)
    known = await figures_changes(dossier, version, uow=uow) if seen else ()
    theirs = {one.department for one in dossier.parties if one.person_id in seen - {actor.id}}
    changes = tuple(one for one in known if _is_open(one, seen, theirs, dossier))
    loss = changed.data["loss"] if seen else None
    return FiguresChanged(changed.what, **{**changed.data, "changes": changes, "loss": loss})


def _is_open(change: Change, seen: frozenset[int], theirs: Collection[str], dossier: Dossier) -> bool:
    """A person's line is open with the person's; that of whoever is no longer named, to the department's confirmer."""
    if change.person_id is None or change.person_id in seen:
        return True
    is_named = change.person_id in dossier.party_ids()
    return not is_named and dossier.staff[change.person_id].department in theirs
