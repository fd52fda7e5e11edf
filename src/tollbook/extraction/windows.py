"""What stretch of time a figure stands for: a running total, a stated period, one event, a rate, a stock or a plan, and its dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Reason, Span, Window, WindowKind
from tollbook.extraction.article import Article
from tollbook.extraction.counted_from import counted_from
from tollbook.extraction.mention import Mention
from tollbook.extraction.timexes import Timex, timexes
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 90
"""Characters on either side of a quantity in which a word ("still", "a week") can be about it."""
LEAD = 6
"""How many sentences at the top of an article can date the event that it is about."""
LARGE = 1000
"""In an article about a war, a count of people or weapons from here on is a running total unless an event is named."""
MANY = 20
"""Fewer dead than this, said in the present perfect, are those of one event."""

_LOSSES = frozenset({"killed", "wounded", "killed_or_wounded", "lost", "destroyed", "damaged", "captured", "detained", "launched", "intercepted", "displaced", "mobilised", "struck"})  # fmt: skip
_ACTS = frozenset({"lost", "destroyed", "damaged", "convicted", "detained", "launched", "intercepted", "mobilised", "displaced", "recruited", "dismissed"})  # fmt: skip
_SENDING = frozenset({"send", "deploy", "dispatch", "move", "rush", "transfer", "arrive", "cross", "land", "commit", "fly", "pull", "withdraw", "redeploy", "throw"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the whole article says about time."""

    published: str | None
    war: str | None
    disaster: bool
    digest: bool


@dataclass(frozen=True, slots=True)
class _Draft:
    """A window with how it came about: ``sure`` where words decided the kind, ``dated`` where they decided the end."""

    window: Window
    rule: str
    words: Span | None
    sure: bool
    dated: bool


def windows(article: Article, mentions: Sequence[Mention]) -> list[tuple[Window | None, tuple[Reason, ...]]]:
    """The window of each mention, in order, and the reasons for it.

    Dates are resolved against ``article.document.published``; where that is unknown, only dates that the text gives in full are.
    """
    scene = _scene(article)
    times: dict[int, tuple[Timex, ...]] = {}

    def timed(index: int) -> tuple[Timex, ...]:
        if index not in times:
            offset = article.sentences[index].start
            found = timexes(article.text(index), scene.published)
            times[index] = tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in found)
        return times[index]

    drafts = [_draft(article, scene, mentions, i, timed) for i in range(len(mentions))]
    drafts = _restated(mentions, _continued(article, mentions, drafts))
    drafts = _dated(article, scene, mentions, drafts, timed)
    return [(d.window, (_reason(d),)) for d in _restated(mentions, drafts)]


def _reason(draft: _Draft) -> Reason:
    return Reason("when", draft.rule, draft.words.start if draft.words else None, draft.words.end if draft.words else None)


@cache
def _words(*path: str) -> re.Pattern[str]:
    """The table's list at ``path`` as a pattern of whole words."""
    entry = table("time")
    for key in path:
        entry = entry[key]
    plural = "s?" if path in (("event", "nouns"), ("cumulative", "wars")) else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(entry, key=len, reverse=True))}){plural}(?!\w)", re.I)


@cache
def _lemmas(*path: str) -> frozenset[str]:
    entry = table("time")
    for key in path:
        entry = entry[key]
    return frozenset(entry)


def _scene(article: Article) -> _Scene:
    document = article.document
    top = [article.text(s.index) for s in article.sentences if s.furniture is None][:LEAD]
    title = document.title or (top[0] if top else "")
    disasters = len(_words("event", "disasters").findall(" ".join([title, *top])))
    wars = len(_words("cumulative", "wars").findall(" ".join([title, *top])))
    return _Scene(
        published=document.published,
        war=counted_from(article.plain, document.published),
        disaster=disasters > wars,
        digest=bool(_words("carry", "digests").search(title)),
    )


# One mention by its own sentence


