"""What is asked about a person who is named in a case."""

import pytest

from core.actions.case.open_dossier import open_dossier
from core.screens.parties import party_screen
from tests.liability import complete


@pytest.mark.parametrize("has_shares", [True, False])
async def test_a_share_is_asked_only_where_the_rulebook_divides_by_shares(has_shares: bool) -> None:
    uow = await complete()
    dossier = await open_dossier(1, uow=uow)

    shown = party_screen(dossier, dossier.parties[0].person_id, {}, "zh-Hans", has_shares=has_shares)

    assert ("share" in [button.label for row in shown.rows for button in row]) is has_shares
