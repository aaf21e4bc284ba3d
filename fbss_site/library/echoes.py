"""Faults that only follow from others: whatever refers to a row that could not be written misses it."""

from fbss_site.records.registry import record_models

from .shapes import TERM
from .sources import CLINICS, ClinicSource, EntrySource

OF_WHOLE_FILES = {
    "citations.yaml": ["There is no citation “"],
    "glossary.yaml": ["The glossary has no term “"],
    CLINICS: ["There is no clinician “"],
}


def without_echoes(faults, sources):
    """``faults`` by path, without those that miss what one of these files holds, but with faults of its own."""
    by_path = {source.path: source for source in sources}
    absent = tuple(start.lower() for path in faults for start in _absences(path, by_path.get(path)))
    kept = {
        path: [fault for fault in found if not fault.message.lower().startswith(absent)]
        for path, found in faults.items()
    }
    return {path: found for path, found in kept.items() if found}


def _absences(path, source):
    """How the faults start that say there is nothing of what this file holds."""
    if isinstance(source, ClinicSource):
        people = source.mapping.get("clinicians")
        slugs = (
            [person.get("slug") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
        )
        return [f"There is no clinician “{slug}”" for slug in slugs]
    if isinstance(source, EntrySource) and source.shape is TERM:
        also = source.mapping.get("also")
        names = [source.mapping.get("term"), *(also if isinstance(also, list) else [])]
        return [f"The glossary has no term “{name}”" for name in names]
    if isinstance(source, EntrySource):
        return [f"There is no citation “{source.mapping['key']}”"]
    folder, _, name = path.partition("/")
    slug = name.removesuffix(".md")
    kinds = [model._meta.verbose_name for model in record_models() if model.folder == folder]
    return OF_WHOLE_FILES.get(folder, [f"There is no {kind} “{slug}”" for kind in kinds])
