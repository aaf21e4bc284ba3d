import pytest

from tests.factories import make_group, make_treatment

pytestmark = pytest.mark.django_db


def test_group_that_is_not_public_is_shown_nowhere(client, clinic):
    group = make_group(title="Secret plans", status="draft")
    treatment = make_treatment(group=group)
    for url in ("/treatments/", treatment.get_absolute_url(), "/treatments/compare/"):
        assert "Secret plans" not in client.get(url).content.decode()
