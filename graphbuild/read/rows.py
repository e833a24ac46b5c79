"""One row of a table, or one object of a JSON line, as a draft."""

from __future__ import annotations

from collections.abc import Mapping

from graphbuild.read.draft import Columns, Draft, Refusal, refuse, scalar


def row_draft(
    row: Mapping[str, object], columns: Columns, stem: str, path: str, number: int, notes: tuple[str, ...] = ()
) -> Draft | Refusal:
    """Return the article of a row; `number` counts from 1 and names it where it has no id."""
    place = f"{path}:{number}"
    text = row.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        known = ", ".join(str(key) for key in row) or "nothing"
        return refuse(place, f"no text in '{columns.text}' (the row holds {known[:200]}); choose it with text_column")
    return Draft(
        scalar(row.get(columns.id)) or f"{stem}-{number}",
        text.replace("\r\n", "\n").replace("\r", "\n"),
        place,
        title=scalar(row.get(columns.title)),
        outlet=scalar(row.get(columns.source)),
        author=scalar(row.get("author")),
        date=row.get(columns.date),
        url=scalar(row.get(columns.url)),
        notes=notes,
    )
