"""What a clinic's front desk offers now: where, with whom and when, and by when it would call."""

from datetime import timedelta

from django.core.cache import cache

from fbss_site.clinics.views import visiting_context

from . import callback, wording

ANY = ""
TELEHEALTH = "telehealth"
# In seconds: a rush of visitors reads the clinic's hours once, and staff see at once what they change.
KEPT = 1


class Desk:
    """``visiting``: what the clinic's visiting template prints."""

    def __init__(self, clinic, now):
        self.clinic, self.now = clinic, now
        facts = cache.get_or_set(f"desk-{clinic.pk}", lambda: _read(clinic, now), timeout=KEPT)
        self.visiting = facts["visiting"]
        self.calendar = callback.Calendar(clinic.zone, facts["hours"], facts["holidays"])
        self.windows, self.locations, self.clinicians = facts["windows"], facts["locations"], facts["clinicians"]

    def window_choices(self):
        """(value, label) pairs; none where the clinic named no windows."""
        named = [(value, wording.window_text(window, self.clinic.locale)) for value, window in self.windows.items()]
        return [(ANY, "Any time you answer the phone"), *named] if named else []

    def clinician_choices(self):
        named = [(slug, f"{clinician.full_name}, {clinician.role}") for slug, clinician in self.clinicians.items()]
        return [(ANY, "No preference"), *named] if len(named) > 1 else []

    def place_choices(self):
        named = [(key, location.name) for key, location in self.locations.items()]
        if self.clinic.telehealth:
            named.append((TELEHEALTH, "By video or phone"))
        return [(ANY, "No preference"), *named] if len(named) > 1 else []

    def promise(self, window_value=ANY):
        """By when the clinic calls whoever asks now, or None."""
        return callback.promise(self.calendar, self.now, self.clinic.callback_days, self.windows.get(window_value))

    def call_by_text(self):
        promise = self.promise()
        return wording.call_by_text(promise.ends if promise else None, self.clinic)

    @property
    def is_open(self):
        return self.calendar.is_open(self.now)


def _read(clinic, now):
    """Five queries."""
    today = now.astimezone(clinic.zone).date()
    visiting = visiting_context(clinic)
    closed = list(clinic.holidays.filter(date__range=(today, today + callback.LONGEST_LOOK + timedelta(days=1))))
    locations = list(visiting["locations"])
    windows = [callback.Window(row.starts, row.ends) for row in clinic.callback_windows.all()]
    return {
        "visiting": {**visiting, "holidays": closed[:12], "locations": locations},
        "hours": tuple((span.weekday, span.opens, span.closes) for _, spans in visiting["days"] for span in spans),
        "holidays": frozenset(holiday.date for holiday in closed),
        "windows": {f"{window.starts:%H%M}-{window.ends:%H%M}": window for window in windows},
        "locations": {str(location.pk): location for location in locations},
        "clinicians": {clinician.slug: clinician for clinician in clinic.clinicians.all()},
    }
