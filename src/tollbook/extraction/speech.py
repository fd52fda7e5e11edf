"""Who speaks in one sentence, and how far their words reach in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.article import Article
from tollbook.extraction.sourcenames import informs, is_outlet, owned_by, owner, phrase, words
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that hand a statement to a speaker: their names, the place of the words, and the words' reach.

    ``relays`` are those who pass the statement on, inside out; ``governs`` tells that the reach lies behind the words only.
    ``inner``: the words were taken from this source by whoever else speaks ("citing …").
    ``clause``: the clause before the words that the parse hangs on them.
    """

    rule: str
    speaker: Span
    trigger: Span
    reach: Span
    governs: bool
    relays: tuple[Span, ...] = ()
    inner: bool = False
    clause: Span | None = None


@cache
def _forms(name: str) -> dict[str, str]:
    return {form: verb for verb, forms in table("speech")[name].items() for form in forms}


@cache
def speaks() -> re.Pattern[str]:
    """What a sentence that may name a speaker has in it: a cheap test before any parse."""
    forms = sorted({f for name in ("say", "record", "show", "quote", "set") for f in _forms(name)})
    phrases = [*table("speech")["phrases"]["before"], *table("speech")["nouns"]["forms"], *_forms("of")]
    return re.compile(r"\b(?:per|" + "|".join([*forms, *map(re.escape, phrases)]) + r")\b|:\s*$", re.I)


def cues(article: Article, index: int) -> tuple[Cue, ...]:
    """The cues of sentence ``index``, in the order of their places."""
    sentence = article.sentences[index]
    text = article.text(index)
    if not speaks().search(text) and sentence.role not in ("title", "heading") and ":" not in text:
        return ()
    found = list(_labels(text, sentence.role in ("title", "heading")))
    if speaks().search(text):
        doc = article.doc(index)
        found += _parsed(doc)
    found.sort(key=lambda c: (c.trigger.start, c.speaker.start))
    found = _bounded(text, _unique(found))
    return tuple(_moved(c, sentence.start) for c in found)


def _moved(cue: Cue, by: int) -> Cue:
    def move(s: Span) -> Span:
        return Span(s.start + by, s.end + by)

    return replace(cue, speaker=move(cue.speaker), trigger=move(cue.trigger), reach=move(cue.reach), relays=tuple(map(move, cue.relays)), clause=move(cue.clause) if cue.clause else None)


def _unique(found: list[Cue]) -> list[Cue]:
    seen: dict[tuple[int, int], Cue] = {}
    for cue in found:
        seen.setdefault((cue.trigger.start, cue.trigger.end), cue)
    return list(seen.values())


def _parsed(doc: Doc) -> Iterator[Cue]:
    for token in doc:
        low = token.lower_
        if low == "per":
            yield from _preposition(doc, token.i, token.i + 1)
        if low in _forms("quote") and token.tag_ == "VBG":
            yield from _citing(doc, token)
        elif low in _forms("say") or low in _forms("record") or low in _forms("show") or low in _forms("quote") or low in _forms("set") or (low in _forms("of") and any(c.lower_ == "of" for c in token.children)):
            yield from _verb(doc, token)
    for m in _before_name().finditer(doc.text):
        first = doc.char_span(m.start(), m.end(), alignment_mode="expand")
        if first is not None and first.end < len(doc):
            yield from _preposition(doc, first.start, first.end)
    yield from _inside(doc)
    yield from _counts(doc)


def _span(doc: Doc, tokens: tuple[int, int]) -> Span:
    first, end = tokens
    return Span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))


def _word(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _name(head: Token) -> Span:
    return _span(head.doc, phrase(owned_by(head)))


_RATE = frozenset(table("speech")["phrases"]["rates"])


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("speech")["phrases"]["before"])) + r")(?=\s)", re.I)


def _preposition(doc: Doc, at: int, first: int) -> Iterator[Cue]:
    """"according to X", "per X": words at token ``at``, the name from token ``first`` on."""
    head = _object(doc, first) if first < len(doc) else None
    if head is None or (head.lower_ in words("never") and not head.text[0].isupper()):
        return
    if doc[at].lower_ == "per" and ({head.lower_, doc[first].lower_} & _RATE or not (informs(head) or head.text[0].isupper())):
        return
    before = _bare(doc.text[: doc[at].idx])
    yield Cue("according to", _name(head), Span(doc[at].idx, doc[first].idx), Span(0, len(doc.text)), not before, _handed(head))


