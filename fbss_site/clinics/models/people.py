from django.db import models
from django.urls import reverse

from fbss_site.fields import AddressField, TextListField

from .clinic import Clinic


class Clinician(models.Model):
    clinic = models.ForeignKey(Clinic, models.CASCADE, related_name="clinicians")
    name = models.CharField(max_length=120)
    slug = AddressField(max_length=120, unique=True, error_messages={"unique": "Another clinician has this address."})
    credentials = models.CharField(max_length=120, blank=True, help_text="As printed after the name: MD, FRCS.")
    role = models.CharField(max_length=120, help_text="Spine surgeon, pain nurse, physical therapist …")
    at_a_glance = TextListField("at a glance", help_text="Three to five plain facts, one a line. No awards, no boasts.")
    biography = models.TextField(max_length=3000, blank=True)
    photo = models.ImageField(upload_to="clinicians/", blank=True)
    disclosures = models.TextField(
        max_length=600,
        blank=True,
        help_text="Money or interests from makers of drugs and devices, or that there are none.",
    )
    may_review = models.BooleanField(
        "may review content", default=False, help_text="May sign a record as clinically reviewed."
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return reverse("clinics:clinician_detail", args=[self.slug])

    @property
    def full_name(self):
        return f"{self.name}, {self.credentials}" if self.credentials else self.name
