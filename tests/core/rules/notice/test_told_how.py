from bot.render.renderer import Renderer
from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.name_party import name_party
from core.model.person import Person
from core.rules.notice.told_how import INFORM_PARTY, ToldHow, told_how
from tests.fakes import FakeUnitOfWork
from tests.liability import investigated, unlinked, who


async def told(uow: FakeUnitOfWork, person: Person) -> tuple[ToldHow, str]:
    how = told_how(await open_dossier(1, uow=uow), person.id, INFORM_PARTY)
    data = {"name": person.name, "told": how}
    return how, Renderer(uow.company).sentence("zh-Hans", "toasts", "party_named", data)


async def named(uow: FakeUnitOfWork, person: Person) -> tuple[ToldHow, str]:
    await name_party(1, person.id, "responsible", actor=await who(uow, "E11"), uow=uow)
    return await told(uow, person)


async def test_who_has_a_chat_is_told_there() -> None:
    uow = await investigated()

    how, words = await named(uow, await who(uow, "E17"))

    assert how == ToldHow(is_told=True, is_on_paper=False, by="")
    assert words == "已指定 张伟，本人会收到通知"


async def test_who_has_none_is_handed_the_text_by_their_superior() -> None:
    uow = await investigated()

    how, words = await named(uow, await unlinked(uow, "E17"))

    assert how == ToldHow(is_told=True, is_on_paper=True, by="李强")
    assert "由 李强 把告知书当面交给本人" in words


async def test_who_has_neither_chat_nor_superior_waits_for_human_resources() -> None:
    uow = await investigated()

    how, words = await named(uow, await unlinked(uow, "E05"))

    assert how == ToldHow(is_told=True, is_on_paper=True, by="")
    assert "请联系人事" in words


async def test_who_is_not_named_is_not_told() -> None:
    uow = await investigated()

    how, words = await told(uow, await who(uow, "E17"))

    assert not how.is_told
    assert words == "已指定 张伟"
