"""Composes one page: Markdown in, safe HTML and what the page refers to out."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.text import slugify

from .markup import make_parser, split_keys
from .sanitise import TERM_TARGET, sanitise

TOP_LEVEL = 3  # h1 is the page's title, h2 a section's; a field's own headings start below


class Heading(NamedTuple):
    level: int
    id: str
    text: str


class Place(NamedTuple):
    """Where a page cites a reference: the element's id and the section it stands in."""

    id: str
    label: str


@dataclass(frozen=True)
class UsedReference:
    number: int
    key: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Composed:
    html: str
    headings: tuple[Heading, ...]


class Composer:
    """Composes the texts of one page, in reading order.

    ``references`` maps the known citation keys to whatever the caller keeps of them; ``terms``
    maps a lower-case term or alias to its ``Term``; ``words`` maps a placeholder to a ``Word``.
    What is not known stands on the page as a visible remark where ``show_faults`` is true (an
    editor's preview); elsewhere as nothing, or as the term's plain text.
    """

    def __init__(self, references=None, terms=None, words=None, *, show_faults=False):
        self.known_references = references or {}
        self._terms = terms or {}
        self._words = words or {}
        self._show_faults = show_faults
        self._places = {}
        self._used_terms = {}
        self._ids = set()
        self._id_counts = Counter()
        self._label = ""

    def compose(self, markdown, section_id="", label="", promote=0):
        """``Composed`` for one field. ``promote`` lifts its headings by that many levels."""
        # Half a surrogate pair is no character, and whatever writes UTF-8 stumbles over it.
        markdown = markdown.encode("utf-8", "replace").decode()
        self._label = label
        self._ids.add(section_id)
        env = {"composer": self, "label": label}
        tokens = _parser.parse(markdown, env)
        headings = self._place_headings(tokens, section_id, promote)
        _hold_brackets(tokens)
        html = _parser.renderer.render(tokens, _parser.options, env)
        return Composed(sanitise(html), headings)

    def cite(self, key, label=""):
        """The number of ``key`` and the id of this new place that cites it."""
        places = self._places.setdefault(key, [])
        number = list(self._places).index(key) + 1
        place = Place(f"cite-{number}-{len(places) + 1}", label or self._label)
        places.append(place)
        return number, place.id

    @property
    def references(self):
        return tuple(
            UsedReference(number, key, tuple(places))
            for number, (key, places) in enumerate(self._places.items(), start=1)
        )

    @property
    def terms(self):
        """The glossary terms that were used, by name."""
        return tuple(sorted(self._used_terms.values(), key=lambda term: term.name.lower()))

    def _place_headings(self, tokens, section_id, promote):
        headings = []
        for index, token in enumerate(tokens):
            if token.type not in {"heading_open", "heading_close"}:
                continue
            level = min(max(int(token.tag[1]), TOP_LEVEL) - promote, 6)
            token.tag = f"h{level}"
            if token.type == "heading_open":
                text = "".join(self._text_of(part) for part in tokens[index + 1].children or []).strip()
                heading = Heading(level, self._new_id(section_id, text), text)
                token.attrSet("id", heading.id)
                headings.append(heading)
        return tuple(headings)

    def _text_of(self, token):
        if token.type == "term":
            name, shown = token.meta["groups"]
            return (shown or name).strip()
        if token.type == "word":
            word = self._words.get(token.meta["groups"][0])
            return word.text if word else ""
        return token.content if token.type in {"text", "code_inline", "text_special"} else ""

    def _new_id(self, section_id, text):
        stem = "-".join(part for part in (section_id, slugify(text)[:60]) if part) or "part"
        while True:
            # Counting on from the last one keeps a text of many equal headings linear.
            self._id_counts[stem] += 1
            count = self._id_counts[stem]
            chosen = stem if count == 1 else f"{stem}-{count}"
            if chosen not in self._ids:
                self._ids.add(chosen)
                return chosen

    # What the inline rules of markup.py come out as ------------------------------------

    def citation_html(self, group):
        links = []
        for key in split_keys(group):
            if key in self.known_references:
                number, place = self.cite(key)
                links.append(
                    format_html(
                        '<a href="#ref-{}" id="{}"><span class="visually-hidden">Reference </span>{}</a>',
                        number,
                        place,
                        number,
                    )
                )
            elif self._show_faults:
                links.append(_fault(f"no citation “{key}”"))
        return f'<sup class="citation">[{", ".join(links)}]</sup>' if links else ""

    def term_html(self, name, shown):
        term = self._terms.get(name.strip().lower())
        text = (shown or name).strip()
        if term is None:
            return format_html("{}", text) + (_fault(f"no term “{name}”") if self._show_faults else "")
        if term.key in self._used_terms:
            return format_html("{}", text)
        self._used_terms[term.key] = term
        # Opens the definition that the page prints as components/words.html.
        return format_html(
            '<button type="button" class="term" popovertarget="{}{}">{}</button>', TERM_TARGET, term.key, text
        )

    def word_html(self, name):
        word = self._words.get(name)
        if word is None:
            return _fault(f"no word “{name}”") if self._show_faults else ""
        if word.url:
            return format_html('<a class="phone" href="{}">{}</a>', word.url, word.text)
        return format_html("{}", word.text)


def _fault(text):
    return format_html('<span class="fault">[{}]</span>', text)


def _citation(renderer, tokens, index, options, env):
    return env["composer"].citation_html(tokens[index].meta["groups"][0])


def _term(renderer, tokens, index, options, env):
    token = tokens[index]
    html = env["composer"].term_html(*token.meta["groups"])
    return format_html('<span class="together">{}{}</span>', held, html) if (held := token.meta.get("held")) else html


def _hold_brackets(tokens):
    """Moves an opening bracket or quote to the term behind it: browsers break a line before any button."""
    for token in tokens:
        children = token.children or ()
        for before, child in pairwise(children):
            if child.type == "term" and before.type == "text" and before.content.endswith(("(", "“", '"')):
                child.meta["held"] = before.content[-1]
                before.content = before.content[:-1]


def _word(renderer, tokens, index, options, env):
    return env["composer"].word_html(tokens[index].meta["groups"][0])


def _image(renderer, tokens, index, options, env):
    tokens[index].attrSet("loading", "lazy")
    return renderer.image(tokens, index, options, env)


def _table_open(renderer, tokens, index, options, env):
    # A wide table scrolls in its own frame, which the keyboard must be able to reach.
    name = f"Table: {env['label']}" if env["label"] else "Table"
    return format_html('<div class="table-scroll" role="region" tabindex="0" aria-label="{}"><table>\n', name)


def _table_close(renderer, tokens, index, options, env):
    return "</table></div>\n"


def _cell_open(renderer, tokens, index, options, env):
    token = tokens[index]
    if style := token.attrs.pop("style", ""):
        token.attrSet("class", f"align-{str(style).removeprefix('text-align:')}")
    if token.tag == "th" and not tokens[index + 1].content.strip():
        # The corner of a table whose rows have names: a heading without words is none.
        token.tag = tokens[index + 2].tag = "td"
    if token.tag == "th":
        token.attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)


def _make_parser():
    parser = make_parser()
    for name, rule in {
        "citation": _citation,
        "term": _term,
        "word": _word,
        "image": _image,
        "table_open": _table_open,
        "table_close": _table_close,
        "th_open": _cell_open,
        "td_open": _cell_open,
    }.items():
        parser.add_render_rule(name, rule)
    return parser


_parser = _make_parser()
