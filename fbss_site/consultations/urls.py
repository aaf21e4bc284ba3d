from django.urls import path

from . import views

app_name = "consultations"
urlpatterns = [
    path("", views.consultation, name="consultation"),
    path("sent/<str:sent>/", views.sent, name="sent"),
    path("sent/<str:sent>/call.ics", views.call_ics, name="call_ics"),
]