def _bare(text: str) -> str:
    """What stands before a phrase in its clause, without opening words that do not make it an afterthought."""
    clause = re.split(r"[,;]\s+(?:and|but|while|whereas|although|though)\s|;\s", text)[-1]
    clause = re.sub(r"^(?:and|but|while|whereas|although|though|meanwhile|however|also|in addition|in turn|separately|as of \w+|earlier|later|still|now|so far)\b[\s,]*", "", clause.strip(), flags=re.I)
    return clause.strip(" ,\"'(-\u2013")


def _object(doc: Doc, first: int) -> Token | None:
    """The head of the name that begins at token ``first``."""
    token = doc[first]
    straight = [c for c in doc[first - 1].children if c.dep_ == "pobj" and c.i >= first] if first else []
    if straight:
        return straight[0]
    for candidate in (token, *token.ancestors):
        if candidate.i < first:
            break
        if candidate.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X") and candidate.dep_ not in ("compound", "amod", "poss", "det", "nummod", "case", "nmod", "punct", "npadvmod"):
            return candidate
    for candidate in doc[first : first + 8]:
        if candidate.pos_ in ("NOUN", "PROPN", "PRON") and candidate.dep_ not in ("compound", "poss", "amod"):
            return candidate
    return None


def _handed(head: Token) -> tuple[Span, ...]:
    """Who received what somebody else handed over: "information given to X by Y"."""
    if owned_by(head) is head:
        return ()
    for child in head.children:
        if child.dep_ == "acl":
            for prep in child.children:
                if prep.lower_ == "to":
                    return tuple(_span(head.doc, phrase(t)) for t in prep.children if t.dep_ == "pobj")
    return ()


def _citing(doc: Doc, token: Token) -> Iterator[Cue]:
    """"citing X", "quoting X"."""
    objects = [t for t in token.children if t.dep_ in ("dobj", "obj", "pobj")]
    if not objects:
        following = _object(doc, token.i + 1) if token.i + 1 < len(doc) else None
        objects = [following] if following is not None else []
    for head in objects[:1]:
        if informs(owned_by(head)) or head.text[0].isupper():
            yield Cue("citing", _name(head), _word(token), Span(0, len(doc.text)), False, inner=True)


def _verb(doc: Doc, token: Token) -> Iterator[Cue]:
    low = token.lower_
    if _unsaid(token):
        return
    if token.tag_ in ("VBD", "VBN") and token.dep_ in ("acl", "conj", "advcl") and low in ("said", "confirmed", "announced", "reported", "added") and not list(token.lefts):
        subject = _beside(doc, token) if token.dep_ == "acl" and low == "said" and not informs(token.head) else None
        if subject is not None and subject[2]:
            name = _name(subject[0])
            yield Cue("inverted", name, Span(token.idx, name.end), Span(0, len(doc.text)), False, _addressee(doc, token))
            return
    noun_said = token.dep_ == "acl" and low in ("told", "said") and token.i == token.head.i + 1 and token.head.lower_ in words("speakers")
    if noun_said:
        governs = re.match(r"[^.]{0,40}\bthat\b", doc.text[token.idx :]) is not None
        yield Cue("said X", _name(token.head), _word(token), Span(0, len(doc.text)), governs, _addressee(doc, token))
        return
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children) or (token.dep_ in ("acl", "amod") and token.tag_ == "VBN") or any(c.dep_ == "agent" for c in token.children):
        yield from _passive(doc, token)
        return
    if token.pos_ in ("ADJ", "ADV", "DET"):
        return
    as_verb = token.pos_ in ("VERB", "AUX") or any(c.dep_ == "nsubj" for c in token.children)
    subject = _subject(doc, token) if as_verb else _mistagged(doc, token)
    if subject is None:
        return
    speaker, relay, inverted = subject
    made = owned_by(speaker)
    if not _vouches(low, token, speaker, made):
        return
    words_of = phrase(made)
    if made.head is token and not as_verb:
        words_of = min([words_of[0], *(c.i for c in token.lefts if c.dep_ in ("det", "poss", "amod", "compound"))]), made.i + 1
    name = _person(doc.text, _span(doc, words_of), made)
    governs = _governs(doc, token, speaker, inverted)
    rule = "inverted" if inverted else ("says" if governs else "said X")
    outer = tuple(_span(doc, phrase(r)) for r in relay) + _quoted_by(speaker) + _addressee(doc, token) + _passed_on(doc, token)
    end = max(token.idx + len(token), name.end if inverted else 0)
    reach = Span(0, len(doc.text))
    if token.dep_ == "relcl" and speaker is not token.head and not any(c.lower_ in ("who", "which", "that", "where", "when", "whom") for c in token.children):
        if speaker.pos_ == "PRON" and not _ended(doc.text[token.idx + len(token) :]):
            rule, governs, reach = "X it said was", False, Span(token.head.left_edge.idx, token.head.right_edge.idx + len(token.head.right_edge))
        else:
            rule, governs = "said X", False
    if inverted and not governs:
        described = speaker.right_edge
        if described.i > phrase(speaker)[1]:
            reach = Span(0, name.end) if described.i >= len(doc) - 2 else reach
    if governs:
        reach = Span(0, min(_stop(doc, token), _subordinate(doc, token)))
    clause = None
    for c in token.children:
        if c.dep_ in ("ccomp", "parataxis") and c.i < token.i and not governs:
            clause = Span(c.left_edge.idx, c.right_edge.idx + len(c.right_edge))
    yield Cue(rule, name, Span(token.idx, end), reach, governs, outer, clause=clause)


