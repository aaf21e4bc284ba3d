import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fbss_site.guarding.limits import DAY, HOUR, Limit, forget, take_one
from fbss_site.guarding.models import Tally

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 20, 15, 30, tzinfo=datetime.UTC)
ADDRESS = "203.0.113.9"


def take(address=ADDRESS, *, most=2, seconds=HOUR, now=NOW, purpose="feedback"):
    return take_one(purpose, [Limit(address, most, seconds)], now)


def test_so_many_may_pass_and_no_more():
    assert [take() for _ in range(4)] == [True, True, False, False]


def test_others_are_counted_apart():
    take(most=1)

    assert not take(most=1)
    assert take("203.0.113.10", most=1)
    assert take(most=1, purpose="another")


@pytest.mark.parametrize(("seconds", "later"), [(HOUR, datetime.timedelta(hours=1)), (DAY, datetime.timedelta(days=1))])
def test_the_next_span_starts_anew(seconds, later):
    take(most=1, seconds=seconds)

    assert not take(most=1, seconds=seconds, now=NOW + datetime.timedelta(minutes=20))
    assert take(most=1, seconds=seconds, now=NOW + later)


def test_each_of_several_limits_holds_and_counts_only_what_passed():
    limits = [Limit(ADDRESS, 5, HOUR), Limit("all", 1, DAY)]

    assert [take_one("feedback", limits, NOW) for _ in range(3)] == [True, False, False]
    assert list(Tally.objects.values_list("count", flat=True)) == [1, 1]


def test_a_flood_writes_nothing():
    take(most=1)

    with CaptureQueriesContext(connection) as captured:
        take(most=1)

    assert [query["sql"].split()[0] for query in captured] == ["SELECT"]


def test_no_address_is_stored():
    take()
    row = Tally.objects.get()

    assert ADDRESS not in f"{row.mark}{row}"
    assert len(row.mark) == 64


def test_marks_of_two_days_cannot_be_linked():
    take(seconds=DAY)
    first = Tally.objects.get().mark
    take(seconds=DAY, now=NOW + datetime.timedelta(days=1))

    assert Tally.objects.get().mark != first


def test_what_is_over_is_forgotten():
    take()
    forget(NOW + datetime.timedelta(minutes=29))
    assert Tally.objects.exists()

    forget(NOW + datetime.timedelta(minutes=30))
    assert not Tally.objects.exists()
