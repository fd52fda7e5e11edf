"""Verbs of saying with their subjects: who speaks, and whether the statement follows the verb or stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.cue import Cue, characters, forms, happens, name_from, named, said, whole, word
from tollbook.extraction.pointing import before_in_clause
from tollbook.extraction.sourcenames import informs, is_outlet, is_place, owned_by, phrase, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_RELATIVES = frozenset({"who", "which", "that", "where", "when", "whom"})


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who speaks a verb, by whom they are quoted, and whether they follow the verb."""

    head: Token
    quoter: tuple[Token, ...] = ()
    inverted: bool = False


def sayings(doc: Doc) -> Iterator[Cue]:
    """The cues of all verbs of saying in the sentence."""
    for token in doc:
        low = token.lower_
        if low in forms("quote") and token.tag_ == "VBG":
            continue
        if _gerund(token):
            continue
        if token.lemma_ == "have":
            yield from _holding(token)
        of = low in forms("of") and any(c.lower_ == "of" for c in token.children)
        if (of or any(low in forms(v) for v in ("say", "record", "show", "quote", "set"))) and not _unsaid(token):
            misread = _closing(doc, token) or _run_on(doc, token)
            yield from misread or (_passive(doc, token) if _is_passive(token) else _active(doc, token))


def _gerund(token: Token) -> bool:
    """Whether it is a noun with an owner: "by our reckoning"."""
    return token.tag_ == "VBG" and any(c.tag_ == "PRP$" and c.i == token.i - 1 for c in token.doc[: token.i])


def _holding(verb: Token) -> Iterator[Cue]:
    """ "The agency has a list of 49 names", "the ministry had a different figure: 12", "AP has more:" before a list."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and informs(c) and c.lower_ not in said("nobody")]
    for c in verb.children:
        apart = c.lower_ in said("held_apart") and any(a.dep_ == "amod" for a in c.lefts)
        listing = verb.doc.text.endswith(":") and subjects and is_outlet(subjects[0].text)
        if subjects and c.dep_ == "dobj" and (c.lower_ in said("held") or apart or listing):
            end = len(verb.doc.text) if apart or listing else c.right_edge.idx + len(c.right_edge)
            yield Cue("says", named(subjects[0]), word(verb), Span(verb.idx, end), True)


def _unsaid(token: Token) -> bool:
    """Whether the verb was not spoken: "did not say", "declined to say"."""
    if any(c.dep_ == "neg" for c in token.children) and token.lemma_ in said("withheld"):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    return infinitive and token.head.lemma_.lower() in said("refuses")


def _is_passive(token: Token) -> bool:
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in token.children):
        return True
    return token.dep_ in ("acl", "amod") and token.tag_ == "VBN"


def _run_on(doc: Doc, token: Token) -> tuple[Cue, ...]:
    """A verb that the parse hangs on the noun before it, where a comma was lost: "two tanks a source told Sana"."""
    if _comma_lost(doc, token):
        return (Cue("said X", _name_before(doc, token), word(token), whole(doc), False, _addressee(doc, token)),)
    if token.dep_ != "acl" or token.tag_ not in ("VBD", "VBN") or token.lower_ not in ("told", "said"):
        return ()
    if token.i == token.head.i + 1 and token.head.lower_ in words("speakers"):
        governs = re.match(r"[^.]{0,40}\bthat\b", doc.text[token.idx :]) is not None
        return (Cue("said X", named(token.head), word(token), whole(doc), governs, _addressee(doc, token)),)
    if token.lower_ == "said" and not list(token.lefts) and not informs(token.head):
        beside = _beside(doc, token)
        if beside is not None and beside.inverted:
            name = named(beside.head)
            return (Cue("inverted", name, Span(token.idx, name.end), whole(doc), False, _addressee(doc, token)),)
    return ()


def _closing(doc: Doc, token: Token) -> tuple[Cue, ...]:
    """A verb that closes the sentence and that the model took for a noun: "…, medics report", "…, their data show"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in (*forms("say"), *forms("show")):
        return ()
    if any(not t.is_punct for t in doc[token.i + 1 :]):
        return ()
    comma = next((i for i in range(token.i - 1, max(0, token.i - 10), -1) if doc[i].text == ","), None)
    if comma is None or comma + 1 == token.i or not informs(doc[token.i - 1]):
        return ()
    tied = [t for t in doc[comma + 2 : token.i] if t.lower_ in ("from", "by")]
    behind = [t.i for t in tied if doc[t.i - 1].lower_ in words("owned")]
    name = characters(doc, (behind[-1] + 1 if behind else comma + 1, token.i))
    return (Cue("said X", name, word(token), whole(doc), False),)


