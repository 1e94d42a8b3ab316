"""A dossier is taken out whole by who may have all of it, and the log says so."""

from dataclasses import replace

import pytest

from core.actions.investigation.add_statement_piece import add_statement_piece
from core.actions.investigation.make_statement import make_statement
from core.actions.notice.issue_notice_paper import issue_notice_paper
from core.actions.paper.take_dossier import MOST_BYTES, take_dossier
from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.negotiation import Round
from core.model.remedy import Dispute, RemedyKind, Undertaking
from handlers import cases, papers
from tests.core.actions.appeals import noticed
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import complete, investigated, who
from tests.make import NOW


def photo(**changes: object) -> Evidence:
    settings: dict[str, object] = {
        "holder": Holder.CASE,
        "holder_id": 1,
        "kind": Kind.PHOTO,
        "storing": Storing.STORED,
        "sha256": "a" * 64,
        "size": 5,
        "chat_id": 1,
        "message_id": 1,
        "received_by": 1,
        "received_at": NOW,
    }
    return Evidence(**(settings | changes))  # type: ignore[arg-type]


async def test_it_holds_forms_notices_evidence_and_the_log_and_is_logged_by_hash() -> None:
    uow = await noticed()
    await uow.evidence.add(photo())
    await issue_notice_paper(1, actor=await who(uow, "E17"), uow=uow)

    (part,) = await take_dossier(1, actor=await who(uow, "E11"), uow=uow)

    (archive,) = uow.papers.packed
    names = [entry.name for entry in archive.entries]
    assert names[:2] == ["README.txt", "customer.txt"]
    assert {"papers/250303-incident_report.pdf", "papers/TZ-2025-0001-notice.pdf", "log.jsonl"} <= set(names)
    assert any(name.startswith("evidence/") and name.endswith("-photo.jpg") for name in names)
    assert (archive.said["case"], archive.said["taken_by"]) == ("250303", "E11")
    row = uow.log.rows[-1]
    assert (row.act, row.facts["parts"], row.actor_id) == ("dossier_taken", [part.sha256], 2)


async def test_what_was_shown_with_a_statement_is_in_it() -> None:
    uow = await complete()
    worker = await who(uow, "E17")
    await make_statement(1, "我没有动过", actor=worker, uow=uow)
    await add_statement_piece(photo(sha256="b" * 64), 1, actor=worker, uow=uow)

    await take_dossier(1, actor=await who(uow, "E11"), uow=uow)

    (archive,) = uow.papers.packed
    assert "b" * 64 in [entry.sha256 for entry in archive.entries]


@pytest.mark.parametrize("employee_no", ["E11", "E06", "E08"])
async def test_it_is_for_investigator_finance_and_auditor(employee_no: str) -> None:
    uow = await complete()

    assert await take_dossier(1, actor=await who(uow, employee_no), uow=uow)


@pytest.mark.parametrize("employee_no", ["E10", "E17", "E03"])
async def test_it_is_not_for_who_reported_nor_for_who_is_named(employee_no: str) -> None:
    uow = await complete()

    with pytest.raises(NotThisPerson):
        await take_dossier(1, actor=await who(uow, employee_no), uow=uow)


async def test_for_strangers_there_is_no_such_case() -> None:
    uow = await investigated()

    with pytest.raises(NoSuchThing):
        await take_dossier(1, actor=await who(uow, "E17"), uow=uow)


async def test_what_is_too_big_to_be_sent_is_refused_with_its_size() -> None:
    uow = await complete()
    await uow.evidence.add(photo(size=MOST_BYTES))
    await uow.evidence.add(photo(size=1 << 20))

    with pytest.raises(NotAllowed) as refused:
        await take_dossier(1, actor=await who(uow, "E11"), uow=uow)

    assert refused.value.data["megabytes"] == 451


async def chat(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    talk = await talk_with(uow, employee_no, cases, papers)
    await talk.hits("case:1:0")
    await talk.presses("papers")
    return talk


async def test_it_is_two_presses_from_the_case() -> None:
    talk = await chat(await noticed(), "E11")

    await talk.presses("take_dossier")

    assert talk.latest().template == "dossier_taken"
    (piece,) = talk.latest().files
    assert (await talk.uow.evidence.get(piece)).name == "250303-dossier.zip"


async def test_who_may_not_have_it_finds_no_button() -> None:
    uow = await noticed()
    await uow.cases.put(replace(await uow.cases.get(1), reporter_id=4))

    assert "take_dossier" not in [
        button.label for row in (await chat(uow, "E17")).latest().rows for button in row
    ]


async def test_what_the_customer_sent_and_what_shows_that_they_were_put_right_is_in_it() -> None:
    uow = await noticed()
    await uow.rounds.add(Round(case_id=1, version=1, dispute=Dispute.NONE, taken_down_by=1, held_at=NOW))
    await uow.undertakings.add(Undertaking(case_id=1, kind=RemedyKind.REPAIR, what="换轴封", owner_id=2))
    for holder in (Holder.ROUND, Holder.UNDERTAKING):
        await uow.evidence.add(photo(holder=holder))

    await take_dossier(1, actor=await who(uow, "E11"), uow=uow)

    (archive,) = uow.papers.packed
    assert {"round", "undertaking"} <= {entry.said.get("belongs_to") for entry in archive.entries}
