"""How sure a figure is: the hedge, if any, that governs the words of each claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Reason, Source, Stance
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.names import parties
from tollbook.extraction.scope import SUBJECTS, Governor, Setting, conditional, governors, setting
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Verdict = tuple[Stance, tuple[Reason, ...]]

_REPORTED: Verdict = ("reported", ())
_LISTED = re.compile(r"[\d.,]+|,|or|nor|million|thousand|about|some|around", re.IGNORECASE)


def stances(article: Article, mentions: Sequence[Mention], sources: Sequence[tuple[Source, ...]]) -> list[Verdict]:
    """The stance of each mention, in order, with the words that decided it.

    A hedge counts only where it governs the clause of the figure (a walk up the dependency tree), and the nearest one
    wins, save a denial, which wins over all. "The figure includes …" takes over the stance of the sentence before;
    "that number is a rough one" and "the ministry denied the figure" speak of the sentence before.
    """
    found = [_alone(article, m, s) for m, s in zip(mentions, sources, strict=True)]
    at: dict[int, list[int]] = {}
    for i, mention in enumerate(mentions):
        at.setdefault(mention.sentence, []).append(i)
    for sentence in sorted(at):
        _after_but(article, mentions, sources, found, at[sentence])
        for i in at[sentence]:
            told = _told_of(article, mentions[i], mentions, at)
            if told and (found[i][0] == "reported" or told[0] == "denied"):
                found[i] = told
        before = at.get(sentence - 1)
        same_figure = _pattern("follow_up").match(article.text(sentence))
        if before and same_figure:
            start = article.sentences[sentence].start
            reason = Reason("stance", "the figure of the sentence before", start, start + same_figure.end())
            for i in at[sentence]:
                if found[i][0] == "reported" and found[before[-1]][0] != "reported":
                    found[i] = (found[before[-1]][0], (reason,))
    return found


def _after_but(
    article: Article,
    mentions: Sequence[Mention],
    sources: Sequence[tuple[Source, ...]],
    found: list[Verdict],
    inside: Sequence[int],
) -> None:
    """What comes after "but" stands under the hedge of what is put aside: "plans to call up not 300 but 500"."""
    refused = [i for i in inside if _refused(article, mentions[i])]
    for i in inside:
        if refused and i > refused[-1] and found[i][0] == "reported":
            found[i] = _governed(article, mentions[refused[0]], sources[refused[0]])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("hedges")["patterns"][name], re.IGNORECASE)


_BACK = 2
"""How many sentences back a denial may speak of figures."""


def _told_of(
    article: Article, mention: Mention, mentions: Sequence[Mention], at: dict[int, list[int]]
) -> Verdict | None:
    """What the rest of the mention's sentence, or the next ones up to their first figure, say of the figure."""
    own = article.sentences[mention.sentence]
    verdict = _remark(article, mention, mention.quantity.end, own.end, (*_DENIALS, _BESIDE))
    if verdict:
        return verdict
    for k in range(mention.sentence + 1, min(mention.sentence + 1 + _BACK, len(article.sentences))):
        there = article.sentences[k]
        rules = (*_DENIALS, *_DOUBTS) if k == mention.sentence + 1 else _DENIALS
        if k == mention.sentence + 1 or there.paragraph == own.paragraph:
            first = min((mentions[i].quantity.start for i in at.get(k, ())), default=there.end)
            verdict = _remark(article, mention, there.start, first, rules)
        if verdict or k in at:
            return verdict
    return None


_DENIALS: tuple[tuple[str, Stance, str], ...] = (
    ("denies", "denied", "somebody denies it"),
    ("denies_it", "denied", "somebody denies it"),
    ("calls_it_untrue", "denied", "somebody calls it untrue"),
    ("laughs_it_off", "denied", "somebody laughs it off"),
    ("untrue", "denied", "said to be untrue"),
    ("denies_harm", "denied", "somebody denies that there was any"),
)
_BESIDE: tuple[str, Stance, str] = ("denied_of", "denied", "somebody denies it")
_DOUBTS: tuple[tuple[str, Stance, str], ...] = (("unsure", "estimated", "called rough in the next sentence"),)


def _remark(
    article: Article, mention: Mention, start: int, end: int, rules: tuple[tuple[str, Stance, str], ...]
) -> Verdict | None:
    for name, stance, rule in rules:
        if name == "denies_harm" and mention.measure not in table("hedges")["harms"]["measures"]:
            continue
        match = _pattern(name).search(article.plain[start:end])
        if match:
            return stance, (Reason("stance", rule, start + match.start(), start + match.end()),)
    return None


