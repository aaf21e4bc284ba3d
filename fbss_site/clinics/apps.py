from django.apps import AppConfig


class ClinicsConfig(AppConfig):
    name = "fbss_site.clinics"
