"""Gaps in who does what a rulebook in force demands: offices nobody settled, duties the calendar never opens."""

from collections.abc import Iterator, Sequence

from core.model.company import Company, InForce
from core.model.person import Person
from core.model.roles import Role
from core.rulebook.compiled import CompiledRulebook
from core.rules.duty.office_roles import is_settled, office_role
from core.rules.duty.periodic_duties import unset_rhythms
from core.rules.staff.staff_gaps import Gap


def gaps_in_duties(
    entry: InForce, rulebook: CompiledRulebook, company: Company, people: Sequence[Person]
) -> Iterator[Gap]:
    """What an admin should settle; `people` are those still employed, and empty before the first staff file.

    Nothing waits for these: quality stands in for an office that nobody settled, an admin for a role nobody holds.
    """
    offices = offices_at_work(rulebook)
    unsettled = [office for office in offices if not is_settled(office, entry.rulebook, company)]
    if unsettled:
        yield Gap("unsettled_offices", entry.rulebook, ", ".join(unsettled))
    for setting in unset_rhythms(rulebook, entry.settings):
        yield Gap("unset_rhythm", entry.rulebook, setting)
    if people:
        yield from _unheld(entry, offices, company, people)


def offices_at_work(rulebook: CompiledRulebook) -> tuple[str, ...]:
    """The offices that own a duty or a deadline which can open, each once, in the order of their names."""
    edition = rulebook.edition
    limits = {appeal.deadline for appeal in edition.appeals.values()}
    duties = {duty.owner for duty in edition.duties.values() if not duty.is_standing}
    clocks = {row.owner for name, row in edition.deadlines.items() if name not in limits}
    return tuple(sorted(duties | clocks))


def _unheld(
    entry: InForce, offices: Sequence[str], company: Company, people: Sequence[Person]
) -> Iterator[Gap]:
    roles = {office: office_role(office, entry.rulebook, company) for office in offices}
    for site in company.sites:
        if entry.site not in (None, site.id):
            continue
        for office, role in roles.items():
            if role is not Role.EMPLOYEE and not any(person.holds(role, site.id) for person in people):
                yield Gap("nobody_for_office", site.name, entry.rulebook, role, office)
