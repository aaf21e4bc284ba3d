"""Stores a request: committed before anything else happens, once however often it is sent."""

import json
import secrets
import threading
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.db import IntegrityError, connection, transaction

from . import consent, keys, outbox
from .models import ConsultationRequest, RequestStep
from .screening import Suspicion

# No vowels, so that no word comes out, and nothing that is misread over the phone.
ALPHABET = "23456789CDFGHJKMPQRTVWXZ"
# A try fails when the same request is being stored at the same moment, or a reference is taken.
TRIES = 3
# How long the database may be locked before the patient is told, in milliseconds.
PATIENCE = 5000
SAME_WITHIN = timedelta(hours=24)
# A connection's requests within an hour: from the first number on they are put aside, from the second refused.
SUSPECT_FROM, FLOOD_FROM = 5, 60
# A person's requests within a day that are taken without a second look.
MOST_A_DAY = 3


_turns = threading.Lock()


class FloodError(Exception):
    """One connection has sent far more requests than people do."""


def take_in(form, suspicions, *, client, site, now):
    """The stored request of a valid form, or the one that said the same within a day.

    ``client``: where it comes from; ``site``: scheme and host, for links in e-mails. Raises FloodError, and
    DatabaseError when nothing could be stored.
    """
    details = form.details()
    content = json.dumps([form.desk.clinic.pk, {**details.to_mapping(), "consent": ""}], sort_keys=True)
    for _ in range(TRIES):
        if same := _same(content, now):
            return _sent_again(same, now)
        request = _new_request(form, details, suspicions, client, content, now)
        with suppress(IntegrityError), _in_turn(), transaction.atomic():
            request.save(force_insert=True)
            _note_arrival(request, now)
            outbox.queue(request, details, site, now)
            return request
    raise IntegrityError("No free reference was found.")


def _new_request(form, details, suspicions, client, content, now):
    """All but stored: what takes time is done before the database is locked for it."""
    promise = form.promise()
    request = ConsultationRequest(
        clinic=form.desk.clinic,
        reference=_new_reference(),
        location=form.location(),
        consent_version=consent.VERSION,
        received_at=now,
        call_from=promise and promise.starts,
        call_by=promise and promise.ends,
        client_mark=keys.daily_hash("client", client, now.date()),
        content_mark=keys.daily_hash("content", content, now.date()),
        suspicions=[*suspicions, *_habits(client, details, now)],
    )
    request.write_details(details)
    if request.suspicions:
        request.status = request.Status.QUARANTINED
    return request


def _same(content, now):
    marks = keys.daily_hashes("content", content, _days(now))
    return ConsultationRequest.objects.filter(content_mark__in=marks, received_at__gt=now - SAME_WITHIN).first()


def _sent_again(request, now):
    """A patient who asks again after a call that missed them is worth a line in the inbox."""
    if request.status in {request.Status.CALLED, request.Status.BOOKED}:
        RequestStep.objects.create(request=request, kind=RequestStep.Kind.REPEATED, at=now)
    return request


def _habits(client, details, now):
    """What only the other requests show. Raises FloodError."""
    marks = keys.daily_hashes("client", client, _days(now))
    rows = ConsultationRequest.objects
    recent = rows.filter(client_mark__in=marks, received_at__gt=now - timedelta(hours=1)).count()
    if recent >= FLOOD_FROM:
        raise FloodError
    if recent >= SUSPECT_FROM:
        yield Suspicion.RATE
    if rows.same_person(details).filter(received_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        yield Suspicion.REPEATED


def _note_arrival(request, now):
    kinds = [RequestStep.Kind.RECEIVED]
    if request.suspicions:
        kinds.append(RequestStep.Kind.QUARANTINED)
    RequestStep.objects.bulk_create(RequestStep(request=request, kind=kind, at=now) for kind in kinds)


def _new_reference():
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def _days(now):
    return [now.date(), now.date() - timedelta(days=1)]


@contextmanager
def _in_turn():
    """Threads of one process queue for the database: SQLite gives its lock to whoever happens to ask at the moment."""
    usual = connection.settings_dict["OPTIONS"]["timeout"] * 1000
    got_turn = _turns.acquire(timeout=PATIENCE / 1000)
    try:
        _wait_for_lock(PATIENCE)
        yield
    finally:
        if got_turn:
            _turns.release()
        _wait_for_lock(usual)


def _wait_for_lock(milliseconds):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
