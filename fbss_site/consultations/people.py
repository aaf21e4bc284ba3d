"""Everything about one person: found, exported, erased."""

import json

import phonenumbers
from django.db import transaction
from phonenumber_field.phonenumber import PhoneNumber

from . import keys
from .access import log_access
from .details import EMAIL, PHONE, folded
from .models import AccessLine, ConsultationRequest


def requests_of_same_person(request, user):
    """The other requests of whoever made ``request`` that ``user`` may see, newest first. Raises keys.DataKeyError."""
    same = ConsultationRequest.objects.visible_to(user).same_person(request.details).exclude(pk=request.pk)
    return list(same.select_related("clinic", "assigned_to").prefetch_related("steps__by"))


def find(typed, user):
    """The requests whose phone, e-mail, reference or name is ``typed``, among those that ``user`` may see."""
    rows = ConsultationRequest.objects.visible_to(user).select_related("clinic").prefetch_related("steps__by")
    typed = typed.strip()
    if not typed:
        return []
    if "@" in typed:
        return list(rows.filter(email_hash__in=keys.blind_hashes(EMAIL, typed.casefold())))
    if by_reference := list(rows.filter(reference=typed.upper())):
        return by_reference
    locales = set(rows.values_list("clinic__locale", flat=True))
    if phones := {_phone_of(typed, locale) for locale in locales} - {None}:
        hashes = [found for phone in phones for found in keys.blind_hashes(PHONE, phone)]
        return list(rows.filter(phone_hash__in=hashes))
    # Names are sealed: there is no other way than to open each. A clinic keeps some hundreds of requests.
    return [row for row in rows if folded(typed) and row.details.sounds_like(typed)]


def export(requests, user):
    """All that is kept about the person of ``requests``, as JSON text. Raises keys.DataKeyError."""
    kept = [_plain(request) for request in requests]
    for request in requests:
        log_access(AccessLine.Action.HANDED_OUT, 1, user=user, clinic=request.clinic, requests=[request])
    return json.dumps(kept, ensure_ascii=False, indent=2)


def erase(requests, user):
    """Deletes ``requests`` with all that hangs on them; the log keeps the count alone."""
    with transaction.atomic():
        for request in requests:
            request.delete()
            log_access(AccessLine.Action.ERASED, 1, user=user, clinic=request.clinic)


def _plain(request):
    return {
        "reference": request.reference,
        "clinic": request.clinic.name,
        "status": request.get_status_display(),
        "received": request.received_at.isoformat(),
        "consent_version": request.consent_version,
        **request.details.to_mapping(),
        "steps": [
            {"at": step.at.isoformat(), "what": step.get_kind_display(), "note": step.note}
            for step in request.steps.all()
        ],
    }


def _phone_of(typed, locale):
    """``typed`` as a number at a place of this locale, or None."""
    try:
        number = PhoneNumber.from_string(typed, region=locale.removeprefix("en-"))
    except phonenumbers.NumberParseException:
        return None
    return number.as_e164 if number.is_valid() else None
