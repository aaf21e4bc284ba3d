from django.db import models

from fbss_site.fields import TextListField
from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord

from .conditions import Condition


class Cause(ContentRecord):
    class Phase(models.TextChoices):
        BEFORE = "before", "Before the operation"
        DURING = "during", "During the operation"
        AFTER = "after", "After the operation"

    also_known_as = TextListField(help_text="Other names, one a line.")
    phase = models.CharField(max_length=6, choices=Phase)
    condition = models.ForeignKey(
        "Condition",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="described_causes",
        help_text="The condition whose page tells more, if there is one.",
    )

    explanation = BodyField("What happens", "Without blame, of patient or surgeon.")
    how_found = BodyField("How it is found")
    what_can_be_done = BodyField("What can be done")
    how_sure = BodyField("How sure we are")

    front_fields = ("also_known_as", "phase", "condition")
    folder = "causes"

    class Meta(ContentRecord.Meta):
        pass

    @classmethod
    def link_mark(cls):
        return models.F("phase")

    def related_links(self):
        described_here = models.Q(causes=self) | models.Q(described_causes=self)
        return {
            "conditions": Condition.objects.published().filter(described_here).distinct(),
            "treatments": self.treatments.published(),
        }
