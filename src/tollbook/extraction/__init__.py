"""From a document to its claims; ``pipeline`` is the order of the steps."""