def _alone(article: Article, mention: Mention, sources: tuple[Source, ...]) -> Verdict:
    """The stance that a mention's own sentence gives it."""
    return _refused(article, mention) or _governed(article, mention, sources)


def _governed(article: Article, mention: Mention, sources: tuple[Source, ...]) -> Verdict:
    """The stance that the words above a mention give it."""
    at = setting(article, mention)
    if at is None:
        return _REPORTED
    attributes = table("hedges")["attributes"]
    nearest: Verdict | None = None
    for token in at.quantity:
        if token.lower_ in attributes:
            nearest = _verdict(attributes[token.lower_], "an attribute of the figure", token, at)
    for governor in governors(at):
        verdict = _hedge(governor, at, sources)
        if verdict and verdict[0] == "denied":
            return verdict
        nearest = nearest or verdict
    return nearest or _of_source(at, sources) or _REPORTED


def _verdict(stance: Stance, rule: str, token: Token, at: Setting) -> Verdict:
    place = at.start + token.idx
    return stance, (Reason("stance", rule, place, place + len(token.text)),)


def _refused(article: Article, mention: Mention) -> Verdict | None:
    """Figures named to be put aside: "not 300, 400 or 500, but …"."""
    sentence = article.sentences[mention.sentence]
    if not re.search(r"\bbut\b", article.plain[mention.quantity.end : sentence.end]):
        return None
    for word in reversed(list(re.finditer(r"\S+", article.plain[sentence.start : mention.quantity.start]))):
        if word.group().lower() == "not":
            place = sentence.start + word.start()
            return "denied", (Reason("stance", "not … but", place, place + 3),)
        if not _LISTED.fullmatch(word.group()):
            return None
    return None


def _hedge(governor: Governor, at: Setting, sources: tuple[Source, ...]) -> Verdict | None:
    """What a word above the figure, or a word that hangs on it, says of the figure."""
    word, arc = governor.word, governor.arc
    if arc == "advcl" and conditional(governor.below):
        return _verdict("hypothetical", "in an if-clause", governor.below, at)
    verdict = _modal(governor, at, sources) if word.pos_ in ("VERB", "AUX") else None
    verdict = _dependant(word, at) or verdict or _lexical(governor, at)
    if verdict and at.definite and verdict[0] in ("projected", "promised", "speculated"):
        return None
    return verdict


def _modal(governor: Governor, at: Setting, sources: tuple[Source, ...]) -> Verdict | None:
    """The stance of a verb by its auxiliaries."""
    word = governor.word
    modals = table("hedges")["modals"]
    negated = next((c for c in word.children if c.dep_ == "neg"), None)
    if negated is not None and word == at.trigger and at.mention.measure != "missing":
        return _verdict("denied", "a negated happening", negated, at)
    auxiliary = next((c for c in word.children if c.dep_ == "aux" and c.lower_ in modals), None)
    if auxiliary is None or negated is not None:
        return _to_come(word, at)
    stance: Stance = modals[auxiliary.lower_]
    if auxiliary.lower_ == "would":
        perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in word.children)
        if perfect or any(c.dep_ == "advcl" and conditional(c) for c in word.children):
            return _verdict("hypothetical", "a condition", auxiliary, at)
    if stance == "projected" and _own_undertaking(word, at, sources):
        return _verdict("promised", "what somebody says they will do", auxiliary, at)
    return _verdict(stance, "a modal verb", auxiliary, at)


def _to_come(word: Token, at: Setting) -> Verdict | None:
    """An infinitive that stands for a future: "EU to send 300", "are to be freed"."""
    of_be = [c for c in word.children if word.lemma_ == "be" and c.dep_ == "xcomp"]
    alone = (word.dep_ == "ROOT" and at.heading) or (word.dep_ == "xcomp" and word.head.lemma_ == "be")
    for verb in [*of_be, word] if alone else of_be:
        for child in verb.children:
            if child.dep_ == "aux" and child.lower_ == "to":
                return _verdict("projected", "an infinitive for what is to come", child, at)
    return None


def _own_undertaking(word: Token, at: Setting, sources: tuple[Source, ...]) -> bool:
    """Whether who does it is who says so."""
    words = table("hedges")["undertakings"]
    if at.mention.measure not in words["measures"] or not sources:
        return False
    subject = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return (subject is not None and subject.lower_ in words["pronouns"]) or _is_party(sources[0], at.mention.party)


