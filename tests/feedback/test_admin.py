import datetime

import pytest

from fbss_site.feedback.models import Answer

from .. import factories, staff
from ..html import Page

pytestmark = pytest.mark.django_db
LIST = "/admin/feedback/answer/"


def make_answer(clinic, path="/conditions/x/", *, helpful=True, day="2026-11-20", sentence=""):
    return Answer.objects.create(
        clinic=clinic, path=path, helpful=helpful, sentence=sentence, day=datetime.date.fromisoformat(day)
    )


def counts(response):
    return [(row["path"], row["yes"], row["no"]) for row in response.context_data["pages"]]


def test_editors_see_each_page_with_its_counts_the_least_helpful_first(clinic):
    for helpful in (True, True, False):
        make_answer(clinic, "/conditions/x/", helpful=helpful)
    make_answer(clinic, "/symptoms/y/", helpful=False)
    make_answer(clinic, "/symptoms/y/", helpful=False, sentence="Say what to do.")

    response = staff.sign_in(staff.EDITORS).get(LIST)

    assert counts(response) == [("/symptoms/y/", 0, 2), ("/conditions/x/", 2, 1)]
    assert "Say what to do." in response.content.decode()


def test_the_counts_follow_the_filters(clinic):
    other = factories.make_clinic()
    make_answer(clinic)
    make_answer(other, helpful=False)
    make_answer(other, "/symptoms/y/", day="2026-01-02")
    editor = staff.sign_in(staff.EDITORS)

    by_clinic = editor.get(LIST, {"clinic__id__exact": clinic.pk})
    by_day = editor.get(LIST, {"day__gte": "2026-11-01", "day__lt": "2026-12-01"})
    by_page = editor.get(LIST, {"path": "/symptoms/y/"})

    assert counts(by_clinic) == [("/conditions/x/", 1, 0)]
    assert counts(by_day) == [("/conditions/x/", 1, 1)]
    assert counts(by_page) == [("/symptoms/y/", 1, 0)]


def test_each_page_links_to_its_own_answers(clinic):
    make_answer(clinic, "/conditions/x/")
    page = Page(staff.sign_in(staff.EDITORS).get(LIST).content)

    assert page.find("a", href="?path=%2Fconditions%2Fx%2F")


@pytest.mark.parametrize("role", staff.ROLES)
def test_the_list_opens_for_editors_and_publishers_only(clinic, role):
    response = staff.sign_in(role).get(LIST)

    outside = {staff.ANONYMOUS: 302, staff.PLAIN_USER: 302, staff.NO_RIGHTS: 403, staff.CLINIC_MANAGERS: 403}
    assert response.status_code == outside.get(role, 200)


@pytest.mark.parametrize("role", [staff.EDITORS, staff.PUBLISHERS, staff.SUPERUSER])
def test_nobody_adds_or_changes_an_answer(clinic, role):
    row = make_answer(clinic, helpful=False)
    client = staff.sign_in(role)

    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(staff.admin_url("change", row), {"helpful": "on"}).status_code == 403
    assert not Answer.objects.get().helpful


@pytest.mark.parametrize("role", [staff.EDITORS, staff.PUBLISHERS])
def test_editors_do_not_delete_answers(clinic, role):
    row = make_answer(clinic)

    assert staff.sign_in(role).post(staff.admin_url("delete", row), {"post": "yes"}).status_code == 403
    assert Answer.objects.exists()


def test_a_sentence_is_shown_as_text(clinic):
    make_answer(clinic, sentence="<script>alert(1)</script>")

    assert "<script>alert" not in staff.sign_in(staff.EDITORS).get(LIST).content.decode()


def test_an_empty_list_says_nothing_of_pages(clinic):
    response = staff.sign_in(staff.EDITORS).get(LIST)

    assert response.status_code == 200
    assert "By page" not in response.content.decode()
