"""Random tokens from the system's own source."""

import secrets

BYTES = 24


class SystemSecrets:
    """Tokens that nobody can guess; 32 characters of a URL's alphabet."""

    def token(self) -> str:
        """A fresh one, safe in a deep link."""
        return secrets.token_urlsafe(BYTES)
