"""The checks as an editor meets them: beside the form while writing, and when publishing."""

import pytest
from django.core.exceptions import ValidationError

from conditions.models import Symptom
from fbss_site.records import publishing
from tests import factories, staff

CLAIM = "About 9 of 10 people are better after a week."


def ask(client, record, **changes):
    """What the checks say of the record's form with ``changes`` in it."""
    page = staff.Page(client.get(staff.admin_url("change", record)).content)
    values = {**staff.form_values(page), **changes}
    return client.post(staff.admin_url("check", record), values)


def test_the_checks_answer_while_someone_writes(editor):
    record = factories.make_symptom(status="draft")
    assert b"Nothing keeps this text from being published" in ask(editor, record).content
    answer = ask(editor, record, feels_like=CLAIM)
    assert b"These keep it from being published: 1" in answer.content
    assert b'href="#id_feels_like"' in answer.content
    record.refresh_from_db()
    assert CLAIM not in record.feels_like


def test_the_checks_answer_for_a_record_that_is_not_saved_yet(editor):
    url = staff.admin_url("add", Symptom).replace("/add/", "/check/")
    answer = editor.post(url, {"title": "New", "slug": "new", "urgency": "routine", "feels_like": CLAIM})
    assert answer.status_code == 200
    assert b"#id_feels_like" in answer.content
    assert not Symptom.objects.filter(slug="new").exists()


def test_what_the_checks_quote_is_escaped(editor):
    record = factories.make_symptom(status="draft")
    answer = ask(editor, record, feels_like="<script>alert(1)</script> 9 of 10 people are better.")
    assert b"<script>" not in answer.content


@pytest.mark.parametrize("role", ["anonymous", "plain user", "staff without permissions"])
def test_the_checks_answer_nobody_else(clinic, role):
    record = factories.make_symptom(status="draft")
    assert staff.sign_in(role).post(staff.admin_url("check", record), {}).status_code in (302, 403)


def test_a_claim_without_a_source_is_not_published(publisher):
    record = factories.make_symptom(status="draft")
    response = staff.send_form(publisher, staff.admin_url("change", record), "_publish", feels_like=CLAIM)
    assert "Name the source of this figure" in staff.errors_of(response)["feels_like"]
    record.refresh_from_db()
    assert record.status == "draft"


@pytest.mark.django_db
def test_publishing_from_code_is_refused_as_well():
    record = factories.make_symptom(status="draft")
    record.feels_like = CLAIM
    with pytest.raises(ValidationError) as refused:
        publishing.publish(record)
    assert "feels_like" in refused.value.message_dict
    record.refresh_from_db()
    assert record.status == "draft"
