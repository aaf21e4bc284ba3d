import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from fbss_site.consultations.models import ConsultationRequest, OutboxMessage, StaffMembership

from .conftest import WEDNESDAY
from .factories import make_front_desk, make_request

MESSAGES = {
    "request_once": "This request is there already.",
    "request_closed_when_done": "A closed request has the time when it was closed, an open one has none.",
    "message_once": "This e-mail is there already.",
    "membership_once": "This person works for this clinic already.",
}


def changed(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


def second_of_same_content(clinic):
    make_request(clinic=clinic, content_mark="same")
    return changed(make_request(clinic=clinic), content_mark="same")


def closed_without_a_time(clinic):
    return changed(make_request(clinic=clinic), status="closed")


def open_with_a_time(clinic):
    return changed(make_request(clinic=clinic), closed_at=WEDNESDAY)


def second_message(clinic):
    values = {"kind": "waiting", "site": "http://localhost", "created_at": WEDNESDAY, "next_try_at": WEDNESDAY}
    first = OutboxMessage.objects.create(request=make_request(clinic=clinic), **values)
    return OutboxMessage(request=first.request, **values)


def second_membership(clinic):
    return StaffMembership(user=make_front_desk(clinic), clinic=clinic)


BROKEN = [
    ("request_once", second_of_same_content),
    ("request_closed_when_done", closed_without_a_time),
    ("request_closed_when_done", open_with_a_time),
    ("message_once", second_message),
    ("membership_once", second_membership),
]


def test_every_constraint_is_covered():
    models = (ConsultationRequest, OutboxMessage, StaffMembership)
    names = {constraint.name for model in models for constraint in model._meta.constraints}
    assert names == MESSAGES.keys() == {name for name, _ in BROKEN}


@pytest.mark.parametrize(("name", "build"), BROKEN)
def test_breaking_it_is_answered_in_a_sentence_and_held_by_the_database(desk_clinic, name, build):
    row = build(desk_clinic)
    [constraint] = [one for one in type(row)._meta.constraints if one.name == name]

    with pytest.raises(ValidationError) as refused:
        constraint.validate(type(row), row)
    assert refused.value.messages == [MESSAGES[name]]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_two_requests_without_a_mark_are_two(desk_clinic):
    make_request(clinic=desk_clinic)
    make_request(clinic=desk_clinic)

    assert ConsultationRequest.objects.filter(content_mark="").count() == 2


def test_a_clinic_with_requests_cannot_be_deleted(desk_clinic):
    make_request(clinic=desk_clinic)

    with pytest.raises(ProtectedError):
        desk_clinic.delete()


def test_a_place_or_a_colleague_that_goes_takes_no_request_along(desk_clinic, desk_user):
    make_request(clinic=desk_clinic, location=desk_clinic.locations.first(), assigned_to=desk_user)
    desk_clinic.locations.all().delete()
    desk_user.delete()

    request = ConsultationRequest.objects.get()
    assert (request.location, request.assigned_to) == (None, None)
