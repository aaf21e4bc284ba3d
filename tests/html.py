"""Reads a page as a test needs it: its elements in order, with attributes and text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict
    order: int
    text: str = ""
    parents: tuple = field(default=(), repr=False)

    def within(self, tag):
        return any(parent.tag == tag for parent in self.parents)


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(html if isinstance(html, str) else html.decode())

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, len(self.elements), "", tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        while self._open:
            if self._open.pop().tag == tag:
                break

    def handle_data(self, data):
        for element in self._open:
            element.text += data

    def find(self, tag=None, **attributes):
        """Every element with this tag and these attributes; ``class_`` asks for one of the class names."""
        wanted = dict(attributes)
        css_class = wanted.pop("class_", None)
        return [
            element
            for element in self.elements
            if (tag is None or element.tag == tag)
            and all(element.attributes.get(name) == value for name, value in wanted.items())
            and (css_class is None or css_class in element.attributes.get("class", "").split())
        ]

    def one(self, tag=None, **attributes):
        [element] = self.find(tag, **attributes)
        return element
