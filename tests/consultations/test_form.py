"""The form as a patient's browser gets it and sends it."""

import datetime

import pytest
from django.test import Client

from fbss_site.consultations.models import ConsultationRequest
from tests import factories
from tests.html import Page

from .factories import EMAIL, NAME, NOTE, PHONE, form_data, send

OPTIONAL = {"best_time", "email", "place", "clinician", "topic", "note"}


def page_of(client, path="/consultation/"):
    return Page(client.get(path).content)


def asked_names(page):
    form = page.one("form", class_="form")
    return {
        element.attributes["name"]
        for tag in ("input", "select", "textarea")
        for element in page.find(tag)
        if "name" in element.attributes and form in element.parents
    }


def options(page, name):
    select = page.one("select", name=name)
    return [(option.attributes["value"], option.text) for option in page.find("option") if select in option.parents]


def test_the_emergency_card_stands_before_the_form(client, desk_clinic):
    factories.make_care_card(site_wide=True, urgency="emergency", title="Emergency signs")

    page = page_of(client)

    assert page.one("section", id="emergency").order < page.one("form", class_="form").order


def test_it_asks_for_no_more_than_is_needed(client, desk_clinic):
    page = page_of(client)

    assert asked_names(page) == {"name", "phone", "voicemail", "patient", "consent", "website", "token", *OPTIONAL}
    assert not page.find("input", type="file")
    assert not page.find("input", name="csrfmiddlewaretoken")


def test_only_optional_fields_say_so(client, desk_clinic):
    page = page_of(client)

    labels = {label.attributes["for"]: label.text for label in page.find("label", class_="field__label")}
    legends = [legend.text for legend in page.find("legend")]
    marked = {name for name, text in labels.items() if "(optional)" in text}
    assert marked == {f"id_{name}" for name in OPTIONAL - {"best_time"}}
    assert [text for text in legends if "(optional)" in text] == ["Best time to call (optional)"]


def test_each_field_says_why_it_is_asked(client, desk_clinic):
    page = page_of(client)

    described = [
        element
        for element in page.elements
        if element.tag in {"input", "select", "textarea", "fieldset"} and "aria-describedby" in element.attributes
    ]
    reasons = {page.one(id=element.attributes["aria-describedby"]).text for element in described}
    assert len(described) == len(reasons) == 10


def test_browsers_may_fill_in_name_phone_and_address(client, desk_clinic):
    page = page_of(client)

    kinds = {name: page.one("input", name=name).attributes["autocomplete"] for name in ("name", "phone", "email")}
    assert kinds == {"name": "name", "phone": "tel", "email": "email"}
    assert page.one("input", name="phone").attributes["type"] == "tel"


def test_it_says_by_when_the_clinic_calls(client, desk_clinic):
    said = page_of(client).one("p", class_="promise").text

    assert "by 5 pm on Thursday, November 19" in said
    assert "(New York time)" in said
    assert "We are closed now" not in said


def test_it_says_so_too_when_the_clinic_is_closed(client, desk_clinic, now):
    now(datetime.datetime(2026, 11, 21, 20, tzinfo=datetime.UTC))  # a Saturday

    said = page_of(client).one("p", class_="promise").text

    assert "We are closed now" in said
    assert "by 5 pm on Monday, November 23" in said


def test_a_clinic_without_hours_says_as_soon_as_we_can_and_the_phone(client, clinic, now):
    said = page_of(client).one("p", class_="promise").text

    assert "as soon as we can" in said
    assert "(312) 555-0142" in said


def test_the_windows_are_the_clinics_own_in_its_time_zone(client, desk_clinic):
    page = page_of(client)

    [group] = [fieldset for fieldset in page.find("fieldset") if "Best time to call" in fieldset.text]
    labels = [label.text for label in page.find("label") if group in label.parents]
    assert labels == ["Any time you answer the phone", "9 am to 12 noon", "12 noon to 5 pm"]
    assert "New York time" in group.text


def test_places_people_and_telehealth_are_offered(client, desk_clinic):
    page = page_of(client)

    assert [label for _, label in options(page, "place")] == ["No preference", "North", "South", "By video or phone"]
    assert len(options(page, "clinician")) == 3


def test_what_leaves_no_choice_is_not_asked(client, clinic):
    factories.make_location(clinic=clinic)
    factories.make_clinician(clinic=clinic)

    assert not asked_names(page_of(client)) & {"place", "clinician", "best_time"}


@pytest.mark.parametrize("kind", ["condition", "symptom", "cause", "test", "treatment"])
def test_the_topic_is_carried_over_from_a_page(client, desk_clinic, kind):
    record = getattr(factories, f"make_{kind}")(title="What I read about")
    page = page_of(client, record.get_absolute_url())
    links = {link.attributes["href"] for link in page.find("a", class_="button")}

    [link] = {link for link in links if link.startswith("/consultation/")}
    option = page_of(client, link).one("option", value=record.get_absolute_url())

    assert option.text == "What I read about"
    assert "selected" in option.attributes


@pytest.mark.parametrize(
    "topic", ["/guides/x/", "/treatments/none/", "/admin/", "//evil.example/", "<script>", "é" * 300]
)
def test_what_is_no_topic_is_passed_over(client, desk_clinic, topic):
    page = Page(client.get("/consultation/", {"topic": topic}).content)

    assert len(options(page, "topic")) == 6
    assert "script>" not in page.one("select", name="topic").text


