"""Blocks to markup: a `Renderer` is a frozen table from class to rule; `html`, `markdown` and `text` are three."""
