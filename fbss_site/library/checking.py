"""The checks of records/checks over the files of a content folder."""

from django.urls import reverse

from fbss_site.records.checks import Library, check_document
from fbss_site.records.checks.library import count_words, fixed_paths, is_balanced
from fbss_site.records.models import ContentRecord, page_url

from .shapes import CITATION, TERM
from .sources import ClinicSource, EntrySource, RecordSource


def check_sources(sources, library):
    """path -> list of Finding, for every record among ``sources``."""
    return {
        source.path: check_document(source.model, source.document, library)
        for source in sources
        if isinstance(source, RecordSource)
    }


def library_of(sources):
    """The Library that a content folder is by itself."""
    entries = [source for source in sources if isinstance(source, EntrySource)]
    records = [source for source in sources if isinstance(source, RecordSource) and _is_public(source)]
    citations = {
        entry.mapping["key"]: (entry.mapping.get("type", ""), entry.mapping.get("status", "current"))
        for entry in entries
        if entry.shape is CITATION
    }
    terms = {
        str(name).lower(): entry.mapping["key"]
        for entry in entries
        if entry.shape is TERM
        for name in (entry.mapping.get("term", ""), *entry.mapping.get("also", ()))
    }
    paths = {
        *fixed_paths(),
        *(page_url(source.model._meta.label_lower, source.slug) for source in records if source.model.has_page),
        *(reverse("reference_detail", args=[key]) for key in citations),
        *(reverse("clinics:clinician_detail", args=[slug]) for slug in _clinicians(sources)),
    }
    return Library(citations, terms, frozenset(paths), _lengths(records))


def _is_public(source):
    return source.document.front.get("status") == ContentRecord.Status.PUBLISHED


def _clinicians(sources):
    for source in sources:
        if isinstance(source, ClinicSource):
            yield from (person["slug"] for person in source.mapping.get("clinicians", ()))


def _lengths(records):
    lengths = {}
    for source in records:
        if is_balanced(source.model):
            group, title = source.document.front.get("group"), source.document.front.get("title")
            lengths.setdefault(group, {})[title] = count_words(source.document.sections.values())
    return lengths
