"""What a check says."""

from typing import NamedTuple

from django.db.models import TextChoices


class Level(TextChoices):
    BLOCKS = "blocks", "Blocks publishing"
    WARNS = "warns", "Warning"


class Finding(NamedTuple):
    """One place to mend.

    ``field``: a key of the front matter or a section's heading; empty for the record as a whole.
    ``line``: of the record's document, from 1. ``offset``: the character within the section's Markdown
    where ``words`` begin; 0 for keys of the front matter. ``message`` tells the editor what to do.
    """

    check: str
    level: Level
    field: str
    line: int
    words: str
    message: str
    offset: int = 0

    def __str__(self):
        return f"“{self.words}”: {self.message}" if self.words else self.message
