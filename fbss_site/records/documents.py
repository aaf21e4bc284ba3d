"""The canonical text form of a record: YAML front matter, then one ``## Heading`` section a Markdown field."""

import hashlib
import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

import frontmatter

from . import yaml_lines

SECTION = re.compile(r"^## +(?P<heading>\S.*?)[ \t]*$", re.MULTILINE)


class Fault(NamedTuple):
    """One thing to mend: the line (from 1), the key or heading it is about, and what to do."""

    line: int
    field: str
    message: str


class DocumentError(Exception):
    """A document that cannot be applied; ``faults`` names every reason found."""

    def __init__(self, faults):
        super().__init__("; ".join(f"line {fault.line}, {fault.field}: {fault.message}" for fault in faults))
        self.faults = list(faults)


@dataclass(frozen=True)
class Document:
    """``front``: plain YAML values by key. ``sections``: Markdown by heading. Both in canonical order."""

    front: dict
    sections: dict
    lines: dict = field(default_factory=dict, compare=False, repr=False)
    text_lines: dict = field(default_factory=dict, compare=False, repr=False)

    def __str__(self):
        sections = "".join(f"\n## {heading}\n\n{text}\n" for heading, text in self.sections.items())
        return f"---\n{yaml_lines.dump(self.front)}---\n{sections}"

    @property
    def sha256(self):
        return hashlib.sha256(str(self).encode()).hexdigest()

    def line_of(self, name, offset=None):
        """The line of a key or heading; with ``offset``, of that character of the section's text."""
        if offset is None or name not in self.text_lines:
            return self.lines.get(name, 1)
        return self.text_lines[name] + self.sections[name].count("\n", 0, offset)


def parse_document(text):
    """The Document that ``text`` holds. Raises DocumentError with every fault of form."""
    handler = frontmatter.YAMLHandler()
    text = text.replace("\r\n", "\n")
    if not handler.detect(text):
        raise DocumentError([Fault(1, "front matter", "Start the file with a line of three hyphens.")])
    try:
        front_text, body = handler.split(text)
    except ValueError:
        raise DocumentError(
            [Fault(1, "front matter", "Close the front matter with a line of three hyphens.")]
        ) from None
    front, lines = _front(front_text, _line_at(text, handler.FM_BOUNDARY.match(text).end()))
    sections, text_lines, faults = {}, {}, []
    body_offset = len(text) - len(body)
    matches = list(SECTION.finditer(body))
    lead = body[: matches[0].start()] if matches else body
    if lead.strip():
        line = _line_at(text, body_offset + len(lead) - len(lead.lstrip()))
        faults.append(Fault(line, "text", "This text stands before the first “## ” heading; give it one."))
    for match, following in zip_longest(matches, matches[1:]):
        heading = match["heading"]
        section = body[match.end() : following.start() if following else len(body)]
        lines[heading] = _line_at(text, body_offset + match.start())
        if heading in sections:
            faults.append(Fault(lines[heading], heading, "This heading stands twice."))
        sections[heading] = section.strip()
        text_lines[heading] = lines[heading] + section[: len(section) - len(section.lstrip())].count("\n")
    if faults:
        raise DocumentError(faults)
    return Document(front, sections, lines, text_lines)


def _front(text, first_line):
    try:
        front, paths = yaml_lines.read(text)
    except yaml_lines.YamlError as fault:
        raise DocumentError([Fault(fault.line + first_line - 1, "front matter", fault.message)]) from None
    if not isinstance(front, dict):
        raise DocumentError([Fault(first_line, "front matter", "Write the front matter as “key: value” lines.")])
    return front, {path[0]: line + first_line - 1 for path, line in paths.items() if len(path) == 1}


def _line_at(text, offset):
    return text.count("\n", 0, offset) + 1
