"""A clinic with a front desk, people who ask it for a call, and staff who answer."""

import datetime
import itertools

from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.utils import timezone

from fbss_site.clinics.models import CallbackWindow, Holiday, OpeningHours
from fbss_site.consultations import keys, trust
from fbss_site.consultations.details import Details
from fbss_site.consultations.models import ConsultationRequest, RequestStep, StaffMembership
from fbss_site.consultations.roles import FRONT_DESK
from tests import factories

_numbers = itertools.count(1)
NAME, PHONE, EMAIL, NOTE = "Márta Exampleová", "+13125550199", "marta@example.com", "My neighbour answers."
PERSONAL = (NAME, "3125550199", "312-555-0199", "555-0199", EMAIL, NOTE)


def open_desk(clinic, *, weekdays=range(5), opens=9, closes=17):
    """Hours on weekdays, two windows, two people, two places and telehealth."""
    for weekday in weekdays:
        OpeningHours.objects.create(
            clinic=clinic, weekday=weekday, opens=datetime.time(opens), closes=datetime.time(closes)
        )
    for starts, ends in ((9, 12), (12, 17)):
        CallbackWindow.objects.create(clinic=clinic, starts=datetime.time(starts), ends=datetime.time(ends))
    for name in ("North", "South"):
        factories.make_location(clinic=clinic, name=name)
    for slug in ("ada", "ben"):
        factories.make_clinician(clinic=clinic, slug=f"{clinic.slug}-{slug}", name=slug.title())
    clinic.telehealth = "By video."
    clinic.notify_email = "desk@example.com"
    clinic.save()
    return clinic


def close_on(clinic, *days):
    for day in days:
        Holiday.objects.create(clinic=clinic, date=day, name="Closed")


def form_data(host="localhost", **changes):
    """What a browser sends of a form that was filled in well; None leaves a field out."""
    data = {
        "name": NAME,
        "phone": PHONE,
        "voicemail": "yes",
        "best_time": "",
        "patient": "new",
        "email": EMAIL,
        "place": "",
        "clinician": "",
        "topic": "",
        "note": NOTE,
        "consent": "on",
        "website": "",
        "token": trust.new_token(host, age=60),
        **changes,
    }
    return {name: value for name, value in data.items() if value is not None}


def send(client, *, host="localhost", address="198.51.100.7", headers=None, **changes):
    """Sends the form; the response, unfollowed."""
    sent = {"host": host, **(headers or {})}
    return client.post("/consultation/", form_data(host, **changes), headers=sent, REMOTE_ADDR=address)


def make_request(*, clinic, name=NAME, phone=PHONE, email=EMAIL, note="", steps=(), **fields):
    """A stored request, written as intake writes it."""
    number = next(_numbers)
    details = Details(
        name=name,
        phone=f"tel:{phone}",
        patient="I have not been here before",
        voicemail="Yes",
        best_time="",
        email=email,
        note=note,
        consent="I agree.",
    )
    now = timezone.now()
    values = {"reference": f"T{number:03}-TEST", "received_at": now, "consent_version": "2026-11", **fields}
    if values.get("status") in ConsultationRequest.DONE:
        values.setdefault("closed_at", now)
    request = ConsultationRequest(clinic=clinic, **values)
    request.write_details(details)
    request.save()
    for kind, text in steps:
        sealed = keys.seal({"note": text}) if text else ""
        RequestStep.objects.create(request=request, kind=kind, at=now, sealed_note=sealed)
    return request


def make_front_desk(*clinics, name="desk", **fields):
    """A member of the front desk of these clinics."""
    user = User.objects.create_user(name, password="a password", is_staff=True, **fields)
    user.groups.add(Group.objects.get(name=FRONT_DESK))
    for clinic in clinics:
        StaffMembership.objects.create(user=user, clinic=clinic)
    return user


def signed_in(user):
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def database_text():
    """Every value of every table, as it stands in the file."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [str(row) for row in cursor.fetchall()]
    return "\n".join(rows)
