"""Everything by name, from A to Z: published records and glossary terms, under each of their names."""

import json
import unicodedata
from itertools import dropwhile, groupby
from typing import NamedTuple

from django.apps import apps
from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fbss_site.glossary.models import Term
from fbss_site.pages.models import Page
from fbss_site.records.models import page_url
from fbss_site.records.registry import record_models

OTHERS = "0–9"
# What a row calls its target, where the model's own name would not do.
WORD = "word explained"
KINDS = {Page._meta.label_lower: "guide", Term._meta.label_lower: WORD}


class Entry(NamedTuple):
    name: str
    url: str
    kind: str
    title: str = ""  # of the page, where ``name`` is only another name for it

    @property
    def letter(self):
        first = sorting_key(self.name)[:1]
        return first.upper() if "a" <= first <= "z" else OTHERS


@require_safe
@cache_control(public=True, no_cache=True)
def a_z(request):
    return render(request, "a_z.html", {"letters": by_letter(read_entries())})


def by_letter(entries):
    """[(letter, entries)] in the order of the alphabet; what starts with no letter of it comes first."""
    ordered = sorted(entries, key=lambda entry: (entry.letter != OTHERS, sorting_key(entry.name), entry.kind))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda entry: entry.letter)]


def read_entries():
    """All entries, in no order. One query.

    A glossary term's other names are left out where a page has the same one: the page says more.
    """
    parts = [_rows(model, model.objects.published(), "slug", "title") for model in record_models() if model.has_page]
    parts.append(_rows(Term, Term.objects, "key", "term"))
    found = [
        entry
        for label, slug, title, others in parts[0].union(*parts[1:], all=True)
        for entry in _entries(label, slug, title, json.loads(others))
    ]
    of_pages = {sorting_key(entry.name) for entry in found if entry.kind != WORD}
    return [
        entry for entry in found if not (entry.kind == WORD and entry.title and sorting_key(entry.name) in of_pages)
    ]


def _rows(model, rows, slug, title):
    field = next((field.name for field in model._meta.fields if field.name in {"also_known_as", "also"}), None)
    others = Cast(field, TextField()) if field else Value("[]", TextField())
    return rows.order_by().values_list(Value(model._meta.label_lower, CharField()), F(slug), F(title), others)


def _entries(label, slug, title, others):
    is_term = label == Term._meta.label_lower
    url = f"{reverse('glossary:term_list')}#{slug}" if is_term else page_url(label, slug)
    kind = KINDS.get(label) or str(apps.get_model(label)._meta.verbose_name)
    yield Entry(title, url, kind)
    start = sorting_key(title)
    for key, name in {sorting_key(name): name for name in reversed(others)}.items():
        if not key.startswith(start):  # such a name, often a plural, would stand right below the title
            yield Entry(name, url, kind, title)


def sorting_key(name):
    """``name`` without accents and capitals, from its first letter or digit on."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)).casefold()
    return "".join(dropwhile(lambda char: not char.isalnum(), plain)) or plain
