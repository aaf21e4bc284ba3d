"""``manage.py serve`` as whoever starts the site meets it."""

import gzip
import http.client
import os
import re
import signal
import sqlite3
import subprocess
import time
import urllib.parse
from contextlib import closing
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, build_opener

import brotli
import pytest
import yaml
from django.utils.html import escape

from .serving.process import LONGEST_STOP, ROOT, Site, environ, free_port, serve_command

CLINICS = {file.stem: yaml.safe_load(file.read_text()) for file in sorted((ROOT / "content/clinics").glob("*.yaml"))}
FBSS = "/conditions/failed-back-surgery-syndrome/"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("serve") / "var"


@pytest.fixture(scope="module")
def first(data_dir, tmp_path_factory):
    """The site at its first start."""
    site = Site(data_dir, tmp_path_factory.mktemp("logs"))
    yield site
    site.stop()


@pytest.fixture(scope="module")
def later(first, data_dir, tmp_path_factory):
    """The site at a later start, after staff changed a title and the first account's name."""
    with closing(sqlite3.connect(data_dir / "db.sqlite3")) as database, database:
        database.execute("UPDATE conditions_condition SET title = 'As staff put it' WHERE slug LIKE 'failed-back%'")
        database.execute("UPDATE auth_user SET username = 'chosen-by-staff'")
    site = Site(data_dir, tmp_path_factory.mktemp("logs"))
    yield site
    site.stop()


def test_first_start_prints_every_address(first):
    printed = re.findall(r"http://\S+", first.printed)
    clinics = {f"http://{clinic['hostnames'][0]}:{first.port}/" for clinic in CLINICS.values()}
    assert len(clinics) == 5
    assert set(printed) == {f"http://127.0.0.1:{first.port}/", f"http://127.0.0.1:{first.port}/admin/", *clinics}


def test_first_start_prints_nothing_on_stderr(first):
    assert first.warned == ""


def test_printed_password_signs_in(first):
    name, password = re.search(r"user name (\S+), password (\S+) ", first.printed).groups()
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    login = f"http://127.0.0.1:{first.port}/admin/login/?next=/admin/"
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.open(login).read().decode())[1]
    form = {"csrfmiddlewaretoken": token, "username": name, "password": password}
    page = browser.open(login, urllib.parse.urlencode(form).encode())
    assert page.url == f"http://127.0.0.1:{first.port}/admin/"


@pytest.mark.parametrize("slug", CLINICS)
def test_clinic_answers_at_its_host(first, slug):
    response, body = first.get(FBSS, host=f"{slug}.localhost")
    assert response.status == 200
    assert escape(CLINICS[slug]["name"]) in body.decode()


@pytest.mark.parametrize(("host", "status"), [("unknown.localhost", 404), ("clinic.example.org", 400)])
def test_unknown_host_is_refused_without_a_word_in_the_log(first, host, status):
    response, _ = first.get("/", host=host)
    assert response.status == status
    assert "host" not in first.err.read_text().lower()


@pytest.mark.parametrize(("coding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_page_links_a_hashed_stylesheet_that_is_compressed_for_good(first, coding, decode):
    _, page = first.get("/")
    sheet = re.search(r'href="(/static/css/[\w-]+\.[0-9a-f]{12}\.css)"', page.decode())[1]
    response, body = first.get(sheet, Accept_Encoding=coding)
    assert response.status == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Content-Encoding"] == coding
    assert b"{" in decode(body)


def test_connection_is_kept_for_the_next_request(first):
    with closing(http.client.HTTPConnection("127.0.0.1", first.port, timeout=30)) as connection:
        ends = []
        for path in ("/", FBSS, "/healthz"):
            connection.request("GET", path)
            connection.getresponse().read()
            ends.append(connection.sock.getsockname())
    assert len(set(ends)) == 1


def test_header_that_no_proxy_of_ours_set_does_not_pass_for_https(first):
    _, robots = first.get("/robots.txt", X_Forwarded_Proto="https")
    assert f"Sitemap: http://127.0.0.1:{first.port}/" in robots.decode()


def test_no_other_way_in_is_opened(first):
    left = {path.name for path in first.out.parent.rglob("*")}
    assert left == {first.out.name, first.err.name}


def test_later_start_is_quick(later):
    assert later.seconds < 5


def test_later_start_leaves_what_staff_changed(later):
    _, page = later.get(FBSS)
    assert "As staff put it" in page.decode()


def test_later_start_makes_no_account_and_loads_nothing(later):
    assert f"http://127.0.0.1:{later.port}/admin/" in later.printed
    assert not re.search("password|Loaded|Collected", later.printed)


@pytest.mark.parametrize(
    ("send", "number"),
    [(os.killpg, signal.SIGINT), (os.kill, signal.SIGTERM), (os.killpg, signal.SIGTERM)],
    ids=["Ctrl-C", "SIGTERM", "SIGTERM to all"],
)
def test_site_stops_cleanly(first, data_dir, tmp_path, send, number):
    site = Site(data_dir, tmp_path)
    assert site.stop(send, number) == 0
    assert site.err.read_text() == ""
    with pytest.raises(ProcessLookupError):
        os.killpg(site.process.pid, 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_preparation_stops_cleanly(tmp_path, number):
    process = subprocess.Popen(
        serve_command("--port", str(free_port())),
        cwd=ROOT,
        env=environ(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (tmp_path / "db.sqlite3").exists():
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    process.send_signal(number)
    out, err = process.communicate(timeout=LONGEST_STOP)
    assert (process.returncode, err) == (0, "")
    assert "Stop it with" not in out