def _draft(article: Article, scene: _Scene, mentions: Sequence[Mention], i: int, timed: Callable[[int], tuple[Timex, ...]]) -> _Draft:
    m = mentions[i]
    doc = article.doc(m.sentence)
    base = article.sentences[m.sentence].start
    tokens = _tokens(doc, base, m.quantity.start, m.quantity.end)
    near = _near(article, mentions, i)
    times = timed(m.sentence)

    rate = _rate(times, near, article)
    if rate is not None:
        month = next((x for x in times if x.role == "point" and x.grain == "month"), None)
        window = Window("rate", month.first if month else None, month.last if month else None, rate.per)
        return _Draft(window, "a rate", Span(rate.start, rate.end), True, True)

    plan = _plan(tokens[0])
    future = next((x for x in times if x.role == "future" and near.start <= x.start < near.end), None)
    if plan is not None or future is not None:
        words = Span(base + plan.idx, base + plan.idx + len(plan)) if plan is not None else future and Span(future.start, future.end)
        return _Draft(Window("planned"), "a plan", words, True, True)

    chosen = _closest([x for x in times if x.role not in ("rate", "future")], doc, base, tokens, m)
    spoken = chosen is not None and _spoken(doc, base, chosen)
    text = article.plain[near.start : near.end]
    said = next((x.last for x in times if x.last and (x.role == "until" or (x.role == "point" and _spoken(doc, base, x)))), None)

    def draft(kind: WindowKind, rule: str, start: str | None, end: str | None, words: Span | None, *, sure: bool = True, dated: bool = True) -> _Draft:
        return _Draft(Window(kind, start, end), rule, words, sure, dated)

    stock = _stock(m, doc, tokens, text)
    if stock is not None:
        at = near.start
        words = Span(at + stock[0], at + stock[1]) if stock[1] else None
        point = chosen if chosen is not None and chosen.role in ("point", "until") else None
        end = _ending(point, scene) if point and (point.last or point.grain == "start") else said or scene.published
        return draft("stock", "how many there are", None, end, words)

    if chosen is not None and not spoken:
        words = Span(chosen.start, chosen.end)
        if chosen.role == "since" and chosen.grain == "bare":
            return draft("period", "since a day", chosen.first, said or scene.published, words)
        if chosen.role == "since":
            first = chosen.first or (scene.war if chosen.grain == "start" else None)
            return draft("cumulative", "counted since a start", first, said or scene.published, words)
        if chosen.role == "span":
            total = scene.war is not None and chosen.first is not None and scene.war.startswith(chosen.first[:7])
            return draft("cumulative" if total else "period", "from one date to another", chosen.first, chosen.last, words)
        if chosen.role == "window":
            total = bool(_words("cumulative", "words").search(text)) and chosen.first is not None and len(chosen.first) == 4
            return draft("cumulative" if total else "period", "in a stated stretch of time", chosen.first, chosen.last, words)
    elif (recent := _words("period", "words").search(text)) is not None:
        return draft("period", "in a stated stretch of time", None, scene.published, Span(near.start + recent.start(), near.start + recent.end()))

    event = _words("event", "nouns").search(article.text(m.sentence))
    total = _total(m, scene, tokens, text, article.text(m.sentence), event is not None)
    if total is not None:
        rule, found, sure = total
        words = Span(near.start + found[0], near.start + found[1]) if found else None
        end = chosen.last if chosen is not None and not spoken and chosen.last else said or scene.published
        if chosen is None or spoken or chosen.role == "until" or sure:
            return draft("cumulative", rule, None if scene.war is None else scene.war, end, words, sure=sure)
    if chosen is not None and not spoken and chosen.role in ("point", "until"):
        first = scene.war if chosen.grain == "start" and chosen.first is None else chosen.first
        return draft("event", "dated in its sentence", first, _ending(chosen, scene), Span(chosen.start, chosen.end), dated=_ending(chosen, scene) is not None)
    return draft("event", "one event" if event else "no word of time", None, None, None, sure=event is not None, dated=False)


def _ending(point: Timex, scene: _Scene) -> str | None:
    return scene.war if point.grain == "start" and point.last is None else point.last


def _near(article: Article, mentions: Sequence[Mention], i: int) -> Span:
    """The stretch around a quantity up to the next ones, a semicolon or the sentence's ends."""
    m = mentions[i]
    sentence = article.sentences[m.sentence]
    q = m.quantity
    left = max([sentence.start, q.start - REACH] + [o.quantity.end for o in mentions if o.sentence == m.sentence and o.quantity.end <= q.start])
    right = min([sentence.end, q.end + REACH] + [o.quantity.start for o in mentions if o.sentence == m.sentence and o.quantity.start >= q.end])
    left = max(left, article.plain.rfind(";", left, q.start) + 1)
    stop = article.plain.find(";", q.end, right)
    return Span(left, right if stop < 0 else stop)


def _rate(times: tuple[Timex, ...], near: Span, article: Article) -> Timex | None:
    return next((x for x in times if x.role == "rate" and near.start <= x.start and x.end <= near.end), None)


def _tokens(doc: Doc, base: int, start: int, end: int) -> list[Token]:
    found = [t for t in doc if t.idx + base < end and t.idx + base + len(t) > start and not t.is_space]
    return found or [doc[0]]


