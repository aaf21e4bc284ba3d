"""The pieces of content/: each knows its row, its canonical text and how to write itself in two steps."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from fbss_site.records import files, yaml_lines
from fbss_site.records.documents import DocumentError, Fault, parse_document
from fbss_site.records.registry import record_models

from . import rows
from .rows import Lines, RowError
from .shapes import CITATION, CLINIC, SYNONYM, TERM

SHELVES = {"citations.yaml": CITATION, "glossary.yaml": TERM, "synonyms.yaml": SYNONYM}
CLINICS = "clinics"


class SourceError(Exception):
    def __init__(self, faults):
        super().__init__(faults)
        self.faults = faults


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass
class RecordSource:
    """One Markdown file: one content record."""

    path: str
    text: str
    model: type
    slug: str
    document: object

    @property
    def is_public(self):
        return self.document.front.get("status") == self.model.Status.PUBLISHED

    def find(self):
        return self.model.objects.filter(slug=self.slug).first()

    def canonical(self, record):
        return str(files.to_document(record))

    def new(self):
        return self.model(slug=self.slug)

    def write_first(self, record):
        _translated(lambda: files.write_fields(record, self.document))

    def write_second(self, record):
        _translated(lambda: files.write_relations(record, self.document))


@dataclass
class EntrySource:
    """One entry of citations.yaml, glossary.yaml or synonyms.yaml."""

    path: str
    text: str
    shape: object
    mapping: dict
    lines: Lines

    def find(self):
        return self.shape.model.objects.filter(key=self.mapping["key"]).first()

    def canonical(self, row):
        return yaml_lines.dump([rows.to_mapping(row, self.shape)])

    def new(self):
        return self.shape.model()

    def write_first(self, row):
        _translated(lambda: rows.write_row(row, self.shape, self.mapping, self.lines))

    def write_second(self, row):
        """An entry refers to nothing."""


@dataclass
class ClinicSource:
    """One clinic's file, with its places, people, offerings and home page."""

    path: str
    text: str
    slug: str
    mapping: dict
    lines: Lines

    def find(self):
        return CLINIC.model.objects.filter(slug=self.slug).first()

    def canonical(self, clinic):
        return yaml_lines.dump(rows.to_mapping(clinic, CLINIC))

    def new(self):
        return CLINIC.model(slug=self.slug)

    def write_first(self, clinic):
        _translated(
            lambda: rows.write_row(clinic, CLINIC, self.mapping, self.lines),
            lambda: rows.write_parts(clinic, CLINIC, self.mapping, self.lines, late=False),
        )

    def write_second(self, clinic):
        _translated(lambda: rows.write_parts(clinic, CLINIC, self.mapping, self.lines, late=True))


def read_folder(folder):
    """(sources in writing order, faults by path) of a content folder."""
    sources, faults = [], {}
    for name, shape in SHELVES.items():
        _read_shelf(folder / name, name, shape, sources, faults)
    for file in sorted((folder / CLINICS).glob("*.yaml")):
        _read_clinic(file, f"{CLINICS}/{file.name}", sources, faults)
    for model in record_models():
        for file in sorted((folder / model.folder).glob("*.md")):
            path = f"{model.folder}/{file.name}"
            try:
                text = _read_text(file)
                sources.append(RecordSource(path, text, model, file.stem, parse_document(text)))
            except (SourceError, DocumentError) as error:
                faults[path] = error.faults
    _name_strangers(folder, faults)
    return sources, faults


def _read_shelf(file, path, shape, sources, faults):
    if not file.exists():
        return
    try:
        entries, lines = yaml_lines.read(_read_text(file))
    except SourceError as error:
        faults[path] = error.faults
        return
    except yaml_lines.YamlError as fault:
        faults[path] = [Fault(fault.line, "file", fault.message)]
        return
    entries = [] if entries is None else entries
    found, seen = [], {}
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        line = lines[(index,)]
        key = str(entry.get("key", "")) if isinstance(entry, dict) else ""
        if not key or key in seen:
            message = f"“{key}” stands here already, on line {seen[key]}." if key else "Each entry needs a key."
            found.append(Fault(line, "key", message))
            continue
        seen[key] = line
        sources.append(EntrySource(f"{path}#{key}", yaml_lines.dump([entry]), shape, entry, Lines(lines, (index,))))
    if not isinstance(entries, list):
        found.append(Fault(1, "file", "Write a list of entries, each starting with “- key:”."))
    if found:
        faults[path] = found


def _read_clinic(file, path, sources, faults):
    try:
        text = _read_text(file)
        mapping, lines = yaml_lines.read(text)
    except SourceError as error:
        faults[path] = error.faults
    except yaml_lines.YamlError as fault:
        faults[path] = [Fault(fault.line, "file", fault.message)]
    else:
        if isinstance(mapping, dict):
            sources.append(ClinicSource(path, text, file.stem, mapping, Lines(lines)))
        else:
            faults[path] = [Fault(1, "file", "Write the clinic as “key: value” lines.")]


def _read_text(file):
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SourceError([Fault(1, "file", f"This file is not UTF-8 text: byte {error.start + 1}.")]) from None


def _name_strangers(folder, faults):
    """A file that nothing would load is a mistyped name, not something to pass over."""
    known = {model.folder for model in record_models()}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if not file.is_file() or path.name.startswith("."):
            continue
        expected = (
            str(path) in SHELVES
            or (len(path.parts) == 2 and path.parts[0] in known and path.suffix == ".md")
            or (len(path.parts) == 2 and path.parts[0] == CLINICS and path.suffix == ".yaml")
        )
        if not expected:
            faults[Path(path).as_posix()] = [Fault(1, "file", "No kind of record is loaded from a file of this name.")]


def _translated(*steps):
    """Runs every step, even after one has failed. Raises one SourceError for all."""
    faults = []
    for step in steps:
        try:
            step()
        except (DocumentError, RowError) as error:
            faults += error.faults
    if faults:
        raise SourceError(faults)
