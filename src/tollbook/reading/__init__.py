"""Reading: from a file, a folder, standard input or a saved page to documents."""

from tollbook.document import OUTSIDE
from tollbook.reading.errors import (
    BadDate,
    BadSidecar,
    Binary,
    Empty,
    NoArticle,
    ReadingError,
    TooLarge,
    Unreadable,
)
from tollbook.reading.folder import Input, inputs
from tollbook.reading.reader import MAX_BYTES, read

__all__ = [
    "MAX_BYTES",
    "OUTSIDE",
    "BadDate",
    "BadSidecar",
    "Binary",
    "Empty",
    "Input",
    "NoArticle",
    "ReadingError",
    "TooLarge",
    "Unreadable",
    "inputs",
    "read",
]
