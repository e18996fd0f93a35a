"""Writes the sample articles out: `NAME.json` beside this file and a web page in `../pages`.

The modules of this folder are the one truth, each an `ARTICLE`; run `python examples/articles/build.py` after a change.
"""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import newsmodel as nm

HERE = Path(__file__).resolve().parent


def articles() -> dict[str, nm.Article]:
    """Every sample article by its name, which is its module's with hyphens."""
    return {path.stem.replace("_", "-"): _article(path) for path in sorted(HERE.glob("*.py")) if path.stem != "build"}


def outputs() -> dict[Path, str]:
    """What every file that is built must hold."""
    files = {}
    for name, article in articles().items():
        files[HERE / f"{name}.json"] = nm.to_json(article, indent=2) + "\n"
        files[HERE.parent / "pages" / f"{name}.html"] = nm.to_html(article)
    return files


def _article(path: Path) -> nm.Article:
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ARTICLE


if __name__ == "__main__":
    for file, text in outputs().items():
        file.write_text(text, encoding="utf-8", newline="\n")
