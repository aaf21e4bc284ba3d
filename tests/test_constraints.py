"""Every constraint of the library's and the clinics' models: what it says, and that the database holds it too."""

import datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from fbss_site.clinics.models import CallbackWindow, Holiday, OpeningHours
from fbss_site.records.registry import record_models

from . import factories

pytestmark = pytest.mark.django_db

APPS = {"citations", "glossary", "clinics", "records", "pages", "conditions", "treatments", "home"}
DAY = datetime.date(2026, 3, 1)
MAKERS = {
    "page": factories.make_page,
    "condition": factories.make_condition,
    "symptom": factories.make_symptom,
    "cause": factories.make_cause,
    "diagnostictest": factories.make_test,
    "carecard": factories.make_care_card,
    "treatmentgroup": factories.make_group,
    "treatment": factories.make_treatment,
    "outcome": factories.make_outcome,
}


def changed(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


def copied(row, **values):
    """An unsaved copy of ``row``."""
    return changed(row, pk=None, **{"_state": type(row._state)(), **values})


def expiring_before_publishing(make):
    now = timezone.now()
    return changed(make(), publish_at=now, expire_at=now)


def reviewed_by_nobody(make):
    return changed(make(), last_reviewed=DAY)


def due_when_last_reviewed(make):
    reviewer = factories.make_clinician(may_review=True)
    return changed(make(), reviewed_by=reviewer, last_reviewed=DAY, next_review=DAY)


def published_without_date(make):
    return changed(make(), published_at=None)


OF_EVERY_RECORD = {
    "expires_after_publishing": (
        expiring_before_publishing,
        "It must expire after it is published, not before.",
    ),
    "published_has_date": (published_without_date, "A published record needs the date of its publication."),
    "review_whole": (reviewed_by_nobody, "A review has a reviewer and a date: give both, or neither."),
    "next_review_after_last": (due_when_last_reviewed, "The next review must come after the last one."),
}


def make_hours(opens, closes):
    times = {"opens": datetime.time(opens), "closes": datetime.time(closes)}
    return OpeningHours(clinic=factories.make_clinic(), weekday=0, **times)


def same_hours_twice():
    hours = make_hours(9, 12)
    hours.save()
    return copied(hours, closes=datetime.time(17))


def make_window(starts, ends):
    times = {"starts": datetime.time(starts), "ends": datetime.time(ends)}
    return CallbackWindow(clinic=factories.make_clinic(), **times)


def same_window_twice():
    window = make_window(9, 12)
    window.save()
    return copied(window)


def same_holiday_twice():
    holiday = Holiday.objects.create(clinic=factories.make_clinic(), date=DAY, name="One")
    return copied(holiday, name="Another")


def two_default_clinics():
    factories.make_clinic(is_default=True)
    return changed(factories.make_clinic(), is_default=True)


def two_cards_on_every_page():
    factories.make_care_card(site_wide=True, urgency="emergency")
    return changed(factories.make_care_card(urgency="emergency"), site_wide=True)


def same_identifier_twice(name, value):
    factories.make_citation(**{name: value})
    return changed(factories.make_citation(), **{name: value})


OTHERS = {
    "citation_doi_once": (
        lambda: same_identifier_twice("doi", "10.1001/a"),
        "Another citation already has this DOI.",
    ),
    "citation_pmid_once": (
        lambda: same_identifier_twice("pmid", "17845835"),
        "Another citation already has this PMID.",
    ),
    "citation_pmcid_once": (
        lambda: same_identifier_twice("pmcid", "PMC9579901"),
        "Another citation already has this PMCID.",
    ),
    "clinic_one_default": (two_default_clinics, "Another clinic is already the default. Untick it there first."),
    "clinic_insurance_note_dated": (
        lambda: changed(factories.make_clinic(), insurance_note="We take most plans.", insurance_note_date=DAY),
        "An insurance note needs the date it was checked and who keeps it true.",
    ),
    "clinic_second_phone_labelled": (
        lambda: changed(factories.make_clinic(), second_phone="+13125550143"),
        "Say what the second phone is for.",
    ),
    "clinic_retention_range": (
        lambda: changed(factories.make_clinic(), retention_days=0),
        "Keep requests for 1 to 3,650 days.",
    ),
    "clinic_booking_link_there": (
        lambda: changed(factories.make_clinic(), booking_mode="instead"),
        "A booking link instead of the form needs the booking link.",
    ),
    "clinic_callback_range": (
        lambda: changed(factories.make_clinic(), callback_days=21),
        "Promise a call within 0 to 20 working days.",
    ),
    "window_ends_after_start": (lambda: make_window(9, 9), "The window must end after it starts."),
    "window_once": (same_window_twice, "This window is already listed."),
    "location_name_once": (
        lambda: copied(factories.make_location()),
        "This clinic already has a location of this name.",
    ),
    "hours_close_after_opening": (lambda: make_hours(9, 9), "The closing time must come after the opening time."),
    "hours_once": (same_hours_twice, "This opening time is already listed for that day."),
    "holiday_once": (same_holiday_twice, "This day is already listed as a holiday."),
    "offering_once": (lambda: copied(factories.make_offering()), "This clinic already offers this treatment."),
    "carecard_one_site_wide": (
        two_cards_on_every_page,
        "Another card already stands on every page. Untick it there first.",
    ),
    "carecard_site_wide_is_emergency": (
        lambda: changed(factories.make_care_card(urgency="urgent"), site_wide=True),
        "The card on every page must be the emergency card.",
    ),
    "treatment_published_says_how_sure": (
        lambda: changed(factories.make_treatment(), certainty=""),
        "Say how sure anyone is, and who was studied, before you publish.",
    ),
    "outcome_of_100": (
        lambda: changed(factories.make_outcome(), with_treatment="100.1"),
        "Both figures are people out of 100.",
    ),
    "homesection_glance_has_clinician": (
        lambda: changed(factories.make_home_section(), kind="at-a-glance"),
        "Choose the clinician that this section is about.",
    ),
    "homesection_text_has_text": (
        lambda: changed(factories.make_home_section(), text=""),
        "Write the text of this section.",
    ),
}
OF_RECORDS = {
    f"{name}_{suffix}": (lambda build=build, make=make: build(make), message)
    for name, make in MAKERS.items()
    for suffix, (build, message) in OF_EVERY_RECORD.items()
}
BROKEN = {**OF_RECORDS, **OTHERS}


def our_constraints():
    models = [model for model in apps.get_models() if model._meta.app_label in APPS]
    return {constraint.name: constraint for model in models for constraint in model._meta.constraints}


def test_every_record_type_is_covered():
    assert {model._meta.model_name for model in record_models()} == set(MAKERS)


def test_every_constraint_is_covered():
    assert set(our_constraints()) == set(BROKEN)


@pytest.mark.parametrize("name", BROKEN)
def test_breaking_it_is_answered_in_a_sentence(name):
    build, message = BROKEN[name]
    constraint = our_constraints()[name]
    row = build()

    with pytest.raises(ValidationError) as refused:
        constraint.validate(type(row), row)
    assert refused.value.messages == [message]

    with pytest.raises(ValidationError):
        row.full_clean()


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_holds_it_too(name):
    build, _ = BROKEN[name]
    row = build()

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
