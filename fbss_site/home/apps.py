from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "fbss_site.home"
