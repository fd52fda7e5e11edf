"""What stretch of time a figure stands for: a running total, a stated period, one event, a rate, a stock or a plan, and its dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Reason, Span, Window, WindowKind
from tollbook.extraction import dates
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
LARGE = 500
"""In an article about a war, a count of people or weapons from here on is a running total unless an event is named."""
HUNDRED = 100
"""A smaller sum ("a total of 12") is that of one event."""
MANY = 20
"""Fewer dead than this, said in the present perfect, are those of one event."""

_LOSSES = frozenset({"killed", "wounded", "killed_or_wounded", "lost", "destroyed", "damaged", "captured", "detained", "launched", "intercepted", "displaced", "mobilised", "struck"})  # fmt: skip
_ACTS = frozenset({"lost", "destroyed", "damaged", "convicted", "detained", "launched", "intercepted", "mobilised", "displaced", "recruited", "dismissed", "supplied"})  # fmt: skip
_TALLIED = frozenset({"killed", "wounded", "killed_or_wounded", "launched", "detained", "struck", "intercepted"})
_SENDING = frozenset({"send", "deploy", "dispatch", "move", "rush", "transfer", "arrive", "cross", "land", "commit", "fly", "pull", "withdraw", "redeploy", "throw"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the whole article says about time."""

    published: str | None
    war: str | None
    disaster: bool
    digest: bool
    single: bool
    coverage: Timex | None


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
    drafts = _restated(article, mentions, _continued(article, mentions, drafts))
    drafts = _dated(article, scene, mentions, drafts, timed)
    return [(d.window, (_reason(d),)) for d in _restated(article, mentions, drafts)]


def _reason(draft: _Draft) -> Reason:
    return Reason("when", draft.rule, draft.words.start if draft.words else None, draft.words.end if draft.words else None)


@cache
def _words(*path: str) -> re.Pattern[str]:
    """The table's list at ``path`` as a pattern of whole words."""
    entry = table("time")
    for key in path:
        entry = entry[key]
    plural = "s?" if path in (("event", "nouns"), ("cumulative", "wars"), ("cumulative", "phases")) else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(entry, key=len, reverse=True))}){plural}(?!\w)", re.I)


@cache
def _lemmas(*path: str) -> frozenset[str]:
    entry = table("time")
    for key in path:
        entry = entry[key]
    return frozenset(entry)


def _coverage(article: Article, published: str | None) -> Timex | None:
    """The dates that the figures of a report cover, where a sentence says so."""
    for s in article.sentences:
        text = article.text(s.index)
        if _words("cumulative", "coverage").search(text) and _words("speech", "nouns").search(text):
            for x in timexes(text, published):
                if x.role == "span" and x.last is not None:
                    return replace(x, start=x.start + s.start, end=x.end + s.start)
    return None


def _scene(article: Article) -> _Scene:
    document = article.document
    top = [article.text(s.index) for s in article.sentences if s.furniture is None][:LEAD]
    title = document.title or (top[0] if top and article.sentences[0].role == "title" else "")
    disasters = len(_words("event", "disasters").findall(" ".join([title, *top])))
    wars = len(_words("cumulative", "wars").findall(" ".join([title, *top])))
    return _Scene(
        published=document.published,
        war=counted_from(article.plain, document.published),
        disaster=disasters > wars,
        digest=bool(_words("carry", "digests").search(title)),
        single=_deed(title) and _words("cumulative", "wars").search(title) is None,
        coverage=_coverage(article, document.published),
    )


# One mention by its own sentence


