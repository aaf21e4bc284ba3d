"""Links that staff type as one line: the words, a space, then the address."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError

LINK_LINE = re.compile(r"\A(?P<text>\S.*\S|\S)\s+(?P<url>(?:https://|/(?!/))\S*)\Z")


class Link(NamedTuple):
    text: str
    url: str


def parse_link(line):
    """``"Privacy /guides/privacy/"`` -> Link; None when the line is not one."""
    match = LINK_LINE.match(line)
    return Link(match["text"], match["url"]) if match else None


def validate_link_lines(lines):
    for line in lines if isinstance(lines, list) else [lines]:
        if not parse_link(line):
            raise ValidationError(
                f"“{line}” is no link. Type the words, a space, then an address that starts with / or https://."
            )
