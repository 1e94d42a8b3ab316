"""Documents by Typst: a fixed template and data beside it, never text put into a template."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import as_file, files

import typst

from bot.documents.fonts import font_folders

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(template: str, data: Mapping[str, object]) -> bytes:
    """The document of that template (templates/documents/<template>.typ); the same data give the same bytes."""
    with as_file(files("templates") / "documents" / f"{template}.typ") as source:
        written = typst.compile(
            input=str(source),
            font_paths=font_folders(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            timestamp=int(_LONG_AGO.timestamp()),
        )
    assert isinstance(written, bytes)  # noqa: S101 - one document is asked for, not one file a page
    return written