def test_a_draft_is_no_topic(client, desk_clinic):
    draft = factories.make_treatment(status="draft", title="Not yet")

    assert "Not yet" not in client.get("/consultation/", {"topic": f"/treatments/{draft.slug}/"}).content.decode()


def test_a_request_is_stored_with_all_that_was_said(client, desk_clinic):
    treatment = factories.make_treatment(title="Stimulation")
    south = desk_clinic.locations.get(name="South")

    response = send(
        client,
        best_time="0900-1200",
        place=str(south.pk),
        clinician=f"{desk_clinic.slug}-ben",
        topic=treatment.get_absolute_url(),
    )

    stored = ConsultationRequest.objects.get()
    details = stored.details
    assert response.status_code == 302
    assert (details.name, details.email, details.note) == (NAME, EMAIL, NOTE)
    assert details.same_phone == PHONE
    assert (details.voicemail, details.patient) == ("Yes", "I have not been here before")
    assert (details.best_time, details.place, details.topic) == ("9 am to 12 noon", "South", "Stimulation")
    assert details.clinician == "Ben, Spine surgeon"
    assert (stored.clinic, stored.location, stored.status) == (desk_clinic, south, "new")
    assert (stored.consent_version, "deleted 90 days after" in details.consent) == ("2026-11", True)
    assert stored.call_by.isoformat() == "2026-11-19T17:00:00+00:00"  # the window ends at noon in New York


def test_telehealth_is_a_place_without_an_address(client, desk_clinic):
    send(client, place="telehealth")

    stored = ConsultationRequest.objects.get()
    assert (stored.details.place, stored.location) == ("By video or phone", None)


def test_what_is_empty_is_named_at_the_top_and_at_its_field(client, desk_clinic):
    response = send(client, name="", phone=" ", voicemail=None, patient=None, email="", consent=None, note="")

    page = Page(response.content)
    summary = page.one(class_="error-summary")
    links = [link for link in page.find("a") if summary in link.parents]
    assert response.status_code == 422
    assert {link.attributes["href"] for link in links} == {
        *("#id_name", "#id_phone", "#id_voicemail_0", "#id_patient_0", "#id_consent"),
    }
    for link in links:
        target = page.one(id=link.attributes["href"][1:])
        group = next((parent for parent in target.parents if parent.tag == "fieldset"), target)
        error_id = group.attributes["aria-describedby"].split()[-1]
        assert link.text in page.one(id=error_id).text
    assert not ConsultationRequest.objects.exists()


def test_the_summary_takes_the_focus_without_a_script(client, desk_clinic):
    summary = Page(send(client, name="").content).one(class_="error-summary")

    assert summary.attributes["role"] == "alert"
    assert {"autofocus", "tabindex"} <= summary.attributes.keys()


def test_nothing_typed_is_lost_when_something_is_wrong(client, desk_clinic):
    response = send(client, phone="123", best_time="0900-1200", patient="existing", topic="Something else")

    page = Page(response.content)
    assert page.one("input", name="name").attributes["value"] == NAME
    assert page.one("input", name="phone").attributes["value"] == "123"
    assert page.one("input", name="email").attributes["value"] == EMAIL
    assert page.one("textarea", name="note").text.strip() == NOTE
    for name, value in (("best_time", "0900-1200"), ("patient", "existing"), ("voicemail", "yes")):
        assert "checked" in page.one("input", name=name, value=value).attributes
    assert "checked" in page.one("input", name="consent").attributes
    assert "selected" in page.one("option", value="Something else").attributes


def test_the_answer_leads_to_a_page_of_its_own_without_anything_typed(client, desk_clinic):
    response = send(client)

    reference = ConsultationRequest.objects.get().reference
    assert response.status_code == 302
    assert response["Location"].startswith(f"/consultation/sent/{reference}:")


@pytest.mark.parametrize("method", ["get", "head"])
def test_no_cookie_no_cache_no_vary(client, desk_clinic, method):
    sent = getattr(client, method)(send(client)["Location"])
    for response in (getattr(client, method)("/consultation/"), send(client, name=""), send(client), sent):
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()


def test_djangos_own_check_does_not_ask_for_a_cookie(desk_clinic):
    assert send(Client(SERVER_NAME="localhost", enforce_csrf_checks=True)).status_code == 302


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client, desk_clinic, method):
    assert getattr(client, method)("/consultation/").status_code == 405


def test_phones_hours_and_places_stay_below_the_form(client, desk_clinic):
    page = page_of(client)

    assert page.one("table", class_="hours").order > page.one("form", class_="form").order
    assert "North" in page.one("section", **{"aria-labelledby": "places"}).text


def test_the_form_costs_few_queries(client, desk_clinic, django_assert_max_num_queries):
    treatment = factories.make_treatment()
    with django_assert_max_num_queries(8):
        client.get("/consultation/", {"topic": treatment.get_absolute_url()})


def test_a_choice_that_staff_took_away_meanwhile_is_asked_again(client, desk_clinic):
    data = form_data(clinician=f"{desk_clinic.slug}-ben")
    desk_clinic.clinicians.create(name="Cleo", slug="cleo", role="Nurse")
    desk_clinic.clinicians.filter(slug=f"{desk_clinic.slug}-ben").delete()

    response = client.post("/consultation/", data)

    assert response.status_code == 422
    assert "Choose one of the people shown." in response.content.decode()
