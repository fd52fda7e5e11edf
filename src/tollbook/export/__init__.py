"""The formats that claims leave in: one file a format, each a function from articles to pieces of text."""
