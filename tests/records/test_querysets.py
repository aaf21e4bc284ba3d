import datetime

import pytest
from django.utils import timezone

from conditions.models import Symptom
from tests.factories import make_clinician, make_symptom

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = datetime.timedelta(hours=1)
TODAY = datetime.date(2026, 3, 1)
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_published_records_are_public(status):
    make_symptom(status=status)
    public = make_symptom()

    assert list(Symptom.objects.published()) == [public]
    assert [symptom.is_public for symptom in Symptom.objects.order_by("pk")] == [False, True]


@pytest.mark.parametrize(
    ("publish_at", "expire_at", "shown"),
    [
        (None, None, True),
        (NOW - HOUR, None, True),
        (NOW, None, True),
        (NOW + HOUR, None, False),
        (None, NOW + HOUR, True),
        (None, NOW, False),
        (None, NOW - HOUR, False),
        (NOW - HOUR, NOW + HOUR, True),
        (NOW + HOUR, NOW + 2 * HOUR, False),
        (NOW - 2 * HOUR, NOW - HOUR, False),
    ],
)
def test_a_record_is_public_within_its_time_only(publish_at, expire_at, shown):
    make_symptom(publish_at=publish_at, expire_at=expire_at)

    assert Symptom.objects.published(NOW).exists() is shown


def test_without_a_moment_it_is_now():
    make_symptom(publish_at=timezone.now() + HOUR)
    shown = make_symptom(publish_at=timezone.now() - HOUR)

    assert list(Symptom.objects.published()) == [shown]


def test_a_review_is_due_on_its_day_and_on_every_day_after():
    reviewed = {"reviewed_by": make_clinician(may_review=True), "last_reviewed": TODAY - 365 * DAY}
    due_today = make_symptom(next_review=TODAY, position=1, **reviewed)
    missed = make_symptom(next_review=TODAY - 3 * DAY, position=2, **reviewed)
    make_symptom(next_review=TODAY + DAY, **reviewed)
    make_symptom()
    make_symptom(next_review=TODAY, status="draft", **reviewed)

    assert list(Symptom.objects.review_due(TODAY)) == [due_today, missed]


def test_a_record_comes_with_its_reviewer(django_assert_num_queries):
    make_symptom(reviewed_by=make_clinician(may_review=True), last_reviewed=TODAY)

    with django_assert_num_queries(1):
        assert Symptom.objects.for_page().get().reviewed_by.name


def test_records_stand_in_the_order_of_their_positions():
    last = make_symptom(position=20, title="A")
    second = make_symptom(position=10, title="C")
    first = make_symptom(position=10, title="B")

    assert list(Symptom.objects.all()) == [first, second, last]
