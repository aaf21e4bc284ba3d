"""The form of a record in the admin, and its preview."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.test import RequestFactory

from conditions.models import Symptom
from fbss_site.records.registry import record_models
from tests import factories, staff
from tests.html import Page


def change(client, record, button="_save", **changes):
    return staff.send_form(client, staff.admin_url("change", record), button, **changes)


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_the_form_holds_every_field_in_reading_order(model):
    model_admin = admin.site._registry[model]
    fieldsets = model_admin.get_fieldsets(RequestFactory().get("/"))
    editable = [field.name for field in (*model._meta.fields, *model._meta.many_to_many) if field.editable]

    assert sorted(flatten_fieldsets(fieldsets)) == sorted([*set(editable) - {"id"}, "published_at"])
    headings = [heading for heading, _ in fieldsets]
    order = ("Title and address", "In short", "Key facts", "Text", "Related records", "Lists and schedule")
    assert headings == [*(heading for heading in order if heading in headings), "Clinical review"]


def test_the_address_is_filled_in_from_the_title_of_a_new_record_only(editor):
    scripts = [
        Page(editor.get(url).content).one("script", id="django-admin-prepopulated-fields-constants")
        for url in (
            staff.admin_url("add", Symptom),
            staff.admin_url("change", factories.make_symptom(status="draft")),
        )
    ]

    assert ["id_slug" in script.attributes["data-prepopulated-fields"] for script in scripts] == [True, False]


def test_the_address_of_a_page_that_was_public_stays(publisher):
    symptom = factories.make_symptom(slug="cold-feet")

    change(publisher, symptom, "_withdraw")
    change(publisher, symptom, "_save_draft", slug="warm-feet")

    symptom.refresh_from_db()
    assert symptom.slug == "cold-feet"


@pytest.mark.parametrize(("status", "shown"), [("published", True), ("draft", False), ("withdrawn", False)])
def test_view_on_site_is_offered_for_public_records_only(publisher, status, shown):
    symptom = factories.make_symptom(status=status)

    page = Page(publisher.get(staff.admin_url("change", symptom)).content)

    assert [link.attributes["href"] for link in page.find("a", class_="viewsitelink")] == (
        [symptom.get_absolute_url()] if shown else []
    )


def test_an_outcome_is_on_the_site_only_with_its_treatment(publisher):
    outcome = factories.make_outcome(treatment=factories.make_treatment(status="draft"))

    page = publisher.get(staff.admin_url("change", outcome)).content.decode()

    assert "Patients do not see this record now." in page


def test_the_card_on_every_page_is_said_to_be_seen(publisher):
    card = factories.make_care_card(urgency="emergency", site_wide=True)

    page = publisher.get(staff.admin_url("change", card)).content.decode()

    assert "Patients see this record." in page


RECORDS = {
    "care card": factories.make_care_card,
    "cause": factories.make_cause,
    "condition": factories.make_condition,
    "group": factories.make_group,
    "guide": factories.make_page,
    "outcome": factories.make_outcome,
    "symptom": factories.make_symptom,
    "test": factories.make_test,
    "treatment": factories.make_treatment,
}


@pytest.mark.parametrize("make", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("status", ["draft", "published"])
def test_staff_see_a_record_of_any_type_and_state_as_its_page(editor, make, status):
    record = make(status=status, title="A title of its own")

    response = editor.get(staff.admin_url("preview", record))

    assert Page(response.content).one("h1").text.strip() == "A title of its own"


def test_a_preview_is_never_kept(editor):
    response = editor.get(staff.admin_url("preview", factories.make_symptom(status="draft")))

    assert "no-store" in response["Cache-Control"]


def test_a_preview_marks_what_the_site_leaves_out(editor, client):
    symptom = factories.make_symptom(slug="cold-feet")
    Symptom.objects.update(what_to_do="Lie down. [@nobody1999]")

    assert "no citation “nobody1999”" in editor.get(staff.admin_url("preview", symptom)).content.decode()
    assert "nobody1999" not in client.get("/symptoms/cold-feet/").content.decode()


def test_a_preview_can_only_be_read(editor):
    assert editor.post(staff.admin_url("preview", factories.make_symptom(status="draft"))).status_code == 405


def test_the_preview_of_a_record_that_is_gone_is_not_found(editor):
    url = staff.admin_url("preview", factories.make_symptom(status="draft"))
    Symptom.objects.all().delete()

    assert editor.get(url).status_code == 404


def test_the_change_form_leads_to_the_preview(editor):
    condition = factories.make_condition(status="draft")

    page = Page(editor.get(staff.admin_url("change", condition)).content)

    assert page.one("a", class_="previewlink").attributes["href"] == staff.admin_url("preview", condition)
