"""The command line: `newsmodel convert`, `show` and their like, installed with the extra `cli`.

Every command is a file of its own, named after it; `newsmodel.cli.app` finds it there.
"""

from __future__ import annotations

import sys
from typing import NoReturn

_LIBRARIES = {"click", "rich"}


def main() -> NoReturn:
    """Runs the command line on `sys.argv` and exits with one of the codes of `newsmodel.cli.exits`."""
    try:
        from newsmodel.cli.app import app
    except ModuleNotFoundError as error:
        _exit_without(error)
    app.main(prog_name="newsmodel")
    raise AssertionError("unreachable: click exits")


def _exit_without(error: ModuleNotFoundError) -> NoReturn:
    from newsmodel.errors import MissingExtraError

    if error.name not in _LIBRARIES:
        raise error
    print(f"newsmodel: {MissingExtraError('the command line', error.name, 'cli')}", file=sys.stderr)
    sys.exit(4)
