"""Throw bytes at the program for long, as a Markdown table.

    python benchmarks/fuzz.py [--cases 200000] [--seconds 3600] [--jobs 1] [--keep FOLDER] [TARGET ...]

The targets are those of tests/hostile/targets.py, each in a process of its own under atheris (coverage-guided, on
libFuzzer), beginning with the cases kept in tests/hostile/cases. A target ends at the first case that breaks its word,
takes more than a minute or more than 2 GB; the case is left in FOLDER, to be mended and kept. Exit code 1 where there
is one. Needs the extra `benchmarks`.
"""

from __future__ import annotations

import argparse
import logging
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "hostile" / "cases"
LONGEST = 300
LIMITS = ("-timeout=60", "-rss_limit_mb=2048", f"-max_len={LONGEST}", "-print_final_stats=1", "-seed=1")
sys.path.insert(0, str(ROOT))


def fuzz(name: str, libfuzzer: list[str]) -> None:
    """Run one target here until libFuzzer ends the process."""
    import atheris

    logging.disable(logging.CRITICAL)
    with atheris.instrument_imports(include=["graphbuild"]):
        from tests.hostile.targets import TARGETS
    atheris.Setup([sys.argv[0], *libfuzzer], TARGETS[name])
    atheris.Fuzz()


def quoted(token: bytes) -> str:
    """Return a word of the dictionary as libFuzzer reads it."""
    return "".join(f"\\x{byte:02x}" for byte in token)


def row(name: str, cases: int, seconds: int, keep: Path) -> tuple[str, bool]:
    """Return a target's row of the table, and whether it held."""
    from tests.hostile.targets import TOKENS, seeds

    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        words = Path(folder).with_suffix(".words")
        words.write_text("".join(f'"{quoted(token)}"\n' for token in TOKENS), encoding="ascii")
        command = [
            sys.executable,
            __file__,
            "--one",
            name,
            folder,
            f"-dict={words}",
            f"-runs={cases}",
            f"-max_total_time={seconds}",
        ]
        command += [f"-artifact_prefix={keep}/{name}-", *LIMITS]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        words.unlink()
    told = done.stderr + done.stdout
    run = re.search(r"number_of_executed_units:\s+(\d+)", told)
    memory = re.search(r"peak_rss_mb:\s+(\d+)", told)
    slowest = re.search(r"slowest_unit_time_sec:\s+(\d+)", told)
    (keep / f"{name}.log").write_text(told, encoding="utf-8")
    took = time.monotonic() - begun
    held = done.returncode == 0
    figures = [found[1] if found else "?" for found in (run, slowest, memory)]
    cells = (name, figures[0], f"{took:.0f}", *figures[1:], "none" if held else "yes")
    return f"| {' | '.join(cells)} |", held


def main() -> int:
    """Run the targets and print the table."""
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3:])
    from tests.hostile.targets import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--seconds", type=int, default=3600, help="of each target at most")
    parser.add_argument("--jobs", type=int, default=1, help="targets run at once")
    parser.add_argument("--keep", type=Path, default=Path("fuzz"))
    given = parser.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    print("| target | cases | seconds | slowest case, s | peak memory, MB | broken |\n|---|---|---|---|---|---|")
    with ThreadPoolExecutor(given.jobs) as pool:
        rows = pool.map(
            lambda name: row(name, given.cases, given.seconds, given.keep.resolve()), given.targets or TARGETS
        )
        every = True
        for text, held in rows:
            print(text, flush=True)
            every = every and held
    return 0 if every else 1


if __name__ == "__main__":
    sys.exit(main())
