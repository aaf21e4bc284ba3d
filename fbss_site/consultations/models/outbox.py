from django.db import models

from .requests import ConsultationRequest


class OutboxQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(sent_at__isnull=True)

    def due(self, now):
        """Those to try now and that no other process has at hand."""
        free = models.Q(claimed_until__isnull=True) | models.Q(claimed_until__lt=now)
        return self.unsent().filter(free, next_try_at__lte=now)

    def failing(self):
        return self.unsent().filter(attempts__gt=0)


class OutboxMessage(models.Model):
    """An e-mail to send. Whom it goes to and what it says is found out when it is sent: no address stands here."""

    class Kind(models.TextChoices):
        WAITING = "waiting", "To staff: a request waits"
        QUARANTINE = "quarantine", "To staff: a request was put aside"
        ARRIVED = "arrived", "To the patient: the request arrived"

    request = models.ForeignKey(ConsultationRequest, models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=12, choices=Kind)
    site = models.CharField(max_length=300, help_text="Scheme and host that the link in it leads to.")
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["next_try_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "kind"],
                name="message_once",
                violation_error_message="This e-mail is there already.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.request}"
