"""Records brought in and out: 孙丽 (E07, administrator) has sent a file and one import is whole; another site is wanted too."""

from collections.abc import Mapping

from core.actions.records.send_earlier import send_earlier
from core.actions.records.show_earlier import show_earlier
from core.imports.found import FoundRecords
from core.model.earlier_file import EarlierFile
from core.model.imported import Doubles, ImportKind
from tests.core.actions.company.test_import_complaints import complaint
from tests.fakes import FakeUnitOfWork
from tests.importing import taken
from tests.make import NOW, by_no, staffed
from tests.rights.scene import Scene, these

SHA = "f" * 64


async def shown() -> FakeUnitOfWork:
    """The file waits for a decision."""
    uow = await staffed()
    await taken(uow, complaint())
    admin = await by_no(uow, "E07")
    sent = EarlierFile(
        person_id=admin.id,
        kind=ImportKind.COMPLAINTS,
        name="旧表.xlsx",
        size=9,
        file_id="f",
        sent_at=NOW,
    )
    kept = await send_earlier(sent, actor=admin, uow=uow)
    await show_earlier(kept, SHA, FoundRecords(new=1, there=0, steps={Doubles.SKIP: 1}), uow=uow)
    return uow


async def _seal(uow: FakeUnitOfWork) -> Mapping[str, object]:
    return {"seal": (await uow.earlier_files.get(1)).seal}


SCENES = (
    Scene(
        name="records in",
        made=shown,
        presses=(
            *("records:0:0", "import_of:0:0:complaints", "imports:0:0"),
            *("import_take:1:0:skip.{seal}", "import_drop:1:0:.{seal}"),
            *("import_undo:1:0", "import_undo_yes:1:0", "export_of:0:0:xlsx"),
        ),
        shown=_seal,
        site="",
        # each decides what they have sent themselves
        only={"import_take": these("E07"), "import_drop": these("E07")},
    ),
    Scene(name="records of a site out", made=staffed, presses=("export_take:0:0:json.all.suzhou",)),
)
