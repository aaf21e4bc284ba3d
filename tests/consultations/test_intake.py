"""Stored once, never lost, suspects put aside."""

import datetime

import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction

from fbss_site.consultations import handling, intake, retention, trust
from fbss_site.consultations.models import ConsultationRequest, OutboxMessage, RequestStep
from tests.factories import make_clinic
from tests.html import Page

from .conftest import WEDNESDAY
from .factories import NAME, NOTE, open_desk, send

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def statuses():
    return list(ConsultationRequest.objects.order_by("pk").values_list("status", flat=True))


def suspicions():
    return ConsultationRequest.objects.order_by("-pk").first().suspicions


def test_sending_twice_makes_one_request_and_leads_to_the_same_page(client, desk_clinic):
    first, second = send(client), send(client)

    assert first["Location"] == second["Location"]
    assert ConsultationRequest.objects.count() == 1
    assert OutboxMessage.objects.filter(kind="waiting").count() == 1


def test_a_fresh_form_that_says_the_same_is_the_same_request(client, desk_clinic):
    first = send(client, token=trust.new_token("localhost", age=600))

    assert send(client, address="203.0.113.5")["Location"] == first["Location"]


def test_the_same_around_midnight_is_one_request(client, desk_clinic, now):
    now(datetime.datetime(2026, 11, 18, 23, 59, tzinfo=datetime.UTC))
    first = send(client)
    now(datetime.datetime(2026, 11, 19, 0, 1, tzinfo=datetime.UTC))

    assert send(client)["Location"] == first["Location"]


def test_the_same_after_a_day_is_a_new_request(client, desk_clinic, now):
    send(client)
    now(WEDNESDAY + DAY + HOUR)
    send(client)

    assert statuses() == ["new", "new"]


@pytest.mark.parametrize("changed", [{"note": "Another note"}, {"phone": "+13125550188"}, {"best_time": "0900-1200"}])
def test_whoever_corrects_something_is_heard(client, desk_clinic, changed):
    send(client)
    send(client, **changed)

    assert ConsultationRequest.objects.count() == 2


def test_asking_again_after_it_was_closed_is_a_new_request(client, desk_clinic, desk_user):
    send(client)
    handling.close(ConsultationRequest.objects.get(), desk_user)
    send(client)

    assert statuses() == ["closed", "new"]


def test_asking_again_after_a_missed_call_is_noted(client, desk_clinic):
    send(client)
    ConsultationRequest.objects.update(status="called")
    send(client)

    assert ConsultationRequest.objects.count() == 1
    assert RequestStep.objects.filter(kind="repeated").count() == 1


def test_two_clinics_get_a_request_each(client, desk_clinic):
    open_desk(make_clinic(hostnames=["other.localhost"]))
    send(client)
    send(client, host="other.localhost")

    assert ConsultationRequest.objects.values("clinic").distinct().count() == 2


def test_normal_use_is_never_put_aside(client, desk_clinic):
    for number in range(4):
        send(client, phone=f"+1312555010{number}", email=f"{number}@example.com")

    assert statuses() == ["new"] * 4


@pytest.mark.parametrize(
    ("changed", "suspicion"),
    [
        ({"website": "x"}, "trap"),
        ({"token": lambda: trust.new_token("localhost", age=1)}, "fast"),
        ({"note": "See https://spam.example"}, "link"),
        ({"note": "www.spam.example"}, "link"),
        ({"name": "<a href=x>Jo</a>"}, "link"),
        ({"phone": "+19005550199"}, "costly"),
    ],
)
def test_a_suspect_is_stored_and_put_aside(client, desk_clinic, changed, suspicion):
    changed = {name: value() if callable(value) else value for name, value in changed.items()}

    response = send(client, **changed)

    assert response.status_code == 302
    assert statuses() == ["quarantined"]
    assert suspicions() == [suspicion]
    assert [step.kind for step in RequestStep.objects.all()] == ["received", "quarantined"]


def send_many(client, count, **changed):
    for number in range(count):
        send(client, **{"phone": f"+1312555{1000 + number}", "email": f"{number}@example.com", **changed})


def test_many_requests_from_one_connection_are_put_aside(client, desk_clinic):
    send_many(client, intake.SUSPECT_FROM + 1)

    assert statuses() == ["new"] * intake.SUSPECT_FROM + ["quarantined"]
    assert suspicions() == ["rate"]


def test_another_connection_is_not(client, desk_clinic):
    send_many(client, intake.SUSPECT_FROM + 1)
    send(client, address="203.0.113.77")

    assert statuses()[-1] == "new"


