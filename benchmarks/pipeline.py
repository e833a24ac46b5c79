"""What graphbuild costs beside the parser alone: stock spaCy and a whole build, side by side, as Markdown tables.

    python benchmarks/pipeline.py [FOLDER] [--articles 150] [--repeat 2]

Stock is `spacy.load` and `nlp.pipe` over the texts, as the manual shows it. The build reads the files, parses, finds
the events, keeps the ledger and writes every output; the second table says what each part of it takes, in the run that
the first one shows. Each run is a process of its own, the two take turns, and the best of each counts. Times are CPU
seconds of all threads, so that a busy machine disturbs them little.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from apart import apart
from clock import Clock

MODEL = "fr_core_news_md"
FOLDERS = (Path("../shared/texts/more"), Path("corpus"))
SIDES = ("stock", "graphbuild")
PARTS = ("reading", "parsing", "finding events", "ledger and files")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=next((f for f in FOLDERS if f.is_dir()), FOLDERS[-1]))
    parser.add_argument("--articles", type=int, default=10**6, help="how many, spread evenly over the folder; else all")
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = chosen(options.folder, options.articles)
    if options.side:
        print(json.dumps(measured(options.side, files)))
        return
    arguments = [str(options.folder), "--articles", str(options.articles)]
    runs = [(side, apart(__file__, *arguments, "--side", side)) for _ in range(options.repeat) for side in SIDES]
    best = {side: min((r for s, r in runs if s == side), key=lambda r: r["total"]) for side in SIDES}
    print(table(best, len(files), sum(len(text.split()) for text in texts(files))))


def chosen(folder: Path, most: int) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    if not files:
        sys.exit(f"{folder}: holds no .txt or .md file")
    step = max(1, len(files) // most)
    return files[::step][:most]


def texts(files: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in files]


def measured(side: str, files: list[Path]) -> dict[str, float]:
    """Return the CPU seconds of one side, what loads before the first word apart, and its memory in MB."""
    begun = time.perf_counter()
    loaded, parts = stock(files) if side == "stock" else whole_build(files)
    total = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall = time.perf_counter() - begun
    return parts | {"loading": loaded, "work": total - loaded, "total": total, "wall": wall, "memory": memory}


def stock(files: list[Path]) -> tuple[float, dict[str, float]]:
    import spacy

    nlp = spacy.load(MODEL)
    loaded = time.process_time()
    for _ in nlp.pipe(texts(files)):
        pass
    return loaded, {}


def whole_build(files: list[Path]) -> tuple[float, dict[str, float]]:
    """Build; return the CPU seconds of loading, and those of the parts of the work."""
    from graphbuild import assemble, build, parse, read
    from graphbuild.lexicon import load_lexicon
    from graphbuild.workers import one_thread_each, pipeline_of

    one_thread_each()
    load_lexicon()
    pipeline_of(MODEL)
    clock = Clock()
    read.read = clock.streams("reading", read.read)
    parse.parse = clock.streams("parsing", parse.parse)
    assemble.events_of = clock.calls("finding events", assemble.events_of)
    loaded = time.process_time()
    with TemporaryDirectory() as output, clock.part("ledger and files"):
        build(files, output, model=MODEL)
    return loaded, {part: clock.spent[part] for part in PARTS}


def table(best: dict[str, dict[str, float]], articles: int, words: int) -> str:
    lines = [
        f"{articles} articles, {words} words",
        "",
        "| | loading, CPU s | work, CPU s | total, CPU s | words per CPU s of work | wall s | memory MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for side, name in zip(SIDES, ("stock spaCy: parse", "graphbuild: read, parse, extract, write all"), strict=True):
        figures = best[side]
        cells = [f"{figures[key]:.1f}" for key in ("loading", "work", "total")]
        cells += [f"{words / figures['work']:.0f}", f"{figures['wall']:.1f}", f"{figures['memory']:.0f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    shares = (best["graphbuild"][key] / best["stock"][key] for key in ("loading", "work", "total"))
    lines.append(f"| ratio | {' | '.join(f'**{share:.2f}**' for share in shares)} | | | |")
    lines += ["", "| of graphbuild's work | CPU s | share |", "|---|---|---|"]
    ours = best["graphbuild"]
    lines += [f"| {part} | {ours[part]:.1f} | {ours[part] / ours['work']:.0%} |" for part in PARTS]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
