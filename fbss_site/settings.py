"""All settings, from the environment. README, "In production", lists the variables.

``FBSS_PRODUCTION=1`` is the one switch; without it the site serves loopback only.
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from fbss_site import environment

BASE_DIR = Path(__file__).resolve().parent.parent
CONTENT_DIR = BASE_DIR / "content"
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").absolute()

PRODUCTION = environment.flag(os.environ, "FBSS_PRODUCTION")
if PRODUCTION:
    environment.require_production(os.environ)

DEBUG = environment.flag(os.environ, "FBSS_DEBUG")
SECRET_KEY = os.environ.get("FBSS_SECRET_KEY") or environment.local_secret_key(DATA_DIR)
ALLOWED_HOSTS = environment.names(os.environ, "FBSS_ALLOWED_HOSTS") if PRODUCTION else environment.LOOPBACK_HOSTS
# What encrypts patients' requests: the first key writes, all of them read. Never SECRET_KEY.
DATA_KEYS = environment.names(os.environ, "FBSS_DATA_KEYS") or environment.local_data_keys(DATA_DIR)
# Whether the last entry of X-Forwarded-For, and X-Forwarded-Proto, were written by a proxy of ours.
TRUSTED_PROXY = environment.flag(os.environ, "FBSS_TRUSTED_PROXY")

INSTALLED_APPS = [
    "fbss_site",
    "fbss_site.citations",
    "fbss_site.glossary",
    "fbss_site.clinics",
    "fbss_site.records",
    "fbss_site.pages",
    "fbss_site.consultations",
    "conditions",
    "treatments",
    "fbss_site.home",
    "fbss_site.search",
    "fbss_site.structured_data",
    "fbss_site.guarding",
    "fbss_site.feedback",
    "csp",
    "markdownx",
    "phonenumber_field",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "fbss_site.middleware.cross_origin_policies",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "fbss_site.middleware.health_check",
    "fbss_site.middleware.refuse_malformed_addresses",
    "fbss_site.clinics.middleware.clinic_of_host",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "fbss_site.urls"
WSGI_APPLICATION = "fbss_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fbss_site.clinics.context_processors.clinic",
                "conditions.context_processors.emergency_card",
            ],
        },
    },
]
# Form widgets may come from templates/, where the Markdown editor's own widget stands.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "db.sqlite3",
        # Opening it anew for each request takes a fifth of a page's time.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A writer takes its lock at BEGIN and waits for it, so none fails half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was confirmed to a patient survives a power cut. What is deleted is overwritten.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "fbss_site.storage.BundledStaticFilesStorage"},
}
# A picture of up to 5 MB stays in memory until it is checked and re-encoded.
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

MARKDOWNX_URLS_PATH = "/admin/markdown/preview/"
MARKDOWNX_UPLOAD_URLS_PATH = "/admin/markdown/upload/"

PHONENUMBER_DEFAULT_REGION = "US"
# What a request for a consultation can be about, beyond its own short list: address of a page -> its title, or None.
CONSULTATION_TOPIC = "fbss_site.topics.title_at"

# --- Mail ---------------------------------------------------------------------------------

MAIL_SERVER = environment.mail_server(os.environ)
if MAIL_SERVER:
    EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL_SERVER.ssl, MAIL_SERVER.starttls
    EMAIL_TIMEOUT = 10
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("FBSS_MAIL_FROM") or "site@localhost"

# --- Security -----------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY = {
    feature: []
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# A link out of a page about a person's pain does not say where it was followed from.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "fbss_site.views.csrf_failure"

if PRODUCTION:
    # "__Host-" makes the browser refuse the cookie for any other host or path.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    # A load balancer asks for its health check over plain HTTP.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if TRUSTED_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}, "nowhere": {"class": "logging.NullHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Refused host names are everyday noise of the open internet.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
