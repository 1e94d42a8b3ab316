"""Moments at which a power cut would hurt most, by name: a rig can have one happen there.

`GONGDAO_DIES_AT=sent_not_marked:3` ends the process, as `kill -9` does, when it is there for the third time. Without
it nothing happens.
"""

import os
import signal
from enum import StrEnum

DIES_AT = "GONGDAO_DIES_AT"


class Point(StrEnum):
    """Where a process can be ended: just before and just after what the name says is written down."""

    INBOX_COMMIT = "inbox_commit"
    EFFECT_COMMIT = "effect_commit"
    SENT_NOT_MARKED = "sent_not_marked"
    EVIDENCE_DOWNLOAD = "evidence_download"
    BACKUP = "backup"
    TIMER_TICK = "timer_tick"
    ERASING = "erasing"
    FILE_READ = "file_read"
    IMPORT_PART = "import_part"
    EXPORT_FILE = "export_file"


class Fuse:
    """Counts how often its point was reached; at the last time it is told to, the process ends."""

    def __init__(self, order: str) -> None:
        self._point, _, times = order.partition(":")
        self._left = int(times or 1)

    def reached(self, point: Point) -> None:
        """The process is there."""
        if point == self._point:
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)


_FUSE = Fuse(os.environ.get(DIES_AT, ""))
reached = _FUSE.reached
