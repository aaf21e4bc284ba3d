"""The outbox against a real mail server process: down, slow, refusing, and back."""

import datetime
import time

import pytest
from django.utils import timezone

from fbss_site.consultations import outbox
from fbss_site.consultations.models import OutboxMessage

from .factories import EMAIL, PERSONAL, open_desk, send
from .mail_server import SLOWNESS, connections, free_port, mail_server, taken

LATER = datetime.timedelta(minutes=2)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "mail"


@pytest.fixture
def through_smtp(settings, clinic):
    """Mail goes through the port that this function is called with."""
    open_desk(clinic)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_TIMEOUT = 1

    def use(port):
        settings.EMAIL_PORT = port

    return use


def send_later(wait=datetime.timedelta()):
    return outbox.send_due(lambda: timezone.now() + wait)


def test_mail_goes_out_on_one_connection(client, through_smtp, folder):
    with mail_server(folder) as port:
        through_smtp(port)
        send(client)
        assert send_later() == (2, 0)

    mails = dict(taken(folder))
    assert mails.keys() == {"desk@example.com", EMAIL}
    assert connections(folder) == 1
    assert not [text for text in PERSONAL if text in mails["desk@example.com"]]
    assert "Auto-Submitted: auto-generated" in mails[EMAIL]


def test_a_server_that_is_down_gets_the_mail_when_it_is_back(client, through_smtp, folder):
    port = free_port()
    through_smtp(port)
    assert send(client).status_code == 302
    assert send_later() == (0, 2)

    with mail_server(folder, port=port):
        assert send_later(LATER) == (2, 0)
    assert len(taken(folder)) == 2


@pytest.mark.parametrize(
    ("mode", "code"),
    [("refuse", "The mail server refused the recipient (550)."), ("busy", "The mail server refused (451).")],
)
def test_a_server_that_refuses_gets_the_mail_when_it_takes_it(client, through_smtp, folder, mode, code):
    with mail_server(folder, mode=mode) as port:
        through_smtp(port)
        send(client)
        assert send_later() == (0, 2)
    assert set(OutboxMessage.objects.values_list("failure", flat=True)) == {code}
    assert taken(folder) == []

    with mail_server(folder, port=port):
        assert send_later(LATER) == (2, 0)
    assert len(taken(folder)) == 2


def test_a_slow_server_is_not_waited_for_for_ever(client, through_smtp, folder):
    with mail_server(folder, mode="slow") as port:
        through_smtp(port)
        send(client)
        begin = time.monotonic()
        assert send_later() == (0, 2)
        assert time.monotonic() - begin < SLOWNESS
    assert OutboxMessage.objects.first().failure == "The mail server does not answer (SMTPServerDisconnected)."


def test_a_server_that_hangs_up_gets_the_mail_later(client, through_smtp, folder):
    with mail_server(folder) as port:
        through_smtp(port)
        send(client)
    assert send_later() == (0, 2)

    with mail_server(folder, port=port):
        assert send_later(LATER) == (2, 0)


@pytest.mark.parametrize("mode", ["ok", "slow", "refuse"])
def test_the_form_never_talks_to_the_mail_server(client, through_smtp, folder, mode):
    with mail_server(folder, mode=mode) as port:
        through_smtp(port)
        assert send(client).status_code == 302
        assert connections(folder) == 0
