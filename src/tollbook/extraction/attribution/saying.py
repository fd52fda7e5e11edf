"""Verbs of saying with their subjects: who speaks, and whether the statement follows the verb or stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import Cue, characters, forms, happens, named, said, whole, word
from tollbook.extraction.attribution.misread import closing_noun, run_on
from tollbook.extraction.attribution.reach import clause_end, object_end, statement_follows
from tollbook.extraction.attribution.relays import addressee, passed_on, quoted_by
from tollbook.extraction.attribution.sourcenames import informs, is_outlet, owned_by, phrase, words
from tollbook.extraction.attribution.subjects import Subject, mistagged, subject_of
from tollbook.extraction.attribution.verbs import clause_before, ended, objects_of
from tollbook.extraction.attribution.vouching import vouches

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_RELATIVES = frozenset({"who", "which", "that", "where", "when", "whom"})


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
            misread = closing_noun(doc, token) or run_on(doc, token)
            yield from misread or (_passive(doc, token) if _is_passive(token) else _active(doc, token))


def _gerund(token: Token) -> bool:
    """Whether it is a noun with an owner: "by our reckoning"."""
    return token.tag_ == "VBG" and any(c.tag_ == "PRP$" and c.i == token.i - 1 for c in token.doc[: token.i])


def _holding(verb: Token) -> Iterator[Cue]:
    """What somebody has: "a list of 49 names", "a different figure: 12"; before a list, "AP has more:"."""
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


def _passive(doc: Doc, token: Token) -> Iterator[Cue]:
    """A passive with its agent: "was claimed by X"; "X is quoted (by Y) as saying"."""
    agents = objects_of(token, ("by",))
    if not agents and token.lower_ in forms("say"):
        agents = [owned_by(p) for p in objects_of(token, ("in", "on")) if owned_by(p) != p or is_outlet(p.text)]
    saying = [s for c in token.children if c.lower_ == "as" for s in c.children if s.lower_ in forms("say")]
    subjects = [c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")]
    if saying and subjects:
        governs = not ended(doc.text[saying[0].idx + len(saying[0]) :])
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


def _active(doc: Doc, token: Token) -> Iterator[Cue]:
    """A verb with its subject: "X said", "said X", "X, saying"."""
    if token.pos_ in ("ADJ", "ADV", "DET"):
        return
    as_verb = token.pos_ in ("VERB", "AUX") or any(c.dep_ == "nsubj" for c in token.children)
    subject = subject_of(doc, token) if as_verb else mistagged(doc, token)
    if subject is None:
        return
    speaker, made = subject.head, owned_by(subject.head)
    if not vouches(token, speaker, made):
        return
    tokens = phrase(made)
    if made.head == token and not as_verb:
        lefts = [c.i for c in token.lefts if c.dep_ in ("det", "poss", "amod", "compound")]
        tokens = min([tokens[0], *lefts]), made.i + 1
    name = _own_name(doc.text, characters(doc, tokens), made)
    if forms("say").get(token.lower_) == "deny" and token.dep_ == "relcl":
        return
    rule, governs, reach = _reach(doc, token, subject, name)
    quoter = tuple(characters(doc, phrase(q)) for q in subject.quoter)
    yield Cue(
        rule,
        name,
        Span(token.idx, max(token.idx + len(token), name.end if subject.inverted else 0)),
        reach,
        governs,
        quoter + quoted_by(speaker) + addressee(doc, token) + passed_on(doc, token),
        clause=None if governs else clause_before(token),
    )


def _reach(doc: Doc, token: Token, subject: Subject, name: Span) -> tuple[str, bool, Span]:
    """The rule that a verb with its subject falls under, whether the statement follows it, and how far it reaches."""
    speaker = subject.head
    governs = statement_follows(doc, token, subject)
    rule = "inverted" if subject.inverted else ("says" if governs else "said X")
    reach = whole(doc)
    if token.dep_ == "relcl" and speaker != token.head and not any(c.lower_ in _RELATIVES for c in token.children):
        governs = False
        if speaker.pos_ == "PRON" and not ended(doc.text[token.idx + len(token) :]):
            edge = token.head.right_edge
            rule, reach = "X it said was", Span(token.head.left_edge.idx, edge.idx + len(edge))
        else:
            rule = "said X"
    described = speaker.right_edge.i
    if subject.inverted and not governs and described > phrase(speaker)[1] and described >= len(doc) - 2:
        reach = Span(0, name.end)
    if governs:
        reach = Span(0, min(object_end(doc, token), clause_end(doc, token)))
    return rule, governs, reach


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
