"""A clinic's home page as one value, built with a fixed number of queries."""

from typing import NamedTuple

from django.db.models import Exists, F, OuterRef
from django.utils.text import slugify

from conditions.models import Condition
from fbss_site.records.build_page import make_composer, numbered_references
from fbss_site.records.related import linked_records
from treatments.models import Treatment

from .models import HomeSection

Kind = HomeSection.Kind
# What sections of these kinds print of the clinic itself.
FROM_CLINIC = {
    Kind.INSURANCE: ("insurance_note",),
    Kind.SERVICE_AREA: ("service_area", "travelling_patients", "languages"),
    Kind.TELEHEALTH: ("telehealth",),
    Kind.CONSULTATION: ("consultation_button",),
}


class BuiltSection(NamedTuple):
    id: str
    kind: str
    heading: str
    html: str
    condition: object  # None unless the section shows a published one
    condition_html: str
    clinician: object
    records: tuple
    operations: tuple  # of the clinic's treatments; ``records`` then holds the others
    people: tuple
    places: tuple

    def says_something(self, clinic):
        """Whether more than a heading is there to print."""
        own = (self.html, self.condition, self.clinician, self.records, self.operations, self.people, self.places)
        return any(own) or any(getattr(clinic, name) for name in FROM_CLINIC.get(self.kind, ()))


class Home(NamedTuple):
    sections: tuple[BuiltSection, ...]
    references: tuple
    terms: tuple  # the glossary terms that its texts use

    @property
    def asks(self):
        """Whether one of the sections is the call to action."""
        return any(section.kind == Kind.CONSULTATION for section in self.sections)


def build_home(clinic):
    """The clinic's Home: its sections in order, and the references and terms of their texts.

    A section with nothing to print is left out: a team of nobody, treatments that are all drafts.
    """
    sections = list(
        clinic.home_sections.select_related("condition", "clinician").annotate(
            condition_is_public=Exists(Condition.objects.published().filter(pk=OuterRef("condition")))
        )
    )
    parts = {section.pk: _condition_text(section) for section in sections}
    composer = make_composer([text for section in sections for text in (section.text, parts[section.pk])], clinic)
    links = linked_records(_querysets(clinic, sections))
    kinds = {section.kind for section in sections}
    people = tuple(clinic.clinicians.all()) if Kind.TEAM in kinds else ()
    places = tuple(clinic.locations.all()) if Kind.LOCATIONS in kinds else ()
    built = [_build(section, parts[section.pk], composer, links, people=people, places=places) for section in sections]
    shown = tuple(section for section in built if section.says_something(clinic))
    return Home(shown, numbered_references(composer), composer.terms)


def _build(section, part, composer, links, *, people, places):
    section_id = f"{slugify(section.heading) or 'section'}-{section.position}"
    records, operations = _records_of(section, links)
    return BuiltSection(
        id=section_id,
        kind=section.kind,
        heading=section.heading,
        html=composer.compose(section.text, section_id, section.heading).html if section.text else "",
        condition=section.condition if section.condition_is_public else None,
        condition_html=composer.compose(part, f"{section_id}-part", section.heading).html if part else "",
        clinician=section.clinician if section.kind == Kind.AT_A_GLANCE else None,
        records=tuple(records),
        operations=tuple(operations),
        people=people if section.kind == Kind.TEAM else (),
        places=places if section.kind == Kind.LOCATIONS else (),
    )


def _condition_text(section):
    if section.kind != Kind.CONDITION or not section.condition_is_public:
        return ""
    return getattr(section.condition, section.part) if section.part else section.condition.summary


def _querysets(clinic, sections):
    """Every list of the page by name: chosen records by section, and the clinic's treatments."""
    querysets = {}
    for section in sections:
        if section.kind == Kind.RECORDS:
            for name in HomeSection.LISTS:
                querysets[f"{section.pk} {name}"] = getattr(section, name).published()
    if any(section.kind in (Kind.OFFERED_NUMBERED, Kind.OFFERED_BY_SURGERY) for section in sections):
        offered = Treatment.objects.published().filter(offerings__clinic=clinic)
        offered = offered.in_order_of(F("offerings__position"))
        querysets["operations"] = offered.filter(surgical=True)
        querysets["others"] = offered.filter(surgical=False)
    return querysets


def _records_of(section, links):
    if section.kind == Kind.RECORDS:
        return [link for name in HomeSection.LISTS for link in links[f"{section.pk} {name}"]], []
    if section.kind == Kind.OFFERED_NUMBERED:
        return sorted(links["others"] + links["operations"], key=lambda link: link.position), []
    if section.kind == Kind.OFFERED_BY_SURGERY:
        return links["others"], links["operations"]
    return [], []