def _stop(doc: Doc, token: Token) -> int:
    """Where the reach of a verb with a bare object ends: before a clause about something else than that object."""
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i > token.i]
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
    end = len(doc.text)
    if token.lower_ in _forms("show") and (cut := doc.text.find(";", token.idx)) > 0:
        end = cut
    if len(objects) != 1 or clauses:
        return end
    for t in objects[0].subtree:
        if t.dep_ == "relcl" and t.head is not objects[0] and t.head.i > objects[0].i and any(c.lower_ in ("that", "which", "who") for c in t.lefts):
            return min(end, int(t.left_edge.idx))
    return end


def _subordinate(doc: Doc, token: Token) -> int:
    """Where a clause like "while the army says …," ends, when the main clause follows it."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in table("speech")["boundaries"]["marks"] for c in token.lefts)
    if token.dep_ == "advcl" and marked and token.head.i > token.i:
        edge = token.right_edge
        return int(edge.idx) + len(edge)
    return len(doc.text)


_PARTICLES = "al|el|bin|ibn|abu|von|van|der|den|de|da|del|di|la|du"
_APPOSED = re.compile(
    rf",\s+((?:[A-Z][\w.'-]*|al-\w+)(?:\s+(?:[A-Z][\w.'-]*|{_PARTICLES}))*)(?:\s*\([^)]*\))?(?=\s*,|\s+(?:has |have |had )?(?:said|says|told|added)\b)"
)


def _person(text: str, name: Span, head: Token) -> Span:
    """The personal name that stands in apposition to an office: "the mayor of Izmir, Tunc Soyer, said"."""
    if head.pos_ != "NOUN" or head.lower_ not in words("offices"):
        return name
    m = _APPOSED.match(text, name.end)
    return Span(m.start(1), m.end(1)) if m and m.group(1).lower() not in words("outlets") else name


def _unsaid(token: Token) -> bool:
    """Whether the verb was not spoken: "did not say", "declined to say", "to say the least"."""
    if any(c.dep_ == "neg" for c in token.children) and token.lemma_ in ("say", "tell", "confirm", "reveal", "disclose", "specify", "give", "mention", "comment"):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    return infinitive and token.head.lemma_.lower() in table("speech")["phrases"]["refuses"]


def _passive(doc: Doc, token: Token) -> Iterator[Cue]:
    """"was claimed by X"; "X is quoted (by Y) as saying"."""
    agents = [p for c in token.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for p in c.children if p.dep_ == "pobj"]
    if not agents and token.lower_ in _forms("say"):
        where = [p for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "on") for p in c.children if p.dep_ == "pobj"]
        agents = [made for p in where if (made := owned_by(p)) is not p or is_outlet(p.text)]
    saying = [s for c in token.children if c.lower_ == "as" for s in c.children if s.lower_ in ("saying", "telling", "stating", "claiming", "reporting")]
    subjects = [c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")]
    if saying and subjects:
        relays = tuple(_name(a) for a in agents[:1])
        governs = not _ended(doc.text[saying[0].idx + len(saying[0]) :])
        yield Cue("quoted as saying", _name(subjects[0]), _word(token), Span(0, len(doc.text)), governs, relays)
        return
    if not saying and token.lower_ in ("quoted", "cited") and subjects and not agents and subjects[0].pos_ in ("PRON", "PROPN"):
        return
    for agent in agents[:1]:
        if agent.lower_ in words("never") or agent.lemma_.lower() in words("never") or agent.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.lower_ not in _forms("say") and not informs(agent):
            continue
        if any(t.lower_ in ("life", "lives") for t in token.children):
            continue
        as_quoted = any(c.lower_ == "as" for c in token.children) or (token.i > 0 and doc[token.i - 1].lower_ == "as")
        if token.dep_ in ("acl", "amod") and not as_quoted and token.head.lower_ in words("owned"):
            continue
        reach = Span(0, len(doc.text))
        if token.dep_ in ("acl", "amod") and not as_quoted:
            noun = token.head
            reach = Span(noun.left_edge.idx, token.idx)
        told = _forms("say").get(token.lower_) in ("tell", "inform")
        yield Cue("by X", _name(agent), Span(token.idx, agent.idx), reach, told)


def _subject(doc: Doc, token: Token) -> tuple[Token, tuple[Token, ...], bool] | None:
    """The speaker of the verb, who passes it on, and whether the speaker follows the verb."""
    own = [c for c in token.children if c.dep_ == "nsubj"]
    if own and own[0].i > token.i and token.lower_ in ("told", "tells", "tell"):
        return _beside(doc, token)
    if own:
        left = [c for c in own if c.i < token.i]
        right = [c for c in own if c.i > token.i]
        head = left[-1] if left and (not right or informs(left[-1])) else (right or left)[0]
        if head.lower_ in ("that", "which", "who") and token.dep_ == "relcl":
            return token.head, (), False
        return head, (), head.i > token.i
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and token.head.head.lower_ in _forms("quote"):
        quoter = token.head.head
        said = [c for c in quoter.children if c.dep_ in ("dobj", "obj")]
        by = [c for c in quoter.children if c.dep_ == "nsubj"]
        if said:
            return said[0], tuple(by[:1]), False
        return None
    if token.dep_ in ("acl", "relcl") and token.tag_ == "VBG" and (informs(token.head) or token.head.lower_ in words("documents")):
        return token.head, (), False
    if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ != "relcl" and token.i > 1 and doc[token.i - 1].pos_ in ("PUNCT", "NOUN", "PROPN"):
        beside = _beside(doc, token)
        if beside is not None:
            return beside
    if token.tag_ in ("VBN", "VBD") and token.i > 2 and doc[token.i - 1].lower_ in ("has", "have", "had"):
        before = doc[token.i - 2]
        if informs(before) and before.lower_ not in ("it", "they", "he", "she"):
            return before, (), False
    if token.tag_ == "VBG" or token.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
        head = token.head
        if token.dep_ == "xcomp" and token.tag_ == "VB" and head.pos_ != "VERB":
            return None
        for _ in range(3):
            subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
            if subjects:
                if token.tag_ == "VBG" and head.lower_ not in _forms("say") and not informs(subjects[0]):
                    return None
                return subjects[0], (), False
            if head.head is head or head.pos_ not in ("VERB", "AUX", "ADP"):
                break
            head = head.head
        return None
    objects = [c for c in token.children if c.dep_ in ("dobj", "attr") and c.i > token.i]
    if objects and any(c.dep_ == "ccomp" and c.i < token.i for c in token.children) and (informs(objects[0]) or objects[0].text[0].isupper()):
        return objects[0], (), True
    return _beside(doc, token)


def _mistagged(doc: Doc, token: Token) -> tuple[Token, tuple[Token, ...], bool] | None:
    """A verb that the model took for a noun: "the army claims that …", "…, Xinhua reports", "Kyiv Confirms Loss of …"."""
    if token.i == 0 or token.lower_ not in _forms("say") or not token.lower_.endswith("s"):
        return None
    before = doc[token.i - 1]
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    named = informs(before) or (before.lower_ in words("outlets")) or before.lower_ in words("speakers")
    if not named or before.pos_ in ("DET", "ADP"):
        return None
    headline = token.dep_ == "ROOT" and before.pos_ == "PROPN" and before.head is token and after is not None and after.pos_ != "PUNCT"
    if headline or after is None or after.lower_ == "that" or (after.text in (".", '"') and before.pos_ == "PROPN"):
        return before, (), False
    return None


def _beside(doc: Doc, token: Token) -> tuple[Token, tuple[Token, ...], bool] | None:
    """Where the parse finds no subject: the name straight before or straight after the verb."""
    if token.lower_ not in ("says", "said", "say", "reports", "reported", "announced", "added", "told", "claimed", "confirmed"):
        return None
    i = token.i - 1
    while i >= 0 and (doc[i].pos_ in ("ADV", "AUX") or doc[i].lower_ in ("has", "have", "had", "also")):
        i -= 1
    if i > 1 and doc[i].text == ",":
        opening = next((j for j in range(i - 1, max(0, i - 16), -1) if doc[j].text == ","), 0)
        i = opening - 1 if opening > 0 else i
    if i >= 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON") and (informs(doc[i]) or doc[i].text[0].isupper()):
        return doc[i], (), False
    if token.i + 1 < len(doc) and token.lower_ != "told":
        head = _object(doc, token.i + 1)
        if head is not None and (informs(head) or head.text[0].isupper()):
            return head, (), True
    return None


def _takes_lives(words_after: frozenset[str]) -> bool:
    return bool(words_after & frozenset(table("speech")["lives"]["objects"]))


def _objects(token: Token) -> frozenset[str]:
    """The heads of what the verb has as its direct objects."""
    return frozenset(x.lower_ for c in token.children if c.dep_ in ("dobj", "obj") for x in (c, *c.conjuncts))


def _vouches(low: str, token: Token, speaker: Token, made: Token) -> bool:
    """Whether this subject of this verb is a source."""
    if speaker.lower_ in ("i", "we", "you", "one", "some", "many", "who", "there", "nobody", "everyone"):
        return False
    if not made.text[0].isalpha() or (speaker.lower_ in words("never") and made is speaker) or (speaker.lemma_.lower() in words("never") and speaker.pos_ == "NOUN" and made is speaker):
        return False
    if _forms("say").get(low) == "claim" and _takes_lives(_objects(token)):
        return False
    if speaker.lower_ == "it" and any(c.dep_ == "expl" for c in token.children):
        return False
    document = speaker.lower_ in words("documents")
    if low in _forms("of"):
        return speaker.pos_ != "PRON"
    if low in _forms("say"):
        if _forms("say")[low] in ("continue", "suggest", "indicate", "describe", "project", "mention", "count"):
            return informs(speaker)
        if _forms("say")[low] in ("fear", "think", "believe", "expect"):
            return informs(speaker) and speaker.pos_ != "PRON"
        return True
    if low in _forms("set"):
        tolls = _objects(token) & words("documents") or any(x.lower_ in ("losses", "casualties", "deaths") for x in token.subtree)
        return informs(speaker) and bool(tolls) and any(c.lower_ in ("at", "to", "as") for c in token.subtree)
    if low in _forms("record"):
        return document or speaker.lower_ in words("speakers") or speaker.lower_ in ("it", "they") or made is not speaker or speaker.pos_ == "PROPN"
    if low in _forms("show"):
        return document or (informs(speaker) and any(c.dep_ == "dobj" and c.lower_ in words("documents") for c in token.children))
    return low in _forms("quote") and informs(speaker)


_TAIL = re.compile(
    r"^[\s,]*(?:(?:on|late on|early on|earlier|late|later|yesterday|today|tonight|last|this|in (?:a|an|his|her|its|their|the|comments|remarks)|at a|during|to|by|via|through|over|from|"
    r"mon|tues|wednes|thurs|fri|satur|sun)\w*\b[^,.;:\"]*)?(?:$|[.,;!?\"'\u2013])",
    re.I,
)


def _governs(doc: Doc, token: Token, speaker: Token, inverted: bool) -> bool:
    """Whether the statement follows the verb; else it stands before the verb, or around it."""
    left = [c for c in token.children if c.dep_ in ("ccomp", "parataxis") and c.i < token.i]
    right = [c for c in token.children if c.i > token.i and c.dep_ in ("ccomp", "xcomp", "pcomp", "dobj", "oprd") and not (inverted and c.i == speaker.i)]
    clauses = [c for c in right if c.dep_ in ("ccomp", "xcomp", "pcomp") and c.tag_ != "VBG"]
    if token.dep_ in ("parataxis", "intj") and token.head is not token and not clauses:
        return False
    after = doc.text[max(token.idx + len(token), speaker.idx + len(speaker) if inverted else 0) :]
    if inverted and not re.match(r"[^.\"]{0,200}(?::|\bthat\b)", after):
        return False
    if token.tag_ == "VBG" or token.dep_ in ("relcl", "acl"):
        return not _ended(after)
    if left and not clauses:
        return False
    if token.lower_ in ("told", "tells", "tell") and not clauses and not re.search(r"\bthat\b|[:\"]", after[:60]):
        return False
    if clauses:
        return True
    if left:
        return False
    return not (_TAIL.match(after) and _bare(doc.text[: _first(speaker)]))


def _ended(after: str) -> bool:
    return not after.strip(" .,;!?\"'")


def _first(speaker: Token) -> int:
    return speaker.doc[phrase(speaker)[0]].idx


def _quoted_by(speaker: Token) -> tuple[Span, ...]:
    """The medium in "officials quoted by X said"."""
    return tuple(
        _name(agent)
        for c in speaker.children
        if c.dep_ in ("acl", "relcl") and c.lower_ in _forms("quote")
        for by in c.children
        if by.lower_ == "by"
        for agent in by.children
        if agent.dep_ == "pobj"
    )


_INTERVIEW = re.compile(r"^[^.\"]{0,60}\b(?:interview|remarks|comments|statement)s? (?:with|to) ")


def _addressee(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium that was told."""
    if token.lower_ in ("told", "tells", "telling", "tell"):
        heads = [c for c in token.children if c.dep_ in ("dobj", "dative", "obj", "iobj") and c.i > token.i]
    else:
        heads = [p for c in token.children if c.lower_ == "to" and c.i > token.i for p in c.children if p.dep_ == "pobj"]
        m = _INTERVIEW.match(doc.text[token.idx :])
        at = doc.char_span(token.idx, token.idx + m.end() - 1, alignment_mode="expand") if m else None
        told = _object(doc, at.end) if at is not None and at.end < len(doc) else None
        heads += [told] if told is not None else []
    for head in heads[:1]:
        name = _span(doc, phrase(head))
        if head.lower_ not in table("sourcenouns")["audiences"] and is_outlet(doc.text[name.start : name.end]):
            return (name,)
    return ()