def _is_party(source: Source, party: str | None) -> bool:
    """Whether a source is the party itself, by its name or the seat of its government."""
    named = parties(source.text)
    return (
        len(named) == 1 and named[0].code == party and len(source.text) - (named[0].end - named[0].start) <= len("the ")
    )


def _dependant(word: Token, at: Setting) -> Verdict | None:
    """An adverb, an attribute, an adjective or a subject of the word that hedges it."""
    words = table("hedges")
    attributes = words["attributes"]
    if word == at.trigger:
        attributes = attributes | words["happening_attributes"]
    for child in word.children:
        name, lemma = child.lower_, child.lemma_.lower()
        if child.dep_ == "advmod" and name in words["adverbs"]:
            return _verdict(words["adverbs"][name], "an adverb of the clause", child, at)
        if child.dep_ == "amod" and name in attributes:
            return _verdict(attributes[name], "an attribute of the counted thing", child, at)
        if child.dep_ == "acomp" and lemma in words["adjectives"]:
            return _verdict(words["adjectives"][lemma], "an adjective that governs the clause", child, at)
        if child.dep_ in SUBJECTS and lemma in words["nouns"] and word.pos_ in ("VERB", "AUX"):
            return _verdict(words["nouns"][lemma], "the subject is an estimate, a plan or a rumour", child, at)
    return None


def _lexical(governor: Governor, at: Setting) -> Verdict | None:
    """The stance that a verb, a noun or an adjective gives what it governs."""
    words = table("hedges")
    word, arc, lemma = governor.word, governor.arc, governor.word.lemma_.lower()
    if arc == "conj" and not _of_a_perfect(word):
        return None
    if word.pos_ in ("VERB", "AUX"):
        passive = any(c.dep_ == "auxpass" for c in word.children) or arc == "nsubjpass"
        if arc == "advcl":
            return None
        if passive and lemma in words["active_only"]["words"]:
            return None
        if lemma in words["verbs"] and (arc not in SUBJECTS or passive or word.tag_ == "VBN"):
            return _verdict(words["verbs"][lemma], "a verb that governs the figure", word, at)
        infinitive = arc == "xcomp" or (arc in SUBJECTS and any(c.dep_ == "xcomp" for c in word.children))
        if lemma in words["infinitive_verbs"] and infinitive:
            return _verdict(words["infinitive_verbs"][lemma], "a verb that governs the infinitive", word, at)
        if lemma in words["ordering_verbs"] and arc != "nsubj" and at.mention.measure in words["orders"]["measures"]:
            return _verdict(words["ordering_verbs"][lemma], "an order", word, at)
        if lemma in words["dismissing_verbs"]["words"] and governor.below.lemma_ in words["carriers"]["words"]:
            return _verdict("denied", "a report that somebody rejects", word, at)
    elif word.pos_ == "NOUN" and lemma in words["nouns"] and arc in ("prep", "acl", "ccomp", "nummod", "appos"):
        return _verdict(words["nouns"][lemma], "a noun that governs the figure", word, at)
    elif word.pos_ == "ADJ" and lemma in words["adjectives"] and arc in ("xcomp", "ccomp"):
        return _verdict(words["adjectives"][lemma], "an adjective that governs the clause", word, at)
    return None


def _of_a_perfect(word: Token) -> bool:
    """Whether a joined verb goes on a perfect infinitive ("thought to have killed 9 and hurt 3")."""
    infinitives = [c for c in word.children if c.dep_ == "xcomp"]
    return any(c.dep_ == "aux" and c.lower_ == "have" for verb in infinitives for c in verb.children)


def _of_source(at: Setting, sources: tuple[Source, ...]) -> Verdict | None:
    """The stance that lies in how the source speaks: "according to its estimates", "…, estimates the ministry"."""
    words = table("hedges")
    for token in at.doc:
        lemma = token.lemma_.lower()
        if token.dep_ == "pobj" and lemma in words["nouns"] and _introduces(token.head):
            return _verdict(words["nouns"][lemma], "according to an estimate", token, at)
    end = at.start + len(at.doc.text)
    if sources and at.start <= sources[0].start and sources[0].end <= end:
        named = at.doc.char_span(sources[0].start - at.start, sources[0].end - at.start, alignment_mode="expand")
        verb = None if named is None else named.root.head
        if verb is not None and verb.pos_ == "VERB" and verb.lemma_ in words["speaking_verbs"]:
            return _verdict(words["speaking_verbs"][verb.lemma_], "how the source says it", verb, at)
    return None


def _introduces(preposition: Token) -> bool:
    if preposition.lower_ == "to":
        return bool(preposition.head.lower_ == "according")
    return preposition.lower_ in ("by", "per")
