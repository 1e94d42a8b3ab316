"""One case as people live it: forwarded, registered, accepted, investigated, confirmed, approved, noticed."""

import hashlib
from dataclasses import dataclass

from bot.sandbox.client_person import file_part
from tests.conversations.pictures import png
from tests.soak.books import Books
from tests.soak.hands import Hands

COMPLAINT = "贵司送来的水泵 P-300，订单 SO-{tag}，数量 120，不良 8 台，轴封漏水。要求换货。"
LOSS = "{}.00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The people of one case, each with a telephone of their own."""

    sales: Hands
    quality: Hands
    driver: Hands
    supervisor: Hands
    director: Hands
    boss: Hands


async def live(lane: Lane, tag: int, books: Books) -> None:
    """From the first message to the last; what every step must cause goes into the books."""
    case = await until_approval(lane, tag, books)
    await _decided(lane, case, books)


async def until_approval(lane: Lane, tag: int, books: Books) -> int:
    """Only as far as the last press before notices go out; the case."""
    case = await _registered(lane, tag, books)
    await _accepted(lane, case, books)
    await _investigated(lane, case, tag, books)
    await lane.director.presses("confirm", case)
    books.caused(case, "figures_confirmed", "a decision")
    books.told(lane.director.player.id, verb="confirm", number=case)
    return case


async def _registered(lane: Lane, tag: int, books: Books) -> int:
    sales, photo = lane.sales, png(tag, side=8 + tag % 1000)
    await sales.forwards(COMPLAINT.format(tag=tag), {"files": [file_part(photo)]})
    await sales.waits_for("edit")
    await sales.says(f"客户{tag}")
    await sales.presses("submit", words=f"客户{tag}")
    case = (await lane.quality.waits_for("accept", words=f"客户{tag}")).number
    books.caused(case, "case_registered", "a text", "a photo")
    books.kept(case, hashlib.sha256(photo).hexdigest())
    books.told(lane.quality.player.id, verb="accept", number=case)
    books.told(sales.player.id, verb="replied", number=case)
    return case


async def _accepted(lane: Lane, case: int, books: Books) -> None:
    await lane.quality.presses("accept", case)
    books.caused(case, "case_accepted")


async def _investigated(lane: Lane, case: int, tag: int, books: Books) -> None:
    quality = lane.quality
    await quality.presses("investigate", case)
    await quality.presses("cause", case)
    await quality.says(f"轴封装反 {tag}")
    await quality.presses("losses", case)
    await quality.presses("loss_new", case)
    await quality.says(LOSS.format(100 + tag % 200))
    await quality.waits_for("loss_open", case)
    await quality.presses("investigate", case)
    for party, role in ((lane.driver, "responsible"), (lane.supervisor, "supervisor")):
        await _named(quality, party, role, case, books)
    for _ in range(2):
        await quality.presses("rate", case)
        await quality.says(f"首次 {tag}")
    await quality.presses("put", case)
    books.caused(case, "cause_named", "loss_entered", "rate_chosen", "rate_chosen", "figures_put")


async def _named(quality: Hands, party: Hands, role: str, case: int, books: Books) -> None:
    await quality.presses("parties", case)
    await quality.presses("party_find", case)
    await quality.says(party.employee_no)
    await quality.presses("party_pick", case)
    await quality.presses("party_role", case, arg_ends=role)
    await quality.waits_for("party_drop", case)
    await party.presses("silent", case)
    books.caused(case, "party_named", "a party", "statement_declined")
    books.told(party.player.id, verb="silent", number=case)
    await quality.presses("parties", case)
    await quality.presses("investigate", case)


async def _decided(lane: Lane, case: int, books: Books) -> None:
    await lane.boss.presses("approve", case)
    books.caused(case, "figures_approved", "a decision", "case_decided")
    books.told(lane.boss.player.id, verb="approve", number=case)
    for party in (lane.driver, lane.supervisor):
        notice = await party.waits_for("ack")
        await party.presses("ack", notice.number)
        books.caused(case, "notice_issued", "a notice", "notice_seen", "notice_acknowledged")
        books.told(party.player.id, verb="ack", number=notice.number)
