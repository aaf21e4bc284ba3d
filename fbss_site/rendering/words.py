"""What the renderer is told about terms and local words."""

from typing import NamedTuple


class Term(NamedTuple):
    """A glossary term as a page needs it."""

    key: str
    name: str
    definition: str
    url: str


class Word(NamedTuple):
    """A clinic's own wording for a ``{{placeholder}}``; ``url`` is empty or a ``tel:`` address."""

    text: str
    url: str = ""
