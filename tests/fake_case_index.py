"""The index of cases in memory: looks through what the real one would keep, word for word."""

from datetime import UTC, datetime
from typing import Any

from core.finding.case_words import CaseSaid, case_words, is_open
from core.finding.wanted import CaseWords, Phrase, Term, Wanted, Way
from core.model.case import Case, Stage
from core.model.evidence import Holder


class FakeCaseIndex:
    """Reads everything anew at every question."""

    def __init__(self, uow: Any) -> None:
        self._uow = uow

    async def find(self, wanted: Wanted, most: int, after: int = 0) -> tuple[int, ...]:
        kept = [await self._words(case) for case in await self._uow.cases.where()]
        fitting = [words.case_id for words in reversed(kept) if _fits(words, wanted)]
        return tuple(fitting[after : after + most])

    async def open_at(
        self, sites: tuple[str, ...], now: datetime, most: int, after: int = 0
    ) -> tuple[int, ...]:
        order = list(Stage)
        found = [case for case in await self._uow.cases.where(site=sites) if is_open(case)]
        late = {
            duty.case_id: duty.due_at
            for duty in await self._uow.duties.where(done_at=None)
            if duty.due_at and duty.due_at <= now
        }
        late |= {
            case.id: case.first_reply_due_at
            for case in found
            if case.first_reply_due_at and not case.replied_at and case.first_reply_due_at <= now
        }
        never = datetime.max.replace(tzinfo=UTC)
        found.sort(
            key=lambda case: (
                late.get(case.id, never),
                case.id not in late and order.index(case.stage),
                case.id,
            )
        )
        return tuple(case.id for case in found)[after : after + most]

    async def _words(self, case: Case) -> CaseWords:
        uow, of_case = self._uow, {"case_id": case.id}
        own = [await uow.persons.find(one or 0) for one in (case.reporter_id, case.owner_id)]
        return case_words(
            CaseSaid(
                case=case,
                pieces=await uow.evidence.where(holder=Holder.CASE, holder_id=case.id),
                parties=await uow.parties.where(**of_case),
                statements=await uow.statements.where(**of_case),
                duties=await uow.duties.where(**of_case),
                own=[one for one in own if one],
                zone=uow.company.zone(case.site),
            )
        )


def _fits(words: CaseWords, wanted: Wanted) -> bool:
    has = set(words.tags.split())
    return any(reaches(words, has, way) for way in wanted.ways) and all(
        has & set(some) for some in wanted.among
    )


def reaches(words: CaseWords, has: set[str], way: Way) -> bool:
    text = f"{words.open} b0 {words.inner}" if way.reads_inner else words.open
    return bool(has & set(way.tags)) and all(says(text.split(), has, term) for term in way.terms)


def says(tokens: list[str], has: set[str], term: Term) -> bool:
    is_said = bool(term.phrases) and all(_stands(phrase, tokens) for phrase in term.phrases)
    return is_said or bool(has & set(term.tags))


def _stands(phrase: Phrase, tokens: list[str]) -> bool:
    *first, last = phrase.tokens
    for place in range(len(tokens) - len(first)):
        ends = tokens[place + len(first)]
        is_there = ends.startswith(last) if phrase.is_beginning else ends == last
        if is_there and tokens[place : place + len(first)] == first:
            return True
    return False
