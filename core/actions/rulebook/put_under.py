"""Put a case under a rulebook: in the edition of the day of the incident, by the hash of its text."""

from dataclasses import replace

from core.model.case import Case
from core.ports import UnitOfWork


def put_under(case: Case, rulebook: str, *, uow: UnitOfWork) -> Case:
    """The case under that rulebook; under none where `rulebook` is empty. Nothing is stored."""
    if not rulebook:
        return replace(case, rulebook="", edition="", edition_sha256="")
    held = uow.rulebooks.on(rulebook, case.occurred_on)
    return replace(case, rulebook=rulebook, edition=held.edition.edition, edition_sha256=held.sha256)