def _root(tokens: list[Token]) -> Token:
    """The token of a stretch that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[0])


def _path(token: Token) -> list[Token]:
    return [token, *token.ancestors]


def _distance(a: Token, b: Token) -> int:
    """Steps between two tokens in the tree."""
    up = [t.i for t in _path(a)]
    for steps, t in enumerate(_path(b)):
        if t.i in up:
            return steps + up.index(t.i)
    return len(up)


def _closest(times: list[Timex], doc: Doc, base: int, tokens: list[Token], m: Mention) -> Timex | None:
    """The time expression that hangs nearest to the quantity; one that dates speech only where there is no other."""
    root = _root(tokens)

    def rank(x: Timex) -> tuple[bool, int, int]:
        far = min(abs(x.start - m.quantity.end), abs(m.quantity.start - x.end))
        return _spoken(doc, base, x), _distance(_root(_tokens(doc, base, x.start, x.end)), root), far

    return min(times, key=rank, default=None)


def _spoken(doc: Doc, base: int, x: Timex) -> bool:
    """Whether the time is that of saying: it hangs on a verb of speech, or on a report."""
    if x.role not in ("point", "window"):
        return False
    for t in _path(_root(_tokens(doc, base, x.start, x.end)))[1:]:
        if t.pos_ in ("VERB", "AUX"):
            return t.lemma_.lower() in _lemmas("speech", "verbs")
        if t.pos_ == "NOUN" and t.lemma_.lower() in _lemmas("speech", "nouns"):
            return True
    return False


def _plan(token: Token) -> Token | None:
    """The word that makes the counted deed one to come, climbing no higher than a verb of speech."""
    for t in _path(token):
        if t.pos_ not in ("VERB", "AUX"):
            continue
        auxiliaries = [c for c in t.children if c.dep_ in ("aux", "auxpass")]
        if any(c.lemma_.lower() == "have" or c.lower_ in ("have", "had", "has") for c in auxiliaries):
            return None
        modal = next((c for c in auxiliaries if c.lower_ in _lemmas("planned", "modals")), None)
        if modal is not None:
            return modal
        if t.tag_ in ("VB", "VBG", "VBN") and t.dep_ in ("xcomp", "ccomp", "acl", "advcl") and _to(t) and (
            t.head.lemma_.lower() in _lemmas("planned", "verbs") | _lemmas("planned", "nouns")
        ):
            return t.head
        if t.dep_ in ("ccomp", "ROOT", "relcl", "advcl", "parataxis") and t.tag_ != "VB":
            return None
    return None


def _to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.children)


def _verb(token: Token) -> Token | None:
    return next((t for t in _path(token) if t.pos_ in ("VERB", "AUX")), None)


def _perfect(verb: Token | None) -> bool:
    """Present perfect: "has killed", "have been killed"."""
    return verb is not None and any(c.lower_ in ("has", "have", "'ve", "'s") and c.lemma_ == "have" for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _stock(m: Mention, doc: Doc, tokens: list[Token], text: str) -> tuple[int, int] | None:
    """Where in ``text`` the words stand that make the figure a state (0, 0: its measure alone does); None if it is a deed."""
    words = _words("stock", "words").search(text)
    span = words.span() if words else None
    verb = _verb(tokens[0])
    present = verb is not None and verb.lemma_.lower() in _lemmas("stock", "present")
    if m.measure in _lemmas("stock", "measures"):
        return span or (0, 0)
    if m.measure == "deployed":
        if any(t.lemma_.lower() in _SENDING for t in _path(tokens[0]) if t.pos_ == "VERB"):
            return None
        return span or (0, 0)
    if m.measure in ("captured", "detained", "affected"):
        return span
    if m.measure in ("hospitalised", "displaced") and (span or present and not _perfect(verb)):
        return span or (0, 0)
    return None


def _total(m: Mention, scene: _Scene, tokens: list[Token], text: str, sentence: str, event: bool) -> tuple[str, tuple[int, int] | None, bool] | None:
    """Whether a figure without a window is a running total: rule, words in ``text``, and whether words decided."""
    if scene.disaster:
        return None
    words = _words("cumulative", "words").search(text)
    if words and not event:
        return "a running total", words.span(), True
    low = m.quantity.low if m.quantity.low is not None else m.quantity.high or 0
    perfect = _perfect(_verb(tokens[0]))
    war = _words("cumulative", "wars").search(text)
    if war and not event and (perfect or low >= MANY) and m.measure in _LOSSES:
        return "in a war", war.span(), True
    if event or m.measure not in _LOSSES | _ACTS:
        return None
    if perfect and (m.measure in _ACTS or low >= MANY):
        return "done so far", None, False
    if low >= LARGE and scene.war is not None:
        return "too many for one event of a war", None, False
    return None


# A mention by those around it


def _same(a: Mention, b: Mention) -> bool:
    """Whether two mentions count the same: one measure, and figures within a tenth of each other."""
    if a.measure != b.measure or a.unit != b.unit:
        return False
    x = a.quantity.low if a.quantity.low is not None else a.quantity.high
    y = b.quantity.low if b.quantity.low is not None else b.quantity.high
    return x is not None and y is not None and abs(x - y) <= 0.1 * max(x, y)


def _continued(article: Article, mentions: Sequence[Mention], drafts: list[_Draft]) -> list[_Draft]:
    """A figure with no window of its own goes on with the running total or the period before it in its paragraph."""
    out = list(drafts)
    for i in range(1, len(out)):
        a, b, before = mentions[i - 1], mentions[i], out[i - 1]
        if out[i].sure or out[i].dated and out[i].window.kind == "event":
            continue
        together = article.sentences[a.sentence].paragraph == article.sentences[b.sentence].paragraph
        if together and before.window.kind in ("cumulative", "period") and a.party == b.party and b.measure in _LOSSES:
            out[i] = replace(before, rule="goes on with the figure before it", sure=False)
    return out


def _restated(mentions: Sequence[Mention], drafts: list[_Draft]) -> list[_Draft]:
    """A figure without a window of its own takes that of the same figure elsewhere in the article."""
    out = list(drafts)
    for i, d in enumerate(drafts):
        if d.sure and d.dated:
            continue
        twins = [drafts[j] for j, m in enumerate(mentions) if j != i and _same(mentions[i], m)]
        twin = next((t for t in twins if t.sure and t.dated), None) or next((t for t in twins if t.dated and not d.dated), None)
        if twin is not None and (not d.sure or twin.window.kind == d.window.kind):
            out[i] = replace(twin, rule="the same figure elsewhere")
    return out


def _dated(article: Article, scene: _Scene, mentions: Sequence[Mention], drafts: list[_Draft], timed: Callable[[int], tuple[Timex, ...]]) -> list[_Draft]:
    """Events without a date take it from the sentences before them in the paragraph, else from the top of the article."""
    lead = None if scene.digest else _lead(article, mentions, timed)
    out = list(drafts)
    for i, d in enumerate(drafts):
        if d.window.kind != "event" or d.dated:
            continue
        m = mentions[i]
        point = _paragraph(article, m, timed) or (None if _words("carry", "elsewhere").search(_clause(article, mentions, i)) else lead)
        if point is not None:
            out[i] = replace(d, window=Window("event", point.first, point.last), rule="dated by its passage", words=Span(point.start, point.end), dated=True)
    return out


def _clause(article: Article, mentions: Sequence[Mention], i: int) -> str:
    near = _near(article, mentions, i)
    return article.plain[near.start : near.end]


def _paragraph(article: Article, m: Mention, timed: Callable[[int], tuple[Timex, ...]]) -> Timex | None:
    """The nearest dated event before the mention in its paragraph."""
    paragraph = article.sentences[m.sentence].paragraph
    for j in range(m.sentence - 1, max(-1, m.sentence - 4), -1):
        if article.sentences[j].paragraph != paragraph:
            return None
        point = _event_point(article, j, timed(j))
        if point is not None:
            return point
    return None


def _lead(article: Article, mentions: Sequence[Mention], timed: Callable[[int], tuple[Timex, ...]]) -> Timex | None:
    """The date of the event that the article is about."""
    top = [s.index for s in article.sentences if s.furniture is None][:LEAD]
    counted = {m.sentence for m in mentions}
    for j in top:
        if j in counted or _words("event", "nouns").search(article.text(j)):
            point = _event_point(article, j, timed(j))
            if point is not None:
                return point
    return None


def _event_point(article: Article, index: int, times: tuple[Timex, ...]) -> Timex | None:
    """The first day in a sentence on which something happened, rather than was said."""
    for x in times:
        if x.role == "point" and x.last is not None and x.grain in ("day", "bare") and not _near_speech(article, index, x):
            return x
    return None


@cache
def _speech() -> re.Pattern[str]:
    verbs = [v[:-1] if v.endswith(("e", "y")) else v for v in table("time")["speech"]["verbs"] if v not in ("say", "tell", "put", "speak", "show", "list")]
    return re.compile(rf"\b(?:said|says|say|told|tells|spoke|speaking|(?:{'|'.join(verbs)})(?:e|ed|d|s|es|ing|y|ied|ies)?)\b", re.I)


def _near_speech(article: Article, index: int, x: Timex) -> bool:
    """Whether the words around a date, in a sentence that was not parsed, make it the date of saying."""
    s = article.sentences[index]
    before = article.plain[s.start : x.start].split(",")[-1].split()[-6:]
    after = article.plain[x.end : s.end].split()[:7]
    deed = _words("event", "nouns")
    b, a = " ".join(before), " ".join(after)
    spoken_before = list(_speech().finditer(b))
    if spoken_before and not deed.search(b, spoken_before[-1].end()):
        return True
    spoken_after = _speech().search(a)
    return spoken_after is not None and not deed.search(a[: spoken_after.start()]) and "," not in a[1 : spoken_after.start()]
