"""The admin in a real browser: the Markdown editor, under the strict CSP, and axe-core's verdict on its pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.pictures import SVG, picture

from .test_staff import sign_in

ADD = "/admin/conditions/symptom/add/"
PAGES = {
    "index": "/admin/",
    "app": "/admin/conditions/",
    "records": "/admin/treatments/treatment/",
    "citations": "/admin/citations/citation/",
    "add a record": "/admin/conditions/condition/add/",
    "change a record": "/admin/treatments/treatment/1/change/",
    "delete a record": "/admin/treatments/treatment/1/delete/",
    "history": "/admin/treatments/treatment/1/history/",
    "clinic": "/admin/clinics/clinic/1/change/",
    "clinician": "/admin/clinics/clinician/1/change/",
    "home section": "/admin/home/homesection/1/change/",
    "offering": "/admin/treatments/offering/add/",
    "outcome": "/admin/treatments/outcome/1/change/",
    "user": "/admin/auth/user/1/change/",
}


@pytest.fixture
def editor(site, page, staff):
    """An empty Markdown field of a new record, on a wide window."""
    page.set_viewport_size({"width": 1440, "height": 900})
    sign_in(site, page, staff)
    page.goto(site.url(ADD))
    return page.locator("#id_what_to_do")


def drop(editor, name, kind, content):
    """Drops a file into the field, as far as a script can."""
    editor.evaluate(
        """(field, [name, type, bytes]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
            for (const event of ["dragenter", "dragover", "drop"]) {
                field.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
            }
        }""",
        [name, kind, list(content)],
    )


def paste(editor, content, text=""):
    editor.evaluate(
        """(field, [bytes, text]) => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File([new Uint8Array(bytes)], "a.png", { type: "image/png" }));
            if (text) clipboardData.setData("text/plain", text);
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        [list(content), text],
    )


def message(page):
    return page.locator(".field-what_to_do [role=alert]")


def test_the_preview_follows_what_is_typed(page, editor):
    editor.press_sequentially("**Lie down** and call.")

    expect(page.get_by_role("region", name="Preview of What to do").locator("strong")).to_have_text("Lie down")


def test_tab_walks_on_to_the_button_and_the_preview(page, editor):
    editor.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add a picture to What to do")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Preview of What to do")).to_be_focused()


def test_a_picture_is_added_with_the_button_and_asks_for_its_description(page, editor):
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add a picture to What to do").click()
    chooser.value.set_files({"name": "a.png", "mimeType": "image/png", "buffer": picture()})

    expect(page.get_by_role("region", name="Preview of What to do").locator("img")).to_be_visible()
    page.keyboard.type("A hand on a lower back")
    assert editor.input_value().startswith("![A hand on a lower back](/media/pictures/")


@pytest.mark.parametrize(
    "bring",
    [lambda editor: drop(editor, "a.png", "image/png", picture()), lambda editor: paste(editor, picture())],
    ids=["drop", "paste"],
)
def test_a_picture_is_dropped_or_pasted_into_the_text(page, editor, bring):
    bring(editor)

    expect(page.get_by_role("region", name="Preview of What to do").locator("img")).to_be_visible()


def test_a_refused_file_is_explained_beside_the_text_and_not_in_it(site, browser, staff):
    page = browser.new_page()  # the refusal itself stands on the console
    sign_in(site, page, staff)
    page.goto(site.url(ADD))
    editor = page.locator("#id_what_to_do")
    drop(editor, "a.svg", "image/svg+xml", SVG)

    expect(message(page)).to_contain_text("This file is not a JPEG, PNG or WebP picture.")
    assert editor.input_value() == ""
    page.close()


def test_a_copied_table_is_pasted_as_text(page, editor):
    paste(editor, picture(), text="one\ttwo")

    page.wait_for_timeout(500)
    assert "media/pictures" not in editor.input_value()
    expect(message(page)).to_be_empty()


def test_whoever_is_signed_out_is_told_so_and_keeps_the_text(site, browser, staff):
    page = browser.new_page()
    sign_in(site, page, staff)
    page.goto(site.url(ADD))
    page.context.clear_cookies()
    page.locator("#id_what_to_do").press_sequentially("Lie down.")

    expect(page.get_by_role("region", name="Preview of What to do")).to_contain_text("You may have been signed out")
    expect(page.locator("#id_what_to_do")).to_have_value("Lie down.")
    page.close()


def test_a_link_in_a_preview_leaves_the_form_open(page, editor):
    editor.press_sequentially("[pain](/symptoms/)")
    with page.context.expect_page() as opened:
        page.get_by_role("region", name="Preview of What to do").get_by_role("link").click()

    assert opened.value.url.endswith("/symptoms/")
    expect(editor).to_have_value("[pain](/symptoms/)")


def test_text_and_preview_stand_side_by_side_or_one_below_the_other(page, editor):
    preview = page.get_by_role("region", name="Preview of What to do")
    text, shown = editor.bounding_box(), preview.bounding_box()
    assert text["x"] + text["width"] <= shown["x"]

    page.set_viewport_size({"width": 390, "height": 844})
    text, shown = editor.bounding_box(), preview.bounding_box()
    assert text["y"] + text["height"] <= shown["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_admin_pages_work_under_the_policy(site, page, staff):
    sign_in(site, page, staff)
    for path in PAGES.values():
        # The fixture fails the test on any refusal that stands on the console.
        assert page.goto(site.url(path)).ok
        page.wait_for_load_state("networkidle")


def test_a_related_record_is_searched_and_chosen(page, editor):
    chooser = page.get_by_role("combobox", name="Reviewed by")
    chooser.click()
    page.get_by_role("searchbox", name="Search: Reviewed by").fill("Ada")
    page.get_by_role("option", name="Ada Sample").click()

    expect(chooser).to_contain_text("Ada Sample")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_admin_pages_have_no_violation(site, browser, staff, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page, axe = context.new_page(), Axe()
    page.goto(site.url("/admin/login/"))
    found = {"login": axe.run(page).response["violations"]}
    sign_in(site, page, staff)
    for name, path in PAGES.items():
        assert page.goto(site.url(path)).ok
        page.wait_for_load_state("networkidle")
        found[name] = [(rule["id"], rule["nodes"][0]["target"]) for rule in axe.run(page).response["violations"]]
    context.close()

    assert found == {name: [] for name in found}
