"""An old button shows what changed only to who may see it."""

from collections.abc import Sequence

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.narrow_changes import narrow_changes
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.drop_party import drop_party
from core.errors import FiguresChanged
from tests.liability import confirmed, version, who


async def seen_by(employee_no: str) -> tuple[Sequence[str], bool]:
    """Whose changes that person is shown, and whether the loss is named over the button."""
    uow = await confirmed()
    shown = await version(uow)
    owner = await who(uow, "E11")
    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=owner, uow=uow)
    await drop_party(1, (await who(uow, "E01")).id, actor=owner, uow=uow)
    dossier = await open_dossier(1, uow=uow)
    refusal = FiguresChanged(
        "figures_changed",
        number="250303",
        old=shown,
        new=dossier.case.version,
        old_no=1,
        new_no=2,
        loss="loss",
        changes=(),
    )
    actor = await who(uow, employee_no)
    narrowed = await narrow_changes(refusal, dossier, actor=actor, uow=uow)
    changes = narrowed.data["changes"]
    assert isinstance(changes, tuple)
    names = tuple(dossier.name(one.person_id) or one.what for one in changes)
    return names, bool(narrowed.data["loss"])


async def test_who_has_no_part_in_the_figures_is_told_no_amount() -> None:
    assert await seen_by("E10") == ((), False)


async def test_a_named_person_is_shown_their_own_line_only() -> None:
    changes, names_loss = await seen_by("E17")

    assert "张伟" in changes
    assert not {"李强", "周敏"} & set(changes)
    assert names_loss


async def test_a_supervisor_is_shown_who_of_the_department_is_no_longer_named() -> None:
    changes, _ = await seen_by("E03")

    assert {"张伟", "李强", "周敏"} <= set(changes)
