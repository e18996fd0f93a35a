"""Files, as strangers leave them: read without waiting for anybody, replaced at once and whole."""

from newsmodel.files.replacing import replace_file
from newsmodel.files.special import descriptor_of, is_special, open_file

__all__ = ["descriptor_of", "is_special", "open_file", "replace_file"]
