from base64 import b64encode

from tests.readable import readable


def test_words_names_and_numbers_are_read_and_neither_seals_nor_hashes() -> None:
    row = (
        17,
        "E05",
        f'{{"tip": "{b64encode(bytes(99)).decode()}", "file": "{"0e05" * 16}"}}',
        "/data/E05/a.jpg",
    )

    assert readable(row) == """(17, 'E05', '{"tip": "…", "file": "…"}', '/data/E05/a.jpg')"""
