"""Says in plain words what is wrong with the machine, for every command."""

from collections.abc import Callable
from types import TracebackType

from bot.cli.shell import Shell
from bot.trouble import trouble_in


class TroublesSaid:
    """Around a command: a full disk or a locked database ends it with words and a code of its own, not a traceback."""

    def __init__(self, shell: Callable[[], Shell | None]) -> None:
        self._shell = shell

    def __enter__(self) -> None:
        """Nothing is wrong yet."""

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Whatever else went wrong goes on as it was."""
        trouble = trouble_in(fault) if fault and not isinstance(fault, SystemExit) else None
        shell = self._shell()
        if trouble and shell:
            shell.complain(f"trouble_{trouble.name.lower()}")
            raise SystemExit(trouble.value) from fault
