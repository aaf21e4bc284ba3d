"""One measured result, in people out of 100, with what it was compared to."""

from decimal import Decimal
from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord
from fbss_site.records.rules import refuse

from ..figures import figure, make_arm
from .treatments import Treatment

OF_100 = {
    "max_digits": 4,
    "decimal_places": 1,
    "validators": [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))],
}


class ComposedOutcome(NamedTuple):
    kind: str
    kind_label: str
    title: str
    summary: str
    given: str
    measure: str
    with_treatment: str
    without_treatment: str
    compared_with: str
    time_frame: str
    people: str
    notes: str
    source: str
    reference_number: int
    place: str
    arms: tuple  # of figures.Arm: with the treatment, without it


class Outcome(ContentRecord):
    class Kind(models.TextChoices):
        BENEFIT = "benefit", "Benefit"
        HARM = "harm", "Harm"

    treatment = models.ForeignKey(Treatment, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=8, choices=Kind)
    given = models.CharField(
        "what they had",
        max_length=200,
        blank=True,
        help_text="The first group: a stimulator plus usual care. Empty: the treatment alone.",
    )
    measure = models.CharField(
        max_length=200, help_text="What happened to them: had at least half their leg pain relieved."
    )
    with_treatment = models.DecimalField("of 100 people with it", help_text="0 to 100, at most one decimal.", **OF_100)
    without_treatment = models.DecimalField(
        "of 100 people without it", help_text="The other arm of the same study. A lone figure is no outcome.", **OF_100
    )
    compared_with = models.CharField(max_length=200, help_text="What the others had: usual care, a placebo.")
    time_frame = models.CharField(max_length=100, help_text="At 6 months.")
    people = models.CharField("who was studied", max_length=300)
    citation = models.ForeignKey("citations.Citation", models.PROTECT, related_name="outcomes")

    notes = BodyField("Notes", "Limits: no placebo, small, who paid.", needed=False)

    front_fields = (
        *("treatment", "kind", "given", "measure", "with_treatment", "without_treatment"),
        *("compared_with", "time_frame", "people", "citation"),
    )
    folder = "outcomes"
    has_page = False

    class Meta(ContentRecord.Meta):
        constraints = [
            *ContentRecord.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(with_treatment__range=(0, 100), without_treatment__range=(0, 100)),
                name="outcome_of_100",
                violation_error_message="Both figures are people out of 100.",
            ),
        ]

    def get_absolute_url(self):
        return f"{self.treatment.get_absolute_url()}#outcomes"

    @classmethod
    def cites(cls, key):
        return super().cites(key) | models.Q(citation__key=key)

    def clean(self):
        super().clean()
        citation = self.citation if self.citation_id else None
        if citation and (citation.type == citation.Type.PROTOCOL or citation.status == citation.Status.RETRACTED):
            label = "a protocol" if citation.type == citation.Type.PROTOCOL else "retracted"
            refuse("citation", f"“{citation.key}” is {label}: it reports no result that can be shown.")

    def composed(self, composer):
        number, place = composer.cite(self.citation.key, "Results of studies")
        given = self.given or self.treatment.title
        return ComposedOutcome(
            kind=self.kind,
            kind_label=self.get_kind_display(),
            title=self.title,
            summary=self.summary,
            given=given,
            measure=self.measure,
            with_treatment=figure(self.with_treatment),
            without_treatment=figure(self.without_treatment),
            compared_with=self.compared_with,
            time_frame=self.time_frame,
            people=self.people,
            notes=composer.compose(self.notes, label=self.title).html,
            source=", ".join(filter(None, [self.citation.get_type_display(), str(self.citation.year or "")])),
            reference_number=number,
            place=place,
            arms=(make_arm(given, self.with_treatment), make_arm(self.compared_with, self.without_treatment)),
        )
