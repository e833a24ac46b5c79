"""The best-attested pairs as a plain HTML table, for a browser without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import product
from typing import Any

from graphbuild.clean import clean, whole

MOST = 200


def plain_table(data: dict[str, Any]) -> str:
    """Return what stands between the noscript tags: the pairs that the page shows at first, in French."""
    say = data["words"]["fr"]
    friendly, hostile, articles = _count(data)
    pairs = sorted({*friendly, *hostile}, key=lambda pair: (-friendly[pair] - hostile[pair], pair))
    names = [_safe(name or id_) for id_, name, *_ in data["actors"]]
    rows = "".join(
        f"<tr><th scope='row'>{names[a]} – {names[b]}</th><td>{friendly[a, b]}</td><td>{hostile[a, b]}</td>"
        f"<td>{len(articles[a, b])}</td></tr>"
        for a, b in pairs[:MOST]
    )
    heads = "".join(f"<th scope='col'>{_safe(say[key])}</th>" for key in ("pair", "friendly", "hostile", "articles"))
    told = _safe(say["noscript"].format(shown=min(len(pairs), MOST), count=len(pairs)))
    return f"<h1>{_safe(say['title'])}</h1><p>{told}</p><table><tr>{heads}</tr>{rows}</table>"


def _count(data: dict[str, Any]) -> tuple[Counter[Any], Counter[Any], dict[Any, set[int]]]:
    sides: dict[int, Counter[Any]] = {1: Counter(), -1: Counter()}
    articles: dict[Any, set[int]] = {}
    for pair, sign, article in _asserted(data):
        sides[sign][pair] += 1
        articles.setdefault(pair, set()).add(article)
    return sides[1], sides[-1], articles


def _asserted(data: dict[str, Any]) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Yield the pairs of what the articles themselves assert, with the sign and the article."""
    for _, article, kind, factuality, attribution, _, _, confidence, sources, targets, *_ in data["events"]:
        sign = data["types"][kind]
        if sign and factuality == "asserted" and not attribution and confidence >= data["limits"]["sure"]:
            for pair in sorted({(min(pair), max(pair)) for pair in product(sources, targets) if pair[0] != pair[1]}):
                yield pair, sign, article


def _safe(text: str) -> str:
    return escape(clean(whole(text)))
