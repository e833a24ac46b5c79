"""The page itself: template, style, script and data put together under a policy that names their hashes."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any

from graphbuild.clean import whole

STYLES = ("colours", "page", "parts", "graph", "tables")
SCRIPTS = (
    "dom", "world", "state", "words", "rules", "filters", "tally", "facets", "search", "timeline", "range", "bends",
    "labels", "shapes", "places", "graph", "walk", "matrix", "table", "pairs", "events", "sentences", "panel", "home",
    "picture", "download", "keys", "main",
)  # fmt: skip
"""In this order the files of script/ become one script: each may use what stands before it."""

_ESCAPED = re.compile("[<>&\u2028\u2029]")


def document(data: dict[str, Any], plain: str) -> str:
    """Return the page that shows the data; `plain` is the HTML for a browser without script."""
    style = "".join(_part(f"style/{name}.css") for name in STYLES)
    script = '(() => {\n"use strict";\n' + "".join(_part(f"script/{name}.js") for name in SCRIPTS) + "})();\n"
    policy = (
        f"default-src 'none'; script-src 'sha256-{_digest(script)}'; style-src 'sha256-{_digest(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    told = whole(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    told = _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", told)
    parts = {"policy": policy, "style": style, "script": script, "data": told, "plain": plain}
    return Template(_part("page.html")).substitute(parts)


def _part(name: str) -> str:
    return (files("graphbuild") / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
