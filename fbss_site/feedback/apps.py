from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "fbss_site.feedback"
    verbose_name = "Feedback on pages"
