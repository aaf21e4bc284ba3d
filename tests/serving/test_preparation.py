import pytest
from django.conf import settings as site_settings
from django.contrib.auth import authenticate, get_user_model

from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinic
from fbss_site.pages.models import Page
from fbss_site.serving.preparation import first_account, load_when_empty

pytestmark = pytest.mark.django_db


def test_empty_database_gets_the_library():
    loaded = load_when_empty(site_settings.CONTENT_DIR)
    assert loaded > 100
    assert Clinic.objects.filter(is_default=True).exists()


@pytest.mark.parametrize(("model", "values"), [(Clinic, {"name": "Ours"}), (Page, {"title": "Ours"})])
def test_database_in_use_is_left_alone(model, values):
    model.objects.create(slug="ours", **values)
    assert load_when_empty(site_settings.CONTENT_DIR) == 0
    assert not Citation.objects.exists()


def test_first_account_signs_in_to_the_admin():
    announced = []
    first_account(lambda *account: announced.append(account))
    [(name, password)] = announced
    user = authenticate(username=name, password=password)
    assert user.is_superuser
    assert user.is_staff


def test_two_first_accounts_have_different_passwords():
    announced = []
    for _ in range(2):
        get_user_model().objects.all().delete()
        first_account(lambda *account: announced.append(account))
    assert announced[0] != announced[1]


def test_no_account_is_made_beside_another():
    get_user_model().objects.create_user("editor")
    first_account(lambda *account: pytest.fail("There was a user already."))
    assert get_user_model().objects.count() == 1


def test_account_that_could_not_be_announced_is_not_kept():
    def broken_terminal(name, password):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        first_account(broken_terminal)
    assert not get_user_model().objects.exists()
