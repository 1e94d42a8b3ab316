"""The one place where a right is judged."""

from core.errors import WrongStage
from core.model.case import Case
from core.model.deputy import Deputy
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import Circumstances, around_case
from core.rights.right import Right, Who
from core.rights.table import RIGHTS
from core.rights.tie import OWN, Tie


def may(action: Action, actor: Person, there: Circumstances) -> bool:
    """Whether the person may do it there, as things stand."""
    return _is_time(RIGHTS[action], there) and is_theirs(action, actor, there)


def is_theirs(action: Action, actor: Person, there: Circumstances) -> bool:
    """Whether it is this person's to do, wherever the case stands."""
    right = RIGHTS[action]
    return actor.id not in barred(action, there) and _is_entitled(right, actor, there)


def barred(action: Action, there: Circumstances) -> frozenset[int]:
    """Whom a conflict of interest keeps from it."""
    people = (one for bar in RIGHTS[action].not_if for one in there.bars[bar])
    return frozenset(one for one in people if one is not None)


def check_right(action: Action, actor: Person, there: Circumstances, **words: object) -> None:
    """Raise why the person may not do it there: first the stage, then the person. `words` fill the refusal."""
    check_time(action, there)
    check_theirs(action, actor, there, **words)


def check_theirs(action: Action, actor: Person, there: Circumstances, **words: object) -> None:
    """Raise the row's own refusal unless it is this person's to do."""
    right = RIGHTS[action]
    data = {"number": there.number, **words}
    for bar in right.not_if:
        if actor.id in there.bars[bar]:
            raise right.refusal(right.barred.get(bar, right.otherwise), **data)
    if not _is_entitled(right, actor, there):
        raise right.refusal(right.otherwise, **data)


def check_time(action: Action, there: Circumstances) -> None:
    """WrongStage if the case stands elsewhere."""
    if not _is_time(RIGHTS[action], there):
        raise WrongStage("case_elsewhere", number=there.number, stage=there.stage)


def is_time(action: Action, case: Case) -> bool:
    """Whether the case stands where it can be done at all."""
    return _is_time(RIGHTS[action], around_case(case))


def _is_time(right: Right, there: Circumstances) -> bool:
    return not right.stages or there.stage is None or there.stage in right.stages


def _is_entitled(right: Right, actor: Person, there: Circumstances) -> bool:
    if _fits(right.who, actor, there):
        return True
    if not isinstance(actor, Deputy):
        return False
    lent = tuple(who for who in right.who if who not in OWN)
    return may_stand_in(right.action, actor, there) and _fits(lent, actor.absent, there)


def may_stand_in(action: Action, deputy: Deputy, there: Circumstances) -> bool:
    """Whether nothing bars the deputy, or whom they act for: no party, reporter or other decider stands in."""
    involved = {one for bar in (Bar.NAMED, Bar.REPORTED) for one in there.bars.get(bar, ())}
    kept_out = barred(action, there)
    is_free = deputy.id not in kept_out | involved and deputy.absent.id not in kept_out
    return is_free and there.case_id not in deputy.out_of and not RIGHTS[action].is_personal


def _fits(whos: tuple[Who, ...], person: Person, there: Circumstances) -> bool:
    return any(
        _holds(person, who, there.site) if isinstance(who, Role) else _is_tied(person, who, there)
        for who in whos
    )


def _holds(person: Person, role: Role, site: str) -> bool:
    """By their own grants; whom a deputy stands in for is asked apart."""
    return any(grant.covers(role, site, None) if site else grant.role is role for grant in person.grants)


def _is_tied(person: Person, tie: Tie, there: Circumstances) -> bool:
    return tie is Tie.EVERYBODY or person.id in there.ties.get(tie, ())