def test_an_hour_later_neither_is_the_first(client, desk_clinic, now):
    send_many(client, intake.SUSPECT_FROM)
    now(WEDNESDAY + HOUR)
    send(client)

    assert statuses()[-1] == "new"


def test_a_forged_forwarded_header_does_not_get_around_it(client, desk_clinic):
    for number in range(intake.SUSPECT_FROM + 1):
        send(
            client,
            phone=f"+1312555{1000 + number}",
            email=f"{number}@example.com",
            headers={"x-forwarded-for": f"203.0.113.{number}"},
        )

    assert suspicions() == ["rate"]


def test_a_flood_is_told_plainly_that_nothing_was_sent(client, desk_clinic, monkeypatch):
    monkeypatch.setattr(intake, "FLOOD_FROM", 2)
    send_many(client, 2)

    response = send(client)

    assert response.status_code == 429
    assert "Nothing was sent this time." in response.content.decode()
    assert "(312) 555-0142" in response.content.decode()
    assert ConsultationRequest.objects.count() == 2


@pytest.mark.parametrize("same", [{"phone": "+13125550199"}, {"email": "one@example.com"}])
def test_a_name_or_address_used_again_and_again_is_put_aside(client, desk_clinic, same):
    for number in range(intake.MOST_A_DAY + 1):
        each = {"phone": f"+1312555{1000 + number}", "email": f"{number}@example.com", "note": str(number), **same}
        send(client, address=f"203.0.113.{number}", **each)

    assert statuses() == ["new"] * intake.MOST_A_DAY + ["quarantined"]
    assert suspicions() == ["repeated"]


def test_what_tells_clients_apart_is_no_address_and_is_forgotten(client, desk_clinic, now):
    send(client)
    first = ConsultationRequest.objects.get()
    now(WEDNESDAY + DAY)
    send(client)
    marks = {row.client_mark for row in ConsultationRequest.objects.all()}

    assert "198.51.100.7" not in str(ConsultationRequest.objects.values())
    assert len(marks) == 2  # the same address, another day
    now(WEDNESDAY + 3 * DAY)
    retention.delete_expired(WEDNESDAY + 3 * DAY)
    first.refresh_from_db()
    assert (first.client_mark, first.content_mark) == ("", "")


def assert_told_that_it_did_not_go_through(response):
    page = Page(response.content)
    said = page.one(class_="error-summary").text
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert "Your request did not go through" in said
    assert "(312) 555-0142" in said
    assert page.one("input", name="name").attributes["value"] == NAME
    assert page.one("textarea", name="note").text.strip() == NOTE


def test_a_read_only_database_is_told_plainly(client, desk_clinic):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
    try:
        response = send(client)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = 0")

    assert_told_that_it_did_not_go_through(response)
    assert not ConsultationRequest.objects.exists()


@pytest.mark.parametrize("error", [OperationalError("database is locked"), DatabaseError("disk I/O error")])
def test_any_fault_of_the_database_is_told_plainly(client, desk_clinic, monkeypatch, error):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(ConsultationRequest, "save", fail)

    assert_told_that_it_did_not_go_through(send(client))


def test_half_a_request_is_never_kept(client, desk_clinic, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("fbss_site.consultations.outbox.queue", fail)

    assert_told_that_it_did_not_go_through(send(client))
    assert not ConsultationRequest.objects.exists()


def test_a_locked_database_is_told_within_seconds(client, desk_clinic, monkeypatch):
    """The wait for the lock is what SQLite is told; the answer is that of a real locked database."""
    told = []
    monkeypatch.setattr(intake, "_wait_for_lock", told.append)

    class Locked(transaction.Atomic):
        def __enter__(self):
            raise OperationalError("database is locked")

    monkeypatch.setattr(intake.transaction, "atomic", lambda: Locked(None, True, False))
    response = send(client)

    assert_told_that_it_did_not_go_through(response)
    assert told == [intake.PATIENCE, settings.DATABASES["default"]["OPTIONS"]["timeout"] * 1000]


def test_the_same_stored_at_the_same_moment_is_found(client, desk_clinic, monkeypatch):
    first = send(client)
    looks = iter([lambda *args: None, intake._same])  # another process stores it after the first look
    monkeypatch.setattr(intake, "_same", lambda *args: next(looks)(*args))

    assert send(client)["Location"] == first["Location"]
    assert ConsultationRequest.objects.count() == 1


def test_a_reference_that_is_taken_is_drawn_again(client, desk_clinic, monkeypatch):
    send(client)
    taken = ConsultationRequest.objects.get().reference
    drawn = iter([taken, "FREE-2345"])
    monkeypatch.setattr(intake, "_new_reference", lambda: next(drawn))

    assert "FREE-2345" in send(client, note="Another")["Location"]
