"""Care cards: short boxes that say when to get help and how fast."""

from typing import NamedTuple

from django.db import models
from django.db.models import Q

from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord
from fbss_site.records.querysets import ContentRecordQuerySet
from fbss_site.records.rules import refuse_citations


class ComposedCard(NamedTuple):
    urgency: str
    prefix: str  # read out before the heading, so that the colour is not the only sign
    title: str
    signs: str
    what_to_do: str
    site_wide: bool
    anchor: str


class CareCardQuerySet(ContentRecordQuerySet):
    def emergency(self):
        """The one card that stands on every page, or None."""
        return self.published().filter(site_wide=True).first()

    def for_record(self, own):
        """The site-wide card first, then the published ones of ``own``, a record's relation. One query."""
        return (
            self.published().filter(Q(site_wide=True) | Q(pk__in=own.values("pk"))).order_by("-site_wide", "position")
        )


class CareCard(ContentRecord):
    class Urgency(models.TextChoices):
        EMERGENCY = "emergency", "Emergency"
        URGENT = "urgent", "Urgent"
        NON_URGENT = "non-urgent", "Not urgent"

        @property
        def prefix(self):
            return {
                "emergency": "Immediate action required:",
                "urgent": "Urgent advice:",
                "non-urgent": "Non-urgent advice:",
            }[self.value]

    urgency = models.CharField(max_length=10, choices=Urgency)
    site_wide = models.BooleanField(
        "on every page", default=False, help_text="The one emergency card of the whole site. Only one card can be."
    )
    conditions = models.ManyToManyField("Condition", blank=True, related_name="care_cards")

    signs = BodyField("Signs", "Say “any of these”, then a short list. No citations: pages behind the card carry them.")
    what_to_do = BodyField(
        "What to do", "Two or three short sentences. {{emergency_number}} is the clinic's own number."
    )

    front_fields = ("urgency", "site_wide", "conditions")
    folder = "care-cards"
    has_page = False
    needs_summary = False

    objects = CareCardQuerySet.as_manager()

    class Meta(ContentRecord.Meta):
        constraints = [
            *ContentRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["site_wide"],
                condition=Q(site_wide=True),
                name="carecard_one_site_wide",
                violation_error_message="Another card already stands on every page. Untick it there first.",
            ),
            models.CheckConstraint(
                condition=Q(site_wide=False) | Q(urgency="emergency"),
                name="carecard_site_wide_is_emergency",
                violation_error_message="The card on every page must be the emergency card.",
            ),
        ]

    def clean(self):
        super().clean()
        refuse_citations(self)

    def composed(self, composer):
        return ComposedCard(
            urgency=self.urgency,
            prefix=self.Urgency(self.urgency).prefix,
            title=self.title,
            signs=composer.compose(self.signs, label=self.title).html,
            what_to_do=composer.compose(self.what_to_do, label=self.title).html,
            site_wide=self.site_wide,
            anchor=self.slug,
        )
