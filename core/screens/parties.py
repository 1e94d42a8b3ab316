"""People named in a case: the list, finding them, their roles and what is asked about each."""

from collections.abc import Mapping, Sequence

from core.model.dossier import RESTRICTED, Dossier
from core.model.message import Button, Message
from core.model.person import Person
from core.rulebook.vocabulary import FactField
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.answers import answer_said
from core.screens.case_head import case_head
from core.screens.fitting import fitting
from core.screens.investigation import back_to_case
from core.screens.picks import in_rows
from core.screens.shares import share_lines


def parties_screen(dossier: Dossier) -> Message:
    """Everybody named, with a button each, and one to name somebody."""
    case = dossier.case
    names = (
        Button("", "party", case.id, case.version, str(party.person_id), text=dossier.name(party.person_id))
        for party in dossier.parties
    )
    return Message(
        template="parties_listed",
        data=case_head(dossier) | {"lines": share_lines(dossier, None)},
        rows=(
            (Button("name_somebody", "party_find", case.id, case.version),),
            *in_rows(names),
            (back_to_case(dossier),),
        ),
    )


def people_found(dossier: Dossier, typed: str, found: Sequence[Person]) -> Message:
    """Who fits what was typed, with departments; type again if nobody does."""
    case = dossier.case
    rows = tuple(
        (
            Button(
                "",
                "party_pick",
                case.id,
                case.version,
                str(person.id),
                text=f"{person.name} · {person.department} · {person.employee_no}",
            ),
        )
        for person in found
    )
    return Message(
        template="people_found",
        data=case_head(dossier) | {"typed": typed, "found": len(found)},
        rows=(*rows, (Button("back", "parties", case.id, case.version),)),
    )


def role_asked(dossier: Dossier, person: Person, language: str) -> Message:
    """In which role of the rulebook."""
    case = dossier.case
    roles = (
        Button(
            "", "party_role", case.id, case.version, f"{person.id}:{role}", text=label.in_language(language)
        )
        for role, label in dossier.glossary.roles.items()
    )
    return Message(
        template="role_asked",
        data=case_head(dossier) | {"name": person.name, "department": person.department},
        rows=(*in_rows(map(fitting, roles), 2), (Button("back", "parties", case.id, case.version),)),
    )


def party_screen(
    dossier: Dossier,
    person_id: int,
    asked: Mapping[str, FactField],
    language: str,
    *,
    has_shares: bool,
) -> Message:
    """One named person: role, hearing, what they said, and what the rulebook asks about them."""
    case = dossier.case
    party = next(one for one in dossier.parties if one.person_id == person_id)
    papers = dossier.duties_of(INFORM_PARTY, person_id=person_id)
    details = (
        Button(
            "", "detail", case.id, case.version, f"{person_id}:{name}", text=field.label.in_language(language)
        )
        for name, field in asked.items()
    )
    wage = Button("reference_wage", "detail", case.id, case.version, f"{person_id}:month_wage")
    share = Button("share", "detail", case.id, case.version, f"{person_id}:share_percent")
    return Message(
        template="party_opened",
        data=case_head(dossier)
        | {
            "name": dossier.name(person_id),
            "department": party.department,
            "role": dossier.glossary.role(party.role),
            "hearing": party.hearing,
            "hearing_due_at": party.hearing_due_at,
            "waits_for_paper": any(duty.is_open for duty in papers),
            "rate": party.chosen_rate,
            "reason": party.reason,
            "details": tuple(
                (
                    dossier.glossary.facts.get(name),
                    name,
                    answer_said(asked[name], value, language) if name in asked else value,
                )
                for name, value in party.details.items()
                if name != RESTRICTED
            ),
            "said": tuple(one for one in dossier.statements if one.person_id == person_id),
        },
        rows=(
            (
                wage,
                *((share,) if has_shares else ()),
                Button("change_role", "party_pick", case.id, case.version, str(person_id)),
            ),
            *in_rows(map(fitting, details), 2),
            (
                Button("drop_party", "party_drop", case.id, case.version, str(person_id)),
                Button("back", "parties", case.id, case.version),
            ),
        ),
    )
