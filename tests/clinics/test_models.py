import datetime

import pytest
from django.core.exceptions import ValidationError

from fbss_site.clinics.local_words import LOCAL_WORDS, local_words
from fbss_site.clinics.models import Clinic, Holiday, Hostname, OpeningHours
from fbss_site.clinics.views import visiting_context
from tests.factories import make_clinic, make_clinician, make_location

pytestmark = pytest.mark.django_db


def refusal(row):
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return refused.value.message_dict


def test_two_clinics_cannot_answer_at_one_host():
    make_clinic(hostnames=["thames.localhost"])

    assert refusal(Hostname(clinic=make_clinic(), name="thames.localhost")) == {
        "name": ["Another clinic already answers at this host name."]
    }


@pytest.mark.parametrize("name", ["thames.localhost", "localhost", "a", "xn--bcher-kva.example", "10.0.0.1", "a-b.c-d"])
def test_a_host_name_alone_is_taken(name):
    Hostname(clinic=make_clinic(), name=name).full_clean()


@pytest.mark.parametrize(
    "name",
    [
        *("https://thames.localhost", "thames.localhost:8000", "thames.localhost/", "Thames.localhost", "a..b", "-a.b"),
        *("a-.b", "thames localhost", "thames.localhost\n", ".localhost", "a_b.c", "a" * 64, "*.localhost", "ä.org"),
    ],
)
def test_anything_else_is_refused_with_what_to_type(name):
    assert refusal(Hostname(clinic=make_clinic(), name=name)) == {
        "name": [
            "Type the host name alone, in small letters, for example pain.example.org: no https://, no port, no slash."
        ]
    }


def test_a_name_longer_than_any_host_is_refused():
    assert "name" in refusal(Hostname(clinic=make_clinic(), name=".".join(["a" * 60] * 5)))


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("accent_colour", "teal", "#1d6f6f"),
        ("time_zone", "London", "Europe/London"),
        ("emergency_number", "nine", "911 or 999"),
        ("emergency_number", "911\n", "911 or 999"),
        ("phone", "12", ""),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(field, value, hint):
    faults = refusal(Clinic(**{"name": "A", "slug": "a", "phone": "+13125550142", field: value}))

    assert list(faults) == [field]
    assert hint in " ".join(faults[field])


def test_a_short_name_is_taken_once():
    make_clinic(slug="thames")

    assert refusal(Clinic(name="A", slug="thames", phone="+13125550142")) == {
        "slug": ["Another clinic already has this short name."]
    }


def test_a_clinician_has_an_address_of_their_own():
    make_clinician(slug="rea")

    with pytest.raises(ValidationError, match="Another clinician has this address"):
        make_clinician(slug="rea")


def test_a_clinician_is_named_with_credentials():
    assert str(make_clinician(name="Rea Sample", credentials="MD")) == "Rea Sample, MD"
    assert str(make_clinician(name="Rea Sample")) == "Rea Sample"


def test_local_words_are_the_clinics_own():
    clinic = make_clinic(
        name="Thames", phone="+442079460142", emergency_number="999", emergency_department="A&E", urgent_line="NHS 111"
    )
    clinic.refresh_from_db()

    words = local_words(clinic)

    assert tuple(words) == LOCAL_WORDS
    assert words["clinic_name"] == ("Thames", "")
    assert words["clinic_phone"] == ("020 7946 0142", "tel:+44-20-7946-0142")
    assert words["emergency_number"] == ("999", "tel:999")
    assert words["emergency_department"] == ("A&E", "")
    assert words["urgent_line"] == ("NHS 111", "")


@pytest.mark.parametrize(
    ("locale", "date_format", "time_format", "region"),
    [("en-US", "F j, Y", "g:i a", "US"), ("en-GB", "j F Y", "g.ia", "GB")],
)
def test_a_locale_knows_how_dates_times_and_phones_are_written(locale, date_format, time_format, region):
    locale = Clinic.Locale(locale)

    assert (locale.date_format, locale.time_format, locale.phone_region) == (date_format, time_format, region)


def make_hours(clinic, weekday, opens, closes):
    row = OpeningHours(clinic=clinic, weekday=weekday, opens=datetime.time(opens), closes=datetime.time(closes))
    row.full_clean()
    row.save()
    return row


def test_hours_are_listed_by_day_with_the_breaks_between():
    clinic = make_clinic()
    afternoon = make_hours(clinic, 0, 14, 17)
    tuesday = make_hours(clinic, 1, 9, 17)
    morning = make_hours(clinic, 0, 9, 12)

    assert visiting_context(clinic)["days"] == [("Monday", [morning, afternoon]), ("Tuesday", [tuesday])]


def test_holidays_that_are_over_are_not_listed(monkeypatch):
    clinic = make_clinic(time_zone="America/Chicago")
    today = datetime.date(2026, 12, 25)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda timezone: {"America/Chicago": today}[timezone.key])
    Holiday.objects.create(clinic=clinic, date=today - datetime.timedelta(days=1), name="Christmas Eve")
    christmas = Holiday.objects.create(clinic=clinic, date=today, name="Christmas Day")

    assert list(visiting_context(clinic)["holidays"]) == [christmas]


def test_locations_are_listed_in_the_clinics_order():
    clinic = make_clinic()
    second = make_location(clinic=clinic, position=20)
    first = make_location(clinic=clinic, position=10)
    make_location()

    assert list(visiting_context(clinic)["locations"]) == [first, second]
