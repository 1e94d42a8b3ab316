"""What was agreed with a customer is carried out: evidence first, then the amount."""

from enum import StrEnum

from core.actions.remedy.carry_out import add_proof, carry_out, open_carrying_out
from core.model.evidence import Holder
from core.model.remedy import Undertaking
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_prover, may_lead
from core.rules.typed.amount_text import amount_in
from core.screens.remedy import remedy_screen
from core.screens.undertaking import proof_asked, spent_asked, undertaking_screen
from handlers.numbers import number_in
from handlers.remedy_turn import on_this_plan, plan_in
from handlers.routes import Routes
from handlers.taking import once_an_album, piece_taken
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    PROOF = "remedy_proof"
    SPENT = "remedy_spent"


async def doing_pressed(turn: Turn) -> None:
    """A part of the plan is to be carried out: whatever comes now is evidence of it."""
    press = turn.press
    file, one = await open_carrying_out(
        press.id,
        press.version,
        number_in(press.arg),
        actor=turn.actor,
        uow=turn.uow,
        check=check_prover,
    )
    await turn.redraw(proof_asked(file, one, await _proofs(turn, one), turn.actor))
    await turn.expect(Step.PROOF, case=file.case.id, version=file.remedy.version, part=one.id)


async def proof_sent(turn: Turn) -> None:
    """Keep it; more may follow."""
    piece = await piece_taken(turn)
    if piece is None:
        return
    case_id, version = plan_in(turn)
    file, one = await add_proof(case_id, version, _part(turn), piece, actor=turn.actor, uow=turn.uow)
    asked = proof_asked(file, one, await _proofs(turn, one), turn.actor)
    await turn.reply.say(once_an_album(turn, asked))


async def done_pressed(turn: Turn) -> None:
    """按商定完成 was pressed."""
    file, one = await _pressed(turn)
    press = turn.press
    file = await carry_out(press.id, press.version, one.id, one.cost, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.toast("undertaking_done")
    await _redraw(turn, file, one.id)


async def spent_pressed(turn: Turn) -> None:
    """金额不同 was pressed: how much was it."""
    file, one = await _pressed(turn)
    await turn.redraw(spent_asked(file, one))
    await turn.expect(Step.SPENT, case=file.case.id, version=file.remedy.version, part=one.id)


async def spent_typed(turn: Turn) -> None:
    """Done if it is what was agreed after all; else the refusal says what is needed."""
    case_id, version = plan_in(turn)
    spent = amount_in(turn.words)
    file = await carry_out(case_id, version, _part(turn), spent, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await _redraw(turn, file, _part(turn))


async def _pressed(turn: Turn) -> tuple[RemedyFile, Undertaking]:
    press = turn.press
    return await open_carrying_out(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )


async def _proofs(turn: Turn, one: Undertaking) -> int:
    return len(await turn.uow.evidence.where(holder=Holder.UNDERTAKING, holder_id=one.id))


async def _redraw(turn: Turn, file: RemedyFile, part: int) -> None:
    """The whole plan for whoever deals with the customer, that part of it for whoever only sees to it."""
    one = file.undertaking(part)
    if may_lead(file, turn.actor) or one is None:
        await turn.redraw(remedy_screen(file, turn.actor))
    else:
        await turn.redraw(undertaking_screen(file, one))


def _part(turn: Turn) -> int:
    return number_in(turn.asked("part"))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "remedy_do": on_this_plan(doing_pressed),
            "remedy_done": on_this_plan(done_pressed),
            "remedy_spent": on_this_plan(spent_pressed),
        },
        steps={Step.PROOF: proof_sent, Step.SPENT: spent_typed},
        takes_files=frozenset({Step.PROOF.value}),
    )