def _passed_on(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium whose video or post it was: "said in a video shared by X"."""
    for word in doc[token.i : token.i + 14]:
        if word.lower_ in table("speech")["phrases"]["passed_on"] and word.tag_ == "VBN":
            for agent in word.children:
                if agent.lower_ in ("by", "on"):
                    return tuple(_span(doc, phrase(p)) for p in agent.children if p.dep_ == "pobj" and p.pos_ == "PROPN" and agent.lower_ == "by")
    return ()


def _inside(doc: Doc) -> Iterator[Cue]:
    """"In a report by X, …": a document with its maker, at the head of the sentence."""
    for token in doc[:2]:
        if token.lower_ == "in" and token.dep_ == "prep":
            for head in token.children:
                made = owned_by(head)
                if head.dep_ == "pobj" and made is not head and informs(made):
                    yield Cue("in X's report", _span(doc, phrase(made)), _word(token), Span(0, len(doc.text)), True)


def _counts(doc: Doc) -> Iterator[Cue]:
    """"by the ministry's count", "the UN's estimate of", "the rebels' claim that", "reports of": a noun of saying or counting."""
    nouns = frozenset(table("speech")["nouns"]["forms"])
    for token in doc:
        if token.lower_ not in nouns or token.pos_ not in ("NOUN", "PROPN"):
            continue
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        named = [c for c in token.lefts if c.dep_ in ("poss", "compound", "amod", "nmod") and c.pos_ != "PRON" and (c.dep_ == "poss" or informs(c) or c.ent_type_ == "NORP" or c.lower_ == "official")]
        maker = named[0] if named and named[0].dep_ == "poss" else owner(token) if after in ("by", "from") else None
        name = _span(doc, phrase(maker)) if maker is not None else _span(doc, (phrase(token)[0], token.i + 1))
        if token.dep_ == "pobj" and token.head.lower_ in ("by", "on") and (named or maker is not None):
            yield Cue("by X's count", name, _word(token), Span(0, len(doc.text)), False)
        elif (named or maker is not None or token.lower_ == "reports") and (after in ("of", "that", "to") or maker is not None and any(c.dep_ in ("acl", "relcl") for c in token.children)):
            yield Cue("X's claim", name, _word(token), Span(0, token.right_edge.idx + len(token.right_edge)), True)


_NAME = r"(?:[\w.'&/-]+ ){0,6}[\w.'&/-]+"
_BEFORE_COLON = re.compile(rf"^({_NAME}): (?=\S)")
_AFTER_DASH = re.compile(rf"(?:\s[-\u2013]\s?|: )({_NAME})[.]?$")
_CAPITALS = re.compile(r"^(?:[\d-]+ )?(?:[a-z]+: )?((?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*) ([A-Z][a-z]+s) (?=[A-Z])(?!Lives|Victims)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")


@cache
def _bare_labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    label = "(" + "|".join(w.capitalize() for w in table("sourcenouns")["labels"]) + ")"
    return re.compile(rf"^{label} (?=\d|at least |dozens |hundreds |scores )"), re.compile(rf"(?<=[a-z\d] ){label}$|(?<=[A-Z][a-z] ){label}$")


def _labels(text: str, headline: bool) -> Iterator[Cue]:
    """"Officials: 20 dead", "20 dead \u2013 UN"; where a page lost its punctuation, "20 dead in east Officials"."""
    m = _BEFORE_COLON.match(text)
    if m and (_labelled(m.group(1)) or (text[m.end()] in "\"'" and m.group(1).istitle())):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.end(1), m.end(1) + 1), Span(0, len(text)), True)
    m = _CAPITALS.match(text)
    if m and m.group(2).lower() in _forms("say") and not ({w.lower() for w in m.group(1).split()} & words("never")):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.start(2), m.end(2)), Span(0, len(text)), True)
        return
    if not headline:
        return
    first, last = _bare_labels()
    m = _AFTER_DASH.search(text)
    if m and (_labelled(m.group(1)) or _ACRONYM.fullmatch(m.group(1))):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.start(), m.start(1)), Span(0, len(text)), False)
        return
    lower = sum(w[0].islower() for w in text.split())
    m = (first.search(text) or last.search(text)) if lower * 2 >= len(text.split()) - 2 else None
    if m:
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.start(1), m.end(1)), Span(0, len(text)), m.start(1) == 0)


def _labelled(name: str) -> bool:
    low = name.lower()
    if speaks().search(name):
        return False
    return low.split()[-1].removesuffix("'s") in words("speakers") or low in words("outlets") or low in words("acronyms")


_OPINION = re.compile(
    r",\s+(?:which|who)\s+(?:is|are|was|were|has|have)(?:\s+been)?(?:\s+\w+ly)?\s+(?:thought|believed|estimated|feared|assumed)\s+to\b"
)
"""A relative clause in which nobody in particular thinks so: the writer's own."""


def _bounded(text: str, found: list[Cue]) -> list[Cue]:
    """Each cue with its reach: the clause it governs or follows, up to a clause that has a speaker of its own."""
    edges = [0, *(m.end() for m in re.finditer(r"(?:[,\u2013]\"?\s+(?:" + "|".join(table("speech")["boundaries"]["words"]) + r")\s|;\s)", text)), len(text)]
    out = []
    for cue in found:
        start, end = cue.reach.start, cue.reach.end
        outlet = not cue.governs and is_outlet(text[cue.speaker.start : cue.speaker.end])
        for other in found:
            if other is cue or other.inner or cue.inner or other.speaker == cue.speaker:
                continue
            cut = [e for e in edges[1:-1] if min(cue.trigger.start, other.trigger.start) < e <= max(cue.trigger.start, other.trigger.start)]
            if not cut or (not other.governs and is_outlet(text[other.speaker.start : other.speaker.end])):
                continue
            if other.trigger.start > cue.trigger.start:
                end = min(end, cut[-1])
            elif not outlet:
                start = max(start, cut[0] if other.governs is False else cut[-1])
        if cue.governs:
            start = max(start, cue.trigger.start)
            thought = _OPINION.search(text, cue.trigger.end, end)
            end = thought.start() if thought else end
        out.append(replace(cue, reach=Span(start, end)))
    return out
