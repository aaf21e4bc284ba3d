"""Reads rendered HTML as a browser would: real elements and attributes, no matching of text."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"br", "hr", "img"}


class Element(NamedTuple):
    tag: str
    attributes: dict
    parents: tuple


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        self.elements.append(Element("#comment", {}, tuple(self.open)))

    handle_decl = handle_pi = unknown_decl = handle_comment


def read(html):
    """(every Element in order, the text). Fails where an element is not closed by its own end tag."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"left open: {reader.open}"
    return reader.elements, "".join(reader.texts)


def elements(html, tag):
    return [element for element in read(html)[0] if element.tag == tag]


def text_of(html):
    return read(html)[1]
