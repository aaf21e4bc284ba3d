"""The reference shelf. Every claim on a page stands on one of these."""

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from fbss_site.fields import TextListField

from .identifiers import validate_doi, validate_key, validate_pmcid, validate_pmid


class Citation(models.Model):
    class Type(models.TextChoices):
        GUIDELINE = "guideline", "Guideline"
        SYSTEMATIC_REVIEW = "systematic-review", "Systematic review"
        TRIAL = "trial", "Randomised trial"
        COHORT = "cohort", "Cohort or survey"
        REVIEW = "review", "Narrative review"
        DEFINITION = "definition", "Definition or opinion"
        REGULATOR = "regulator", "Regulator's notice"
        PROTOCOL = "protocol", "Protocol (no results yet)"

        @property
        def plain_words(self):
            """What a patient is told this kind of source is."""
            return {
                "guideline": "Advice written by an expert body from the studies it found.",
                "systematic-review": "All the studies on one question, gathered and weighed together.",
                "trial": "People were put into groups by chance and compared.",
                "cohort": "People were followed or asked; groups were not made by chance.",
                "review": "Experts summing up what they know of a subject.",
                "definition": "Experts agreeing on, or arguing about, what a name means.",
                "regulator": "A warning or rule from a medicines or devices authority.",
                "protocol": "The plan of a study. It has no results yet, so it proves nothing.",
            }[self.value]

    class Status(models.TextChoices):
        CURRENT = "current", "Current"
        SUPERSEDED = "superseded", "Superseded or lapsed"
        RETRACTED = "retracted", "Retracted"

    key = models.CharField(
        max_length=64,
        unique=True,
        validators=[validate_key],
        help_text="What writers type between [@ and ], for example kumar2007. Do not change it once it is used.",
        error_messages={"unique": "Another citation already has this key."},
    )
    type = models.CharField(max_length=20, choices=Type)
    authors = TextListField(help_text="One a line, as in Kumar K. Leave empty where the authors are not known.")
    title = models.CharField(max_length=500)
    container = models.CharField(
        "journal or publisher", max_length=200, blank=True, help_text="The journal, or who published it."
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    volume = models.CharField(max_length=30, blank=True)
    issue = models.CharField(max_length=30, blank=True)
    pages = models.CharField(max_length=60, blank=True)
    doi = models.CharField(
        "DOI",
        max_length=200,
        blank=True,
        validators=[validate_doi],
        help_text="As printed beside the title, without https://doi.org/. Leave it empty rather than guess.",
    )
    pmid = models.CharField("PMID", max_length=9, blank=True, validators=[validate_pmid])
    pmcid = models.CharField("PMCID", max_length=12, blank=True, validators=[validate_pmcid])
    url = models.URLField("web address", max_length=500, blank=True)
    notes = models.TextField(
        blank=True,
        help_text="For editors: what the text that was read supports, and its limits. Patients do not see it.",
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.CURRENT)

    class Meta:
        ordering = ["key"]
        constraints = [
            # In any case: a DOI in capitals is the same DOI (DOI Handbook, 2.4).
            models.UniqueConstraint(
                Lower(identifier),
                condition=~models.Q(**{identifier: ""}),
                name=f"citation_{identifier}_once",
                violation_error_message=f"Another citation already has this {identifier.upper()}.",
            )
            for identifier in ("doi", "pmid", "pmcid")
        ]

    def __str__(self):
        return f"{self.key}: {self.title}"[:120]

    def get_absolute_url(self):
        return reverse("reference_detail", args=[self.key])
