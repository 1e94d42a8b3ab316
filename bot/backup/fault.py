"""What can keep a backup from being taken or put back."""


class BackupFault(Exception):
    """`what` is the key of its words, `data` what fills them."""

    def __init__(self, what: str, **data: object) -> None:
        super().__init__(what, data)
        self.what = what
        self.data = data
