from django.apps import AppConfig


class GuardingConfig(AppConfig):
    name = "fbss_site.guarding"
