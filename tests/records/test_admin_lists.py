"""The lists of records in the admin: columns, search, filters and what is done to many at once."""

import datetime

import pytest
from django.utils import timezone

from conditions.models import Symptom
from fbss_site.records.registry import record_models
from tests import factories, staff
from tests.html import Page

LAST_YEAR = datetime.date(2021, 1, 1)
LONG_AGO = datetime.date(2020, 1, 1)


def listed(client, model, **query):
    return set(client.get(staff.admin_url("changelist", model), query).context["cl"].result_list)


def test_a_record_is_found_by_its_other_name(editor):
    wanted, _ = factories.make_symptom(also_known_as=["Numb saddle"]), factories.make_symptom()

    assert listed(editor, Symptom, q="saddle") == {wanted}


def test_records_awaiting_review_and_due_for_one_can_be_listed(editor, clinic):
    reviewer = factories.make_clinician(clinic=clinic, may_review=True)
    signed = {"reviewed_by": reviewer, "last_reviewed": LONG_AGO}
    awaiting = factories.make_symptom()
    due = factories.make_symptom(**signed, next_review=LAST_YEAR)
    later = factories.make_symptom(**signed, next_review=datetime.date(2999, 1, 1))

    assert listed(editor, Symptom, review="awaiting") == {awaiting}
    assert listed(editor, Symptom, review="due") == {due}
    assert listed(editor, Symptom, review="signed") == {due, later}


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_every_filter_and_column_of_a_list_works(editor, model):
    page = editor.get(staff.admin_url("changelist", model), {"q": "x", "o": "1.2.3.4.5", "status__exact": "draft"})

    assert page.status_code == 200
    assert page.context["cl"].has_filters


def test_a_list_shows_what_a_nurse_looks_for(editor, clinic):
    reviewer = factories.make_clinician(clinic=clinic, name="Ada Sample", may_review=True)
    factories.make_symptom(urgency="emergency", reviewed_by=reviewer, last_reviewed=LONG_AGO)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    factories.make_symptom(publish_at=tomorrow)

    page = editor.get(staff.admin_url("changelist", Symptom)).content.decode()

    for words in ("Emergency: get help now", "Ada Sample, Jan. 1, 2020", "Awaiting review", "Published, not shown now"):
        assert words in page


def test_a_list_links_to_the_page_of_a_public_record_and_to_the_preview_of_another(editor):
    public, draft = factories.make_symptom(), factories.make_symptom(status="draft")

    page = Page(editor.get(staff.admin_url("changelist", Symptom)).content)

    links = {link.attributes["href"]: link.text for link in page.find("a")}
    assert links[public.get_absolute_url()] == f"View on site: {public}"
    assert links[staff.admin_url("preview", draft)] == f"Preview: {draft}"


@pytest.mark.parametrize("make", [factories.make_treatment, factories.make_outcome, factories.make_symptom])
def test_a_longer_list_takes_no_more_queries(clinic, django_assert_num_queries, make):
    client = staff.sign_in(staff.SUPERUSER)
    reviewed = {"reviewed_by": factories.make_clinician(clinic=clinic, may_review=True), "last_reviewed": LONG_AGO}
    url = staff.admin_url("changelist", type(make(**reviewed)))
    with django_assert_num_queries(100, exact=False) as few:
        client.get(url)
    for _ in range(8):
        make(**reviewed)

    with django_assert_num_queries(len(few)):
        client.get(url)


def act(client, action, *records):
    data = {"action": action, "_selected_action": [record.pk for record in records], "index": "0"}
    return client.post(staff.admin_url("changelist", type(records[0])), data, follow=True)


def test_many_records_are_published_and_the_incomplete_one_is_named(publisher):
    whole = factories.make_symptom(status="draft")
    incomplete = factories.make_symptom(status="draft", title="Cold feet", what_to_do="")

    response = act(publisher, "publish_selected", incomplete, whole)

    assert set(Symptom.objects.published()) == {whole}
    page = response.content.decode()
    assert "“Cold feet” stays as it was: Write “What to do” before you publish." in page
    assert "Records that are now published: 1." in page


def test_publishing_many_leaves_the_date_of_a_public_one(publisher):
    symptom = factories.make_symptom()
    Symptom.objects.update(changed_on=LONG_AGO)

    act(publisher, "publish_selected", symptom)

    symptom.refresh_from_db()
    assert symptom.changed_on == LONG_AGO


def test_withdrawing_many_leaves_drafts_alone(publisher):
    public, draft = factories.make_symptom(), factories.make_symptom(status="draft")

    act(publisher, "withdraw_selected", public, draft)

    assert set(Symptom.objects.values_list("pk", "status")) == {(public.pk, "withdrawn"), (draft.pk, "draft")}


@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected"])
def test_an_editor_has_no_bulk_action(editor, action):
    public, draft = factories.make_symptom(), factories.make_symptom(status="draft")

    act(editor, action, public, draft)

    assert set(Symptom.objects.values_list("pk", "status")) == {(public.pk, "published"), (draft.pk, "draft")}
