"""Which fields of which rows stand in the YAML files, in order, and how rows nest in a clinic's file."""

from dataclasses import dataclass, field

from fbss_site.citations.models import Citation
from fbss_site.clinics.models import CallbackWindow, Clinic, Clinician, Holiday, Hostname, Location, OpeningHours
from fbss_site.glossary.models import Term
from fbss_site.home.models import HomeSection
from fbss_site.search.models import Synonym
from treatments.models import Offering


@dataclass(frozen=True)
class Shape:
    """``names``: the fields of one row. ``identity``: those that tell whether a row is the same one as before.

    ``parts``: nested lists by key; each part's rows belong to this row through ``owner``.
    A shape with one name is written as a plain value. ``ordered``: the list's order is the rows' position.
    ``late``: refers to records, so it is written after them.
    """

    model: type
    names: tuple
    identity: tuple
    parts: dict = field(default_factory=dict)
    owner: str = "clinic"
    ordered: bool = False
    late: bool = False

    @property
    def plain(self):
        return len(self.names) == 1


CITATION = Shape(
    Citation,
    (
        *("key", "type", "authors", "title", "container", "year", "volume", "issue", "pages"),
        *("doi", "pmid", "pmcid", "url", "notes", "status"),
    ),
    ("key",),
)

TERM = Shape(Term, ("key", "term", "also", "definition"), ("key",))

SYNONYM = Shape(Synonym, ("key", "words", "also_means", "emergency"), ("key",))

CLINIC = Shape(
    Clinic,
    (
        *("name", "tagline", "is_default", "is_sample", "accent_colour", "heading_style", "corners"),
        *("locale", "time_zone", "phone", "second_phone", "second_phone_label"),
        *("emergency_number", "emergency_department", "urgent_line", "crisis_line"),
        *("second_opinion_banner", "consultation_heading", "consultation_text", "consultation_button"),
        *("online_button", "booking_url", "telehealth", "service_area", "travelling_patients", "languages"),
        *("insurance_note", "insurance_note_date", "insurance_note_owner", "links"),
        *("booking_mode", "callback_days", "notify_email", "patient_email", "retention_days"),
    ),
    ("slug",),
    parts={
        "hostnames": Shape(Hostname, ("name",), ("name",), ordered=True),
        "hours": Shape(OpeningHours, ("weekday", "opens", "closes"), ("weekday", "opens")),
        "callback_windows": Shape(CallbackWindow, ("starts", "ends"), ("starts", "ends")),
        "holidays": Shape(Holiday, ("date", "name"), ("date",)),
        "locations": Shape(Location, ("name", "address", "phone", "getting_here"), ("name",), ordered=True),
        "clinicians": Shape(
            Clinician,
            (*("slug", "name", "credentials", "role", "at_a_glance", "biography"), "disclosures", "may_review"),
            ("slug",),
            ordered=True,
        ),
        "offerings": Shape(
            Offering, ("treatment", "note", "clinicians", "locations"), ("treatment",), ordered=True, late=True
        ),
        "home_sections": Shape(
            HomeSection,
            ("kind", "heading", "text", "condition", "part", "clinician", *HomeSection.LISTS),
            ("position",),
            ordered=True,
            late=True,
        ),
    },
)
