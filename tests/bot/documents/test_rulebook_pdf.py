from bot.documents.rulebook_pdf import rulebook_pdf
from bot.rulebook_words.page import Page, PageLine, Section
from bot.rulebook_words.vocabulary import vocabulary

HOSTILE = '#panic("no") $x$ *b* @ref <label> \\ "quoted" // gone'


def page(text: str) -> Page:
    under = PageLine(text, "〔第 1 条〕")
    return Page(text, (("编号", text),), (Section(text, (PageLine(text, "", (under,)),)),))


def test_the_same_page_gives_the_same_bytes() -> None:
    first, second = (rulebook_pdf(page("质量事故"), vocabulary("zh-Hans"), "zh-Hans") for _ in range(2))

    assert first == second
    assert first.startswith(b"%PDF")


def test_the_font_with_chinese_is_in_the_document() -> None:
    assert b"NotoSansCJKsc" in rulebook_pdf(page("质量事故"), vocabulary("zh-Hans"), "zh-Hans")


def test_nothing_that_a_label_holds_is_taken_for_typesetting() -> None:
    assert rulebook_pdf(page(HOSTILE), vocabulary("en"), "en").startswith(b"%PDF")
