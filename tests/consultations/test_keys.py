"""Sealed with keys of their own; a wrong or missing key is an error, never ciphertext shown."""

import datetime

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from fbss_site.consultations import keys, rotation
from fbss_site.consultations.models import AccessLine, ConsultationRequest

from .factories import EMAIL, NAME, PERSONAL, PHONE, database_text, make_request, send

OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))


@pytest.fixture(autouse=True)
def old_key(settings):
    settings.DATA_KEYS = [OLD]


def test_the_database_holds_nothing_that_was_typed(client, desk_clinic):
    send(client, topic="A second opinion before another operation", best_time="0900-1200")

    text = database_text()
    assert ConsultationRequest.objects.get().details.name == NAME
    assert not [typed for typed in (*PERSONAL, "second opinion", "9 am to 12") if typed in text]


def test_notes_of_staff_are_sealed_too(desk_clinic):
    make_request(clinic=desk_clinic, steps=[("reached", "Speaks with her daughter")])

    assert "daughter" not in database_text()
    assert ConsultationRequest.objects.get().steps.get().note == "Speaks with her daughter"


def test_the_keys_have_nothing_to_do_with_the_secret_key(desk_clinic, settings):
    request = make_request(clinic=desk_clinic)
    settings.SECRET_KEY = "another " * 10

    assert ConsultationRequest.objects.get(pk=request.pk).details.name == NAME


@pytest.mark.parametrize("configured", [[OTHER], [], ["no key"], [OLD, "no key"]])
def test_a_wrong_or_missing_key_is_an_error(desk_clinic, settings, configured):
    make_request(clinic=desk_clinic)
    settings.DATA_KEYS = configured

    with pytest.raises(keys.DataKeyError) as refused:
        _ = ConsultationRequest.objects.get().details
    assert ConsultationRequest.objects.get().sealed[:20] not in str(refused.value)


@pytest.mark.parametrize("configured", [[], ["no key"], ["AAAA"]])
def test_the_site_does_not_start_with_keys_that_do_not_work(db, settings, configured):
    settings.DATA_KEYS = configured

    with pytest.raises(SystemCheckError, match="FBSS_DATA_KEYS"):
        call_command("check")


def test_the_first_key_writes_and_all_read(desk_clinic, settings):
    make_request(clinic=desk_clinic, name="Under the old key")
    settings.DATA_KEYS = [NEW, OLD]
    make_request(clinic=desk_clinic, name="Under the new key")

    assert {row.details.name for row in ConsultationRequest.objects.all()} == {"Under the old key", "Under the new key"}
    settings.DATA_KEYS = [NEW]
    assert ConsultationRequest.objects.get(sealed=ConsultationRequest.objects.last().sealed)
    with pytest.raises(keys.DataKeyError):
        [row.details for row in ConsultationRequest.objects.all()]


def test_a_person_is_found_while_keys_change(desk_clinic, settings):
    first = make_request(clinic=desk_clinic)
    settings.DATA_KEYS = [NEW, OLD]
    second = make_request(clinic=desk_clinic)

    assert set(ConsultationRequest.objects.same_person(second.details)) == {first, second}


def test_hashes_tell_nothing_without_the_key(settings):
    one = keys.blind_hash("phone", PHONE)
    assert one == keys.blind_hash("phone", PHONE)
    assert one != keys.blind_hash("email", PHONE)
    settings.DATA_KEYS = [OTHER]
    assert one != keys.blind_hash("phone", PHONE)


def test_daily_hashes_of_two_days_cannot_be_linked():
    today = datetime.date(2026, 11, 18)

    assert keys.daily_hash("client", "a", today) != keys.daily_hash("client", "a", today + datetime.timedelta(days=1))


def make_many(clinic, count=5):
    return [
        make_request(clinic=clinic, name=f"Person {number}", steps=[("reached", f"Note {number}")])
        for number in range(count)
    ]


def test_rotation_brings_all_under_the_new_key(desk_clinic, settings, capsys):
    made = make_many(desk_clinic)
    settings.DATA_KEYS = [NEW, OLD]
    call_command("rotate_keys")

    settings.DATA_KEYS = [NEW]
    rows = ConsultationRequest.objects.order_by("pk")
    assert [row.details.name for row in rows] == [f"Person {number}" for number in range(5)]
    assert [row.steps.get().note for row in rows] == [f"Note {number}" for number in range(5)]
    assert set(ConsultationRequest.objects.same_person(rows[0].details)) == set(made)
    assert rows[0].email_hash == keys.blind_hash("email", EMAIL)
    said = capsys.readouterr()
    assert "10 encrypted anew" in said.out
    assert "] 10 of 10\n" in said.err
    assert AccessLine.objects.get().count == 10


def test_what_is_under_the_first_key_is_left_alone(desk_clinic, capsys):
    make_many(desk_clinic)
    before = set(ConsultationRequest.objects.values_list("sealed", flat=True))
    call_command("rotate_keys")

    assert set(ConsultationRequest.objects.values_list("sealed", flat=True)) == before
    assert "0 encrypted anew" in capsys.readouterr().out


def test_rotation_can_be_interrupted_and_goes_on_from_there(desk_clinic, settings, monkeypatch, capsys):
    make_many(desk_clinic)
    settings.DATA_KEYS = [NEW, OLD]
    monkeypatch.setattr(rotation, "BATCH", 2)
    real, written = ConsultationRequest.write_details, []

    def stop_at_the_fourth(row, details):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(row.pk)
        real(row, details)

    with monkeypatch.context() as patched:
        patched.setattr(ConsultationRequest, "write_details", stop_at_the_fourth)
        with pytest.raises(SystemExit) as stopped:
            call_command("rotate_keys")

    assert stopped.value.code == 130
    assert "run it again to go on" in capsys.readouterr().err
    assert len({row.details.name for row in ConsultationRequest.objects.all()}) == 5  # readable at any moment
    call_command("rotate_keys")
    assert "8 encrypted anew" in capsys.readouterr().out  # the first batch of two was done


def test_rotation_names_what_no_key_opens_and_does_the_rest(desk_clinic, settings):
    make_many(desk_clinic, 2)
    settings.DATA_KEYS = [OTHER]
    lost = make_request(clinic=desk_clinic)
    settings.DATA_KEYS = [NEW, OLD]

    with pytest.raises(CommandError, match=f"1 cannot be read with the keys at hand: {lost}"):
        call_command("rotate_keys")
    settings.DATA_KEYS = [NEW]
    assert [row.details.name for row in ConsultationRequest.objects.exclude(pk=lost.pk).order_by("pk")] == [
        "Person 0",
        "Person 1",
    ]
