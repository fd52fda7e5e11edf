"""A seeded mix of news sentences: few hold a claim, many hold numbers that count nobody. Fixed before any timing."""

from __future__ import annotations

import random

CLAIM_SHARE = 0.025
NUMBER_SHARE = 0.35

_CITIES = [
    "Norvik",
    "Port Sanna",
    "Elmira",
    "Kaltenberg",
    "Las Peñas",
    "Oud-Haven",
    "Tarsk",
    "Mbeya",
    "Sulina",
    "Qarshi",
]
_PEOPLE = [
    "the mayor",
    "a spokeswoman",
    "the finance minister",
    "an analyst",
    "the coach",
    "a farmer",
    "the director",
    "residents",
]
_TOPICS = [
    "the harbour",
    "the new tram line",
    "the school reform",
    "the wheat harvest",
    "the film festival",
    "the election",
    "the budget",
]

_PLAIN = [
    "{p} said {t} had changed the town more than anybody expected.",
    "In {c}, {p} spoke of {t} with a mixture of pride and worry.",
    "The debate about {t} is unlikely to end soon.",
    "Critics of {t} were not convinced by the answer.",
    "The council in {c} will look at {t} again after the holidays.",
    "Visitors came to {c} from all over the region.",
    "{p} declined to comment on {t}.",
    "It was a quiet evening in {c}, and the cafes were full.",
    "Few people in {c} had heard of {t} before the spring.",
    "The newspaper of {c} devoted its front page to {t}.",
]
_NUMBERS = [
    "The work in {c} cost ${n} million and took {d} months.",
    "On {day} March {year}, {p} opened {t} in {c}.",
    "Prices in {c} rose by {d} percent in {year}.",
    "The road from {c} to the coast is {n} kilometres long.",
    "{p}, {age}, has worked on {t} for {d} years.",
    "The match in {c} ended {d}-{e} after {n} minutes.",
    "Tickets for {t} cost {n} euros, {d} more than in {year}.",
    "The temperature in {c} reached {d} degrees at {h}:30 p.m.",
    "Article {d} of the law of {year} regulates {t}.",
    "Turnout in {c} was {age}.{d} per cent, the highest since {year}.",
    "Flight {n} to {c} was delayed by {d} hours.",
]
_CLAIMS = [
    "At least {d} people were killed when a bridge collapsed in {c}, police said.",
    "The army said {n} soldiers had been wounded near {c} since January.",
    "More than {n}00 people fled their homes after the flood in {c}, according to the Red Cross.",
    "{d} fishermen are missing off {c}, the coast guard said.",
]


def sentence(rng: random.Random, templates: list[str]) -> str:
    """One sentence of a template filled at random."""
    text = rng.choice(templates).format(
        p=rng.choice(_PEOPLE),
        t=rng.choice(_TOPICS),
        c=rng.choice(_CITIES),
        n=rng.randint(20, 950),
        d=rng.randint(2, 19),
        e=rng.randint(0, 9),
        age=rng.randint(21, 79),
        year=rng.randint(1990, 2023),
        day=rng.randint(1, 28),
        h=rng.randint(1, 11),
    )
    return text[0].upper() + text[1:]


def articles(count: int, seed: int = 1) -> list[str]:
    """``count`` articles of about forty sentences in paragraphs of two or three."""
    rng = random.Random(seed)
    out = []
    for _ in range(count):
        paragraphs: list[list[str]] = [[]]
        for _ in range(rng.randint(30, 50)):
            roll = rng.random()
            templates = _PLAIN
            if roll < CLAIM_SHARE:
                templates = _CLAIMS
            elif roll < CLAIM_SHARE + NUMBER_SHARE:
                templates = _NUMBERS
            if len(paragraphs[-1]) >= rng.randint(2, 3):
                paragraphs.append([])
            paragraphs[-1].append(sentence(rng, templates))
        out.append("\n\n".join(" ".join(p) for p in paragraphs) + "\n")
    return out
