"""The page of `tollbook show`: hostile articles stay words, nothing is requested, everything can be read."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from tollbook.claim import Claim, Reason, Relation, Source, Window
from tollbook.document import Document, Furniture
from tollbook.export.extracted import Extracted
from tollbook.show import html

TEXT = "The governor said at least 40 people died and 12 were hurt.\n\nIt was the third flood.\n\nREAD MORE: 9 dead\n"
CLAIM = Claim(
    id="c1",
    text="at least 40",
    start=18,
    end=29,
    low=40,
    high=None,
    qualifier="at_least",
    measure="killed",
    unit="person",
    party="NGA",
    status="civilian",
    when=Window("event", "2020-09-01", "2020-09-03"),
    sources=(Source("The governor", 0, 12),),
    verification="unverified",
    why=(Reason("measure", "verb of dying", 37, 41), Reason("party", "default")),
)
HURT = replace(CLAIM, id="c2", text="12", start=46, end=48, low=12, high=12, qualifier="exact", measure="wounded")
DOCUMENT = Document("flood", TEXT, "0" * 64, furniture=(Furniture(86, 103, "link_list"),))


class Page(HTMLParser):
    """What a browser would find: tags with attributes, and the visible words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(document: Document = DOCUMENT, *claims: Claim) -> Page:
    return Page(html.render(Extracted(document, claims)))


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&{{ 7 * 7 }}\x1b[2J\u202e"


def test_a_hostile_article_stays_words() -> None:
    document = replace(
        DOCUMENT,
        id=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(1)",
        date_conflict=HOSTILE,
        text=HOSTILE + "\n" + TEXT,
        furniture=(),
    )
    claim = replace(
        CLAIM,
        text=HOSTILE,
        start=0,
        end=len(HOSTILE),
        unit=HOSTILE,
        party=HOSTILE,
        sources=(Source(HOSTILE, 0, 5),),
        why=(Reason(HOSTILE, HOSTILE, 0, len(HOSTILE)),),
    )
    hostile, tame = page(document, claim), page(DOCUMENT, CLAIM)
    assert {tag for tag, _ in hostile.tags} <= {tag for tag, _ in tame.tags} | {"h2"}
    assert not [name for _, attributes in hostile.tags for name in attributes if name.startswith("on")]
    assert all((link["href"] or "").startswith("#") for link in hostile.all("a"))
    assert "<script>alert(1)</script>" in hostile.words
    assert "{{ 7 * 7 }}" in hostile.words
    assert "\x1b" not in hostile.words
    assert "\u202e" not in hostile.words


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    shown = page(replace(DOCUMENT, url="https://example.org/flood"), CLAIM)
    assert [tag for tag, attributes in shown.tags if "src" in attributes] == []
    assert [link["href"] for link in shown.all("link")] == ["data:,"]
    assert "https://example.org/flood" in [link["href"] for link in shown.all("a")]
    assert "url(" not in (files("tollbook.show") / "page.css").read_text(encoding="utf-8")


def test_the_policy_allows_its_own_style_and_nothing_else() -> None:
    source = html.render(Extracted(DOCUMENT, (CLAIM,)))
    [style] = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [
        m["content"] or "" for m in Page(source).all("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "style=" not in source


def test_every_claim_is_marked_and_explained() -> None:
    shown = page(DOCUMENT, CLAIM, HURT)
    assert [mark["class"] for mark in shown.all("mark") if mark["class"]][3:] == ["harmed", "harmed"]
    targets = {attributes["id"] for _, attributes in shown.tags if "id" in attributes}
    assert {"claim-1", "claim-2", "figure-1", "figure-2"} <= targets
    assert {(link["href"] or "")[1:] for link in shown.all("a")} <= targets
    words = " ".join(shown.words.split())
    assert "The governor" in words
    assert "one event, 1–3\xa0Sep\xa02020".replace("\xa0", " ") in words
    assert "could not be verified" in words
    assert "verb of dying died" in words


def test_claims_on_the_same_words_share_a_mark() -> None:
    other = replace(CLAIM, id="c2", party="CMR")
    shown = page(DOCUMENT, CLAIM, other)
    assert len(shown.all("mark")) == 4
    assert {"figure-1", "figure-2"} <= {link.get("id") for link in shown.all("a")}


def test_a_relation_leads_to_the_other_claim() -> None:
    shown = page(DOCUMENT, CLAIM, replace(HURT, relations=(Relation("part_of", "c1"),)))
    assert "part of 1" in " ".join(shown.words.split())


def test_furniture_is_shown_apart() -> None:
    words = page(DOCUMENT, CLAIM).words
    assert "page furniture: link list" in words
    assert "READ MORE: 9 dead" in words


def test_the_whole_text_is_on_the_page() -> None:
    words = " ".join(page(DOCUMENT, CLAIM, HURT).words.split())
    for line in TEXT.splitlines():
        without_numbers = re.sub(r"(at least 40|12) [12]", r"\1", words)
        assert line in re.sub(r"(at least 40|12)[12]", r"\1", without_numbers)


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "harmed", "moved", "things"])
@pytest.mark.parametrize("ground", ["paper", "card", "glow"])
def test_words_stand_out_from_their_ground_by_wcag_aa(theme: int, ink: str, ground: str) -> None:
    css = (files("tollbook.show") / "page.css").read_text(encoding="utf-8")
    roots = [colours(block) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)]
    palette = {**roots[0], **roots[theme]}
    light, dark = sorted((luminance(palette[ink]), luminance(palette[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
