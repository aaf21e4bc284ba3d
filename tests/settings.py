"""The site's settings, made fast and self-contained for tests."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="fbss-tests-"))

from fbss_site.settings import *  # noqa: F403
from fbss_site.settings import DATA_DIR, STORAGES

# live_server answers 404 for hashed names; test_serve.py covers those through the real server.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(DATA_DIR) / "media"

# Playwright keeps an event loop in this thread, and Django would refuse its database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
# What is kept for a second would reach from one test into the next.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
