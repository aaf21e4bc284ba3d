"""A public record has all its parts, each with words in it, under headings in order, with pictures described."""

import re
from itertools import zip_longest

from django.db import models

from fbss_site.records.fields import body_fields
from fbss_site.records.uploads import ALT_PROMPT

from .patterns import any_of
from .text import IMAGE, words_of

CHECK = "incomplete"
EMPTY = any_of("none, nil, n/a, n / a, not applicable, no, nothing, unknown, empty, see above, as above, same, text")
NOTHING = re.compile(rf"\A\W*{EMPTY}?\W*\Z", re.IGNORECASE)
NO_HARMS = re.compile(
    r"\A\W*(?:there\s+are\s+)?(?:no|none)\b[\w\s]{0,20}\b(?:harms?|risks?|side[\s-]effects?|complications?)"
    r"(?:\s+(?:are\s+)?known)?\W*\Z",
    re.IGNORECASE,
)
CAMERA = any_of(
    "img, dsc, dscn, pxl, image, picture, photo, pic, screenshot, screen shot, scan, untitled, unnamed, download, "
    "file, figure, fig"
)
FILE_NAME = re.compile(
    rf"\.(?:jpe?g|png|webp|gif|svg|bmp|heic|tiff?)\b|\A{CAMERA}?[\s\d_()-]*\Z|\A[\w-]*_[\w-]*\Z"
    r"|\A(?:an?\s+)?(?:image|picture|photo|graphic|illustration|diagram)\Z",
    re.IGNORECASE,
)
FIRST_LEVEL = 3


def check(record):
    yield from _parts(record)
    for text in record.sections:
        yield from _headings(text)
        yield from _pictures(text)


def _parts(record):
    model, document = record.model, record.document
    for key in _needed_keys(model):
        if document.front.get(key) in (None, "", []):
            yield record.finding(CHECK, key, f"Fill in “{model._meta.get_field(key).verbose_name}” before you publish.")
    for field in body_fields(model):
        text = record.section(field.name)
        if text is None or not _says_something(text):
            if field.needed or text is not None:
                yield record.finding(CHECK, field.heading, f"Write “{field.heading}” before you publish.")
        elif field.name == "risks" and NO_HARMS.match(text.plain):
            yield text.finding(CHECK, 0, len(text.raw), "Every treatment has harms, if only time and money. Say which.")


def _needed_keys(model):
    """``certainty`` and ``evidence_population`` may be blank in a draft only."""
    yield "title"
    if model.needs_summary:
        yield "summary"
    for key in model.front_fields:
        field = model._meta.get_field(key)
        if isinstance(field, models.ManyToManyField) or field.has_default():
            continue
        if key in {"certainty", "evidence_population"} or not (field.blank or field.null):
            yield key


def _says_something(text):
    words = " ".join(sentence.text for sentence in text.sentences if sentence.block.kind != "heading")
    return not NOTHING.match(words) and len(words_of(words)) > 1


def _headings(text):
    level = FIRST_LEVEL - 1
    blocks = text.blocks
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind != "heading":
            continue
        start = text.raw.rfind("\n", 0, block.start) + 1
        if not block.sentences:
            yield text.finding(CHECK, start, block.end, "This heading has no words. Write them, or delete the marks.")
        elif following is None or (following.kind == "heading" and following.level <= block.level):
            message = "Nothing stands under this heading. Write it, or delete the heading."
            yield text.finding(CHECK, start, block.end, message)
        if block.level < FIRST_LEVEL:
            message = "Start a heading inside a section with ### : the page gives the section its own heading."
            yield text.finding(CHECK, start, block.end, message)
        elif block.level > level + 1:
            message = f"This heading skips a level. Start it with {'#' * (level + 1)} here."
            yield text.finding(CHECK, start, block.end, message)
        level = max(block.level, FIRST_LEVEL)


def _pictures(text):
    for match in IMAGE.finditer(text.raw):
        description, source = match[1].strip(), match[2].split(" ")[0]
        stem = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if not description or description == ALT_PROMPT:
            message = "Describe this picture between the square brackets, for people who cannot see it."
            yield text.finding(CHECK, *match.span(), message)
        elif FILE_NAME.search(description) or description.lower() == stem.lower():
            yield text.finding(CHECK, *match.span(), "This is the name of a file. Describe what the picture shows.")
