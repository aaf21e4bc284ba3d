"""What is kept no longer: closed requests after the clinic's days, the marks of requests after two."""

from datetime import timedelta

from django.db import connection, transaction

from fbss_site.clinics.models import Clinic

from .access import log_access
from .models import AccessLine, ConsultationRequest

MARKS_KEPT = timedelta(days=2)
BATCH = 500


def delete_expired(now):
    """Deletes what is due, with all that hangs on it; returns how many requests. The access log says how many.

    A batch is one transaction with its line in the log, so that it can stop anywhere.
    """
    _forget_marks(now)
    deleted = sum(_delete_expired_of(clinic, now) for clinic in Clinic.objects.all())
    if deleted:
        _empty_the_log()
    return deleted


def _delete_expired_of(clinic, now):
    deleted = 0
    while True:
        with transaction.atomic():
            batch = list(ConsultationRequest.objects.expired(clinic, now).values_list("pk", flat=True)[:BATCH])
            if not batch:
                return deleted
            ConsultationRequest.objects.filter(pk__in=batch).delete()
            log_access(AccessLine.Action.EXPIRED, len(batch), clinic=clinic)
        deleted += len(batch)


def _forget_marks(now):
    old = ConsultationRequest.objects.filter(received_at__lt=now - MARKS_KEPT)
    old.exclude(client_mark="", content_mark="").update(client_mark="", content_mark="")


def _empty_the_log():
    """What was deleted also stands in the write-ahead log until that is written back."""
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
