from django.db import models
from phonenumber_field.modelfields import PhoneNumberField

from .clinic import Clinic


class Location(models.Model):
    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="locations")
    name = models.CharField(max_length=120)
    address = models.TextField(max_length=400, help_text="One line each for street, town and postcode.")
    phone = PhoneNumberField(blank=True, help_text="Only when it differs from the clinic's own.")
    getting_here = models.TextField(
        max_length=600, blank=True, help_text="Parking, steps, lifts, where to sit: what someone in pain needs to know."
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "name"],
                name="location_name_once",
                violation_error_message="This clinic already has a location of this name.",
            )
        ]

    def __str__(self):
        return self.name


class OpeningHours(models.Model):
    """When the clinic answers its phones, in the clinic's own time zone."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"
        SATURDAY = 5, "Saturday"
        SUNDAY = 6, "Sunday"

    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name_plural = "opening hours"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="hours_close_after_opening",
                violation_error_message="The closing time must come after the opening time.",
            ),
            models.UniqueConstraint(
                fields=["clinic", "weekday", "opens"],
                name="hours_once",
                violation_error_message="This opening time is already listed for that day.",
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class CallbackWindow(models.Model):
    """A time of day that patients may choose for being called, in the clinic's own time zone."""

    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="callback_windows")
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["starts", "ends"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")),
                name="window_ends_after_start",
                violation_error_message="The window must end after it starts.",
            ),
            models.UniqueConstraint(
                fields=["clinic", "starts", "ends"],
                name="window_once",
                violation_error_message="This window is already listed.",
            ),
        ]

    def __str__(self):
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


class Holiday(models.Model):
    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="holidays")
    date = models.DateField()
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "date"],
                name="holiday_once",
                violation_error_message="This day is already listed as a holiday.",
            )
        ]

    def __str__(self):
        return f"{self.name}, {self.date}"
