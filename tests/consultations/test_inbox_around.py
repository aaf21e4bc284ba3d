"""Around the single request: several at once, the dashboard, keys that are missing, what is logged."""

import datetime

from django.contrib.admin.models import LogEntry
from django.urls import reverse

from fbss_site.consultations.models import AccessLine, ConsultationRequest
from tests.html import Page

from .conftest import WEDNESDAY
from .factories import NAME, PERSONAL, make_front_desk, make_request, signed_in

LIST = reverse("admin:consultations_consultationrequest_changelist")
HOUR = datetime.timedelta(hours=1)


def page_url(request):
    return reverse("admin:consultations_consultationrequest_change", args=[request.pk])


def act(browser, action, *requests):
    data = {"action": action, "_selected_action": [request.pk for request in requests]}
    return browser.post(f"{LIST}?status=all", data, follow=True)


def test_several_are_handled_at_once(desk, desk_clinic, desk_user):
    suspects = [make_request(clinic=desk_clinic, status="quarantined") for _ in range(3)]

    act(desk, "release", suspects[0])
    act(desk, "mark_spam", *suspects[1:])
    act(desk, "assign_to_me", suspects[0])

    assert [ConsultationRequest.objects.get(pk=row.pk).status for row in suspects] == ["new", "spam", "spam"]
    assert ConsultationRequest.objects.get(pk=suspects[0].pk).assigned_to == desk_user


def test_what_cannot_be_done_at_once_is_counted(desk, desk_clinic):
    response = act(desk, "release", make_request(clinic=desk_clinic))

    assert "1 passed over" in response.content.decode()


def test_the_dashboard_counts_what_waits(desk, desk_clinic):
    make_request(clinic=desk_clinic, call_by=WEDNESDAY - HOUR)
    make_request(clinic=desk_clinic)
    make_request(clinic=desk_clinic, status="quarantined")

    summary = Page(desk.get("/admin/").content).one("section", class_="consultations-summary").text

    assert "2 waiting for a first call" in summary
    assert "1 overdue" in summary
    assert "1 put aside as possible spam" in summary


def test_the_dashboard_says_when_nobody_is_told(desk, desk_clinic):
    make_request(clinic=desk_clinic)
    desk_clinic.notify_email = ""
    desk_clinic.save()

    assert "Nobody is told of new requests at" in desk.get("/admin/").content.decode()


def test_someone_of_no_clinic_is_told_why_there_is_nothing(desk_clinic):
    browser = signed_in(make_front_desk(name="new-here"))

    assert "You belong to no clinic yet" in browser.get("/admin/").content.decode()


def test_a_wrong_key_is_said_and_shows_no_ciphertext(desk, desk_clinic, settings):
    request = make_request(clinic=desk_clinic)
    settings.DATA_KEYS = ["zCmhJ9yUFDcAjXvC0cYCtXDWqFn5F4cl2DYWZ1GS3hk="]

    page, rows = desk.get(page_url(request)), desk.get(LIST)

    assert page.status_code == 500
    assert "cannot be read" in page.content.decode()
    assert "Cannot be read with the keys at hand" in rows.content.decode()
    for response in (page, rows):
        assert request.sealed[:20] not in response.content.decode()


def test_the_admins_history_holds_no_name(desk, desk_clinic):
    request = make_request(clinic=desk_clinic)
    desk.post(reverse("admin:consultations_step", args=[request.pk]), {"step": "reached", "note": "Spoke with Márta"})
    act(desk, "mark_spam", request)

    entries = " ".join(f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.all())
    assert not [text for text in PERSONAL if text in entries]
    assert str(request) == request.reference
    history = desk.get(reverse("admin:consultations_consultationrequest_history", args=[request.pk]))
    assert not [text for text in PERSONAL if text in history.content.decode()]


def test_every_view_is_logged_without_personal_data(desk, desk_clinic, desk_user):
    request = make_request(clinic=desk_clinic)
    desk.get(LIST)
    desk.get(page_url(request))
    desk.post(reverse("admin:consultations_find"), {"who": NAME})

    lines = AccessLine.objects.order_by("pk")
    assert [(line.action, line.user, line.count, line.references) for line in lines] == [
        (action, desk_user, 1, request.reference) for action in ("listed", "viewed", "searched")
    ]
    assert not [text for text in PERSONAL if text in str(AccessLine.objects.values())]


def test_the_inbox_is_never_cached_by_a_browser(desk, desk_clinic):
    request = make_request(clinic=desk_clinic)

    for url in (LIST, page_url(request), reverse("admin:consultations_find")):
        assert "no-store" in desk.get(url)["Cache-Control"]
