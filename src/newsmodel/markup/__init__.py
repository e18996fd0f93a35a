"""Strings of markup to blocks: the HTML parser behind one seam, and what reads its tree."""
