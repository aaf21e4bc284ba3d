"""An editor's Markdown -> the plain sentences that search reads and shows."""

import re
from typing import NamedTuple

# Every pattern is bounded, so that no text, however odd, costs more than its length.
_REPLACED = (
    (re.compile(r" ?\[@[^\[\]]{0,500}\]"), ""),
    (re.compile(r"\[\[[^\[\]|]{0,200}\|([^\[\]|]{0,200})\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]|]{0,200})\]\]"), r"\1"),
    (re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,500}\)"), ""),
    (re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,500}\)"), r"\1"),
    (re.compile(r"(?<!\\)\*{1,3}|`{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)"), ""),
    (re.compile(r"\\(?=[^\w\s])"), ""),
)
_HEADING = re.compile(r"#{1,6}[ \t]+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?")
_RULE = re.compile(r"[|\s:*_-]+\Z")
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[^\W\d_a-z])")


class Sentence(NamedTuple):
    text: str
    is_heading: bool


def sentences(markdown):
    """Yields the Sentences of ``markdown``; a heading, a list item or a table row is never joined with another."""
    for is_heading, block in _blocks(markdown):
        for pattern, replacement in _REPLACED:
            block = pattern.sub(replacement, block)
        text = " ".join(block.split())
        if is_heading:
            yield Sentence(text, True)
        else:
            yield from (Sentence(part, False) for part in _SENTENCE_END.split(text) if part)


def _blocks(markdown):
    """Yields (is a heading, text) for each paragraph, item, row or heading."""
    paragraph = []
    for line in [*markdown.splitlines(), ""]:
        line = line.strip()
        alone = _HEADING.match(line) or _ITEM.match(line)
        if paragraph and (not line or alone or line.startswith("|") or _RULE.match(line)):
            yield False, " ".join(paragraph)
            paragraph = []
        if not line or _RULE.match(line):
            continue
        if heading := _HEADING.match(line):
            yield True, line[heading.end() :].rstrip("# ")
        elif line.startswith("|"):
            yield False, " · ".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip())
        else:
            paragraph.append(line[alone.end() :] if alone else line)