def _draft(article: Article, scene: _Scene, mentions: Sequence[Mention], i: int, timed: Callable[[int], tuple[Timex, ...]]) -> _Draft:
    m = mentions[i]
    doc = article.doc(m.sentence)
    base = article.sentences[m.sentence].start
    tokens = _tokens(doc, base, m.quantity.start, m.quantity.end)
    near = _near(article, mentions, i)
    times = timed(m.sentence)

    rate = _rate(times, near, mentions, i)
    if rate is not None:
        month = next((x for x in times if x.role == "point" and x.grain == "month" and near.start <= x.start < near.end), None)
        window = Window("rate", month.first if month else None, month.last if month else None, rate.per)
        return _Draft(window, "a rate", Span(rate.start, rate.end), True, month is not None)

    text = article.plain[near.start : near.end]
    stock = _stock(m, tokens, text)
    given = _given(article, m)
    plan = _plan(tokens[0], m) if not given and (stock is None or m.measure == "deployed") else None
    phrase = None if given else _to_come().search(article.plain, near.start, m.quantity.start)
    future = next((x for x in times if x.role == "future" and near.start <= x.start < near.end), None)
    if plan is not None or future is not None or phrase is not None:
        words = Span(base + plan.idx, base + plan.idx + len(plan)) if plan is not None else future and Span(future.start, future.end)
        words = words or phrase and Span(*phrase.span())
        return _Draft(Window("planned"), "a plan", words, True, True)

    clock = any(x.role == "point" and x.grain != "clock" for x in times)
    chosen = _closest([x for x in times if x.role not in ("rate", "future") and not (clock and x.grain == "clock")], doc, base, tokens, m)
    if chosen is not None and (chosen.start >= near.end and _parted(article, m, chosen) or _past(chosen, doc, base, tokens)):
        chosen = None
    spoken = chosen is not None and _spoken(doc, base, chosen, m)
    said = _said(times, doc, base, tokens)

    def draft(kind: WindowKind, rule: str, start: str | None, end: str | None, words: Span | None, *, sure: bool = True, dated: bool = True) -> _Draft:
        return _Draft(Window(kind, start, end), rule, words, sure, dated)

    if stock is not None:
        at = near.start
        words = Span(at + stock[0], at + stock[1]) if stock[1] else None
        point = chosen if chosen is not None and chosen.role in ("point", "until") else None
        end = _ending(point, scene) if point and (point.last or point.grain == "start") else said or scene.published
        return draft("stock", "how many there are", None, end, words)

    event = _event(article, m, base, tokens)
    if chosen is not None and not spoken:
        words = Span(chosen.start, chosen.end)
        end = said or scene.published
        if chosen.role == "since" and chosen.grain == "bare":
            return draft("period", "since a day", chosen.first, end, words)
        if chosen.role == "since":
            first = chosen.first or (scene.war if chosen.grain == "start" else None)
            return draft("cumulative", "counted since a start", first, end, words, dated=said is not None)
        if chosen.role == "span":
            total = chosen.grain == "start" or scene.war is not None and chosen.first is not None and scene.war.startswith(chosen.first[:7])
            return draft("cumulative" if total else "period", "from one date to another", chosen.first or scene.war, chosen.last, words)
        if chosen.role == "window" and (event is None or event.group().endswith("s") or chosen.first is None or len(chosen.first) == 10):
            total = bool(_words("cumulative", "words").search(text)) and chosen.first is not None and len(chosen.first) == 4
            first, last = _anchored(chosen, times, scene)
            return draft("cumulative" if total else "period", "in a stated stretch of time", first, last, words)
    elif (recent := _words("period", "words").search(text)) is not None:
        return draft("period", "in a stated stretch of time", None, scene.published, Span(near.start + recent.start(), near.start + recent.end()))

    total = _total(m, scene, tokens, text, event.group() if event else None)
    point = chosen if chosen is not None and not spoken and chosen.role in ("point", "until", "window") else None
    if point is not None and point.role == "window":
        coarse = point.last and point.first and point.last[: len(point.first)]
        point = replace(point, role="point", last=coarse, grain="month")
    if point is not None and _opening(article, point, scene):
        point = None
    if chosen is not None and chosen.role == "until" and chosen.last and not scene.disaster and not scene.single and total is None:
        total = ("as of a date", None, True)
    coarse = point is not None and point.grain in ("month", "year")
    several = event is None or event.group().endswith("s")
    if point is not None and coarse and several and m.measure in _TALLIED and ((m.quantity.low or 0) >= MANY or total is not None and total[0] == "kept in a record"):
        return draft("period", "in a stated stretch of time", point.first, point.last, Span(point.start, point.end))
    if total is not None and (point is None or point.role == "until" or total[2] and (coarse or total[0] == "a running total")):
        rule, found, sure = total
        words = Span(near.start + found[0], near.start + found[1]) if found else None
        end = point.last if point is not None and point.last else said
        if end is None and scene.coverage is not None and rule in ("kept in a record", "done so far"):
            end = scene.coverage.last
        return draft("cumulative", rule, scene.war, end or scene.published, words, sure=sure, dated=end is not None)
    if point is not None:
        first = scene.war if point.grain == "start" and point.first is None else point.first
        end = _ending(point, scene)
        return draft("event", "dated in its sentence", first, end, Span(point.start, point.end), dated=end is not None)
    if scene.coverage is not None and scene.coverage.last is not None and event is None and m.measure in _LOSSES | _ACTS:
        words = Span(scene.coverage.start, scene.coverage.end)
        return draft("cumulative", "the dates its report covers", scene.coverage.first or scene.war, scene.coverage.last, words, sure=False)
    return draft("event", "one event" if event else "no word of time", None, None, None, sure=event is not None, dated=False)


