"""What is known about an input from the file beside it: ``NAME.meta.json`` next to ``NAME.txt`` or ``NAME.html``."""

from __future__ import annotations

import errno
import json
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr as shown

from tollbook.reading.errors import BadSidecar
from tollbook.reading.isodate import is_iso_date

SUFFIX = ".meta.json"
MAX_BYTES = 1_000_000
"""A larger file is no sidecar."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What somebody who knows says about an input; None where they do not say."""

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None


def sidecar(path: Path) -> Sidecar:
    """The sidecar of the input at ``path``; an empty one where there is no such file. Other keys are left alone.

    Raises:
        BadSidecar: the file is there but cannot be used.
    """
    file = path.with_name(path.stem + SUFFIX)
    try:
        if not file.is_file():
            return Sidecar()
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return Sidecar()
        raise BadSidecar(str(file), f"it cannot be opened: {error.strerror}; mend it or take it away") from error
    if len(data) > MAX_BYTES:
        raise BadSidecar(str(file), f"it is larger than {MAX_BYTES // 1_000_000} MB; take it away")
    try:
        line = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadSidecar(str(file), f"it is not JSON that can be read ({error}); mend it or take it away") from error
    if not isinstance(line, dict):
        raise BadSidecar(str(file), "it must hold one JSON object with url, publisher, title, published")
    values = {}
    for key in ("url", "publisher", "title", "published"):
        value = line.get(key)
        if value is not None and not isinstance(value, str):
            raise BadSidecar(str(file), f"{key} is {shown(value)}; it must be a text or null")
        values[key] = value
    published = values["published"]
    if published is not None and not is_iso_date(published):
        raise BadSidecar(str(file), f"published is {shown(published)}; it must be YYYY-MM-DD, YYYY-MM or YYYY")
    return Sidecar(**values)
