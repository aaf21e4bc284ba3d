"""How much may be sent, counted in the database so that all worker processes count together."""

import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from .models import Tally

HOUR, DAY = 60 * 60, 24 * 60 * 60


class Limit(NamedTuple):
    sender: str
    most: int
    seconds: int  # HOUR or DAY


def take_one(purpose, limits, now):
    """Counts one more under each of ``limits``, unless one of them is used up: then False, and nothing is counted.

    A flood costs one look-up a time and writes nothing.
    """
    spans = {_mark(purpose, limit, now): limit for limit in limits}
    if not _room(spans):
        return False
    with transaction.atomic():
        if not _room(spans):
            return False
        forget(now)
        ends = {mark: _end(limit, now) for mark, limit in spans.items()}
        Tally.objects.bulk_create((Tally(mark=mark, until=ends[mark]) for mark in spans), ignore_conflicts=True)
        Tally.objects.filter(mark__in=spans).update(count=F("count") + 1)
    return True


def forget(now):
    """Deletes what was counted in spans that are over."""
    Tally.objects.filter(until__lte=now).delete()


def _room(spans):
    counts = dict(Tally.objects.filter(mark__in=spans).values_list("mark", "count"))
    return all(counts.get(mark, 0) < limit.most for mark, limit in spans.items())


def _mark(purpose, limit, now):
    key = f"guarding.{purpose}.{limit.seconds}.{_span(limit, now)}"
    return salted_hmac(key, limit.sender, algorithm="sha256").hexdigest()


def _span(limit, now):
    return int(now.timestamp()) // limit.seconds


def _end(limit, now):
    return datetime.datetime.fromtimestamp((_span(limit, now) + 1) * limit.seconds, datetime.UTC)
