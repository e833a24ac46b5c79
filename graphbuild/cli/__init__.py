"""The command line: one file a command, and the one place where errors become a line and an exit code.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were set aside, 130 interrupted; those of `diff` are
those of diff(1).
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

import click

from graphbuild.cli.alliances import alliances
from graphbuild.cli.build import build
from graphbuild.cli.check import check
from graphbuild.cli.console import say
from graphbuild.cli.diff import diff
from graphbuild.cli.draw import draw
from graphbuild.cli.evaluate import evaluate
from graphbuild.cli.explain import explain
from graphbuild.cli.export import export
from graphbuild.cli.extract import extract
from graphbuild.cli.query import query
from graphbuild.cli.serve import serve
from graphbuild.errors import GraphbuildError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

__all__ = ["cli", "main"]


@dataclass(slots=True)
class Settings:
    """What holds for every command; `failed` is the exit code of one that fails."""

    debug: bool = False
    failed: int = 1


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from graphbuild.version import program_version

        click.echo(f"graphbuild {program_version()}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_obj
def cli(settings: Settings | None, debug: bool) -> None:
    """Turn French news articles into a knowledge graph of events: who did what to whom, and which sentence says so."""
    if settings is not None:
        settings.debug = debug


for _command in (build, extract, explain, export, diff, alliances, draw, evaluate, check, query, serve):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal that knows no arrow must not end the program
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    settings = Settings()
    try:
        code = cli.main(arguments, "graphbuild", standalone_mode=False, obj=settings)
        sys.stdout.flush()
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        # whoever read the output has gone, and Python would flush once more on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        _tell(error, settings.debug)
        return settings.failed
    return code if isinstance(code, int) else 0


def _tell(error: Exception, debug: bool) -> None:
    if debug:
        traceback.print_exception(error)
    if isinstance(error, GraphbuildError):
        say(str(error))
    elif isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:
        say(f"cannot write ({error.strerror}); free some space where standard output and temporary files go")
    else:
        what = ", ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
        say(f"stopped by an error of its own ({what}); run  graphbuild --debug …  and report what it shows")
