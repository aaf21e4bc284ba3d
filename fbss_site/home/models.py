"""The sections of a clinic's home page: chosen, ordered and worded by the clinic, filled from records."""

from django.core.exceptions import ValidationError
from django.db import models

from conditions.models import Condition
from fbss_site.records.fields import BodyField, body_fields
from fbss_site.records.rules import check_texts


class HomeSection(models.Model):
    class Kind(models.TextChoices):
        TEXT = "text", "A text of our own"
        CONDITION = "condition", "A part of a condition's page"
        RECORDS = "records", "A list of chosen records"
        OFFERED_NUMBERED = "offered-numbered", "Our treatments, numbered"
        OFFERED_BY_SURGERY = "offered-by-surgery", "Our treatments: without and with an operation"
        AT_A_GLANCE = "at-a-glance", "One clinician at a glance"
        TEAM = "team", "The team"
        LOCATIONS = "locations", "Locations and contact"
        INSURANCE = "insurance", "Insurance note"
        SERVICE_AREA = "service-area", "Whom we see: service area, people from elsewhere, languages"
        TELEHEALTH = "telehealth", "Video and phone visits"
        CONSULTATION = "consultation", "Call to action"

    clinic = models.ForeignKey("clinics.Clinic", models.CASCADE, related_name="home_sections")
    kind = models.CharField(max_length=20, choices=Kind)
    heading = models.CharField(max_length=120)
    text = BodyField(
        "text", "Printed under the heading. Facts about health need a citation here as everywhere.", needed=False
    )
    condition = models.ForeignKey(Condition, models.SET_NULL, null=True, blank=True, related_name="+")
    part = models.CharField(
        max_length=40, blank=True, help_text="Which text of the condition. Empty: its “In short” sentences."
    )
    clinician = models.ForeignKey("clinics.Clinician", models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    conditions = models.ManyToManyField("conditions.Condition", blank=True, related_name="+")
    symptoms = models.ManyToManyField("conditions.Symptom", blank=True, related_name="+")
    causes = models.ManyToManyField("conditions.Cause", blank=True, related_name="+")
    tests = models.ManyToManyField("conditions.DiagnosticTest", blank=True, related_name="+")
    treatments = models.ManyToManyField("treatments.Treatment", blank=True, related_name="+")
    pages = models.ManyToManyField("pages.Page", blank=True, related_name="+")

    LISTS = ("conditions", "symptoms", "causes", "tests", "treatments", "pages")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="at-a-glance") | models.Q(clinician__isnull=False),
                name="homesection_glance_has_clinician",
                violation_error_message="Choose the clinician that this section is about.",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="text") | ~models.Q(text=""),
                name="homesection_text_has_text",
                violation_error_message="Write the text of this section.",
            ),
        ]

    def __str__(self):
        return f"{self.heading} ({self.clinic})"

    def clean(self):
        check_texts(self)
        if self.kind == self.Kind.CONDITION and not self.condition:
            raise ValidationError({"condition": "Choose the condition that this section shows."})
        parts = [field.name for field in body_fields(Condition)]
        if self.part and self.part not in parts:
            raise ValidationError({"part": f"Choose one of: {', '.join(parts)}."})
        if self.clinician and self.clinician.clinic_id != self.clinic_id:
            raise ValidationError({"clinician": "This clinician belongs to another clinic."})
