"""Writes the database's library as the files of content/, each in its canonical form."""

import os
import tempfile

from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinic
from fbss_site.glossary.models import Term
from fbss_site.records import files, yaml_lines
from fbss_site.records.registry import record_models
from fbss_site.search.models import Synonym

from .rows import to_mapping
from .shapes import CITATION, CLINIC, SYNONYM, TERM


def export_library(folder):
    """Writes every file below ``folder``; returns the paths whose text changed.

    Each file is replaced whole, so a full disk leaves the old one. Files of records that
    are no longer there are removed.
    """
    texts = dict(_texts())
    changed = [path for path, text in texts.items() if _write(folder / path, text)]
    owned = [*(model.folder for model in record_models()), "clinics"]
    for file in [file for name in owned for file in sorted((folder / name).glob("*.*"))]:
        path = file.relative_to(folder).as_posix()
        if path not in texts and file.suffix in {".md", ".yaml"}:
            file.unlink()
            changed.append(path)
    return sorted(changed)


def _texts():
    yield "citations.yaml", _shelf(Citation.objects.order_by("key"), CITATION)
    yield "glossary.yaml", _shelf(Term.objects.order_by("key"), TERM)
    yield "synonyms.yaml", _shelf(Synonym.objects.order_by("key"), SYNONYM)
    for clinic in Clinic.objects.all():
        yield f"clinics/{clinic.slug}.yaml", yaml_lines.dump(to_mapping(clinic, CLINIC))
    for model in record_models():
        for record in model.objects.select_related("reviewed_by"):
            yield f"{model.folder}/{record.slug}.md", str(files.to_document(record))


def _shelf(rows, shape):
    return "\n".join(yaml_lines.dump([to_mapping(row, shape)]) for row in rows)


def _write(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".export-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise
    return True