def _comma_lost(doc: Doc, token: Token) -> bool:
    """Whether a speaker runs on from the statement with no comma, and the parse took somebody else for the subject."""
    if token.lower_ not in said("plain") or token.i < 6 or doc[token.i - 1].lower_ not in words("speakers"):
        return False
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(informs(s) for s in subjects) or "," in doc.text[: token.idx]:
        return False
    return _TAIL.match(doc.text[token.idx + len(token) :]) is not None


def _name_before(doc: Doc, token: Token) -> Span:
    """The name that ends before the verb, back to its article or to a noun in the plural that is none of it."""
    first = token.i - 1
    while first > 0 and doc[first].pos_ != "DET":
        before = doc[first - 1]
        if before.pos_ not in ("DET", "ADJ", "NOUN", "PROPN") or before.tag_ in ("NNS", "NNPS"):
            break
        first -= 1
    return characters(doc, (first, token.i))


def _passive(doc: Doc, token: Token) -> Iterator[Cue]:
    """ "was claimed by X"; "X is quoted (by Y) as saying"."""
    agents = _objects_of(token, ("by",))
    if not agents and token.lower_ in forms("say"):
        agents = [owned_by(p) for p in _objects_of(token, ("in", "on")) if owned_by(p) != p or is_outlet(p.text)]
    saying = [s for c in token.children if c.lower_ == "as" for s in c.children if s.lower_ in forms("say")]
    subjects = [c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")]
    if saying and subjects:
        governs = not _ended(doc.text[saying[0].idx + len(saying[0]) :])
        relays = tuple(named(a) for a in agents[:1])
        yield Cue("quoted as saying", named(subjects[0]), word(token), whole(doc), governs, relays)
        return
    if not agents or not _can_have_said(token, agents[0]):
        return
    reach = whole(doc)
    as_said = any(c.lower_ == "as" for c in token.children) or (token.i > 0 and doc[token.i - 1].lower_ == "as")
    if token.dep_ in ("acl", "amod") and not as_said:
        if token.head.lower_ in words("owned") and token.head.dep_ not in ("appos", "npadvmod"):
            return
        if token.head.dep_ not in ("appos", "npadvmod") or token.head.lower_ not in words("owned"):
            edge = token.head.right_edge
            reach = Span(token.head.left_edge.idx, edge.idx + len(edge))
    told = forms("say").get(token.lower_) in ("tell", "inform")
    yield Cue("by X", named(agents[0]), Span(token.idx, agents[0].idx), reach, told)


def _can_have_said(verb: Token, agent: Token) -> bool:
    if happens(agent) or agent.pos_ not in ("NOUN", "PROPN"):
        return False
    return verb.lower_ in forms("say") or informs(agent)


def _objects_of(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        p
        for c in token.children
        if c.dep_ in ("agent", "prep") and c.lower_ in prepositions
        for p in c.children
        if p.dep_ == "pobj"
    ]


def _active(doc: Doc, token: Token) -> Iterator[Cue]:
    """ "X said", "said X", "X, saying"."""
    if token.pos_ in ("ADJ", "ADV", "DET"):
        return
    as_verb = token.pos_ in ("VERB", "AUX") or any(c.dep_ == "nsubj" for c in token.children)
    subject = _subject(doc, token) if as_verb else _mistagged(doc, token)
    if subject is None:
        return
    speaker, made = subject.head, owned_by(subject.head)
    if not _vouches(token, speaker, made):
        return
    tokens = phrase(made)
    if made.head == token and not as_verb:
        lefts = [c.i for c in token.lefts if c.dep_ in ("det", "poss", "amod", "compound")]
        tokens = min([tokens[0], *lefts]), made.i + 1
    name = _own_name(doc.text, characters(doc, tokens), made)
    governs = _governs(doc, token, subject)
    rule = "inverted" if subject.inverted else ("says" if governs else "said X")
    reach = whole(doc)
    if forms("say").get(token.lower_) == "deny" and token.dep_ == "relcl":
        return
    if token.dep_ == "relcl" and speaker != token.head and not any(c.lower_ in _RELATIVES for c in token.children):
        governs = False
        if speaker.pos_ == "PRON" and not _ended(doc.text[token.idx + len(token) :]):
            edge = token.head.right_edge
            rule, reach = "X it said was", Span(token.head.left_edge.idx, edge.idx + len(edge))
        else:
            rule = "said X"
    described = speaker.right_edge.i
    if subject.inverted and not governs and described > phrase(speaker)[1] and described >= len(doc) - 2:
        reach = Span(0, name.end)
    if governs:
        reach = Span(0, min(_stop(doc, token), _subordinate(doc, token)))
    quoter = tuple(characters(doc, phrase(q)) for q in subject.quoter)
    yield Cue(
        rule,
        name,
        Span(token.idx, max(token.idx + len(token), name.end if subject.inverted else 0)),
        reach,
        governs,
        quoter + _quoted_by(speaker) + _addressee(doc, token) + _passed_on(doc, token),
        clause=None if governs else _clause_before(token),
    )


def _clause_before(token: Token) -> Span | None:
    for c in token.children:
        if c.dep_ in ("ccomp", "parataxis") and c.i < token.i:
            return Span(c.left_edge.idx, c.right_edge.idx + len(c.right_edge))
    return None


def _stop(doc: Doc, token: Token) -> int:
    """Where the reach of a verb with a bare object ends: before a clause about something else than that object."""
    end = len(doc.text)
    if token.lower_ in forms("show") and (cut := doc.text.find(";", token.idx)) > 0:
        end = cut
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i > token.i]
    if len(objects) != 1 or any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return end
    for t in objects[0].subtree:
        deeper = t.dep_ == "relcl" and t.head != objects[0] and t.head.i > objects[0].i
        if deeper and any(c.lower_ in ("that", "which", "who") for c in t.lefts):
            return min(end, int(t.left_edge.idx))
    return end


