"""What is measured runs in a process of its own: it starts cold, and its memory is its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def apart(script: str, *arguments: str, **settings: str) -> dict[str, Any]:
    """Run a script of this folder and return the object that it prints; `settings` are variables of its environment."""
    path = f"{ROOT}{os.pathsep}{ROOT / 'benchmarks'}"
    done = subprocess.run(
        [sys.executable, script, *arguments],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path} | settings,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
