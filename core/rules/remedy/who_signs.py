"""Who may sign a step for a plan: never who proposed it, nor anybody named in the case, nor who reported it."""

from collections.abc import Iterable
from typing import Final

from core.model.company import bare_post
from core.model.dossier import Dossier
from core.model.person import Person
from core.model.roles import Role
from core.rules.duty.office_roles import is_settled, office_role
from core.rules.figures.who_approves import who_decides
from core.rules.remedy.remedy_chain import Signing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.staff.superiors import nearest_superior, with_deputies

# posts that mean whoever heads the department of whoever proposes
_HEADS: Final = frozenset({"department_head"})


def is_head(post: str, sources: Iterable[str]) -> bool:
    """Whether the post means whoever heads the department of whoever proposes; `sources` are of compositions."""
    return bare_post(post, sources) in _HEADS


def who_signs(asked: Signing, file: RemedyFile) -> tuple[Person, ...]:
    """Those who may sign that step; who signed before only where nobody else is free."""
    proposer = file.remedy.put_by or 0
    before = {one.person_id for one in file.remedy.standing()}
    return _signers(asked.post, file, {proposer, *before}) or _signers(asked.post, file, {proposer})


def _signers(post: str, file: RemedyFile, apart: set[int]) -> tuple[Person, ...]:
    dossier = file.dossier
    role = _role(post, dossier)
    if role is Role.SUPERVISOR:
        involved = dossier.party_ids() | {dossier.case.reporter_id}
        return _heads(dossier, file.remedy.put_by or 0, apart | involved)
    return who_decides(role, dossier, apart)


def _role(post: str, dossier: Dossier) -> Role:
    """What the company settled, or the post's own name says; else the general manager."""
    rulebook, company = dossier.case.rulebook, dossier.company
    if is_settled(post, rulebook, company):
        return office_role(post, rulebook, company)
    return Role.SUPERVISOR if is_head(post, company.titles) else Role.GENERAL_MANAGER


def _heads(dossier: Dossier, proposer_id: int, barred: set[int]) -> tuple[Person, ...]:
    proposer = dossier.staff.get(proposer_id)
    if proposer is None:
        return ()
    site, department = dossier.case.site, proposer.department
    heads = tuple(
        one
        for one in dossier.staff.values()
        if one.holds(Role.SUPERVISOR, site, department) and not one.has_left(dossier.day)
    )
    above = nearest_superior(proposer, dossier, barred)
    return with_deputies(heads, dossier, barred) or ((above,) if above else ())
