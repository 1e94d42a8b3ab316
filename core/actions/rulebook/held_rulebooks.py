"""Which rulebooks can get another edition in chat: those that hold, and those that a composition takes chapters from."""

from core.ports import UnitOfWork


def held_rulebooks(uow: UnitOfWork) -> frozenset[str]:
    """Their ids. A composition is not among them: what it takes from is."""
    ids = {entry.rulebook for entry in uow.company.in_force} | uow.company.titles.keys()
    return frozenset(one for one in ids if not uow.rulebooks.is_composed(one))
