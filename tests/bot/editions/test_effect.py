"""What an edition would change: words side by side, and a sheet of recorded cases without names."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from bot.company_rulebooks import CompanyRulebooks
from bot.editions.effect import effect_of
from core.actions.figures.recorded_figures import last_recorded
from tests.bot.edition_text import edition_text
from tests.core.rulebook.compositions import composition
from tests.liability import put
from tests.make import case

LOWER = edition_text().replace('rate = { from = "60%", to = "80%"', 'rate = { from = "40%", to = "50%"')


async def test_recorded_cases_are_tried_and_nobody_is_named() -> None:
    uow = await put()
    await uow.cases.add(case(number="NEVER"))
    await uow.cases.add(case(number="OTHER", rulebook="graded-incidents"))
    at_hand = CompanyRulebooks()
    recorded = await last_recorded(("logistics-liability",), 10, uow=uow)

    effect = effect_of(at_hand.compiled(LOWER), at_hand, recorded, "zh-Hans")

    assert effect.cases == 1
    (_, said), (name, sheet) = effect.files
    assert name == "logistics-liability-2026.xlsx"
    assert "40" in said.decode()
    assert effect.changes > 1
    book = load_workbook(BytesIO(sheet))
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "#1" in cells
    assert any("584.00" in cell for cell in cells)
    assert not any("张伟" in cell for cell in cells)


async def test_without_cases_there_is_no_sheet() -> None:
    at_hand = CompanyRulebooks()

    effect = effect_of(at_hand.compiled(LOWER), at_hand, (), "en")

    assert effect.cases == 0
    assert [name for name, _ in effect.files] == ["logistics-liability-2026.txt"]


def test_a_composition_follows_the_edition_of_its_part_from_its_day() -> None:
    ours = composition(grading="logistics-liability")
    at_hand = CompanyRulebooks(compositions={ours.id: ours})
    before = at_hand.on(ours.id, date(2026, 1, 1)).sha256

    at_hand.learn(at_hand.compiled(LOWER))
    at_hand.learn(at_hand.compiled(LOWER))

    assert at_hand.is_composed(ours.id)
    assert at_hand.carrying("logistics-liability") == ("logistics-liability", ours.id)
    assert at_hand.on(ours.id, date(2026, 1, 1)).sha256 != before
    assert at_hand.on(ours.id, date(2025, 12, 31)).sha256 == before
    assert [one.edition.edition for one in at_hand.editions("logistics-liability")] == ["undated", "2026"]
