"""How sure a claim is: the probability that it is right, from the rules that gave it and the sentence it stands in.

A logistic model: a base and one weight for every sign that a claim shows, added up on the log-odds scale. The weights
are data (``lexicon/confidence.toml``), fitted on annotated articles by ``scripts/calibrate.py``;
docs/explanation/confidence.md says on which, and what the number means.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tollbook.claim import Claim
from tollbook.extraction.article import Article, Role, Sentence
from tollbook.lexicon import table

Sign = tuple[str, str]
"""A table of ``lexicon/confidence.toml`` and a key in it, whether or not the table has it."""

RULED = ("measure", "party", "sources", "when")
"""The fields whose rules are signs; those of the others told nothing more in the fit."""

LONG, VERY_LONG = 200, 300
"""Characters of a sentence from which it is long: about 35 and 50 words."""
MANY = 4
"""Figures of one sentence from which they are many: more than a toll, the wounded and a part."""

_PLACES: dict[Role, str] = {"title": "in the title", "heading": "in a heading", "bullet": "in a list"}


def confidences(article: Article, claims: Sequence[Claim]) -> list[float]:
    """For each claim of the article, from 0.01 to 0.99, the probability that its match, measure, unit, party and first
    source are all right.

    ``claims`` are all of the article's, with their reasons: what stands beside a claim is a sign too. A sign without a
    weight counts nothing.
    """
    base: float = table("confidence")["base"]
    return [_probability(base + sum(weight(sign) for sign in found)) for found in signs(article, claims)]


def weight(sign: Sign) -> float:
    """What the sign adds to the log-odds; 0 for one that the fit has not seen, such as a new rule's."""
    name, key = sign
    found: float = table("confidence").get(name, {}).get(key, 0.0)
    return found


def signs(article: Article, claims: Sequence[Claim]) -> list[tuple[Sign, ...]]:
    """What the model looks at in each claim, each sign once."""
    starts = [s.start for s in article.sentences]
    homes = [bisect_right(starts, claim.start) - 1 for claim in claims]
    beside: dict[int, list[Claim]] = defaultdict(list)
    for home, claim in zip(homes, claims, strict=True):
        beside[home].append(claim)
    several = len({claim.party for claim in claims}) > 1
    return [
        tuple(
            dict.fromkeys(
                [
                    *_of_claim(claim),
                    *(("circumstances", c) for c in _around(article.sentences[home], beside[home], several)),
                ]
            )
        )
        for home, claim in zip(homes, claims, strict=True)
    ]


def _of_claim(claim: Claim) -> Iterator[Sign]:
    for reason in claim.why:
        if reason.field in RULED:
            yield f"rule_of_{reason.field}", reason.rule
    yield "measure", claim.measure
    yield "qualifier", claim.qualifier
    if claim.unit != "person":
        yield "circumstances", "things counted"
    if claim.low == claim.high == 1:
        yield "circumstances", "one victim"
    if claim.party is None:
        yield "circumstances", "no party"
    if not claim.sources:
        yield "circumstances", "no source"
    if len(claim.sources) > 1:
        yield "circumstances", "relayed"


def _around(sentence: Sentence, beside: Sequence[Claim], several: bool) -> Iterator[str]:
    if sentence.role in _PLACES:
        yield _PLACES[sentence.role]
    length = sentence.end - sentence.start
    if length > LONG:
        yield "long sentence"
    if length > VERY_LONG:
        yield "very long sentence"
    if len({claim.start for claim in beside}) >= MANY:
        yield "many figures in the sentence"
    if len({claim.party for claim in beside}) > 1:
        yield "several parties in the sentence"
    if several:
        yield "several parties in the article"


def _probability(log_odds: float) -> float:
    """Rounded to two digits; never 0 or 1, which no sample of articles can show."""
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-log_odds)), 2)))
