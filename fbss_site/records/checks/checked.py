"""One record as the checks read it: its texts, split once."""

import re
from bisect import bisect_left
from functools import cached_property

from django.db import models

from fbss_site.fields import TextListField
from fbss_site.records.fields import body_fields

from .findings import Finding, Level
from .passages import Passage
from .text import reads_like_english

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class Text(Passage):
    """A section, or a value of the front matter that patients read.

    ``field`` is its heading or key; ``name`` the name of the model's field.
    """

    def __init__(self, field, name, raw, line, *, markdown=True):
        super().__init__(raw, markdown=markdown)
        self.field, self.name, self.is_section, self._line = field, name, markdown, line

    def finding(self, check, start, end, message, *, level=Level.BLOCKS, words=""):
        """A Finding about the characters from ``start`` to ``end``, named by ``words`` where those are marks only."""
        words = words or " ".join(self.plain[start:end].split()) or " ".join(self.raw[start:end].split())
        offset = start if self.is_section else 0
        return Finding(check, level, self.field, self._line_of(offset), words[:200], message, offset)

    def _line_of(self, offset):
        return self._line + bisect_left(self._line_ends, offset)

    @cached_property
    def _line_ends(self):
        return [index for index, character in enumerate(self.raw) if character == "\n"]


class Checked:
    """A document with what is needed to judge it. Pure: no query, no clock."""

    def __init__(self, model, document, library):
        self.model, self.document, self.library = model, document, library

    @cached_property
    def sections(self):
        """A Text for each section that the record type knows, in reading order."""
        document = self.document
        return [
            Text(
                field.heading,
                field.name,
                document.sections[field.heading],
                document.text_lines.get(field.heading, 1),
            )
            for field in body_fields(self.model)
            if document.sections.get(field.heading)
        ]

    @cached_property
    def values(self):
        """A Text for each value of the front matter that patients read as words."""
        return [
            Text(key, key, str(value), self.document.line_of(key), markdown=False)
            for key in _worded_keys(self.model)
            for value in _as_list(self.document.front.get(key))
        ]

    @cached_property
    def texts(self):
        return [*self.values, *self.sections]

    @cached_property
    def is_english(self):
        return reads_like_english(text.plain for text in self.texts)

    @cached_property
    def wordings(self):
        """The texts for the checks of wording, which know English only: none where it is another language."""
        return self.texts if self.is_english else []

    @cached_property
    def cited_numbers(self):
        """For each block of the sections with a citation, the numbers in it."""
        return [
            frozenset(NUMBER.findall(text.plain, block.start, block.end))
            for text in self.sections
            for block in text.blocks
            if block.keys
        ]

    def section(self, name):
        """The Text of the model's field ``name``, or None."""
        return next((text for text in self.sections if text.name == name), None)

    def finding(self, check, field, message, *, level=Level.BLOCKS, words=""):
        """A Finding about a key, a section or (with no ``field``) the record as a whole."""
        return Finding(check, level, field, self.document.line_of(field), words, message)


def _worded_keys(model):
    """The keys of the front matter that hold words, not choices, names or numbers of something."""
    for key in (*model.SHARED_FRONT, *model.front_fields):
        field = model._meta.get_field(key)
        worded = isinstance(field, models.CharField | models.TextField | TextListField)
        if worded and not field.choices and key not in {"slug", "icd10"}:
            yield key


def _as_list(value):
    if isinstance(value, list):
        return [item for item in value if item]
    return [value] if value else []