def _anchored(window: Timex, times: tuple[Timex, ...], scene: _Scene) -> tuple[str | None, str | None]:
    """A window's dates, moved to the day that its sentence's figures stand for where it gives one."""
    until = next((x.last for x in times if x.role in ("span", "until") and x.last is not None and len(x.last) == 10), None)
    first, last, published = dates.full(window.first), dates.full(window.last), dates.full(scene.published)
    if until is None or first is None or last is None or last != published:
        return window.first, window.last
    return dates.shift(until, (first - last).days), until


def _past(x: Timex, doc: Doc, base: int, tokens: list[Token]) -> bool:
    """Whether a day in the past is that of another verb than the perfect that counts ("began on Monday; 20 have died")."""
    verb = _verb(tokens[0])
    if x.role != "point" or x.grain == "clock" or not _perfect(verb):
        return False
    governor = _verb(_root(_tokens(doc, base, x.start, x.end)))
    return governor is not None and verb is not None and governor.i not in {t.i for t in _path(verb)} and verb.i not in {t.i for t in _path(governor)}


def _parted(article: Article, m: Mention, x: Timex) -> bool:
    """Whether a time after the quantity belongs to a part of it ("20,000 dead, including 80 in the past day")."""
    between = article.plain[m.quantity.end : x.start]
    if x.role == "window" and re.search(rf"\bwith\b|{_words('carry', 'parts').pattern}", between, re.I):
        return True
    return _words("carry", "clauses").search(between) is not None and re.search(r"\d", between) is not None


