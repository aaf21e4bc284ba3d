"""By when the clinic calls: hours, holidays, nights on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from fbss_site.consultations.callback import Calendar, Window, promise

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
WEEK = tuple((weekday, time(9), time(17)) for weekday in range(5))


def calendar(zone=NEW_YORK, hours=WEEK, holidays=()):
    return Calendar(zone, hours, frozenset(holidays))


def local(text, zone=NEW_YORK):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("asked", "called_by"),
    [
        ("2026-11-18T10:00", "2026-11-19T17:00"),  # Wednesday, open
        ("2026-11-18T06:00", "2026-11-19T17:00"),  # before opening
        ("2026-11-18T23:59", "2026-11-19T17:00"),  # after closing
        ("2026-11-20T16:59", "2026-11-23T17:00"),  # Friday
        ("2026-11-21T12:00", "2026-11-23T17:00"),  # Saturday
        ("2026-11-22T23:00", "2026-11-23T17:00"),  # Sunday night
        ("2026-12-31T10:00", "2027-01-01T17:00"),  # across the year
    ],
)
def test_the_call_comes_by_the_end_of_the_next_working_day(asked, called_by):
    assert promise(calendar(), local(asked), 1).ends == local(called_by)


def test_it_starts_when_that_day_opens():
    assert promise(calendar(), local("2026-11-20T10:00"), 1).starts == local("2026-11-23T09:00")


def test_more_working_days_are_counted_over_the_weekend():
    assert promise(calendar(), local("2026-11-19T10:00"), 3).ends == local("2026-11-24T17:00")


def test_the_day_is_the_clinics_not_the_servers():
    asked = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # still Friday evening in New York

    assert promise(calendar(), asked, 1).ends == local("2026-11-23T17:00")
    assert promise(calendar(LONDON), asked, 1).ends == local("2026-11-23T17:00", LONDON)


@pytest.mark.parametrize(
    ("asked", "called_by"),
    [
        ("2026-11-18T10:00", "2026-11-18T17:00"),
        ("2026-11-18T16:00", "2026-11-18T17:00"),
        ("2026-11-18T16:01", "2026-11-19T17:00"),  # less than an hour is left
        ("2026-11-18T17:00", "2026-11-19T17:00"),
        ("2026-11-21T10:00", "2026-11-23T17:00"),
    ],
)
def test_a_clinic_may_call_the_same_day(asked, called_by):
    assert promise(calendar(), local(asked), 0).ends == local(called_by)


def test_a_holiday_is_no_working_day():
    holidays = {date(2026, 11, 26), date(2026, 11, 27)}

    assert promise(calendar(holidays=holidays), local("2026-11-25T10:00"), 1).ends == local("2026-11-30T17:00")


def test_a_holiday_today_is_not_the_same_day():
    found = promise(calendar(holidays={date(2026, 11, 18)}), local("2026-11-18T10:00"), 0)

    assert found.ends == local("2026-11-19T17:00")


def test_a_fortnight_of_holidays_is_waited_for():
    fortnight = {date(2026, 11, 19) + timedelta(days=count) for count in range(14)}

    assert promise(calendar(holidays=fortnight), local("2026-11-18T10:00"), 1).ends == local("2026-12-03T17:00")


def test_a_clinic_without_hours_promises_no_day():
    assert promise(calendar(hours=()), local("2026-11-18T10:00"), 1) is None
    assert promise(calendar(hours=()), local("2026-11-18T10:00"), 0) is None


def test_a_clinic_that_is_closed_for_months_promises_no_day():
    closed = {date(2026, 11, 18) + timedelta(days=count) for count in range(200)}

    assert promise(calendar(holidays=closed), local("2026-11-18T10:00"), 1) is None


def test_hours_in_two_parts_end_with_the_second():
    hours = ((3, time(14), time(17, 30)), (3, time(9), time(13)))

    found = promise(calendar(hours=hours), local("2026-11-18T10:00"), 1)

    assert found == (local("2026-11-19T09:00"), local("2026-11-19T17:30"))


def test_a_chosen_time_of_day_is_kept():
    found = promise(calendar(), local("2026-11-18T10:00"), 1, Window(time(12), time(14)))

    assert found == (local("2026-11-19T12:00"), local("2026-11-19T14:00"))


def test_a_chosen_time_ends_when_the_clinic_closes():
    found = promise(calendar(), local("2026-11-18T10:00"), 1, Window(time(15), time(20)))

    assert found == (local("2026-11-19T15:00"), local("2026-11-19T17:00"))


def test_a_time_that_the_day_does_not_have_comes_on_the_next_that_has_it():
    hours = ((3, time(9), time(12)), (4, time(9), time(17)))  # Thursday morning, all of Friday

    found = promise(calendar(hours=hours), local("2026-11-18T10:00"), 1, Window(time(13), time(15)))

    assert found == (local("2026-11-20T13:00"), local("2026-11-20T15:00"))


def test_a_time_that_no_day_has_is_passed_over():
    found = promise(calendar(), local("2026-11-18T10:00"), 1, Window(time(19), time(20)))

    assert found == (local("2026-11-19T09:00"), local("2026-11-19T17:00"))


@pytest.mark.parametrize(
    ("zone", "asked", "called_by", "utc"),
    [
        # The clocks go back in the night to November 1, forward in the night to March 14.
        (NEW_YORK, "2026-10-30T10:00", "2026-11-02T17:00", "2026-11-02T22:00+00:00"),
        (NEW_YORK, "2027-03-12T10:00", "2027-03-15T17:00", "2027-03-15T21:00+00:00"),
        (LONDON, "2026-10-23T10:00", "2026-10-26T17:00", "2026-10-26T17:00+00:00"),
        (LONDON, "2027-03-26T10:00", "2027-03-29T17:00", "2027-03-29T16:00+00:00"),
    ],
)
def test_a_change_of_the_clocks_over_the_weekend_moves_nothing(zone, asked, called_by, utc):
    found = promise(calendar(zone), local(asked, zone), 1)

    assert found.ends == local(called_by, zone)
    assert found.ends.astimezone(UTC) == datetime.fromisoformat(utc)


def test_hours_that_the_clocks_skip_are_the_ones_they_show_instead():
    night = ((6, time(2, 30), time(6)),)  # March 14, 2027: 2:30 does not exist

    found = promise(calendar(hours=night), local("2027-03-13T12:00"), 1)

    assert (found.starts.hour, found.starts.minute) == (3, 30)
    assert found.starts < found.ends


def test_the_hour_that_comes_twice_is_not_lost_or_doubled():
    night = ((6, time(1), time(3)),)  # November 1, 2026: 1:00 to 2:00 comes twice

    found = promise(calendar(hours=night), local("2026-10-31T12:00"), 1)

    assert found.ends.astimezone(UTC) - found.starts.astimezone(UTC) == timedelta(hours=3)


def test_what_is_left_of_a_night_with_a_change_is_real_time():
    night = ((6, time(1), time(3)),)  # March 14, 2027: only 1:00 to 2:00 exists before 3:00
    just_in_time, too_late = local("2027-03-14T01:00"), local("2027-03-14T01:01")

    assert promise(calendar(hours=night), just_in_time, 0).ends.date() == date(2027, 3, 14)
    assert promise(calendar(hours=night), too_late, 0).ends.date() == date(2027, 3, 21)


@pytest.mark.parametrize(("asked", "is_open"), [("09:00", True), ("16:59", True), ("17:00", False), ("08:59", False)])
def test_whether_the_clinic_is_open_now(asked, is_open):
    assert calendar().is_open(local(f"2026-11-18T{asked}")) is is_open
    assert not calendar(holidays={date(2026, 11, 18)}).is_open(local(f"2026-11-18T{asked}"))
