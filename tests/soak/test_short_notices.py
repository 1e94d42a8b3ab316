"""The short form of ten thousand notices: their pace is measured by the long form only.

Here only an answer says that something arrived, so that a machine that stands still proves nothing.
"""

from pathlib import Path

from tests.patience import PATIENCE
from tests.soak.notices import Sending, send_notices

MEASURED = "percent slower than the limit"


async def test_notices_keep_the_limits_of_a_server_that_counts(tmp_path: Path) -> None:
    counts = await send_notices(Sending(notices=150, faster=5.0, latest=PATIENCE), tmp_path)

    assert [count for count in counts if not count.is_right and count.name != MEASURED] == []