def _subordinate(doc: Doc, token: Token) -> int:
    """Where the words of a clause like "while the army says …," or "which says …," end."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in said("marks") for c in token.lefts)
    if token.dep_ == "relcl" or (token.dep_ == "advcl" and marked and token.head.i > token.i):
        edge = token.right_edge
        return int(edge.idx) + len(edge)
    return len(doc.text)


_OWN_NAME = re.compile(
    r",\s+((?:[A-Z][\w.'-]*|al-\w+)"
    r"(?:\s+(?:[A-Z][\w.'-]*|al|el|bin|ibn|abu|von|van|der|den|de|da|del|di|la|du))*)(?:\s*\([^)]*\))?"
    r"(?=\s*,|\s+(?:has |have |had )?(?:said|says|told|added)\b)"
)


def _own_name(text: str, name: Span, head: Token) -> Span:
    """The personal name that stands in apposition to an office: "the mayor of Izmir, Tunc Soyer, said"."""
    if head.pos_ != "NOUN" or head.lower_ not in words("offices"):
        return name
    m = _OWN_NAME.match(text, name.end)
    return Span(m.start(1), m.end(1)) if m and not is_outlet(m.group(1)) else name


def _subject(doc: Doc, token: Token) -> _Subject | None:
    own = [c for c in token.children if c.dep_ == "nsubj"]
    if own:
        return _own_subject(doc, token, own)
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and token.head.head.lower_ in forms("quote"):
        quote = token.head.head
        by = [c for c in quote.children if c.dep_ == "nsubj"]
        spoken = [c for c in quote.children if c.dep_ == "dobj"]
        return _Subject(spoken[0], tuple(by[:1])) if spoken else None
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBG" and _source_like(token.head):
        return _Subject(token.head)
    if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ != "relcl" and token.i > 1:
        beside = _beside(doc, token) if doc[token.i - 1].pos_ in ("PUNCT", "NOUN", "PROPN") else None
        if beside is not None:
            return beside
    if token.tag_ in ("VBN", "VBD") and token.i > 2 and doc[token.i - 1].lemma_ == "have":
        before = doc[token.i - 2]
        if informs(before) and before.pos_ != "PRON":
            return _Subject(before)
        if before.text == ",":
            return _beside(doc, token)
    if _tagged_on(doc, token):
        return _Subject(next(c for c in token.children if c.dep_ == "dobj"), inverted=True)
    if token.tag_ == "VBG" or token.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
        return _shared_subject(token)
    objects = [c for c in token.children if c.dep_ in ("dobj", "attr") and c.i > token.i]
    if objects and _clause_before(token) and (informs(objects[0]) or objects[0].text[0].isupper()):
        return _Subject(objects[0], inverted=True)
    return _beside(doc, token)


def _tagged_on(doc: Doc, token: Token) -> bool:
    """Whether the verb and who spoke it stand behind a comma: "…, informed the spokesman"."""
    objects = [c for c in token.children if c.dep_ == "dobj"]
    if token.tag_ != "VBD" or doc[token.i - 1].text not in (",", '"') or not objects:
        return False
    return phrase(objects[0])[0] == token.i + 1 and informs(objects[0]) and objects[0].lower_ not in words("documents")


def _own_subject(doc: Doc, token: Token, own: list[Token]) -> _Subject | None:
    left = [c for c in own if c.i < token.i]
    right = [c for c in own if c.i > token.i]
    if not left and forms("say").get(token.lower_) == "tell":
        return _beside(doc, token)
    head = left[-1] if left and (not right or informs(left[-1])) else right[0]
    if head.lower_ == "they":
        places = [p for p in _objects_of(token, ("in", "at")) if p.i < head.i and p.lower_ in words("bodies")]
        head = places[0] if places else head
    if head.lower_ in ("that", "which", "who") and token.dep_ == "relcl":
        return _Subject(token.head)
    return _Subject(head, inverted=head.i > token.i)


def _source_like(token: Token) -> bool:
    return informs(token) or token.lower_ in words("documents")


def _shared_subject(token: Token) -> _Subject | None:
    """The subject of the verb that this one hangs on: "The army said …, adding that", "confirmed it and said"."""
    head = token.head
    if token.dep_ == "xcomp" and head.lower_ == "able":
        head = head.head
    elif token.dep_ == "xcomp" and token.tag_ == "VB" and head.pos_ != "VERB":
        return None
    for _ in range(3):
        subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
        told_by = _told_by(head)
        nobody = subjects and (not informs(subjects[0]) or any(c.lower_ in ("any", "no") for c in subjects[0].lefts))
        if nobody and told_by is not None and token.tag_ != "VBG":
            head = told_by
            continue
        if subjects:
            speaks = token.tag_ != "VBG" or head.lower_ in forms("say") or informs(subjects[0])
            return _Subject(subjects[0]) if speaks else None
        if head.head == head or head.pos_ not in ("VERB", "AUX", "ADP"):
            break
        head = head.head
    return None


def _mistagged(doc: Doc, token: Token) -> _Subject | None:
    """A verb that the model took for a noun: "the army claims that", "…, Xinhua reports", "Kyiv confirms loss of"."""
    if token.i == 0 or token.lower_ not in forms("say") or not token.lower_.endswith("s"):
        return None
    before = doc[token.i - 1]
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before.pos_ in ("DET", "ADP") or not (informs(before) or before.lower_ in words("speakers")):
        return None
    if after is None or after.lower_ == "that":
        return _Subject(before)
    if before.pos_ != "PROPN":
        return None
    headline = token.dep_ == "ROOT" and before.head == token and after.pos_ != "PUNCT"
    return _Subject(before) if headline or after.text in (".", '"') else None


def _beside(doc: Doc, token: Token) -> _Subject | None:
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
        return _Subject(doc[i])
    nominal = i >= 0 and not scene and doc[i].pos_ in ("NOUN", "PROPN", "PRON")
    if nominal and (informs(doc[i]) or doc[i].text[0].isupper()):
        return _Subject(before)
    head = name_from(doc, token.i + 1) if token.lower_ != "told" else None
    if head is not None and (informs(head) or head.text[0].isupper()):
        return _Subject(head, inverted=True)
    return None


def _closed_by_speaker(doc: Doc, token: Token) -> bool:
    """Whether who spoke stands behind the verb, and the sentence ends there: "killed in Kolda said a commander"."""
    head = name_from(doc, token.i + 1)
    return head is not None and informs(head) and _TAIL.match(doc.text[characters(doc, phrase(head)).end :]) is not None


def _head_of(last: Token) -> Token:
    """The head of the name whose last word this is: "the Minister of State for Emergencies"."""
    while last.dep_ == "pobj" and last.head.lower_ in ("of", "for") and last.head.head.pos_ in ("NOUN", "PROPN"):
        last = last.head.head
    return last


def _vouches(token: Token, speaker: Token, made: Token) -> bool:
    """Whether this subject of this verb is a source."""
    low = token.lower_
    if any(c.lower_ in ("any", "no") for c in speaker.lefts):
        return False
    of_some = any(c.lower_ == "of" for c in speaker.rights)
    if (
        (speaker.lower_ in said("nobody") and not of_some)
        or not made.text[0].isalpha()
        or (made == speaker and happens(speaker))
    ):
        return False
    if speaker.lower_ == "it" and any(c.dep_ == "expl" for c in token.children):
        return False
    document = speaker.lower_ in words("documents")
    if _is_publisher(speaker) or _is_doing(token, speaker, made):
        return False
    if low in forms("say"):
        verb = forms("say")[low]
        if verb == "claim" and _objects(token) & said("lives"):
            return False
        if verb == "admit" and _objects(token) & said("taken_in"):
            return False
        if verb in said("holds"):
            return informs(speaker) and (speaker.pos_ != "PRON" or speaker.lower_ == "it")
        return verb not in said("loose") or informs(speaker)
    if low in forms("of"):
        return speaker.lower_ != "it"
    if low in forms("set"):
        about = [*token.subtree, token.head] if token.dep_ == "relcl" else list(token.subtree)
        tolls = _objects(token) & words("documents") or any(t.lower_ in said("losses") for t in about)
        if informs(speaker) and bool(tolls) and any(t.lower_ in ("at", "to", "as", "in") for t in token.subtree):
            return True
        put_at = any(p.like_num for p in _objects_of(token, ("at",)))
        return put_at and (informs(speaker) or made != speaker or token.dep_ == "relcl")
    if low in forms("record"):
        if speaker.dep_ == "pobj" and speaker.head.lower_ in ("in", "at", "near"):
            return False
        known = document or speaker.lower_ in words("speakers") or speaker.lower_ in ("it", "they")
        return known or made != speaker or speaker.pos_ == "PROPN"
    if low in forms("show"):
        return document or (informs(speaker) and (_has_clause(token) or bool(_objects(token) & words("documents"))))
    return informs(speaker)


def _has_clause(verb: Token) -> bool:
    """Whether a statement follows it: "found that nine had died", not "found nine dead"."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    return any(c.tag_ in ("VBD", "VBZ", "VBP") or any(t.dep_ in ("aux", "mark") for t in c.children) for c in clauses)


