"""What charges are applied to, and to whom."""

from msgspec import Struct

from core.model.assessment import Pending, Step
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.findings import Findings
from core.rules.assessment.people_parts import PersonParts
from core.rules.assessment.reassignment import Changed
from core.rules.assessment.tally import Tally


class Bill(Struct):
    """The base in fen (None while a person must set it), everyone's part, and the running accounts.

    `parts` is None where the base is not split among departments. `named_roles` are the roles as named,
    before any clause changed them; `unsure` are roles for which it is unknown who answers in them.
    `asks_by_department` where each department that bears a share is asked for its people.
    """

    rulebook: CompiledRulebook
    case: Circumstances
    findings: Findings
    base: int | None
    parts: PersonParts | None
    split_clause: str
    parts_reading: str | None
    tallies: dict[int, Tally]
    named_roles: frozenset[str]
    changed: Changed
    unsure: frozenset[str]
    asks_by_department: bool

    def parties(self, roles: tuple[str, ...]) -> list[Party]:
        """Return who answers in these roles, by role, in the order named."""
        people = self.case.people
        if len(roles) == 1:
            return list(people.get(roles[0], ()))
        return [party for role in roles for party in people.get(role, ())]

    def changes(self, party: Party) -> tuple[Step, ...]:
        """Return the step that says in which role the party was named, if a clause changed it."""
        change = self.changed.get(party.place)
        return () if change is None else (("became", change),)

    def may_become_another(self, party: Party) -> bool:
        """Tell whether a clause could still change the party's role, and with it the range of the rate."""
        if party.role not in self.unsure:
            return False
        return any(ruled.row.role == party.role for ruled, _ in self.rulebook.reassignments)

    def lacking(self, roles: tuple[str, ...]) -> list[str]:
        """Return the charged roles that nobody was named in, though somebody must be."""
        known = self.rulebook.edition.roles
        return [role for role in roles if role not in self.named_roles and not known[role].optional]

    def ask_for_people(self, roles: tuple[str, ...], clause: str) -> None:
        """Ask for somebody in each of them."""
        for role in self.lacking(roles):
            self.findings.ask(Pending("person", clause, role=role))
