"""The score of extracted claims against annotated ones: matching, counting, and what went wrong."""
