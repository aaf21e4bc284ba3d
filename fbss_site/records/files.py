"""Record <-> document. Whatever handles versions of a record goes through these functions.

Writing has two steps, because records refer to each other: ``write_fields`` saves the row,
``write_relations`` then links it. ``apply_document`` does both.
"""

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import models, transaction

from . import publishing
from .canonical import front_names, to_document
from .documents import DocumentError, Fault
from .fields import body_fields
from .models import ContentRecord
from .plain_values import find_row, find_rows, from_plain

__all__ = ["apply_document", "front_names", "late_relations", "to_document", "write_fields", "write_relations"]


def apply_document(record, document):
    """Sets every field and relation of ``record`` (new or saved) from ``document``, and saves it.

    What the document does not name becomes empty. Raises DocumentError with every fault,
    and then nothing is written.
    """
    faults = []
    with transaction.atomic():
        for write in (write_fields, write_relations):
            try:
                write(record, document)
            except DocumentError as error:
                faults += error.faults
        if faults:
            raise DocumentError(faults)


def write_fields(record, document):
    """Everything but what ``late_relations`` names. Raises DocumentError, and then nothing is written."""
    model = type(record)
    faults = [*_unknown_names(model, document), *_set_fields(record, document)]
    status = document.front.get("status", model.Status.DRAFT)
    if status not in model.Status.values:
        faults.append(Fault(document.line_of("status"), "status", f"Write one of: {', '.join(model.Status.values)}."))
        status = model.Status.DRAFT
    try:
        publishing.put_into(record, model.Status(status), besides={fault.field for fault in faults})
    except ValidationError as error:
        faults += _faults_of(document, model, error)
    if faults:
        raise DocumentError(faults)
    record.save()


def _set_fields(record, document):
    """Yields a Fault for each value that cannot be set."""
    model = type(record)
    late = {field.name for field in late_relations(model)}
    for name in front_names(model):
        if name in late or name == "status":
            continue
        field = model._meta.get_field(name)
        raw = document.front.get(name)
        try:
            if isinstance(field, models.ForeignKey):
                setattr(record, name, None if raw is None else find_row(field.related_model, raw))
            else:
                setattr(record, name, from_plain(field, raw))
        except ValidationError as error:
            yield from _faults_at(document, name, error)
    for field in body_fields(model):
        setattr(record, field.name, field.to_python(document.sections.get(field.heading, "")))


def write_relations(record, document):
    """The links to other records; only looked up where the record is not saved. Raises DocumentError."""
    many, single, faults = {}, {}, []
    for field in late_relations(type(record)):
        raw = document.front.get(field.name)
        try:
            if isinstance(field, models.ManyToManyField):
                many[field.name] = find_rows(field.related_model, [] if raw is None else raw)
            else:
                single[field.name] = None if raw is None else find_row(field.related_model, raw)
        except ValidationError as error:
            faults += _faults_at(document, field.name, error)
    if faults:
        raise DocumentError(faults)
    if record.pk:
        for name, rows in many.items():
            getattr(record, name).set(rows)
        for name, row in single.items():
            setattr(record, name, row)
        record.save(update_fields=list(single))


def late_relations(model):
    """The relations that may point to records which are loaded later."""
    fields = [model._meta.get_field(name) for name in front_names(model)]
    return [
        field
        for field in fields
        if isinstance(field, models.ManyToManyField)
        or (isinstance(field, models.ForeignKey) and field.null and issubclass(field.related_model, ContentRecord))
    ]


def _unknown_names(model, document):
    known = {**dict.fromkeys(front_names(model)), **{field.heading: None for field in body_fields(model)}}
    for name in document.front:
        if name not in front_names(model):
            keys = ", ".join(front_names(model))
            message = f"{model._meta.verbose_name_plural.capitalize()} have no such key. They have: {keys}."
            yield Fault(document.line_of(name), str(name), message)
    for heading in document.sections:
        if heading not in known:
            headings = ", ".join(field.heading for field in body_fields(model))
            yield Fault(document.line_of(heading), heading, f"No field has this heading. Use one of: {headings}.")


def _faults_at(document, name, error):
    return [Fault(document.line_of(name), name, " ".join(single.messages)) for single in error.error_list]


def _faults_of(document, model, error):
    faults = []
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    for name, errors in by_field.items():
        try:
            label = getattr(model._meta.get_field(name), "heading", name)
        except FieldDoesNotExist:
            label = "record"
        for single in errors:
            offset = (single.params or {}).get("offset")
            faults.append(Fault(document.line_of(label, offset), label, " ".join(single.messages)))
    return faults
