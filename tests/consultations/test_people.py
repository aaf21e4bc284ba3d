"""A person's wish, the end of the days, and what a spreadsheet gets."""

import csv
import datetime
import io
import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from fbss_site.consultations import handling, retention
from fbss_site.consultations.csv_export import harmless
from fbss_site.consultations.models import AccessLine, ConsultationRequest, OutboxMessage, RequestStep
from tests.factories import make_clinic

from .conftest import WEDNESDAY
from .factories import EMAIL, NAME, PERSONAL, database_text, make_request, send

LIST = reverse("admin:consultations_consultationrequest_changelist")
DAY = datetime.timedelta(days=1)


def export(desk, *requests):
    data = {"action": "export_csv", "_selected_action": [request.pk for request in requests]}
    return desk.post(f"{LIST}?status=all", data)


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_csv_has_what_the_patient_told(desk, client, desk_clinic):
    send(client, note="Two\nlines")

    [row] = rows_of(export(desk, ConsultationRequest.objects.get()))

    assert (row["Name"], row["E-mail"], row["Note"]) == (NAME, EMAIL, "Two\nlines")
    assert row["Phone"] == "'+1 312-555-0199"
    assert row["Received"] == "2026-11-18 10:00"  # New York's own time


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x","y")', "\n=1"]
)
def test_no_cell_is_a_formula(typed):
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["Jo", "1", "a=b", "'=1", ""])
def test_other_cells_stay_as_they_are(typed):
    assert harmless(typed) == typed


def test_a_hostile_name_is_text_in_a_spreadsheet(desk, client, desk_clinic):
    send(client, name="=cmd|' /C calc'!A0", note='","=1+1')

    [row] = rows_of(export(desk, ConsultationRequest.objects.get()))

    assert row["Name"] == "'=cmd|' /C calc'!A0"
    assert row["Note"] == '","=1+1'


def test_an_export_is_logged_and_never_cached(desk, desk_clinic, desk_user):
    made = [make_request(clinic=desk_clinic) for _ in range(2)]

    response = export(desk, *made)

    line = AccessLine.objects.get(action="exported")
    assert (line.user, line.count) == (desk_user, 2)
    assert set(line.references.split()) == {request.reference for request in made}
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"] == 'attachment; filename="requests.csv"'


def test_without_the_key_nothing_is_exported(desk, desk_clinic, settings):
    request = make_request(clinic=desk_clinic)
    settings.DATA_KEYS = ["zCmhJ9yUFDcAjXvC0cYCtXDWqFn5F4cl2DYWZ1GS3hk="]

    response = export(desk, request)

    assert response.status_code == 302
    assert not AccessLine.objects.filter(action="exported").exists()


def test_a_person_gets_all_that_is_kept_about_them(desk, desk_clinic, desk_user):
    request = make_request(clinic=desk_clinic, note="Ring twice", steps=[("reached", "Spoke")])
    make_request(clinic=desk_clinic, status="closed")
    make_request(clinic=desk_clinic, name="Other", phone="+13125550112", email="other@example.com")

    response = desk.get(reverse("admin:consultations_person", args=[request.pk]))

    kept = json.loads(response.content)
    assert [(row["name"], row["reference"] == request.reference) for row in kept] == [(NAME, True), (NAME, False)]
    assert kept[0]["note"] == "Ring twice"
    assert [(row["what"], row["note"]) for row in kept[0]["steps"]] == [("Called and spoke", "Spoke")]
    assert AccessLine.objects.filter(action="handed-out", user=desk_user).count() == 2


def erase_url(request):
    return reverse("admin:consultations_erase", args=[request.pk])


def test_erasing_asks_first(desk, desk_clinic):
    request = make_request(clinic=desk_clinic)
    other = make_request(clinic=desk_clinic)

    body = desk.get(erase_url(request)).content.decode()

    assert ConsultationRequest.objects.count() == 2
    assert request.reference in body
    assert other.reference in body


def test_an_erased_person_leaves_nothing_but_a_count(desk, client, desk_clinic):
    send(client)
    send(client, note="Once more")
    made = list(ConsultationRequest.objects.all())
    desk.post(erase_url(made[0]), {"erase": [row.pk for row in made]})

    assert not ConsultationRequest.objects.exists()
    assert not RequestStep.objects.exists()
    assert not OutboxMessage.objects.exists()
    lines = AccessLine.objects.filter(action="erased")
    assert [(line.username, line.count, line.references) for line in lines] == [("desk", 1, "")] * 2


