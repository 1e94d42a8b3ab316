"""A case that was imported, as it is found and opened in chat, in both languages."""

from datetime import date

import pytest

from bot.render.renderer import Renderer
from core.imports.complaint import Complaint
from handlers import cases, finding
from handlers.routes import joined
from tests.handlers.talk import Talk
from tests.importing import taken
from tests.make import by_no, staffed


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", ("以前的记录，导入的", "以前的编号 A-18", "说明：换货")),
        ("en", ("Imported from earlier records", "Earlier number A-18", "Reason: 换货")),
    ],
)
async def test_an_imported_case_says_so_and_offers_nothing_that_needs_a_rulebook(
    language: str, words: tuple[str, ...]
) -> None:
    uow = await staffed()
    entry = Complaint(
        line=2,
        number="A-17",
        site="suzhou",
        customer="宏达机电",
        received_on=date(2024, 5, 6),
        happened="漏水",
        result="换货",
        earlier_number="A-18",
    )
    await taken(uow, entry)
    talk = Talk(uow, await by_no(uow, "E11"), joined(finding.handlers(), cases.handlers()))

    await talk.sends("/find 漏水")
    await talk.presses("A-17")

    html = Renderer(uow.company).rendered(language, talk.latest()).html
    assert all(word in html for word in words)
    verbs = {button.verb for row in talk.latest().rows for button in row}
    assert verbs <= {"ask_owner"}
