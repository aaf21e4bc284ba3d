"""Pictures that someone adds to a text in the admin."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from fbss_site.records.uploads import ALT_PROMPT
from tests import staff
from tests.pictures import REFUSED, picture, upload

URL = "markdownx_upload"


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored_files(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_a_picture_comes_back_as_markdown_that_asks_for_a_description(editor, kind, extension):
    response = editor.post(reverse(URL), {"image": upload(picture(kind), "my holiday.png")})

    code = response.json()["image_code"]
    assert re.fullmatch(rf"!\[{ALT_PROMPT}\]\(/media/pictures/[0-9a-f]{{32}}\.{extension}\)", code)


def test_the_picture_is_stored_where_the_markdown_points(editor, media):
    code = editor.post(reverse(URL), {"image": upload(picture())}).json()["image_code"]
    name = re.search(r"/media/(.*)\)", code)[1]

    assert stored_files(media) == [media / name]


@pytest.mark.parametrize(("file", "why"), REFUSED.values(), ids=REFUSED)
def test_a_refused_file_gets_a_sentence_and_leaves_nothing_behind(editor, media, file, why):
    file.seek(0)

    response = editor.post(reverse(URL), {"image": file})

    assert response.status_code == 400
    assert why in response.json()["error"]
    assert not stored_files(media)


def test_nothing_at_all_gets_a_sentence(editor):
    response = editor.post(reverse(URL))

    assert response.status_code == 400
    assert response.json()["error"] == "No picture arrived. Choose one, then try again."


def test_an_upload_is_only_ever_posted(editor):
    assert editor.get(reverse(URL)).status_code == 405


def test_another_site_cannot_upload_in_someones_name(clinic, media):
    client = staff.sign_in(staff.EDITORS, enforce_csrf_checks=True)

    assert client.post(reverse(URL), {"image": upload(picture())}).status_code == 403
    assert not stored_files(media)


def test_uploads_go_where_the_editor_sends_them():
    assert reverse(URL) == settings.MARKDOWNX_UPLOAD_URLS_PATH
