from django.apps import AppConfig


class GlossaryConfig(AppConfig):
    name = "fbss_site.glossary"
