"""Which words of a sentence govern a figure: a walk up the dependency tree that stops where a new clause begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_IN_PHRASE = frozenset({"nummod", "quantmod", "det", "amod", "compound", "nmod", "advmod", "predet", "poss", "conj"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A mention in its parsed sentence.

    ``definite``: the text takes the thing for known ("the 20 hostages"); ``heading``: the sentence is no full sentence
    of the body, but a headline or a list item.
    """

    mention: Mention
    doc: Doc
    start: int
    quantity: Span
    trigger: Token | None
    definite: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a quantity, and the word it was reached from."""

    word: Token
    below: Token

    @property
    def arc(self) -> str:
        """The dependency by which the word below hangs on this one."""
        return str(self.below.dep_)


def setting(article: Article, mention: Mention) -> Setting | None:
    """The mention in its parsed sentence; None where its characters hold no token."""
    sentence = article.sentences[mention.sentence]
    start = sentence.start
    doc = article.doc(mention.sentence)
    quantity = doc.char_span(mention.quantity.start - start, mention.quantity.end - start, alignment_mode="expand")
    if quantity is None:
        return None
    trigger = None
    if mention.trigger is not None:
        words = doc.char_span(mention.trigger.start - start, mention.trigger.end - start, alignment_mode="expand")
        trigger = None if words is None else words.root
    return Setting(mention, doc, start, quantity, trigger, _definite(quantity), sentence.role != "body")


def _definite(quantity: Span) -> bool:
    """Whether the text takes the counted thing for known, and no more: "to free the 20 hostages"."""
    if not quantity.start:
        return False
    before = quantity.doc[quantity.start - 1]
    token = quantity.root
    while token.dep_ in _IN_PHRASE and token.head.i != token.i:
        token = token.head
    known = before.tag_ == "POS" or before.lower_ in table("hedges")["definite"]["words"]
    return known and token.dep_ not in SUBJECTS


def governors(at: Setting) -> Iterator[Governor]:
    """The words above the quantity that may hedge it, nearest first.

    The walk ends at relative clauses, at circumstances ("after …", "as …"), and where the figure only belongs to what
    something is known by ("the death of 12 could …", "the 20 hostages could …", "behind the death of 12"). A joined
    clause with a verb of its own is reached only by what governs both ("they say A and B"), and what the second of two
    joined verbs says only by that verb ("he denied A and claimed B").
    """
    token = counted = at.quantity.root
    in_phrase, own_clause, said = True, False, False
    while token.head.i != token.i:
        arc, head = token.dep_, token.head
        own_clause = (own_clause and arc != "ccomp") or (arc == "conj" and not _shares_auxiliary(token))
        if arc == "conj" and said:
            return
        said = arc == "ccomp"
        if _closed(token, counted) or (arc in SUBJECTS and not _reaches_up(at, token, counted, in_phrase)):
            return
        if not own_clause:
            yield Governor(head, token)
        in_phrase = in_phrase and (arc in _IN_PHRASE or _counts(token))
        if in_phrase and head.pos_ in ("NOUN", "PROPN"):
            counted = head
        token = head


def _closed(token: Token, counted: Token) -> bool:
    """Whether what stands above a word has no say in what stands below it."""
    words = table("hedges")
    arc, head = token.dep_, token.head
    if arc == "relcl":
        return True
    if arc == "advcl":
        return not conditional(token) and not _result(token)
    if arc == "acl":
        return not _carries(head) and token.lemma_ not in words["measuring_verbs"]["words"]
    if arc == "prep" and head.pos_ in ("VERB", "AUX"):
        return token.lower_ in words["closed"]["words"]
    if arc == "pobj" and token != counted and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
        return head.lower_ in words["closed_before_the"]["words"]
    return False


def _counts(token: Token) -> bool:
    """Whether a word is on the way from a thing to the noun that counts it ("a total of 20 people")."""
    preposition = token if token.dep_ == "prep" else token.head
    return preposition.lower_ == "of" and preposition.head.lemma_ in table("hedges")["counting_nouns"]["words"]


def _reaches_up(at: Setting, token: Token, counted: Token, in_phrase: bool) -> bool:
    """Whether the verb of a subject says what happened to the counted, and not something else of them."""
    if not in_phrase or at.trigger is None or not _known_by(at.trigger, counted):
        return in_phrase
    return token.head.lemma_ == "be" or at.trigger.lemma_ in table("hedges")["counting_nouns"]["words"]


def _result(clause: Token) -> bool:
    """Whether a participle after the main verb tells what comes of it ("could hit the coast, killing hundreds")."""
    if clause.tag_ != "VBG" or clause.i < clause.head.i or any(c.dep_ in ("mark", "aux") for c in clause.children):
        return False
    auxiliaries = {c.lower_ for c in clause.head.children if c.dep_ == "aux"}
    return bool(auxiliaries & table("hedges")["modals"].keys()) and "have" not in auxiliaries


def conditional(clause: Token) -> bool:
    """Whether an adverbial clause sets a condition."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children)


def _known_by(trigger: Token | None, counted: Token) -> bool:
    return trigger is not None and (trigger.i == counted.i or counted.is_ancestor(trigger))


def _carries(noun: Token) -> bool:
    words = table("hedges")
    lemma = noun.lemma_.lower()
    return lemma in words["nouns"] or lemma in words["carriers"]["words"]


def _shares_auxiliary(token: Token) -> bool:
    """Whether the second of two joined verbs stands under the auxiliary of the first ("could kill and wound")."""
    if token.pos_ not in ("VERB", "AUX"):
        return True
    if {c.dep_ for c in token.children} & {"aux", "auxpass", "nsubj", "nsubjpass"}:
        return False
    return token.tag_ in ("VB", "VBN", "VBP") or (token.tag_ == "VBD" and token.head.tag_ == "VBN")
