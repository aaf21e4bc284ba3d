"""What clinic staff do: sign in, edit, look at the preview, publish, and see what patients see."""

from playwright.sync_api import expect

FBSS = "/conditions/failed-back-surgery-syndrome/"
SENTENCE = "This sentence was added by the clinic's nurse."


def test_edits_the_condition_with_preview_and_the_patient_sees_it(site, page, browser, staff):
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(site, page, staff)
    page.goto(site.url("/admin/conditions/condition/?q=failed+back"))
    page.get_by_role("link", name="Failed back surgery syndrome").first.click()
    editor = page.locator("textarea[name=overview]")
    editor.press("Control+Home")
    editor.press_sequentially(f"{SENTENCE} <script>alert(1)</script> [@weir2017]\n\n")
    preview = page.locator(".markdownx:has(textarea[name=overview]) .markdownx-preview")
    expect(preview).to_contain_text(SENTENCE)
    expect(preview).to_contain_text("<script>alert(1)</script>")
    expect(preview.locator("script")).to_have_count(0)
    expect(preview.locator(".citation a").first).to_be_visible()
    page.locator("input[name=_publish]").first.click()
    expect(page.locator(".messagelist")).to_be_visible()
    expect(page.locator(".errornote")).to_have_count(0)
    patient = browser.new_page()
    patient.goto(site.url(FBSS))
    expect(patient.locator("main")).to_contain_text(SENTENCE)
    expect(patient.locator("main")).to_contain_text("Awaiting clinical review")
    patient.close()


def test_tab_leaves_the_markdown_editor(site, page, staff):
    sign_in(site, page, staff)
    page.goto(site.url("/admin/pages/page/add/"))
    editor = page.locator("textarea[name=body]")
    editor.focus()
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()
    expect(editor).to_have_value("")


def test_mistyped_citation_is_named_at_its_field_and_nothing_is_lost(site, page, staff):
    sign_in(site, page, staff)
    page.goto(site.url("/admin/conditions/cause/?q=smoking"))
    page.get_by_role("link", name="Smoking").first.click()
    editor = page.locator("textarea[name=explanation]")
    editor.press("Control+Home")
    editor.press_sequentially("A claim [@nobody1999]. ")
    page.locator("input[name=_publish]").first.click()
    expect(page.locator(".field-explanation .errorlist")).to_contain_text("There is no citation “nobody1999”")
    assert editor.input_value().startswith("A claim [@nobody1999]. ")
    assert "nobody1999" not in page.request.get(site.url("/causes/smoking/")).text()


def sign_in(site, page, staff):
    name, password = staff
    page.goto(site.url("/admin/login/"))
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("#user-tools")).to_be_visible()
