"""What happened to the counted, where it happens to soldiers only, or to civilians: call-ups, losses, flight."""

from __future__ import annotations

from tollbook.claim import Status
from tollbook.extraction.names import parties
from tollbook.extraction.status.case import Case, Found
from tollbook.extraction.status.words import begins, whole
from tollbook.lexicon import table


def of_soldiers(case: Case) -> Found | None:
    """What happens to soldiers only: "300,000 were called up"."""
    return _by_measure(case, "military")


def losses(case: Case) -> Found | None:
    """What a belligerent loses are its soldiers, unless civilians are named: "Malian losses of 74"."""
    t, doc = case.measured.trigger, case.article.doc(case.sentence)
    if t is None or not case.people:
        return None
    words = [doc[t.last if t.role == "toll" else t.head], *reversed(doc[: case.measured.first])]
    loss = next((x for x in words if x.lemma_.lower() in table("status")["losses"] and x.pos_ == "NOUN"), None)
    if loss is None or begins("civilian").search(case.text[loss.left_edge.idx : loss.idx]):
        return None
    owned = any(loss.left_edge.idx <= p.start and p.end <= loss.idx for p in parties(case.text))
    return case.is_("military", "losses", (loss.idx, loss.idx + len(loss))) if owned else None


def in_arms(case: Case) -> Found | None:
    """Taken or given up as a soldier: "two Americans captured while fighting for Ukraine"."""
    taken = case.measured.measure in ("captured", "surrendered") and whole("in_arms").search(case.text)
    return case.is_("military", "captured in arms") if taken else None


def of_civilians(case: Case) -> Found | None:
    """What happens to civilians, where no words make soldiers of them: "40,000 fled"."""
    return _by_measure(case, "civilian")


def _by_measure(case: Case, status: Status) -> Found | None:
    measures = table("status")["by_measure"][status]
    return case.is_(status, "measure") if case.measured.measure in measures and case.people else None