def _opening(article: Article, x: Timex, scene: _Scene) -> bool:
    """Whether a date only recalls when the war began."""
    if scene.war is None or x.last != scene.war:
        return False
    around = article.plain[max(0, x.start - REACH // 2) : x.end + REACH // 2]
    return _words("cumulative", "wars").search(around) is not None or _words("starts", "invading").search(around) is not None


def _event(article: Article, m: Mention, base: int, tokens: list[Token]) -> re.Match[str] | None:
    """The first word for an event in a mention's sentence, apart from the thing that it counts ("76 attacks")."""
    root = _root(tokens)
    noun = root.head if root.dep_ in ("nummod", "quantmod", "det") else root
    end = max(m.quantity.end, base + noun.idx + len(noun)) if noun.pos_ in ("NOUN", "PROPN") else m.quantity.end
    sentence = article.sentences[m.sentence]
    before = _words("event", "nouns").search(article.plain, sentence.start, m.quantity.start)
    return before or _words("event", "nouns").search(article.plain, min(end, m.quantity.end + REACH), sentence.end)


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


def _rate(times: tuple[Timex, ...], near: Span, mentions: Sequence[Mention], i: int) -> Timex | None:
    """The rate that a quantity is the nearest to."""
    m = mentions[i]
    for x in times:
        if x.role == "rate" and near.start <= x.start and x.end <= near.end:
            mine = _gap(x, m)
            if all(_gap(x, o) >= mine for o in mentions if o.sentence == m.sentence):
                return x
    return None


def _gap(x: Timex, m: Mention) -> int:
    return max(x.start - m.quantity.end, m.quantity.start - x.end)


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
        return _spoken(doc, base, x, m), _distance(_root(_tokens(doc, base, x.start, x.end)), root), far

    return min(times, key=rank, default=None)


def _spoken(doc: Doc, base: int, x: Timex, m: Mention | None = None) -> bool:
    """Whether the time is that of saying: it hangs on a verb of speech, or on a report, or on what came of the mention's deed."""
    if x.role not in ("point", "window"):
        return False
    words = _tokens(doc, base, x.start, x.end)
    for t in _path(_root(words))[1:]:
        if t.pos_ in ("VERB", "AUX"):
            lemma = t.lemma_.lower()
            if m is not None and m.measure not in _lemmas("aftermath", "measures") and lemma in _lemmas("aftermath", "verbs"):
                return True
            if any(c.dep_ == "dobj" and c.lemma_.lower() in _lemmas("speech", "claimed") for c in t.children):
                return False
            return lemma in _lemmas("speech", "verbs") and not _before_speech(doc, words, t)
        if t.pos_ == "NOUN" and t.lemma_.lower() in _lemmas("speech", "nouns"):
            return True
    return False


def _before_speech(doc: Doc, words: list[Token], verb: Token) -> bool:
    """Whether a time hangs on a later verb of speech only in the parse: a deed or a comma stands between ("hit on Friday, he said")."""
    if words[0].i <= 1 or verb.i <= words[-1].i + 1:
        return False
    return any(t.text == "," for t in doc[words[-1].i : verb.i]) or _deed(doc[: words[0].i].text)


def _object(token: Token, verb: Token) -> bool:
    """Whether ``token`` is, or is in, the object of ``verb``."""
    return any(c.dep_ in ("dobj", "pobj", "prep", "xcomp", "nsubjpass") and token.i in {t.i for t in c.subtree} for c in verb.children)


def _plan(token: Token, m: Mention) -> Token | None:
    """The word that makes the counted deed one to come, climbing no higher than a verb of speech."""
    for t in _path(token):
        if t.pos_ not in ("VERB", "AUX"):
            continue
        auxiliaries = [c for c in t.children if c.dep_ in ("aux", "auxpass")]
        modal = next((c for c in auxiliaries if c.lower_ in _lemmas("planned", "modals")), None)
        if modal is not None and (modal.lower_ in ("will", "shall") or not _have(auxiliaries)):
            return modal
        if _have(auxiliaries):
            return None
        if t.dep_ in ("xcomp", "ccomp", "acl", "advcl") and _to(t):
            if t.head.lemma_.lower() in _lemmas("planned", "verbs") | _lemmas("planned", "nouns"):
                return t.head
            if t.dep_ == "acl" and t.head.pos_ == "NOUN" and not any(c.pos_ == "ADJ" for c in t.head.children):
                return t
        if m.measure in _lemmas("planned", "measures") and t.i != token.i and t.lemma_.lower() in _lemmas("planned", "objects") and _object(token, t):
            return t
        own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") and c.lower_ != "to" for c in t.children)
        if own or t.tag_ in ("VBD", "VBZ", "VBP") or t.dep_ in ("relcl", "parataxis"):
            return None
    return None


def _have(auxiliaries: list[Token]) -> bool:
    return any(c.lower_ in ("have", "had", "has", "'ve", "having") for c in auxiliaries)


_DEFINITE = re.compile(r"\bthe $", re.I)
_ALREADY = re.compile(r"\W*(?:\w+\W+){0,2}already\b", re.I)


def _given(article: Article, m: Mention) -> bool:
    """Whether the words take the counted things for existing ("the 7,000", "300,000 already called up"): no plan counts those."""
    q = m.quantity
    return bool(_DEFINITE.search(article.plain, max(0, q.start - 4), q.start) or _ALREADY.match(article.plain, q.end))


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('time')['planned']['phrases'])}) to (?:\S+ ){{1,4}}$", re.I)


