import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from conditions.models import CareCard, Symptom
from fbss_site.records import publishing
from fbss_site.records.fields import body_fields
from fbss_site.records.registry import record_models
from fbss_site.records.uploads import ALT_PROMPT
from tests.factories import make_care_card, make_clinician, make_page, make_symptom, make_treatment

pytestmark = pytest.mark.django_db


def refusal(change, record):
    before = type(record).objects.filter(pk=record.pk).values().first()
    with pytest.raises(ValidationError) as refused:
        change(record)
    assert type(record).objects.filter(pk=record.pk).values().first() == before
    return refused.value.message_dict


def test_publishing_dates_the_record():
    symptom = make_symptom(status="draft")

    publishing.publish(symptom)

    symptom.refresh_from_db()
    assert symptom.status == "published"
    assert symptom.changed_on == timezone.localdate()
    assert timezone.now() - symptom.published_at < datetime.timedelta(minutes=1)


def test_publishing_again_keeps_the_first_date():
    symptom = make_symptom()
    first = symptom.published_at = timezone.now() - datetime.timedelta(days=400)
    symptom.save()

    publishing.withdraw(symptom)
    publishing.publish(symptom)

    symptom.refresh_from_db()
    assert symptom.published_at == first
    assert symptom.changed_on == timezone.localdate()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (publishing.withdraw, "withdrawn"),
        (publishing.send_to_review, "in-review"),
        (publishing.back_to_draft, "draft"),
        (publishing.publish, "published"),
    ],
)
def test_each_change_of_state_is_saved(change, status):
    symptom = make_symptom()

    change(symptom)

    symptom.refresh_from_db()
    assert symptom.status == status


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_an_empty_record_is_told_every_part_that_it_lacks(model):
    missing = publishing.missing_parts(model())

    needed = {
        field.name: f"Write “{field.heading}” before you publish." for field in body_fields(model) if field.needed
    }
    if model is not CareCard:
        needed["summary"] = "Write the “In short” sentences before you publish."
    assert missing == needed


@pytest.mark.parametrize("blank", ["", "  \n"])
def test_a_record_that_lacks_parts_is_not_published(blank):
    symptom = make_symptom(status="draft", summary=blank, what_to_do=blank)

    assert refusal(publishing.publish, symptom) == {
        "summary": ["Write the “In short” sentences before you publish."],
        "what_to_do": ["Write “What to do” before you publish."],
    }


def test_a_card_needs_no_summary():
    assert make_care_card(summary="").status == "published"


def test_a_draft_may_be_unfinished():
    assert make_symptom(status="draft", summary="", what_to_do="").pk


def test_a_picture_without_its_description_is_not_published():
    page = make_page(status="draft", body=f"![{ALT_PROMPT}](/media/pictures/a.png)")

    assert refusal(publishing.publish, page) == {
        "body": [f"Describe the picture: replace “{ALT_PROMPT}” by what it shows."]
    }


def test_a_treatment_says_how_sure_anyone_is_before_it_is_published():
    treatment = make_treatment(status="draft", certainty="", evidence_population="")

    assert refusal(publishing.publish, treatment) == {
        "__all__": ["Say how sure anyone is, and who was studied, before you publish."]
    }


def test_all_that_stands_against_publishing_is_named_at_once():
    symptom = make_symptom(status="draft", summary="")
    symptom.feels_like, symptom.title = "[@nobody1999]", ""

    assert set(refusal(publishing.publish, symptom)) == {"summary", "feels_like", "title"}


def test_only_who_may_review_has_reviewed():
    symptom = make_symptom(status="draft")
    symptom.reviewed_by, symptom.last_reviewed = make_clinician(name="Rea Sample"), timezone.localdate()

    assert refusal(publishing.publish, symptom) == {
        "reviewed_by": ["Rea Sample is not marked as someone who may review content."]
    }

    symptom.reviewed_by.may_review = True
    publishing.publish(symptom)


def test_a_record_is_put_into_a_state_without_being_saved():
    symptom = make_symptom(status="draft")

    publishing.put_into(symptom, Symptom.Status.PUBLISHED)

    assert symptom.status == "published"
    assert Symptom.objects.get().status == "draft"


def test_fields_that_are_known_to_be_wrong_are_passed_over():
    symptom = Symptom(slug="a", title="", urgency="never", feels_like="[@nobody1999]")

    with pytest.raises(ValidationError) as refused:
        publishing.put_into(symptom, Symptom.Status.DRAFT, besides={"title", "feels_like"})

    assert list(refused.value.message_dict) == ["urgency"]


def test_record_with_a_fault_in_its_text_can_be_withdrawn():
    symptom = make_symptom()
    symptom.feels_like = "A claim whose source was deleted [@gone2001]."
    publishing.withdraw(symptom)
    symptom.refresh_from_db()
    assert symptom.status == "withdrawn"
