"""Brings database and static files up to date. Each step is whole or undone, and does nothing the second time."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction

from fbss_site.clinics.models import Clinic
from fbss_site.library import load_library
from fbss_site.records.registry import record_models

FIRST_USER = "admin"


def load_when_empty(folder):
    """How many pieces of content were loaded: none when the database already holds a clinic or a record.

    Raises LoadError, and then nothing is written.
    """
    if any(model.objects.exists() for model in (Clinic, *record_models())):
        return 0
    return len(load_library(folder).created)


def first_account(announce):
    """Makes the first staff account and calls ``announce(name, password)``, when there is no user at all.

    The account is only kept once it was announced: one whose password nobody saw would lock everybody out.
    """
    users = get_user_model().objects
    with transaction.atomic():
        if users.exists():
            return
        password = secrets.token_urlsafe(15)
        users.create_superuser(FIRST_USER, "", password)
        announce(FIRST_USER, password)
