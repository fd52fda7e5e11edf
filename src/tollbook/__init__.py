"""Tollbook keeps the book of the news' numbers: who says how many, of whom, as of when, on whose word, how sure."""

__version__ = "0.1.0"
