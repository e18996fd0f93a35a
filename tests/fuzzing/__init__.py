"""Fuzzing of every reader: `python -m tests.fuzzing [--seconds N] [--executions N] [--seed N] [reader …]`.

Each reader is given mutated files: bytes, JSON member by member, markup tag by tag, texts line by line. Whatever the
input, it gives a valid document or raises FormatError, and what it says of it can be printed. The same seed gives the
same inputs. What once failed is kept in `corpus/`, and read again by the plain tests.
"""
