"""E-mails that go out after the request is stored: queued with it, sent by others, tried again until they are through.

What they say is in templates/email/. Nothing that a patient typed is in any of them, in a log or in a failure.
"""

import smtplib
import time
from contextlib import suppress
from datetime import timedelta

from django.core.mail import EmailMessage, get_connection
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from . import wording
from .keys import DataKeyError
from .models import OutboxMessage

# How long a sender keeps a message to itself; longer than any mail server may take to answer.
CLAIM = timedelta(minutes=5)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=30)
# A patient is told that the request arrived soon or not at all.
STALE_ARRIVAL = timedelta(days=3)
QUARANTINE_MAIL_EVERY = timedelta(hours=1)
# Messages on one connection: mail servers hang up on whoever sends too many.
BATCH = 50
# Seconds between two messages, so that a rush of them leaves the processors to the patients.
PACE = 0.05


def queue(request, details, site, now):
    """Queues what is to be told of a request that arrived."""
    if request.status == request.Status.QUARANTINED:
        if request.clinic.notify_email and not _told_lately(request.clinic, now):
            _add(request, OutboxMessage.Kind.QUARANTINE, site, now)
        return
    if request.clinic.notify_email:
        _add(request, OutboxMessage.Kind.WAITING, site, now)
    queue_arrival(request, details, site, now)


def queue_arrival(request, details, site, now):
    """Queues the patient's own e-mail. Not for a suspect: spam may name the address of someone else."""
    if request.clinic.patient_email and details.email:
        _add(request, OutboxMessage.Kind.ARRIVED, site, now)


def _told_lately(clinic, now):
    since = now - QUARANTINE_MAIL_EVERY
    kind = OutboxMessage.Kind.QUARANTINE
    return OutboxMessage.objects.filter(request__clinic=clinic, kind=kind, created_at__gt=since).exists()


def _add(request, kind, site, now):
    OutboxMessage.objects.create(request=request, kind=kind, site=site, created_at=now, next_try_at=now)


def send_due(now):
    """Tries what is due, each message in one process only; returns (sent, failed). ``now`` is a callable.

    Where the mail server itself cannot be reached, the others are not tried one by one but wait as well.
    """
    sent = failed = 0
    while True:
        batch_sent, batch_failed = _send_batch(now)
        sent, failed = sent + batch_sent, failed + batch_failed
        if batch_sent + batch_failed < BATCH:
            return sent, failed


def _send_batch(now):
    """Up to BATCH messages, on one connection."""
    sent = failed = 0
    connection = get_connection()
    try:
        while (sent + failed) < BATCH and (message := _claim(now())):
            try:
                _send(message, connection, now())
                sent += 1
                time.sleep(PACE)
            except (OSError, smtplib.SMTPException, DataKeyError) as problem:
                failed += 1
                _put_off(message, problem, now())
                if not _is_about_one(problem):
                    failed += _put_off_all(problem, now())
    finally:
        _close(connection)
    return sent, failed


def _close(connection):
    with suppress(OSError, smtplib.SMTPException):  # it may be gone already
        connection.close()


def _claim(now):
    """The next due message, for this process alone until CLAIM is over; None when there is none."""
    while message := OutboxMessage.objects.select_related("request__clinic").due(now).first():
        if OutboxMessage.objects.due(now).filter(pk=message.pk).update(claimed_until=now + CLAIM):
            return message
    return None


def _send(message, connection, now):
    if mail := _mail(message, now):
        connection.open()  # once for all that is due
        mail.connection = connection
        mail.send()
    OutboxMessage.objects.filter(pk=message.pk).update(sent_at=now, claimed_until=None, failure="")


def _mail(message, now):
    """The e-mail, or None when nobody needs it any more."""
    request = message.request
    clinic = request.clinic
    if message.kind == message.Kind.ARRIVED:
        if message.created_at < now - STALE_ARRIVAL:
            return None
        to, template = request.details.email, "email/request_arrived.txt"
    else:
        wanted = {message.Kind.WAITING: request.Status.NEW, message.Kind.QUARANTINE: request.Status.QUARANTINED}
        if request.status != wanted[message.kind]:
            return None
        to, template = clinic.notify_email, f"email/request_{message.kind}.txt"
    inbox = reverse("admin:consultations_consultationrequest_changelist")
    context = {
        "clinic": clinic,
        "call_by": wording.call_by_text(request.call_by, clinic),
        "promised": bool(request.call_by),
        "inbox": f"{message.site}{inbox}",
    }
    subject, _, body = render_to_string(template, context).strip().partition("\n")
    # Out-of-office replies to a robot help nobody.
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body.strip() + "\n", to=[to], headers=headers) if to else None


def _is_about_one(problem):
    """Whether the mail server refused one message, rather than being out of reach."""
    return isinstance(problem, DataKeyError | smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError)


def _put_off(message, problem, now):
    wait = min(FIRST_WAIT * 2 ** min(message.attempts, 10), LONGEST_WAIT)
    OutboxMessage.objects.filter(pk=message.pk).update(
        attempts=F("attempts") + 1, next_try_at=now + wait, claimed_until=None, failure=_reason(problem)
    )


def _put_off_all(problem, now):
    waiting = list(OutboxMessage.objects.due(now))
    for message in waiting:
        _put_off(message, problem, now)
    return len(waiting)


def _reason(problem):
    """Why it failed, in a few words without any address: what a server answers may quote it."""
    if isinstance(problem, DataKeyError):
        return "The request cannot be read with the keys at hand."
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        codes = sorted({str(code) for code, _ in problem.recipients.values()})
        return f"The mail server refused the recipient ({', '.join(codes)})."
    if isinstance(problem, smtplib.SMTPResponseException):
        return f"The mail server refused ({problem.smtp_code})."
    return f"The mail server does not answer ({type(problem).__name__})."


def unsent_count(clinics):
    """(how many wait after a failure, the latest reason) among the requests of ``clinics``."""
    failing = OutboxMessage.objects.failing().filter(request__clinic__in=clinics)
    latest = failing.order_by("-next_try_at").first()
    return failing.count(), latest.failure if latest else ""
