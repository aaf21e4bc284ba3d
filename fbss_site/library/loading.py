"""Loads content/: all or nothing, every fault in one run, and never over what staff changed."""

from dataclasses import dataclass, field

from django.db import transaction

from fbss_site.records.checks import Level, check_document, library_now
from fbss_site.records.documents import Fault
from fbss_site.records.models import LoadedFile

from .echoes import without_echoes
from .sources import RecordSource, SourceError, read_folder, sha256


@dataclass
class LoadReport:
    created: list = field(default_factory=list)
    updated: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)
    left_alone: list = field(default_factory=list)  # (path, reason)


class LoadError(Exception):
    """Nothing was loaded. ``faults``: path -> list of Fault."""

    def __init__(self, faults):
        super().__init__(f"{sum(map(len, faults.values()))} faults in {len(faults)} files")
        self.faults = faults

    def __str__(self):
        return "\n".join(
            f"{path.partition('#')[0]}:{fault.line}: {fault.field}: {fault.message}"
            for path, faults in sorted(self.faults.items())
            for fault in sorted(faults)
        )


def load_library(folder, *, overwrite=False):
    """Brings the database to what ``folder`` says; returns a LoadReport.

    A record that staff changed, made or deleted since it was last loaded is left alone
    unless ``overwrite``. Raises LoadError, and then nothing is written.
    """
    if not folder.is_dir():
        raise LoadError({str(folder): [Fault(1, "folder", "There is no such folder.")]})
    sources, faults = read_folder(folder)
    with transaction.atomic():
        report = _write(sources, faults, overwrite=overwrite)
        if faults:
            raise LoadError(without_echoes(faults, sources))
    return report


def _write(sources, faults, *, overwrite):
    report = LoadReport()
    loaded = {row.path: row for row in LoadedFile.objects.all()}
    chosen = []
    for source in sources:
        row = source.find()
        reason = _reason_to_leave(source, row, loaded.get(source.path), overwrite=overwrite)
        if reason == UNCHANGED:
            report.unchanged.append(source.path)
        elif reason:
            report.left_alone.append((source.path, reason))
        else:
            (report.updated if row else report.created).append(source.path)
            chosen.append((source, row or source.new()))
    _write_all(chosen, faults, lambda source, row: source.write_first(row))
    _write_all(chosen, faults, lambda source, row: source.write_second(row))
    if not faults:
        _check(chosen, faults)
    if not faults:
        for source, row in chosen:
            fresh = type(row).objects.get(pk=row.pk)
            LoadedFile.objects.update_or_create(
                path=source.path,
                defaults={
                    "file_sha256": sha256(source.text),
                    "record_sha256": sha256(source.canonical(fresh)),
                },
            )
    return report


def _check(chosen, faults):
    """Adds what the checks find in the texts that must not be published."""
    library = library_now()
    for source, _ in chosen:
        if isinstance(source, RecordSource) and source.is_public:
            findings = check_document(source.model, source.document, library)
            if blocking := [finding for finding in findings if finding.level == Level.BLOCKS]:
                faults[source.path] = [Fault(finding.line, finding.field, str(finding)) for finding in blocking]


UNCHANGED = "unchanged"


def _reason_to_leave(source, row, before, *, overwrite):
    """Why not to write ``source`` now; empty when it is to be written."""
    current = sha256(source.canonical(row)) if row else ""
    wanted = sha256(source.text)
    if before and (before.file_sha256, before.record_sha256) == (wanted, current):
        return UNCHANGED
    if overwrite or (row and current == wanted):
        return ""
    if before is None:
        return "staff made a record of this name" if row else ""
    if before.file_sha256 == wanted:
        return UNCHANGED
    if row is None:
        return "staff deleted it"
    return "" if current == before.record_sha256 else "staff changed it since it was loaded"


def _write_all(chosen, faults, write):
    """Writes each one and adds to ``faults``.

    What fails is tried again for as long as others succeed: a host name, say, is free for one clinic
    only when the other has been written.
    """
    while chosen:
        failed = []
        for source, row in chosen:
            try:
                write(source, row)
            except SourceError as error:
                failed.append((source, row, error.faults))
        if len(failed) == len(chosen):
            for source, _, found in failed:
                faults.setdefault(source.path, []).extend(found)
            return
        chosen = [(source, row) for source, row, _ in failed]
