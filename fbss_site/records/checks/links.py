"""Links lead to public pages, and terms stand in the glossary."""

import re

from fbss_site.clinics.local_words import LOCAL_WORDS
from fbss_site.rendering import named_terms, used_words

from .text import LINK

CHECK = "link"
OUTSIDE = re.compile(
    r"\A(?:https?://[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?|mailto:[^@\s]+@[\w-]+(?:\.[\w-]+)+\S*|tel:\S+)\Z", re.IGNORECASE
)
REFERENCE_LINK = re.compile(r"(?<!\])\[[^\[\]@\n][^\[\]\n]{0,200}\]\[[^\[\]\n]{0,100}\]")

STRAY_BRACKETS = re.compile(r"\[{2,}|\]{2,}")


def check(record):
    for text in record.sections:
        yield from _addresses(record, text)
        yield from _terms(record, text)


def _addresses(record, text):
    for match in LINK.finditer(text.raw):
        target = match[2].strip().split(" ")[0].strip("<>")
        if not match[1].strip() or target in {"", "#"}:
            continue  # an empty link: placeholders.py
        if message := _fault(record, target):
            yield text.finding(CHECK, match.start(2), match.end(2), message)
    for match in REFERENCE_LINK.finditer(text.raw):
        yield text.finding(
            CHECK, *match.span(), "This would show as it stands. Write a link as in [words](/conditions/nonunion/)."
        )


def _fault(record, target):
    if target.startswith("#"):
        return ""
    if target.startswith("/") and not target.startswith("//"):
        path = target.partition("#")[0].partition("?")[0]
        if record.library.has_page(path):
            return ""
        return f"There is no public page {path}. Mend the address, or publish that page first."
    if OUTSIDE.match(target):
        return ""
    return "Start the address with / for a page of this site, or with https:// for another one."


def _terms(record, text):
    for name, offset in named_terms(text.raw):
        if name.lower() not in record.library.terms:
            message = f"The glossary has no term “{name}”. Add it there first, or write it without brackets."
            yield text.finding(CHECK, offset, offset + len(name), message, words=name)
    for word, offset in used_words(text.raw):
        if word not in LOCAL_WORDS:
            message = f"“{word}” is none of the words that a clinic fills in: {', '.join(LOCAL_WORDS)}."
            yield text.finding(CHECK, offset, offset + len(word), message, words=word)
    for match in STRAY_BRACKETS.finditer(text.plain):
        message = "These brackets would show on the page. Write a term as in [[spinal fusion]]."
        yield text.finding(CHECK, *match.span(), message)
