"""By when the clinic calls: a promise computed from its opening hours and holidays, in its own time zone.

The rule: by closing time of the Nth working day after the day of the request (N is the clinic's; 0 means the
same day while enough of it is left, else the next working day). Whoever chose a time of day is called in it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

# A clinic closed for longer than this promises no day.
LONGEST_LOOK = timedelta(days=120)
# What must be left of a day for a call on it to be promised.
LEAST_LEFT = timedelta(hours=1)


class Window(NamedTuple):
    starts: time
    ends: time


class Promise(NamedTuple):
    """Both aware, in the clinic's zone: the time of the last day on which the call may come."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class Calendar:
    """``hours``: (weekday, opens, closes) triples, Monday is 0. ``holidays``: dates."""

    zone: object
    hours: tuple
    holidays: frozenset

    def is_open(self, now):
        return any(span.starts <= now < span.ends for span in self.spans(now.astimezone(self.zone).date()))

    def spans(self, day, window=None):
        """The opening times of ``day``, those within ``window`` only; empty when it is closed."""
        if day in self.holidays:
            return []
        found = [(opens, closes) for weekday, opens, closes in self.hours if weekday == day.weekday()]
        if window:
            found = [(max(opens, window.starts), min(closes, window.ends)) for opens, closes in found]
        return [Promise(self._at(day, one), self._at(day, other)) for one, other in sorted(found) if one < other]

    def open_days(self, after, window=None):
        """(day, spans) of each open day later than ``after``, for as far as it makes sense to look."""
        for count in range(1, LONGEST_LOOK.days + 1):
            day = after + timedelta(days=count)
            if spans := self.spans(day, window):
                yield day, spans

    def _at(self, day, wall_time):
        """Through UTC, so that a time that the clocks skip becomes the one they show instead."""
        return datetime.combine(day, wall_time, self.zone).astimezone(UTC).astimezone(self.zone)


def promise(calendar, now, working_days, window=None):
    """The Promise to whoever asks at ``now`` (aware); None when no working day is in sight."""
    today = now.astimezone(calendar.zone).date()
    if working_days == 0:
        left = [Promise(max(span.starts, now), span.ends) for span in calendar.spans(today, window) if span.ends > now]
        # Summed in UTC: within one zone, subtraction passes over a change of the clocks.
        if sum((span.ends.astimezone(UTC) - span.starts.astimezone(UTC) for span in left), timedelta()) >= LEAST_LEFT:
            return Promise(left[0].starts.astimezone(calendar.zone), left[-1].ends)
    last_day = _nth_open_day(calendar, today, max(working_days, 1))
    if last_day is None:
        return None
    if window:
        # The window may miss the hours of that day; the call then comes in it on the next day that has it.
        for _, spans in calendar.open_days(last_day - timedelta(days=1), window):
            return Promise(spans[0].starts, spans[-1].ends)
    spans = calendar.spans(last_day)
    return Promise(spans[0].starts, spans[-1].ends)


def _nth_open_day(calendar, after, number):
    for position, (day, _) in enumerate(calendar.open_days(after), start=1):
        if position == number:
            return day
    return None
