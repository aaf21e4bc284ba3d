from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "fbss_site.consultations"
