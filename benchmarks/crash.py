"""Builds that are killed, meet another or run out of disk: after each, the next one must end with the right bytes.

    unshare -Urm python benchmarks/crash.py [CORPUS] [--kills 50] [--races 20] [--full 20] [--articles 8] [--seed 6]

`unshare` (Linux) lends the right to mount a small disk; without it a limit on the size of files stands in. Ends with
exit code 1 and the seed where anything is wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.disturbed import DONE, REFUSED, STARTS, STARVED, Build, Ground, start

MOMENTS = ("while reading and parsing", "as articles come in", "as files are written")
Row = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=Path("corpus"))
    for name, number in (("kills", 50), ("races", 20), ("full", 20), ("articles", 8), ("seed", 6)):
        parser.add_argument(f"--{name}", type=int, default=number)
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        ground = Ground(options.corpus, options.articles, Path(scratch))
        rng, output = random.Random(options.seed), Path(scratch) / "output"
        output.mkdir()
        count: Counter[Row] = Counter()
        wrong: list[str] = []
        for number in range(options.kills):
            wrong += killed(ground, output, rng, STARTS[number % len(STARTS)], count)
        for _ in range(options.races):
            wrong += raced(ground, output, rng, count)
        for number in range(options.full):
            wrong += filled(ground, output, (number + 1) / (options.full + 1), count)
    print(f"{ground.articles} articles, {ground.seconds:.1f} s a build\n")
    print("| disturbed | how it ended | times |\n|---|---|---|")
    for (what, how), times in sorted(count.items()):
        print(f"| {what} | {how} | {times} |")
    print(f"\n{len(wrong)} wrong", *wrong, sep="\n")
    sys.exit(f"seed {options.seed}" if wrong else 0)


def killed(ground: Ground, output: Path, rng: random.Random, begin: str, count: Counter[Row]) -> list[str]:
    """Kill a build, or two in a row, then let one end."""
    before, wrong = ground.lay(begin, output), []
    for _ in range(rng.choice((1, 1, 2))):
        build = start(ground.corpus, output)
        moment = "at any moment" if begin == STARTS[2] else rng.choice(MOMENTS)  # there no article comes in
        _await(build, moment, ground, rng)
        os.kill(build.process, signal.SIGKILL)
        ended = build.end()
        count[f"kill -9, from {begin}", "ended before" if ended == DONE else f"killed {moment}"] += 1
        wrong += ground.faults(output, before)
        wrong += [] if ended in (DONE, -signal.SIGKILL) else [f"killed, but left with {ended}"]
    return [f"kill -9, {begin}: {fault}" for fault in wrong + ground.mended(output)]


def _await(build: Build, moment: str, ground: Ground, rng: random.Random) -> None:
    """Wait until a random instant of a stretch of the build."""
    if moment not in MOMENTS[1:]:
        time.sleep(rng.uniform(0, ground.seconds / 2))
        return
    patience = build.begun + rng.uniform(0.2, 1) * ground.seconds
    for _ in range(rng.randint(1, ground.articles) if moment == MOMENTS[1] else ground.articles):
        ready, _, _ = select.select([build.told], [], [], max(0, patience - time.monotonic()))
        if not ready or not os.read(build.told, 1):
            return
    time.sleep(rng.uniform(0, 0.003 if moment == MOMENTS[1] else ground.seconds / 2))


def raced(ground: Ground, output: Path, rng: random.Random, count: Counter[Row]) -> list[str]:
    """Start two builds at about the same time; at least one does its work, the other too or is refused."""
    begin = rng.choice(STARTS)
    ground.lay(begin, output)
    first = start(ground.corpus, output)
    time.sleep(rng.choice((0, 0.001, rng.uniform(0, ground.seconds))))
    second = start(ground.corpus, output)
    ends = sorted((first.end(), second.end()))
    names = {(DONE, DONE): "both done, one after the other", (DONE, REFUSED): "one done, one refused"}
    how = names.get((ends[0], ends[1]), f"left with {ends}")
    count["two builds at once", how] += 1
    wrong = [] if how in names.values() else [how]
    return [f"two builds, {begin}: {fault}" for fault in wrong + ground.mended(output)]


def filled(ground: Ground, output: Path, share: float, count: Counter[Row]) -> list[str]:
    """Build on a disk with room for a share of what a build writes, then with room enough."""
    room = sum(map(len, ground.wanted.values()))
    with _small_disk(output, int(share * room)) as disk:
        before = ground.lay(STARTS[0], output)
        most = int(share * max(map(len, ground.wanted.values())))
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        ended = start(ground.corpus, output, (lambda: None) if disk else limit).end()
        what = "full disk" if disk else "limited size of files"
        how = {DONE: "room enough", STARVED: "told"}.get(ended, f"left with {ended}")
        count[what, how] += 1
        wrong = [] if ended in (DONE, STARVED) else [how]
        wrong += ground.faults(output, before)
        if disk:
            subprocess.run(["mount", "-o", f"remount,size={9 * room}", output], check=True)
        return [f"{what}, {share:.2f} of the room: {fault}" for fault in wrong + ground.mended(output)]


@contextmanager
def _small_disk(folder: Path, size: int) -> Iterator[bool]:
    """Mount a disk of so many bytes; tell whether that could be done."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "graphbuild", folder]
    try:
        mounted = not subprocess.run(command, capture_output=True, check=False).returncode
    except FileNotFoundError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    main()