def _to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.children)


def _said(times: tuple[Timex, ...], doc: Doc, base: int, tokens: list[Token]) -> str | None:
    """The day that a figure was given out, or stands as of: said with a verb that governs the quantity."""
    above = set()
    for t in _path(_root(tokens)):
        above.add(t.i)
        if t.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children):
            break
    for x in times:
        if x.last is None or x.role not in ("point", "until"):
            continue
        if x.role == "until" or _spoken(doc, base, x):
            governor = next((t for t in _path(_root(_tokens(doc, base, x.start, x.end)))[1:] if t.pos_ in ("VERB", "AUX")), None)
            report = governor is not None and governor.dep_ in ("acl", "relcl") and governor.head.lemma_.lower() in _lemmas("speech", "nouns")
            if governor is None or governor.i in above or report or governor.dep_ == "advcl":
                return x.last
    return None


def _verb(token: Token) -> Token | None:
    return next((t for t in _path(token) if t.pos_ in ("VERB", "AUX")), None)


def _perfect(verb: Token | None) -> bool:
    """Present perfect: "has killed", "said they had killed"; also of a verb joined to one ("has killed 5 and wounded 9")."""
    while verb is not None:
        auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        if auxiliaries or verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            if any(c.lower_ == "had" for c in auxiliaries):
                return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _lemmas("speech", "verbs")
            return any(c.lower_ in ("has", "have", "'ve") or c.lower_ == "'s" and c.lemma_ == "have" for c in auxiliaries)
        verb = verb.head
    return False


def _stock(m: Mention, tokens: list[Token], text: str) -> tuple[int, int] | None:
    """Where in ``text`` the words stand that make the figure a state (0, 0: its measure alone does); None if it is a deed."""
    words = _words("stock", "words").search(text)
    span = words.span() if words else None
    verb = _verb(tokens[0])
    if m.measure in _lemmas("stock", "measures"):
        return span or (0, 0)
    if m.measure == "deployed":
        return None if verb is not None and verb.lemma_.lower() in _SENDING and not _present(verb) else span or (0, 0)
    if m.measure == "affected":
        return span or ((0, 0) if verb is None or any(t.dep_ == "acl" for t in _root(tokens).children) else None)
    if m.measure in ("captured", "detained"):
        return span
    if m.measure in ("hospitalised", "displaced") and (span or _present(verb)):
        return span or (0, 0)
    return None


def _present(verb: Token | None) -> bool:
    """Whether a verb says what is so now: "are sheltering", "live"."""
    if verb is None:
        return False
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN":
        return any(c.lower_ in ("is", "are", "'re") for c in auxiliaries) and not _have(auxiliaries)
    if verb.lemma_.lower() not in _lemmas("stock", "present") or _perfect(verb):
        return False
    return any(t.tag_ in ("VBZ", "VBP") for t in [verb, *auxiliaries])


