from django.conf import settings
from django.db import models

from fbss_site.clinics.models import Clinic


class StaffMembership(models.Model):
    """Whose requests a member of staff may see: those of the clinics that they work for."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="staff_memberships")
    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="staff_memberships")

    class Meta:
        ordering = ["clinic", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "clinic"],
                name="membership_once",
                violation_error_message="This person works for this clinic already.",
            )
        ]

    def __str__(self):
        return f"{self.user} at {self.clinic}"


class AccessLine(models.Model):
    """Who looked at requests, took them out or deleted them. Holds no personal data of patients; never changed."""

    class Action(models.TextChoices):
        LISTED = "listed", "Looked at the list"
        SEARCHED = "searched", "Looked for a person"
        VIEWED = "viewed", "Opened"
        EXPORTED = "exported", "Exported as CSV"
        HANDED_OUT = "handed-out", "Exported all about one person"
        ERASED = "erased", "Erased at the person's wish"
        EXPIRED = "expired", "Deleted on time"
        ROTATED = "rotated", "Encrypted under a new key"

    at = models.DateTimeField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    # Kept when the account is deleted; empty for what the site did by itself.
    username = models.CharField(max_length=150, blank=True)
    clinic = models.ForeignKey(Clinic, models.SET_NULL, null=True, blank=True, related_name="+")
    action = models.CharField(max_length=12, choices=Action)
    count = models.PositiveIntegerField("requests")
    references = models.TextField(
        blank=True, help_text="The references of the requests, which mean nothing by themselves."
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "access log line"
        verbose_name_plural = "access log"

    def __str__(self):
        return f"{self.get_action_display()}, {self.username or 'the site'}"
