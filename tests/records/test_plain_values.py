import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from conditions.models import Symptom
from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinic, Clinician, OpeningHours
from fbss_site.library.shapes import CITATION, CLINIC, TERM
from fbss_site.records.files import front_names
from fbss_site.records.plain_values import find_row, find_rows, from_plain, to_plain
from fbss_site.records.registry import record_models
from tests.factories import make_clinic, make_clinician, make_condition, make_location, make_outcome, make_symptom
from treatments.models import Offering, Outcome

SHAPES = [CITATION, TERM, CLINIC, *CLINIC.parts.values()]
FIELDS = sorted(
    {
        field
        for model, names in [
            *((shape.model, shape.names) for shape in SHAPES),
            *((model, front_names(model)) for model in record_models()),
        ]
        for field in map(model._meta.get_field, names)
        if not field.is_relation
    },
    key=str,
)

plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(datetime.UTC))
    | st.binary(max_size=3)
    | st.sets(st.integers(), max_size=2)
    | st.lists(st.none() | st.text(max_size=5) | st.booleans() | st.dictionaries(st.text(), st.text()), max_size=3)
    | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)
    | st.sampled_from(["", "2026-02-31", "25:00", "08:30", "Monday", "nan", "inf", "1e999", "draft", "911"])
)


def field_of(model, name):
    return model._meta.get_field(name)


def refusal(field, raw):
    with pytest.raises(ValidationError) as refused:
        from_plain(field, raw)
    return " ".join(refused.value.messages)


@given(st.sampled_from(FIELDS), plain)
@examples(max_examples=800)
def test_any_plain_value_is_taken_or_refused_in_words(field, raw):
    value, sentences = None, []
    try:
        value = from_plain(field, raw)
    except ValidationError as refused:
        sentences = refused.messages

    assert all(sentences)
    assert not isinstance(value, dict | set | bytes)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (field_of(Citation, "title"), "A study", "A study"),
        (field_of(Citation, "pmid"), 17845835, "17845835"),
        (field_of(Citation, "year"), 2007, 2007),
        (field_of(Citation, "year"), "2007", 2007),
        (field_of(Citation, "authors"), ["Kumar K", 7], ["Kumar K", "7"]),
        (field_of(Clinic, "is_default"), True, True),
        (field_of(Outcome, "with_treatment"), 48, Decimal(48)),
        (field_of(Outcome, "with_treatment"), 5.8, Decimal("5.8")),
        (field_of(OpeningHours, "weekday"), "Tuesday", 1),
        (field_of(OpeningHours, "opens"), "08:30", datetime.time(8, 30)),
        (field_of(Symptom, "changed_on"), datetime.date(2026, 3, 1), datetime.date(2026, 3, 1)),
        (field_of(Symptom, "changed_on"), "2026-03-01", datetime.date(2026, 3, 1)),
        (
            field_of(Symptom, "publish_at"),
            datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC),
            datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC),
        ),
        (field_of(Symptom, "publish_at"), "2026-03-01T08:00", datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC)),
    ],
)
def test_a_plain_value_becomes_the_fields_own(field, raw, value):
    assert from_plain(field, raw) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (field_of(Citation, "title"), ""),
        (field_of(Citation, "year"), None),
        (field_of(Citation, "authors"), []),
        (field_of(Clinic, "locale"), "en-US"),
        (field_of(Clinic, "retention_days"), 90),
        (field_of(Symptom, "publish_at"), None),
    ],
)
def test_what_is_not_named_is_empty_or_at_its_default(field, value):
    assert from_plain(field, None) == value


