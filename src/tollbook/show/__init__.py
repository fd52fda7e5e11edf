"""An article with its figures marked, for a person: on a terminal and as a page."""
