"""What the checks know of everything else: plain values, gathered once, so that a check asks nobody."""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.db.models import CharField, F, Value
from django.urls import URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinician
from fbss_site.glossary.models import Term
from fbss_site.records.fields import body_fields
from fbss_site.records.models import page_url
from fbss_site.records.registry import record_models

from .text import words_of

STAFF = "/admin/"


@dataclass(frozen=True)
class Library:
    """``citations``: key -> (type, status). ``terms``: lower-case name -> key of its definition.

    ``paths``: the addresses of all public pages. ``lengths``: group -> title -> words, of the record
    types that say benefits and harms, to compare them with each other.
    """

    citations: dict = field(default_factory=dict)
    terms: dict = field(default_factory=dict)
    paths: frozenset = frozenset()
    lengths: dict = field(default_factory=dict)

    @cached_property
    def term_phrases(self):
        """First word -> the names that start with it, each as a tuple of words, longest first."""
        phrases = {}
        for name in self.terms:
            words = tuple(words_of(name))
            if words:
                phrases.setdefault(words[0], []).append(words)
        return {first: sorted(names, key=len, reverse=True) for first, names in phrases.items()}

    @cached_property
    def words_of_terms(self):
        return frozenset(word for name in self.terms for word in words_of(name))

    def has_page(self, path):
        """Whether a link to ``path`` leads to a page or a stored file; the last slash may be missing."""
        return path in self.paths or f"{path}/" in self.paths or path.startswith(settings.MEDIA_URL)


def library_now():
    """The Library of what is public at this moment. Five queries."""
    citations = {key: (kind, status) for key, kind, status in Citation.objects.values_list("key", "type", "status")}
    return Library(
        citations=citations,
        terms={name: term.key for name, term in Term.objects.by_name().items()},
        paths=fixed_paths().union(
            (page_url(label, slug) for label, slug in _public_records()),
            (reverse("reference_detail", args=[key]) for key in citations),
            (clinician.get_absolute_url() for clinician in Clinician.objects.only("slug")),
        ),
        lengths=_lengths(),
    )


def fixed_paths():
    """The pages that are there whatever the library holds: every address that names nothing in particular."""
    return frozenset(_fixed_below(get_resolver().url_patterns, "/"))


def _fixed_below(patterns, prefix):
    for pattern in patterns:
        route = f"{prefix}{pattern.pattern}"
        if not isinstance(pattern.pattern, RoutePattern) or pattern.pattern.converters or route.startswith(STAFF):
            continue
        if isinstance(pattern, URLResolver):
            yield from _fixed_below(pattern.url_patterns, route)
        else:
            yield route


def is_balanced(model):
    """Whether records of this type say benefits and harms, and are compared with the others of their group."""
    names = {field.name for field in model._meta.fields}
    return {"benefits", "risks", "group"} <= names


def count_words(texts):
    return sum(len(text.split()) for text in texts)


def _public_records():
    parts = [
        model.objects.published().order_by().values_list(Value(model._meta.label_lower, CharField()), F("slug"))
        for model in record_models()
        if model.has_page
    ]
    return parts[0].union(*parts[1:], all=True)


def _lengths():
    lengths = {}
    for model in filter(is_balanced, record_models()):
        names = [field.name for field in body_fields(model)]
        for group, title, *texts in model.objects.published().values_list("group__slug", "title", *names):
            lengths.setdefault(group, {})[title] = count_words(texts)
    return lengths
