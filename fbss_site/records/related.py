"""The records that a page lists, of any types, in one query."""

from typing import NamedTuple

from .models import page_url


class RecordLink(NamedTuple):
    group: str
    label: str  # app.model
    title: str
    summary: str
    url: str
    mark: str
    position: int


def linked_records(querysets):
    """Group name -> list of RecordLink in reading order, for a mapping of group name -> QuerySet.

    The QuerySets must already be narrowed to what their reader may see. One query for all
    of them, however many records there are.
    """
    groups = {name: [] for name in querysets}
    parts = [queryset.as_links(name) for name, queryset in querysets.items()]
    if parts:
        rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
        for group, label, slug, title, summary, position, mark in rows:
            groups[group].append(RecordLink(group, label, title, summary, page_url(label, slug), mark, position))
    for links in groups.values():
        links.sort(key=lambda link: (link.position, link.title))
    return groups