def _total(m: Mention, scene: _Scene, tokens: list[Token], text: str, event: str | None) -> tuple[str, tuple[int, int] | None, bool] | None:
    """Whether a figure without a window is a running total: rule, words in ``text``, and whether words decided.

    ``event`` is the first word for an event in its sentence: a single one takes precedence, several add up.
    """
    low = m.quantity.low if m.quantity.low is not None else m.quantity.high or 0
    if scene.disaster or scene.single and low < HUNDRED:
        return None
    verb = _verb(tokens[0])
    perfect = _perfect(verb)
    several = event is not None and event.lower().endswith("s")
    if event is not None and not (several and perfect and (m.measure in _ACTS or low >= LARGE)):
        return None
    words = _words("cumulative", "words").search(text) or low >= HUNDRED and _words("cumulative", "sums").search(text) or None
    if words:
        return "a running total", words.span(), True
    war = _words("cumulative", "wars").search(text)
    phase = _words("cumulative", "phases").search(text) if perfect and low >= MANY or low >= LARGE else None
    if (war and (perfect or low >= MANY) or phase) and m.measure in _LOSSES:
        return "in a war", (war or phase).span(), True
    if m.measure not in _LOSSES | _ACTS:
        return ("done so far", None, False) if perfect and low >= LARGE else None
    if verb is not None and verb.lemma_.lower() in _lemmas("cumulative", "tallies"):
        return "kept in a record", None, True
    many = HUNDRED if m.measure in ("launched", "intercepted", "struck") else MANY
    if perfect and (low >= many or m.measure in ("lost", "destroyed") or verb is not None and verb.lemma_.lower() == "lose"):
        return "done so far", None, False
    if low >= LARGE and (scene.war is not None or m.measure == "displaced"):
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
    """A figure with no window of its own goes on with the one before it: as its part, in its list, or in its paragraph's total."""
    out = list(drafts)
    for i in range(1, len(out)):
        a, b, d, before = mentions[i - 1], mentions[i], out[i], out[i - 1]
        if d.sure and d.dated or d.dated and d.window.kind == "event" or d.window.kind in ("stock", "planned", "rate"):
            continue
        between = article.plain[a.quantity.end : b.quantity.start]
        same = a.sentence == b.sentence
        part = _words("carry", "parts").search(between) is not None and a.measure == b.measure and b.sentence - a.sentence <= 1
        listed = same and len(between) <= 40 and ";" not in between
        together = article.sentences[a.sentence].paragraph == article.sentences[b.sentence].paragraph
        carried = a.measure == b.measure or before.window.kind in ("event", "cumulative", "period")
        if (part or listed) and carried and not d.dated and (before.dated or before.window.kind == "cumulative"):
            out[i] = replace(before, rule="goes on with the figure before it", sure=False)
        elif not d.sure and not d.dated and together and before.window.kind in ("cumulative", "period") and a.party == b.party and b.measure in _LOSSES:
            out[i] = replace(before, rule="goes on with the figure before it", sure=False)
    return out


def _restated(article: Article, mentions: Sequence[Mention], drafts: list[_Draft]) -> list[_Draft]:
    """A figure without a window of its own takes that of the same figure elsewhere in the article."""
    out = list(drafts)
    for i, d in enumerate(drafts):
        if d.sure and d.dated:
            continue
        twins = [drafts[j] for j, m in enumerate(mentions) if j != i and _same(mentions[i], m)]
        if article.sentences[mentions[i].sentence].role == "body":
            twins = [t for t in twins if t.window.kind == d.window.kind or t.window.kind in ("event", "cumulative", "period")]
        twin = next((t for t in twins if t.sure and t.dated), None) or next((t for t in twins if t.dated and not d.dated), None)
        if twin is not None and (not d.sure or twin.window.kind == d.window.kind):
            out[i] = replace(twin, rule="the same figure elsewhere")
    return out


def _dated(article: Article, scene: _Scene, mentions: Sequence[Mention], drafts: list[_Draft], timed: Callable[[int], tuple[Timex, ...]]) -> list[_Draft]:
    """Events without a date take it from the sentences before them in the paragraph, else from the top of the article."""
    lead = None if scene.digest else _lead(article, scene, mentions, timed) or _only(article, mentions, drafts)
    out = list(drafts)
    for i, d in enumerate(drafts):
        if d.window.kind != "event" or d.dated:
            continue
        m = mentions[i]
        point = _paragraph(article, scene, m, timed) or (None if _words("carry", "elsewhere").search(_clause(article, mentions, i)) else lead)
        if point is None and scene.disaster and _perfect(_verb(_tokens(article.doc(m.sentence), article.sentences[m.sentence].start, m.quantity.start, m.quantity.end)[0])):
            out[i] = replace(d, window=Window("event", None, scene.published), rule="a disaster that goes on", dated=True)
        if point is not None:
            out[i] = replace(d, window=Window("event", point.first, point.last), rule="dated by its passage", words=Span(point.start, point.end), dated=True)
    return out


