"""How urgent a request is for the front desk: a level, which has a colour, and always words as well."""

from datetime import timedelta

from django.utils.timesince import timesince, timeuntil

from . import wording

CALM, DUE, LATE = "calm", "due", "late"
DUE_WITHIN = timedelta(hours=3)
# Where nothing could be promised.
LATE_AFTER = timedelta(days=1)


def ageing(request, now):
    """(level, words) of a request."""
    if request.status == request.Status.QUARANTINED:
        return DUE, f"put aside {_since(request.received_at, now)} ago"
    if request.status != request.Status.NEW:
        return CALM, f"came {_since(request.received_at, now)} ago"
    if request.call_by is None:
        late = now - request.received_at > LATE_AFTER
        return (LATE if late else DUE), f"waiting for {_since(request.received_at, now)}"
    if request.call_by < now:
        return LATE, f"overdue by {_since(request.call_by, now)}"
    if request.call_by - now <= DUE_WITHIN:
        return DUE, f"call within {timeuntil(request.call_by, now, depth=1)}"
    return CALM, f"call {wording.call_by_text(request.call_by, request.clinic)}"


def _since(moment, now):
    return timesince(moment, now, depth=1)
