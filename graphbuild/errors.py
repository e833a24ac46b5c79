"""What can go wrong, told in one line. Raised anywhere, caught in the command line alone."""

from __future__ import annotations


class GraphbuildError(Exception):
    """Base of all errors that a user can mend. The message names the file, the place and the way out."""


class ReadError(GraphbuildError):
    """An input cannot be read as an article; the other inputs go on."""


class CeilingError(GraphbuildError):
    """One article takes more time or memory than any may; the other articles go on."""


class LexiconError(GraphbuildError):
    """A row of a data file is wrong; the message begins with file:line."""


class ModelError(GraphbuildError):
    """The spaCy pipeline is missing or is not a French one."""


class EngineError(GraphbuildError):
    """The engine that was asked for is not installed, cannot start, or has given up; what is done is kept."""


class LedgerError(GraphbuildError):
    """The SQLite file of a build is missing, locked or damaged."""


class OutputError(GraphbuildError):
    """A result cannot be written whole; nothing half-written is left behind."""


class QueryError(GraphbuildError):
    """A query is not sound, asks for what is not given, or cannot be answered."""


class QueryRefusedError(QueryError):
    """A query wants what no query may have: to write, or to reach out to another server."""


class PictureError(GraphbuildError):
    """A picture is asked for that there is not, or with an option that does not go with its kind."""


class ScopeError(GraphbuildError):
    """What is to be looked at (an outlet, a period) is not in the build."""
