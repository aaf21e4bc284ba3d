from fbss_site.fields import TextListField
from fbss_site.records.fields import BodyField
from fbss_site.records.models import ContentRecord


class DiagnosticTest(ContentRecord):
    also_known_as = TextListField(help_text="Other names and short forms, one a line.")

    shows = BodyField("What it shows")
    how_done = BodyField("How it is done")
    what_to_expect = BodyField("What to expect", "How long, how it feels, when the result comes.")
    tell_staff_first = BodyField(
        "Tell the staff first", "Implants, pregnancy, kidney disease, allergies, blood thinners."
    )
    limits = BodyField("Limits and risks", "What it cannot show; scan and pain often disagree.")
    questions_to_ask = BodyField("Questions to ask")

    front_fields = ("also_known_as",)
    folder = "tests"

    class Meta(ContentRecord.Meta):
        verbose_name = "test"

    def related_links(self):
        return {"conditions": self.conditions.published()}
