from django.db import models

from fbss_site.fields import TextListField
from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord


class Symptom(ContentRecord):
    class Urgency(models.TextChoices):
        """How soon to get help; the scale of facts about red flags, most urgent first."""

        EMERGENCY = "emergency", "Emergency: get help now"
        SAME_DAY = "same-day", "Get help today"
        SOON = "soon", "See the clinic soon"
        ROUTINE = "routine", "Bring it up at your next visit"

        @property
        def card_style(self):
            """The look of a care card of this urgency."""
            return {"emergency": "emergency", "same-day": "urgent"}.get(self.value, "non-urgent")

    also_known_as = TextListField(help_text="What patients call it, one a line.")
    urgency = models.CharField(max_length=10, choices=Urgency, default=Urgency.ROUTINE)

    feels_like = BodyField("What it feels like")
    may_point_to = BodyField("What it may point to", "Possibilities, not a diagnosis.")
    what_to_do = BodyField("What to do", "For an emergency: the call, first thing.")
    get_help_sooner = BodyField("When to get help sooner")

    front_fields = ("also_known_as", "urgency")
    folder = "symptoms"

    class Meta(ContentRecord.Meta):
        pass

    @classmethod
    def link_mark(cls):
        return models.F("urgency")

    def related_links(self):
        return {"conditions": self.conditions.published()}
