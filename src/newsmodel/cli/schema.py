"""`newsmodel schema`: the JSON Schema of newsmodel's own JSON."""

from __future__ import annotations

import click

from newsmodel.cli import options, outputs, report
from newsmodel.cli.exits import TABLE, Exit


@click.command("schema", short_help="Print the JSON Schema of newsmodel's own JSON.", epilog=TABLE)
@options.output("-o", "--output", help="Write it there instead.")
@click.option("--force", is_flag=True, help="Overwrite the file if it exists.")
def command(output: str | None, force: bool) -> Exit:
    """Prints the JSON Schema (2020-12) of newsmodel's own JSON, for editors and validators.

    \b
    newsmodel schema -o newsmodel.schema.json
    """
    from newsmodel.schema import generate

    text = report.dumped(generate()) + "\n"
    outputs.save(text.encode("utf-8"), None if output == "-" else output, force)
    return Exit.OK
