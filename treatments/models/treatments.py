from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from conditions.models import CareCard
from fbss_site.fields import TextListField
from fbss_site.records.drawings import Drawing
from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord
from fbss_site.records.querysets import ContentRecordQuerySet


class TreatmentGroup(ContentRecord):
    explanation = BodyField("About this group", "What these treatments share, for the list of treatments.")

    folder = "treatment-groups"
    has_page = False

    class Meta(ContentRecord.Meta):
        pass

    def get_absolute_url(self):
        return f"{reverse('treatments:treatment_list')}#{self.slug}"


class TreatmentQuerySet(ContentRecordQuerySet):
    def for_page(self):
        return super().for_page().select_related("group")

    def for_list(self):
        groups = TreatmentGroup.objects.published()
        rows = self.published().filter(group__in=groups).select_related("group")
        return rows.order_by("group__position", "position", "title")

    def comparable(self):
        """Without what is done as an emergency: nobody weighs it against other treatments."""
        return self.filter(is_emergency=False)


class Treatment(ContentRecord):
    class Invasiveness(models.TextChoices):
        """From least to most: the ladder of the treatments list."""

        NONE = "none", "No needle, no medicine"
        MEDICINE = "medicine", "Medicine"
        NEEDLE = "needle", "Needle"
        IMPLANT = "implant", "Implant"
        OPERATION = "operation", "Operation"

    class Certainty(models.TextChoices):
        """GRADE's four levels of certainty, and the words that patients read for them."""

        HIGH = "high", "High"
        MODERATE = "moderate", "Moderate"
        LOW = "low", "Low"
        VERY_LOW = "very-low", "Very low"

        @property
        def mark(self):
            """Four dots, filled from the left; always beside the word, never instead of it."""
            filled = {"high": 4, "moderate": 3, "low": 2, "very-low": 1}[self.value]
            return "●" * filled + "○" * (4 - filled)

        @property
        def plain_words(self):
            return {
                "high": "We can be fairly sure. New studies are unlikely to change the picture.",
                "moderate": "Probably right. New studies could change the picture somewhat.",
                "low": "It may be so. New studies could well change the picture.",
                "very-low": "We do not know. The studies are too few or too weak to tell.",
            }[self.value]

    class EvidencePopulation(models.TextChoices):
        AFTER_BACK_SURGERY = "after-back-surgery", "Studied in people after back surgery"
        MIXED = "mixed", "Some studies in people after back surgery, the rest borrowed from general back pain"
        GENERAL_BACK_PAIN = "general-back-pain", "Borrowed from general back pain or sciatica"

    also_known_as = TextListField(help_text="Other names and short forms, one a line.")
    group = models.ForeignKey(TreatmentGroup, models.PROTECT, related_name="treatments")
    invasiveness = models.CharField(max_length=10, choices=Invasiveness)
    surgical = models.BooleanField("an operation", default=False)
    is_emergency = models.BooleanField(
        "done as an emergency", default=False, help_text="Never put in a comparison: nobody weighs it against others."
    )
    certainty = models.CharField(
        max_length=10, choices=Certainty, blank=True, help_text="How sure the studies let anyone be of its main effect."
    )
    evidence_population = models.CharField("who was studied", max_length=20, choices=EvidencePopulation, blank=True)

    drawing = models.CharField(max_length=20, choices=Drawing, blank=True, help_text="Shown above the text.")

    how_it_works = BodyField("How it works")
    who_it_may_help = BodyField("Who it may help")
    who_should_avoid = BodyField("Who should avoid it")
    before = BodyField("Before")
    on_the_day = BodyField("On the day", "What a session, a dose or the day itself is like.")
    recovery = BodyField("Recovery")
    long_term = BodyField("In the long term")
    benefits = BodyField("Benefits", "With figures and citations. About as long as the harms.")
    risks = BodyField("Harms and risks", "As plainly, and in about as many words, as the benefits.")
    uncertainty = BodyField("What is uncertain")
    daily_life = BodyField("Daily life")
    when_to_call = BodyField("When to call", "The emergency reason first.")
    questions_to_ask = BodyField("Questions to ask", "Four to seven, as a list, in the patient's own voice.")

    conditions = models.ManyToManyField("conditions.Condition", blank=True, related_name="treatments")
    causes = models.ManyToManyField("conditions.Cause", blank=True, related_name="treatments")
    care_cards = models.ManyToManyField("conditions.CareCard", blank=True, related_name="treatments")

    front_fields = (
        *("also_known_as", "group", "invasiveness", "surgical", "is_emergency"),
        *("certainty", "evidence_population", "drawing"),
        *("conditions", "causes", "care_cards"),
    )
    folder = "treatments"

    objects = TreatmentQuerySet.as_manager()

    class Meta(ContentRecord.Meta):
        constraints = [
            *ContentRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(status="published") | ~models.Q(certainty="") & ~models.Q(evidence_population=""),
                name="treatment_published_says_how_sure",
                violation_error_message="Say how sure anyone is, and who was studied, before you publish.",
            ),
        ]

    @property
    def how_sure(self):
        """The Certainty with its words and mark; None while nobody has set it."""
        return self.Certainty(self.certainty) if self.certainty else None

    @classmethod
    def link_mark(cls):
        return models.F("certainty")

    @classmethod
    def cites(cls, key):
        outcome = cls.outcomes.rel.related_model
        outcomes = outcome.objects.published().filter(outcome.cites(key))
        return super().cites(key) | models.Q(pk__in=outcomes.values("treatment"))

    @cached_property
    def shown_outcomes(self):
        return list(self.outcomes.published().select_related("citation"))

    def related_links(self):
        return {"conditions": self.conditions.published(), "causes": self.causes.published()}

    def further_texts(self):
        return [outcome.notes for outcome in self.shown_outcomes]

    def page_extras(self, composer, clinic):
        return {
            "treatment": self,
            "outcomes": [outcome.composed(composer) for outcome in self.shown_outcomes],
            "citations": [outcome.citation for outcome in self.shown_outcomes],
            "care_cards": [card.composed(composer) for card in CareCard.objects.for_record(self.care_cards)],
            "offering": self.offerings.at(clinic),
        }
