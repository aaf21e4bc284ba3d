"""Rows of a shape <-> plain mappings, nested ones included."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction

from fbss_site.records.documents import Fault
from fbss_site.records.plain_values import find_row, find_rows, from_plain, to_plain


class RowError(Exception):
    def __init__(self, faults):
        super().__init__(faults)
        self.faults = faults


class Lines:
    """The line of each value of one row, by the path below it; of its start where a value has none."""

    def __init__(self, lines, path=()):
        self._lines, self._path = lines, path

    def below(self, *more):
        return Lines(self._lines, (*self._path, *more))

    def fault(self, name, message):
        place = (*self._path, name)
        line = self._lines.get(place, self._lines.get(self._path, 1))
        return Fault(line, ".".join(str(part) for part in place), message)


def to_mapping(row, shape):
    """The plain value of ``row`` with its parts."""
    mapping = to_plain(row, shape.names)
    if shape.plain:
        return mapping.get(shape.names[0])
    for key, part in shape.parts.items():
        rows = part.model.objects.filter(**{part.owner: row})
        if values := [to_mapping(nested, part) for nested in rows]:
            mapping[key] = values
    return mapping


def write_row(row, shape, mapping, lines, *, within=None):
    """Sets the fields of ``row`` from ``mapping`` and saves it. Raises RowError, and then nothing is written."""
    if shape.plain:
        mapping = {shape.names[0]: mapping}
    if not isinstance(mapping, dict):
        raise RowError([lines.fault("", "Write “key: value” lines here.")])
    allowed = (*shape.names, *shape.parts)
    faults = [
        lines.fault(key, f"There is no such key here. There are: {', '.join(allowed)}.")
        for key in mapping
        if key not in allowed
    ]
    many = {}
    for name in shape.names:
        try:
            value = _value(shape.model._meta.get_field(name), mapping.get(name), within)
        except ValidationError as error:
            faults += [lines.fault(name, " ".join(single.messages)) for single in error.error_list]
        else:
            if shape.model._meta.get_field(name).many_to_many:
                many[name] = value
            else:
                setattr(row, name, value)
    if faults:
        raise RowError(faults)
    try:
        with transaction.atomic():
            row.full_clean()
            row.save()
            for name, rows in many.items():
                getattr(row, name).set(rows)
    except ValidationError as error:
        raise RowError(_faults_of(error, lines)) from None


def _value(field, raw, within):
    if isinstance(field, models.ManyToManyField):
        return find_rows(field.related_model, raw or [], within)
    if isinstance(field, models.ForeignKey):
        return None if raw is None else find_row(field.related_model, raw, within)
    return from_plain(field, raw)


def write_parts(row, shape, mapping, lines, *, late):
    """Makes the nested rows of ``row`` be those of ``mapping``: same ones kept, others added or removed.

    Writes only the parts that are, or are not, ``late``. Raises RowError with the faults of all of them.
    """
    faults = []
    for key, part in shape.parts.items():
        if part.late != late:
            continue
        values = mapping.get(key) or []
        if not isinstance(values, list):
            faults.append(lines.fault(key, "Write a list, one item a line, each after a hyphen."))
            continue
        present = {_identity(nested, part): nested for nested in part.model.objects.filter(**{part.owner: row})}
        kept = set()
        for index, value in enumerate(values):
            nested = present.get(_identity_of(value, part, index)) or part.model(**{part.owner: row})
            if part.ordered:
                nested.position = (index + 1) * 10
            try:
                write_row(nested, part, value, lines.below(key, index), within=row)
                kept.add(nested.pk)
            except RowError as error:
                faults += error.faults
        part.model.objects.filter(**{part.owner: row}).exclude(pk__in=kept).delete()
    if faults:
        raise RowError(faults)


def _identity(row, shape):
    if shape.identity == ("position",):
        return (row.position,)
    plain = to_plain(row, shape.identity)
    return tuple(str(plain.get(name)) for name in shape.identity)


def _identity_of(value, shape, index):
    if shape.identity == ("position",):
        return ((index + 1) * 10,)
    if shape.plain:
        return (str(value),)
    return tuple(str(value.get(name)) for name in shape.identity) if isinstance(value, dict) else None


def _faults_of(error, lines):
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    return [
        lines.fault("" if name == NON_FIELD_ERRORS else name, " ".join(single.messages))
        for name, errors in by_field.items()
        for single in errors
    ]
