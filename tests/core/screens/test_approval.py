from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.figures.read_figures import standing_figures
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.rules.figures.approval_chain import BY_DEFAULT
from core.screens.approval import approval_card
from tests.liability import named, who


@pytest.mark.parametrize(("language", "post"), [("zh-Hans", "总经理"), ("en", "General manager")])
async def test_who_approves_where_the_rulebook_names_nobody_is_said_in_the_companys_word(
    language: str, post: str
) -> None:
    uow = await named()
    owner = await who(uow, "E11")
    await conclude_without_charge(1, Bearer.SUPPLIER, reason="轴封来料不良", actor=owner, uow=uow)
    dossier = await open_dossier(1, uow=uow)
    figures = await standing_figures(1, dossier.case.version, uow=uow)
    without_offices = replace(dossier, glossary=replace(dossier.glossary, offices={}))

    card = approval_card(BY_DEFAULT, without_offices, figures, await who(uow, "E05"))

    first_line = Renderer(uow.company).rendered(language, card).html.split("\n")[0]
    assert first_line.casefold().endswith(post.casefold())
