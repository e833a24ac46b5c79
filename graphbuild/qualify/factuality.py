"""Did it happen? Asserted, negated, planned or possible, with the words that say so.

The reading follows event factuality as in FactBank (Saurí and Pustejovsky 2009): from the trigger outwards, each word
that governs the event turns what was read so far, until a word lets nothing pass.
"""

from __future__ import annotations

from itertools import chain

from graphbuild.extraction.context import Context
from graphbuild.model import Mark
from graphbuild.qualify.embedding import governing_steps
from graphbuild.qualify.reading import weigh
from graphbuild.qualify.surroundings import own_steps
from graphbuild.tree import Word


def factuality(context: Context, trigger: Word) -> tuple[str, tuple[Mark, ...]]:
    """Return the factuality of the event at a trigger and the marks that set it (article offsets)."""
    value, words = weigh(chain(own_steps(context, trigger), governing_steps(context, trigger)))
    paragraph = context.scene.paragraphs[context.paragraph]
    marks = (Mark(word.text, *paragraph.span(word.i, word.i)) for word in words)
    return value, tuple(dict.fromkeys(marks))
