"""Brings everything under the first key, so that older ones can be dropped."""

from django.db import transaction

from . import keys
from .access import log_access
from .details import PHONE
from .models import AccessLine, ConsultationRequest, RequestStep

BATCH = 100


def rotate(tell):
    """Re-encrypts what is not under the first key yet; returns (changed, the rows that no key opens).

    ``tell(done, total)`` is called after each batch. Each batch is whole: to stop in between loses nothing, and
    the next run goes on from there.
    """
    models = (ConsultationRequest, RequestStep)
    total = sum(model.objects.count() for model in models)
    done = changed = 0
    unreadable = []
    for model in models:
        last = 0
        while True:
            with transaction.atomic():
                rows = list(model.objects.filter(pk__gt=last).order_by("pk")[:BATCH])
                for row in rows:
                    try:
                        changed += _rotate_row(row)
                    except keys.DataKeyError:
                        unreadable.append(row)
            if not rows:
                break
            last = rows[-1].pk
            done += len(rows)
            tell(done, total)
    if changed:
        log_access(AccessLine.Action.ROTATED, changed)
    return changed, unreadable


def _rotate_row(row):
    """Whether it had to change."""
    if isinstance(row, RequestStep):
        if not row.sealed_note or keys.reseal(row.sealed_note) == row.sealed_note:
            return False
        row.sealed_note = keys.reseal(row.sealed_note)
        row.save(update_fields=["sealed_note"])
        return True
    details = row.details
    if keys.reseal(row.sealed) == row.sealed and row.phone_hash == keys.blind_hash(PHONE, details.same_phone):
        return False
    row.write_details(details)
    row.save(update_fields=["sealed", "phone_hash", "email_hash"])
    return True
