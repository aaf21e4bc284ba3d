from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "fbss_site.pages"
