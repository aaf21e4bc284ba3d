"""What a clinic offers. Clinic wording only: evidence stays in the treatment's own record."""

from typing import NamedTuple

from django.db import models

from .treatments import Treatment


class OfferedHere(NamedTuple):
    note: str
    clinicians: tuple  # (name, slug)
    locations: tuple


class OfferingQuerySet(models.QuerySet):
    def at(self, clinic):
        """This treatment at ``clinic`` as an OfferedHere, or None. One query."""
        rows = self.filter(clinic=clinic).values_list("note", "clinicians__name", "clinicians__slug", "locations__name")
        rows = list(rows.order_by("clinicians__position", "locations__position"))
        if not rows:
            return None
        people = dict.fromkeys((name, slug) for _, name, slug, _ in rows if slug)
        places = dict.fromkeys(place for *_, place in rows if place)
        return OfferedHere(rows[0][0], tuple(people), tuple(places))


class Offering(models.Model):
    clinic = models.ForeignKey("clinics.Clinic", models.CASCADE, related_name="offerings")
    treatment = models.ForeignKey(Treatment, models.CASCADE, related_name="offerings")
    note = models.TextField(
        max_length=600,
        blank=True,
        help_text="How it is done here, in plain words. No claim of benefit: the treatment's page has those.",
    )
    clinicians = models.ManyToManyField("clinics.Clinician", blank=True, related_name="offerings")
    locations = models.ManyToManyField("clinics.Location", blank=True, related_name="offerings")
    position = models.PositiveSmallIntegerField(default=0)

    objects = OfferingQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "treatment"],
                name="offering_once",
                violation_error_message="This clinic already offers this treatment.",
            )
        ]

    def __str__(self):
        return f"{self.treatment} at {self.clinic}"
