from django.core.validators import RegexValidator
from django.db import models

from fbss_site.fields import TextListField
from fbss_site.records.drawings import Drawing
from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord

from .cards import CareCard

# ICD-10 and ICD-10-CM: a letter, two characters, and up to four more after a point.
validate_icd10 = RegexValidator(
    r"\A[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?\Z", "An ICD-10 code looks like M96.1: a letter, digits, a point, digits."
)


class Condition(ContentRecord):
    class Region(models.TextChoices):
        LUMBAR = "lumbar", "Lower back"
        SACROILIAC = "sacroiliac", "Sacroiliac joints"
        WHOLE_SPINE = "whole-spine", "Whole spine"

    also_known_as = TextListField(help_text="Other names and short forms, one a line.")
    icd10 = models.CharField("ICD-10 code", max_length=8, blank=True, validators=[validate_icd10])
    region = models.CharField(max_length=12, choices=Region, default=Region.LUMBAR)

    drawing = models.CharField(max_length=20, choices=Drawing, blank=True, help_text="Shown above the text.")

    overview = BodyField("What it is", "What the name means, in plain words, and what it does not mean.")
    feels_like = BodyField("What it feels like")
    why_it_happens = BodyField("Why it happens", "Without blame and without ranking causes that nobody has ranked.")
    diagnosis = BodyField("How it is found", "Story, examination and tests, in the order people meet them.")
    treatment = BodyField("What can help", "An overview; each treatment has its own record.")
    without_treatment = BodyField("If it is not treated")
    self_care = BodyField("What you can do")
    daily_life = BodyField("Living with it", "Sleep, mood, work, family.")
    outlook = BodyField("What to expect", "Honest and with figures where the shelf has them.")
    questions_to_ask = BodyField("Questions to ask", "Four to eight, as a list, in the patient's own voice.")

    symptoms = models.ManyToManyField("Symptom", blank=True, related_name="conditions")
    causes = models.ManyToManyField("Cause", blank=True, related_name="conditions")
    tests = models.ManyToManyField("DiagnosticTest", blank=True, related_name="conditions")
    related_conditions = models.ManyToManyField("self", blank=True)

    front_fields = (
        *("also_known_as", "icd10", "region", "drawing"),
        *("symptoms", "causes", "tests", "related_conditions"),
    )
    folder = "conditions"

    class Meta(ContentRecord.Meta):
        pass

    def related_links(self):
        return {
            "symptoms": self.symptoms.published(),
            "causes": self.causes.published(),
            "tests": self.tests.published(),
            # The reverse relation of treatments.Treatment, which this app does not import.
            "treatments": self.treatments.published(),
            "conditions": self.related_conditions.published(),
        }

    def page_extras(self, composer, clinic):
        cards = CareCard.objects.for_record(self.care_cards)
        return {"care_cards": [card.composed(composer) for card in cards]}