def _only(article: Article, mentions: Sequence[Mention], drafts: list[_Draft]) -> Timex | None:
    """The date that all dated events of the article share."""
    dated = [
        d
        for i, (d, m) in enumerate(zip(drafts, mentions, strict=True))
        if d.rule != "goes on with the figure before it" and not _words("carry", "elsewhere").search(_clause(article, mentions, i))
        if d.window.kind == "event" and d.dated and d.words is not None and len(d.window.end or "") == 10 and m.measure != "other"
    ]
    if not dated or len({d.window.end for d in dated}) > 1 or dated[0].words is None:
        return None
    first = dated[0]
    return Timex(dated[0].words.start, dated[0].words.end, "point", first.window.start, first.window.end)


def _clause(article: Article, mentions: Sequence[Mention], i: int) -> str:
    near = _near(article, mentions, i)
    return article.plain[near.start : near.end]


def _paragraph(article: Article, scene: _Scene, m: Mention, timed: Callable[[int], tuple[Timex, ...]]) -> Timex | None:
    """The nearest dated event before the mention in its paragraph."""
    paragraph = article.sentences[m.sentence].paragraph
    for j in range(m.sentence - 1, max(-1, m.sentence - 4), -1):
        if article.sentences[j].paragraph != paragraph:
            return None
        point = _event_point(article, j, timed(j), scene)
        if point is not None:
            return point
    return None


def _lead(article: Article, scene: _Scene, mentions: Sequence[Mention], timed: Callable[[int], tuple[Timex, ...]]) -> Timex | None:
    """The date of the event that the article is about: from its top, but not from a sentence about another."""
    counted: list[Mention] = []
    for j in [s.index for s in article.sentences if s.furniture is None][:LEAD]:
        text = article.text(j)
        here = [m for m in mentions if m.sentence == j]
        another = any(a.measure == b.measure and not _same(a, b) for a in here for b in counted)
        if another or _words("carry", "elsewhere").search(text):
            continue
        counted += here
        if here or _deed(text):
            point = _event_point(article, j, timed(j), scene)
            if point is not None:
                return point
    return None


def _event_point(article: Article, index: int, times: tuple[Timex, ...], scene: _Scene) -> Timex | None:
    """The first day in a sentence on which something happened, rather than was said."""
    days = [x for x in times if x.role == "point" and x.last is not None and x.grain in ("day", "bare") and not _opening(article, x, scene)]
    clocks = [x for x in times if x.role == "point" and x.grain == "clock" and x.last is not None]
    if any(not _near_speech(article, index, x) for x in days):
        return next(x for x in days if not _near_speech(article, index, x))
    return clocks[0] if clocks and not days else None


@cache
def _speech() -> re.Pattern[str]:
    """The past forms of the verbs of speech and of what comes after a deed; others are too often nouns ("state", "post")."""
    t = table("time")
    verbs = [v[:-1] + "i" if v.endswith("y") else v.removesuffix("e") for v in t["speech"]["verbs"] + t["aftermath"]["verbs"]]
    return re.compile(rf"\b(?:say|says|said|told|spoke|wrote|heard|(?:{'|'.join(verbs)})ed)\b", re.I)


def _near_speech(article: Article, index: int, x: Timex) -> bool:
    """Whether the words around a date, in a sentence that was not parsed, make it the date of saying."""
    s = article.sentences[index]
    before = article.plain[s.start : x.start].split(",")[-1].split()[-6:]
    after = article.plain[x.end : s.end].split()[:7]
    b, a = " ".join(before), " ".join(after)
    if _speech().match(a) and not _words("event", "deeds").match(a):
        return True
    spoken_before = list(_speech().finditer(b))
    if spoken_before and not _deed(b[spoken_before[-1].end() :]):
        return True
    spoken_after = _speech().search(a)
    if spoken_after is None or _deed(article.plain[s.start : x.start]):
        return False
    return not _deed(a[: spoken_after.start()]) and "," not in a[1 : spoken_after.start()]


def _deed(text: str) -> bool:
    return _words("event", "nouns").search(text) is not None or _words("event", "deeds").search(text) is not None
