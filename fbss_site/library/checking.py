"""The checks of records/checks over the files of a content folder."""

from dataclasses import dataclass, field

from django.db import DatabaseError
from django.urls import reverse

from fbss_site.citations.models import Citation
from fbss_site.records.checks import Level, Library, check_document, library_now
from fbss_site.records.checks.library import count_words, fixed_paths, is_balanced
from fbss_site.records.files import front_names
from fbss_site.records.models import page_url
from fbss_site.records.registry import record_models
from fbss_site.rendering import cited_keys

from .shapes import CITATION, TERM
from .sources import ClinicSource, EntrySource, RecordSource, read_folder


@dataclass
class CheckReport:
    """By path: ``findings`` about what records say, and ``faults`` of files that could not be read.

    ``retracted``: key of a retracted citation -> the records that cite it, files and, where the
    database has more, addresses.
    """

    findings: dict = field(default_factory=dict)
    faults: dict = field(default_factory=dict)
    retracted: dict = field(default_factory=dict)

    def count(self, level):
        return sum(finding.level == level for found in self.findings.values() for finding in found)

    @property
    def is_blocking(self):
        return bool(self.faults) or self.count(Level.BLOCKS) > 0


def check_folder(folder):
    """The CheckReport of a content folder; of part of one, with the database for what it lacks.

    What the database knows to be retracted counts as retracted, whatever the folder says.
    """
    sources, faults = read_folder(folder)
    records = [source for source in sources if isinstance(source, RecordSource)]
    stored = _stored_library()
    is_whole = all((folder / name).exists() for name in ("citations.yaml", "glossary.yaml"))
    library = _joined(library_of(sources), stored, keep_stored=not is_whole)
    findings = {source.path: check_document(source.model, source.document, library) for source in records}
    return CheckReport(findings, faults, _retracted(records, library, stored))


def library_of(sources):
    """The Library that a content folder is by itself."""
    entries = [source for source in sources if isinstance(source, EntrySource)]
    records = [source for source in sources if isinstance(source, RecordSource) and source.is_public]
    citations = {
        entry.mapping["key"]: (entry.mapping.get("type"), entry.mapping.get("status", Citation.Status.CURRENT))
        for entry in entries
        if entry.shape is CITATION
    }
    terms = {
        str(name).lower(): entry.mapping["key"]
        for entry in entries
        if entry.shape is TERM
        for name in (entry.mapping.get("term"), *(entry.mapping.get("also") or ()))
    }
    paths = fixed_paths().union(
        (page_url(source.model._meta.label_lower, source.slug) for source in records if source.model.has_page),
        (reverse("reference_detail", args=[key]) for key in citations),
        (reverse("clinics:clinician_detail", args=[slug]) for slug in _clinicians(sources)),
    )
    return Library(citations, terms, paths, _lengths(records))


def _clinicians(sources):
    for source in sources:
        if isinstance(source, ClinicSource):
            yield from (person["slug"] for person in source.mapping.get("clinicians") or ())


def _lengths(records):
    lengths = {}
    for source in records:
        if is_balanced(source.model):
            front, sections = source.document.front, source.document.sections
            lengths.setdefault(front.get("group"), {})[front.get("title")] = count_words(sections.values())
    return lengths


def _stored_library():
    """The database's Library, or None where there is no database yet, as in a fresh checkout."""
    try:
        return library_now()
    except DatabaseError:
        return None


def _joined(own, stored, *, keep_stored):
    if stored is None:
        return own
    known = {**stored.citations, **own.citations} if keep_stored else own.citations
    citations = {
        key: (kind, Citation.Status.RETRACTED if _is_retracted(stored, key) else status)
        for key, (kind, status) in known.items()
    }
    if not keep_stored:
        return Library(citations, own.terms, own.paths, own.lengths)
    groups = {*stored.lengths, *own.lengths}
    lengths = {group: {**stored.lengths.get(group, {}), **own.lengths.get(group, {})} for group in groups}
    return Library(citations, {**stored.terms, **own.terms}, stored.paths | own.paths, lengths)


def _is_retracted(library, key):
    return library.citations.get(key, (None, None))[1] == Citation.Status.RETRACTED


def _retracted(records, library, stored):
    known = {*library.citations, *(stored.citations if stored else ())}
    found = {}
    for key in sorted(known):
        if not _is_retracted(library, key) and not (stored and _is_retracted(stored, key)):
            continue
        places = {source.path for source in records if _cites(source, key)}
        places |= set(_stored_places(key, records)) if stored else set()
        if places:
            found[key] = sorted(places)
    return found


def _cites(source, key):
    if "citation" in front_names(source.model) and source.document.front.get("citation") == key:
        return True
    return any(key == cited for text in source.document.sections.values() for cited, _ in cited_keys(text))


def _stored_places(key, records):
    """Public records of the database that cite ``key``: the path of the file of the same name, else the address."""
    paths = {(source.model, source.slug): source.path for source in records}
    for model in record_models():
        for record in model.objects.published().filter(model.cites(key)):
            yield paths.get((model, record.slug), record.get_absolute_url())
