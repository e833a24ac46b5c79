"""A small corpus of our own and what a build makes of it, for the tests that build."""

from __future__ import annotations

from pathlib import Path

from graphbuild.outputs import RUN

ARTICLES = {
    "2025-03-02-sommet.txt": "Sommet à Lomé\n\n"
    "Le président français Emmanuel Macron a rencontré Volodymyr Zelensky à Kiev. "
    "La Russie a attaqué l'Ukraine. Berlin a condamné l'attaque de la Russie contre l'Ukraine.\n",
    "2025-03-03-sanctions.md": "---\ntitle: De nouvelles sanctions\ndate: 2025-03-03\n---\n\n"
    "L'Union européenne a imposé des sanctions à la Russie. Moscou a accusé Paris d'ingérence.\n",
    "2025-03-04-accord.txt": "L'Inde et le Japon ont signé un accord. Pékin a critiqué Tokyo. "
    "Narendra Modi a félicité Emmanuel Macron.\n",
    "2025-03-05-appel.txt": "Donald Trump a téléphoné à Vladimir Poutine. "
    "La Pologne a expulsé des diplomates russes.\n",
}


def write_corpus(folder: Path, articles: dict[str, str] | None = None) -> Path:
    """Write the articles into a new folder and return it."""
    folder.mkdir(parents=True)
    for name, text in (articles or ARTICLES).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(output: Path) -> dict[str, bytes]:
    """Return every file of a build by name, but for the one that may hold a clock."""
    return {path.name: path.read_bytes() for path in sorted(output.iterdir()) if path.name != RUN}