def _is_publisher(speaker: Token) -> bool:
    """Whether it is the writer or the paper itself: "this reporter counted"."""
    return speaker.lower_ in words("own") and any(c.lower_ == "this" for c in speaker.lefts)


def _is_doing(verb: Token, speaker: Token, made: Token) -> bool:
    """Whether the verb tells, inside somebody else's statement, what its subject did and not what it told.

    "An official said the hospital had registered 44 deaths", "the charity said its surgeons expected 100 patients".
    """
    low = verb.lower_
    recorded = low in forms("record") and made == speaker
    held = forms("say").get(low) in said("holds") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in speaker.lefts)
    return (recorded or held) and _told_by(verb) is not None


def _told_by(verb: Token) -> Token | None:
    """The verb of saying in whose statement this one stands."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lower_ in forms("say"):
        return verb.head
    return None


def _objects(token: Token) -> frozenset[str]:
    return frozenset(x.lower_ for c in token.children if c.dep_ == "dobj" for x in (c, *c.conjuncts))


_TAIL = re.compile(
    r"[\s,]*(?:(?:on|late on|early on|earlier|late|later|yesterday|today|tonight|last|this"
    r"|in (?:a|an|his|her|its|their|the|comments|remarks)|at a|during|to|by|via|through|over|from"
    r"|mon|tues|wednes|thurs|fri|satur|sun)\w*\b[^,.;:\"]*)?(?:$|[.,;!?\"'\u2013])",
    re.I,
)


def _governs(doc: Doc, token: Token, subject: _Subject) -> bool:
    """Whether the statement follows the verb; else it stands before the verb, or around it."""
    speaker = subject.head
    after = doc.text[max(token.idx + len(token), speaker.idx + len(speaker) if subject.inverted else 0) :]
    clauses = [c for c in token.children if c.i > token.i and c.dep_ in _CLAUSES and c.tag_ != "VBG"]
    if token.dep_ in ("parataxis", "intj") and token.head != token and not clauses:
        return False
    if subject.inverted and not re.match(r"[^.\"]{0,200}(?::|\bthat\b)", after):
        return False
    if token.tag_ == "VBG" or token.dep_ in ("relcl", "acl"):
        return not _ended(after)
    if _clause_before(token):
        return re.match(r"\s+(?:[a-z]+ ){0,2}\d[\d,.]*$", after.rstrip(" .")) is not None
    if clauses:
        return True
    if forms("say").get(token.lower_) == "tell" and not re.search(r"\bthat\b|[:\"]", after[:60]):
        return False
    start = doc[phrase(speaker)[0]].idx
    return not (_TAIL.match(after) and before_in_clause(doc.text[:start]))


def _ended(after: str) -> bool:
    return not after.strip(" .,;!?\"'")


def _quoted_by(speaker: Token) -> tuple[Span, ...]:
    """The medium in "officials quoted by X said"."""
    quoting = [c for c in speaker.children if c.dep_ in ("acl", "relcl") and c.lower_ in forms("quote")]
    return tuple(named(agent) for c in quoting for agent in _objects_of(c, ("by",)))


_INTERVIEW = re.compile(r"[^.\"]{0,60}\b(?:interview|remarks|comments|statement)s? (?:with|to) ")


def _addressee(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium that was told."""
    if forms("say").get(token.lower_) == "tell":
        heads = [c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    else:
        heads = [p for p in _objects_of(token, ("to",)) if p.i > token.i]
        m = _INTERVIEW.match(doc.text[token.idx :])
        at = doc.char_span(token.idx, token.idx + m.end() - 1, alignment_mode="expand") if m else None
        told = name_from(doc, at.end) if at is not None else None
        heads += [told] if told is not None else []
    for head in heads[:1]:
        name = characters(doc, phrase(head))
        if head.lower_ not in words("audiences") and is_outlet(doc.text[name.start : name.end]):
            return (name,)
    return ()


def _passed_on(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium whose video or post it was: "said in a video shared by X"."""
    for t in doc[token.i : token.i + 14]:
        if t.lower_ in said("passed_on") and t.tag_ == "VBN":
            return tuple(characters(doc, phrase(p)) for p in _objects_of(t, ("by",)) if p.pos_ == "PROPN")
    return ()
