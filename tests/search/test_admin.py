import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from fbss_site.search.models import MissedSearch, Synonym

from .. import factories, staff
from .results import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clinic")]
LIST = "admin:search_{}_changelist"


@pytest.fixture
def missed():
    return MissedSearch.objects.create(digest="a" * 64, text="zebra legs", count=7, last_seen=timezone.localdate())


def test_editors_keep_synonyms_and_search_follows(client):
    factories.make_page(title="Zebra guide")
    editor = staff.sign_in(staff.EDITORS)

    response = editor.post(
        reverse("admin:search_synonym_add"), {"key": "horse", "words": "striped horse\nokapi", "also_means": "zebra"}
    )

    assert response.status_code == 302
    assert Synonym.objects.get().words == ["striped horse", "okapi"]
    assert search(client, "okapis").titles == ["Zebra guide"]


def test_the_list_of_synonyms_shows_both_sides(admin_client):
    factories.make_synonym(["striped horse"], ["zebra"])

    page = staff.sign_in(staff.EDITORS).get(reverse(LIST.format("synonym")), {"q": "striped"}).content.decode()

    assert "striped horse" in page
    assert "zebra" in page


@pytest.mark.parametrize(
    ("words", "also_means", "said"),
    [
        ([], ["zebra"], "Type at least one word"),
        (["horse"], [], "Say what the words also mean"),
        (["?!"], ["zebra"], "“?!” holds no word"),
        (["horse"], ["…"], "“…” holds no word"),
    ],
)
def test_a_synonym_that_says_nothing_is_refused(words, also_means, said):
    with pytest.raises(ValidationError, match=said):
        factories.make_synonym(words, also_means)


def test_an_emergency_sign_needs_no_other_meaning():
    assert factories.make_synonym(["striped legs"], emergency=True).pk


def test_staff_see_what_was_missed(missed):
    editor = staff.sign_in(staff.EDITORS)

    page = editor.get(reverse(LIST.format("missedsearch"))).content.decode()

    assert "zebra legs" in page
    assert "7" in page


@pytest.mark.parametrize("role", [staff.EDITORS, staff.PUBLISHERS, staff.SUPERUSER])
def test_nobody_writes_a_missed_search(missed, role):
    person = staff.sign_in(role)

    assert person.get(reverse("admin:search_missedsearch_add")).status_code == 403
    assert person.post(reverse("admin:search_missedsearch_change", args=[missed.pk]), {"count": 1}).status_code == 403


@pytest.mark.parametrize("model", ["synonym", "missedsearch"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (staff.ANONYMOUS, 302),
        (staff.PLAIN_USER, 302),
        (staff.CLINIC_MANAGERS, 403),
        (staff.EDITORS, 200),
        (staff.PUBLISHERS, 200),
        (staff.SUPERUSER, 200),
    ],
)
def test_each_list_opens_for_whom_it_should(missed, role, status, model):
    assert staff.sign_in(role).get(reverse(LIST.format(model))).status_code == status


def test_a_missed_search_without_words_is_shown_as_such(missed):
    MissedSearch.objects.update(text="")

    page = staff.sign_in(staff.EDITORS).get(reverse(LIST.format("missedsearch"))).content.decode()

    assert "typed once" in page
