"""From a draft to an article: text cleaned, laid out, dated, its language checked, its hash taken."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace

from graphbuild.ceiling import CHARACTERS
from graphbuild.model import Article, Span
from graphbuild.read.dates import publication_date
from graphbuild.read.draft import Draft, Refusal, one_line, printable, refuse
from graphbuild.read.encoding import clean
from graphbuild.read.headings import same
from graphbuild.read.language import other_language
from graphbuild.read.layout import look
from graphbuild.read.lines import wrapped
from graphbuild.text import LONG_WORD


@dataclass(slots=True)
class Ids:
    """The ids given so far; a second "a" becomes "a-2", in the order of reading."""

    taken: set[str] = field(default_factory=set)
    seen: dict[str, int] = field(default_factory=dict)

    def give(self, name: str) -> str:
        """Return an id that is still free."""
        wanted = one_line(name) or "article"
        given = wanted
        while given in self.taken:
            self.seen[wanted] = self.seen.get(wanted, 1) + 1
            given = f"{wanted}-{self.seen[wanted]}"
        self.taken.add(given)
        return given


def finish(draft: Draft, ids: Ids) -> Article | Refusal:
    """Return the article that a draft holds, or why it is set aside."""
    title = draft.title
    text, changes = clean(with_title(title, draft.text))
    if not text.strip():
        return refuse(draft.path, "is empty; nothing to read")
    if len(text) > CHARACTERS:
        return refuse(draft.path, f"has {len(text)} characters, more than {CHARACTERS}; split it into its articles")
    other = other_language(text)
    if other:
        return refuse(draft.path, f"is in {other}: set aside; graphbuild reads French")
    layout = look(text, title, draft.markup)
    date, doubts = publication_date(draft.date, draft.name, text)
    article = Article(
        id=ids.give(draft.name),
        text=text,
        path=printable(draft.path),
        sha256="",
        title=title or layout.title,
        outlet=draft.outlet,
        author=draft.author or layout.author,
        date=date,
        url=draft.url,
        headings=layout.headings,
        skipped=layout.skipped,
        notes=(*draft.notes, *changes, *doubts, *wrapped(text), *_passed_over(text)),
    )
    return replace(article, sha256=digest(article))


def _passed_over(text: str) -> tuple[str, ...]:
    count = sum(1 for _ in LONG_WORD.finditer(text))
    return (f"words of more than 300 characters are passed over: {count}",) if count else ()


def with_title(title: str | None, body: str) -> str:
    """Return the body under its title, unless it begins with it."""
    if not title:
        return body
    first = body.lstrip().split("\n", 1)[0]
    return body if same(first, title) else f"{title}\n\n{body}"


def digest(article: Article) -> str:
    """Return the hash of all that extraction depends on. Where the file lies and what was guessed do not count."""
    parts: list[object] = [article.id, article.text, article.title, article.outlet, article.author, article.date]
    parts += [article.lang, article.url, _pairs(article.headings), _pairs(article.skipped)]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
