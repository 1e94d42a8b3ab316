"""Where documents find a font with Chinese: the one that ships with a package of its own."""

from pathlib import Path

import noto_cjk_sans_otc  # type: ignore[import-untyped]

FAMILY = "Noto Sans CJK SC"


def font_folders() -> list[str]:
    """The folders in which Typst looks for fonts."""
    return [str(Path(str(noto_cjk_sans_otc.FONT_PATH)).parent)]
