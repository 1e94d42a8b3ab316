"""Documents in chat: what there is to choose from, and the one that was chosen."""

from handlers import cases, papers
from tests.core.actions.appeals import noticed
from tests.handlers.talk import Talk, talk_with
from tests.liability import verbs


async def chat(employee_no: str) -> Talk:
    uow = await noticed()
    talk = await talk_with(uow, employee_no, cases, papers)
    await talk.hits("case:1:0")
    await talk.presses("papers")
    return talk


async def test_a_form_is_two_presses_from_the_case() -> None:
    investigator = await chat("E11")
    assert verbs(investigator.latest()) == [*["paper_of"] * 6, *["notice_pdf"] * 3, "dossier", "case"]

    await investigator.presses("paper_incident_report")

    (piece,) = investigator.latest().files
    assert (await investigator.uow.evidence.get(piece)).name == "250303-incident_report.pdf"


async def test_a_named_person_finds_their_own_notice_alone() -> None:
    worker = await chat("E17")

    assert verbs(worker.latest()) == ["notice_pdf", "case"]


async def test_who_may_have_none_is_told_so() -> None:
    worker = await chat("E04")

    assert "paper_of_notice" not in [button.label for row in worker.latest().rows for button in row]
