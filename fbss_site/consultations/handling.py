"""Every change that staff make to a request: one function each, used by the admin's pages and actions."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from . import keys, outbox
from .models import ConsultationRequest, RequestStep

Status, Kind = ConsultationRequest.Status, RequestStep.Kind


class ChangedMeanwhileError(Exception):
    """A colleague was faster: the request is not in a state from which this step leads on."""


def note_call(request, user, note="", *, kind):
    """Notes one try to call, of a kind of RequestStep.CALLS. A new request is then a called one."""
    _step(request, user, kind, note, allowed=ConsultationRequest.OPEN, to=_after_call(request))


def book(request, user, note=""):
    _step(request, user, Kind.BOOKED, note, allowed=ConsultationRequest.OPEN, to=Status.BOOKED)


def close(request, user, note=""):
    _step(request, user, Kind.CLOSED, note, allowed=ConsultationRequest.OPEN, to=Status.CLOSED)


def mark_spam(request, user, note=""):
    allowed = (Status.QUARANTINED, *ConsultationRequest.OPEN)
    _step(request, user, Kind.SPAM, note, allowed=allowed, to=Status.SPAM)


def reopen(request, user, note=""):
    _step(request, user, Kind.REOPENED, note, allowed=ConsultationRequest.DONE, to=Status.NEW)


def release(request, user, site):
    """Out of quarantine; the patient's own e-mail, held back so far, goes out if it is not too late for it."""
    with transaction.atomic():
        _step(request, user, Kind.RELEASED, "", allowed=(Status.QUARANTINED,), to=Status.NEW)
        now = timezone.now()
        if request.received_at > now - timedelta(days=1):
            outbox.queue_arrival(request, request.details, site, now)


def assign(request, user, colleague):
    """``colleague``: who looks after it, or None."""
    with transaction.atomic():
        ConsultationRequest.objects.filter(pk=request.pk).update(assigned_to=colleague)
        note = f"To {colleague.get_username()}" if colleague else "To nobody"
        _note_step(request, user, Kind.ASSIGNED, note)
    request.assigned_to = colleague


def _after_call(request):
    return Status.BOOKED if request.status == Status.BOOKED else Status.CALLED


def _step(request, user, kind, note, *, allowed, to):
    now = timezone.now()
    done = to in ConsultationRequest.DONE
    values = {"status": to, "closed_at": now if done else None}
    if done:
        # Who asks again after that asks anew.
        values["content_mark"] = ""
    with transaction.atomic():
        rows = ConsultationRequest.objects.filter(pk=request.pk, status=request.status)
        if request.status not in allowed or not rows.update(**values):
            raise ChangedMeanwhileError
        _note_step(request, user, kind, note)
    for name, value in values.items():
        setattr(request, name, value)


def _note_step(request, user, kind, note):
    sealed = keys.seal({"note": note}) if note else ""
    RequestStep.objects.create(request=request, kind=kind, by=user, at=timezone.now(), sealed_note=sealed)
