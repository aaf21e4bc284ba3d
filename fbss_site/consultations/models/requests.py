import datetime

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from fbss_site.clinics.models import Clinic, Location

from .. import keys
from ..details import EMAIL, PHONE, Details


class RequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the clinics that ``user`` works for; a superuser sees all."""
        return self if user.is_superuser else self.filter(clinic__staff_memberships__user=user)

    def open(self):
        return self.filter(status__in=ConsultationRequest.OPEN)

    def quarantined(self):
        return self.filter(status=ConsultationRequest.Status.QUARANTINED)

    def waiting(self):
        """Those whom nobody has called yet."""
        return self.filter(status=ConsultationRequest.Status.NEW)

    def overdue(self, now):
        return self.waiting().filter(call_by__lt=now)

    def expired(self, clinic, now):
        """Those of ``clinic`` that were closed longer ago than it keeps them."""
        return self.filter(clinic=clinic, closed_at__lt=now - datetime.timedelta(days=clinic.retention_days))

    def same_person(self, details):
        """Those with the same phone number or the same e-mail address."""
        return self.filter(
            models.Q(phone_hash__in=keys.blind_hashes(PHONE, details.same_phone))
            | models.Q(email_hash__in=keys.blind_hashes(EMAIL, details.same_email))
        )


class ConsultationRequest(models.Model):
    """One request. What the patient told is in ``sealed``; what stands in clear tells nothing of a person.

    ``client_mark`` and ``content_mark`` are hashes under a key that changes daily, emptied after two days.
    """

    class Status(models.TextChoices):
        QUARANTINED = "quarantined", "Put aside, perhaps spam"
        NEW = "new", "New"
        CALLED = "called", "Called"
        BOOKED = "booked", "Booked"
        CLOSED = "closed", "Closed"
        SPAM = "spam", "Spam"

    OPEN = (Status.NEW, Status.CALLED, Status.BOOKED)
    DONE = (Status.CLOSED, Status.SPAM)

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="consultation_requests")
    reference = models.CharField(max_length=9, unique=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    sealed = models.TextField()
    phone_hash = models.CharField(max_length=64, db_index=True)
    email_hash = models.CharField(max_length=64, blank=True, db_index=True)
    location = models.ForeignKey(Location, models.SET_NULL, null=True, blank=True, related_name="+")
    consent_version = models.CharField(max_length=20)
    suspicions = models.JSONField(default=list)

    received_at = models.DateTimeField(db_index=True)
    call_from = models.DateTimeField(null=True, blank=True)
    call_by = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="assigned_requests"
    )

    client_mark = models.CharField(max_length=64, blank=True, db_index=True)
    content_mark = models.CharField(max_length=64, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        permissions = [("export_consultationrequest", "Can export consultation requests")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_mark"],
                condition=~models.Q(content_mark=""),
                name="request_once",
                violation_error_message="This request is there already.",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["closed", "spam"], closed_at__isnull=False)
                | models.Q(~models.Q(status__in=["closed", "spam"]), closed_at__isnull=True),
                name="request_closed_when_done",
                violation_error_message="A closed request has the time when it was closed, an open one has none.",
            ),
        ]

    def __str__(self):
        # The admin's history and messages print this: it must not say who asks.
        return self.reference

    @cached_property
    def details(self):
        """What the patient told. Raises keys.DataKeyError."""
        return Details.from_mapping(keys.unseal(self.sealed))

    def write_details(self, details):
        """Sets every column that follows from ``details``, under the newest key."""
        self.sealed = keys.seal(details.to_mapping())
        self.phone_hash = keys.blind_hash(PHONE, details.same_phone)
        self.email_hash = keys.blind_hash(EMAIL, details.same_email)


class RequestStep(models.Model):
    """What was done with a request. Notes are about a person, so they are sealed too."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "Arrived"
        QUARANTINED = "quarantined", "Put aside"
        REPEATED = "repeated", "Sent again by the patient"
        RELEASED = "released", "Released from quarantine"
        ASSIGNED = "assigned", "Assigned"
        NO_ANSWER = "no-answer", "Called, no answer"
        VOICEMAIL = "voicemail", "Called, left a voicemail"
        WRONG_NUMBER = "wrong-number", "Called, wrong number"
        REACHED = "reached", "Called and spoke"
        BOOKED = "booked", "Booked"
        CLOSED = "closed", "Closed"
        SPAM = "spam", "Marked as spam"
        REOPENED = "reopened", "Opened again"

    CALLS = (Kind.NO_ANSWER, Kind.VOICEMAIL, Kind.WRONG_NUMBER, Kind.REACHED)

    request = models.ForeignKey(ConsultationRequest, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    sealed_note = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.request}"

    @property
    def note(self):
        """Raises keys.DataKeyError."""
        return keys.unseal(self.sealed_note)["note"] if self.sealed_note else ""
