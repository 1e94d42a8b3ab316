"""Give everybody who pays their notice: in chat, or on paper through a superior."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.actions.appeal.appeal_deadline import appeal_deadline, limit_of_rulebook
from core.actions.investigation.inform_person import inform_person
from core.actions.money.book_charge import book_charge
from core.actions.money.charge_again import charge_again
from core.actions.notice.paper_duty import HAND_OVER_NOTICE
from core.actions.notice.settle_notices import earlier_notices, keep_notice, replace_notice
from core.actions.notice.view_notice import view_notice
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.assessment import Assessment, PersonResult
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.money import Money
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.rules.appeal.appeal_route import employees_route
from core.rules.assessment.fines import may_fine
from core.rules.notice.notice_content import besides, charged_amount, notice_content


async def issue_notices(dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> tuple[Notice, ...]:
    """One notice for each part in which somebody has something to pay: those that stand now.

    One that says the same amount, measures and points already stands as it was given, any other is replaced.
    """
    charged = [result for result in figures.people if _amount(result, dossier).fen > 0]
    earlier = list(await earlier_notices(dossier.case, uow=uow))
    standing = []
    # who pays the same gets to keep the notice before any other takes its place
    for result in sorted(charged, key=lambda one: not _is_there(one, earlier, dossier)):
        old = _taken(result, earlier, dossier)
        if old is not None and _says_the_same(old, result, dossier):
            new = await keep_notice(old, dossier, uow=uow)
            await charge_again(new, result, dossier, uow=uow)
        else:
            new = await _issue(result, dossier, figures, uow)
            if old is not None:
                await replace_notice(old, new, dossier, uow=uow)
        standing.append(new)
    return tuple(standing)


def _says_the_same(old: Notice, result: PersonResult, dossier: Dossier) -> bool:
    """Whether amount, measures and points are those of the notice; one from before measures were said says nothing else."""
    said = besides(result)
    return old.amount == _amount(result, dossier) and old.content.get("besides", said) == said


def _is_there(result: PersonResult, earlier: Sequence[Notice], dossier: Dossier) -> bool:
    """Whether a notice over that very amount was given to that person."""
    amount = _amount(result, dossier)
    return any(one.person_id == int(result.id) and one.amount == amount for one in earlier)


def _taken(result: PersonResult, earlier: list[Notice], dossier: Dossier) -> Notice | None:
    """The notice that stands for this result so far, taken out of the earlier ones: over the same amount, else any."""
    own = [one for one in earlier if one.person_id == int(result.id)]
    amount = _amount(result, dossier)
    found = next((one for one in own if one.amount == amount), own[0] if own else None)
    if found is not None:
        earlier.remove(found)
    return found


def _amount(result: PersonResult, dossier: Dossier) -> Money:
    person = dossier.staff[int(result.id)]
    return charged_amount(result, with_fines=may_fine(person, dossier))


async def _issue(result: PersonResult, dossier: Dossier, figures: Assessment, uow: UnitOfWork) -> Notice:
    case, person = dossier.case, dossier.staff[int(result.id)]
    notice = await uow.notices.add(
        Notice(
            number=await _number(dossier, uow),
            case_id=case.id,
            version=case.version,
            person_id=person.id,
            amount=_amount(result, dossier),
            content=await _content(result, dossier, figures, uow),
            issued_at=uow.now,
        )
    )
    if person.can_be_told():
        clock = await appeal_deadline(notice, case, uow.now, uow=uow)
        notice = await uow.notices.put(replace(notice, appeal_until=clock.due_at))
    await book_charge(notice, result, dossier, uow=uow)
    await uow.log.write(
        LogRow(
            act="notice_issued",
            case_id=case.id,
            facts={
                "notice": notice.id,
                "number": notice.number,
                "person": person.id,
                "amount": str(notice.amount),
            },
        )
    )
    message = await view_notice(notice, uow=uow)
    await inform_person(
        person, message, duty_kind=HAND_OVER_NOTICE, dossier=dossier, uow=uow, notice_id=notice.id
    )
    return notice


async def _content(
    result: PersonResult, dossier: Dossier, figures: Assessment, uow: UnitOfWork
) -> Mapping[str, object]:
    """What the notice says, with the clause that lets its reader appeal, and how long, where the rulebook has one."""
    content = notice_content(result, dossier, figures, rulebook_of(dossier.case, uow=uow).guard)
    route = employees_route(figures)
    if route is None:
        return {**content, "appeal_clause": "", "appeal_limit": []}
    limit = await limit_of_rulebook(dossier.case, dossier.case.version, uow.now, uow=uow)
    counted = [[name, list(inputs)] for name, inputs in limit.steps[:1]] if limit else []
    return {**content, "appeal_clause": route.clause, "appeal_limit": counted}


async def _number(dossier: Dossier, uow: UnitOfWork) -> str:
    """TZ, the year at the site, and the count in that year."""
    year = dossier.day.year
    return f"TZ-{year}-{await uow.numbers.next(f'notice-{year}'):04d}"
