"""What is queued, when it is tried and what it says."""

import datetime
import smtplib

import pytest
from django.core import mail
from django.core.management import call_command

from fbss_site.consultations import handling, outbox
from fbss_site.consultations.models import ConsultationRequest, OutboxMessage

from .conftest import WEDNESDAY
from .factories import EMAIL, PERSONAL, make_front_desk, make_request, send

SECOND = datetime.timedelta(seconds=1)


def kinds():
    return sorted(OutboxMessage.objects.values_list("kind", flat=True))


def send_at(moment):
    return outbox.send_due(lambda: moment)


def fail_with(monkeypatch, problem):
    def fail(self, messages):
        raise problem

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)


def test_a_request_queues_a_line_to_staff_and_one_to_the_patient(client, desk_clinic):
    send(client)

    assert kinds() == ["arrived", "waiting"]


def test_a_patient_without_address_gets_none(client, desk_clinic):
    send(client, email="")

    assert kinds() == ["waiting"]


def test_a_clinic_that_does_not_want_it_sends_patients_nothing(client, desk_clinic):
    desk_clinic.patient_email = False
    desk_clinic.save()
    send(client)

    assert kinds() == ["waiting"]


def test_a_clinic_without_address_for_it_is_told_by_the_dashboard_alone(client, desk_clinic):
    desk_clinic.notify_email = ""
    desk_clinic.save()
    send(client)

    assert kinds() == ["arrived"]


def test_staff_are_told_that_a_request_waits_and_nothing_more(client, desk_clinic):
    send(client)
    send_at(WEDNESDAY)

    [message] = [message for message in mail.outbox if message.to == ["desk@example.com"]]
    text = f"{message.subject}\n{message.body}"
    assert "http://localhost/admin/consultations/consultationrequest/" in text
    assert "by 5 pm on Thursday, November 19" in text
    assert not [personal for personal in PERSONAL if personal in str(message.message())]
    assert ConsultationRequest.objects.get().reference not in text


def test_the_patient_is_told_that_it_arrived_and_by_when(client, desk_clinic):
    send(client)
    send_at(WEDNESDAY)

    [message] = [message for message in mail.outbox if message.to == [EMAIL]]
    text = f"{message.subject}\n{message.body}"
    assert "by 5 pm on Thursday, November 19 (New York time)" in text
    assert "(312) 555-0142" in text
    assert not [personal for personal in PERSONAL if personal in text]
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_the_form_sends_nothing_itself(client, desk_clinic):
    send(client)

    assert mail.outbox == []


def test_each_message_goes_out_once(client, desk_clinic):
    send(client)

    assert send_at(WEDNESDAY) == (2, 0)
    assert send_at(WEDNESDAY + datetime.timedelta(days=1)) == (0, 0)
    assert len(mail.outbox) == 2


def test_the_command_sends_what_is_due(client, desk_clinic, capsys):
    send(client)
    call_command("send_outbox")

    assert capsys.readouterr().out == "2 done, 0 put off\n"
    assert len(mail.outbox) == 2


def test_what_another_process_has_at_hand_is_left_to_it(client, desk_clinic):
    send(client)
    OutboxMessage.objects.update(claimed_until=WEDNESDAY + outbox.CLAIM)

    assert send_at(WEDNESDAY) == (0, 0)
    assert send_at(WEDNESDAY + outbox.CLAIM + SECOND) == (2, 0)  # it died with it


def test_two_senders_never_get_the_same(client, desk_clinic):
    send(client)

    claimed = [outbox._claim(WEDNESDAY) for _ in range(3)]

    assert claimed[2] is None
    assert claimed[0].pk != claimed[1].pk


def test_a_failure_is_tried_again_later_and_later(client, desk_clinic, monkeypatch):
    send(client, email="")
    with monkeypatch.context() as patched:
        fail_with(patched, ConnectionRefusedError())
        moment, waits = WEDNESDAY, []
        for _ in range(9):
            assert send_at(moment) == (0, 1)
            assert send_at(moment) == (0, 0)  # not at once
            due = OutboxMessage.objects.get().next_try_at
            waits.append((due - moment).total_seconds())
            moment = due

    assert waits[:4] == [30, 60, 120, 240]
    assert waits[-1] == outbox.LONGEST_WAIT.total_seconds()
    assert send_at(moment) == (1, 0)
    assert OutboxMessage.objects.get().attempts == 9


