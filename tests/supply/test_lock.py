"""The lock: what CI installs is named to the byte, and is what setup.cfg asks for."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
from lock import RUN, SPARK, TEST, Pin, pins
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = {"run": RUN, "spark": SPARK, "test": TEST}
EXTRAS = {"run": ("serve",), "spark": ("serve", "spark"), "test": ("test", "spark")}


def by_name(path: Path) -> dict[str, Pin]:
    return {pin.name: pin for pin in pins(path)}


def asked(*extras: str) -> list[Requirement]:
    """Return what setup.cfg asks for, with some extras."""
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lists = [setup["options"]["install_requires"], *(setup["options.extras_require"][extra] for extra in extras)]
    return [Requirement(line) for text in lists for line in text.split("\n") if line]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_and_its_hashes(name: str) -> None:
    found = pins(LOCKS[name])
    assert len({pin.name for pin in found}) == len(found) > 70
    assert [pin.name for pin in found if not pin.hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_to_download_from(name: str) -> None:
    assert re.findall(r"://|@ |--index|--extra|--find-links|--trusted", LOCKS[name].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_what_setup_cfg_asks_for(name: str) -> None:
    locked = by_name(LOCKS[name])
    wanted = asked(*EXTRAS[name])
    assert [str(r) for r in wanted if not r.specifier.contains(locked[normal(r.name)].version)] == [], "run  make lock"
    direct = {pin.name for pin in locked.values() if "graphbuild" in pin.asked_by}
    assert direct == {normal(r.name) for r in wanted}, "run  make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_somebody_asks_for_every_package(name: str) -> None:
    names = {pin.name for pin in pins(LOCKS[name])}
    assert [pin.name for pin in pins(LOCKS[name]) if not names.union({"graphbuild"}).intersection(pin.asked_by)] == []


def test_the_tests_run_on_what_users_run() -> None:
    tested = by_name(TEST)
    for pin in (*pins(RUN), *pins(SPARK)):
        assert (tested[pin.name].version, tested[pin.name].hashes) == (pin.version, pin.hashes)


def test_the_build_system_is_locked_too() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = by_name(RUN)
    for requirement in map(Requirement, project["build-system"]["requires"]):
        assert requirement.specifier.contains(locked[requirement.name].version)


def test_ci_installs_nothing_without_a_hash() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "locked=(--require-hashes --only-binary :all: --no-binary pyspark --no-build-isolation " in script
    installs = [line.split() for line in re.findall(r"pip install (.*)", script)]
    unhashed = [words for words in installs if '"${locked[@]}"' not in words]
    assert len(installs) == 3 and len(unhashed) == 1
    assert {"--no-deps", "--no-index", "--no-build-isolation", "."} <= set(unhashed[0])


def test_what_is_no_lock_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("click>=8\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"run\.txt:1: neither"):
        pins(lock)
