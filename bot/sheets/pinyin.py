"""Names in pinyin, so that people can be found by typing letters."""

from itertools import islice, product

from pypinyin import Style, pinyin

MOST_READINGS = 8


def pinyin_of(name: str) -> str:
    """Every reading of the name in full and as initials, parted by spaces: `zhangwei zw`."""
    syllables = pinyin(name, style=Style.NORMAL, heteronym=True)
    readings = islice(product(*(dict.fromkeys(options) for options in syllables)), MOST_READINGS)
    words = [word for reading in readings for word in _spelt(reading)]
    return " ".join(dict.fromkeys(word for word in words if word))


def _spelt(reading: tuple[str, ...]) -> tuple[str, str]:
    plain = ["".join(syllable.split()).lower() for syllable in reading]
    return "".join(plain), "".join(syllable[:1] for syllable in plain)
