"""What the environment must say before the site starts in production, and the local default."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from fbss_site import environment

ROOT = Path(__file__).resolve().parent.parent
WHOLE = {
    "FBSS_PRODUCTION": "1",
    "FBSS_SECRET_KEY": "k3y-" + "abcdefghij" * 6,
    "FBSS_ALLOWED_HOSTS": "pain.example.org, spine.example.org",
    "FBSS_TRUSTED_PROXY": "1",
    "FBSS_DATA_KEYS": Fernet.generate_key().decode(),
    "FBSS_SMTP_URL": "smtps://site:secret@mail.example.org",
    "FBSS_MAIL_FROM": "site@pain.example.org",
    "DATA_DIR": "/srv/fbss",
}


def manage(*arguments, environ):
    """Runs manage.py with nothing in its environment but ``environ`` and what Python needs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "DATA_DIR" and not name.startswith(("DJANGO_", "FBSS_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def named(faults):
    return [fault.partition(":")[0] for fault in faults]


def test_whole_production_environment_has_no_fault():
    assert environment.production_faults(WHOLE) == []


def test_every_fault_is_named_at_once():
    faults = environment.production_faults({"FBSS_DEBUG": "1"})
    assert named(faults) == [
        "FBSS_SECRET_KEY",
        "FBSS_ALLOWED_HOSTS",
        "DATA_DIR",
        "FBSS_DEBUG",
        "FBSS_TRUSTED_PROXY",
        "FBSS_DATA_KEYS",
        "FBSS_SMTP_URL",
        "FBSS_MAIL_FROM",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FBSS_SECRET_KEY", "short"),
        ("FBSS_SECRET_KEY", "a" * 60),
        ("FBSS_SECRET_KEY", "django-insecure-" + "abcdefghij" * 6),
        ("FBSS_ALLOWED_HOSTS", " , "),
        ("FBSS_ALLOWED_HOSTS", "pain.example.org,*"),
        ("DATA_DIR", "var"),
        ("FBSS_DEBUG", "true"),
        ("FBSS_TRUSTED_PROXY", ""),
        ("FBSS_TRUSTED_PROXY", "0"),
        ("FBSS_DATA_KEYS", "no key"),
        ("FBSS_SMTP_URL", "mail.example.org"),
        ("FBSS_SMTP_URL", "smtp://mail.example.org"),
        ("FBSS_MAIL_FROM", "the clinic"),
    ],
)
def test_unsafe_value_is_the_one_fault(name, value):
    assert named(environment.production_faults({**WHOLE, name: value})) == [name]


def test_faults_stop_production():
    with pytest.raises(ImproperlyConfigured, match=r"(?s)FBSS_SECRET_KEY.*FBSS_TRUSTED_PROXY"):
        environment.require_production({"FBSS_PRODUCTION": "1"})


@pytest.mark.parametrize("command", ["check", "migrate", "serve"])
def test_command_in_unset_production_lists_every_fault_and_exits_with_2(command):
    result = manage(command, environ={"FBSS_PRODUCTION": "1", "FBSS_DEBUG": "1"})
    assert result.returncode == 2
    listed = [line.removeprefix("  - ") for line in result.stderr.splitlines() if line.startswith("  - ")]
    assert listed == environment.production_faults({"FBSS_DEBUG": "1"})
    assert "Traceback" not in result.stderr


def test_deploy_check_is_clean_in_production(tmp_path):
    result = manage("check", "--deploy", "--fail-level", "WARNING", environ={**WHOLE, "DATA_DIR": str(tmp_path)})
    assert (result.returncode, result.stderr) == (0, "")
    assert "no issues (0 silenced)" in result.stdout


def test_production_serves_the_named_hosts_with_host_only_secure_cookies(tmp_path):
    names = [
        *("ALLOWED_HOSTS", "DEBUG", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"),
        *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"),
    ]
    code = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n) for n in {names}]))"
    result = manage("shell", "-v0", "-c", code, environ={**WHOLE, "DATA_DIR": str(tmp_path)})
    assert dict(zip(names, json.loads(result.stdout), strict=True)) == {
        "ALLOWED_HOSTS": ["pain.example.org", "spine.example.org"],
        "DEBUG": False,
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
    }


@pytest.mark.parametrize(
    ("host", "served"),
    [
        ("127.0.0.1", True),
        ("[::1]", True),
        ("localhost", True),
        ("lakeside.localhost", True),
        ("192.168.0.7", False),
        ("example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_local_default_serves_loopback_names_only(host, served):
    assert validate_host(host, environment.LOOPBACK_HOSTS) is served


def test_local_secret_key_is_long_enough(tmp_path):
    assert len(environment.local_secret_key(tmp_path)) >= environment.SECRET_KEY_LENGTH


@pytest.mark.parametrize(
    ("name", "key_in"),
    [("secret-key", environment.local_secret_key), ("data-keys", environment.local_data_keys)],
)
def test_local_key_is_kept_for_its_owner_alone(tmp_path, name, key_in):
    assert key_in(tmp_path / "var") == key_in(tmp_path / "var")
    assert stat.S_IMODE((tmp_path / "var" / name).stat().st_mode) == 0o600


def test_key_that_was_cut_short_is_not_used(tmp_path):
    (tmp_path / "secret-key").write_text("short")
    assert len(environment.local_secret_key(tmp_path)) >= environment.SECRET_KEY_LENGTH


@pytest.mark.parametrize("below", ["", "var"])
def test_folder_that_cannot_be_written_still_gives_a_key(tmp_path, below):
    (tmp_path / "file").touch()
    assert len(environment.local_secret_key(tmp_path / "file" / below)) >= environment.SECRET_KEY_LENGTH
