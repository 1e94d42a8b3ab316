"""Ask through sales whether the customer is content, remind of it, and take the answer, also after closing."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.actions.duty.close_duties import close_duties
from core.actions.remedy.agree_remedy import ASK_CUSTOMER
from core.actions.remedy.answer_first_reply import note_first_reply
from core.actions.remedy.ask_signature import tell_leaders
from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import open_remedy, read_remedy
from core.actions.remedy.reopen_for_customer import reopen_for_customer
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.negotiation import TOLD, Contentment, Survey
from core.model.person import Person
from core.model.remedy import Dispute, Remedy
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_answering, check_lead, speaks_for
from core.screens.remedy_told import customer_silent

SURVEY: Final = "survey_reminder"


async def ask_customer(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The customer was asked; the actor is reminded until an answer is there.

    NotAllowed while something that was planned is not carried out; SomebodyWasFirst while an answer is waited for.
    """
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, version)
    if file.outstanding():
        raise NotAllowed("asked_before_done", number=file.case.number)
    if file.survey and file.survey.answer is None:
        raise SomebodyWasFirst("customer_asked", at=file.survey.asked_at, site=file.case.site)
    survey = await uow.surveys.add(Survey(case_id=case_id, asked_by=actor.id, asked_at=uow.now))
    await close_duties(case_id, ASK_CUSTOMER, uow=uow, actor=actor)
    await note_first_reply(file.case, actor=actor, uow=uow)
    await _wait(survey, uow)
    return await keep_remedy(file.remedy, "customer_asked", actor=actor, uow=uow, survey=survey.id)


async def survey_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Remind who asked; after the last reminder silence is written down as silence."""
    survey = await uow.surveys.get(timer.subject_id)
    if survey.answer is not None:
        return
    file = await open_remedy(survey.case_id, uow=uow)
    if survey.reminders >= uow.company.survey_reminders:
        await uow.surveys.put(replace(survey, answer=Contentment.NO_ANSWER, answered_at=uow.now))
        await keep_remedy(file.remedy, "customer_silent", actor=None, uow=uow, survey=survey.id)
        await tell_leaders(await open_remedy(survey.case_id, uow=uow), "customer_silent", uow=uow)
        return
    survey = await uow.surveys.put(replace(survey, reminders=survey.reminders + 1))
    asker = await uow.persons.get(speaks_for(survey.asked_by, file))
    await uow.outbox.tell(asker, customer_silent(file, survey))
    await _wait(survey, uow)


async def answer_survey(
    case_id: int, answer: Contentment, words: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The customer's answer, whenever it comes; a bad one opens the question again, and the case if it was closed."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_answering(file, actor)
    if answer is Contentment.DISSATISFIED and not words:
        raise NotAllowed("dissatisfied_why", number=file.case.number)
    survey = await _answered(file, answer, words, actor, uow)
    await close_duties(case_id, ASK_CUSTOMER, uow=uow, actor=actor)
    await uow.timers.stop(_key(survey))
    is_bad = answer is Contentment.DISSATISFIED
    remedy = file.remedy.disputed(uow.now) if is_bad else _settled(file.remedy)
    file = await keep_remedy(remedy, "customer_answered_survey", actor=actor, uow=uow, answer=answer)
    if is_bad:
        await reopen_for_customer(file, actor=actor, uow=uow)
    news = "customer_dissatisfied" if is_bad else "customer_satisfied"
    await tell_leaders(file, news, uow=uow, but=None if is_bad else actor)
    return await open_remedy(case_id, uow=uow)


def check_is_news(file: RemedyFile, answer: Contentment) -> None:
    """SomebodyWasFirst for contentment where an answer is there already: what came later takes asking again."""
    survey = file.survey
    if answer is Contentment.SATISFIED and survey and survey.answer in TOLD:
        raise SomebodyWasFirst(
            "customer_answered", answer=survey.answer, at=survey.answered_at, site=file.case.site
        )


async def _answered(
    file: RemedyFile, answer: Contentment, words: str, actor: Person, uow: UnitOfWork
) -> Survey:
    waiting = file.survey
    if waiting is None or waiting.answer is not None:
        waiting = await uow.surveys.add(Survey(case_id=file.case.id, asked_by=actor.id, asked_at=uow.now))
    told = replace(waiting, answer=answer, words=words, answered_by=actor.id, answered_at=uow.now)
    return await uow.surveys.put(told)


def _settled(remedy: Remedy) -> Remedy:
    return replace(remedy, dispute=Dispute.SETTLED) if remedy.dispute.is_open else remedy


async def _wait(survey: Survey, uow: UnitOfWork) -> None:
    await uow.timers.start(
        Timer(
            key=_key(survey),
            kind=SURVEY,
            subject_id=survey.id,
            person_id=survey.asked_by,
            due_at=uow.now + timedelta(days=uow.company.survey_days),
        )
    )


def _key(survey: Survey) -> str:
    return f"{SURVEY}:{survey.id}:{survey.reminders}"
