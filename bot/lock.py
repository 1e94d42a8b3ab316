"""Makes sure that one bot at a time works on a database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another bot holds this database; `pid` is its process, empty if it did not say."""

    def __init__(self, database: Path, pid: str = "") -> None:
        super().__init__(
            f"{database}: another bot is running on this database (process {pid or '?'}). "
            f"Stop it first, or set another data folder. "
            f"/ 另一个机器人（进程 {pid or '?'}）正在使用这个数据库，请先停止它，或设置别的数据目录。"
        )
        self.database = database
        self.pid = pid


@contextmanager
def alone_on(database: Path) -> Iterator[None]:
    """Hold the database; AlreadyRunning if somebody does. The system lets go when the process ends, however it ends."""
    # by whichever link the file is reached, it is the same one
    with database.resolve().with_suffix(".lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            file.seek(0)
            raise AlreadyRunning(database, file.read().strip()) from fault
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
