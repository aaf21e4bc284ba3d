from django.db import models
from django.db.models import Count, Q

LONGEST_SENTENCE = 300


class AnswerQuerySet(models.QuerySet):
    def by_page(self):
        """One mapping a page: path, yes, no. Those that helped least often come first."""
        counts = {
            "yes": Count("pk", filter=Q(helpful=True)),
            "no": Count("pk", filter=Q(helpful=False)),
        }
        return self.select_related(None).order_by().values("path").annotate(**counts).order_by("-no", "yes", "path")


class Answer(models.Model):
    """One reader's answer. Not when in the day, not from where, not by whom."""

    clinic = models.ForeignKey("clinics.Clinic", models.CASCADE, related_name="answers")
    path = models.CharField("page", max_length=300)
    helpful = models.BooleanField()
    sentence = models.CharField(max_length=LONGEST_SENTENCE, blank=True)
    day = models.DateField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["path"], name="answer_path")]

    def __str__(self):
        return f"{self.path}: {'helpful' if self.helpful else 'not helpful'}"
