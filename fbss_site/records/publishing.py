"""Each change of a record's state, in one place. Nothing else writes ``status``."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone

from .canonical import to_document
from .checks import Level, check_document, library_now
from .fields import body_fields
from .uploads import ALT_PROMPT


def publish(record):
    """Makes the record public and dates the change. Raises ValidationError, by field, if it must not be."""
    record.changed_on = timezone.localdate()
    put_into(record, record.Status.PUBLISHED)
    if refused := blocking_findings(record):
        raise ValidationError(refused)
    record.save()


def withdraw(record):
    """Takes the record away from patients, whatever is wrong with its text: that may be the reason."""
    record.status = record.Status.WITHDRAWN
    record.save()


def send_to_review(record):
    save_as(record, record.Status.IN_REVIEW)


def back_to_draft(record):
    save_as(record, record.Status.DRAFT)


def save_as(record, status):
    """Checks the record for that state and saves it. Raises ValidationError, by field."""
    put_into(record, status)
    record.save()


def put_into(record, status, *, besides=()):
    """Gives the record that state without saving it. Raises ValidationError, by field, if it must not have it.

    Passes over the fields ``besides``, of which the caller knows already that they are wrong.
    """
    record.status = status
    if status == record.Status.PUBLISHED:
        record.published_at = record.published_at or timezone.now()
    errors = {}
    try:
        record.full_clean(exclude=set(besides))
    except ValidationError as error:
        errors = error.update_error_dict(errors)
    if status == record.Status.PUBLISHED:
        errors = ValidationError(missing_parts(record)).update_error_dict(errors)
    errors = {name: found for name, found in errors.items() if name not in besides}
    if errors:
        raise ValidationError(errors)


def blocking_findings(record):
    """Field name -> sentences, for what the checks find in its texts that must not be published."""
    found = {}
    for finding in check_document(type(record), to_document(record), library_now()):
        if finding.level == Level.BLOCKS:
            found.setdefault(field_name(type(record), finding.field), []).append(str(finding))
    return found


def field_name(model, label):
    """The model field that a document's key or heading stands for."""
    by_heading = {field.heading: field.name for field in body_fields(model)}
    return by_heading.get(label) or label or NON_FIELD_ERRORS


def missing_parts(record):
    """Field name -> sentence, for what a public record must have and this one has not."""
    missing = {}
    if record.needs_summary and not record.summary.strip():
        missing["summary"] = "Write the “In short” sentences before you publish."
    for field in body_fields(type(record)):
        text = getattr(record, field.name) or ""
        if field.needed and not text.strip():
            missing[field.name] = f"Write “{field.heading}” before you publish."
        elif ALT_PROMPT in text:
            missing[field.name] = f"Describe the picture: replace “{ALT_PROMPT}” by what it shows."
    return missing
