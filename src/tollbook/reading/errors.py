"""Why an input could not be read: one exception a reason, each with the input's name and what can be done."""

from __future__ import annotations


class ReadingError(Exception):
    """An input cannot be read. ``path`` names it, ``reason`` says why; ``str()`` is one line with both."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep the input's name and the reason."""
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}".replace("\n", " ").replace("\r", " "))

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str]]:
        """Lets the error cross to another process."""
        return type(self), (self.path, self.reason)


class Unreadable(ReadingError):
    """The file system did not give the bytes: no such file, a folder, no permission."""


class TooLarge(ReadingError):
    """The input is larger than the limit."""


class Binary(ReadingError):
    """The bytes are not text in any encoding that could be recognised."""


class Empty(ReadingError):
    """There is nothing to read but white space."""


class NoArticle(ReadingError):
    """A page in which no article was found."""


class BadSidecar(ReadingError):
    """The ``NAME.meta.json`` beside the input is not a JSON object with texts and a date."""


class BadDate(ReadingError):
    """A date of publication was given that is no ISO date, month or year."""
