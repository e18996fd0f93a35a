"""The set phrases of news pages in many languages: share labels, comment counts, bylines, dates in words.

Tables and pure functions over one line of text. Both the reader of whole pages and the reader of pasted text need them.
"""
