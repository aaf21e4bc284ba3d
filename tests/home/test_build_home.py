import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fbss_site.home.build_home import build_home
from tests.factories import (
    make_cause,
    make_citation,
    make_clinic,
    make_clinician,
    make_condition,
    make_home_section,
    make_location,
    make_offering,
    make_page,
    make_symptom,
    make_term,
    make_test,
    make_treatment,
)
from tests.rendering.markup import elements

pytestmark = pytest.mark.django_db


def only_section(clinic):
    (section,) = build_home(clinic).sections
    return section


def titles(links):
    return [link.title for link in links]


def test_sections_stand_in_the_clinics_order(clinic):
    make_home_section(clinic=clinic, heading="Second", position=20)
    make_home_section(clinic=clinic, heading="First", position=10)
    make_home_section(heading="Another clinic's")

    home = build_home(clinic)

    assert [(section.id, section.heading) for section in home.sections] == [
        ("first-10", "First"),
        ("second-20", "Second"),
    ]
    assert home.sections[0].html == "<p>We look after people after back surgery.</p>\n"


def test_a_home_without_sections_is_empty(clinic):
    assert build_home(clinic) == ((), (), ())


def test_references_are_numbered_over_all_sections(clinic):
    for key in ("one", "two"):
        make_citation(key=key)
    condition = make_condition(overview="Pain that goes on.[@two]")
    make_home_section(clinic=clinic, kind="condition", condition=condition, part="overview", text="", position=10)
    make_home_section(clinic=clinic, text="a[@one] b[@two]", position=20)

    home = build_home(clinic)

    assert [(entry.number, entry.reference.key, len(entry.back_links)) for entry in home.references] == [
        (1, "two", 2),
        (2, "one", 1),
    ]
    assert elements(home.sections[0].condition_html, "a")[0].attributes["href"] == "#ref-1"


def test_terms_of_all_sections_are_listed_once(clinic):
    make_term(term="dura", key="dura")
    condition = make_condition(overview="The [[dura]].")
    make_home_section(clinic=clinic, text="The [[dura]].", position=10)
    make_home_section(clinic=clinic, kind="condition", condition=condition, part="overview", text="", position=20)

    home = build_home(clinic)

    assert [term.key for term in home.terms] == ["dura"]
    assert len(elements(home.sections[0].html + home.sections[1].condition_html, "button")) == 1


def test_a_condition_is_shown_by_its_part_or_in_short(clinic):
    condition = make_condition(summary="In short.", overview="At length.")
    section = make_home_section(clinic=clinic, kind="condition", condition=condition, text="")
    assert only_section(clinic).condition_html == "<p>In short.</p>\n"

    section.part = "overview"
    section.save()
    assert only_section(clinic).condition_html == "<p>At length.</p>\n"
    assert only_section(clinic).condition == condition


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"status": "withdrawn"},
        {"publish_at": timezone.now() + datetime.timedelta(days=1)},
        {"expire_at": timezone.now() - datetime.timedelta(days=1)},
    ],
)
def test_a_condition_that_patients_may_not_see_is_not_shown(clinic, hidden):
    condition = make_condition(**hidden)
    make_home_section(clinic=clinic, kind="condition", condition=condition, part="overview", text="Our words.")

    section = only_section(clinic)

    assert (section.condition, section.condition_html, section.html) == (None, "", "<p>Our words.</p>\n")


def test_chosen_records_are_listed_by_kind_without_drafts(clinic):
    make_home_section(
        clinic=clinic,
        kind="records",
        conditions=[make_condition(title="Condition"), make_condition(status="draft")],
        symptoms=[make_symptom(title="Symptom"), make_symptom(status="withdrawn")],
        causes=[make_cause(title="Cause")],
        tests=[make_test(title="Test")],
        treatments=[make_treatment(title="Treatment")],
        pages=[make_page(title="Guide")],
    )

    assert titles(only_section(clinic).records) == ["Condition", "Symptom", "Cause", "Test", "Treatment", "Guide"]


