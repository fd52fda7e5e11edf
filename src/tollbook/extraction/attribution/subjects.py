"""Who speaks a verb of saying: its subject, or the name beside it where the parse finds none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tollbook.extraction.attribution.cue import characters, forms, name_from, said
from tollbook.extraction.attribution.sourcenames import informs, is_place, phrase, words
from tollbook.extraction.attribution.verbs import CLOSING, clause_before, objects_of, told_by

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks a verb, by whom they are quoted, and whether they follow the verb."""

    head: Token
    quoter: tuple[Token, ...] = ()
    inverted: bool = False


def subject_of(doc: Doc, token: Token) -> Subject | None:
    """Who speaks the verb, by its parse; None where nobody does."""
    own = [c for c in token.children if c.dep_ == "nsubj"]
    if own:
        return _own_subject(doc, token, own)
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and token.head.head.lower_ in forms("quote"):
        quote = token.head.head
        by = [c for c in quote.children if c.dep_ == "nsubj"]
        spoken = [c for c in quote.children if c.dep_ == "dobj"]
        return Subject(spoken[0], tuple(by[:1])) if spoken else None
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBG" and _source_like(token.head):
        return Subject(token.head)
    if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ != "relcl" and token.i > 1:
        beside = beside_verb(doc, token) if doc[token.i - 1].pos_ in ("PUNCT", "NOUN", "PROPN") else None
        if beside is not None:
            return beside
    if token.tag_ in ("VBN", "VBD") and token.i > 2 and doc[token.i - 1].lemma_ == "have":
        before = doc[token.i - 2]
        if informs(before) and before.pos_ != "PRON":
            return Subject(before)
        if before.text == ",":
            return beside_verb(doc, token)
    if _tagged_on(doc, token):
        return Subject(next(c for c in token.children if c.dep_ == "dobj"), inverted=True)
    if token.tag_ == "VBG" or token.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
        return _shared_subject(token)
    objects = [c for c in token.children if c.dep_ in ("dobj", "attr") and c.i > token.i]
    if objects and clause_before(token) and (informs(objects[0]) or objects[0].text[0].isupper()):
        return Subject(objects[0], inverted=True)
    return beside_verb(doc, token)


def mistagged(doc: Doc, token: Token) -> Subject | None:
    """A verb that the model took for a noun: "the army claims that", "…, Xinhua reports", "Kyiv confirms loss of"."""
    if token.i == 0 or token.lower_ not in forms("say") or not token.lower_.endswith("s"):
        return None
    before = doc[token.i - 1]
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before.pos_ in ("DET", "ADP") or not (informs(before) or before.lower_ in words("speakers")):
        return None
    if after is None or after.lower_ == "that":
        return Subject(before)
    if before.pos_ != "PROPN":
        return None
    headline = token.dep_ == "ROOT" and before.head == token and after.pos_ != "PUNCT"
    return Subject(before) if headline or after.text in (".", '"') else None


def _own_subject(doc: Doc, token: Token, own: list[Token]) -> Subject | None:
    left = [c for c in own if c.i < token.i]
    right = [c for c in own if c.i > token.i]
    if not left and forms("say").get(token.lower_) == "tell":
        return beside_verb(doc, token)
    head = left[-1] if left and (not right or informs(left[-1])) else right[0]
    if head.lower_ == "they":
        places = [p for p in objects_of(token, ("in", "at")) if p.i < head.i and p.lower_ in words("bodies")]
        head = places[0] if places else head
    if head.lower_ in ("that", "which", "who") and token.dep_ == "relcl":
        return Subject(token.head)
    return Subject(head, inverted=head.i > token.i)


def _shared_subject(token: Token) -> Subject | None:
    """The subject of the verb that this one hangs on: "The army said …, adding that", "confirmed it and said"."""
    head = token.head
    if token.dep_ == "xcomp" and head.lower_ == "able":
        head = head.head
    elif token.dep_ == "xcomp" and token.tag_ == "VB" and head.pos_ != "VERB":
        return None
    for _ in range(3):
        subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
        teller = told_by(head)
        nobody = subjects and (not informs(subjects[0]) or any(c.lower_ in ("any", "no") for c in subjects[0].lefts))
        if nobody and teller is not None and token.tag_ != "VBG":
            head = teller
            continue
        if subjects:
            speaks = token.tag_ != "VBG" or head.lower_ in forms("say") or informs(subjects[0])
            return Subject(subjects[0]) if speaks else None
        if head.head == head or head.pos_ not in ("VERB", "AUX", "ADP"):
            break
        head = head.head
    return None


def _tagged_on(doc: Doc, token: Token) -> bool:
    """Whether the verb and who spoke it stand behind a comma: "…, informed the spokesman"."""
    objects = [c for c in token.children if c.dep_ == "dobj"]
    if token.tag_ != "VBD" or doc[token.i - 1].text not in (",", '"') or not objects:
        return False
    return phrase(objects[0])[0] == token.i + 1 and informs(objects[0]) and objects[0].lower_ not in words("documents")


def _source_like(token: Token) -> bool:
    return informs(token) or token.lower_ in words("documents")


def beside_verb(doc: Doc, token: Token) -> Subject | None:
    """Where the parse finds no subject: the name straight before or straight after the verb."""
    if token.lower_ not in said("plain"):
        return None
    i = token.i - 1
    while i >= 0 and (doc[i].pos_ in ("ADV", "AUX") or doc[i].lower_ in ("has", "have", "had", "also")):
        i -= 1
    if i > 1 and doc[i].text == ",":
        opening = next((j for j in range(i - 1, max(0, i - 16), -1) if doc[j].text == ","), 0)
        i = opening - 1 if opening > 0 else i
    before = _head_of(doc[i]) if i >= 0 else token
    scene = i == token.i - 1 and before.dep_ == "pobj" and (not informs(before) or _closed_by_speaker(doc, token))
    if i >= 0 and is_place(doc[i].text) and not scene:
        return Subject(doc[i])
    nominal = i >= 0 and not scene and doc[i].pos_ in ("NOUN", "PROPN", "PRON")
    if nominal and (informs(doc[i]) or doc[i].text[0].isupper()):
        return Subject(before)
    head = name_from(doc, token.i + 1) if token.lower_ != "told" else None
    if head is not None and (informs(head) or head.text[0].isupper()):
        return Subject(head, inverted=True)
    return None


def _closed_by_speaker(doc: Doc, token: Token) -> bool:
    """Whether who spoke stands behind the verb, and the sentence ends there: "killed in Kolda said a commander"."""
    head = name_from(doc, token.i + 1)
    return (
        head is not None and informs(head) and CLOSING.match(doc.text[characters(doc, phrase(head)).end :]) is not None
    )


def _head_of(last: Token) -> Token:
    """The head of the name whose last word this is: "the Minister of State for Emergencies"."""
    while last.dep_ == "pobj" and last.head.lower_ in ("of", "for") and last.head.head.pos_ in ("NOUN", "PROPN"):
        last = last.head.head
    return last
