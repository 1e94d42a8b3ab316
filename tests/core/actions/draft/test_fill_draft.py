import pytest

from core.actions.draft.fill_draft import fill_draft
from core.errors import NotAllowed
from tests.make import by_no, staffed
from tests.make_intake import draft_of


@pytest.mark.parametrize(("field", "most"), [("customer", 100), ("demand", 500), ("happened", 5000)])
async def test_an_answer_has_a_greatest_length(field: str, most: int) -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales)

    kept = await fill_draft(draft, field, "漏" * most, actor=sales, uow=uow)
    with pytest.raises(NotAllowed) as refusal:
        await fill_draft(draft, field, "漏" * (most + 1), actor=sales, uow=uow)

    assert len(kept.fields[field]) == most
    assert refusal.value.data == {"length": most + 1, "longest": most}
