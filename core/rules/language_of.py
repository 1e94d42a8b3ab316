"""Which of the company's languages to speak to an account nobody knows yet."""

from core.model.company import Company


def language_of(code: str | None, company: Company) -> str:
    """The company's language nearest to a Telegram language code such as `zh-hans`; else its first."""
    spoken = (code or "").lower().partition("-")[0]
    fitting = (language for language in company.languages if spoken and language.partition("-")[0] == spoken)
    return next(fitting, company.languages[0])
