"""Our three additions to CommonMark, as markdown-it inline rules.

``[@key]`` and ``[@a; @b]``    citations
``[[term]]`` and ``[[term|shown text]]``    glossary terms
``{{word}}``    a clinic's own wording, such as its emergency number

Every pattern is anchored and bounded, so that hostile text costs linear time.
"""

import re

from markdown_it import MarkdownIt

KEY = r"[a-z0-9][a-z0-9-]{0,63}"
CITATION = re.compile(rf"\[@({KEY}(?:;[ ]{{0,3}}@{KEY}){{0,19}})\]")
TERM = re.compile(r"\[\[([^\[\]|\n]{1,80})(?:\|([^\[\]|\n]{1,120}))?\]\]")
WORD = re.compile(r"\{\{ ?([a-z_]{1,40}) ?\}\}")
NESTING = 20  # quotes and lists inside each other; what stands deeper is left out


def split_keys(group):
    """``"a; @b"`` -> ``["a", "b"]``"""
    return [key.strip().removeprefix("@") for key in group.split(";")]


def cited_keys(text):
    """(key, offset) of every citation in ``text``."""
    return [(key, match.start()) for match in CITATION.finditer(text) for key in split_keys(match[1])]


def named_terms(text):
    """(name, offset) of every glossary term in ``text``."""
    return [(match[1].strip(), match.start()) for match in TERM.finditer(text)]


def used_words(text):
    """(word, offset) of every local word in ``text``."""
    return [(match[1], match.start()) for match in WORD.finditer(text)]


def _rule(name, opening, pattern):
    def rule(state, silent):
        if not state.src.startswith(opening, state.pos):
            return False
        match = pattern.match(state.src, state.pos, state.posMax)
        if not match:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = match[0]
            token.meta = {"groups": match.groups()}
        state.pos = match.end()
        return True

    return rule


def make_parser():
    """CommonMark with tables and our additions; no HTML, no reference links, no underlined headings.

    Without reference links a text means the same wherever it stands; without underlined
    headings ``---`` is always a line across the page.
    """
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING})
    parser.enable("table")
    parser.disable(["reference", "lheading", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "citation", _rule("citation", "[@", CITATION))
    parser.inline.ruler.before("link", "term", _rule("term", "[[", TERM))
    parser.inline.ruler.before("link", "word", _rule("word", "{{", WORD))
    return parser
