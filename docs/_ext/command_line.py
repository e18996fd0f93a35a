"""The page of the command line: what `--help` says, command by command."""

import click

from newsmodel.cli.app import COMMANDS, app


def page() -> str:
    """The page `command-line.md`."""
    context = click.Context(app, info_name="newsmodel", terminal_width=88, max_content_width=88)
    lines = [INTRODUCTION, "```text", app.get_help(context), "```", ""]
    for name in COMMANDS:
        command = app.get_command(context, name)
        if command is None:
            continue
        below = click.Context(command, info_name=name, parent=context, terminal_width=88, max_content_width=88)
        lines += [f"## newsmodel {name}", "", "```text", command.get_help(below), "```", ""]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()).rstrip() + "\n"


INTRODUCTION = """# The command line

Installed with the extra `cli`: `pip install 'newsmodel-core[cli]'`. The texts below are what `--help` prints.
"""
