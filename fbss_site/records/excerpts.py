"""The beginning of an editor's text, for pages that show several records side by side. Whole points, never cut ones."""

from itertools import pairwise
from typing import NamedTuple

from fbss_site.rendering import Composer
from fbss_site.rendering.composer import TOP_LEVEL
from fbss_site.rendering.markup import make_parser

_parser = make_parser()


def list_points(markdown):
    """Every list of ``markdown`` as a list of its points, in Markdown; what is nested in a point is left out."""
    lists = []
    tokens = _parser.parse(markdown)
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append([])
        elif token.level == 1 and token.type == "list_item_open" and lists:
            lists[-1] += [tokens[index + 2].content] if tokens[index + 1].type == "paragraph_open" else []
    return lists


def first_paragraph(markdown):
    """The first paragraph outside of lists and quotes, in Markdown; empty where there is none."""
    tokens = _parser.parse(markdown)
    starts = (index for index, token in enumerate(tokens) if token.type == "paragraph_open" and token.level == 0)
    start = next(starts, None)
    return "" if start is None else tokens[start + 1].content


def first_points(markdown, most):
    """Up to ``most`` points as a Markdown list: of one list its first ones, of several the first of each.

    The first of each, so that a text which weighs two kinds of study is not shown by one of them. Without a
    list, the first paragraph.
    """
    lists = [points for points in list_points(markdown) if points]
    if not lists:
        return first_paragraph(markdown)
    points = lists[0] if len(lists) == 1 else [points[0] for points in lists]
    return "\n".join("- " + " ".join(point.split("\n")) for point in points[:most])


class HeadedPart(NamedTuple):
    id: str  # as the whole text's page names it
    heading: str
    text: str  # Markdown, without the heading


def parts_by_heading(markdown, section_id):
    """(what stands before the first heading, a HeadedPart for each heading of the first level)."""
    lines = markdown.split("\n")
    starts = [
        token.map[0]
        for token in _parser.parse(markdown)
        if token.type == "heading_open" and int(token.tag[1]) <= TOP_LEVEL
    ]
    beginning, *chunks = ["\n".join(lines[start:end]).strip() for start, end in pairwise([0, *starts, len(lines)])]
    headings = [found for found in Composer().compose(markdown, section_id).headings if found.level == TOP_LEVEL]
    parts = [
        HeadedPart(heading.id, heading.text, chunk.partition("\n")[2])
        for heading, chunk in zip(headings, chunks, strict=True)
    ]
    return beginning, parts
