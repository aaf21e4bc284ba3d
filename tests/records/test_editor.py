"""The Markdown editor of the admin: its preview and its fields."""

import pytest
from django.conf import settings
from django.urls import get_resolver, reverse

from fbss_site.records.editor import MarkdownFormField
from fbss_site.records.rules import LONGEST_TEXT
from tests import factories, staff
from tests.html import Page

URL = "markdownx_markdownify"
HOSTILE = """
<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>

[click](javascript:alert(1)) [click](data:text/html;base64,PHNjcmlwdD4=) <a href="javascript:alert(1)">x</a>

![x](https://elsewhere.example/spy.png) <p style="position:fixed">over the page</p> <iframe src="//evil.example">
"""


def preview(client, text):
    return client.post(reverse(URL), {"content": text})


def test_a_preview_is_made_by_the_renderer_of_the_pages(editor):
    factories.make_citation(key="kumar2007", title="Stimulation and back pain")

    html = preview(editor, "Help for **some** people. [@kumar2007]").content.decode()

    assert "<strong>some</strong>" in html
    assert 'class="citation"' in html
    assert "Stimulation and back pain" in html


def test_a_preview_tells_what_its_marked_words_mean(editor):
    factories.make_term(key="lead", term="lead", definition="A thin wire.")

    page = Page(preview(editor, "A [[lead]] may move.").content)

    assert [" ".join(item.text.split()) for item in page.find("li")] == ["lead: A thin wire."]


def test_a_preview_uses_the_words_of_the_clinic(editor):
    assert "911" in preview(editor, "Call {{emergency_number}}.").content.decode()


def test_a_preview_marks_what_nobody_knows(editor):
    html = preview(editor, "[@nobody1999] and [[gobbledygook]]").content.decode()

    assert "no citation “nobody1999”" in html
    assert "no term “gobbledygook”" in html


def test_a_hostile_text_is_harmless_in_a_preview(editor):
    page = Page(preview(editor, HOSTILE).content)

    assert not {element.tag for element in page.elements} & {"script", "svg", "iframe", "style"}
    names = {name for element in page.elements for name in element.attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    links = [element.attributes.get(name, "") for element in page.elements for name in ("href", "src")]
    assert not [link for link in links if ":" in link or link.startswith("//")]


def test_headings_of_a_preview_take_no_id_of_the_admin(editor):
    page = Page(preview(editor, "### id_title\n\nText").content)

    assert page.one("h3").attributes["id"] == "preview-id_title"


def test_a_text_that_is_too_long_is_not_rendered(editor):
    html = preview(editor, "a" * (LONGEST_TEXT + 1)).content.decode()

    assert "too long to preview" in html
    assert "aaa" not in html


def test_a_preview_is_never_kept(editor):
    assert "no-store" in preview(editor, "Text")["Cache-Control"]


def test_a_preview_is_only_ever_posted(editor):
    assert editor.get(reverse(URL)).status_code == 405


def test_another_site_cannot_ask_for_a_preview(clinic):
    assert preview(staff.sign_in(staff.EDITORS, enforce_csrf_checks=True), "Text").status_code == 403


def test_previews_are_asked_for_where_they_are_answered():
    assert reverse(URL) == settings.MARKDOWNX_URLS_PATH


@pytest.mark.parametrize("name", ["markdownx_markdownify", "markdownx_upload"])
def test_the_views_of_markdownx_itself_are_nowhere(name):
    [(*_, pattern, _defaults, _converters)] = get_resolver().reverse_dict.getlist(name)

    assert pattern.startswith("admin/markdown/")
    assert get_resolver().resolve(reverse(name)).func.__module__ == "fbss_site.records.editor_views"


def test_line_ends_of_a_browser_do_not_count_as_a_change():
    assert not MarkdownFormField(required=False).has_changed("One.\n\nTwo.", "One.\r\n\r\nTwo.")


def test_each_editor_says_which_field_it_previews(editor):
    page = Page(editor.get(staff.admin_url("change", factories.make_symptom(status="draft"))).content)

    names = [region.attributes["aria-label"] for region in page.find("div", class_="markdownx-preview")]
    assert names[:2] == ["Preview of What it feels like", "Preview of What it may point to"]
