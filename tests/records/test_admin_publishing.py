"""How staff write, publish, change and withdraw a record, and who may."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from conditions.models import Cause, Symptom
from fbss_site.records.uploads import ALT_PROMPT
from tests import factories, staff
from tests.html import Page

LONG_AGO = datetime.date(2020, 1, 1)


def change(client, record, button="_save", **changes):
    return staff.send_form(client, staff.admin_url("change", record), button, **changes)


def buttons(response):
    return [element.attributes["value"] for element in Page(response.content).find("input", type="submit")][:3]


def test_a_new_record_is_written_and_published_at_once(publisher, client):
    texts = dict.fromkeys(("feels_like", "may_point_to", "what_to_do", "get_help_sooner"), "Plain words.")
    values = {"title": "Cold feet", "slug": "cold-feet", "summary": "Feet that stay cold.", "urgency": "routine"}

    response = staff.send_form(publisher, staff.admin_url("add", Symptom), "_publish", **values, **texts)

    assert response.status_code == 302
    assert "Feet that stay cold." in client.get("/symptoms/cold-feet/").content.decode()


def test_a_draft_may_lack_its_texts_and_no_patient_sees_it(editor, client):
    values = {"title": "Cold feet", "slug": "cold-feet", "urgency": "routine"}

    response = staff.send_form(editor, staff.admin_url("add", Symptom), "_save_draft", **values)

    assert response.status_code == 302
    assert Symptom.objects.get().status == Symptom.Status.DRAFT
    assert client.get("/symptoms/cold-feet/").status_code == 404


def test_publishing_says_at_each_field_what_is_missing(publisher):
    symptom = factories.make_symptom(status="draft", summary="", what_to_do="")

    response = change(publisher, symptom, "_publish")

    errors = staff.errors_of(response)
    assert errors.keys() == {"summary", "what_to_do"}
    assert "Write “What to do” before you publish." in errors["what_to_do"]


def test_a_refused_publication_writes_nothing_and_loses_nothing(publisher):
    symptom = factories.make_symptom(status="draft", title="Before", what_to_do="")

    response = change(publisher, symptom, "_publish", title="After")

    assert staff.form_values(Page(response.content))["title"] == "After"
    symptom.refresh_from_db()
    assert (symptom.title, symptom.status) == ("Before", "draft")
    assert "Patients do not see this record now." in response.content.decode()


def test_a_treatment_says_how_sure_anyone_is_before_it_is_public(publisher):
    treatment = factories.make_treatment(status="draft", certainty="", evidence_population="")

    response = change(publisher, treatment, "_publish")

    assert {"certainty", "evidence_population"} <= staff.errors_of(response).keys()


def test_an_unknown_citation_is_named_at_its_field(editor):
    symptom = factories.make_symptom(status="draft")

    response = change(editor, symptom, "_save_draft", may_point_to="As shown. [@nobody1999]")

    assert "There is no citation “nobody1999”." in staff.errors_of(response)["may_point_to"]


def test_a_picture_that_nobody_described_is_not_published(publisher):
    symptom = factories.make_symptom(status="draft", what_to_do=f"Lie down. ![{ALT_PROMPT}](/media/pictures/a.png)")

    response = change(publisher, symptom, "_publish")

    assert "Describe the picture" in staff.errors_of(response)["what_to_do"]


def test_a_changed_sentence_of_a_published_record_shows_at_once(publisher, client):
    symptom = factories.make_symptom(slug="cold-feet")

    change(publisher, symptom, "_publish", what_to_do="Put on warm socks.")

    assert "Put on warm socks." in client.get("/symptoms/cold-feet/").content.decode()


@pytest.mark.parametrize("button", ["_publish", "_save", "_continue"])
def test_saving_a_published_record_keeps_it_published(publisher, button):
    symptom = factories.make_symptom()

    change(publisher, symptom, button, title="Another title")

    symptom.refresh_from_db()
    assert (symptom.title, symptom.status) == ("Another title", "published")


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_saving_without_a_button_keeps_the_state(editor, status):
    symptom = factories.make_symptom(status=status)

    change(editor, symptom, title="Another title")

    symptom.refresh_from_db()
    assert (symptom.title, symptom.status) == ("Another title", status)


def test_a_changed_record_is_dated_and_an_unchanged_one_is_not(publisher):
    changed, untouched = factories.make_symptom(may_point_to="One.\n\nTwo."), factories.make_symptom()
    Symptom.objects.update(changed_on=LONG_AGO)

    change(publisher, changed, "_publish", title="Another title")
    change(publisher, untouched, "_publish")

    changed.refresh_from_db()
    untouched.refresh_from_db()
    assert (changed.changed_on, untouched.changed_on) == (timezone.localdate(), LONG_AGO)


def test_an_untouched_text_is_not_called_changed(publisher):
    symptom = factories.make_symptom(may_point_to="One.\n\nTwo.")

    change(publisher, symptom, "_publish", may_point_to="One.\r\n\r\nTwo.", title="Another title")

    assert LogEntry.objects.get().get_change_message() == "Changed Title."


def test_a_record_goes_to_review(editor):
    symptom = factories.make_symptom(status="draft")

    change(editor, symptom, "_send_to_review")

    symptom.refresh_from_db()
    assert symptom.status == "in-review"


def test_a_withdrawn_record_leaves_the_site(publisher, client):
    symptom = factories.make_symptom(slug="cold-feet")

    change(publisher, symptom, "_withdraw")

    assert client.get("/symptoms/cold-feet/").status_code == 404


def test_the_history_says_who_published(publisher):
    symptom = factories.make_symptom(status="draft")

    change(publisher, symptom, "_publish")

    assert "Status: Published." in publisher.get(staff.admin_url("history", symptom)).content.decode()
    assert {entry.user.username for entry in LogEntry.objects.all()} == {"Publishers"}


def test_relations_are_saved_with_the_record(editor):
    cause, condition = factories.make_cause(), factories.make_condition(status="draft")

    change(editor, condition, "_save_draft", causes=[cause.pk])

    assert list(condition.causes.all()) == [cause]


def test_a_record_made_in_a_pop_up_goes_back_to_its_opener(editor):
    url = f"{staff.admin_url('add', Cause)}?_popup=1"

    response = staff.send_form(editor, url, "_save_draft", title="Cold", slug="cold", phase="after")

    assert response.templates[0].name == "admin/popup_response.html"


def test_an_editor_reads_a_published_record_and_is_told_why_it_is_locked(editor):
    response = editor.get(staff.admin_url("change", factories.make_symptom()))

    assert "what patients see is changed only by staff who may publish" in response.content.decode()
    assert not Page(response.content).find("textarea")
    assert not Page(response.content).find("input", name="_publish")


@pytest.mark.parametrize("button", ["_save", "_save_draft", "_send_to_review", "_publish", "_withdraw"])
def test_an_editor_cannot_change_what_patients_see(editor, button):
    symptom = factories.make_symptom(title="Before")

    response = editor.post(staff.admin_url("change", symptom), {"title": "After", button: "1"})

    symptom.refresh_from_db()
    assert response.status_code == 403
    assert (symptom.title, symptom.status) == ("Before", "published")


@pytest.mark.parametrize("button", ["_publish", "_withdraw"])
def test_an_editor_cannot_publish_or_withdraw(editor, button):
    symptom = factories.make_symptom(status="draft")

    response = change(editor, symptom, button)

    symptom.refresh_from_db()
    assert response.status_code == 403
    assert symptom.status == "draft"


def test_an_editor_cannot_add_a_published_record(editor):
    response = staff.send_form(editor, staff.admin_url("add", Symptom), "_publish", title="Cold", slug="cold")

    assert response.status_code == 403
    assert not Symptom.objects.exists()


def test_each_role_sees_the_buttons_it_may_press(editor, publisher):
    draft, public = factories.make_symptom(status="draft"), factories.make_symptom()

    assert buttons(editor.get(staff.admin_url("change", draft)))[:2] == ["Save draft", "Send to review"]
    assert "Publish" not in buttons(editor.get(staff.admin_url("change", draft)))
    assert buttons(publisher.get(staff.admin_url("change", draft))) == ["Save draft", "Send to review", "Publish"]
    assert buttons(publisher.get(staff.admin_url("change", public)))[:2] == ["Publish changes", "Withdraw"]


def test_a_record_that_was_published_meanwhile_is_not_withdrawn_unseen(publisher):
    symptom = factories.make_symptom(title="Before")
    values = staff.form_values(Page(publisher.get(staff.admin_url("change", symptom)).content))

    response = publisher.post(staff.admin_url("change", symptom), {**values, "title": "After", "_save_draft": "1"})

    symptom.refresh_from_db()
    assert "Someone else changed the state of this record" in staff.errors_of(response)["__all__"]
    assert (symptom.title, symptom.status) == ("Before", "published")
