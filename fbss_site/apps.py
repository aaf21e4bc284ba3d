from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "fbss_site"
