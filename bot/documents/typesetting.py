"""Documents by Typst: a fixed template and data beside it, never text put into a template."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.documents.fonts import font_folders

if TYPE_CHECKING:
    import typst

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_ONE_AT_A_TIME = Lock()


def pdf(template: str, data: Mapping[str, object]) -> bytes:
    """The document of that template (templates/documents/<template>.typ); the same data give the same bytes."""
    return _set(template, data, format="pdf", timestamp=int(_LONG_AGO.timestamp()))


def png(template: str, data: Mapping[str, object], dots_per_inch: int) -> bytes:
    """The one page of that template as a picture."""
    return _set(template, data, format="png", ppi=float(dots_per_inch))


def _set(template: str, data: Mapping[str, object], **how: Any) -> bytes:  # noqa: ANN401 - as the library has them
    with _ONE_AT_A_TIME:
        written = _typesetter(template).compile(
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, **how
        )
    assert isinstance(written, bytes)  # noqa: S101 - one document is asked for, not one file a page
    return written


@cache
def _typesetter(template: str) -> "typst.Compiler":
    """Kept with its fonts and template, so that only the first document waits for them."""
    # Only here: it is large, and a bot may set no document for days.
    import typst  # noqa: PLC0415 - see above

    folder = files("templates") / "documents"
    return typst.Compiler(
        str(folder / f"{template}.typ"),
        root=str(folder),
        font_paths=font_folders(),
        ignore_system_fonts=True,
    )
