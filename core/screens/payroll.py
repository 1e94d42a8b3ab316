"""Payroll batches, as finance and auditors see them: the list, one batch with its questions, its lines."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.model.money import ZERO
from core.model.person import Person
from core.payroll.batch import Batch, BatchLine, BatchState
from core.payroll.questions import Question
from core.payroll.view import PayrollView
from core.payroll.wage_note import WageNote
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.picks import Rows, in_rows

MOST_NAMES: Final = 5
MOST_LINES: Final = 10
MOST_BATCHES: Final = 12


def payroll_list(batches: Sequence[Batch], *, may_send: bool = False) -> Message:
    """The latest batches, the newest first, each with a button; and where a month's wages are sent."""
    shown = sorted(batches, key=lambda batch: batch.month, reverse=True)[:MOST_BATCHES]
    send = ((Button("wages_send", "wages_send"),),) if may_send else ()
    months = tuple((Button("", "pay", one.id, one.version, text=one.month),) for one in shown)
    return Message(template="payroll_listed", data={"batches": shown}, rows=(*months, *send))


def payroll_card(view: PayrollView, reader: Person) -> Message:
    """The batch with its control totals, what is asked about it, and what this reader may do."""
    return Message(
        template="payroll_shown",
        card=f"payroll:{view.batch.id}",
        urgency=Urgency.NOTICE,
        data={
            "batch": view.batch,
            "people": len(view.people),
            "lines": len(view.lines),
            "withheld": view.withheld,
            "paid_back": view.paid_back,
            "carried_over": view.carried_over,
            "questions": _questions(view),
            "said": view.said_on_payslips,
            "owed_after": view.owed_after,
            "differences": _differences(view),
            "differing": len(view.differing),
            "is_makers": reader.id == view.batch.made_by,
        },
        rows=_rows(view, reader),
    )


def wages_shown(view: PayrollView, notes: Mapping[int, WageNote], page: int) -> Message:
    """Wage and limit of the persons on that page of the lines."""
    people = [one.person for one in view.people if one.person.id in notes]
    batch = view.batch
    return Message(
        template="payroll_wages_shown",
        data={
            "batch": batch,
            "people": [{**_named(person), "note": notes[person.id]} for person in people],
        },
        rows=((Button("back", "pay_lines", batch.id, batch.version, str(page)),),),
    )


def shown_lines(view: PayrollView, page: int) -> tuple[int, tuple[BatchLine, ...]]:
    """The page that there is, and its lines."""
    page = min(page, max(0, len(view.lines) - 1) // MOST_LINES)
    return page, view.lines[page * MOST_LINES : (page + 1) * MOST_LINES]


def payroll_lines(view: PayrollView, cases: Mapping[int, Case], page: int) -> Message:
    """One page of the lines: who, which case and clause, how much, what remains, why nothing."""
    names = {one.person.id: one.person for one in view.people}
    lines = view.lines
    page, shown = shown_lines(view, page)
    first = page * MOST_LINES
    batch = view.batch
    return Message(
        template="payroll_lines_shown",
        data={
            "batch": batch,
            "count": len(lines),
            "first": first + 1,
            "lines": [_line(line, names[line.person_id], cases.get(line.case_id)) for line in shown],
        },
        rows=(
            *in_rows(_notices(shown, first, names), 2),
            *_pages(batch, page, len(lines)),
            (
                Button("payroll_wages", "pay_wages", batch.id, batch.version, str(page)),
                Button("back", "pay", batch.id, batch.version),
            ),
        ),
    )


def _notices(lines: Sequence[BatchLine], first: int, names: Mapping[int, Person]) -> list[Button]:
    """A button for each line on which something is owed, with its number: there a pause or instalments are asked for."""
    return [
        Button("handle", "plan_of", line.notice_id, text=f"{place}. {names[line.person_id].name}")
        for place, line in enumerate(lines, first + 1)
        if line.owed.fen > 0
    ]


def _rows(view: PayrollView, reader: Person) -> Rows:
    batch = view.batch
    lines = (Button("payroll_lines", "pay_lines", batch.id, batch.version, "0"),) if view.lines else ()
    papers = (
        Button("payroll_paper", "pay_paper", batch.id, batch.version),
        Button("payroll_sheet", "pay_sheet", batch.id, batch.version),
    )
    verbs = _verbs(batch, reader) if may(Action.MAKE_PAYROLL, reader, NOWHERE) else ()
    done = (
        *(
            Button(f"payroll_{verb}", f"pay_{verb}", batch.id, batch.version)
            for verb in verbs
            if verb != "back"
        ),
        *((Button("payslips_send", "payslips_send", batch.id),) if "back" in verbs else ()),
    )
    return tuple(row for row in (done, lines, papers if batch.is_final else ()) if row)


def _verbs(batch: Batch, reader: Person) -> tuple[str, ...]:
    if batch.state is BatchState.PREPARED:
        return ("make",)
    if batch.state is BatchState.MADE:
        return ("return",) if reader.id == batch.made_by else ("close", "return")
    if batch.state is BatchState.CLOSED:
        return ("back",) if batch.reported_at is None else ("settle", "back")
    return ()


def _questions(view: PayrollView) -> list[dict[str, object]]:
    """By kind: how many persons, the first of them, over how much."""
    people = {one.person.id: one.person for one in view.people}
    found: defaultdict[str, list[Question]] = defaultdict(list)
    for question in view.questions:
        found[question.kind].append(question)
    return [
        {
            "kind": kind,
            "count": len({one.person_id for one in asked}),
            "people": [
                _named(people[person_id])
                for person_id in list(dict.fromkeys(one.person_id for one in asked))[:MOST_NAMES]
            ],
            "amount": sum((one.amount for one in asked), start=ZERO),
        }
        for kind, asked in found.items()
    ]


def _differences(view: PayrollView) -> list[dict[str, object]]:
    people = {one.person.id: one.person for one in view.people}
    return [
        {**_named(people[line.person_id]), "amount": line.amount, "withheld": line.withheld}
        for line in view.differing[:MOST_LINES]
    ]


def _named(person: Person) -> dict[str, object]:
    """By name and number: two people may have the same name."""
    return {"name": person.name, "employee_no": person.employee_no}


def _line(line: BatchLine, person: Person, case: Case | None) -> dict[str, object]:
    return {
        **_named(person),
        "number": case.number if case else "",
        "clause": line.clause.split("#")[0],
        "is_reward": line.is_reward,
        "amount": line.amount,
        "remaining": line.remaining,
        "hold": line.hold,
        "withheld": line.withheld,
        "differs": line.difference != ZERO,
    }


def _pages(batch: Batch, page: int, count: int) -> Rows:
    before = (Button("page_before", "pay_lines", batch.id, batch.version, str(page - 1)),) if page else ()
    has_more = (page + 1) * MOST_LINES < count
    after = (Button("page_after", "pay_lines", batch.id, batch.version, str(page + 1)),) if has_more else ()
    row = (*before, *after)
    return (row,) if row else ()