@pytest.mark.parametrize(
    ("field", "raw", "sentence"),
    [
        (field_of(Citation, "title"), False, "Put this text in quotes."),
        (field_of(Citation, "issue"), 1.1, "Put this text in quotes."),
        (field_of(Clinician, "at_a_glance"), [{"Trained": "in London"}], "Put this text in quotes."),
        (field_of(Clinician, "at_a_glance"), [None], "Put this text in quotes."),
        (field_of(Clinician, "at_a_glance"), "one", "Write a list, one item a line, each after a hyphen."),
        (field_of(Citation, "title"), ["one"], "Write one value here, not a list."),
        (field_of(Clinic, "is_default"), "yes", "Write true or false."),
        (field_of(OpeningHours, "opens"), 510, 'Write the time in quotes, as in "08:30".'),
        (field_of(OpeningHours, "weekday"), 1, "Write one of: Monday, Tuesday, Wednesday, Thursday, Friday"),
        (field_of(Citation, "year"), 2007.5, "must be an integer"),
        (field_of(Symptom, "changed_on"), 2026, "YYYY-MM-DD"),
        (field_of(Outcome, "with_treatment"), "half", "must be a decimal number"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_what_to_write(field, raw, sentence):
    assert sentence in refusal(field, raw)


@pytest.mark.django_db
def test_what_is_empty_or_at_its_default_is_left_out():
    clinic = make_clinic(tagline="", languages=[], retention_days=90, is_default=False)

    assert to_plain(clinic, ["tagline", "languages", "retention_days", "is_default", "locale"]) == {"locale": "en-US"}


@pytest.mark.django_db
def test_values_become_plain():
    outcome = make_outcome(with_treatment="48.0", without_treatment="9.5", slug="relief")
    clinic = make_clinic(phone="(312) 555-0142")
    hours = OpeningHours(clinic=clinic, weekday=6, opens=datetime.time(8, 30))
    outcome.refresh_from_db()

    assert to_plain(outcome, ["with_treatment", "without_treatment", "treatment", "citation"]) == {
        "with_treatment": 48,
        "without_treatment": 9.5,
        "treatment": outcome.treatment.slug,
        "citation": outcome.citation.key,
    }
    assert to_plain(clinic, ["phone"]) == {"phone": "+13125550142"}
    assert to_plain(hours, ["weekday", "opens"]) == {"weekday": "Sunday", "opens": "08:30"}


@pytest.mark.django_db
def test_relations_are_named_in_the_order_of_the_alphabet():
    symptoms = [make_symptom(slug=slug, position=at) for at, slug in enumerate(["fever", "chills", "ache"])]

    assert to_plain(make_condition(symptoms=symptoms), ["symptoms"]) == {"symptoms": ["ache", "chills", "fever"]}


@pytest.mark.django_db
def test_a_moment_is_written_in_universal_time():
    chicago = datetime.timezone(datetime.timedelta(hours=-6))
    symptom = make_symptom(publish_at=datetime.datetime(2026, 3, 1, 8, tzinfo=chicago))

    assert to_plain(symptom, ["publish_at"]) == {"publish_at": "2026-03-01T14:00:00+00:00"}


@pytest.mark.django_db
def test_a_row_is_found_by_its_name():
    symptom = make_symptom(slug="fever")

    assert find_row(Symptom, "fever") == symptom
    for stranger in ("chills", "", 7, True, ["fever"], {"fever": 1}, datetime.date(2026, 3, 1)):
        with pytest.raises(ValidationError, match="There is no symptom “"):
            find_row(Symptom, stranger)


@pytest.mark.django_db
def test_rows_that_are_missing_are_all_named():
    make_symptom(slug="fever")

    with pytest.raises(ValidationError) as refused:
        find_rows(Symptom, ["chills", "fever", "ache"])

    assert refused.value.messages == ["There is no symptom “chills”.", "There is no symptom “ache”."]


@pytest.mark.django_db
def test_a_list_of_names_is_a_list_that_says_each_once():
    make_symptom(slug="fever")

    with pytest.raises(ValidationError, match="Write a list, one item a line"):
        find_rows(Symptom, "fever")
    with pytest.raises(ValidationError, match="One of these is listed twice"):
        find_rows(Symptom, ["fever", "fever"])


@pytest.mark.django_db
def test_what_belongs_to_a_clinic_is_sought_there_only():
    clinic, other = make_clinic(), make_clinic()
    house = make_location(clinic=clinic, name="Main house")
    make_location(clinic=other, name="Main house")
    make_clinician(clinic=other, slug="rea")
    locations, clinicians = (field_of(Offering, name).related_model for name in ("locations", "clinicians"))

    assert find_rows(locations, ["Main house"], within=clinic) == [house]
    with pytest.raises(ValidationError, match="There is no clinician “rea”"):
        find_row(clinicians, "rea", within=clinic)
