"""A text as blocks and sentences, each with its place and its citations."""

import re
from functools import cached_property

from fbss_site.rendering import cited_keys

from .text import plain, plain_value, words_of

FENCE = re.compile(r" {0,3}(?:```|~~~)")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|\Z)")
ITEM = re.compile(r"[ \t]{0,40}(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
QUOTE = re.compile(r"(?: {0,3}>){1,20} ?")
RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
TABLE_RULE = frozenset("|-: \t")

# The look-behind keeps a long row of points from being tried again at each of them.
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?=\s|\Z)")
# Longer ones are cut, so that looking around in a sentence costs no more than so much.
LONGEST = 1_000
NEVER_ENDS = frozenset({"dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "vs.", "e.g.", "i.e.", "approx.", "fig."})
MAY_END = frozenset({"a.m.", "p.m.", "u.s.", "u.k.", "etc."})
CAPITAL_NEXT = re.compile(r"\s*+[\"'(\[]*+[A-Z0-9]")


class Sentence:
    """``text`` is plain, ``lower`` the same in small letters, ``start`` its offset in the passage.

    ``citations``: key -> offset of those in it or right behind it.
    """

    def __init__(self, text, start, block):
        self.text, self.start, self.block, self.citations = text, start, block, {}
        self.lower = text.lower()

    @cached_property
    def words(self):
        return words_of(self.text)

    @property
    def is_question(self):
        return self.text.rstrip("\"') ").endswith("?")


class Block:
    """A paragraph, list item, table row, heading or piece of code.

    ``lead``: the block that introduces it: one that ends in a colon, a heading, a table's first row.
    """

    def __init__(self, kind, start, end, level=0, lead=None):
        self.kind, self.start, self.end, self.level, self.lead = kind, start, end, level, lead
        self.sentences, self.keys, self.introduced_keys = [], [], []

    @cached_property
    def sources(self):
        """Keys of the citations in it, in what introduces it and in what it introduces."""
        keys = {*self.keys, *self.introduced_keys}
        lead = self.lead
        while lead:
            keys.update(lead.keys)
            lead = lead.lead if lead.kind == "row" else None
        return keys

    @property
    def lead_text(self):
        """The last sentences of what introduces it."""
        return " ".join(sentence.text for sentence in self.lead.sentences[-2:]) if self.lead else ""


class Passage:
    """One text of a record. ``markdown`` is false for a plain value of the front matter."""

    def __init__(self, raw, *, markdown=True):
        self.raw, self._markdown = raw, markdown
        self.plain = plain(raw) if markdown else plain_value(raw)

    @cached_property
    def blocks(self):
        whole = Block("paragraph", 0, len(self.raw))
        blocks = _Splitter(self.raw, self.plain).blocks if self._markdown else [whole]
        for block in blocks:
            block.sentences = list(_sentences(self.plain, block))
        if self._markdown:
            _hand_out(cited_keys(self.raw), blocks)
        return blocks

    @cached_property
    def sentences(self):
        return [sentence for block in self.blocks for sentence in block.sentences]


def _hand_out(citations, blocks):
    """Gives each citation to the block that it stands in, and to the last sentence there that starts before it."""
    index, place = -1, 0
    for key, offset in citations:
        while index + 1 < len(blocks) and blocks[index + 1].start <= offset:
            index, place = index + 1, 0
        if index < 0:
            continue
        block = blocks[index]
        block.keys.append(key)
        if block.lead:
            block.lead.introduced_keys.append(key)
        sentences = block.sentences
        while place + 1 < len(sentences) and sentences[place + 1].start <= offset:
            place += 1
        if sentences:
            sentences[place].citations.setdefault(key, offset)


class _Splitter:
    """Reads line by line; structure from the Markdown, ends and colons from the plain text."""

    def __init__(self, raw, plain_text):
        self._plain = plain_text
        self.blocks, self._open, self._header, self._fenced = [], None, None, False
        lines = raw.split("\n")
        offset = 0
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else ""
            self._read(line, offset, following)
            offset += len(line) + 1

    def _read(self, line, offset, following):
        end = offset + len(line)
        if FENCE.match(line):
            self._fenced = not self._fenced
            self._close()
            return
        if self._fenced:
            self._continue("code", offset, end)
            return
        if quote := QUOTE.match(line):
            offset += quote.end()
            line = line[quote.end() :]
        if not line.strip() or RULE.match(line):
            self._close()
        elif heading := HEADING.match(line):
            self._start("heading", offset + heading.end(), end, level=len(heading[1]))
            self._close()
        elif self._is_row(line, following):
            self._row(line, offset, end)
        elif item := ITEM.match(line):
            self._start("item", offset + item.end(), end)
        else:
            self._continue("paragraph", offset, end)

    def _close(self):
        self._open = self._header = None

    def _continue(self, kind, offset, end):
        if self._open:
            self._open.end = end
        else:
            self._start(kind, offset, end)

    def _start(self, kind, start, end, level=0):
        self._open = Block(kind, start, end, level, self._lead_of(kind))
        self.blocks.append(self._open)

    def _lead_of(self, kind):
        last = self.blocks[-1] if self.blocks else None
        if last is None or kind == "heading":
            return None
        if last.kind == "heading" or self._plain[max(last.start, last.end - 80) : last.end].rstrip().endswith(":"):
            return last
        return last.lead if kind == last.kind == "item" else None

    def _is_row(self, line, following):
        if "|" not in line:
            return False
        if self._header or line.lstrip().startswith("|"):
            return True
        return "|" in following and set(following) <= TABLE_RULE

    def _row(self, line, offset, end):
        if set(line) <= TABLE_RULE:
            return
        header = self._header
        self._start("row", offset, end)
        self._open.lead = header or self._open.lead
        self._header, self._open = header or self.blocks[-1], None


def _sentences(text, block):
    if block.kind != "row":
        yield from _split(text, block.start, block.end, block)
        return
    start = block.start
    for cell in text[block.start : block.end].split("|"):
        yield from _split(text, start, start + len(cell), block)
        start += len(cell) + 1


def _split(text, start, end, block):
    here = start
    for match in SENTENCE_END.finditer(text, start, end):
        if match.end() < end and not _ends(text, match, end):
            continue
        yield from _sentence(text, here, match.end(), block)
        here = match.end()
    yield from _sentence(text, here, end, block)


def _ends(text, match, end):
    if not match[0].startswith("."):
        return True
    before = text[max(match.start() - 10, 0) : match.start() + 1].split()
    last = before[-1].lower().lstrip("(\"'") if before else ""
    if last in NEVER_ENDS:
        return False
    return last not in MAY_END or bool(CAPITAL_NEXT.match(text, match.end(), end))


def _sentence(text, start, end, block):
    while start < end:
        stop = end if end - start <= LONGEST else text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        piece = text[start:stop]
        stripped = piece.strip()
        if stripped:
            yield Sentence(stripped, start + len(piece) - len(piece.lstrip()), block)
        start = stop
