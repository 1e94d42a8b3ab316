"""Bringing records in and out in chat: what there is to choose, and what a file must hold."""

from core.imports.form import FORMS, MOST_ROWS
from core.model.evidence import MOST_FETCHED
from core.model.imported import ImportKind
from core.model.message import Button, Message
from core.model.records_export import ExportForm


def records_shown() -> Message:
    """The kinds of records, what was brought in before, and the ways out."""
    kinds = tuple(Button(f"import_{kind.value}", "import_of", arg=kind.value) for kind in ImportKind)
    forms = tuple(Button(f"export_{form.value}", "export_of", arg=form.value) for form in ExportForm)
    return Message(template="records_shown", rows=(kinds, (Button("imports", "imports"),), forms))


def file_asked(kind: ImportKind, *, has_sites: bool) -> Message:
    """Which columns there are, the needed ones apart, and what a file may be. `has_sites`: the company has several."""
    form = FORMS[kind]
    needed = (*form.needed, "site") if has_sites and "site" in form.headings else form.needed
    others = tuple(column for column in form.headings if column not in needed)
    return Message(
        template="import_file_asked",
        data={
            "kind": kind.value,
            "needed": needed,
            "others": others,
            "most_rows": MOST_ROWS,
            "most_bytes": MOST_FETCHED // 1024 // 1024,
        },
    )


def file_received(name: str) -> Message:
    """It is being read."""
    return Message(template="import_file_received", data={"name": name})
