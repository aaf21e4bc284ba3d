from django.apps import AppConfig


class CitationsConfig(AppConfig):
    name = "fbss_site.citations"
