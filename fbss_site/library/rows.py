"""Rows of a shape <-> plain mappings, nested ones included."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from fbss_site.records.documents import Fault
from fbss_site.records.plain_values import belongs_to_clinic, find_row, find_rows, from_plain, to_plain


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
        if values := [to_mapping(nested, part) for nested in _parts(row, part)]:
            mapping[key] = values
    return mapping


def write_row(row, shape, mapping, lines, *, within=None):
    """Sets the fields of ``row`` from ``mapping`` and saves it. Raises RowError, and then nothing is written.

    A row ``within`` one that could not be saved is checked only, as far as it can be.
    """
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
    checked_only = within is not None and within.pk is None
    refused = {shape.owner, *_names_of_own(shape)} if checked_only else set()
    many = {}
    for name in shape.names:
        if name in refused:
            continue
        try:
            many.update(_set_value(row, name, mapping.get(name), within))
        except ValidationError as error:
            refused.add(name)
            faults += [lines.fault(name, " ".join(single.messages)) for single in error.error_list]
    try:
        row.full_clean(exclude=refused)
    except ValidationError as error:
        faults += _faults_of(error, lines, besides=refused)
    if faults:
        raise RowError(faults)
    if not checked_only:
        row.save()
        for name, rows in many.items():
            getattr(row, name).set(rows)


def _names_of_own(shape):
    """The fields that point to other parts of the same clinic."""
    fields = [shape.model._meta.get_field(name) for name in shape.names]
    return [field.name for field in fields if field.is_relation and belongs_to_clinic(field.related_model)]


def _set_value(row, name, raw, within):
    """Sets the field, or returns the rows to link by its name once ``row`` is saved. Raises ValidationError."""
    field = row._meta.get_field(name)
    if isinstance(field, models.ManyToManyField):
        return {name: find_rows(field.related_model, [] if raw is None else raw, within)}
    if isinstance(field, models.ForeignKey):
        setattr(row, name, None if raw is None else find_row(field.related_model, raw, within))
    else:
        setattr(row, name, from_plain(field, raw))
    return {}


def write_parts(row, shape, mapping, lines, *, late):
    """Makes the nested rows of ``row`` be those of ``mapping``: same ones kept, others added or removed.

    Writes only the parts that are, or are not, ``late``. Raises RowError with the faults of all of them.
    """
    faults = []
    for key, part in shape.parts.items():
        if part.late != late:
            continue
        values = [] if mapping.get(key) is None else mapping[key]
        if not isinstance(values, list):
            faults.append(lines.fault(key, "Write a list, one item a line, each after a hyphen."))
            continue
        present = {_identity(nested, part): nested for nested in _parts(row, part)}
        kept = set()
        for index, value in enumerate(values):
            # Popped, so that a thing listed twice is refused even where the first is there already.
            nested = present.pop(_identity_of(value, part, index), None) or part.model(**{part.owner: row})
            if part.ordered:
                nested.position = (index + 1) * 10
            try:
                write_row(nested, part, value, lines.below(key, index), within=row)
                kept.add(nested.pk)
            except RowError as error:
                faults += error.faults
        _parts(row, part).exclude(pk__in=kept).delete()
    if faults:
        raise RowError(faults)


def _parts(row, shape):
    return shape.model.objects.filter(**{shape.owner: row}) if row.pk else shape.model.objects.none()


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
    if not isinstance(value, dict):
        return None
    return tuple(str(_canonical(shape.model, name, value.get(name))) for name in shape.identity)


def _canonical(model, name, raw):
    """``raw`` as an export writes it, such as 08:30 for 8:30; as it is where it cannot be read."""
    field = model._meta.get_field(name)
    if field.is_relation:
        return raw
    try:
        return to_plain(model(**{name: from_plain(field, raw)}), [name]).get(name)
    except ValidationError:
        return raw


def _faults_of(error, lines, *, besides):
    by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    return [
        lines.fault("" if name == NON_FIELD_ERRORS else name, " ".join(single.messages))
        for name, errors in by_field.items()
        if name not in besides
        for single in errors
    ]
