import pytest
from django.core.exceptions import ValidationError

from fbss_site.pages.models import Page
from tests.factories import make_page

pytestmark = pytest.mark.django_db


def test_guides_and_policies_have_their_addresses():
    assert make_page(slug="privacy", kind="policy").get_absolute_url() == "/guides/privacy/"


def test_a_page_is_a_guide_or_a_policy():
    with pytest.raises(ValidationError) as refused:
        make_page(kind="blog")

    assert "kind" in refused.value.message_dict


def test_a_page_without_its_text_is_not_published():
    with pytest.raises(ValidationError) as refused:
        make_page(body="")

    assert refused.value.message_dict == {"body": ["Write “Text” before you publish."]}
    assert not Page.objects.exists()