def test_what_is_not_chosen_stays(desk, desk_clinic):
    request, kept = make_request(clinic=desk_clinic), make_request(clinic=desk_clinic)
    stranger = make_request(clinic=desk_clinic, phone="+13125550112", email="other@example.com")
    desk.post(erase_url(request), {"erase": [request.pk, stranger.pk]})

    assert set(ConsultationRequest.objects.all()) == {kept, stranger}


def test_a_request_without_its_key_can_still_be_erased(desk, desk_clinic, settings):
    request = make_request(clinic=desk_clinic)
    settings.DATA_KEYS = ["zCmhJ9yUFDcAjXvC0cYCtXDWqFn5F4cl2DYWZ1GS3hk="]
    desk.post(erase_url(request), {"erase": [request.pk]})

    assert not ConsultationRequest.objects.exists()


@pytest.mark.parametrize("status", ["closed", "spam"])
def test_a_closed_request_is_deleted_after_the_clinics_days(desk_clinic, status):
    made = make_request(clinic=desk_clinic, status=status, closed_at=WEDNESDAY, steps=[("closed", "Done")])

    assert retention.delete_expired(WEDNESDAY + 90 * DAY) == 0
    assert ConsultationRequest.objects.get() == made
    assert retention.delete_expired(WEDNESDAY + 90 * DAY + datetime.timedelta(seconds=1)) == 1
    assert not ConsultationRequest.objects.exists()
    assert not RequestStep.objects.exists()


def test_the_days_are_each_clinics_own(desk_clinic):
    quick = make_clinic(retention_days=7)
    make_request(clinic=quick, status="closed", closed_at=WEDNESDAY)
    make_request(clinic=desk_clinic, status="closed", closed_at=WEDNESDAY)

    assert retention.delete_expired(WEDNESDAY + 8 * DAY) == 1
    assert ConsultationRequest.objects.get().clinic == desk_clinic


@pytest.mark.parametrize("status", ["new", "called", "booked", "quarantined"])
def test_what_is_not_closed_is_not_deleted(desk_clinic, status):
    make_request(clinic=desk_clinic, status=status, received_at=WEDNESDAY - 400 * DAY)

    assert retention.delete_expired(WEDNESDAY) == 0


def test_days_count_from_closing_and_start_anew_when_opened_again(desk_clinic, desk_user, now):
    request = make_request(clinic=desk_clinic)
    handling.close(request, desk_user)
    now(WEDNESDAY + 80 * DAY)
    handling.reopen(request, desk_user)
    handling.close(request, desk_user)

    assert retention.delete_expired(WEDNESDAY + 100 * DAY) == 0
    assert retention.delete_expired(WEDNESDAY + 171 * DAY) == 1


def test_the_log_keeps_how_many_were_deleted_and_nothing_else(desk_clinic, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        make_request(clinic=desk_clinic, status="closed", closed_at=WEDNESDAY)

    retention.delete_expired(WEDNESDAY + 91 * DAY)

    lines = AccessLine.objects.filter(action="expired")
    assert sorted(line.count for line in lines) == [1, 2, 2]
    assert {(line.username, line.references, line.clinic) for line in lines} == {("", "", desk_clinic)}


def test_ninety_days_after_closing_nothing_about_the_person_is_left(client, desk, desk_clinic, now, capsys):
    send(client)
    request = ConsultationRequest.objects.get()
    call_command("send_outbox")
    desk.post(reverse("admin:consultations_step", args=[request.pk]), {"step": "reached", "note": "Spoke with Márta"})
    desk.post(reverse("admin:consultations_step", args=[request.pk]), {"step": "closed"})
    now(WEDNESDAY + 91 * DAY)
    call_command("delete_expired")

    left = database_text()
    assert "1 deleted" in capsys.readouterr().out
    assert not [text for text in (*PERSONAL, request.sealed, request.phone_hash, request.email_hash) if text in left]
    assert not ConsultationRequest.objects.exists()
