"""Corpus to articles: plain text, Markdown, web pages, JSON lines and tables, in one sorted stream."""

from __future__ import annotations

from graphbuild.read.corpus import read
from graphbuild.read.draft import Refusal

__all__ = ["Refusal", "read"]
