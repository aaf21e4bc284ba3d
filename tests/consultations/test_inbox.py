"""The front desk at work: sees, calls, books, closes."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from fbss_site.consultations import handling
from fbss_site.consultations.models import ConsultationRequest, RequestStep
from tests.html import Page

from .conftest import WEDNESDAY
from .factories import EMAIL, NAME, make_front_desk, make_request, send

LIST = reverse("admin:consultations_consultationrequest_changelist")
HOUR = datetime.timedelta(hours=1)


def page_url(request):
    return reverse("admin:consultations_consultationrequest_change", args=[request.pk])


def step(browser, request, wanted, **values):
    return browser.post(reverse("admin:consultations_step", args=[request.pk]), {"step": wanted, **values}, follow=True)


def listed(browser, **query):
    return {row.reference for row in browser.get(LIST, query).context["cl"].result_list}


def test_the_list_shows_who_waits_and_since_when(desk, desk_clinic):
    make_request(clinic=desk_clinic, call_by=WEDNESDAY - 2 * HOUR)

    body = desk.get(LIST).content.decode()

    assert NAME in body
    assert '<span class="ageing ageing--late">overdue by 2\xa0hours</span>' in body


@pytest.mark.parametrize(
    ("call_by", "received", "level", "words"),
    [
        (30, 0, "calm", "call by 4 pm on Thursday, November 19"),
        (2, 0, "due", "call within 2\xa0hours"),
        (-2, 0, "late", "overdue by 2\xa0hours"),
        (None, -5, "due", "waiting for 5\xa0hours"),
        (None, -50, "late", "waiting for 2\xa0days"),
    ],
)
def test_age_is_told_by_words_and_by_colour(desk, desk_clinic, call_by, received, level, words):
    make_request(
        clinic=desk_clinic,
        call_by=WEDNESDAY + call_by * HOUR if call_by is not None else None,
        received_at=WEDNESDAY + received * HOUR,
    )

    assert f'<span class="ageing ageing--{level}">{words}</span>' in desk.get(LIST).content.decode()


def test_open_requests_come_first_and_others_when_asked_for(desk, desk_clinic):
    made = {status: make_request(clinic=desk_clinic, status=status) for status in ConsultationRequest.Status}

    assert listed(desk) == {made[status].reference for status in ("new", "called", "booked")}
    assert listed(desk, status="quarantined") == {made["quarantined"].reference}
    assert len(listed(desk, status="all")) == 6


def test_the_list_starts_with_the_call_that_is_due_first(desk, desk_clinic):
    later = make_request(clinic=desk_clinic, call_by=WEDNESDAY + 5 * HOUR)
    sooner = make_request(clinic=desk_clinic, call_by=WEDNESDAY + HOUR)

    assert list(desk.get(LIST).context["cl"].result_list) == [sooner, later]


def test_requests_are_filtered_by_place_and_by_who_looks_after_them(desk, desk_clinic, desk_user):
    north, south = desk_clinic.locations.all()
    here = make_request(clinic=desk_clinic, location=north, assigned_to=desk_user)
    there = make_request(clinic=desk_clinic, location=south)

    assert listed(desk, location=north.pk) == {here.reference}
    assert listed(desk, assigned="me") == {here.reference}
    assert listed(desk, assigned="nobody") == {there.reference}
    assert listed(desk, location="nonsense") == {here.reference, there.reference}


def test_a_request_goes_from_new_to_called_to_booked_to_closed(desk, desk_clinic, desk_user):
    request = make_request(clinic=desk_clinic)

    seen = []
    for wanted in ("no-answer", "voicemail", "reached", "booked", "closed"):
        step(desk, request, wanted, note=f"Note on {wanted}")
        request.refresh_from_db()
        seen.append(request.status)

    assert seen == ["called", "called", "called", "booked", "closed"]
    assert request.closed_at == WEDNESDAY
    steps = request.steps.all()
    assert [(row.kind, row.note, row.by) for row in steps] == [
        (wanted, f"Note on {wanted}", desk_user) for wanted in ("no-answer", "voicemail", "reached", "booked", "closed")
    ]


def test_each_try_is_shown_with_its_note(desk, desk_clinic):
    request = make_request(clinic=desk_clinic)
    step(desk, request, "voicemail", note="Said to call back")

    page = Page(desk.get(page_url(request)).content)

    assert "Called, left a voicemail (desk): Said to call back" in page.one("ol", class_="steps").text


def test_a_booked_patient_can_be_called_again_and_stays_booked(desk, desk_clinic):
    request = make_request(clinic=desk_clinic, status="booked")
    step(desk, request, "reached")

    request.refresh_from_db()
    assert request.status == "booked"


@pytest.mark.parametrize("status", ["new", "called", "booked", "quarantined"])
def test_spam_is_marked_and_counts_as_closed(desk, desk_clinic, status):
    request = make_request(clinic=desk_clinic, status=status)
    step(desk, request, "spam")

    request.refresh_from_db()
    assert (request.status, request.closed_at) == ("spam", WEDNESDAY)


@pytest.mark.parametrize("status", ["closed", "spam"])
def test_what_is_done_can_be_opened_again(desk, desk_clinic, status):
    request = make_request(clinic=desk_clinic, status=status)
    step(desk, request, "reopened")

    request.refresh_from_db()
    assert (request.status, request.closed_at) == ("new", None)


def test_a_suspect_is_released_by_hand(desk, client, desk_clinic):
    send(client, website="x")
    request = ConsultationRequest.objects.get()
    assert "Filled in the field that people do not see" in desk.get(page_url(request)).content.decode()
    step(desk, request, "release")

    request.refresh_from_db()
    assert request.status == "new"


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("closed", "reached"),
        ("closed", "booked"),
        ("closed", "closed"),
        ("spam", "spam"),
        ("quarantined", "reached"),
        ("quarantined", "closed"),
        ("new", "release"),
        ("new", "reopened"),
    ],
)
def test_a_step_that_does_not_follow_is_refused_in_a_sentence(desk, desk_clinic, status, wanted):
    request = make_request(clinic=desk_clinic, status=status)

    response = step(desk, request, wanted)

    request.refresh_from_db()
    assert request.status == status
    assert "A colleague has changed" in response.content.decode()
    assert not request.steps.exists()


def test_a_colleague_who_was_faster_is_not_overruled(desk_clinic, desk_user):
    request = make_request(clinic=desk_clinic)
    handling.close(ConsultationRequest.objects.get(), desk_user)

    with pytest.raises(handling.ChangedMeanwhileError):
        handling.book(request, desk_user)  # as it was when the page was opened
    assert ConsultationRequest.objects.get().status == "closed"


def test_a_step_that_does_not_exist_is_not_found(desk, desk_clinic):
    assert step(desk, make_request(clinic=desk_clinic), "explode").status_code == 404


def test_a_request_is_assigned_to_a_colleague_of_the_clinic(desk, desk_clinic):
    request, colleague = make_request(clinic=desk_clinic), make_front_desk(desk_clinic, name="colleague")
    step(desk, request, "assign", colleague=colleague.pk)

    request.refresh_from_db()
    assert request.assigned_to == colleague
    assert RequestStep.objects.get().note == "To colleague"
    step(desk, request, "assign", colleague="")
    request.refresh_from_db()
    assert request.assigned_to is None


@pytest.mark.parametrize("colleague", ["stranger", "99999", "x", "9" * 40])
def test_it_cannot_be_assigned_to_anybody_else(desk, desk_clinic, colleague):
    User.objects.create_user("stranger", is_staff=True)
    request = make_request(clinic=desk_clinic)
    chosen = User.objects.filter(username=colleague).first()
    step(desk, request, "assign", colleague=chosen.pk if chosen else colleague)

    request.refresh_from_db()
    assert request.assigned_to is None


def test_everything_about_one_person_is_on_one_screen(desk, desk_clinic):
    earlier = make_request(clinic=desk_clinic, name="Before", status="closed", steps=[("booked", "Came in March")])
    same_address = make_request(clinic=desk_clinic, name="By mail", phone="+13125550111")
    someone_else = make_request(clinic=desk_clinic, name="Other", phone="+13125550112", email="other@example.com")
    request = make_request(clinic=desk_clinic, note="My neighbour answers.")

    body = desk.get(page_url(request)).content.decode()

    for text in (NAME, "+1 312-555-0199", EMAIL, "My neighbour answers.", "Before", "Came in March", "By mail"):
        assert text in body
    assert earlier.reference in body
    assert same_address.reference in body
    assert someone_else.reference not in body


def test_an_extension_does_not_hide_that_it_is_the_same_phone(desk, desk_clinic):
    other = make_request(clinic=desk_clinic, phone="+13125550199;ext=7", email="")
    request = make_request(clinic=desk_clinic, email="")

    assert other.reference in desk.get(page_url(request)).content.decode()


def test_hostile_text_is_text_in_the_inbox(desk, client, desk_clinic):
    send(client, name="<script>alert(1)</script>", note="<img src=x>")
    request = ConsultationRequest.objects.get()

    for body in (desk.get(LIST).content.decode(), desk.get(page_url(request)).content.decode()):
        assert "<script>alert" not in body
        assert "<img src=x>" not in body
        assert "&lt;script&gt;alert(1)" in body
