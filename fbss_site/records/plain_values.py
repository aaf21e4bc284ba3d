"""Field value <-> plain YAML value, for every kind of model field that a document may hold.

Relations are written by slug or key. What stands here knows fields, not records: the
library's other files (citations, terms, clinics) use it too.
"""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from phonenumber_field.modelfields import PhoneNumberField

from fbss_site.fields import TextListField


def natural_field(model):
    """The field by which documents name a row of ``model``."""
    names = {field.name for field in model._meta.fields}
    return next(name for name in ("key", "slug", "name") if name in names)


def to_plain(instance, names):
    """``names`` -> plain values, leaving out what is empty or at its default."""
    plain = {}
    for name in names:
        field = instance._meta.get_field(name)
        value = _plain(instance, field)
        if value in (None, "", []) or (field.has_default() and _same_as_default(field, value)):
            continue
        plain[name] = value
    return plain


def _same_as_default(field, value):
    return not isinstance(field, models.CharField | models.ManyToManyField) and field.get_default() == value


def _plain(instance, field):
    if isinstance(field, models.ManyToManyField):
        natural = natural_field(field.related_model)
        rows = getattr(instance, field.name).all() if instance.pk else ()
        return sorted(getattr(row, natural) for row in rows)
    if getattr(instance, field.attname) is None:
        return None
    value = getattr(instance, field.name)
    if isinstance(field, models.ForeignKey):
        return getattr(value, natural_field(field.related_model))
    if isinstance(field, PhoneNumberField):
        return value.as_e164 if value else ""
    if isinstance(field, models.IntegerField) and field.choices:
        return dict(field.flatchoices)[value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return value


def from_plain(field, raw):
    """The Python value of a plain one. Raises ValidationError with a sentence; relations are not read here."""
    if raw is None:
        return field.get_default() if field.has_default() or field.empty_strings_allowed else None
    if isinstance(field, TextListField):
        return [_text(item) for item in _list(raw)]
    if isinstance(raw, list | dict | set):
        raise ValidationError("Write one value here, not a list.")
    if isinstance(field, models.BooleanField):
        if not isinstance(raw, bool):
            raise ValidationError("Write true or false.")
        return raw
    if isinstance(field, models.IntegerField) and field.choices:
        return _choice(field, raw)
    if isinstance(field, models.DateTimeField):
        value = field.to_python(str(raw))
        return timezone.make_aware(value, datetime.UTC) if timezone.is_naive(value) else value
    if isinstance(field, models.TimeField) and not isinstance(raw, str):
        raise ValidationError('Write the time in quotes, as in "08:30".')
    if isinstance(field, models.CharField | models.TextField):
        return _text(raw)
    return field.to_python(str(raw))


def _text(raw):
    """YAML reads ``No``, ``1.10`` or ``Note: this`` as something else than the words that stand there."""
    if not isinstance(raw, str | int) or isinstance(raw, bool):
        raise ValidationError("Put this text in quotes.")
    return str(raw)


def _list(raw):
    if not isinstance(raw, list):
        raise ValidationError("Write a list, one item a line, each after a hyphen.")
    return raw


def _choice(field, raw):
    values = {label: value for value, label in field.flatchoices}
    if raw not in values:
        raise ValidationError(f"Write one of: {', '.join(values)}.")
    return values[raw]


def belongs_to_clinic(model):
    return any(field.name == "clinic" for field in model._meta.fields)


def find_row(model, natural, within=None):
    """The row of ``model`` that a document names. Raises ValidationError when there is none.

    ``within`` narrows the search for rows that belong to a clinic, whose names repeat.
    """
    rows = model._default_manager.filter(**{natural_field(model): natural})
    if within is not None and belongs_to_clinic(model):
        rows = rows.filter(clinic=within)
    if row := rows.first():
        return row
    raise ValidationError(f"There is no {model._meta.verbose_name} “{natural}”.")


def find_rows(model, naturals, within=None):
    """Like find_row, for a list. Raises one ValidationError that names all that are missing."""
    rows, errors = [], []
    for natural in _list(naturals):
        try:
            rows.append(find_row(model, natural, within))
        except ValidationError as error:
            errors.append(error)
    if len(set(map(str, naturals))) < len(naturals):
        errors.append(ValidationError("One of these is listed twice."))
    if errors:
        raise ValidationError(errors)
    return rows
