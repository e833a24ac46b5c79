"""Data files → one frozen Lexicon: the words and the actors that the rules work with.

The formats are described in docs/lexicon.md. A bad row raises LexiconError whose message begins with file:line.
"""

from graphbuild.lexicon.actions import Frame, SupportVerb
from graphbuild.lexicon.actors import Directory, Role
from graphbuild.lexicon.load import Lexicon, load_lexicon
from graphbuild.lexicon.words import Group, Pronoun, Title, function_words

__all__ = [
    "Directory",
    "Frame",
    "Group",
    "Lexicon",
    "Pronoun",
    "Role",
    "SupportVerb",
    "Title",
    "function_words",
    "load_lexicon",
]
