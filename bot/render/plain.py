"""The text of Telegram HTML without its marks."""

from html.parser import HTMLParser


def plain(markup: str) -> str:
    """What a reader sees of it, on paper."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.said)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)