def test_a_server_out_of_reach_is_asked_once_for_all(client, desk_clinic, monkeypatch):
    tried = []

    def fail(self, messages):
        tried.append(messages)
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    for number in range(3):
        send(client, phone=f"+1312555{1000 + number}", email=f"{number}@example.com")

    assert send_at(WEDNESDAY) == (0, 6)
    assert len(tried) == 1


def test_one_refused_address_does_not_hold_up_the_others(client, desk_clinic, monkeypatch):
    send(client)
    real = mail.backends.locmem.EmailBackend.send_messages

    def refuse_patients(self, messages):
        if messages[0].to == [EMAIL]:
            raise smtplib.SMTPRecipientsRefused({EMAIL: (550, f"no {EMAIL}".encode())})
        return real(self, messages)

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse_patients)

    assert send_at(WEDNESDAY) == (1, 1)
    failure = OutboxMessage.objects.get(kind="arrived").failure
    assert failure == "The mail server refused the recipient (550)."


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (smtplib.SMTPAuthenticationError(535, b"user site"), "The mail server refused (535)."),
        (smtplib.SMTPSenderRefused(553, b"who", "site@localhost"), "The mail server refused (553)."),
        (TimeoutError(), "The mail server does not answer (TimeoutError)."),
        (OSError("marta@example.com"), "The mail server does not answer (OSError)."),
    ],
)
def test_a_failure_is_kept_without_any_address(client, desk_clinic, monkeypatch, problem, reason):
    fail_with(monkeypatch, problem)
    send(client)
    send_at(WEDNESDAY)

    assert set(OutboxMessage.objects.values_list("failure", flat=True)) == {reason}


def test_failures_show_on_the_dashboard(client, desk_clinic, desk, monkeypatch):
    fail_with(monkeypatch, ConnectionRefusedError())
    send(client)
    send_at(WEDNESDAY)

    page = desk.get("/admin/").content.decode()
    assert "2 e-mails could not be sent yet." in page
    assert "ConnectionRefusedError" in page


def test_when_it_went_through_the_dashboard_is_silent_again(client, desk_clinic, desk, monkeypatch):
    with monkeypatch.context() as patched:
        fail_with(patched, ConnectionRefusedError())
        send(client)
        send_at(WEDNESDAY)
    send_at(WEDNESDAY + datetime.timedelta(hours=1))

    assert "could not be sent" not in desk.get("/admin/").content.decode()


def test_staff_are_not_told_of_what_they_have_handled(client, desk_clinic, desk_user):
    send(client, email="")
    handling.note_call(ConsultationRequest.objects.get(), desk_user, kind="reached")
    send_at(WEDNESDAY)

    assert mail.outbox == []
    assert not OutboxMessage.objects.unsent().exists()


def test_a_patient_is_not_told_days_later_that_it_arrived(client, desk_clinic):
    send(client)
    send_at(WEDNESDAY + outbox.STALE_ARRIVAL + SECOND)

    assert [message.to for message in mail.outbox] == [["desk@example.com"]]


def test_a_suspects_address_gets_no_mail_before_it_is_released(client, desk_clinic, now):
    send(client, website="x")
    send_at(WEDNESDAY)
    assert [message.to for message in mail.outbox] == [["desk@example.com"]]
    assert "put aside" in mail.outbox[0].subject

    handling.release(ConsultationRequest.objects.get(), make_front_desk(), "http://localhost")
    send_at(WEDNESDAY)
    assert [message.to for message in mail.outbox[1:]] == [[EMAIL]]


def test_a_flood_of_spam_makes_one_mail_an_hour(client, desk_clinic, now):
    for number in range(5):
        send(client, website="x", phone=f"+1312555{1000 + number}", email="")
    assert kinds() == ["quarantine"]

    now(WEDNESDAY + datetime.timedelta(minutes=61))
    send(client, website="x", phone="+13125552000", email="")
    assert kinds() == ["quarantine", "quarantine"]


def test_a_request_that_no_key_opens_waits_for_its_key(desk_clinic, settings):
    request = make_request(clinic=desk_clinic)
    OutboxMessage.objects.create(
        request=request, kind="arrived", site="http://localhost", created_at=WEDNESDAY, next_try_at=WEDNESDAY
    )
    right = settings.DATA_KEYS
    settings.DATA_KEYS = ["zCmhJ9yUFDcAjXvC0cYCtXDWqFn5F4cl2DYWZ1GS3hk="]
    assert send_at(WEDNESDAY) == (0, 1)
    settings.DATA_KEYS = right

    assert send_at(WEDNESDAY + datetime.timedelta(minutes=1)) == (1, 0)