def test_treatments_are_numbered_in_the_clinics_order(clinic):
    other = make_clinic()
    treatments = [make_treatment(title=title, position=at) for at, title in enumerate("ABC")]
    for at, treatment in enumerate(treatments):
        make_offering(clinic=clinic, treatment=treatment, position=30 - at)
        make_offering(clinic=other, treatment=treatment, position=at)
    make_offering(clinic=clinic, treatment=make_treatment(status="draft"))
    make_offering(clinic=other)
    make_home_section(clinic=clinic, kind="offered-numbered", text="")

    assert titles(only_section(clinic).records) == ["C", "B", "A"]


def test_operations_are_told_apart(clinic):
    for at, (title, surgical) in enumerate([("Fusion", True), ("Exercise", False), ("Laminectomy", True)]):
        make_offering(clinic=clinic, treatment=make_treatment(title=title, surgical=surgical), position=at)
    make_home_section(clinic=clinic, kind="offered-by-surgery", text="")

    section = only_section(clinic)

    assert titles(section.records) == ["Exercise"]
    assert titles(section.operations) == ["Fusion", "Laminectomy"]


def test_people_and_places_are_the_clinics_own(clinic):
    person, place = make_clinician(clinic=clinic), make_location(clinic=clinic)
    make_clinician()
    make_location()
    make_home_section(clinic=clinic, kind="team", text="", position=1)
    make_home_section(clinic=clinic, kind="locations", text="", position=2)
    make_home_section(clinic=clinic, kind="at-a-glance", clinician=person, text="", position=3)

    team, locations, glance = build_home(clinic).sections

    assert (team.people, team.places) == ((person,), ())
    assert (locations.people, locations.places) == ((), (place,))
    assert glance.clinician == person


@pytest.mark.parametrize(
    "kind",
    [
        *("condition", "records", "offered-numbered", "offered-by-surgery", "team", "locations"),
        *("insurance", "service-area", "telehealth"),
    ],
)
def test_a_section_with_nothing_under_its_heading_is_left_out(clinic, kind):
    make_home_section(clinic=clinic, kind=kind, text="", condition=make_condition(status="draft"))
    make_offering(clinic=clinic, treatment=make_treatment(status="draft"))

    assert build_home(clinic).sections == ()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("service-area", {"languages": ["English"]}),
        ("telehealth", {"telehealth": "By video."}),
        (
            "insurance",
            {"insurance_note": "Ask us.", "insurance_note_date": "2026-11-20", "insurance_note_owner": "Ada"},
        ),
        ("consultation", {}),
    ],
)
def test_what_the_clinic_says_of_itself_is_enough_for_a_section(kind, fields):
    clinic = make_clinic(**fields)
    make_home_section(clinic=clinic, kind=kind, text="")

    assert only_section(clinic).kind == kind


def test_a_home_knows_whether_it_asks_for_a_consultation(clinic):
    section = make_home_section(clinic=clinic)
    assert not build_home(clinic).asks

    section.kind = "consultation"
    section.save()
    assert build_home(clinic).asks


def test_ten_times_the_records_take_the_same_queries(clinic):
    key = make_citation().key

    def add(number):
        for _ in range(number):
            make_offering(clinic=clinic)
            make_clinician(clinic=clinic)
            make_location(clinic=clinic)
            for kind in ("text", "records", "offered-numbered", "offered-by-surgery", "team", "locations", "condition"):
                make_home_section(
                    clinic=clinic,
                    kind=kind,
                    text=f"[@{key}]",
                    condition=make_condition(),
                    conditions=[make_condition()],
                    treatments=[make_treatment()],
                )

    def queries():
        with CaptureQueriesContext(connection) as captured:
            build_home(clinic)
        return len(captured)

    add(1)
    with_one = queries()
    add(9)

    assert queries() == with_one <= 6
