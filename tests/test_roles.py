"""Every admin-only address, as each role."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse

from fbss_site.records.registry import record_models

from . import factories, staff

SIGN_IN, FORBIDDEN, SHOWN = "sign in", "forbidden", "shown"
READING = {"changelist", "change", "history"}
PREVIEWING = {*READING, "preview"}

TEXTS = {model._meta.label_lower for model in record_models()}
SHELF = {"citations.citation", "glossary.term"}
CLINIC_OWN = {"clinics.location", "clinics.clinician", "treatments.offering", "home.homesection"}
CLINIC = {"clinics.clinic"}
# Django's own, and apps whose tests say who opens their part of the admin.
ELSEWHERE = {"auth", "consultations", "feedback", "search"}
OURS = TEXTS | SHELF | CLINIC_OWN | CLINIC

# What each role may open, by kind of row; what is not here is forbidden.
OPEN = {
    staff.EDITORS: [
        (TEXTS, {*PREVIEWING, "add"}),
        (SHELF, {*READING, "add"}),
        ({"clinics.clinician"}, READING),
    ],
    staff.PUBLISHERS: [
        (TEXTS, {*PREVIEWING, "add", "delete"}),
        (SHELF, {*READING, "add", "delete"}),
        ({"clinics.clinician"}, READING),
    ],
    staff.CLINIC_MANAGERS: [
        (TEXTS, PREVIEWING),
        (CLINIC_OWN, {*READING, "add", "delete"}),
        (CLINIC, {*READING, "add"}),
    ],
    staff.SUPERUSER: [(OURS, {*READING, "add", "delete"}), (TEXTS, {"preview"})],
}
# Whose form can be sent, not only read.
WRITING = {
    staff.EDITORS: TEXTS | SHELF,
    staff.PUBLISHERS: TEXTS | SHELF,
    staff.CLINIC_MANAGERS: CLINIC_OWN | CLINIC,
    staff.SUPERUSER: OURS,
}


@pytest.fixture
def rows(clinic):
    """One row of every model that has an admin of ours; records are drafts."""
    clinician = factories.make_clinician(clinic=clinic)
    location = factories.make_location(clinic=clinic)
    group = factories.make_group(status="draft")
    treatment = factories.make_treatment(group=group, status="draft")
    made = [
        *(clinic, clinician, location, group, treatment),
        factories.make_citation(),
        factories.make_term(),
        factories.make_condition(status="draft"),
        factories.make_symptom(status="draft"),
        factories.make_cause(status="draft"),
        factories.make_test(status="draft"),
        factories.make_care_card(status="draft"),
        factories.make_outcome(treatment=treatment, status="draft"),
        factories.make_page(status="draft"),
        factories.make_offering(clinic=clinic, treatment=treatment),
        factories.make_home_section(clinic=clinic),
    ]
    return {row._meta.label_lower: row for row in made}


def outcome(response):
    if response.status_code == 302 and response.url.startswith(reverse("admin:login")):
        return SIGN_IN
    return {200: SHOWN, 403: FORBIDDEN}[response.status_code]


def expected(role, label, page):
    if role in {staff.ANONYMOUS, staff.PLAIN_USER}:
        return SIGN_IN
    opened = any(label in labels and page in pages for labels, pages in OPEN.get(role, ()))
    return SHOWN if opened else FORBIDDEN


def test_rows_cover_every_admin_of_ours(rows):
    registered = {model._meta.label_lower for model in admin.site._registry if model._meta.app_label not in ELSEWHERE}

    assert registered == rows.keys() == OURS


@pytest.mark.parametrize("role", staff.ROLES)
def test_each_page_opens_for_whom_it_should(rows, role):
    client = staff.sign_in(role)
    pages = [
        (label, page, row if page not in {"changelist", "add"} else type(row))
        for label, row in rows.items()
        for page in ("changelist", "add", "change", "delete", "history", *(["preview"] if label in TEXTS else []))
    ]

    seen = {(label, page): outcome(client.get(staff.admin_url(page, target))) for label, page, target in pages}

    assert seen == {(label, page): expected(role, label, page) for label, page, _ in pages}


@pytest.mark.parametrize("role", staff.ROLES)
def test_each_form_can_be_sent_by_whom_it_should(rows, role):
    client = staff.sign_in(role)

    seen = {label: outcome(client.post(staff.admin_url("change", row), {})) for label, row in rows.items()}

    outside = SIGN_IN if role in {staff.ANONYMOUS, staff.PLAIN_USER} else FORBIDDEN
    assert seen == {label: SHOWN if label in WRITING.get(role, ()) else outside for label in rows}


@pytest.mark.parametrize("role", [role for role in staff.ROLES if role not in {staff.PUBLISHERS, staff.SUPERUSER}])
def test_nobody_else_deletes_a_record(rows, role):
    client = staff.sign_in(role)

    for label in TEXTS:
        client.post(staff.admin_url("delete", rows[label]), {"post": "yes"})

    assert all(type(rows[label]).objects.filter(pk=rows[label].pk).exists() for label in TEXTS)


@pytest.mark.parametrize("role", staff.ROLES)
@pytest.mark.parametrize("name", ["index", "password_change", "jsi18n", "autocomplete"])
def test_the_rest_of_the_admin_asks_for_staff(clinic, role, name):
    response = staff.sign_in(role).get(reverse(f"admin:{name}"))

    if role in {staff.ANONYMOUS, staff.PLAIN_USER}:
        assert outcome(response) == SIGN_IN
    else:
        # Without the name of a field there is nothing to complete.
        assert response.status_code == (403 if name == "autocomplete" else 200)


@pytest.mark.parametrize("role", staff.ROLES)
@pytest.mark.parametrize("name", ["markdownx_markdownify", "markdownx_upload"])
def test_the_editor_answers_those_who_write(clinic, role, name):
    response = staff.sign_in(role).post(reverse(name), {"content": "Text"})

    # Without a picture an upload is refused with a sentence.
    answer = {"markdownx_markdownify": 200, "markdownx_upload": 400}[name]
    assert response.status_code == (answer if role in WRITING else 403)


@pytest.mark.parametrize("change", [{"is_staff": False}, {"is_active": False}], ids=["not staff", "has left"])
@pytest.mark.parametrize("name", ["markdownx_markdownify", "markdownx_upload"])
def test_the_editor_answers_only_those_who_still_are_staff(clinic, name, change):
    client = staff.sign_in(staff.EDITORS)
    User.objects.update(**change)

    assert client.post(reverse(name), {"content": "Text"}).status_code == 403


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
@pytest.mark.parametrize("role", [staff.EDITORS, staff.PUBLISHERS])
def test_every_relation_of_a_record_can_be_searched_by_its_editors(clinic, role, model):
    client = staff.sign_in(role)
    fields = admin.site._registry[model].get_autocomplete_fields(None)
    names = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}

    seen = {
        name: client.get(reverse("admin:autocomplete"), {**names, "field_name": name, "term": ""}).status_code
        for name in fields
    }

    assert seen == dict.fromkeys(fields, 200)
    assert "reviewed_by" in seen


@pytest.mark.parametrize("label", ["home.homesection", "treatments.offering"])
def test_every_relation_of_a_clinics_rows_can_be_searched_by_its_managers(clinic, label):
    client = staff.sign_in(staff.CLINIC_MANAGERS)
    model = apps.get_model(label)
    fields = admin.site._registry[model].autocomplete_fields
    names = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}

    seen = {
        name: client.get(reverse("admin:autocomplete"), {**names, "field_name": name, "term": ""}).status_code
        for name in fields
    }

    assert seen == dict.fromkeys(fields, 200)


def test_the_groups_are_made_where_they_are_missing(db):
    Group.objects.all().delete()

    call_command("migrate", verbosity=0)

    groups = {staff.EDITORS, staff.PUBLISHERS, staff.CLINIC_MANAGERS, "Front desk"}
    assert {group.name for group in Group.objects.all()} == groups


def test_a_group_that_someone_changed_stays_changed(db):
    editors = Group.objects.get(name=staff.EDITORS)
    editors.permissions.clear()

    call_command("migrate", verbosity=0)

    assert not editors.permissions.exists()


def test_only_publishers_get_the_right_to_publish(db):
    holders = Group.objects.filter(permissions__codename__startswith="publish_").distinct()

    assert [group.name for group in holders] == [staff.PUBLISHERS]
